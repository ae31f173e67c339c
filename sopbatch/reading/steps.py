"""Rows of the procedure table become lanes and steps; odd rows are put right or told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sopbatch.model import (
    Actor,
    CellRef,
    CellValue,
    Duration,
    Merge,
    Place,
    Procedure,
    Settings,
    Step,
)
from sopbatch.reading import limits
from sopbatch.reading.branches import parts, resolve_branches
from sopbatch.reading.cells import Notebook
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.table import Table
from sopbatch.reading.turns import Typed, in_turns, symbols_in
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.roles import expand_role
from sopbatch.reading.values.text import (
    as_text,
    clean,
    fold,
    is_column_numbers,
    step_number,
    strip_marker,
)
from sopbatch.schema.settings_v1 import JOINTLY
from sopbatch.schema.sop_v1 import (
    ACTIVITY_COLUMN,
    ACTOR,
    DURATION_COLUMN,
    LANE_KIND,
    LANES,
    NUMBER_COLUMN,
)

NOTE = re.compile(r"\s*(?:(?:catatan|keterangan|ket|nb|n\.b|note)\b\s*\.?\s*:|\*)", re.IGNORECASE)
KINDS = {fold(kind): kind for kind in LANE_KIND.choices}


@dataclass(frozen=True, slots=True)
class TableReader:
    """A procedure table being read, step by step."""

    notebook: Notebook
    table: Table
    settings: Settings
    actors: tuple[Actor, ...]

    def step(self, rows: tuple[int, ...], ordinal: int) -> Step:
        """The step on these sheet rows; more than one when rows go on without a number."""

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
        joined = "\n".join(texts.values())
        if len(texts) > 1:
            self.notebook.values[place] = joined
        return joined

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
        """No as typed; what the template calculates but did not store is the row's place."""
        if NUMBER_COLUMN.key not in self.table.columns:
            return None, ""
        column = self.table.columns[NUMBER_COLUMN.key]
        cell = CellRef(self.table.sheet.name, row, column)
        place = Place(NUMBER_COLUMN.key, ordinal, self.table.part)
        if _is_calculated(self.table, row):
            self.notebook.cells[place] = cell
            self.notebook.chrome.add(cell)
            stored = step_number(self.table.sheet.cells.get((row, column)))
            number = ordinal if stored is None else stored
            return number, str(number)
        value = self.notebook.take(place, cell)
        return step_number(value), clean(as_text(value))

    def _duration(self, row: int, ordinal: int) -> Duration:
        if DURATION_COLUMN.key not in self.table.columns:
            return parse_duration(None, self.settings)
        cell = CellRef(self.table.sheet.name, row, self.table.columns[DURATION_COLUMN.key])
        place = Place(DURATION_COLUMN.key, ordinal, self.table.part)
        return parse_duration(self.notebook.take(place, cell), self.settings)

    def _symbols(self, row: int, ordinal: int) -> list[Typed]:
        by_lane = {actor.lane: index for index, actor in enumerate(self.actors)}
        typed: list[Typed] = []
        for lane, column in enumerate(self.table.lanes, start=1):
            at = Place(LANES.key, ordinal, self.table.part, lane)
            raw = self.notebook.text(at, CellRef(self.table.sheet.name, row, column))
            if not raw:
                continue
            found = symbols_in(by_lane.get(lane, -1), lane, raw)
            if any(item.symbol is None for item in found):
                self.notebook.problem("P-10", at, teks=raw)
            typed += found
        return typed


def read_procedure(notebook: Notebook, table: Table, settings: Settings) -> Procedure:
    """One procedure: lanes left to right, steps top to bottom, branches resolved."""
    rows = _rows(notebook, table)
    check_size(len(rows), len(_used_lanes(table)))
    actors = _actors(notebook, table)
    groups = _joined_rows(table, rows)
    reader = TableReader(notebook, table, settings, actors)
    steps = tuple(reader.step(group, ordinal) for ordinal, group in enumerate(groups, start=1))
    for step, group in zip(steps, groups, strict=True):
        _state_joined(notebook, table, step, group[1:])
    _state_table_problems(notebook, table, groups)
    return Procedure(table.sheet.name, table.part, actors, resolve_branches(steps))


def check_size(steps: int, lanes: int) -> None:
    """Refuse more steps or executors than anybody could mend."""
    if steps > limits.STEPS:
        raise Refused(Refusal.TOO_MANY_STEPS, {"limit": limits.STEPS})
    if lanes > limits.LANES:
        raise Refused(Refusal.TOO_MANY_LANES, {"limit": limits.LANES})


