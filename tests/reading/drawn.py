"""Sheets drawn as tables, one line for each row, cells between bars."""

from sopbatch.model import Format, Grid, Sheet


def drawn(text: str, name: str = "Lembar1", top: int = 1) -> Sheet:
    """A sheet whose first drawn line is row `top`; blank cells are absent, "⏎" breaks a line."""
    cells = {
        (row, column): cell.strip().replace("⏎", "\n")
        for row, line in enumerate(text.strip().splitlines(), start=top)
        for column, cell in enumerate(line.strip().strip("|").split("|"), start=1)
        if cell.strip()
    }
    return Sheet(name=name, cells=cells)


def book(*sheets: Sheet) -> Grid:
    """A workbook of an old format: cells alone."""
    return Grid(format=Format.XLS, sheets=sheets)
