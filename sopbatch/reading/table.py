"""The procedure table: where its columns, lanes and rows are, by heading or by name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sopbatch.model import Grid, NamedRange, Sheet
from sopbatch.reading.identity import is_own
from sopbatch.reading.labels import FoundLabel, find_labels, label_index, text_at
from sopbatch.reading.values.text import fold, symbol
from sopbatch.schema.sop_v1 import (
    ACTIVITY_COLUMN,
    ACTOR,
    DURATION_COLUMN,
    INPUTS_COLUMN,
    LANE_KIND,
    LANES,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    NUMBER_COLUMN,
    OUTPUT_COLUMN,
    PROCEDURE_SHEET,
    STEP_COLUMNS,
    YES_COLUMN,
)

COLUMNS = tuple(column for column in STEP_COLUMNS if column is not LANES)
LABELS = label_index(STEP_COLUMNS)
QUALITY = (INPUTS_COLUMN.key, DURATION_COLUMN.key, OUTPUT_COLUMN.key)
TARGETS = (YES_COLUMN.key, NO_TARGET_COLUMN.key, NEXT_COLUMN.key)
HEADER_ROWS = 4
"""A header stands on at most so many rows."""
KINDS = frozenset(fold(kind) for kind in LANE_KIND.choices)
PLACEHOLDERS = frozenset(fold(text) for text in (ACTOR.label, LANES.label, *LANES.variants))
SHEET_NAME = re.compile(rf"{fold(PROCEDURE_SHEET)} ?\(?(\d*)\)?")
"""Sheets called so belong to the SOP: "Prosedur", "Prosedur 2", "Prosedur (2)"."""


@dataclass(frozen=True, slots=True)
class Table:
    """A procedure table on its sheet; rows and columns are 1-based."""

    sheet: Sheet
    part: int
    columns: Mapping[str, int]
    """Key of a step column to its column."""
    lanes: tuple[int, ...]
    """Columns of the lanes, left to right; lane n is the n-th."""
    top_row: int
    """First row of the header."""
    name_row: int
    kind_row: int
    """0 when the table has no row Jenis."""
    first_row: int
    last_row: int
    labels: tuple[FoundLabel, ...] = ()
    """Headings by which the columns were found; () by names."""

    @property
    def used_columns(self) -> tuple[int, ...]:
        """All columns that are read, left to right."""
        return tuple(sorted({*self.columns.values(), *self.lanes}))

    @property
    def blank(self) -> bool:
        """Whether nobody wrote anything: no lane has a name, no row more than its number."""
        own = {*self.used_columns} - {self.columns.get(NUMBER_COLUMN.key, 0)}
        rows = range(self.first_row, self.last_row + 1)
        heads = (self.name_row, self.kind_row)
        return not any(
            (row in rows and column in own) or (row in heads and column in self.lanes)
            for row, column in (*self.sheet.cells, *self.sheet.uncached)
        )


def find_tables(grid: Grid, elsewhere: Iterable[str] = ()) -> tuple[Table, ...]:
    """Procedure tables in order of their number; those on the sheets `elsewhere` are not ours.

    Sheets called Prosedur, or to which the names of the columns point, go before all others: a
    table on another sheet is read only when there is none.
    """
    foreign = {name.casefold() for name in elsewhere}
    tables = [
        table
        for sheet in grid.sheets
        if not is_own(grid, sheet) and sheet.name.casefold() not in foreign
        if (table := table_on(grid, sheet)) is not None
    ]
    called = [table for table in tables if _is_called(grid, table.sheet)]
    chosen = sorted(called or tables, key=lambda table: _number(table.sheet))
    written = [table for table in chosen if not table.blank] or chosen[:1]
    return tuple(
        replace(table, part=part) for part, table in enumerate(_without_copies(written), start=1)
    )


def _is_called(grid: Grid, sheet: Sheet) -> bool:
    return bool(SHEET_NAME.fullmatch(fold(sheet.name)) or _area(grid, sheet, ACTIVITY_COLUMN.name))


def _number(sheet: Sheet) -> int:
    found = SHEET_NAME.fullmatch(fold(sheet.name))
    return int(found.group(1) or 1) if found else 1


def _without_copies(tables: Iterable[Table]) -> list[Table]:
    """Tables less those that say exactly what one before says (a sheet copied and left so)."""
    kept: list[Table] = []
    for table in tables:
        if not any(table.sheet.cells == other.sheet.cells for other in kept):
            kept.append(table)
    return kept


def table_on(grid: Grid, sheet: Sheet) -> Table | None:
    """The table of a sheet, None when it has none.

    What people see, the headings, holds; names fill in for headings that are gone. Names that
    contradict a heading were left behind by a program that moved the cells, and are not used.
    """
    by_name, headed = _by_names(grid, sheet), _by_headings(sheet)
    if by_name is None or headed is None:
        return headed or by_name
    exact = {label.field.key for label in headed.labels if not label.near}
    sound = all(
        by_name.columns.get(key, column) == column
        for key, column in headed.columns.items()
        if key in exact
    )
    if not sound:
        return headed
    columns = {**headed.columns, **by_name.columns}
    lanes = headed.lanes if LANES.key in exact else by_name.lanes
    return replace(
        headed,
        columns=columns,
        lanes=_lanes(lanes[0], columns, lanes) if lanes else (),
        labels=tuple(label for label in headed.labels if label.near),
    )


def _area(grid: Grid, sheet: Sheet, name: str) -> NamedRange | None:
    """The range on a sheet of a column's name, which ends in its number on further sheets."""
    for key, found in grid.names.items():
        same_sheet = found.sheet.casefold() == sheet.name.casefold()
        if same_sheet and re.fullmatch(rf"{name}(_\d+)?", key):
            return found
    return None


