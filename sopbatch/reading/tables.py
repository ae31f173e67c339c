"""The procedure tables of a workbook: which are procedures, in what order, which say nothing."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from sopbatch.model import Grid, Symbol
from sopbatch.reading.identity import is_own
from sopbatch.reading.labels import text_at
from sopbatch.reading.table import ProcedureTable, tables_on
from sopbatch.reading.turns import symbols_in
from sopbatch.reading.values.text import as_text


@dataclass(frozen=True, slots=True)
class FoundTables:
    """Every procedure table of a workbook."""

    procedures: tuple[ProcedureTable, ...]
    """In order of the sheets, then of the rows; one that nobody filled when there is no other."""
    blank: tuple[ProcedureTable, ...] = ()
    """Nobody wrote anything into these."""
    copies: tuple[tuple[ProcedureTable, ProcedureTable], ...] = ()
    """Those that say exactly what one before says (a sheet copied and left so), each with it."""

    @property
    def every(self) -> tuple[ProcedureTable, ...]:
        """All of them, a table for each heading."""
        first = (*self.procedures, *self.blank, *(copy for copy, _ in self.copies))
        return tuple(one for table in first for one in (table, *table.goes_on))


def find_tables(grid: Grid, elsewhere: Iterable[str] = ()) -> FoundTables:
    """The tables of all sheets, whatever these are called; those `elsewhere` are not ours."""
    foreign = {name.casefold() for name in elsewhere}
    tables = [
        table
        for sheet in grid.sheets
        if not is_own(grid, sheet) and sheet.name.casefold() not in foreign
        for table in tables_on(grid, sheet)
    ]
    written = [table for table in tables if not table.blank] or tables[:1]
    blank = tuple(table for table in tables if table.blank and table not in written)
    kept: dict[Hashable, ProcedureTable] = {}
    copies: list[tuple[ProcedureTable, ProcedureTable]] = []
    for table in _joined(written):
        content = _content(table)
        twin = kept.get(content)
        if twin is None:
            kept[content] = replace(table, part=len(kept) + 1)
        else:
            copies.append((table, twin))
    return FoundTables(tuple(kept.values()), blank, tuple(copies))


def _content(table: ProcedureTable) -> Hashable:
    """What a table holds at which places: equal only for tables on different sheets."""
    every = (table, *table.goes_on)
    return tuple((at, repr(value)) for one in every for at, value in one.typed.items())


def _joined(tables: Sequence[ProcedureTable]) -> list[ProcedureTable]:
    """Tables with those that only repeat a heading in the middle joined to the one above."""
    joined: list[ProcedureTable] = []
    for table in tables:
        if joined and _goes_on(joined[-1], table):
            joined[-1] = replace(joined[-1], goes_on=(*joined[-1].goes_on, table))
        else:
            joined.append(table)
    return joined


def _goes_on(above: ProcedureTable, table: ProcedureTable) -> bool:
    """Whether a table is the one above under its heading repeated: same columns, no new Mulai."""
    return (
        above.sheet is table.sheet
        and above.columns == table.columns
        and above.lanes == table.lanes
        and _lane_names(table) in (_lane_names(above), ("",) * len(table.lanes))
        and not _begins(table)
    )


def _lane_names(table: ProcedureTable) -> tuple[str, ...]:
    return tuple(text_at(table.sheet, table.name_row, column) for column in table.lanes)


def _begins(table: ProcedureTable) -> bool:
    """Whether its first row with a symbol starts a procedure."""
    for row in table.rows:
        texts = [as_text(table.sheet.cells.get((row, column))) for column in table.lanes]
        found = {one.symbol for text in texts if text for one in symbols_in(0, 0, text)}
        if found - {None}:
            return Symbol.START in found
    return False
