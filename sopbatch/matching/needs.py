"""Titles that needs workbooks propose, beside the plan: new, known, nearly known, withdrawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sopbatch.matching.plan import Plan
from sopbatch.model import FormStanding, PlanLine, Register
from sopbatch.model.needs import Need, Needs
from sopbatch.text.likeness import near_titles


class TitleStanding(StrEnum):
    """How a proposed title stands to the plan."""

    NEW = "baru"
    KNOWN = "sudah ada"
    NEAR = "mirip"
    """Spelt nearly as a planned one."""
    WITHDRAWN = "dibatalkan"
    """Equal to a title that was withdrawn from the plan."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposed title with the line of the plan that it meets."""

    need: Need
    standing: TitleStanding
    line: PlanLine | None = None


def proposals(needs: Iterable[Need], unit: str, plan: Plan) -> tuple[Proposed, ...]:
    """Each proposed title beside the plan of its unit."""
    return tuple(_proposed(need, unit, plan) for need in needs if need.title)


def _proposed(need: Need, unit: str, plan: Plan) -> Proposed:
    key = plan.key(need.title)
    for index in (plan.titles, plan.others):
        lines = index.get(unit, {}).get(key, [])
        if line := next((one for one in lines if not one.withdrawn), None):
            return Proposed(need, TitleStanding.KNOWN, line)
    if lines := plan.titles.get(unit, {}).get(key, []):
        return Proposed(need, TitleStanding.WITHDRAWN, lines[0])
    near = [
        line
        for title, same in plan.titles.get(unit, {}).items()
        for line in same
        if not line.withdrawn and near_titles(key, title, plan.known)
    ]
    if len(near) == 1:
        return Proposed(need, TitleStanding.NEAR, near[0])
    return Proposed(need, TitleStanding.NEW)


def newest_needs(
    standings: Iterable[FormStanding], register: Register
) -> Iterator[tuple[str, Needs]]:
    """The needs of each unit by its code: of the last year for which nothing holds them back."""
    found: dict[str, Needs] = {}
    for standing in standings:
        form = standing.counted.form
        if form is None or not isinstance(form.record, Needs) or standing.counted.errors:
            continue
        code, record = register.home(form.unit_code), form.record
        if code not in found or (found[code].year or 0) < (record.year or 0):
            found[code] = record
    yield from sorted(found.items())
