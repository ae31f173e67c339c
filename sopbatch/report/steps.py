"""How far the SOPs of each agency are, by the last step of drafting that was told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sopbatch.model import SopLine
from sopbatch.schema.drafting import STEPS


@dataclass(frozen=True, slots=True)
class UnitSteps:
    """An agency's SOPs of which a step is told."""

    unit: str
    counts: tuple[int, ...]
    """SOPs whose last step it is, for each step in order."""
    waiting: SopLine | None
    """The one that has rested longest in its step; None when all are ratified."""

    @property
    def told(self) -> int:
        """SOPs of which a step is told."""
        return sum(self.counts)

    @property
    def since(self) -> date | None:
        """Day of the last step of the one that has rested longest."""
        return self.waiting.drafting.day if self.waiting else None


def unit_steps(lines: Iterable[SopLine]) -> Iterator[UnitSteps]:
    """By agency, the one with an SOP that has rested longest first."""
    by_unit: dict[str, list[SopLine]] = {}
    for line in lines:
        if line.drafting.place and not line.revoked:
            by_unit.setdefault(line.unit_name, []).append(line)
    found = [_of(unit, own) for unit, own in by_unit.items()]
    yield from sorted(found, key=lambda one: (one.since or date.max, one.unit))


def _of(unit: str, lines: list[SopLine]) -> UnitSteps:
    places = [line.drafting.place for line in lines]
    counts = tuple(places.count(place) for place in range(1, len(STEPS) + 1))
    resting = [line for line in lines if line.drafting.place < len(STEPS)]
    resting.sort(key=lambda line: (line.drafting.day or date.max, line.title))
    return UnitSteps(unit, counts, resting[0] if resting else None)
