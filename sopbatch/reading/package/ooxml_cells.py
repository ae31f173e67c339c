"""Cells of an Office Open XML sheet: limits held, what is beyond their values, all written anew."""

import math
from collections.abc import Iterable, Sequence

from sopbatch.model import CellError, column_letters, column_number
from sopbatch.reading import limits
from sopbatch.reading.package.facts import Extent, Position, SheetFacts
from sopbatch.reading.package.formats import Formats, note_number, note_text
from sopbatch.reading.package.plain_markup import PlainCell
from sopbatch.reading.package.rebuilt import CellWriter, TextRun
from sopbatch.reading.refusals import Refusal, Refused

_DIGITS = "0123456789"
_UNFORMATTED = ("b", "d")
"""Types of cells that no number format changes, or that come as dates already."""
_TEXTS = ("s", "str")
"""Types of cells whose value is a text of the table, or of their own."""


class Budget:
    """What all sheets of a workbook may still use together."""

    __slots__ = ("cells", "text")

    def __init__(self, cells: int = limits.CELLS, text: int = limits.TEXT_LENGTH) -> None:
        self.cells = cells
        self.text = text

    def spend(self, cells: int, text: int) -> None:
        """Take away what one cell or sheet used, or refuse the file."""
        self.cells -= cells
        self.text -= text
        self.check()

    def check(self) -> None:
        """Refuse the file that used more than there is."""
        if self.cells < 0:
            raise Refused(Refusal.TOO_MANY_CELLS, {"limit": limits.CELLS})
        if self.text < 0:
            raise Refused(Refusal.TOO_MUCH_TEXT)


def check_spread(name: str, extent: Extent) -> None:
    """Refuse a sheet whose cells with a value lie too far apart."""
    if extent.positions > limits.POSITIONS:
        row, column = extent.farthest
        cell = f"{column_letters(column)}{row}"
        raise Refused(Refusal.TOO_SPREAD, {"sheet": name, "cell": cell})


