"""Words for cells: text from anywhere becomes safe, and knows the room it takes."""

from functools import lru_cache

from sopbatch.text.measuring import MM_PER_POINT, text_width
from sopbatch.text.plain import REPLACEMENT, lightly_marked, seen
from sopbatch.text.shortening import one_line, shortened_in_units
from sopbatch.text.wrapping import count_lines

CELL_LIMIT = 32_767
"""Characters of a cell, counted in UTF-16 units as Excel does."""
HEADER_LIMIT = 255
COLUMN_UNIT, COLUMN_PADDING, CELL_PADDING = 7, 5, 6
"""Pixels: of one character of column width, what a column has besides, of a cell's edges."""
MM_PER_PIXEL = 25.4 / 96
LINE_POINTS = 11.5
"""Height of a line of text in lists."""
SURE = 0.9
"""Of a column's width that surely holds text: programs and printers measure it differently."""
SIZE = 9.0
"""Points of text in lists."""
MAX_LINES = 12
"""A longer text is kept whole, but its row does not grow further."""
NARROWEST = 0.2
"""Of the font size that no letter of a longer text is narrower than, on average."""


def clean(text: str) -> str:
    """Text that any cell can hold: the unshowable replaced visibly, what is cut ends in "…"."""
    if len(text) <= CELL_LIMIT // 2 and text.isprintable():
        return text if text.isascii() else lightly_marked(text, REPLACEMENT)
    return shortened_in_units(seen(text), CELL_LIMIT)


def in_one_line(text: str, limit: int) -> str:
    """One line of at most `limit` characters."""
    return one_line(clean(text), limit)


def header_text(text: str, limit: int = 80) -> str:
    """Text for a printed header or footer, where "&" starts a command."""
    return in_one_line(text, limit).replace("&", "&&")


def column_pixels(width: float) -> int:
    """How wide a column of so many characters is on the screen."""
    return round(width * COLUMN_UNIT) + COLUMN_PADDING


@lru_cache(maxsize=8_000)
def wrapped_lines(text: str, width: float) -> int:
    """Lines a text will take in a column of so many characters, in letters of lists; at least 1.

    Measured in a font of Arial's widths, as if the column were a little narrower than it is.
    """
    pixels = width * COLUMN_UNIT + COLUMN_PADDING - CELL_PADDING
    room = max(1.0, pixels * MM_PER_PIXEL * SURE)
    text = clean(text)
    if "\n" not in text and text_width(text[:400], SIZE) <= room and len(text) <= 400:
        return 1
    enough = int(MAX_LINES * room / (NARROWEST * SIZE * MM_PER_POINT))
    lines = sum(max(1, count_lines(part, room, SIZE)) for part in text[:enough].split("\n"))
    return min(MAX_LINES, max(1, lines))
