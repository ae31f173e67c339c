"""Where version 1 of the SOP template puts each field; the reader trusts it least of all."""

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from types import MappingProxyType

from sopbatch.model import CellRef, Place
from sopbatch.schema.fields import Field, FieldGroup
from sopbatch.schema.sop import (
    ACTOR,
    IDENTITY,
    IDENTITY_SHEET,
    KIND,
    LANE_KIND,
    LANES,
    MAX_LANES,
    PROCEDURE_SHEET,
    STEP_COLUMNS,
    STEP_ROWS,
    VERSION,
)

LABEL_COLUMN = 2
INPUT_COLUMN = 3
STATE_COLUMN = 4
PROMPT_COLUMN = 5
FIRST_IDENTITY_ROW = 6

GROUP_ROW = 6
"""Procedure table: row of the group heads (Pelaksana, Mutu Baku, Alur)."""
NAME_ROW = 7
"""Row of the column names and of the executors' names."""
KIND_ROW = 8
"""Row Jenis."""
FIRST_STEP_ROW = 9
LAST_STEP_ROW = FIRST_STEP_ROW + STEP_ROWS - 1

TEMPLATE_NAMES = ("sopb_template_id", "sopb_template_version", "sopb_schema_hash", "sopb_plan_code")
"""Defined names of the identity cells on the very hidden lists sheet, in order A1, A2, A3, A4."""
CUSTOM_PROPERTY = "sopbatch"
"""Custom document property: "SOP;1;<schema hash>"."""


def identity_rows() -> Iterator[tuple[int, FieldGroup | Field]]:
    """Headings and fields of the sheet Identitas with their 1-based first rows."""
    row = FIRST_IDENTITY_ROW
    for group in IDENTITY:
        yield row, group
        row += 1
        for field in group.fields:
            yield row, field
            row += field.rows
        row += 1


def identity_cells() -> Mapping[Place, CellRef]:
    """Input cell of every identity field and list row."""
    cells: dict[Place, CellRef] = {}
    for row, item in identity_rows():
        if isinstance(item, Field):
            if item.rows == 1:
                cells[Place(item.key)] = CellRef(IDENTITY_SHEET, row, INPUT_COLUMN)
            else:
                for index in range(item.rows):
                    cells[Place(item.key, index + 1)] = CellRef(
                        IDENTITY_SHEET, row + index, INPUT_COLUMN
                    )
    return MappingProxyType(cells)


def step_column(key: str) -> int:
    """1-based column of a step field; of the first lane for "nodes"."""
    column = 1
    for field in STEP_COLUMNS:
        if field.key == key:
            return column
        column += MAX_LANES if field is LANES else 1
    raise KeyError(key)


FIRST_LANE_COLUMN = step_column("nodes")
LAST_LANE_COLUMN = FIRST_LANE_COLUMN + MAX_LANES - 1
CHECK_COLUMN = step_column("next") + 1
"""Column "Periksa": what is still wrong in the row, by formula."""
OPENER_COLUMN = CHECK_COLUMN + 1
"""Empty; keeps rows at their height."""
TARGET_COLUMNS = range(OPENER_COLUMN + 1, OPENER_COLUMN + 55)
"""Hidden, headed as Periksa: the numbers that Ya ke, Tidak ke and Lanjut ke name, the symbols of
the row, the steps it leads to, what is told of rows put in above it, and of its time, whence the
row is reached and how far one comes from it, and what was typed, in plain signs.

Above the first one stand the counters of the table."""
LANE_CELLS = range(TARGET_COLUMNS.stop, TARGET_COLUMNS.stop + MAX_LANES)
"""Hidden, above the table only: a column for each lane, in which names are compared."""


def procedure_sheet(part: int) -> str:
    """Sheet name of a 1-based procedure."""
    return PROCEDURE_SHEET if part == 1 else f"{PROCEDURE_SHEET} {part}"


def procedure_cells(part: int = 1, rows: int = STEP_ROWS) -> Mapping[Place, CellRef]:
    """Input cells of a procedure table: lanes, kinds and `rows` steps."""
    sheet = procedure_sheet(part)
    cells: dict[Place, CellRef] = {}
    for lane in range(1, MAX_LANES + 1):
        column = FIRST_LANE_COLUMN + lane - 1
        cells[Place(ACTOR.key, 0, part, lane)] = CellRef(sheet, NAME_ROW, column)
        cells[Place(LANE_KIND.key, 0, part, lane)] = CellRef(sheet, KIND_ROW, column)
    for step in range(1, rows + 1):
        row = FIRST_STEP_ROW + step - 1
        for field in STEP_COLUMNS:
            if field is LANES:
                for lane in range(1, MAX_LANES + 1):
                    cells[Place(field.key, step, part, lane)] = CellRef(
                        sheet, row, FIRST_LANE_COLUMN + lane - 1
                    )
            else:
                cells[Place(field.key, step, part)] = CellRef(sheet, row, step_column(field.key))
    return MappingProxyType(cells)


def template_cells() -> Mapping[Place, CellRef]:
    """Every input cell of a template with one procedure."""
    return MappingProxyType({**identity_cells(), **procedure_cells()})


@cache
def schema_hash() -> str:
    """Short digest of everything declared; changes when a field, label or place changes."""
    parts = [KIND, str(VERSION)]
    parts += [repr((item.key, item.name, item.label, item.rows, item.choices)) for item in fields()]
    parts += [f"{place}{cell}" for place, cell in sorted(template_cells().items())]
    return sha256("\n".join(parts).encode()).hexdigest()[:12]


def fields() -> tuple[Field, ...]:
    """All fields: identity, executors, step columns."""
    identity = tuple(item for _, item in identity_rows() if isinstance(item, Field))
    return (*identity, ACTOR, LANE_KIND, *STEP_COLUMNS)
