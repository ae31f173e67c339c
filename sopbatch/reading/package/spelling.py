"""A formula that is stored in the order of reckoning, spelt out as people write it.

References and texts are leaves from left to right; what stands between and around them is noted
beside them, so that nothing is copied and a formula costs time in proportion to its bytes.
"""

import struct
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sopbatch.model import column_letters
from sopbatch.reading.package.facts import Position

LONGEST = 65_536
"""Letters of a spelt formula; programs take 8,192."""
BYTE, SHORT, LONG, DOUBLE = (struct.Struct(layout) for layout in ("<B", "<H", "<I", "<d"))
_RELATIVE_ROW, _RELATIVE_COLUMN, _COLUMN_BITS = 0x8000, 0x4000, 0x3FFF


class UnspeltError(Exception):
    """Tokens that make no sense, or that only their program knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What differs between the tokens of xls and xlsb."""

    row: struct.Struct
    """How a row is stored."""
    rows: int
    columns: int
    array: int
    """Bytes of an array's token; its items stand behind the tokens."""
    wide: bool
    """Whether counts take more bytes, and texts have wide letters only."""


XLS = Dialect(row=SHORT, rows=0x10000, columns=0x100, array=7, wide=False)
XLSB = Dialect(row=LONG, rows=0x100000, columns=0x4000, array=14, wide=True)


@dataclass(frozen=True, slots=True)
class Known:
    """What the numbers in tokens of a workbook stand for; each raises IndexError or KeyError."""

    dialect: Dialect
    names: Sequence[str]
    """Defined names in order; tokens count them from 1."""
    sheet: Callable[[int], str]
    """What stands before a reference over that link, such as "Identitas!"."""
    foreign_name: Callable[[int, int], str]
    """The name of that number, from 1, over that link."""


def sheet_prefix(first: str, last: str) -> str:
    """What stands before a reference to cells of a sheet, or of all from one to another."""
    name = first if first == last else f"{first}:{last}"
    plain = name.replace("_", "").isalnum()
    return f"{name}!" if plain else "'" + name.replace("'", "''") + "'!"


@dataclass(slots=True, kw_only=True)
class Spelling:
    """One formula; operators are noted beside what they stand next to, so nothing is copied."""

    tokens: bytes
    extra: bytes
    known: Known
    at: Position
    leaves: list[str] = field(default_factory=list)
    before: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Number of a leaf to what stands before it, from the inside out."""
    behind: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    begins: list[int] = field(default_factory=list)
    """First leaf of each part that is reckoned and not yet used."""
    place: int = 0
    extra_place: int = 0

    def text(self) -> str:
        """What was read; "" when it is longer than any program takes."""
        parts: list[str] = []
        for number, leaf in enumerate(self.leaves):
            parts += reversed(self.before.get(number, ()))
            parts.append(leaf)
            parts += self.behind.get(number, ())
        return "".join(parts) if sum(map(len, parts)) <= LONGEST else ""

    def leaf(self, text: str) -> None:
        """A part of one word."""
        self.begins.append(len(self.leaves))
        self.leaves.append(text)

    def take(self, layout: struct.Struct) -> int:
        """The next number among the tokens."""
        value: int = layout.unpack_from(self.tokens, self.place)[0]
        self.place += layout.size
        return value

    def take_extra(self, layout: struct.Struct) -> int:
        """The next number behind the tokens."""
        value: int = layout.unpack_from(self.extra, self.extra_place)[0]
        self.extra_place += layout.size
        return value

    def wrap(self, begin: str, end: str) -> None:
        """Put something before and behind the last part."""
        self.before[self.begins[-1]].append(begin)
        self.behind[len(self.leaves) - 1].append(end)

    def call(self, name: str, count: int) -> None:
        """A function that is given so many of the last parts."""
        if not count:
            self.leaf(f"{name}()")
            return
        self.join(count, ",")
        self.wrap(f"{name}(", ")")

    def join(self, count: int, *signs: str) -> None:
        """Make one part of the last ones, with signs between them, the last sign again."""
        if count > len(self.begins):
            raise UnspeltError
        first, *others = self.begins[-count:]
        for number, other in enumerate(others):
            self.before[other].append(signs[min(number, len(signs) - 1)])
        self.begins[-count:] = [first]

    def cell(self, *, near: bool) -> str:
        """The next reference to a cell; `near` ones are counted from the cell itself."""
        row, column = self.take(self.known.dialect.row), self.take(SHORT)
        return self._address(row, column, near=near)

    def area(self, *, near: bool) -> str:
        """The next reference to an area."""
        row = self.known.dialect.row
        top, bottom, left, right = (
            self.take(row),
            self.take(row),
            self.take(SHORT),
            self.take(SHORT),
        )
        first, last = (self._address(*one, near=near) for one in ((top, left), (bottom, right)))
        return f"{first}:{last}"

    def _address(self, row: int, bits: int, *, near: bool) -> str:
        column, dialect = bits & _COLUMN_BITS, self.known.dialect
        moves = bits & _RELATIVE_ROW, bits & _RELATIVE_COLUMN
        if near:
            row += moves[0] and self.at[0] - 1
            column += moves[1] and self.at[1] - 1
        letters = column_letters(column % dialect.columns + 1)
        signs = ["" if move else "$" for move in moves]
        return f"{signs[1]}{letters}{signs[0]}{row % dialect.rows + 1}"
