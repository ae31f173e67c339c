"""Two amounts of time in, whether they are one length said twice or two ends of one out."""

from collections.abc import Mapping
from itertools import chain

from sopbatch.reading.values.amounts import Amount
from sopbatch.reading.values.units import SUB_DAY

NEAR = 0.2
"""Share by which they may differ: a working day is of seven and a half hours, or of eight."""
_HOURS_A_DAY = 24
_CALENDAR: Mapping[str, float] = {
    "hari": 1,
    "hari kerja": 1,
    "minggu": 7,
    "bulan": 30,
    "triwulan": 91,
    "semester": 182,
    "tahun": 365,
}
"""Days of the calendar that a unit has."""


def same_time(first: Amount, second: Amount, scale: Mapping[str, float]) -> bool:
    """Whether they are as long as one another, in working time or in that of the calendar.

    `scale` has the working minutes of each unit.
    """
    by_calendar = {unit: days * _HOURS_A_DAY * 60 for unit, days in _CALENDAR.items()}
    scales = (scale, {**scale, **by_calendar})
    known = {unit for _, unit in chain(first.parts, second.parts)}
    if not known <= scale.keys():
        return True
    lengths = ((first.minutes(one), second.minutes(one)) for one in scales)
    return any(abs(left - right) <= NEAR * max(left, right) for left, right in lengths)


def comparable(first: Amount, second: Amount) -> bool:
    """Whether both are of one kind of time; hours and minutes are of either."""
    mixed = first.elapsed != second.elapsed
    working = second if first.elapsed else first
    return not mixed or all(unit in SUB_DAY for _, unit in working.parts)
