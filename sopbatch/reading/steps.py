"""Rows of the procedure table become lanes and steps; odd rows are put right or told."""

from dataclasses import dataclass, replace

from sopbatch.model import (
    Actor,
    CellRef,
    Duration,
    Place,
    Procedure,
    Settings,
    Step,
)
from sopbatch.reading import limits
from sopbatch.reading.asides import state_rows
from sopbatch.reading.branches import parts, resolve_branches
from sopbatch.reading.cells import Notebook
from sopbatch.reading.counting import Count, count_of
from sopbatch.reading.head_units import unit_in_head, with_unit
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.rows import (
    LETTER,
    TableRows,
    counts,
    filled,
    is_calculated,
    is_computed,
    sort_rows,
)
from sopbatch.reading.table import ProcedureTable
from sopbatch.reading.turns import Typed, in_turns, says_no_symbol, symbols_in
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.lists import strip_marker
from sopbatch.reading.values.text import step_number
from sopbatch.schema.settings import JOINTLY
from sopbatch.schema.sop import (
    ACTIVITY_COLUMN,
    ACTOR,
    DURATION_COLUMN,
    LANE_KIND,
    LANES,
    NUMBER_COLUMN,
)
from sopbatch.text.roles import role_key
from sopbatch.text.straight import clean, fold, is_missing

KINDS = {fold(kind): kind for kind in LANE_KIND.choices}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReader:
    """A procedure table being read, step by step."""

    notebook: Notebook
    table: ProcedureTable
    settings: Settings
    actors: tuple[Actor, ...]
    count: Count | None
    """How the form numbers the rows; None when the officers do."""
    unit: str
    """Of times without one, told by the head of their column; "" when it tells none."""

    def step(self, rows: tuple[int, ...], ordinal: int, stage: str) -> Step:
        """The step on these sheet rows; more than one when rows go on without a number.

        `stage` is the heading above it, "" for none.
        """

        def text(key: str) -> str:
            return self._text(key, rows, ordinal)

        number, number_raw = self._number(rows[0], ordinal)
        step = Step(
            row=ordinal,
            number=number,
            number_raw=number_raw,
            activity=self._activity(text("activity"), rows[0], ordinal),
            inputs=text("inputs"),
            duration=self._duration(rows[0], ordinal),
            output=text("output"),
            remark=text("remark"),
            yes=text("yes"),
            no_target=text("no_target"),
            next=text("next"),
            stage=stage,
        )
        typed = self._symbols(rows[0], ordinal)
        jointly = self.settings.same_symbols == JOINTLY
        return replace(step, nodes=in_turns(typed, jointly=jointly, parts=parts(step)))

    def _text(self, key: str, rows: tuple[int, ...], ordinal: int) -> str:
        """The text of a column, that of further rows on lines below."""
        if key not in self.table.columns:
            return ""
        place, column = Place(key, ordinal, self.table.part), self.table.columns[key]
        cells = [CellRef(self.table.sheet.name, row, column) for row in rows]
        texts = {cell: text for cell in cells if (text := self.notebook.text(place, cell))}
        self.notebook.cells[place] = next(iter(texts), cells[0])
        several = tuple(texts.values())
        return self.notebook.joined(place, several) if len(several) > 1 else "".join(several)

    def _activity(self, text: str, row: int, ordinal: int) -> str:
        """The text without the number or bullet before it; a list of several lines stays whole."""
        first, *more = text.split("\n")
        rest = strip_marker(first)
        if rest in ("", first) or any(strip_marker(line) != line.strip() for line in more):
            return text
        place = Place("activity", ordinal, self.table.part)
        cell = CellRef(self.table.sheet.name, row, self.table.columns["activity"])
        mark = first.removesuffix(rest).strip()
        self.notebook.repair(
            place, cell, f"Tanda “{mark}” di depan kegiatan langkah {ordinal} tidak kami pakai."
        )
        return "\n".join((rest, *more))

    def _number(self, row: int, ordinal: int) -> tuple[int | None, str]:
        """No as seen, and as typed; what the form numbers by itself is counted again."""
        if NUMBER_COLUMN.key not in self.table.columns:
            return None, ""
        cell = CellRef(self.table.sheet.name, row, self.table.columns[NUMBER_COLUMN.key])
        place = Place(NUMBER_COLUMN.key, ordinal, self.table.part)
        if self.count is None:
            text = self.notebook.text(place, cell)
            return step_number(text), text
        self.notebook.cells[place] = cell
        number = self.count.number(row)
        if is_calculated(self.table, row):
            return number, ""
        typed, _ = self.notebook.look(cell)
        if typed is None or step_number(typed) is not None:
            return number, ""
        return number, clean(self.notebook.seen(cell))

    def _duration(self, row: int, ordinal: int) -> Duration:
        if DURATION_COLUMN.key not in self.table.columns:
            return parse_duration(None, self.settings)
        cell = CellRef(self.table.sheet.name, row, self.table.columns[DURATION_COLUMN.key])
        place = Place(DURATION_COLUMN.key, ordinal, self.table.part)
        value = self.notebook.take(place, cell)
        read = parse_duration(value, self.settings, shown=self.notebook.seen(cell))
        return with_unit(read, self.unit, self.settings)

    def _symbols(self, row: int, ordinal: int) -> list[Typed]:
        by_lane = {actor.lane: index for index, actor in enumerate(self.actors)}
        typed: list[Typed] = []
        for lane, column in enumerate(self.table.lanes, start=1):
            at = Place(LANES.key, ordinal, self.table.part, lane)
            raw = self.notebook.text(at, CellRef(self.table.sheet.name, row, column))
            if says_no_symbol(raw):
                continue
            found = symbols_in(by_lane.get(lane, -1), lane, raw)
            if any(item.symbol is None for item in found):
                self.notebook.problem("P-10", at, teks=raw)
            typed += found
        return typed


