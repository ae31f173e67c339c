"""Week after week: totals of earlier reports, the pace they show, and where it leads."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from sopbatch.model.counts import Completion

PACE_WEEKS = 4
"""Weeks that a pace is measured over."""


@dataclass(frozen=True, slots=True)
class WeekTotals:
    """Totals of the last report of a week."""

    as_of: date
    total: Completion

    @property
    def week(self) -> str:
        """ISO week, such as "2026-W40"."""
        return iso_week(self.as_of)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast planned SOPs become ratified, and when all would be."""

    per_week: float
    weeks: float
    """Weeks it was measured over."""
    expected: date | None
    """Day on which the plan would be done; None when nothing moves."""


def iso_week(day: date) -> str:
    """ISO week of a day, such as "2026-W40"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def pace_of(history: tuple[WeekTotals, ...], now: WeekTotals) -> Pace | None:
    """The pace over the last weeks; None without an earlier week to measure from."""
    start = now.as_of - timedelta(weeks=PACE_WEEKS)
    earlier = sorted((w for w in history if w.as_of < now.as_of), key=lambda week: week.as_of)
    if not earlier:
        return None
    before = [week for week in earlier if week.as_of <= start]
    first = before[-1] if before else earlier[0]
    weeks = (now.as_of - first.as_of).days / 7
    per_week = (now.total.planned_ratified - first.total.planned_ratified) / weeks
    left = now.total.planned - now.total.planned_ratified
    return Pace(per_week, weeks, _expected(now.as_of, left, per_week))


def _expected(today: date, left: int, per_week: float) -> date | None:
    if left <= 0:
        return today
    days = left / per_week * 7 if per_week > 0 else None
    if days is None or days > (date.max - today).days:
        return None
    return today + timedelta(days=ceil(days))
