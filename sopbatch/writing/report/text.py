"""Words for cells: text from anywhere becomes safe, and knows the room it takes."""

from textwrap import wrap

from sopbatch.text.plain import seen
from sopbatch.text.shortening import one_line, shortened_in_units

CELL_LIMIT = 32_767
"""Characters of a cell, counted in UTF-16 units as Excel does."""
HEADER_LIMIT = 255
COLUMN_UNIT, CELL_PADDING, LETTER = 7, 14, 5.8
"""Pixels: of one character of column width, of a cell's edges, of an average letter."""
MAX_LINES = 12
"""A longer text is kept whole, but its row does not grow further."""


def clean(text: str) -> str:
    """Text that any cell can hold: the unshowable replaced visibly, what is cut ends in "…"."""
    return shortened_in_units(seen(text), CELL_LIMIT)


def in_one_line(text: str, limit: int) -> str:
    """One line of at most `limit` characters."""
    return one_line(clean(text), limit)


def header_text(text: str, limit: int = 80) -> str:
    """Text for a printed header or footer, where "&" starts a command."""
    return in_one_line(text, limit).replace("&", "&&")


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
