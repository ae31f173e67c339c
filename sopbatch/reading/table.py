"""The procedure table: where its columns, lanes and rows are, by heading or by name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sopbatch.model import CellValue, Grid, NamedRange, Sheet
from sopbatch.reading.labels import FoundLabel, find_labels, label_index, text_at
from sopbatch.reading.values.text import symbol
from sopbatch.schema.sop import (
    ACTIVITY_COLUMN,
    ACTOR,
    CHECK_LABEL,
    DURATION_COLUMN,
    INPUTS_COLUMN,
    LANE_KIND,
    LANES,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    NUMBER_COLUMN,
    OUTPUT_COLUMN,
    STEP_COLUMNS,
    YES_COLUMN,
)
from sopbatch.text.straight import fold

COLUMNS = tuple(column for column in STEP_COLUMNS if column is not LANES)
CHECK = fold(CHECK_LABEL)
LABELS = label_index(STEP_COLUMNS)
QUALITY = (INPUTS_COLUMN.key, DURATION_COLUMN.key, OUTPUT_COLUMN.key)
TARGETS = (YES_COLUMN.key, NO_TARGET_COLUMN.key, NEXT_COLUMN.key)
HEADER_ROWS = 4
"""A header stands on at most so many rows."""
GROUP_ROWS = 1
"""Heads of groups stand so far above the first row that names tell of."""
KINDS = frozenset(fold(kind) for kind in LANE_KIND.choices)
PLACEHOLDERS = frozenset(fold(text) for text in (ACTOR.label, LANES.label, *LANES.variants))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureTable:
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
    goes_on: tuple["ProcedureTable", ...] = ()
    """The same table further down on its sheet, each time under its heading repeated."""

    @property
    def used_columns(self) -> tuple[int, ...]:
        """All columns that are read, left to right."""
        return tuple(sorted({*self.columns.values(), *self.lanes}))

    @property
    def rows(self) -> tuple[int, ...]:
        """Rows on which steps may stand, top to bottom."""
        stretches = (range(one.first_row, one.last_row + 1) for one in (self, *self.goes_on))
        return tuple(row for stretch in stretches for row in stretch)

    @property
    def check_column(self) -> int:
        """Column of the form's own remarks on each row, 0 when there is none."""
        return next(iter(self.check_columns), 0)

    @property
    def check_columns(self) -> tuple[int, ...]:
        """That column, and the hidden ones with the same heading, from left to right."""
        found = {
            column
            for row in range(self.top_row - GROUP_ROWS, self.first_row)
            for column in range(1, self.sheet.width + 1)
            if text_at(self.sheet, row, column) == CHECK
        }
        return tuple(sorted(found))

    @property
    def typed(self) -> Mapping[tuple[int, int], CellValue | None]:
        """What stands in the table by (row, column): names and kinds of lanes, rows of steps.

        Numbers are left out: they are no more than a row's own.
        """
        own = {*self.used_columns} - {self.columns.get(NUMBER_COLUMN.key, 0)}
        places = [(row, column) for row in (self.name_row, self.kind_row) for column in self.lanes]
        rows = range(self.first_row, self.last_row + 1)
        places += [(row, column) for row in rows for column in own]
        sheet = self.sheet
        return {
            at: sheet.cells.get(at) for at in places if at in sheet.cells or at in sheet.uncached
        }

    @property
    def blank(self) -> bool:
        """Whether nobody wrote anything: no lane has a name, no row more than its number."""
        return not self.typed


def tables_on(grid: Grid, sheet: Sheet) -> tuple[ProcedureTable, ...]:
    """The tables of a sheet, top to bottom.

    What people see, the headings, holds; names fill in for headings that are gone. Names that
    contradict a heading were left behind by a program that moved the cells, and are not used.
    """
    by_name, headed = _by_names(grid, sheet), _by_headings(sheet)
    if by_name is None:
        return headed
    if not headed:
        return (by_name,)
    named = next((one for one in headed if by_name.first_row <= one.last_row), headed[-1])
    return tuple(_with_names(one, by_name) if one is named else one for one in headed)


def _with_names(headed: ProcedureTable, by_name: ProcedureTable) -> ProcedureTable:
    """A table found by its headings, with the columns that only names still tell."""
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


def _area(names: Mapping[str, NamedRange], name: str) -> NamedRange | None:
    """The range of a column's name, which ends in its number on further sheets."""
    for key, found in names.items():
        if key.startswith(name) and re.fullmatch(r"(_\d+)?", key.removeprefix(name)):
            return found
    return None


