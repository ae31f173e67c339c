"""Where a value stands: fields by key and row, cells by sheet and address."""

from dataclasses import dataclass
from functools import lru_cache
from string import ascii_uppercase
from typing import Any

ONCE = 1 << 14
"""Values that are one object each; forms of all kinds have some thousand, hostile files any number.

Places and cells were two thirds of what a run keeps of a workbook, and of the time to load it.
"""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A field of a record, named the way rules name it: never by cell."""

    key: str = ""
    """Key of the field in the schema; "" is the file as a whole."""
    row: int = 0
    """1-based item of a list field, or 1-based step; 0 for a single field."""
    part: int = 1
    """1-based procedure of the SOP (sheet `Prosedur` is 1, `Prosedur 2` is 2)."""
    lane: int = 0
    """1-based lane (executor column); 0 when the field is not one of a lane."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Come back as the one of its value."""
        return place_of, (self.key, self.row, self.part, self.lane)


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """A cell of a workbook: sheet name, 1-based row, 1-based column."""

    sheet: str
    row: int
    column: int

    def __reduce__(self) -> tuple[Any, ...]:
        """Come back as the one of its value."""
        return cell_of, (self.sheet, self.row, self.column)

    @property
    def a1(self) -> str:
        """Address within the sheet, such as "C12"."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.a1}"


@lru_cache(ONCE)
def place_of(key: str, row: int, part: int, lane: int) -> Place:
    """The place; those of one value are one object where they come from another process."""
    return Place(key, row, part, lane)


@lru_cache(ONCE)
def cell_of(sheet: str, row: int, column: int) -> CellRef:
    """As place_of."""
    return CellRef(sheet, row, column)


def column_letters(column: int) -> str:
    """Letters of a 1-based column: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, digit = divmod(column - 1, 26)
        letters = ascii_uppercase[digit] + letters
    return letters


def column_number(letters: str) -> int:
    """1-based column of its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
