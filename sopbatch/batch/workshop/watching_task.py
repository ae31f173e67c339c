"""The yearly report of monitoring, and minutes of verification, typeset in a worker process."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopbatch.writing.letterhead import Letterhead
    from sopbatch.writing.tables.minutes_values import Minutes
    from sopbatch.writing.tables.year_values import WatchingYear


@dataclass(frozen=True, slots=True)
class WatchingTask:
    """Print the report over a year."""

    report: "WatchingYear"
    letterhead: "Letterhead"


def print_watching(task: WatchingTask) -> bytes:
    """The report as PDF."""
    from sopbatch.writing.tables.watching import print_year

    return print_year(task.report, task.letterhead)


@dataclass(frozen=True, slots=True)
class MinutesTask:
    """Print the minutes of a verification."""

    minutes: "Minutes"
    letterhead: "Letterhead"


def print_minutes(task: MinutesTask) -> bytes:
    """The minutes as PDF."""
    from sopbatch.writing.tables.minutes import print_verification

    return print_verification(task.minutes, task.letterhead)
