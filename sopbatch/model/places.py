"""Where a value stands: fields by key and row, cells by sheet and address."""

from dataclasses import dataclass
from string import ascii_uppercase

from sopbatch.model.once import Once


@dataclass(frozen=True, slots=True, order=True)
class Place(Once):
    """A field of a record, named the way rules name it: never by cell."""

    key: str = ""
    """Key of the field in the schema; "" is the file as a whole."""
    row: int = 0
    """1-based item of a list field, or 1-based step; 0 for a single field."""
    part: int = 1
    """1-based procedure of the SOP (sheet `Prosedur` is 1, `Prosedur 2` is 2)."""
    lane: int = 0
    """1-based lane (executor column); 0 when the field is not one of a lane."""


@dataclass(frozen=True, slots=True, order=True)
class CellRef(Once):
    """A cell of a workbook: sheet name, 1-based row, 1-based column."""

    sheet: str
    row: int
    column: int

    @property
    def a1(self) -> str:
        """Address within the sheet, such as "C12"."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.a1}"


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
