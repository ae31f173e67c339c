"""A cell of a sheet in, the text that people see in it out."""

from sopbatch.model import Sheet
from sopbatch.reading.shown.show import shown_text
from sopbatch.reading.values.text import as_text


def seen(sheet: Sheet, at: tuple[int, int]) -> str:
    """The text of a cell as its number format shows it, "" when blank."""
    value = sheet.cells.get(at)
    code = sheet.formats.get(at)
    if value is None or code is None:
        return as_text(value)
    shown = shown_text(value, code)
    return as_text(value) if shown is None else shown
