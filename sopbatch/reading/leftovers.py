"""What the account shows as passed over becomes problems: one for each sheet and cause."""

from collections.abc import Iterator, Sequence

from sopbatch.model import CellRef, Place, Sheet
from sopbatch.reading.account import Unread
from sopbatch.reading.cells import Notebook
from sopbatch.reading.formulas import formula_at
from sopbatch.reading.identity import is_own
from sopbatch.reading.shown import seen
from sopbatch.reading.tables import FoundTables
from sopbatch.text.shortening import shortened

RANGES = 6
"""So many ranges are told by one problem; what is scattered more is told by wider ranges."""
QUOTED = 40
"""Characters of a text that a sentence repeats."""
UNREAD = "unread"
"""Key of the places of cells that were not read."""


def state_leftovers(notebook: Notebook, unread: Unread, tables: FoundTables) -> None:
    """Tell what was passed over beside fields and steps, and sheets that are none of ours."""
    used = {cell.sheet for cell in notebook.read} | {table.sheet.name for table in tables.every}
    number = 0
    for sheet in notebook.grid.sheets:
        cells = unread.get(sheet.name)
        if not cells:
            continue
        number += 1
        place = Place(UNREAD, number)
        notebook.cells[place] = cells[0]
        if sheet.name in used or is_own(notebook.grid, sheet):
            notebook.problem("F-21", place, isi=", ".join(_told(sheet, cells)))
        else:
            whole = _range(*_corners(cells))
            notebook.problem("F-22", place, lembar=sheet.name, daerah=whole)
    for copy, twin in tables.copies:
        number += 1
        place = Place(UNREAD, number)
        notebook.cells[place] = CellRef(copy.sheet.name, copy.top_row, min(copy.used_columns))
        notebook.problem("F-23", place, lembar=copy.sheet.name, asal=twin.sheet.name)


def _told(sheet: Sheet, cells: Sequence[CellRef]) -> Iterator[str]:
    """Ranges with the beginning of what stands there: "F16 “judul lama”"."""
    for region in regions(cells):
        first = region[0]
        hidden = first.row in sheet.hidden_rows or first.column in sheet.hidden_columns
        unseen = " (tersembunyi)" if hidden or not sheet.visible else ""
        yield f"{_range(*_corners(region))} “{_start(sheet, first)}”{unseen}"


def regions(cells: Sequence[CellRef]) -> list[list[CellRef]]:
    """Cells, row by row, in groups whose rectangles cover them all; at most `RANGES`."""
    bands = _split(sorted(cells, key=lambda cell: (cell.row, cell.column)), "row")
    found = [
        sorted(group, key=lambda cell: (cell.row, cell.column))
        for band in bands
        for group in _split(sorted(band, key=lambda cell: (cell.column, cell.row)), "column")
    ]
    if len(found) > RANGES:
        found = bands
    if len(found) > RANGES:
        rest = [cell for band in found[RANGES - 1 :] for cell in band]
        found = [*found[: RANGES - 1], rest]
    return found


def _split(cells: Sequence[CellRef], along: str) -> list[list[CellRef]]:
    """Sorted cells divided where a whole row or column lies between."""
    groups: list[list[CellRef]] = []
    for cell in cells:
        if groups and getattr(cell, along) - getattr(groups[-1][-1], along) <= 1:
            groups[-1].append(cell)
        else:
            groups.append([cell])
    return groups


def _corners(cells: Sequence[CellRef]) -> tuple[CellRef, CellRef]:
    rows, columns = [cell.row for cell in cells], [cell.column for cell in cells]
    sheet = cells[0].sheet
    return CellRef(sheet, min(rows), min(columns)), CellRef(sheet, max(rows), max(columns))


def _range(first: CellRef, last: CellRef) -> str:
    return first.a1 if first == last else f"{first.a1}:{last.a1}"


def _start(sheet: Sheet, cell: CellRef) -> str:
    """The beginning of what stands in a cell, of a formula that shows nothing as it is typed."""
    at = (cell.row, cell.column)
    formula = formula_at(sheet, at).removeprefix("of:").removeprefix("=")
    for sign, said in (("[.", ""), (":.", ":"), ("]", "")):
        formula = formula.replace(sign, said)
    text = " ".join((seen(sheet, at) or f"={formula}")[:400].split())
    return shortened(text, QUOTED)
