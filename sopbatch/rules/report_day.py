"""The day of the run as rules ask for it, and until when what they heard stays true."""

from datetime import MAXYEAR, date, timedelta


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 1 March for 29 February where the year has none.

    The last day there is, where it would be beyond it.
    """
    if day.year + years > MAXYEAR:
        return date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


class ReportDay:
    """Answers questions about the day, and so knows how long findings hold that follow from them.

    It never shows the day without taking note, so no rule can depend on it in secret.
    """

    def __init__(self, day: date) -> None:
        self._day = day
        self._until = date.max

    @property
    def holds_until(self) -> date:
        """The last day, from this one on, on which each answer given so far is the same."""
        return self._until

    def is_before(self, day: date) -> bool:
        """Whether the run is on an earlier day."""
        before = self._day < day
        if before:
            self._hold_until(day - timedelta(days=1))
        return before

    def is_after(self, day: date) -> bool:
        """Whether the run is on a later day."""
        after = self._day > day
        if not after:
            self._hold_until(day)
        return after

    def exactly(self) -> date:
        """The day itself: what follows from it holds on no other one."""
        self._hold_until(self._day)
        return self._day

    def _hold_until(self, day: date) -> None:
        self._until = min(self._until, day)