def _by_names(grid: Grid, sheet: Sheet) -> ProcedureTable | None:
    own = sheet.name.casefold()
    names = {key: area for key, area in grid.names.items() if area.sheet.casefold() == own}
    activity, lanes = (_area(names, name) for name in (ACTIVITY_COLUMN.name, ACTOR.name))
    areas = {column.key: _area(names, column.name) for column in COLUMNS}
    columns = {key: area.left for key, area in areas.items() if area is not None}
    if activity is None or lanes is None or len(columns) < 5:
        return None
    kinds = _area(names, LANE_KIND.name)
    return ProcedureTable(
        sheet=sheet,
        part=1,
        columns=columns,
        lanes=tuple(sorted({*range(lanes.left, lanes.right + 1)} - {*columns.values()})),
        top_row=lanes.top,
        name_row=lanes.top,
        kind_row=0 if kinds is None else kinds.top,
        first_row=activity.top,
        last_row=max(activity.bottom, sheet.height),
    )


def _by_headings(sheet: Sheet) -> tuple[ProcedureTable, ...]:
    """The tables whose headings name Kegiatan and at least two of Mutu Baku, top to bottom.

    Of two such headings close together the lower one counts: a title above may be called
    "Prosedur" as well.
    """
    labels = tuple(label for label in find_labels(sheet, LABELS) if not label.value)
    found: list[ProcedureTable] = []
    end = max(sheet.height, *(row for row, _ in sheet.uncached), 0) + 1
    by_row: dict[int, list[FoundLabel]] = {}
    for label in labels:
        by_row.setdefault(label.row, []).append(label)
    for start in reversed([label for label in labels if label.field is ACTIVITY_COLUMN]):
        window = range(start.row - HEADER_ROWS, min(start.row + HEADER_ROWS, end))
        chosen = _headings(start, [label for row in window for label in by_row.get(row, ())])
        quality = [chosen[key].row for key in QUALITY if key in chosen]
        if start.row < end and len(quality) >= 2 and start.row <= max(quality):
            found.append(_headed(sheet, chosen, end - 1))
            end = found[-1].top_row
    return tuple(reversed(found))


def _headings(start: FoundLabel, labels: Iterable[FoundLabel]) -> dict[str, FoundLabel]:
    """Headings near that of Kegiatan by key: on its rows or below, that of the lanes above.

    "Ya" and "Tidak" are headings only on the header's own rows: below they may be typed answers.
    """
    chosen = {start.field.key: start}
    starts = (one.row for one in labels if one.field is ACTIVITY_COLUMN and one.row < start.row)
    top = max([start.row - HEADER_ROWS, *starts])
    for label in sorted(labels, key=lambda one: one.row < start.row and one.field is not LANES):
        key = label.field.key
        near = top < label.row < start.row + HEADER_ROWS
        misplaced = label.column == start.column or (
            label.field is NUMBER_COLUMN and label.column > start.column
        )
        if near and not misplaced:
            chosen.setdefault(key, label)
    last = max(label.row for key, label in chosen.items() if key not in TARGETS)
    return {key: label for key, label in chosen.items() if label.row <= last}


def _headed(sheet: Sheet, chosen: Mapping[str, FoundLabel], last_row: int) -> ProcedureTable:
    columns = {key: label.column for key, label in chosen.items() if key != LANES.key}
    over_lanes = chosen.get(LANES.key)
    first_lane = over_lanes.column if over_lanes else columns[ACTIVITY_COLUMN.key] + 1
    lanes = _lanes(first_lane, columns, range(first_lane, sheet.width + 1))
    top = min(label.row for label in chosen.values())
    header = max(label.row for label in chosen.values())
    name_row, kind_row = _lane_rows(sheet, columns, lanes, range(top, header + 1))
    return ProcedureTable(
        sheet=sheet,
        part=1,
        columns=columns,
        lanes=lanes,
        top_row=top,
        name_row=name_row,
        kind_row=kind_row,
        first_row=max(header, kind_row, name_row) + 1,
        last_row=last_row,
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
    """The row below the header, or its last one, that is called Jenis or holds mostly kinds."""
    for row in (header + 1, header):
        left = range(1, lanes[0] if lanes else 4)
        if fold(LANE_KIND.label) in _texts(sheet, row, left):
            return row
    texts = _texts(sheet, header + 1, lanes)
    mostly = 2 * len(texts & KINDS) >= len(texts) > 0
    return header + 1 if mostly and not any(map(symbol, texts)) else 0


def _texts(sheet: Sheet, row: int, columns: Iterable[int]) -> set[str]:
    return {text_at(sheet, row, column) for column in columns} - {""}
