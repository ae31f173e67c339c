"""The filled example of the template as a grid of cells, without a file: casebooks change it."""

from dataclasses import dataclass, field
from datetime import date

from sopbatch.model import CellValue, Format, Grid, Merge, NamedRange, Outside, Sheet
from sopbatch.schema.example import EXAMPLE_ACTORS, EXAMPLE_STEPS
from sopbatch.schema.fields import Field, FieldKind
from sopbatch.schema.places import (
    CUSTOM_PROPERTY,
    FIRST_LANE_COLUMN,
    FIRST_STEP_ROW,
    GROUP_ROW,
    INPUT_COLUMN,
    KIND_ROW,
    LABEL_COLUMN,
    LAST_LANE_COLUMN,
    LAST_STEP_ROW,
    NAME_ROW,
    TEMPLATE_NAMES,
    identity_rows,
    schema_hash,
    step_column,
)
from sopbatch.schema.sop import (
    ACTOR,
    IDENTITY_SHEET,
    KIND,
    LANE_KIND,
    LANES,
    LISTS_SHEET,
    NUMBER_COLUMN,
    PROCEDURE_SHEET,
    STEP_COLUMNS,
    VERSION,
)

SCHEMA = schema_hash()
Cells = dict[tuple[int, int], CellValue]


@dataclass(slots=True)
class SheetDraft:
    """One sheet while it is being drawn; 1-based rows and columns."""

    cells: Cells = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    uncached: set[tuple[int, int]] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    shapes: int = 0

    def clear(self, at: tuple[int, int]) -> None:
        """Leave nothing in a cell."""
        self.cells.pop(at, None)
        self.formulas.pop(at, None)
        self.uncached.discard(at)


@dataclass(slots=True)
class WorkbookDraft:
    """A workbook while it is being drawn."""

    sheets: dict[str, SheetDraft] = field(default_factory=dict)
    names: dict[str, NamedRange] = field(default_factory=dict)
    format: Format = Format.XLSX
    has_macros: bool = False
    outside: list[Outside] = field(default_factory=list)
    stamp: dict[str, str] = field(
        default_factory=lambda: {CUSTOM_PROPERTY: f"{KIND};{VERSION};{SCHEMA}"}
    )
    hidden: set[str] = field(default_factory=lambda: {LISTS_SHEET})
    """Names of the sheets that are not seen."""

    def sheet(self, name: str) -> SheetDraft:
        """The sheet of that name, made when there is none."""
        return self.sheets.setdefault(name, SheetDraft())

    def grid(self) -> Grid:
        """What reading would see; xls and xlsb keep values only."""
        poor = self.format in ("xls", "xlsb")
        return Grid(
            format=self.format,
            sheets=tuple(
                _sheet(name, draft, poor=poor, visible=name not in self.hidden)
                for name, draft in self.sheets.items()
            ),
            names={} if poor else dict(self.names),
            properties=dict(self.stamp) if self.names else {},
            has_macros=self.has_macros,
            outside=tuple(self.outside),
        )


def _sheet(name: str, draft: SheetDraft, *, poor: bool, visible: bool) -> Sheet:
    if poor:
        return Sheet(name=name, cells=dict(draft.cells), visible=visible)
    return Sheet(
        name=name,
        cells=dict(draft.cells),
        formulas=dict(draft.formulas),
        uncached=frozenset(draft.uncached),
        merges=tuple(draft.merges),
        hidden_rows=frozenset(draft.hidden_rows),
        hidden_columns=frozenset(draft.hidden_columns),
        visible=visible,
        shapes=draft.shapes,
    )


def clean_workbook() -> WorkbookDraft:
    """The example as the template holds it: identity, nine steps, defined names."""
    book = WorkbookDraft()
    _draw_identity(book)
    _draw_procedure(book)
    lists = book.sheet(LISTS_SHEET)
    for row, (name, value) in enumerate(
        zip(TEMPLATE_NAMES, (KIND, str(VERSION), SCHEMA, "TL-01"), strict=True), start=1
    ):
        lists.cells[row, 1] = value
        book.names[name] = NamedRange(LISTS_SHEET, row, 1, row, 1)
    return book


def _draw_identity(book: WorkbookDraft) -> None:
    sheet = book.sheet(IDENTITY_SHEET)
    for row, item in identity_rows():
        if not isinstance(item, Field):
            sheet.cells[row, LABEL_COLUMN] = item.heading
            continue
        sheet.cells[row, LABEL_COLUMN] = item.label
        for index, text in enumerate(item.example):
            sheet.cells[row + index, INPUT_COLUMN] = _stored(item, text)
        last = row + item.rows - 1
        book.names[item.name] = NamedRange(IDENTITY_SHEET, row, INPUT_COLUMN, last, INPUT_COLUMN)


def _stored(item: Field, text: str) -> CellValue:
    if item.kind is FieldKind.DATE and text != "-":
        return date.fromisoformat(text)
    return int(text) if item.kind is FieldKind.INTEGER else text


def _draw_procedure(book: WorkbookDraft) -> None:
    sheet = book.sheet(PROCEDURE_SHEET)
    for column in STEP_COLUMNS:
        left = step_column(column.key)
        right = LAST_LANE_COLUMN if column is LANES else left
        row = GROUP_ROW if column is LANES else NAME_ROW
        sheet.cells[row, left] = column.label
        book.names[column.name] = NamedRange(
            PROCEDURE_SHEET, FIRST_STEP_ROW, left, LAST_STEP_ROW, right
        )
    for lane, (name, kind) in enumerate(EXAMPLE_ACTORS):
        sheet.cells[NAME_ROW, FIRST_LANE_COLUMN + lane] = name
        sheet.cells[KIND_ROW, FIRST_LANE_COLUMN + lane] = kind
    for item, row in ((ACTOR, NAME_ROW), (LANE_KIND, KIND_ROW)):
        book.names[item.name] = NamedRange(
            PROCEDURE_SHEET, row, FIRST_LANE_COLUMN, row, LAST_LANE_COLUMN
        )
    for number, step in enumerate(EXAMPLE_STEPS, start=1):
        row = FIRST_STEP_ROW + number - 1
        at_number = (row, step_column(NUMBER_COLUMN.key))
        sheet.cells[at_number] = number
        sheet.formulas[at_number] = f"ROW()-{FIRST_STEP_ROW - 1}"
        sheet.cells[row, FIRST_LANE_COLUMN + step.lane - 1] = step.symbol
        for key in ("activity", "inputs", "duration", "output", "remark", "yes", "no_target"):
            if text := getattr(step, key):
                sheet.cells[row, step_column(key)] = text
