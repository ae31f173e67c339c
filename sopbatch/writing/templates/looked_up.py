"""What the formulas of rows look up on the sheet of lists: cells share no constants in braces."""

from sopbatch.schema.places import CHECK_COLUMN, step_column
from sopbatch.schema.sop import ACTIVITY_COLUMN

DIGITS, WEIGHTS = "sopb_angka", "sopb_bobot"
"""Defined names."""
ACTIVITY = step_column(ACTIVITY_COLUMN.key)

LOOKED_UP: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    (DIGITS, tuple("0123456789")),
    (WEIGHTS, (1, *[2] * (CHECK_COLUMN - ACTIVITY - 1))),
)
"""Items of each name. Weights are those of the columns from Kegiatan to the last one typed into:
1 and less is the sum of a row in which no other than Kegiatan says something.
"""


def has_any(name: str, text: str) -> str:
    """Whether a text holds one of the items."""
    return f"SUMPRODUCT(--ISNUMBER(FIND({name},{text})))>0"
