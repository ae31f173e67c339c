"""One workbook as each format keeps it."""

import datetime as dt
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import BytesIO

from sopbatch.model import CellError, CellValue, Grid, Sheet
from sopbatch.reading import read_grid
from tests.office import Office
from tests.reading.binary import BinarySheet, Cell, xlsb_book

FORMATS = ("xlsx", "xlsm", "ods", "xls", "xlsb")
DAY_ZERO = dt.date(1899, 12, 30).toordinal()


def grids_as_saved(office: Office, book: bytes) -> Mapping[str, Grid]:
    """The workbook as LibreOffice saves it in each format that it can write, and in the others."""
    with office.opened(book) as opened:
        saved = {form: opened.saved(form) for form in ("xlsx", "ods", "xls")}
    saved["xlsm"] = as_xlsm(saved["xlsx"])
    saved["xlsb"] = as_xlsb(read_grid(saved["xlsx"]))
    grids = {form: read_grid(saved[form]) for form in FORMATS}
    assert {form: grid.format for form, grid in grids.items()} == {form: form for form in FORMATS}
    return grids


def as_xlsm(workbook: bytes) -> bytes:
    """The package as a workbook that may have macros."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                )
            new.writestr(name, data)
    return stream.getvalue()


def as_xlsb(grid: Grid) -> bytes:
    """The cells in binary parts; no program at hand writes them."""
    sheets = [
        BinarySheet(
            sheet.name,
            list(rows_of(sheet)),
            [row - 1 for row in sheet.hidden_rows],
            [column - 1 for column in sheet.hidden_columns],
            sheet.visible,
        )
        for sheet in grid.sheets
    ]
    return xlsb_book(sheets, names=grid.names)


def rows_of(sheet: Sheet) -> Iterator[list[Cell]]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for row, column in sorted({*sheet.cells, *sheet.uncached}):
        value, code = stored(sheet.cells.get((row, column), ""))
        code = sheet.formats.get((row, column), code)
        rows[row].append((column - 1, value, code, sheet.formulas.get((row, column), "")))
    for row in range(1, max(rows, default=0) + 1):
        yield rows[row]


def stored(value: CellValue) -> tuple[object, str]:
    match value:
        case dt.date():
            return float(value.toordinal() - DAY_ZERO), "dd/mm/yyyy"
        case CellError(code):
            return code, "General"
        case _:
            return value, "General"
