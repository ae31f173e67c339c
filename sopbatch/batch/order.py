"""What a run is asked for, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

from sopbatch.model import Loss, Register, Review, Tally
from sopbatch.report.week import Week, WeekFigure
from sopbatch.schema.letters import PLAIN, LetterTexts
from sopbatch.workers import Cluster, StandingCrew, Times

ReportStage = Callable[[str, int, int], None]
"""Called with the stage in Indonesian, how many are done, and how many there are."""

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
    cluster: Cluster | None = None
    """Where tasks are done that can travel; None for this machine."""
    standing: StandingCrew | None = field(default=None, compare=False)
    """Processes that are shared with other runs; None for some of its own."""
    times: Times = field(default_factory=Times, compare=False)
    """Where the time of the run goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAnswer:
    """What a run tells on the screen; the names are those of its result."""

    as_of: date
    report: Path
    figures: tuple[WeekFigure, ...]
    """Of the week."""
    exit_code: int
    not_taken: tuple[tuple[str, str], ...]
    passed: tuple[tuple[str, str], ...]
    failures: tuple[str, ...]
    notes: tuple[str, ...]
    losses: tuple[Loss, ...]
    incidents: int
    """How many bugs were met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """What came out of a run."""

    as_of: date
    register: Register
    reviews: tuple[Review, ...]
    tally: Tally
    report: Path
    outputs: tuple[str, ...]
    """Paths below the output folder, with "/"."""
    not_taken: tuple[tuple[str, str], ...] = ()
    """Names in the input folder that are no files to read, with the reason."""
    passed: tuple[tuple[str, str], ...] = ()
    """Names of files that are no SOP though nothing is wrong with them, with what they are."""
    incidents: tuple[str, ...] = ()
    """Tracebacks of bugs, already in the log."""
    failures: tuple[str, ...] = ()
    """Outputs that could not be made, one Indonesian sentence each."""
    notes: tuple[str, ...] = ()
    """What the operator should know, one Indonesian sentence each."""
    losses: tuple[Loss, ...] = ()
    """What counts for less than in the last report of an earlier week."""
    week: Week | None = None
    """What the week asks for."""
    forms: tuple[Review, ...] = ()
    """Workbooks of the other kinds of the family."""

    @property
    def answer(self) -> RunAnswer:
        """What is told on the screen."""
        return RunAnswer(
            as_of=self.as_of,
            report=self.report,
            figures=self.week.figures if self.week else (),
            exit_code=self.exit_code,
            not_taken=self.not_taken,
            passed=self.passed,
            failures=self.failures,
            notes=self.notes,
            losses=self.losses,
            incidents=len(self.incidents),
        )

    @property
    def complete(self) -> int:
        """Files read without galat."""
        return sum(review.publishable for review in self.reviews)

    @property
    def superseded(self) -> int:
        """Files that must be mended no more, since others took their places."""
        return sum(
            review.submission is not None
            and not review.publishable
            and review.received.sha256 in self.tally.replaced
            for review in self.reviews
        )

    @property
    def from_archive(self) -> int:
        """Files that no longer lie in the input folder and still count."""
        return sum(review.received.from_archive for review in self.reviews)

    @property
    def unreadable(self) -> int:
        """Files that could not be read as an SOP workbook."""
        return sum(review.submission is None for review in self.reviews)

    @property
    def to_fix(self) -> int:
        """Files read that must be mended."""
        return len(self.reviews) - self.complete - self.unreadable - self.superseded

    @property
    def exit_code(self) -> int:
        """0 nothing to mend, 1 something must be mended, 3 a bug hit a file.

        It speaks of what came since the last report of an earlier week, and of this run's own
        failures: a file that somebody else has yet to mend would make every run fail.
        """
        if self.incidents:
            return BUG
        return int(bool((self.week and self.week.to_mend) or self.failures))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """Reviews of the files asked for, and what was written beside them."""

    reviews: tuple[Review, ...]
    not_taken: tuple[tuple[str, str], ...] = ()
    """As of a run."""
    passed: tuple[tuple[str, str], ...] = ()
    """Names of files that are no SOP though nothing is wrong with them, with what they are."""
    incidents: tuple[str, ...] = ()
    """Tracebacks of bugs."""
    notes: tuple[str, ...] = ()
    marked: tuple[Path, ...] = ()
    """Marked copies."""
    failures: tuple[str, ...] = ()
    """Copies that could not be made, one Indonesian sentence each."""

    @property
    def exit_code(self) -> int:
        """0 nothing to mend, 1 something must be mended, 3 a bug hit a file."""
        if self.incidents:
            return BUG
        to_mend = any(not item.publishable for item in self.reviews)
        return int(to_mend or bool(self.not_taken or self.failures))
