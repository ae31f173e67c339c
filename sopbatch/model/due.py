"""What falls due: ratification of the plan, monitoring, evaluation and review of SOPs in force."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopbatch.model.counts import SopLine


class Duty(StrEnum):
    """What must be done by a date."""

    RATIFY = "Penyelesaian"
    MONITOR = "Monitoring"
    EVALUATE = "Evaluasi"
    REVIEW = "Peninjauan"


class Urgency(StrEnum):
    """How near the date is."""

    LATE = "Terlambat"
    DAYS_30 = "0–30 hari"
    DAYS_60 = "31–60 hari"
    DAYS_90 = "61–90 hari"


@dataclass(frozen=True, slots=True)
class DueItem:
    """A duty of one SOP that is late or falls due within 90 days."""

    line: SopLine
    duty: Duty
    due: date
    days: int
    """Days left; negative when the date has passed."""

    @property
    def urgency(self) -> Urgency:
        """The group the date belongs to."""
        limits = ((-1, Urgency.LATE), (30, Urgency.DAYS_30), (60, Urgency.DAYS_60))
        return next((group for limit, group in limits if self.days <= limit), Urgency.DAYS_90)
