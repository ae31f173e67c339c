"""Rows of the procedure table become lanes and steps; odd rows are put right or told."""

from dataclasses import dataclass, replace

from sopbatch.model import Actor, CellRef, Merge, Node, Place, Procedure, Settings, Step
from sopbatch.reading.branches import resolve_branches
from sopbatch.reading.cells import Notebook, hidden_with_data
from sopbatch.reading.table import Table
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.roles import expand_role
from sopbatch.reading.values.text import as_text, is_column_numbers, step_number, symbol
from sopbatch.schema.sop_v1 import ACTOR, LANE_KIND, LANES, NUMBER_COLUMN

TEXT_KEYS = ("activity", "inputs", "output", "remark", "yes", "no_target", "next")


@dataclass(frozen=True, slots=True)
class Row:
    """A sheet row that says something, 1-based."""

    row: int
    typed_number: bool
    """No was typed, not calculated by the template."""


def read_procedure(notebook: Notebook, table: Table, settings: Settings) -> Procedure:
    """One procedure: lanes left to right, steps top to bottom, branches resolved."""
    actors = _actors(notebook, table)
    rows = _rows(notebook, table)
    _state_table_problems(notebook, table, rows)
    numbered = any(row.typed_number for row in rows)
    steps: list[Step] = []
    for row in rows:
        step = _step(notebook, table, actors, row.row, len(steps) + 1, settings)
        if steps and numbered and not row.typed_number and _is_continuation(step):
            _join(notebook, table, steps, step, row.row)
        else:
            steps.append(step)
    return Procedure(table.sheet.name, table.part, actors, resolve_branches(tuple(steps)))


def _actors(notebook: Notebook, table: Table) -> tuple[Actor, ...]:
    actors = []
    for lane, column in enumerate(table.lanes, start=1):
        name = notebook.text(
            Place(ACTOR.key, 0, table.part, lane),
            CellRef(table.sheet.name, table.name_row, column),
        )
        kind = ""
        if table.kind_row:
            kind = notebook.text(
                Place(LANE_KIND.key, 0, table.part, lane),
                CellRef(table.sheet.name, table.kind_row, column),
            )
        if name:
            actors.append(Actor(name, expand_role(name), kind, lane))
    return tuple(actors)


def _rows(notebook: Notebook, table: Table) -> list[Row]:
    """Rows with anything but a calculated number; the row of column numbers is passed over."""
    sheet = table.sheet
    number_column = table.columns.get(NUMBER_COLUMN.key, 0)
    columns = {*table.columns.values(), *table.lanes} - {0}
    rows: list[Row] = []
    for row in range(table.first_row, table.last_row + 1):
        filled = {
            column: sheet.cells[row, column]
            for column in sorted(columns)
            if (row, column) in sheet.cells
        } | {column: "" for column in columns if (row, column) in sheet.uncached}
        said = {column for column in filled if column != number_column}
        if not said and not (number_column in filled and _is_typed(table, row)):
            continue
        if not rows and is_column_numbers(tuple(filled.values())):
            notebook.problem("P-16", Place(LANES.key, 1, table.part))
            continue
        if said:
            rows.append(Row(row, _is_typed(table, row)))
    return rows


def _is_typed(table: Table, row: int) -> bool:
    """Whether No holds a number that a person typed."""
    at = (row, table.columns.get(NUMBER_COLUMN.key, 0))
    return at in table.sheet.cells and at not in table.sheet.formulas


def _step(
    notebook: Notebook,
    table: Table,
    actors: tuple[Actor, ...],
    row: int,
    ordinal: int,
    settings: Settings,
) -> Step:
    def cell(key: str) -> CellRef:
        return CellRef(table.sheet.name, row, table.columns[key])

    def place(key: str) -> Place:
        return Place(key, ordinal, table.part)

    texts = {key: notebook.text(place(key), cell(key)) for key in TEXT_KEYS if key in table.columns}
    number = None
    if NUMBER_COLUMN.key in table.columns:
        at = (row, table.columns[NUMBER_COLUMN.key])
        notebook.cells[place(NUMBER_COLUMN.key)] = cell(NUMBER_COLUMN.key)
        number = table.sheet.cells.get(at)
    duration = None
    if "duration" in table.columns:
        duration = notebook.take(place("duration"), cell("duration"))
    return Step(
        row=ordinal,
        number=None if number is None else step_number(number),
        number_raw="" if number is None else as_text(number),
        nodes=_nodes(notebook, table, actors, row, ordinal),
        duration=parse_duration(duration, settings),
        **texts,
    )


def _nodes(
    notebook: Notebook, table: Table, actors: tuple[Actor, ...], row: int, ordinal: int
) -> tuple[Node, ...]:
    by_lane = {actor.lane: index for index, actor in enumerate(actors)}
    nodes = []
    for lane, column in enumerate(table.lanes, start=1):
        at = Place(LANES.key, ordinal, table.part, lane)
        raw = notebook.text(at, CellRef(table.sheet.name, row, column))
        if not raw:
            continue
        known = symbol(raw)
        if known is None:
            notebook.problem("P-10", at, teks=raw)
        nodes.append(Node(by_lane.get(lane, -1), lane, known, raw))
    return tuple(nodes)


def _is_continuation(step: Step) -> bool:
    """A row without number, symbol and time that goes on with the text of the step above."""
    return not step.nodes and step.duration.kind == "missing" and bool(step.activity or step.inputs)


def _join(notebook: Notebook, table: Table, steps: list[Step], more: Step, row: int) -> None:
    above = steps[-1]
    joined = {
        key: "\n".join(filter(None, (getattr(above, key), getattr(more, key)))) for key in TEXT_KEYS
    }
    steps[-1] = replace(above, **joined)
    place = Place("activity", above.row, table.part)
    notebook.problem("P-17", place)
    notebook.repair(
        place,
        CellRef(table.sheet.name, row, table.columns["activity"]),
        f"Baris {row} tanpa nomor kami baca sebagai lanjutan langkah {above.row}.",
    )
    for stale in [at for at in notebook.cells if at.row == more.row and at.part == table.part]:
        if stale.key in (*TEXT_KEYS, "duration", LANES.key, NUMBER_COLUMN.key):
            del notebook.cells[stale]
            notebook.values.pop(stale, None)


def _state_table_problems(notebook: Notebook, table: Table, rows: list[Row]) -> None:
    """Merged cells and hidden data among the steps."""
    columns = [*table.columns.values(), *table.lanes]
    top = rows[0].row if rows else table.first_row
    area = Merge(top, min(columns), table.last_row, max(columns))
    for merge in table.sheet.merges:
        if (merge.top, merge.left) in area and merge.bottom <= area.bottom:
            first = CellRef(table.sheet.name, merge.top, merge.left)
            last = CellRef(table.sheet.name, merge.bottom, merge.right)
            place = Place("merge", merge.top, table.part)
            notebook.cells[place] = first
            notebook.problem("F-09", place, daerah=f"{first.a1}:{last.a1}")
    if hidden := hidden_with_data(table.sheet, area):
        notebook.problem("F-10", Place("activity", 1, table.part), bagian=hidden)
    if table.sheet.shapes:
        notebook.problem("F-11", Place("activity", 1, table.part), jumlah=table.sheet.shapes)
    for label in table.renamed:
        notebook.repair(
            Place(label.field.key, 0, table.part),
            CellRef(table.sheet.name, label.row, label.column),
            f"Judul kolom “{label.text}” kami baca sebagai “{label.field.label}”.",
        )
