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

FILTERS = {
    "xlsx": "Calc MS Excel 2007 XML",
    "xls": "MS Excel 97",
    "ods": "calc8",
    "html": "HTML (StarCalc)",
}


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


class Desk:
    """A running LibreOffice with at most one open workbook."""

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
        self.book = None

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

    def open(self, path):
        self.close()
        hidden = properties(Hidden=True)
        self.book = self.desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, hidden)
        self.book.calculateAll()

    def close(self):
        if self.book is not None:
            self.book.close(True)
            self.book = None

    def quit(self):
        self.close()
        with contextlib.suppress(Exception):
            self.desktop.terminate()
        self.process.wait(30)

    def type(self, cells):
        """Types texts and numbers; cells that refuse are returned."""
        refused = []
        for sheet_name, row, column, value in cells:
            sheet = self.book.Sheets.getByName(sheet_name)
            cell = sheet.getCellByPosition(column - 1, row - 1)
            before = cell.Formula
            if isinstance(value, str) and self._is_text_cell(cell):
                cell.setString(value)
            else:
                cell.FormulaLocal = str(value)
            locked = sheet.isProtected() and cell.CellProtection.IsLocked
            if locked and cell.Formula == before:
                refused.append([sheet_name, row, column])
        self.book.calculate()
        return refused

    def _is_text_cell(self, cell):
        return self.book.NumberFormats.getByKey(cell.NumberFormat).FormatString == "@"

    def read(self, cells):
        return [self._value(*cell) for cell in cells]

    def _value(self, sheet_name, row, column):
        cell = self.book.Sheets.getByName(sheet_name).getCellByPosition(column - 1, row - 1)
        if cell.getError():
            return {"error": cell.getError()}
        if cell.Type.value == "EMPTY":
            return ""
        number = cell.Type.value == "VALUE" or (
            cell.Type.value == "FORMULA" and cell.FormulaResultType2 == 1
        )
        return cell.Value if number else cell.String

    def choices(self, sheet_name, row, column):
        """Formula of the drop-down list of a cell, "" when it has none."""
        cell = self.book.Sheets.getByName(sheet_name).getCellByPosition(column - 1, row - 1)
        rule = cell.Validation
        return rule.getFormula1() if rule.Type.value == "LIST" else ""

    def insert_row(self, sheet_name, row):
        self.book.Sheets.getByName(sheet_name).Rows.insertByIndex(row - 1, 1)
        self.book.calculate()

    def unhide(self):
        """Shows all columns, so that an export holds every cell."""
        for sheet in self.book.Sheets:
            sheet.unprotect("")
            sheet.Columns.IsVisible = True

    def save(self, path, form, password=""):
        locked = {"Password": password} if password else {}
        arguments = properties(FilterName=FILTERS[form], Overwrite=True, **locked)
        self.book.storeToURL(Path(path).as_uri(), arguments)


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
