"""What the report tells: tally, reviews and links come in, rows ready to be printed go out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from sopbatch.model import (
    Finding,
    GroupCount,
    Loss,
    OtherFiles,
    PlanChange,
    Register,
    Review,
    SopLine,
    Tally,
    WeekTotals,
)
from sopbatch.report.changes import Change, changes, progressed, withdrawn_files
from sopbatch.report.decisions import PendingDecision, decisions
from sopbatch.report.file_rows import Came, file_rows
from sopbatch.report.files import FileRow
from sopbatch.report.lights import worst_first
from sopbatch.report.pace import Pace, pace_of
from sopbatch.report.unanswered import Unanswered, unanswered
from sopbatch.report.week import Week
from sopbatch.report.week_facts import NO_FACTS, WeekFacts
from sopbatch.report.week_items import WeekOf, week

NO_OTHERS = OtherFiles()
COUNTED, AWAITED = "dihitung", "perbaikan ditunggu"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with the SOP and the file it belongs to."""

    line: SopLine
    review: Review
    finding: Finding
    version: str
    """COUNTED, or AWAITED for the newer faulty version beside the one that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything that one report is made of."""

    tally: Tally
    reviews: tuple[Review, ...]
    register: Register
    as_of: date
    documents: Mapping[str, str] = field(default_factory=dict)
    """sha256 to the path of the PDF, relative to the report."""
    returned: Mapping[str, str] = field(default_factory=dict)
    """sha256 to the path of the marked copy, relative to the report."""
    history: tuple[WeekTotals, ...] = ()
    """Totals of earlier reports."""
    others: OtherFiles = NO_OTHERS
    """What lay in the input besides the files that are counted."""
    digest: str = ""
    """Of everything the report was made from; the ledger knows the run by it."""
    until: time | None = None
    """When receipt closed on the report date; None at the end of the day."""
    losses: tuple[Loss, ...] = ()
    """What counts for less than in the last report of an earlier week."""
    plan_changes: tuple[PlanChange, ...] = ()
    """What became of the plan since then."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Rule codes to the short names of their rules."""
    facts: WeekFacts = NO_FACTS
    """What the run knows of its week."""
    finding_rows: tuple[FindingRow, ...] = ()
    """These and what follows are told by `arranged`."""
    refused: tuple[Review, ...] = ()
    files: tuple[FileRow, ...] = ()
    """All files that came, with what became of each."""
    unanswered: tuple[Unanswered, ...] = ()
    """SOPs whose file went back in an earlier week, and nothing came since."""

    @property
    def week(self) -> Week:
        """The work of the week."""
        return week(
            WeekOf(
                facts=self.facts,
                files=self.files,
                tally=self.tally,
                reviews=self.reviews,
                register=self.register,
                returned=self.returned,
                waiting=self.unanswered,
            )
        )

    @property
    def now(self) -> WeekTotals:
        """The totals of this report."""
        return WeekTotals(self.as_of, self.tally.total)

    @property
    def weeks(self) -> tuple[WeekTotals, ...]:
        """The last report of every earlier week, oldest first, and this one."""
        last = {week.week: week for week in sorted(self.history, key=lambda week: week.as_of)}
        earlier = (week for week in last.values() if week.week < self.now.week)
        return (*earlier, self.now)

    @property
    def before(self) -> WeekTotals | None:
        """The last report of an earlier week."""
        earlier = self.weeks[:-1]
        return earlier[-1] if earlier else None

    @property
    def pace(self) -> Pace | None:
        """How fast the plan is being done; None without an earlier week."""
        return pace_of(self.weeks[:-1], self.now)

    @property
    def pending(self) -> tuple[PendingDecision, ...]:
        """What leaders are to decide, heaviest first."""
        return decisions(self.tally, self.register)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is not as it was in the last report of an earlier week."""
        beside = (*withdrawn_files(self.files, self.facts), *progressed(self.files, self.facts))
        return changes(self.tally, self.losses, self.plan_changes, self.unanswered, beside)

    @property
    def last_deadline(self) -> date | None:
        """By when the whole plan should be done."""
        deadlines = [
            line.deadline
            for line in self.tally.lines
            if line.deadline and not (line.outside_plan or line.revoked)
        ]
        return max(deadlines, default=self.register.settings.round_deadline)

    @property
    def planning(self) -> bool:
        """Whether there is a plan to measure against."""
        return self.tally.can_count_plan and self.tally.total.planned > 0

    @property
    def groups(self) -> tuple[GroupCount, ...]:
        """Units; the sections instead when there is but one unit and it has several."""
        tally = self.tally
        alone = len(tally.units) == 1 and len(tally.sections) > 1
        return tally.sections if alone else tally.units

    @property
    def silent(self) -> tuple[GroupCount, ...]:
        """Units that planned something and sent nothing at all."""
        return tuple(unit for unit in self.tally.units if unit.silent)

    @property
    def grouped_by_section(self) -> bool:
        """Whether `groups` are sections."""
        return self.groups is not self.tally.units


def arranged(given: Content) -> Content:
    """What was given, findings and files joined to the SOPs they are about.

    Units and sections stand worst first, wherever they are listed. What is wrong in a revoked SOP
    is nobody's task.
    """
    units = worst_first(given.tally.units, given.as_of)
    place = {unit.unit.code: at for at, unit in enumerate(units)}
    sections = worst_first(given.tally.sections, given.as_of)
    by_unit = sorted(sections, key=lambda section: place[section.unit.code])
    tally = replace(given.tally, units=units, sections=tuple(by_unit))
    by_digest = {review.received.sha256: review for review in given.reviews}
    return replace(
        given,
        tally=tally,
        finding_rows=tuple(_finding_rows(tally.lines, by_digest)),
        unanswered=unanswered(tally, given.reviews, given.facts.known, given.as_of),
        refused=tuple(review for review in given.reviews if review.reading is None),
        files=file_rows(
            Came(
                tally=tally,
                reviews=given.reviews,
                others=given.others,
                register=given.register,
                facts=given.facts,
            )
        ),
    )


def _finding_rows(
    lines: tuple[SopLine, ...], by_digest: Mapping[str, Review]
) -> Iterator[FindingRow]:
    for line in lines:
        if line.revoked:
            continue
        for digest, version in ((line.sha256, COUNTED), (line.awaiting_sha256, AWAITED)):
            if review := by_digest.get(digest):
                for finding in review.findings:
                    yield FindingRow(line, review, finding, version)
