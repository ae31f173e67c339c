"""What was typed into a form, field by field, for whoever makes a record of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopbatch.model import CellValue, DateValue, LegalCitation, Nip, Place, Settings
from sopbatch.reading.record import Item, citation_of
from sopbatch.reading.values.lists import split_items
from sopbatch.reading.values.nips import parse_nip
from sopbatch.text.straight import fold

TICKS = frozenset(("ya", "y", "v", "√", "✓", "✔", "☑", "x", "ada", "true"))
CROSSES = frozenset(("tidak", "t", "-", "✗", "☐", "belum", "tidak ada", "false"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    """What sheets of fields and rows of tables tell; what is blank or was not found is absent."""

    texts: Mapping[str, str]
    dates: Mapping[str, DateValue]
    numbers: Mapping[str, int]

    def text(self, key: str) -> str:
        """The text of a field, a choice as it is declared; "" when blank."""
        return self.texts.get(key, "")

    def date(self, key: str) -> DateValue:
        """The date of a field."""
        return self.dates.get(key, DateValue())

    def number(self, key: str) -> int | None:
        """The whole number of a field; None when blank or none."""
        return self.numbers.get(key)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledSheet(_Filled):
    """A sheet of fields."""

    part: int
    """1-based among sheets of its declaration."""
    raw: Mapping[str, CellValue]
    lists: Mapping[str, tuple[Item, ...]]

    def items(self, key: str) -> tuple[str, ...]:
        """The items of a list; `Place(key, n, part)` is the n-th."""
        return tuple(item.text for item in self.lists.get(key, ()))

    def citations(self, key: str) -> tuple[LegalCitation, ...]:
        """The regulations of a list."""
        return tuple(map(citation_of, self.lists.get(key, ())))

    def nip(self, key: str) -> Nip:
        """The civil servant number of a field."""
        return parse_nip(self.raw.get(key))


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow(_Filled):
    """A row of a table that says something."""

    row: int
    """1-based among the filled rows; `Place(key, row)` are its cells."""

    def items(self, key: str) -> tuple[str, ...]:
        """The items of a cell, a line or a number each."""
        return tuple(split_items(self.text(key)))

    def says_yes(self, key: str) -> bool | None:
        """What a cell of Ya or Tidak says; None when it says neither."""
        return yes_or_no(self.text(key))

    def place(self, key: str) -> Place:
        """Place of a cell."""
        return Place(key, self.row)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """All sheets of a form that somebody filled in."""

    sheets: Mapping[str, tuple[FilledSheet, ...]]
    """Key of a sheet of fields to its sheets; there is always a first one."""
    tables: Mapping[str, tuple[FilledRow, ...]]
    """Key of a table to its filled rows."""
    settings: Settings
    """Of the register: how many minutes a working day has."""

    def sheet(self, key: str) -> FilledSheet:
        """The first sheet of that declaration."""
        return self.sheets[key][0]

    def rows(self, key: str) -> tuple[FilledRow, ...]:
        """The filled rows of a table."""
        return self.tables.get(key, ())


def yes_or_no(text: str) -> bool | None:
    """Whether a word or a tick says Ya or Tidak; None for neither."""
    folded = fold(text)
    if folded in TICKS:
        return True
    return False if folded in CROSSES else None
