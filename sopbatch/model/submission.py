"""What was read from one workbook, and what was found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol, Self, TypeVar

from sopbatch.model.analysis import SopWork
from sopbatch.model.findings import Finding, Problem, Severity
from sopbatch.model.grid import Format
from sopbatch.model.places import CellRef, Place
from sopbatch.model.received import Received
from sopbatch.model.sop import Sop

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Repair:
    """Something the reader put right by itself, told back to the officer."""

    place: Place
    cell: CellRef | None
    sentence: str
    """Indonesian, such as "Label “Judul SOP” kami baca sebagai “Nama SOP”."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One workbook as it was read: where each value was found, what was put right."""

    received: Received
    format: Format
    version: int
    """Template version; 0 when recognised by labels only."""
    cells: Mapping[Place, CellRef] = field(default_factory=lambda: MappingProxyType({}))
    """Where each field stands; blank fields included when their place is known."""
    repairs: tuple[Repair, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What the reader could not read; every problem carries the code of the rule that tells it."""
    values: Mapping[Place, str] = field(default_factory=lambda: MappingProxyType({}))
    """Each field's text as typed, for filling a freshly issued workbook."""
    plain: bool = True
    """No macros, no embedded objects, nothing from elsewhere: it may be attached to a document."""

    @property
    def unit_code(self) -> str:
        """Code of the unit it says it is of, "" when it says none."""
        return ""

    def typed(self, key: str) -> str:
        """What was typed in a field, or first in a list, also where that says nothing ("-")."""
        tries = (Place(key), Place(key, 1))
        return next((self.values[at] for at in tries if self.values.get(at)), "")

    def cell(self, place: Place) -> CellRef | None:
        """The cell of a field; of its list, table or sheet when the field itself has none."""
        tries = (
            place,
            Place(place.key, place.row, place.part),
            Place(place.key, 1, place.part),
            Place(place.key, 0, place.part),
            Place(place.key),
        )
        return next((self.cells[at] for at in tries if at in self.cells), None)


@dataclass(frozen=True, slots=True)
class Submission(Reading):
    """One workbook read as one SOP."""

    sop: Sop = field(kw_only=True)

    @property
    def unit_code(self) -> str:
        """Code of the unit of the SOP."""
        return self.sop.unit_code


class FormRecord(Protocol):
    """What every record of a form says of itself."""

    @property
    def unit_code(self) -> str:
        """Code of the unit it is of."""

    @property
    def keys(self) -> tuple[str, ...]:
        """What in it is counted once within its unit, whichever workbook tells of it last."""

    @property
    def heading(self) -> str:
        """What people call it, such as "Standar Pelayanan Puskesmas Mawar"."""

    @property
    def in_force(self) -> bool:
        """Whether it holds already, so that it is taken in and not held to the rules."""


@dataclass(frozen=True, slots=True)
class FormReading(Reading):
    """One workbook read as another form of the family than the SOP."""

    kind: str = field(kw_only=True)
    """Code of its kind, such as "STANDAR-PELAYANAN"."""
    record: FormRecord = field(kw_only=True)

    def cell(self, place: Place) -> CellRef | None:
        """The cell of a field, or of its list; never that of another sheet of its kind."""
        tries = (place, Place(place.key, 1, place.part), Place(place.key, 0, place.part))
        return next((self.cells[at] for at in tries if at in self.cells), None)

    @property
    def unit_code(self) -> str:
        """Code of the unit of the record."""
        return self.record.unit_code

    def told(self, kind: type[Told]) -> Told:
        """The record as one of a kind that it is known to be of.

        Raises:
            TypeError: it is of another kind.
        """
        if not isinstance(self.record, kind):
            raise TypeError(f"a record of {self.kind}, not {kind.__name__}")
        return self.record


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is to be told of one procedure's flowchart as it was laid out."""

    part: int
    """Of the procedure, 1-based."""
    paper: str
    """Name of its paper."""
    asked: str
    """Name of the paper in the settings."""
    faults: int
    """Geometric faults (0 is promised)."""
    too_intricate: bool = False
    """No drawing was found with the work that one may cost; the rest says nothing then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One received file after reading and rules: a submission with findings, or a refused file."""

    received: Received
    submission: Submission | None
    """None when the file could not be read as an SOP workbook."""
    findings: tuple[Finding, ...] = ()
    crashed: bool = False
    """A bug of ours hit this file (exit code 3)."""
    drawn: tuple[Drawn, ...] = ()
    """Flowcharts of which there is something to tell."""
    is_register: bool = False
    """It is the register that was looked at, and no SOP."""
    form: FormReading | None = None
    """The workbook read as another form of the family; None for an SOP."""
    holds_until: date = date.max
    """The last day on which rules asked about this file alone find the same."""
    work: SopWork | None = field(default=None, compare=False, repr=False)
    """What its SOP describes, where a worker told it; None leaves it to who asks."""

    @property
    def reading(self) -> Reading | None:
        """What was read, whatever its kind; None for a refused file."""
        return self.submission or self.form

    def with_read(self, **parts: Any) -> Self:  # noqa: ANN401 - of any reading
        """The same with other parts of what was read."""
        read, form = self.submission, self.form
        return replace(
            self,
            submission=read and replace(read, **parts),
            form=form and replace(form, **parts),
        )

    @property
    def heading(self) -> str:
        """Title of the SOP, or what another form is called; "" when it could not be read."""
        if self.submission:
            return self.submission.sop.title
        return self.form.record.heading if self.form else ""

    @property
    def errors(self) -> int:
        """Findings that block."""
        return sum(finding.blocks for finding in self.findings)

    @property
    def warnings(self) -> int:
        """Findings of severity peringatan, and errors that do not block."""
        return sum(
            finding.severity >= Severity.WARNING and not finding.blocks for finding in self.findings
        )

    @property
    def publishable(self) -> bool:
        """Level 1, "lengkap (data)": read, and nothing blocks (domain 11.3)."""
        return (self.reading is not None or self.is_register) and self.errors == 0
