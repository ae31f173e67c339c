"""Which cells of a workbook show only a part of their text."""

import re
from collections.abc import Iterator
from pathlib import Path

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from sopbatch.text.measuring import text_width
from tests.writing.report.reports import opened

PIXELS, MM_PER_PIXEL = 7, 25.4 / 96
"""Of a character of column width, and mm of a pixel."""
STANDARD_WIDTH = 8.43
"""Characters of a column that nothing was said of."""
MOST_COLUMNS = 16_384
CERTAIN = 0.97
"""Of the width measured, which text surely takes: without kerning it is never too narrow."""


def cut_texts(workbook: Path) -> list[str]:
    """Every visible cell whose text ends at a neighbour or an edge, or leaves its table.

    As "Sheet!A1: text".
    """
    book = opened(workbook.read_bytes(), formulas=True)
    return [
        f"{sheet.title}!{cell.coordinate}: {cell.value}"
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
        for cell in _texts(sheet)
        if _is_cut(sheet, cell)
    ]


def _texts(sheet: Worksheet) -> Iterator[Cell]:
    """Cells whose text stands in one line as it was typed."""
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, MergedCell) or not isinstance(cell.value, str):
                continue
            looks = cell.alignment
            if looks.wrap_text or looks.textRotation or cell.data_type == "f":
                continue
            if _width(sheet, cell.column) and not sheet.row_dimensions[cell.row].hidden:
                yield cell


def _is_cut(sheet: Worksheet, cell: Cell) -> bool:
    last = _last_column(sheet, cell)
    room = sum(_width(sheet, column) for column in range(cell.column, last + 1))
    needed = CERTAIN * text_width(str(cell.value), cell.font.sz, bold=bool(cell.font.b))
    if cell.alignment.horizontal in (None, "general", "left"):
        while needed > room and _goes_on(sheet, cell, last + 1):
            last += 1
            room += _width(sheet, last)
    return needed > room


def _goes_on(sheet: Worksheet, cell: Cell, column: int) -> bool:
    """Whether a text runs over into a column: it is empty, and of the same table and paper.

    What stands beside all that is printed may run on. Columns that every page repeats have other
    columns beside them there.
    """
    neighbour, printed = sheet.cell(cell.row, column), _printed(sheet)
    if cell.column <= _repeated(sheet) < column:
        return False
    within = column <= printed and (_is_boxed(neighbour) or not _is_boxed(cell))
    return neighbour.value in (None, "") and (within or cell.column > printed)


def _is_boxed(cell: Cell | MergedCell) -> bool:
    """Whether a cell is of a table: it has a fill or a line."""
    lines = (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom)
    return cell.fill.fill_type is not None or any(line and line.style for line in lines)


def _printed(sheet: Worksheet) -> int:
    """The last column that is printed."""
    areas = str(sheet.print_area or "")
    found = re.findall(r":\$?([A-Z]+)\$?\d+", areas)
    return max(map(column_index_from_string, found), default=MOST_COLUMNS)


def _repeated(sheet: Worksheet) -> int:
    """The last column that every page repeats; 0 where one page has all columns."""
    found = re.findall(r":\$?([A-Z]+)", str(sheet.print_title_cols or ""))
    across = int(sheet.page_setup.fitToWidth or 1) > 1
    return column_index_from_string(found[-1]) if found and across else 0


def _last_column(sheet: Worksheet, cell: Cell) -> int:
    at = (merged for merged in sheet.merged_cells.ranges if cell.coordinate in merged)
    return next((int(merged.max_col) for merged in at), int(cell.column))


def _width(sheet: Worksheet, column: int) -> float:
    """mm of a column; 0 when it is hidden."""
    for one in sheet.column_dimensions.values():
        if (one.min or 0) <= column <= (one.max or 0):
            return 0.0 if one.hidden else round(one.width * PIXELS) * MM_PER_PIXEL
    return round(STANDARD_WIDTH * PIXELS) * MM_PER_PIXEL
