"""Targets that mean another step than in the version before, because rows moved (G-21)."""

from collections.abc import Iterator

from sopbatch.matching.versions import sop_of, version_order
from sopbatch.model import Branch, Problem, Procedure, Review, Step
from sopbatch.rules.basics.procedures import LABEL_LENGTH, Facts, number_of
from sopbatch.rules.rule import WARNING, Batch, Rule, across_rule, at
from sopbatch.schema.sop import STEP_COLUMNS
from sopbatch.text.alike import alike
from sopbatch.text.likeness import LONGEST_COMPARED
from sopbatch.text.names import folded
from sopbatch.text.shortening import quoted

Told = Iterator[tuple[Review, Problem]]
LABELS = {column.key: column.label for column in STEP_COLUMNS}
SAME_STEP = 80.0
"""Likeness in percent from which a reworded step is the same one."""


@across_rule(
    "G-21",
    WARNING,
    title="Nomor langkah tujuan bergeser",
    sentence="“{isian} {nomor}” dahulu menuju “{dahulu}”, sekarang “{sekarang}”.",
    advice="Periksa apakah masih benar. Jika tidak, {saran}.",
    reason="Nomor langkah bergeser jika baris disisipkan, dihapus, atau dipindahkan.",
)
def target_moved(batch: Batch) -> Told:
    """A target kept its number since the version before, while its step moved or went away."""
    for dossier in batch.dossiers:
        newest = next(iter(dossier.versions), None)
        before = next(
            (one for one in dossier.versions[1:] if newest and _is_earlier(one, newest)), None
        )
        if newest is None or before is None:
            continue
        pairs = zip(sop_of(before).procedures, sop_of(newest).procedures, strict=False)
        for old, new in pairs:
            for problem in _moved(old, new):
                yield newest, problem


def _is_earlier(one: Review, other: Review) -> bool:
    """Whether it is known which came first; the content alone does not tell."""
    return version_order(one)[:-1] < version_order(other)[:-1]


def _moved(old: Procedure, new: Procedure) -> Iterator[Problem]:
    places = _places(old, new)
    for step in new.steps:
        source = next((old.steps[row - 1] for row, to in places.items() if to == step.row), None)
        for before, now in _kept(source, step) if source else ():
            target, meant = old.step(before.target or 0), places.get(before.target or 0)
            arrives = new.step(now.target or 0)
            if target is None or arrives is None or meant == arrives.row:
                continue
            offered = _rewritten(step, now, new, meant) if meant else ""
            facts: Facts = {
                "isian": LABELS[now.key],
                "nomor": quoted(now.raw.strip(), LABEL_LENGTH),
                "dahulu": quoted(target.activity, LABEL_LENGTH),
                "sekarang": quoted(arrives.activity, LABEL_LENGTH),
                "saran": f"tulis {number_of(new, meant)}" if meant else "tulis nomor yang dimaksud",
            }
            yield Problem(at(now.key, step.row, new.part), facts, suggestion=offered)


def _kept(before: Step, now: Step) -> Iterator[tuple[Branch, Branch]]:
    """Branches that were typed alike in both versions."""
    for old, new in zip(before.branches, now.branches, strict=False):
        if new.key and (old.key, old.label, old.raw) == (new.key, new.label, new.raw):
            yield old, new


def _rewritten(step: Step, branch: Branch, procedure: Procedure, meant: int) -> str:
    """The whole cell with the number of the step that was meant; "" when others stand beside."""
    alone = str(getattr(step, branch.key)).strip() == branch.raw.strip()
    return str(number_of(procedure, meant)) if alone else ""


def _places(old: Procedure, new: Procedure) -> dict[int, int]:
    """Each old row with the row on which the same step stands now; steps that went have none.

    Equal texts first, in order; then texts that are alike; then what stands between two steps
    whose places are known, if nothing was put in or taken out there.
    """
    found: dict[int, int] = {}
    free = {step.row: folded(step.activity)[:LONGEST_COMPARED] for step in new.steps}
    left = {step.row: folded(step.activity)[:LONGEST_COMPARED] for step in old.steps}
    for row, text in tuple(left.items()):
        same = next((to for to, other in free.items() if text and other == text), None)
        if same is not None:
            found[row] = same
            del free[same], left[row]
    for row, text in tuple(left.items()):
        likeness = {to: alike(text, other) for to, other in free.items() if text}
        best = max(likeness, key=lambda to: (likeness[to], -to), default=None)
        if best is not None and likeness[best] >= SAME_STEP:
            found[row] = best
            del free[best], left[row]
    for row in left:
        above, below = found.get(row - 1, 0 if row == 1 else None), found.get(row + 1)
        if above is not None and above + 1 in free and below in (above + 2, None):
            last = row == len(old.steps) and above + 1 == len(new.steps)
            if below is not None or last:
                found[row] = above + 1
                del free[above + 1]
    return found


MOVED_RULES: tuple[Rule, ...] = (target_moved,)
