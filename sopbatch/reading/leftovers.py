"""What stands in the workbook and was not read is told, so that nothing is lost silently."""

from collections.abc import Collection, Iterator

from sopbatch.model import CellRef, Place, Sheet
from sopbatch.reading.cells import Notebook
from sopbatch.reading.identity import (
    HEADINGS,
    IdentitySheet,
    is_ordinal,
    is_own,
    is_prompt,
    is_state,
)
from sopbatch.reading.labels import text_at
from sopbatch.reading.table import Table, table_on
from sopbatch.reading.values.text import as_text, fold
from sopbatch.schema.sop_v1 import CHECK_LABEL

TOLD = 5
"""So many cells are quoted; of more only the number is told."""
QUOTED = 40
"""Characters of a text that a sentence repeats."""


def state_leftovers(
    notebook: Notebook,
    identity: IdentitySheet | None,
    tables: Collection[Table],
    told: Collection[str] = (),
) -> None:
    """Tell cells beside the fields and steps, and sheets, that were passed over.

    Sheets named in `told` are known to the sender by another finding.
    """
    used = {cell.sheet.casefold() for cell in notebook.read}
    strangers = []
    for sheet in notebook.grid.sheets:
        table = next((table for table in tables if table.sheet is sheet), None)
        home = identity if identity is not None and identity.sheet is sheet else None
        if home is not None or table is not None:
            _tell_cells(notebook, sheet, tuple(_unread(notebook, sheet, home, table)))
        elif sheet.name.casefold() not in used and sheet.name not in told:
            strangers += [sheet.name] if _says_something(notebook, sheet) else []
    if strangers:
        names = ", ".join(f"“{name}”" for name in strangers)
        notebook.repair(Place(), None, f"Lembar {names} bukan bagian SOP ini dan tidak kami baca.")


def _says_something(notebook: Notebook, sheet: Sheet) -> bool:
    """Whether a sheet is neither ours nor blank nor a table that nobody filled."""
    if is_own(notebook.grid, sheet) or not sheet.cells:
        return False
    table = table_on(notebook.grid, sheet)
    return table is None or not table.blank


def _unread(
    notebook: Notebook, sheet: Sheet, home: IdentitySheet | None, table: Table | None
) -> Iterator[CellRef]:
    """Cells from the first label down that hold neither input nor anything of the form's own."""
    check = _check_column(table)
    for row, column in sorted(sheet.cells):
        cell = CellRef(sheet.name, row, column)
        own = cell in notebook.read or cell in notebook.chrome or (row, column) in sheet.formulas
        if own or not text_at(sheet, row, column):
            continue
        in_table = table is not None and row >= table.top_row
        if table is not None and in_table:
            if column != check and not _is_heading(table, row, column):
                yield cell
        elif home is not None and not _is_form_text(home, row, column):
            yield cell


def _check_column(table: Table | None) -> int:
    """The column of the template's own remarks, 0 when there is none."""
    if table is None:
        return 0
    heads = range(table.top_row, table.first_row)
    columns = (
        column
        for row, column in table.sheet.cells
        if row in heads and text_at(table.sheet, row, column) == fold(CHECK_LABEL)
    )
    return next(columns, 0)


def _is_heading(table: Table, row: int, column: int) -> bool:
    """Whether a cell heads a column that is read, or only counts rows that say nothing."""
    if column not in table.used_columns:
        return False
    return row < table.first_row or is_ordinal(text_at(table.sheet, row, column))


def _is_form_text(home: IdentitySheet, row: int, column: int) -> bool:
    """Whether a cell is a label, heading, help or remark of the form."""
    text = text_at(home.sheet, row, column)
    return (
        row < min(label.row for label in home.labels)
        or home.label_at(row, column) is not None
        or text in HEADINGS
        or is_prompt(text)
        or is_state(text)
        or is_ordinal(text)
    )


def _tell_cells(notebook: Notebook, sheet: Sheet, cells: tuple[CellRef, ...]) -> None:
    if not cells:
        return
    told = [f"{cell.a1} “{_start(sheet, cell)}”" for cell in cells[:TOLD]]
    if len(cells) > TOLD:
        told.append(f"dan {len(cells) - TOLD} sel lain")
    words = ", ".join(told)
    notebook.repair(Place(), cells[0], f"Isi di luar kotak isian tidak kami baca: {words}.")


def _start(sheet: Sheet, cell: CellRef) -> str:
    text = " ".join(as_text(sheet.cells[cell.row, cell.column]).split())
    return text if len(text) <= QUOTED else f"{text[: QUOTED - 1].rstrip()}…"
