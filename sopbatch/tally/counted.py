"""What is added up: figures of each row of Daftar SOP, ready for whoever does the sums."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from sopbatch.model import Completion, SopLine
from sopbatch.schema.statuses import STATUSES
from sopbatch.tally.due import due_soon
from sopbatch.tally.lines import completion

FIGURES = [figure.name for figure in fields(Completion)]
LABELS = [status.label for status in STATUSES]
NEVER = date.max.toordinal()
"""Stands for no day where the earliest is looked for."""


class CountedRow(NamedTuple):
    """One SOP in figures; days are ordinals, so that the latest and earliest are plain numbers."""

    unit_code: str
    section: str
    status: str
    last_received: int
    """0 for no day."""
    late_since: int
    """NEVER for no day."""
    due_soon: int
    figures: tuple[int, ...]
    """Of Completion, in the order of its fields."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What a group of rows adds up to."""

    completion: Completion
    by_status: dict[str, int]
    last_received: date | None = None
    late_since: date | None = None
    due_soon: int = 0


NOTHING = Sums(Completion(), dict.fromkeys(LABELS, 0))


@dataclass(frozen=True, slots=True)
class Totals:
    """All sums of a report."""

    total: Sums
    units: Mapping[str, Sums]
    """By code of the unit."""
    sections: Mapping[tuple[str, str], Sums]
    """By code of the unit and name of the section."""


Adding = Callable[[tuple[CountedRow, ...]], Callable[[], Totals]]
"""Begins to add up; what is given back waits for the sums."""


def counted_rows(lines: Sequence[SopLine], as_of: date) -> Iterator[CountedRow]:
    """The rows of Daftar SOP in figures."""
    figures = attrgetter(*FIGURES)
    for line in lines:
        yield CountedRow(
            line.unit_code,
            line.section,
            line.status,
            line.last_received.toordinal() if line.last_received else 0,
            line.deadline.toordinal() if line.late and line.deadline else NEVER,
            int(due_soon(line, as_of)),
            figures(completion(line)),
        )