def _by_names(grid: Grid, sheet: Sheet) -> Table | None:
    activity, lanes = (_area(grid, sheet, name) for name in (ACTIVITY_COLUMN.name, ACTOR.name))
    areas = {column.key: _area(grid, sheet, column.name) for column in COLUMNS}
    columns = {key: area.left for key, area in areas.items() if area is not None}
    if activity is None or lanes is None or len(columns) < 5:
        return None
    kinds = _area(grid, sheet, LANE_KIND.name)
    return Table(
        sheet,
        1,
        columns,
        tuple(sorted({*range(lanes.left, lanes.right + 1)} - {*columns.values()})),
        top_row=lanes.top,
        name_row=lanes.top,
        kind_row=0 if kinds is None else kinds.top,
        first_row=activity.top,
        last_row=max(activity.bottom, sheet.height),
    )


def _by_headings(sheet: Sheet) -> Table | None:
    """The table whose headings name Kegiatan and at least two of Mutu Baku.

    The lowest such heading counts: a title above may be called "Prosedur" as well.
    """
    labels = tuple(find_labels(sheet, LABELS))
    for start in reversed([label for label in labels if label.field is ACTIVITY_COLUMN]):
        chosen = _headings(start, labels)
        quality = [chosen[key].row for key in QUALITY if key in chosen]
        if len(quality) >= 2 and start.row <= max(quality):
            return _headed(sheet, chosen)
    return None


def _headings(start: FoundLabel, labels: Iterable[FoundLabel]) -> dict[str, FoundLabel]:
    """Headings near that of Kegiatan by key, those that stand highest.

    "Ya" and "Tidak" are headings only on the header's own rows: below they may be typed answers.
    """
    chosen = {start.field.key: start}
    for label in labels:
        key = label.field.key
        near = start.row - HEADER_ROWS < label.row < start.row + HEADER_ROWS
        misplaced = label.column == start.column or (
            label.field is NUMBER_COLUMN and label.column > start.column
        )
        if near and not misplaced:
            chosen.setdefault(key, label)
    last = max(label.row for key, label in chosen.items() if key not in TARGETS)
    return {key: label for key, label in chosen.items() if label.row <= last}


def _headed(sheet: Sheet, chosen: Mapping[str, FoundLabel]) -> Table:
    columns = {key: label.column for key, label in chosen.items() if key != LANES.key}
    over_lanes = chosen.get(LANES.key)
    first_lane = over_lanes.column if over_lanes else columns[ACTIVITY_COLUMN.key] + 1
    lanes = _lanes(first_lane, columns, range(first_lane, sheet.width + 1))
    top = min(label.row for label in chosen.values())
    header = max(label.row for label in chosen.values())
    name_row, kind_row = _lane_rows(sheet, columns, lanes, range(top, header + 1))
    return Table(
        sheet,
        1,
        columns,
        lanes,
        top,
        name_row,
        kind_row,
        first_row=max(header, kind_row, name_row) + 1,
        last_row=max(sheet.height, *(row for row, _ in sheet.uncached), 0),
        labels=tuple(chosen.values()),
    )


def _lanes(first: int, columns: Mapping[str, int], otherwise: Iterable[int]) -> tuple[int, ...]:
    """Columns from the first lane to the next other column; `otherwise` when none follows."""
    after = min((column for column in columns.values() if column >= first), default=0)
    return tuple(range(first, after)) if after else tuple(sorted(otherwise))


def _lane_rows(
    sheet: Sheet, columns: Mapping[str, int], lanes: tuple[int, ...], header: range
) -> tuple[int, int]:
    """Rows of the lanes' names and kinds; 0 for no row of kinds.

    Names stand on the lowest header row with texts over the lanes, or, where all other headings
    reach down over them, on a row of their own below.
    """
    below = header[-1] + 1
    kind_row = _kind_row(sheet, lanes, header[-1])
    for row in range((kind_row or below) - 1, header[0] - 1, -1):
        if _texts(sheet, row, lanes) - PLACEHOLDERS:
            return row, kind_row
    texts = _texts(sheet, below, lanes)
    alone = texts and not kind_row and not _texts(sheet, below, columns.values())
    if alone and not any(map(symbol, texts)):
        return below, _kind_row(sheet, lanes, below)
    return (kind_row or below) - 1, kind_row


def _kind_row(sheet: Sheet, lanes: tuple[int, ...], header: int) -> int:
    """The row below the header, or its last one, that is called Jenis or holds only kinds."""
    for row in (header + 1, header):
        left = range(1, lanes[0] if lanes else 4)
        if fold(LANE_KIND.label) in _texts(sheet, row, left):
            return row
    texts = _texts(sheet, header + 1, lanes)
    return header + 1 if texts and texts <= KINDS else 0


def _texts(sheet: Sheet, row: int, columns: Iterable[int]) -> set[str]:
    return {text_at(sheet, row, column) for column in columns} - {""}
