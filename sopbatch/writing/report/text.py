"""Words for cells: text from anywhere becomes safe, dates and numbers become Indonesian."""

from datetime import date, time
from textwrap import wrap

from babel.dates import format_date
from babel.numbers import format_decimal

from sopbatch.writing.plain import seen

CELL_LIMIT = 32_767
"""Characters of a cell, counted in UTF-16 units as Excel does."""
HEADER_LIMIT = 255
COLUMN_UNIT, CELL_PADDING, LETTER = 7, 14, 5.8
"""Pixels: of one character of column width, of a cell's edges, of an average letter."""
MAX_LINES = 12
"""A longer text is kept whole, but its row does not grow further."""


def clean(text: str) -> str:
    """Text that any cell can hold: the unshowable replaced visibly, what is cut ends in "…"."""
    shown = seen(text)
    units = shown.encode("utf-16-le")
    if len(units) <= 2 * CELL_LIMIT:
        return shown
    return units[: 2 * (CELL_LIMIT - 1)].decode("utf-16-le", "ignore") + "…"


def shortened(text: str, limit: int) -> str:
    """One line of at most `limit` characters."""
    line = " ".join(clean(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def header_text(text: str, limit: int = 80) -> str:
    """Text for a printed header or footer, where "&" starts a command."""
    return shortened(text, limit).replace("&", "&&")


def wrapped_lines(text: str, width: float) -> int:
    """Lines a text will take in a column of so many characters, guessed on the safe side."""
    capacity = max(1, int((width * COLUMN_UNIT - CELL_PADDING) / LETTER))
    lines = 0
    for paragraph in clean(text).split("\n"):
        wide = sum(letter.isupper() for letter in paragraph[: capacity * MAX_LINES])
        room = max(1, capacity - round(capacity * 0.3 * wide / max(1, len(paragraph))))
        lines += 1 if len(paragraph) <= room else len(wrap(paragraph[: room * MAX_LINES], room))
        if lines >= MAX_LINES:
            return MAX_LINES
    return lines


def long_date(day: date) -> str:
    """ "9 Oktober 2026"."""
    return format_date(day, "d MMMM y", locale="id")


def state_of(day: date, until: time | None) -> str:
    """ "Keadaan per 9 Oktober 2026 pukul 16.00"; without the time at the end of the day."""
    return f"Keadaan per {cutoff(day, until) if until else long_date(day)}"


def cutoff(day: date, until: time | None) -> str:
    """ "9 Oktober 2026 pukul 24.00"."""
    return f"{long_date(day)} pukul {f'{until:%H.%M}' if until else '24.00'}"


def count(number: int) -> str:
    """ "2.000"."""
    return format_decimal(number, locale="id")


def decimal(number: float) -> str:
    """ "2,5", and "2" for a whole number."""
    return format_decimal(round(number, 1), "#,##0.#", locale="id")


def percent(fraction: float | None) -> str:
    """ "47,5 %", and "-" where nothing was to be divided by."""
    if fraction is None:
        return "-"
    return format_decimal(fraction * 100, "0.0", locale="id") + " %"


def enumeration(items: list[str]) -> str:
    """ "A, B, dan C"."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"
