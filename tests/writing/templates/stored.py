"""Results of formulas as a workbook holds them."""

from io import BytesIO

import openpyxl

from sopbatch.model import CellRef
from sopbatch.reading import read_grid


def stored_results(content: bytes) -> dict[CellRef, object]:
    """What each cell with a formula holds in a workbook (xlsx)."""
    results = openpyxl.load_workbook(BytesIO(content), data_only=True)
    found: dict[CellRef, object] = {}
    for sheet in read_grid(content).sheets:
        for row, column in sheet.formulas:
            value = results[sheet.name].cell(row, column).value
            found[CellRef(sheet.name, row, column)] = value or ("" if value is None else 0)
    return found
