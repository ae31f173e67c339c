"""Cells of an Office Open XML sheet: limits held, their values and what is beyond them."""

from collections.abc import Iterable, Sequence

from sopbatch.model import column_letters, column_number
from sopbatch.reading import limits
from sopbatch.reading.package.facts import Extent, Position, SheetFacts
from sopbatch.reading.package.ooxml_values import Stored, StoredValues, TextRun
from sopbatch.reading.package.plain_markup import (
    NotPlain,
    PlainBegin,
    PlainRow,
    plain_cell,
)
from sopbatch.reading.refusals import Refusal, Refused

_DIGITS = "0123456789"


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


CellContent = tuple[str | None, str, bool, Stored | None]
"""What stands in a cell, wherever it is.

A formula; the number by which others share it; whether its result is stored; what is stored.
"""


def content(
    values: StoredValues, begin: PlainBegin, value: str | None, own: Sequence[TextRun] | None
) -> CellContent:
    """A cell by what its markup says: how it begins, a stored value, or a text of its own."""
    kind, style, formula, shared = begin
    if value is not None:
        # A formula whose result is the empty text is stored as an empty <v> of type "str".
        is_cached = kind == "str" or (value != "" and not value.isspace())
        return formula, shared, is_cached, values.stored(kind, style, value)
    if own is not None:
        return formula, shared, True, values.own(kind, style, own)
    return formula, shared, False, None


class PlainContents(dict[bytes, CellContent | None]):
    """Contents of a workbook's plain cells by their markup behind the address, each made once."""

    def __init__(self, values: StoredValues) -> None:
        self._values = values

    def __missing__(self, markup: bytes) -> CellContent | None:
        cell = plain_cell(markup)
        self[markup] = made = None if cell is None else content(self._values, *cell)
        return made


class _Columns(dict[bytes, int]):
    """Numbers of columns by letters."""

    def __missing__(self, letters: bytes) -> int:
        if not (letters.isalpha() and letters.isupper() and len(letters) <= 3):
            raise NotPlain
        self[letters] = number = column_number(letters.decode())
        if number > limits.LAST_COLUMN:
            raise NotPlain
        return number


class CellScan:
    """Takes in the cells of a sheet, in the order of the file."""

    def __init__(self, name: str, values: StoredValues, budget: Budget) -> None:
        self.facts = SheetFacts(name=name)
        self.extent = Extent()
        self.row = self.column = 0
        """Where the cell stands that is spoken of."""
        self._values = values
        self._budget = budget
        self._columns: dict[str, int] = {}
        self._shared: dict[str, Position] = {}
        self._before: Position = (0, 0)
        self._type = self._style = ""

    def take(self, rows: Iterable[PlainRow], contents: PlainContents) -> None:
        """Take in rows whose markup was read already; raises NotPlain."""
        columns = _Columns()
        for row, _, cells in rows:
            mark = b'%d"' % row
            for cell in cells:
                letters, _, markup = cell.partition(mark)
                column = columns[letters]
                held = contents[markup]
                if held is not None:
                    self.put((row, column), held)

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

    def begin(self, kind: str, style: str) -> None:
        """The next cell stands at `row` and `column`, and so look its type and style."""
        self._type, self._style = kind, style

    def say(
        self, formula: str | None, shared: str, value: str | None, own: Sequence[TextRun] | None
    ) -> None:
        """What stands in the cell: a formula, a stored value, or a text of its own."""
        begin = self._type, self._style, formula, shared
        self.put((self.row, self.column), content(self._values, begin, value, own))

    def put(self, at: Position, held: CellContent) -> None:
        """Take in what a cell holds.

        A place has one stored value: programs differ in which of two they show.
        """
        formula, shared, is_cached, stored = held
        facts = self.facts
        if formula is not None:
            facts.formulas[at] = self._share(at, formula, shared) if shared else formula
            if is_cached:
                facts.uncached.discard(at)
            else:
                facts.uncached.add(at)
        if stored is not None:
            if at <= self._before:
                raise Refused(Refusal.DAMAGED)
            self._before = at
            value, shown, length, takes_room = stored
            self._count(at, length, takes_room=takes_room)
            if value is not None and (is_cached or formula is None):
                facts.values[at] = value
                if shown is not None:
                    facts.formats[at] = shown

    def _count(self, at: Position, length: int, *, takes_room: bool) -> None:
        """Take from the budget what a stored value uses, and widen the rectangle around all."""
        budget, extent = self._budget, self.extent
        budget.cells -= 1
        budget.text -= length
        if budget.cells < 0 or budget.text < 0:
            budget.check()
        if takes_room:
            row, column = at
            # Cells come row by row: the rectangle seldom grows.
            if not (extent.top <= row <= extent.bottom and extent.left <= column <= extent.right):
                extent.add(row, column)

    def _share(self, at: Position, formula: str, shared: str) -> str:
        """The formula that stands in the cell, or that of the first cell of those who share it."""
        if formula:
            self._shared[shared] = at
        elif (leader := self._shared.get(shared)) is not None:
            self.facts.leaders[at] = leader
            return self.facts.formulas[leader]
        return formula


def whole(text: str) -> int:
    """A whole number; 0 when it is none."""
    return int(text) if text.isdecimal() and len(text) <= 9 else 0


def outside(address: str) -> Refused:
    """Why an address is refused."""
    return Refused(Refusal.OUTSIDE_GRID, {"cell": address[:20]})
