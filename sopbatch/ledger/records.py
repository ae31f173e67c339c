"""What a run tells the ledger, what the ledger tells the next run, and the rows in between."""

from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, astuple, dataclass, field
from datetime import date, time
from hashlib import sha256

from sopbatch.model import (
    NO_REGISTER,
    Completion,
    FormStanding,
    Loss,
    OtherFiles,
    Parcel,
    PlanLine,
    Received,
    Register,
    Review,
    Severity,
    WeekTotals,
)

Row = tuple[str | int | None, ...]
Seen = tuple[date, time | None]
"""A report date, and when receipt closed on it; None at the end of the day."""
ADVICE = Severity.INFO.code
Told = frozenset[tuple[str, str]]
"""Rule and cell of findings that ask for a correction; their sentences may count days."""
NOTHING, ALONE = Completion(), OtherFiles()


@dataclass(frozen=True, slots=True)
class Output:
    """A file in the output folder that sopbatch wrote and may replace."""

    path: str
    """Below the output folder, with "/"."""
    sha256: str
    recipe: str
    """Digest of everything it was made from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What earlier runs left behind."""

    first_seen: Mapping[str, date]
    """sha256 to the date of the first run that saw it."""
    status: Mapping[str, str]
    """SOP key to its status in the last report of an earlier week."""
    outputs: Mapping[str, tuple[Output, ...]]
    """Path to what may stand there: more than one when a run broke off while it was writing."""
    history: tuple[WeekTotals, ...] = ()
    """The last report of every earlier week, oldest first."""
    first_run: Mapping[str, int] = field(default_factory=dict)
    """sha256 to the id of the first run that took it in."""
    next_run: int = 1
    """Id of the run that will be stored next."""
    seen_until: Mapping[str, time | None] = field(default_factory=dict)
    """sha256 to when receipt closed for the first run that saw it; None at the end of that day."""
    received: tuple[Received, ...] = ()
    """All that was ever taken in, by name; where the archive keeps it is not known here."""
    register: Received | None = None
    """The register of the last run that had one."""
    counted: Mapping[str, str] = field(default_factory=dict)
    """SOP key to the sha256 that counted in the last report of an earlier week."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """SOP key to its title then."""
    planned: tuple[PlanLine, ...] = ()
    """The plan then; what changes nothing that is counted is left out."""
    last: date | None = None
    """Report date of the run stored last."""
    plan: frozenset[str] = frozenset()
    """Titles of the plan of the last run that had one."""
    complete: frozenset[str] = frozenset()
    """SOP keys whose counted version had no galat in the last report of an earlier week."""
    returned: Mapping[str, Told] = field(default_factory=dict)
    """sha256 to what its marked copy told when it was last returned in an earlier week."""
    known: frozenset[tuple[str, str]] = frozenset()
    """Contents (sha256, "" for what is no file to read) with the names under which the last report
    of an earlier week told of them."""
    counted_once: frozenset[str] = frozenset()
    """Contents that some run took in, neither held nor withdrawn."""
    withdrawn: frozenset[str] = frozenset()
    """sha256 of the files that it told as withdrawn."""
    parcels: tuple[Parcel, ...] = ()
    """What contents came in, in every run."""


@dataclass(frozen=True, slots=True)
class SopRecord:
    """One SOP after a run."""

    sop: str
    status: str
    counted: str
    """sha256 of the version that counts; "" without one."""
    versions: tuple[Review, ...] = ()
    _: KW_ONLY
    reason: str = ""
    """Why that version counts."""
    before: str = ""
    """Status in the last report of an earlier week; "" when the SOP was not known."""
    origin: str = ""
    since: date | None = None
    title: str = ""
    unit: str = ""
    """Code of the unit."""
    unit_name: str = ""


@dataclass(frozen=True, slots=True)
class Resent:
    """A file that follows an earlier one of its SOP."""

    sha256: str
    earlier: str
    """sha256 of that one."""
    sop: str
    """Key of its SOP."""
    told_by: str
    """An Indonesian name of what tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """All that a run leaves in the ledger."""

    as_of: date
    program: str
    reviews: tuple[Review, ...]
    standings: tuple[SopRecord, ...]
    outputs: tuple[Output, ...]
    total: Completion = NOTHING
    others: OtherFiles = ALONE
    documents: Mapping[str, str] = field(default_factory=dict)
    """sha256 to the path of its PDF, below the output folder."""
    returned: Mapping[str, str] = field(default_factory=dict)
    """sha256 to the path of its marked copy, below the output folder."""
    build: str = ""
    """Digest of the program's own files."""
    inputs: str = ""
    """Digest that the report shows, see `inputs_digest`."""
    report: str = ""
    """sha256 of the report workbook."""
    until: time | None = None
    """When receipt closed on the report date; None at the end of the day."""
    register: Register = NO_REGISTER
    losses: tuple[Loss, ...] = ()
    today: date | None = None
    """The real day, where the report date is a later one."""
    exported: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Form ("svg") to sha256 to the path of its first file, below the output folder."""
    resent: tuple[Resent, ...] = ()
    forms: tuple[FormStanding, ...] = ()
    """What workbooks of other kinds tell of, and which of them counts."""

    @property
    def facts(self) -> Row:
        """The columns of the run itself that make it what it is."""
        register = self.others.register
        known = (register.sha256, register.name) if register else ("", "")
        told = (self.program, self.build, self.inputs, *known, self.report)
        return (*told, clock_text(self.until))


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMemory:
    """A run of the past as the ledger remembers it; paths of files are not known here."""

    id: int
    as_of: date
    until: time | None
    program: str
    build: str
    inputs: str
    report: str
    received: tuple[Received, ...]
    """In the order in which they were read."""
    others: OtherFiles
    documents: Mapping[str, str]
    returned: Mapping[str, str]
    exports: tuple[str, ...]
    """Forms in which its flowcharts were exported."""


def findings_told(review: Review) -> Told:
    """What a review tells its sender, as `Past.returned` remembers it."""
    rows = findings_of(review)
    return frozenset((code, cell) for _, code, level, cell, _ in rows if level != ADVICE)


def clock_text(until: time | None) -> str:
    """ "16:00", and "" for the end of the day."""
    return until.isoformat("minutes") if until else ""


def seen_text(as_of: date, until: time | None) -> str:
    """ "2026-10-02T16:00", or the day alone."""
    clock = clock_text(until)
    return f"{as_of.isoformat()}T{clock}" if clock else as_of.isoformat()


def seen_of(text: str) -> Seen:
    """What `seen_text` wrote."""
    day, _, clock = text.partition("T")
    return date.fromisoformat(day), time.fromisoformat(clock) if clock else None


def inputs_digest(
    as_of: date,
    until: time | None,
    program: str,
    reviews: tuple[Review, ...],
    others: OtherFiles,
) -> str:
    """What a report is made from, as one digest."""
    register = others.register.sha256 if others.register else ""
    names = [(review.received.sha256, review.received.name) for review in reviews]
    letters = [*(review.received.letters for review in reviews), others.letters]
    carried = [astuple(letter) for told in letters for _, letter in told]
    told = repr((seen_text(as_of, until), program, register, names, *carried))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def findings_of(review: Review) -> Iterator[tuple[str, str, str, str, str]]:
    """Rule, severity, cell, suggestion and sentence of each finding of a file."""
    for finding in review.findings:
        yield (
            review.received.sha256,
            finding.code,
            finding.severity.code,
            "" if finding.cell is None else str(finding.cell),
            finding.sentence,
        )
