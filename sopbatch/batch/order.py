"""What a run is asked for, and what it answers.

Imports hardly anything: a run in which nothing changed is over before the rest could be loaded.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from sopbatch.schema.letters import PLAIN, LetterTexts
from sopbatch.times import Times

if TYPE_CHECKING:
    from sopbatch.workers import Cluster, StandingCrew

ReportStage = Callable[[str, int, int], None]
"""Called with the stage in Indonesian, how many are done, and how many there are."""

DEFAULT_OUTPUT = "output"
"""Folder of a run that names none."""

MISTAKE = 2
"""Exit code when the operator must mend something first."""
BUG = 3
"""Exit code when a bug hit a file."""


def no_progress(stage: str, done: int, total: int) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A run as the operator asked for it."""

    input: Path
    output: Path
    as_of: date
    register: Path | None = None
    """The register when it does not lie in the input folder."""
    workers: int | None = None
    """Processes at the same time; None for as many as there are cores."""
    progress: ReportStage = no_progress
    exports: tuple[str, ...] = ()
    """Forms in which the flowcharts are written besides: "svg", "drawio"."""
    until: time | None = None
    """When receipt closed on the report date; None at the end of the day."""
    today: date | None = None
    """The real day, told by the clock; None when it is the report date."""
    keeps_results: bool = False
    """Whether what reading gave is kept in the output folder, and used when it is there."""
    all_copies: bool = False
    """Whether copies are written that went back in an earlier week already."""
    reminders: bool = False
    """Whether late and silent agencies get drafts of reminders."""
    cover_letters: bool = False
    """Whether agencies get letters on paper with what goes back."""
    summary_to: str = ""
    """Address of the operator who gets a draft of what the round did; "" for none."""
    texts: LetterTexts = PLAIN
    """Of letters, as the operator changed them."""
    cluster: "Cluster | None" = None
    """Where tasks are done that can travel; None for this machine."""
    standing: "StandingCrew | None" = field(default=None, compare=False)
    """Processes that are shared with other runs; None for some of its own."""
    words: tuple[str, ...] = ()
    """As it was typed, where nothing but its answer is to be shown; () where not."""
    times: Times = field(default_factory=Times, compare=False)
    """Where the time of the run goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAnswer:
    """What a run tells on the screen, in words."""

    as_of: date
    week: str
    report: Path
    figures: tuple[tuple[str, str, str], ...]
    """Of the week: what, how many, and more about it."""
    exit_code: int
    aside: tuple[tuple[str, str, str], ...]
    """Files that were not read: what became of each, its name, and why."""
    failures: tuple[str, ...]
    notes: tuple[str, ...]
    losses: tuple[str, ...]
    """What counts for less, a clause each."""
    incidents: int
    """How many bugs were met."""
