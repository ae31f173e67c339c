"""Drives LibreOffice for tests: reads one JSON request a line, answers with one JSON line.

Runs under the Python that knows `uno`; started by tests/office.py.
"""

import contextlib
import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale
from com.sun.star.sheet import FormulaResult
from com.sun.star.table import TableSortField

MANY = 50
"""Cells of one sheet that are asked for together."""
FILTERS = {
    "xlsx": "Calc MS Excel 2007 XML",
    "xls": "MS Excel 97",
    "ods": "calc8",
    "fods": "OpenDocument Spreadsheet Flat XML",
    "html": "HTML (StarCalc)",
    "csv": "Text - txt - csv (StarCalc)",
}
OPTIONS = {"csv": {"FilterOptions": "44,34,76,1,,0,false,true,false,false,false,-1"}}
"""Commas, quotes, UTF-8, cells as shown, all sheets."""


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


class Desk:
    """A running LibreOffice and the workbooks it has open, by number."""

    def __init__(self, profile):
        pipe = f"sopbatch-{Path(profile).name}-{Path(profile).parent.name}"
        self.process = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        self.desktop = self._connected(resolver, pipe)
        self.books = {}

    def _connected(self, resolver, pipe):
        for _ in range(600):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except Exception:
                if self.process.poll() not in (None, 0):
                    raise
                time.sleep(0.1)
            else:
                return context.ServiceManager.createInstanceWithContext(
                    "com.sun.star.frame.Desktop", context
                )
        raise RuntimeError("LibreOffice does not answer")

    def open(self, path, calculated=True):
        hidden = properties(Hidden=True)
        book = self.desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, hidden)
        if calculated:
            book.calculateAll()
        number = max(self.books, default=0) + 1
        self.books[number] = book
        return number

    def close(self, book):
        self.books.pop(book).close(True)

    def quit(self):
        for book in list(self.books):
            self.close(book)
        with contextlib.suppress(Exception):
            self.desktop.terminate()
        self.process.wait(30)

    def type(self, book, cells, as_text=False):
        """Types texts and numbers; cells that refuse are returned."""
        refused = []
        for sheet_name, row, column, value in cells:
            sheet = self.books[book].Sheets.getByName(sheet_name)
            cell = sheet.getCellByPosition(column - 1, row - 1)
            before = cell.Formula
            if isinstance(value, str) and (as_text or self._is_text_cell(book, cell)):
                cell.setString(value)
            else:
                cell.FormulaLocal = str(value)
            locked = sheet.isProtected() and cell.CellProtection.IsLocked
            if locked and cell.Formula == before:
                refused.append([sheet_name, row, column])
        self.books[book].calculate()
        return refused

    def _is_text_cell(self, book, cell):
        return self.books[book].NumberFormats.getByKey(cell.NumberFormat).FormatString == "@"

    def read(self, book, cells):
        """What cells come to; many of one sheet at once, as each question crosses a process."""
        places: dict[str, list[tuple[int, int]]] = {}
        for sheet_name, row, column in cells:
            places.setdefault(sheet_name, []).append((row, column))
        found = {
            name: self._area(book, name, asked)
            for name, asked in places.items()
            if len(asked) >= MANY
        }
        return [
            found[name][row, column] if name in found else self._value(book, name, row, column)
            for name, row, column in cells
        ]

    def _area(self, book, sheet_name, places):
        """The values of those places, from the area around them."""
        rows, columns = ([place[at] for place in places] for at in (0, 1))
        top, left = min(rows), min(columns)
        sheet = self.books[book].Sheets.getByName(sheet_name)
        area = sheet.getCellRangeByPosition(left - 1, top - 1, max(columns) - 1, max(rows) - 1)
        data = area.getDataArray()
        found = {(row, column): data[row - top][column - left] for row, column in places}
        for wrong in area.queryFormulaCells(FormulaResult.ERROR).getRangeAddresses():
            for row in range(wrong.StartRow + 1, wrong.EndRow + 2):
                for column in range(wrong.StartColumn + 1, wrong.EndColumn + 2):
                    if (row, column) in found:
                        found[row, column] = self._value(book, sheet_name, row, column)
        return found

    def _value(self, book, sheet_name, row, column):
        cell = self.books[book].Sheets.getByName(sheet_name).getCellByPosition(column - 1, row - 1)
        if cell.getError():
            return {"error": cell.getError()}
        if cell.Type.value == "EMPTY":
            return ""
        number = cell.Type.value == "VALUE" or (
            cell.Type.value == "FORMULA" and cell.FormulaResultType2 == 1
        )
        return cell.Value if number else cell.String

    def show(self, cells):
        """What numbers and texts show in formats of Excel's notation, under Indonesian customs."""
        hidden = properties(Hidden=True)
        book = self.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, hidden)
        cell = book.Sheets.getByIndex(0).getCellByPosition(0, 0)
        cell.Columns.Width = 40_000
        shown = []
        for code, value in cells:
            languages = Locale("en", "US", ""), Locale("id", "ID", "")
            cell.NumberFormat = book.NumberFormats.addNewConverted(code, *languages)
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = float(value)
            shown.append(cell.String)
        book.close(True)
        return shown

    def choices(self, book, sheet_name, row, column):
        """Formula of the drop-down list of a cell, "" when it has none."""
        cell = self.books[book].Sheets.getByName(sheet_name).getCellByPosition(column - 1, row - 1)
        rule = cell.Validation
        return rule.getFormula1() if rule.Type.value == "LIST" else ""

    def insert_row(self, book, sheet_name, row):
        self.books[book].Sheets.getByName(sheet_name).Rows.insertByIndex(row - 1, 1)
        self.books[book].calculate()

    def copy_row(self, book, sheet_name, row, above):
        """Puts a copy of a 1-based row above another one, as "insert copied cells" does."""
        sheet = self.books[book].Sheets.getByName(sheet_name)
        sheet.Rows.insertByIndex(above - 1, 1)
        source = sheet.Rows.getByIndex(row - 1 + (row >= above)).RangeAddress
        sheet.copyRange(sheet.getCellByPosition(0, above - 1).CellAddress, source)
        self.books[book].calculate()

    def delete_row(self, book, sheet_name, row):
        self.books[book].Sheets.getByName(sheet_name).Rows.removeByIndex(row - 1, 1)
        self.books[book].calculate()

    def row_heights(self, book, sheet_name):
        sheet = self.books[book].Sheets.getByName(sheet_name)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        heights = []
        for at in range(cursor.RangeAddress.EndRow + 1):
            row = sheet.Rows.getByIndex(at)
            own = row.Height
            row.OptimalHeight = True
            heights.append([own * 72 / 2540, row.Height * 72 / 2540])
        return heights

    def copy_sheet(self, book, sheet_name, copy):
        sheets = self.books[book].Sheets
        sheets.copyByName(sheet_name, copy, sheets.Count)
        self.books[book].calculateAll()

    def sort_rows(self, book, sheet_name, rows, columns, by):
        """Sorts rows (first, last) over columns (first, last), all 1-based, by a column."""
        sheet = self.books[book].Sheets.getByName(sheet_name)
        area = sheet.getCellRangeByPosition(
            columns[0] - 1, rows[0] - 1, columns[1] - 1, rows[1] - 1
        )
        field = TableSortField()
        field.Field, field.IsAscending = by - columns[0], True
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        descriptor = list(area.createSortDescriptor())
        for item in descriptor:
            if item.Name == "SortFields":
                item.Value = fields
            elif item.Name == "ContainsHeader":
                item.Value = False
        uno.invoke(area, "sort", (tuple(descriptor),))
        self.books[book].calculateAll()

    def unhide(self, book):
        """Shows all columns, so that an export holds every cell."""
        for sheet in self.books[book].Sheets:
            sheet.unprotect("")
            sheet.Columns.IsVisible = True

    def save(self, book, path, form, password=""):
        more = OPTIONS.get(form, {}) | ({"Password": password} if password else {})
        arguments = properties(FilterName=FILTERS[form], Overwrite=True, **more)
        self.books[book].storeToURL(Path(path).as_uri(), arguments)


def main():
    desk = Desk(sys.argv[1])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        request = json.loads(line)
        action = request.pop("action")
        try:
            answer = {"result": getattr(desk, action)(**request)}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        if action == "quit":
            break


if __name__ == "__main__":
    main()
