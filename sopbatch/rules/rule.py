"""What a rule is: a code for ever, words declared once, and one short pure function."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NotRequired, Protocol, TypedDict, Unpack

from sopbatch.model import (
    Dossier,
    Drawn,
    FormReading,
    Place,
    Problem,
    Reading,
    Register,
    Review,
    Severity,
    Sop,
    Submission,
)
from sopbatch.rules.report_day import ReportDay
from sopbatch.schema.fields import LEVELS, Required
from sopbatch.schema.kinds import STATUS_KEY, Kind
from sopbatch.schema.statuses import status_of

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


ANYWHERE = frozenset(("*",))
"""Essential at every field."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule about one workbook may know."""

    submission: Submission
    register: Register
    today: ReportDay
    drawn: tuple[Drawn, ...] = ()
    """Flowcharts of which there is something to tell."""

    @property
    def sop(self) -> Sop:
        """The SOP as read."""
        return self.submission.sop

    @property
    def reading(self) -> Reading:
        """What was read, whatever its kind."""
        return self.submission

    def due(self, required: Required) -> bool:
        """Whether the SOP's status has reached the one from which a field is required.

        An unreadable status counts as Diajukan: whoever sends a workbook wants it looked at.
        """
        if required is Required.NEVER:
            return False
        status = status_of(self.sop.status) or status_of(Required.SUBMITTED)
        wanted = status_of(required)
        return status is not None and wanted is not None and status.rank >= wanted.rank


class HasReading(Protocol):
    """A case of any kind of workbook."""

    @property
    def reading(self) -> Reading:
        """What was read."""


@dataclass(frozen=True, slots=True)
class FormCase:
    """What a rule about a workbook of the family may know."""

    reading: FormReading
    kind: Kind
    register: Register
    today: ReportDay

    @property
    def level(self) -> int:
        """How far it is by its status, 1 for the first; 3 for a kind without one.

        An unreadable or blank status counts as the second: what is sent is to be looked at.
        """
        field = self.kind.field(STATUS_KEY)
        if field is None:
            return 3
        text = self.reading.values.get(Place(STATUS_KEY), "")
        choices = [choice.casefold() for choice in field.choices]
        folded = text.strip().casefold()
        return min(choices.index(folded) + 1, 3) if folded in choices else 2

    def due(self, required: Required) -> bool:
        """Whether it is so far that a field is needed."""
        return 0 < LEVELS[required] <= self.level


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a rule between files may know."""

    reviews: tuple[Review, ...]
    """All files of the run, in order of name; only those with a submission matter here."""
    dossiers: tuple[Dossier, ...]
    register: Register
    as_of: date
    previous_status: Mapping[str, str]
    """Key of the SOP (Dossier.key) to its status after the last run (ledger)."""
    forms: tuple[Review, ...] = ()
    """Workbooks of the family besides SOPs, in order of name."""


CaseCheck = Callable[[Case], Iterator[Problem]]
FormCheck = Callable[[FormCase], Iterator[Problem]]
BatchCheck = Callable[[Batch], Iterator[tuple[Review, Problem]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule's declaration; `check` yields facts, the words stand here."""

    code: str
    name: str
    severity: Severity
    title: str
    """Short name of the problem for people, in lists of many; of the case tells the sentence."""
    sentence: str
    """What is wrong; {placeholders} are filled from the problem's facts."""
    advice: str
    reason: str
    """Why it matters, with its legal or practical source."""
    check: CaseCheck | None = None
    across: BatchCheck | None = None
    form: FormCheck | None = None
    """Asked of workbooks of the family besides SOPs."""
    kinds: frozenset[str] = frozenset()
    """Codes of the kinds it is asked of; all of them when empty."""
    reports_blank: bool = False
    """Says that a cell is blank; other findings at that place are follow-ons and are dropped."""
    needs_package: bool = False
    """Needs names, formulas or hidden flags, which xls and xlsb do not give: skipped there."""
    trial_until: date | None = None
    """Reported without blocking until this date."""
    essential: frozenset[str] = frozenset()
    """Keys of the fields where it blocks a ratified SOP as well, since without them the SOP cannot
    be read, drawn or counted; the others wait for its next revision."""

    def is_essential(self, place: Place) -> bool:
        """Whether it blocks a ratified SOP at this place."""
        return self.essential is ANYWHERE or place.key in self.essential


class Declared(TypedDict):
    """What a declaration tells besides code and severity, as at `Rule`."""

    title: str
    sentence: str
    advice: str
    reason: str
    kinds: NotRequired[frozenset[str]]
    reports_blank: NotRequired[bool]
    needs_package: NotRequired[bool]
    trial_until: NotRequired[date]
    essential: NotRequired[frozenset[str]]


def rule(
    code: str, severity: Severity, **declared: Unpack[Declared]
) -> Callable[[CaseCheck], Rule]:
    """Declare a rule about one workbook; the decorated function's name is the rule's name."""
    return lambda check: Rule(
        code=code, severity=severity, name=_dashed(check), check=check, **declared
    )


def across_rule(
    code: str, severity: Severity, **declared: Unpack[Declared]
) -> Callable[[BatchCheck], Rule]:
    """Declare a rule between files."""
    return lambda check: Rule(
        code=code, severity=severity, name=_dashed(check), across=check, **declared
    )


def form_rule(
    code: str, severity: Severity, **declared: Unpack[Declared]
) -> Callable[[FormCheck], Rule]:
    """Declare a rule about workbooks of some kinds of the family, of all of them by default."""
    return lambda check: Rule(
        code=code, severity=severity, name=_dashed(check), form=check, **declared
    )


def _dashed(function: Callable[..., object]) -> str:
    return getattr(function, "__name__", "").replace("_", "-")


def reported(case: HasReading, code: str) -> Iterator[Problem]:
    """Problems that reading already stated under this code."""
    return (problem for problem in case.reading.problems if problem.code == code)


def at(key: str, row: int = 0, part: int = 1, lane: int = 0) -> Place:
    """A place, short enough to be read within a rule."""
    return Place(key, row, part, lane)
