"""What the parts of a workbook tell beyond the parser's values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopbatch.model import CellValue, Format, Merge, NamedRange, Outside
from sopbatch.reading import limits

Position = tuple[int, int]
"""(row, column), 1-based."""


@dataclass(slots=True, kw_only=True)
class SheetFacts:
    """One sheet's facts, gathered while its part is scanned."""

    name: str
    visible: bool = True
    """Where no parser tells it."""
    formulas: dict[Position, str] = field(default_factory=dict)
    leaders: dict[Position, Position] = field(default_factory=dict)
    """Whose formula a cell has, moved: there its text is as written."""
    uncached: set[Position] = field(default_factory=set)
    values: dict[Position, CellValue] = field(default_factory=dict)
    """Values the parser drops or bends: error cells, long durations, tabs; all without a parser."""
    formats: dict[Position, str] = field(default_factory=dict)
    """Number formats that show more than the value."""
    serials: dict[Position, float] = field(default_factory=dict)
    """Numbers as stored, where the parser may take them for days or times."""
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    shapes: int = 0
    cached_foreign: bool = False
    """A copy of another workbook's sheet kept for its links (OpenDocument): not the sender's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFacts:
    """A whole workbook's facts; every limit holds for it."""

    format: Format
    parsed: bytes | None
    """What the parser is given: a workbook written anew from what was checked.

    None where there is nothing that it could tell beyond the facts.
    """
    sheets: Mapping[str, SheetFacts]
    names: Mapping[str, NamedRange]
    properties: Mapping[str, str] = field(default_factory=dict)
    has_macros: bool
    outside: tuple[Outside, ...]
    """What it takes from elsewhere."""
    date_1904: bool
    """Days are counted from 1 January 1904."""


class Extent:
    """The rectangle around the cells seen so far."""

    __slots__ = ("_lowest", "_rightmost", "bottom", "left", "right", "top")

    def __init__(self) -> None:
        self.top = self.left = 1 << 30
        self.bottom = self.right = 0
        self._lowest = self._rightmost = (0, 0)

    def add(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Take in a block of cells with a value."""
        if row < self.top:
            self.top = row
        if column < self.left:
            self.left = column
        if row + rows > self.bottom:
            self.bottom = row + rows - 1
            self._lowest = self.bottom, column
        if column + columns > self.right:
            self.right = column + columns - 1
            self._rightmost = row, self.right

    @property
    def farthest(self) -> Position:
        """The cell that makes the rectangle so large."""
        below = self.bottom / limits.LAST_ROW > self.right / limits.LAST_COLUMN
        return self._lowest if below else self._rightmost

    @property
    def positions(self) -> int:
        """Cells of the rectangle, blank ones included."""
        if not self.bottom:
            return 0
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)
