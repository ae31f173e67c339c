"""A workbook as cells at absolute places, the only view of a file that reading works on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from sopbatch.model.places import CellRef


class Format(StrEnum):
    """How a workbook is stored; the suffix of its file names."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"


MARKABLE = (Format.XLSX, Format.XLSM)
"""Formats whose own file can be marked or typed into; of others a fresh workbook is written."""


@dataclass(frozen=True, slots=True)
class CellError:
    """An error value such as #REF! stored in a cell."""

    code: str


CellValue = str | int | float | bool | datetime | date | time | timedelta | CellError

NO_CELLS: Mapping[tuple[int, int], CellValue] = MappingProxyType({})
NO_TEXTS: Mapping[tuple[int, int], str] = MappingProxyType({})
NO_LEADERS: Mapping[tuple[int, int], tuple[int, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, 1-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, position: tuple[int, int]) -> bool:
        row, column = position
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet; rows and columns are 1-based and absolute."""

    name: str
    cells: Mapping[tuple[int, int], CellValue] = field(default_factory=lambda: NO_CELLS)
    """(row, column) to value; blank cells and cells of blanks only are absent."""
    formats: Mapping[tuple[int, int], str] = field(default_factory=lambda: NO_TEXTS)
    """(row, column) to number format in the notation of Excel, where it shows more than the value.

    What people see of such a cell is `reading.shown.seen`.
    """
    formulas: Mapping[tuple[int, int], str] = field(default_factory=lambda: NO_TEXTS)
    """(row, column) to formula text without "="; "" where that of an xls or xlsb cannot be told.

    Cells that share a formula have the text of the first of them, as files do: what they quote and
    call is the same. What a single one says is told by `reading.formulas.formula_at`.
    """
    leaders: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=lambda: NO_LEADERS)
    """Where the first of them stands, by the others."""
    uncached: frozenset[tuple[int, int]] = frozenset()
    """Formula cells that hold no stored value."""
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    visible: bool = True
    shapes: int = 0
    """Number of drawing objects (shapes, pictures, charts) lying on the sheet."""
    date_1904: bool = False
    """Plain day numbers count from 1 January 1904."""
    height: int = field(init=False, repr=False, compare=False, default=0)
    """Last row with a value, 0 when the sheet is empty."""
    width: int = field(init=False, repr=False, compare=False, default=0)
    """Last column with a value, 0 when the sheet is empty."""
    compared: dict[tuple[int, int], str] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """Texts in the form in which they are compared, as far as somebody asked (`text_at`)."""
    right_ends: dict[tuple[int, int], int] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """First columns to the right of cells and what is merged there, likewise (`right_of`)."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "height", max((row for row, _ in self.cells), default=0))
        object.__setattr__(self, "width", max((column for _, column in self.cells), default=0))


@dataclass(frozen=True, slots=True)
class NamedRange:
    """A defined name that points to one rectangle, 1-based and inclusive."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    @property
    def first(self) -> CellRef:
        """Its upper left cell."""
        return CellRef(self.sheet, self.top, self.left)


class OutsideKind(StrEnum):
    """What is taken from elsewhere."""

    WORKBOOK = "workbook"
    PROGRAM = "program"
    """Or a service that is asked."""
    OBJECT = "object"
    DATA = "data"
    """A connection to a database or a query."""
    PICTURE = "picture"
    TEMPLATE = "template"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Outside:
    """Something a workbook takes from elsewhere when it is opened."""

    kind: OutsideKind
    target: str
    """As written: a path, an address, a formula, the name of a connection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A workbook: sheets in order, defined names, and how it was stored."""

    format: Format
    sheets: tuple[Sheet, ...]
    names: Mapping[str, NamedRange] = field(default_factory=lambda: MappingProxyType({}))
    """Lower-cased defined name to range; empty for xls and xlsb (not readable there)."""
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Custom document properties (xlsx, xlsm, ods)."""
    has_macros: bool = False
    """Macros are never run and never carried into an output."""
    outside: tuple[Outside, ...] = ()
    """What opening it may fetch or start: never followed, never carried into a document."""
    _named: dict[str, Sheet] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for sheet in self.sheets:
            self._named.setdefault(sheet.name.casefold(), sheet)

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, compared without case."""
        return self._named.get(name.casefold())