def _used_lanes(table: Table) -> set[int]:
    """Columns of the lanes with anything in them."""
    rows = range(table.name_row, table.last_row + 1)
    return {column for row, column in table.sheet.cells if row in rows}.intersection(table.lanes)


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
            actors.append(Actor(name, expand_role(name), KINDS.get(fold(kind), kind), lane))
    return tuple(actors)


def _rows(notebook: Notebook, table: Table) -> list[int]:
    """Rows that say more than a number, without that of column numbers and notes at the end."""
    rows: list[int] = []
    number_column = table.columns.get(NUMBER_COLUMN.key, 0)
    for row in range(table.first_row, table.last_row + 1):
        filled = _filled(table, row)
        said = filled.keys() - {number_column}
        if not rows and said and is_column_numbers(filled.values()):
            _pass_over(notebook, table, row, filled)
        elif said:
            rows.append(row)
    while rows and _is_note(table, rows[-1]):
        rows.pop()
    return rows


def _is_note(table: Table, row: int) -> bool:
    """Whether a row only holds a remark on the whole table ("Catatan: …") and is no step."""
    number, activity = (
        table.columns.get(field.key, 0) for field in (NUMBER_COLUMN, ACTIVITY_COLUMN)
    )
    if _filled(table, row).keys() - {number} != {activity}:
        return False
    return NOTE.match(as_text(table.sheet.cells.get((row, activity)))) is not None


def _filled(table: Table, row: int) -> dict[int, CellValue | None]:
    """Column to value of the row's cells that hold anything, even a formula without a value."""
    sheet = table.sheet
    return {
        column: sheet.cells.get((row, column))
        for column in table.used_columns
        if (row, column) in sheet.cells or (row, column) in sheet.uncached
    }


def _pass_over(notebook: Notebook, table: Table, row: int, columns: Iterable[int]) -> None:
    place = Place(LANES.key, 0, table.part)
    cells = [CellRef(table.sheet.name, row, column) for column in columns]
    notebook.cells[place] = cells[0]
    notebook.chrome.update(cells)
    notebook.problem("P-16", place)


def _joined_rows(table: Table, rows: list[int]) -> list[tuple[int, ...]]:
    """Rows of each step: those without number, symbol and time go on with the step above."""
    numbered = any(_has_number(table, row) for row in rows)
    groups: list[tuple[int, ...]] = []
    for row in rows:
        if groups and numbered and _goes_on(table, row):
            groups[-1] = (*groups[-1], row)
        else:
            groups.append((row,))
    return groups


def _goes_on(table: Table, row: int) -> bool:
    own = {*table.lanes, table.columns.get(DURATION_COLUMN.key, 0)}
    return not _has_number(table, row) and own.isdisjoint(_filled(table, row))


def _has_number(table: Table, row: int) -> bool:
    return table.columns.get(NUMBER_COLUMN.key, 0) in _filled(table, row)


def _is_calculated(table: Table, row: int) -> bool:
    """Whether No is the template's formula and not typed."""
    at = (row, table.columns.get(NUMBER_COLUMN.key, 0))
    return at in table.sheet.formulas or at in table.sheet.uncached


def _state_joined(notebook: Notebook, table: Table, step: Step, rows: tuple[int, ...]) -> None:
    place = Place(ACTIVITY_COLUMN.key, step.row, table.part)
    for row in rows:
        notebook.problem("P-17", place)
        notebook.repair(
            place,
            CellRef(table.sheet.name, row, table.columns[ACTIVITY_COLUMN.key]),
            f"Baris {row} tanpa nomor kami baca sebagai lanjutan langkah {step.row}.",
        )


def _state_table_problems(notebook: Notebook, table: Table, groups: list[tuple[int, ...]]) -> None:
    """Merged cells and drawings among the steps, headings that were spelt otherwise."""
    columns = table.used_columns
    top = groups[0][0] if groups else table.first_row
    area = Merge(top, columns[0], table.last_row, columns[-1])
    for merge in table.sheet.merges:
        if (merge.top, merge.left) in area and merge.bottom <= area.bottom:
            first = CellRef(table.sheet.name, merge.top, merge.left)
            last = CellRef(table.sheet.name, merge.bottom, merge.right)
            place = Place("merge", merge.top, table.part)
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
