"""What came out of a run or of a check."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopbatch.batch.order import BUG, RunAnswer
from sopbatch.model import Loss, Register, Review, Tally, iso_week
from sopbatch.report.files import FileFate
from sopbatch.report.week import Week
from sopbatch.text.words import count, week_in_words


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
    not_taken: tuple[tuple[str, str], ...]
    """Names in the input folder that are no files to read, with the reason."""
    passed: tuple[tuple[str, str], ...]
    """Names of files that are no SOP though nothing is wrong with them, with what they are."""
    incidents: tuple[str, ...]
    """Tracebacks of bugs, already in the log."""
    failures: tuple[str, ...]
    """Outputs that could not be made, one Indonesian sentence each."""
    notes: tuple[str, ...]
    """What the operator should know, one Indonesian sentence each."""
    losses: tuple[Loss, ...]
    """What counts for less than in the last report of an earlier week."""
    week: Week | None
    """What the week asks for."""
    forms: tuple[Review, ...]
    """Workbooks of the other kinds of the family."""

    @property
    def answer(self) -> RunAnswer:
        """What is told on the screen."""
        return RunAnswer(
            as_of=self.as_of,
            week=week_in_words(iso_week(self.as_of)),
            report=self.report,
            figures=tuple(
                (one.name, count(one.number), one.words)
                for one in (self.week.figures if self.week else ())
            ),
            exit_code=self.exit_code,
            aside=_aside(self.not_taken, self.passed),
            failures=self.failures,
            notes=self.notes,
            losses=tuple(map(_lost, self.losses)),
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
    not_taken: tuple[tuple[str, str], ...]
    """As of a run."""
    passed: tuple[tuple[str, str], ...]
    """Names of files that are no SOP though nothing is wrong with them, with what they are."""
    incidents: tuple[str, ...]
    """Tracebacks of bugs."""
    notes: tuple[str, ...]
    marked: tuple[Path, ...]
    """Marked copies."""
    failures: tuple[str, ...]
    """Copies that could not be made, one Indonesian sentence each."""

    @property
    def aside(self) -> tuple[tuple[str, str, str], ...]:
        """As of a run."""
        return _aside(self.not_taken, self.passed)

    @property
    def exit_code(self) -> int:
        """0 nothing to mend, 1 something must be mended, 3 a bug hit a file."""
        if self.incidents:
            return BUG
        to_mend = any(not item.publishable for item in self.reviews)
        return int(to_mend or bool(self.not_taken or self.failures))


def _aside(
    untaken: tuple[tuple[str, str], ...], passed: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str, str], ...]:
    """In the words of the report: what could not be taken, and what is no form of an SOP."""
    return tuple(
        (fate.value, name, reason)
        for fate, files in ((FileFate.UNTAKEN, untaken), (FileFate.PASSED, passed))
        for name, reason in files
    )


def _lost(loss: Loss) -> str:
    after = loss.after or "tidak terdaftar lagi"
    return f"{loss.title}: {loss.before} menjadi {after}; {loss.reason}"
