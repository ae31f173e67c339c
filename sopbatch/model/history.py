"""Week after week: totals of earlier reports."""

from dataclasses import dataclass
from datetime import date

from sopbatch.model.counts import Completion


@dataclass(frozen=True, slots=True)
class WeekTotals:
    """Totals of the last report of a week."""

    as_of: date
    total: Completion

    @property
    def week(self) -> str:
        """ISO week, such as "2026-W40"."""
        return iso_week(self.as_of)


def iso_week(day: date) -> str:
    """ISO week of a day, such as "2026-W40"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
