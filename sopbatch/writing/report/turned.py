"""Heads that are turned to save width: how high their row must be for every letter to be read."""

from sopbatch.text.measuring import MM_PER_POINT
from sopbatch.text.wrapping import longest_word, wrap
from sopbatch.writing.report.text import (
    CELL_PADDING,
    COLUMN_PADDING,
    COLUMN_UNIT,
    LINE_POINTS,
    SIZE,
    SURE,
)

POINTS_PER_PIXEL = 0.75
ENDS_POINTS = 14
"""Left free at both ends: at the foot stands the filter button."""
STEP = 2.0
"""Points."""


def turned_points(title: str, width: float) -> float:
    """Least height of a row in which a turned head stands whole in a column of so many characters.

    No word is broken, and it takes no more lines than the column has room for beside one another.
    """
    across = (width * COLUMN_UNIT + COLUMN_PADDING - CELL_PADDING) * POINTS_PER_PIXEL
    most = max(1, int(across / LINE_POINTS))
    along = longest_word(title, SIZE, bold=True) / MM_PER_POINT
    while len(wrap(title, along * MM_PER_POINT, SIZE, bold=True)) > most:
        along += STEP
    return along / SURE + ENDS_POINTS