def read_procedure(notebook: Notebook, table: ProcedureTable, settings: Settings) -> Procedure:
    """One procedure: lanes left to right, steps top to bottom, branches resolved."""
    rows = sort_rows(table)
    check_size(len(rows.steps), len(_used_lanes(table)))
    actors = _actors(notebook, table)
    count = count_of(table, rows) if is_computed(table) else None
    reader = TableReader(
        notebook=notebook,
        table=table,
        settings=settings,
        actors=actors,
        count=count,
        unit=unit_in_head(notebook, table),
    )
    steps = tuple(
        reader.step(group, ordinal, _stage(notebook, table, rows.stages.get(group[0], ())))
        for ordinal, group in enumerate(rows.steps, start=1)
    )
    for step, group in zip(steps, rows.steps, strict=True):
        _state_joined(notebook, table, step, group[1:])
    state_rows(notebook, table, rows)
    _state_table_problems(notebook, table, rows)
    return Procedure(table.sheet.name, table.part, actors, resolve_branches(steps))


def _stage(notebook: Notebook, table: ProcedureTable, rows: tuple[int, ...]) -> str:
    """The headings above a step, a line each."""
    sheet, number = table.sheet, table.columns.get(NUMBER_COLUMN.key, 0)
    texts = []
    for row in rows:
        said = {
            column: clean(notebook.seen(CellRef(sheet.name, row, column)))
            for column, value in filled(table, row).items()
            if column != number or not (is_calculated(table, row) or counts(value))
        }
        notebook.read.update(CellRef(sheet.name, row, column) for column in said)
        mark, *rest = said.values()
        joint = ". " if rest and LETTER.fullmatch(mark) and mark[-1].isalnum() else " "
        texts.append(joint.join((mark, *rest)).replace("\n", " "))
    return "\n".join(texts)


def check_size(steps: int, lanes: int) -> None:
    """Refuse more steps or executors than anybody could mend."""
    if steps > limits.STEPS:
        raise Refused(Refusal.TOO_MANY_STEPS, {"limit": limits.STEPS})
    if lanes > limits.LANES:
        raise Refused(Refusal.TOO_MANY_LANES, {"limit": limits.LANES})


def _used_lanes(table: ProcedureTable) -> set[int]:
    """Columns of the lanes with anything in them."""
    rows = range(table.name_row, table.last_row + 1)
    return {column for row, column in table.sheet.cells if row in rows}.intersection(table.lanes)


def _actors(notebook: Notebook, table: ProcedureTable) -> tuple[Actor, ...]:
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
        if not is_missing(name):
            actors.append(Actor(name, role_key(name), KINDS.get(fold(kind), kind), lane))
    return tuple(actors)


def _state_joined(
    notebook: Notebook, table: ProcedureTable, step: Step, rows: tuple[int, ...]
) -> None:
    place = Place(ACTIVITY_COLUMN.key, step.row, table.part)
    for row in rows:
        notebook.problem("P-17", place)
        notebook.repair(
            place,
            CellRef(table.sheet.name, row, table.columns[ACTIVITY_COLUMN.key]),
            f"Baris {row} tanpa nomor kami baca sebagai lanjutan langkah {step.row}.",
        )


def _state_table_problems(notebook: Notebook, table: ProcedureTable, rows: TableRows) -> None:
    """Merged cells and drawings among the steps, headings that were spelt otherwise."""
    columns = table.used_columns
    steps = {row for group in rows.steps for row in group}
    lowest = table.rows[-1] if table.rows else 0
    for merge in table.sheet.merges:
        across = range(merge.top, merge.bottom + 1)
        inside = columns[0] <= merge.left <= columns[-1] and merge.bottom <= lowest
        if inside and merge.top in table.rows and not steps.isdisjoint(across):
            first = CellRef(table.sheet.name, merge.top, merge.left)
            last = CellRef(table.sheet.name, merge.bottom, merge.right)
            # Several may begin in one row.
            place = Place("merge", merge.top, table.part, lane=merge.left)
            notebook.cells[place] = first
            notebook.problem("F-09", place, daerah=f"{first.a1}:{last.a1}")
    if table.sheet.shapes:
        place = Place(ACTIVITY_COLUMN.key, 1, table.part)
        notebook.problem("F-11", place, jumlah=table.sheet.shapes)
    for label in table.labels:
        if label.renamed:
            notebook.repair(
                Place(label.field.key, 0, table.part),
                CellRef(table.sheet.name, label.row, label.column),
                f"Judul kolom “{label.text}” kami baca sebagai “{label.field.label}”.",
            )