class CellScan:
    """Takes in the cells of a sheet, in the order of the file."""

    def __init__(
        self, name: str, strings: Sequence[int], budget: Budget, formats: Formats = ()
    ) -> None:
        self.facts = SheetFacts(name=name)
        self.cells = CellWriter()
        """What the parser is given of this sheet."""
        self.extent = Extent()
        self.row = self.column = 0
        """Where the cell stands that is spoken of."""
        self._lengths = strings
        self._budget = budget
        self._formats = formats
        self._columns: dict[str, int] = {}
        self._shared: dict[str, Position] = {}
        self._before: Position = (0, 0)
        self._address = self._type = self._style = ""

    def take(self, cells: Iterable[PlainCell]) -> None:
        """Take in cells whose markup was read already."""
        columns = self._columns
        for letters, digits, kind, style, formula, shared, value, runs in cells:
            address = letters + digits
            self.row = int(digits)
            self.column = columns.get(letters) or self._new_column(letters, address)
            if self.row > limits.LAST_ROW:
                raise outside(address)
            self._address, self._type, self._style = address, kind, style
            self.say(formula, shared, value, runs)

    def place(self, address: str) -> Position:
        """Row and column of an address such as AB12; refused when no sheet has it."""
        letters = address.rstrip(_DIGITS)
        column = self._columns.get(letters) or self._new_column(letters, address)
        row = whole(address[len(letters) :])
        if not 1 <= row <= limits.LAST_ROW:
            raise outside(address)
        return row, column

    def column_of(self, letters: str) -> int | None:
        """Column of letters that were met before."""
        return self._columns.get(letters)

    def _new_column(self, letters: str, address: str) -> int:
        if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
            raise outside(address)
        column = self._columns[letters] = column_number(letters)
        if column > limits.LAST_COLUMN:
            raise outside(address)
        return column

    def begin(self, address: str, kind: str, style: str) -> None:
        """The next cell stands at `row` and `column`, and so looks its address, type and style."""
        self._address, self._type, self._style = address, kind, style

    def say(
        self, formula: str | None, shared: str, value: str | None, runs: Sequence[TextRun] | None
    ) -> None:
        """What stands in the cell: a formula, a stored value, or a text of its own."""
        if formula is not None:
            at = (self.row, self.column)
            if shared and formula:
                self._shared[shared] = at
            elif shared and (leader := self._shared.get(shared)) is not None:
                formula, self.facts.leaders[at] = self.facts.formulas[leader], leader
            self.facts.formulas[at] = formula
            # A formula whose result is the empty text is stored as an empty <v> of type "str".
            if value is not None and (self._type == "str" or (value and not value.isspace())):
                self.facts.uncached.discard(at)
            else:
                self.facts.uncached.add(at)
        if value is not None:
            self._store_value(value)
        elif runs is not None:
            self._store_own(runs)

    def _store(self, length: int, *, is_blank: bool) -> None:
        """Count the value of the cell; a blank one takes no room on the sheet.

        A place has one cell: programs differ in which of two they show.
        """
        row, column, extent = self.row, self.column, self.extent
        if (row, column) <= self._before:
            raise Refused(Refusal.DAMAGED)
        self._before = (row, column)
        # Cells come row by row: the rectangle seldom grows, and most of the time is spent here.
        if not (
            is_blank
            or (extent.top <= row <= extent.bottom and extent.left <= column <= extent.right)
        ):
            extent.add(row, column)
        budget = self._budget
        budget.cells -= 1
        budget.text -= length
        if budget.cells < 0 or budget.text < 0:
            budget.check()

    def _store_value(self, text: str) -> None:
        kind, length = self._type, len(text)
        if kind == "s" and text:
            text, length = self._shared_string(text)
        is_blank = kind in _TEXTS and (not length or text.isspace())
        self._store(length, is_blank=is_blank)
        if kind == "e":
            self.facts.values[self.row, self.column] = CellError(text.strip())
        elif kind == "n" and text and text[-1] not in _DIGITS and not _is_finite(text):
            self.facts.values[self.row, self.column] = CellError("#NUM!")
        elif text and not is_blank:
            self.cells.value(self._address, kind, self._style, text)
            self._note_format(text)

    def _store_own(self, runs: Sequence[TextRun]) -> None:
        is_blank = all(not run.text or run.text.isspace() for run in runs)
        self._store(sum(len(run.text) for run in runs), is_blank=is_blank)
        self.facts.uncached.discard((self.row, self.column))
        # Text of its own is shown only where the type says so.
        if self._type == "inlineStr" and not is_blank:
            self.cells.inline(self._address, self._style, runs)
            self._note_format("")

    def _note_format(self, text: str) -> None:
        """Keep the number format of a cell where it shows more than the value."""
        style = whole(self._style)
        shown = self._formats[style] if style < len(self._formats) else None
        if shown is None or self._type in _UNFORMATTED:
            return
        at = (self.row, self.column)
        if self._type != "n":
            note_text(self.facts, at, shown)
        elif (number := _number(text)) is not None:
            note_number(self.facts, at, number, shown)

    def _shared_string(self, text: str) -> tuple[str, int]:
        """Index and length."""
        index = int(text) if text.isdecimal() and len(text) < 9 else len(self._lengths)
        if index >= len(self._lengths):
            raise Refused(Refusal.DAMAGED)
        return str(index), self._lengths[index]


def whole(text: str) -> int:
    """A whole number; 0 when it is none."""
    return int(text) if text.isdecimal() and len(text) <= 9 else 0


def outside(address: str) -> Refused:
    """Why an address is refused."""
    return Refused(Refusal.OUTSIDE_GRID, {"cell": address[:20]})


def _is_finite(number: str) -> bool:
    try:
        return math.isfinite(float(number))
    except ValueError:
        return True


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
