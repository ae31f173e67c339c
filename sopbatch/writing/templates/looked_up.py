"""What the formulas of rows look up on the sheet of lists: cells share no constants in braces."""

from sopbatch.schema.places import CHECK_COLUMN, step_column
from sopbatch.schema.sop import ACTIVITY_COLUMN, MAX_LANES

DIGITS, WEIGHTS = "sopb_angka", "sopb_bobot"
LANE_ONES, REST_ONES = "sopb_lajur", "sopb_sisa"
"""Defined names."""
JOINED = "_semua"
"""Behind the name of items, that of one text which holds them all: a formula takes none so long."""
ACTIVITY = step_column(ACTIVITY_COLUMN.key)

LOOKED_UP: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    (DIGITS, tuple("0123456789")),
    (LANE_ONES, (1,) * MAX_LANES),
    (REST_ONES, (1,) * (CHECK_COLUMN - 1 - ACTIVITY)),
    (WEIGHTS, (1, *[2] * (CHECK_COLUMN - ACTIVITY - 1))),
)
"""Items of each name. Ones add up lanes, and the columns behind Kegiatan. Weights are those of the
columns from Kegiatan to the last one typed into: 1 and less is the sum of a row in which no other
than Kegiatan says something.
"""


def has_any(name: str, text: str) -> str:
    """Whether a text holds one of the items."""
    return f"SUMPRODUCT(--ISNUMBER(FIND({name},{text})))>0"


def first_of(name: str, text: str) -> str:
    """Where the first of the items begins in a text, behind it where it holds none."""
    return f"SUMPRODUCT(MIN(FIND({name},{text}&{name}{JOINED})))"


def with_end(
    name: str, items: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]]:
    """What `first_of` looks up: the items, and one text that holds them all."""
    return (name, items), (f"{name}{JOINED}", ("".join(items),))
