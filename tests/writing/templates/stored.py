"""Results of formulas as a workbook holds them."""

from io import BytesIO

import openpyxl

from sopbatch.model import CellRef
from tests.there import there


def stored_results(content: bytes) -> dict[CellRef, object]:
    """What each cell with a formula holds in a workbook (xlsx)."""
    formulas = openpyxl.load_workbook(BytesIO(content))
    results = openpyxl.load_workbook(BytesIO(content), data_only=True)
    found: dict[CellRef, object] = {}
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            value = results[sheet.title][cell.coordinate].value
            at = CellRef(sheet.title, there(cell.row), there(cell.column))
            found[at] = value or ("" if value is None else 0)
    return found
