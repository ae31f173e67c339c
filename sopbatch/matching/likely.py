"""Which title of the plan an SOP outside it may have meant: a guess for people to decide on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sopbatch.matching.plan import Plan, plan_of
from sopbatch.model import Dossier, PlanLine, Register
from sopbatch.text.alike import alike_in_any_order, alike_in_shared_words
from sopbatch.text.likeness import Titles

LONGEST = 300
"""Letters of titles that are compared."""
LIKELY = 65.0
"""Likeness in percent from which a guess is worth reading."""
ALONE = 80.0
"""The same where the agency is not known, so that all titles are looked at."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """Titles to choose from, ready to be compared with many."""

    lines: Sequence[tuple[PlanLine, str]]
    """Each with its title as titles are compared."""
    likes: Titles


def likely_lines(
    dossiers: Iterable[Dossier], register: Register
) -> Iterator[tuple[Dossier, PlanLine]]:
    """SOPs outside the plan with the title that is most like theirs, one without a file first."""
    plan = plan_of(register)
    known = tuple(dossiers)
    sent = {one.plan.code for one in known if one.plan and one.versions}
    units = {line.unit_code for line in register.plan}
    choices: dict[str | None, _Choice] = {}
    for dossier in known:
        if dossier.plan is None and 0 < len(dossier.title) <= LONGEST:
            unit = dossier.unit_code if dossier.unit_code in units else None
            if unit not in choices:
                choices[unit] = _choice(plan, register, unit)
            least = ALONE if unit is None else LIKELY
            if line := _likeliest(dossier.title, choices[unit], sent, plan, least):
                yield dossier, line


def _choice(plan: Plan, register: Register, unit: str | None) -> _Choice:
    """The titles of a unit; those of all where it is None."""
    own = [line for line in register.plan if not line.withdrawn and unit in (None, line.unit_code)]
    return _Choice(
        [(line, plan.key(line.title)) for line in own if len(line.title) <= LONGEST],
        Titles(line.title for line in own),
    )


def _likeliest(
    title: str, choice: _Choice, sent: set[str], plan: Plan, least: float
) -> PlanLine | None:
    meant = choice.likes.meant(title)
    key = plan.key(title)
    best: tuple[tuple[bool, float, bool], PlanLine] | None = None
    for line, other in choice.lines:
        like = (alike_in_shared_words(key, other) + alike_in_any_order(key, other)) / 2
        rank = (line.title == meant, like, line.code not in sent)
        if (line.title == meant or like >= least) and (best is None or rank > best[0]):
            best = rank, line
    return best[1] if best else None
