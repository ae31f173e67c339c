"""What falls due: rows of Daftar SOP come in, duties within 90 days and late ones go out."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from sopbatch.model import DueItem, Duty, SopLine
from sopbatch.schema.statuses import ARCHIVED, IN_FORCE

MONITORING_MONTHS, EVALUATION_MONTHS = 6, 12
"""PermenPAN-RB 35/2012: monitoring every six months, evaluation at least once a year."""
HORIZON, SOON = 90, 30
"""Days ahead."""


def due_items(lines: Sequence[SopLine], as_of: date) -> tuple[DueItem, ...]:
    """Duties that are late or due within the horizon, earliest first.

    Monitoring and evaluation count from the last one that a workbook tells of, else from when the
    SOP took effect. They are called late only where such workbooks are used at all, by anybody:
    until then nothing tells whether they took place.
    """
    told = frozenset(_told_of(lines))
    items = (
        DueItem(line, duty, due, (due - as_of).days)
        for line in lines
        for duty, due in _duties(line, as_of, told)
    )
    near = [item for item in items if item.days <= HORIZON]
    return tuple(sorted(near, key=lambda item: item.due))


def due_soon(line: SopLine, as_of: date) -> bool:
    """Whether a planned title must be done within a month, and is not."""
    days = (line.deadline - as_of).days if line.deadline and _unmet(line) else -1
    return 0 <= days <= SOON


def _unmet(line: SopLine) -> bool:
    return not (line.outside_plan or line.ratified or line.status in ARCHIVED)


def _told_of(lines: Sequence[SopLine]) -> Iterator[Duty]:
    """Duties of which any workbook tells that they were done."""
    if any(line.watched.monitored for line in lines):
        yield Duty.MONITOR
    if any(line.watched.evaluated for line in lines):
        yield Duty.EVALUATE


def _duties(line: SopLine, as_of: date, told: frozenset[Duty]) -> Iterator[tuple[Duty, date]]:
    if _unmet(line) and line.deadline:
        yield Duty.RATIFY, line.deadline
    if line.review_due and line.ratified:
        yield Duty.REVIEW, line.review_due
    if line.status == IN_FORCE.label and line.ratified and line.effective:
        seen = line.watched
        for duty, months, last in (
            (Duty.MONITOR, MONITORING_MONTHS, seen.monitored),
            (Duty.EVALUATE, EVALUATION_MONTHS, seen.evaluated),
        ):
            if due := _next_watch(line.effective, months, last, as_of, told=duty in told):
                yield duty, due


def _next_watch(
    effective: date, months: int, last: date | None, as_of: date, *, told: bool
) -> date | None:
    """When an SOP is to be looked at next; the last day that was missed comes first."""
    if last is not None and last >= effective:
        return months_later(last, months)
    missed = last_date(effective, months, as_of) if told else None
    return missed or next_date(effective, months, as_of)


def last_date(start: date, months: int, as_of: date) -> date | None:
    """The last day before `as_of` that lies whole periods after `start`; None when none does."""
    passed = ((as_of.year - start.year) * 12 + as_of.month - start.month) // months
    days = (months_later(start, number * months) for number in (passed, passed - 1) if number > 0)
    return next((day for day in days if day and day < as_of), None)


def next_date(start: date, months: int, as_of: date) -> date | None:
    """The first day on or after `as_of` that lies whole periods after `start`."""
    passed = (as_of.year - start.year) * 12 + as_of.month - start.month
    first = max(1, passed // months)
    days = (months_later(start, number * months) for number in (first, first + 1))
    return next((day for day in days if day and day >= as_of), None)


def months_later(day: date, months: int) -> date | None:
    """The same day of a later month, or its last day; None beyond the calendar."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
