"""Which cells of a form hold something and were neither read nor are the form's own."""

import re
from collections.abc import Sequence

from sopbatch.model import Grid, Sheet
from sopbatch.reading.account import Unread, any_of, by_sheet, passed_over
from sopbatch.reading.cells import Notebook
from sopbatch.reading.form_parts import FormOf, is_formula, untyped
from sopbatch.reading.forms.sheets import FoundSheet
from sopbatch.reading.forms.tables import FoundTable
from sopbatch.reading.identity import is_own
from sopbatch.reading.labelled import FOLDED_STATES, is_ordinal
from sopbatch.reading.labels import text_at
from sopbatch.reading.own_sheets import PLAN_ROW, own_part
from sopbatch.reading.own_texts import OwnTexts, own_texts
from sopbatch.schema.sop import LISTS_SHEET
from sopbatch.text.straight import fold

LETTER = re.compile(r"\(?(?:[a-e]|[ivx]{1,4})[.)]?")
"""Before a heading: "A", "II"."""


def form_account(
    grid: Grid, notebook: Notebook, sheets: Sequence[FoundSheet], tables: Sequence[FoundTable]
) -> Unread:
    """What was passed over of a form, after everything was read."""
    taken = by_sheet(notebook.read, notebook.chrome, notebook.told)
    own = own_texts(grid)
    return {
        sheet.name: cells
        for sheet in grid.sheets
        if (cells := passed_over(sheet, taken, _form_of(grid, sheet, own, sheets, tables)))
    }


def _form_of(
    grid: Grid,
    sheet: Sheet,
    own: OwnTexts,
    sheets: Sequence[FoundSheet],
    tables: Sequence[FoundTable],
) -> FormOf:
    if is_own(grid, sheet):
        part = own_part(grid, sheet, own)
        if fold(sheet.name) != fold(LISTS_SHEET):
            return part
        # NOTE: only SOPs have a plan's code there; in other forms the cell is blank.
        return lambda row, column: (row, column) != (PLAN_ROW, 1) and part(row, column)
    known: list[FormOf] = [_own_text(sheet, own)]
    known += [_fields_part(one) for one in sheets if one.home.sheet is sheet]
    known += [_table_part(one) for one in tables if one.sheet is sheet]
    return untyped(sheet, own, any_of(known))


def _own_text(sheet: Sheet, own: OwnTexts) -> FormOf:
    """Texts that the form carries digests of, wherever they stand."""

    def knows(row: int, column: int) -> bool:
        shown = (row, column) in sheet.uncached and not text_at(sheet, row, column)
        return bool(own) and (shown or own.know(sheet, row, column))

    return knows


def _fields_part(found: FoundSheet) -> FormOf:
    """Labels, group heads, numbers before items, states, and the counter above."""
    home = found.home
    labels = {(label.row, label.column): label for label in home.labels}
    first = min(row for row, _ in labels)
    columns = {column for _, column in labels}
    least = min(columns)
    heads = _rows_of_heads(found)

    def knows(row: int, column: int) -> bool:
        text, label = text_at(home.sheet, row, column), labels.get((row, column))
        if label is not None:
            return not label.value
        if row in heads or (column in columns and text in home.form.headings):
            return True
        if row < first:
            return is_formula(home.sheet, row, column)
        if home.state_column and column == home.state_column:
            return text in FOLDED_STATES or is_formula(home.sheet, row, column)
        return column < least and is_ordinal(text)

    return knows


def _rows_of_heads(found: FoundSheet) -> frozenset[int]:
    """Rows in which another layout has nothing but its heads: "No", "Komponen", "Uraian"."""
    words, sheet = frozenset(map(fold, found.declared.words)), found.home.sheet
    if not words:
        return frozenset()
    said: dict[int, list[str]] = {}
    for row, column in sheet.cells:
        if text := text_at(sheet, row, column):
            said.setdefault(row, []).append(text)
    return frozenset(
        row
        for row, texts in said.items()
        if any(text in words for text in texts)
        and all(text in words or is_ordinal(text) or LETTER.fullmatch(text) for text in texts)
    )


def _table_part(found: FoundTable) -> FormOf:
    """The counter above the heads."""

    def knows(row: int, column: int) -> bool:
        above = row < found.header_row
        return above and is_formula(found.sheet, row, column)

    return knows
