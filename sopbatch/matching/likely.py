"""Which title of the plan an SOP outside it may have meant: a guess for people to decide on."""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from sopbatch.matching.plan import Plan
from sopbatch.model import Dossier, PlanLine, Register
from sopbatch.text.likeness import title_meant

LONGEST = 300
"""Letters of titles that are compared."""
LIKELY = 65.0
"""Likeness in percent from which a guess is worth reading."""
ALONE = 80.0
"""The same where the agency is not known, so that all titles are looked at."""


def likely_lines(
    dossiers: Iterable[Dossier], register: Register
) -> Iterator[tuple[Dossier, PlanLine]]:
    """SOPs outside the plan with the title that is most like theirs, one without a file first."""
    plan = Plan(register=register)
    known = tuple(dossiers)
    sent = {one.plan.code for one in known if one.plan and one.versions}
    for dossier in known:
        if dossier.plan is None and 0 < len(dossier.title) <= LONGEST:
            own = [line for line in register.plan if line.unit_code == dossier.unit_code]
            lines = [line for line in own or register.plan if not line.withdrawn]
            if line := _likeliest(dossier.title, lines, sent, plan, LIKELY if own else ALONE):
                yield dossier, line


def _likeliest(
    title: str, lines: Sequence[PlanLine], sent: set[str], plan: Plan, least: float
) -> PlanLine | None:
    meant = title_meant(title, [line.title for line in lines])
    key = plan.key(title)
    best: tuple[tuple[bool, float, bool], PlanLine] | None = None
    for line in lines:
        if len(line.title) > LONGEST:
            continue
        other = plan.key(line.title)
        like = (fuzz.token_set_ratio(key, other) + fuzz.token_sort_ratio(key, other)) / 2
        rank = (line.title == meant, like, line.code not in sent)
        if (line.title == meant or like >= least) and (best is None or rank > best[0]):
            best = rank, line
    return best[1] if best else None
