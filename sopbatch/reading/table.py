"""The procedure table: where its columns, lanes and rows are, by name or by heading."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sopbatch.model import Grid, NamedRange, Sheet
from sopbatch.reading.labels import FoundLabel, find_labels, label_index
from sopbatch.reading.values.text import as_text, fold
from sopbatch.schema.fields import Field
from sopbatch.schema.sop_v1 import (
    ACTIVITY_COLUMN,
    ACTOR,
    DURATION_COLUMN,
    GUIDE_SHEET,
    IDENTITY_SHEET,
    INPUTS_COLUMN,
    LANE_KIND,
    LANES,
    LISTS_SHEET,
    NUMBER_COLUMN,
    OUTPUT_COLUMN,
    PROCEDURE_SHEET,
    REMARK_COLUMN,
    STEP_COLUMNS,
)

COLUMNS = tuple(column for column in STEP_COLUMNS if column is not LANES)
LABELS = label_index(COLUMNS)
HEADER_ROWS = 4
"""A header stands on at most so many rows."""
KINDS = frozenset(fold(kind) for kind in LANE_KIND.choices)
PLACEHOLDERS = frozenset({fold(ACTOR.label), fold(LANES.label)})


@dataclass(frozen=True, slots=True)
class Table:
    """A procedure table on its sheet; rows and columns are 1-based."""

    sheet: Sheet
    part: int
    columns: Mapping[str, int]
    """Key of a step column to its column."""
    lanes: tuple[int, ...]
    """Columns of the lanes, left to right; lane n is the n-th."""
    name_row: int
    kind_row: int
    """0 when the table has no row Jenis."""
    first_row: int
    last_row: int
    renamed: tuple[FoundLabel, ...] = ()
    """Headings that were misspelt and taken for the nearest one."""
    by_names: bool = False


def find_tables(grid: Grid) -> tuple[Table, ...]:
    """Procedure tables in order of their number."""
    tables: list[Table] = []
    for sheet in _candidates(grid):
        named = _by_names(grid, sheet)
        table = named if named is not None else _by_headings(sheet)
        if table is not None:
            tables.append(replace(table, part=len(tables) + 1))
    return tuple(tables)


def _candidates(grid: Grid) -> list[Sheet]:
    """Sheets that may hold a table: "Prosedur" first, then "Prosedur 2" …, then the others.

    Others count only when no sheet is called Prosedur: a renamed sheet is still found.
    """
    passed = {fold(GUIDE_SHEET), fold(LISTS_SHEET), fold(IDENTITY_SHEET)}
    open_sheets = [sheet for sheet in grid.sheets if fold(sheet.name) not in passed]
    called = [sheet for sheet in open_sheets if fold(sheet.name).startswith(fold(PROCEDURE_SHEET))]
    named = [
        sheet
        for sheet in open_sheets
        if any(
            area.sheet.casefold() == sheet.name.casefold()
            for name, area in grid.names.items()
            if name.startswith(ACTIVITY_COLUMN.name)
        )
    ]
    chosen = [sheet for sheet in open_sheets if sheet in called or sheet in named]
    chosen.sort(key=lambda sheet: (sheet not in called, fold(sheet.name)))
    if any(_by_names(grid, sheet) or _by_headings(sheet) for sheet in chosen):
        return chosen
    return [*grid.sheets]


def _by_names(grid: Grid, sheet: Sheet) -> Table | None:
    def area(name: str) -> NamedRange | None:
        for key, found in grid.names.items():
            same_sheet = found.sheet.casefold() == sheet.name.casefold()
            if same_sheet and (key == name or key.startswith(f"{name}_")):
                return found
        return None

    activity, lanes = area(ACTIVITY_COLUMN.name), area(ACTOR.name)
    found = {column.key: area(column.name) for column in COLUMNS}
    if activity is None or lanes is None or sum(place is not None for place in found.values()) < 5:
        return None
    columns = {key: place.left for key, place in found.items() if place is not None}
    kinds = area(LANE_KIND.name)
    by_headings = _by_headings(sheet)
    if by_headings is not None:
        columns = {**by_headings.columns, **columns}
    return Table(
        sheet,
        1,
        columns,
        tuple(
            column
            for column in range(lanes.left, lanes.right + 1)
            if column not in columns.values()
        ),
        name_row=lanes.top,
        kind_row=0 if kinds is None else kinds.top,
        first_row=activity.top,
        last_row=max(activity.bottom, sheet.height),
        by_names=True,
    )


def _by_headings(sheet: Sheet) -> Table | None:
    """The table below the row whose headings name Kegiatan and at least two more columns."""
    labels = list(find_labels(sheet, LABELS))
    for start in [label for label in labels if label.field is ACTIVITY_COLUMN]:
        band = range(start.row, start.row + HEADER_ROWS)
        near = [label for label in labels if label.row in band and label.column != start.column]
        columns = _columns(start, near)
        wanted = {INPUTS_COLUMN.key, DURATION_COLUMN.key, OUTPUT_COLUMN.key}
        if len(wanted & columns.keys()) >= 2:
            return _table(sheet, start, near, columns)
    return None


def _columns(start: FoundLabel, near: list[FoundLabel]) -> dict[str, int]:
    """First heading of each kind; short branch headings (Ya, Tidak) only right of the outputs."""
    columns = {start.field.key: start.column}
    for label in near:
        field = label.field
        if field is ACTIVITY_COLUMN or (field is NUMBER_COLUMN and label.column > start.column):
            continue
        columns.setdefault(field.key, label.column)
    return columns


def _table(
    sheet: Sheet, start: FoundLabel, near: list[FoundLabel], columns: dict[str, int]
) -> Table:
    last_header = max([start.row, *(label.row for label in near if _heads(label.field))])
    right = min(
        (
            column
            for key, column in columns.items()
            if column > start.column
            and key
            in (INPUTS_COLUMN.key, DURATION_COLUMN.key, OUTPUT_COLUMN.key, REMARK_COLUMN.key)
        ),
        default=start.column + 1,
    )
    lanes = tuple(range(start.column + 1, right))
    kind_row = _kind_row(sheet, lanes, last_header)
    name_row = _name_row(sheet, lanes, start.row, kind_row or last_header + 1)
    return Table(
        sheet,
        1,
        columns,
        lanes,
        name_row,
        kind_row,
        first_row=max(last_header, kind_row, name_row) + 1,
        last_row=sheet.height,
        renamed=tuple(label for label in (start, *near) if label.near),
    )


def _heads(field: Field) -> bool:
    return field.key in (INPUTS_COLUMN.key, DURATION_COLUMN.key, OUTPUT_COLUMN.key)


def _kind_row(sheet: Sheet, lanes: tuple[int, ...], last_header: int) -> int:
    for row in (last_header + 1, last_header):
        texts = [fold(as_text(sheet.cells.get((row, column), ""))) for column in lanes]
        if any(text in KINDS for text in texts):
            return row
        left = [fold(as_text(sheet.cells.get((row, column), ""))) for column in (1, 2, 3)]
        if fold(LANE_KIND.label) in left:
            return row
    return 0


def _name_row(sheet: Sheet, lanes: tuple[int, ...], first: int, before: int) -> int:
    """The lowest header row with texts over the lanes other than "Pelaksana"."""
    for row in range(before - 1, first - 1, -1):
        texts = [fold(as_text(sheet.cells.get((row, column), ""))) for column in lanes]
        if any(text and text not in PLACEHOLDERS for text in texts):
            return row
    return before - 1
