"""Rows among and below the steps that are none: each block is told once, for what it is."""

from collections.abc import Iterator
from itertools import groupby

from sopbatch.model import CellRef, Place
from sopbatch.reading.cells import Notebook
from sopbatch.reading.rows import Aside, TableRows, filled
from sopbatch.reading.shown import seen
from sopbatch.reading.table import ProcedureTable
from sopbatch.schema.sop import LANES, NUMBER_COLUMN
from sopbatch.text.shortening import shortened

QUOTED = 40
"""Characters of a text that a sentence repeats."""


def state_rows(notebook: Notebook, table: ProcedureTable, rows: TableRows) -> None:
    """Tell the rows of a table that were passed over."""
    for row in rows.column_numbers:
        cells = _cells(table, row)
        place = Place(LANES.key, 0, table.part)
        notebook.cells[place] = cells[0]
        notebook.chrome.update(cells)
        notebook.problem("P-16", place)
    for row in rows.hints:
        notebook.chrome.update(_cells(table, row))
    for aside, block in _blocks(rows):
        if aside is Aside.OTHER:
            continue
        cells = [cell for row in block for cell in _cells(table, row)]
        notebook.told.update(cells)
        place = Place("aside", block[0], table.part)
        notebook.cells[place] = cells[0]
        sheet = table.sheet
        text = " ".join(seen(sheet, (cells[0].row, cells[0].column)).split())
        short = shortened(text, QUOTED)
        where = f"{block[0]}" if block[0] == block[-1] else f"{block[0]}–{block[-1]}"
        notebook.problem("P-28", place, baris=where, teks=short, sebagai=aside.value)


def _blocks(rows: TableRows) -> Iterator[tuple[Aside, list[int]]]:
    """Rows of one kind that stand below each other without another kind between."""
    for aside, block in groupby(sorted(rows.asides), key=lambda row: rows.asides[row]):
        yield aside, list(block)


def _cells(table: ProcedureTable, row: int) -> list[CellRef]:
    """The cells of a row that say something; its number counts only when nothing else does."""
    columns = list(filled(table, row))
    number = table.columns.get(NUMBER_COLUMN.key, 0)
    if len(columns) > 1:
        columns.sort(key=lambda column: (column == number, column))
    return [CellRef(table.sheet.name, row, column) for column in columns]
