"""One sheet part of an Office Open XML workbook: limits held, facts beyond the values gathered."""

import math
from collections.abc import Sequence

from sopbatch.model import CellError, Merge, column_letters, column_number
from sopbatch.reading import limits
from sopbatch.reading.package.facts import Extent, Position, SheetFacts
from sopbatch.reading.package.markup import Attributes, attribute, local, scan
from sopbatch.reading.refusals import Refusal, Refused

_DIGITS = "0123456789"
_TRUE = ("1", "true")


class Budget:
    """What all sheets of a workbook may still use together."""

    __slots__ = ("cells", "text")

    def __init__(self) -> None:
        self.cells = limits.CELLS
        self.text = limits.TEXT_LENGTH

    def spend(self, cells: int, text: int) -> None:
        """Take away what one cell or sheet used, or refuse the file."""
        self.cells -= cells
        self.text -= text
        if self.cells < 0:
            raise Refused(Refusal.TOO_MANY_CELLS, {"limit": limits.CELLS})
        if self.text < 0:
            raise Refused(Refusal.TOO_MUCH_TEXT)


def check_spread(name: str, extent: Extent) -> None:
    """Refuse a sheet whose cells with a value lie too far apart."""
    if extent.positions > limits.POSITIONS:
        cell = f"{column_letters(extent.right)}{extent.bottom}"
        raise Refused(Refusal.TOO_SPREAD, {"sheet": name, "cell": cell})


class SheetScan:
    """Events of a worksheet part, in the order of the file."""

    def __init__(self, name: str, string_lengths: Sequence[int], budget: Budget) -> None:
        self.facts = SheetFacts(name)
        self.drawings: list[str] = []
        """Relationship ids of the drawing parts."""
        self._lengths = string_lengths
        self._budget = budget
        self.extent = Extent()
        self._columns: dict[str, int] = {}
        self._shared: dict[str, str] = {}
        self._merged_cells = 0
        self._row = 0
        self._column = 0
        self._type = ""
        self._shared_id = ""
        self._has_formula = self._has_value = False
        self._collected: str | None = None
        """Text of the value or formula that is open."""
        self._beginnings = {
            "col": self._note_columns,
            "mergeCell": self._note_merge,
            "drawing": self._note_drawing,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if ":" in name:
            name = local(name)
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v":
            self._collected = ""
        elif name == "f":
            self._collected = ""
            self._has_formula = True
            self._shared_id = attributes.get("si", "")
        elif name == "is":
            self._add_value(0)
            self._has_value = True
        elif name == "row":
            self._begin_row(attributes)
        elif name in self._beginnings:
            self._beginnings[name](attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if ":" in name:
            name = local(name)
        if name == "v":
            self._end_value(self._collected or "")
            self._collected = None
        elif name == "f":
            self._end_formula(self._collected or "")
            self._collected = None
        elif name == "c" and self._has_formula and not self._has_value:
            self.facts.uncached.add((self._row, self._column))

    def text(self, text: str) -> None:
        """A run of text."""
        if self._collected is not None:
            self._collected += text
            if len(self._collected) > limits.STRING_LENGTH:
                raise Refused(Refusal.TOO_MUCH_TEXT)

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        self._row = self._row + 1 if number is None else _whole(number)
        self._column = 0
        if not 1 <= self._row <= limits.LAST_ROW:
            raise _outside(number or "")
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("ht")):
            self.facts.hidden_rows.add(self._row)

    def _begin_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r")
        if address is None:
            self._column += 1
            if self._column > limits.LAST_COLUMN:
                raise _outside("")
        else:
            self._row, self._column = self._place(address)
        self._type = attributes.get("t", "n")
        self._has_formula = self._has_value = False

    def _place(self, address: str) -> Position:
        letters = address.rstrip(_DIGITS)
        column = self._columns.get(letters) or self._new_column(letters, address)
        row = _whole(address[len(letters) :])
        if not 1 <= row <= limits.LAST_ROW:
            raise _outside(address)
        return row, column

    def _new_column(self, letters: str, address: str) -> int:
        if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
            raise _outside(address)
        column = self._columns[letters] = column_number(letters)
        if column > limits.LAST_COLUMN:
            raise _outside(address)
        return column

    def _add_value(self, length: int) -> None:
        row, column, extent = self._row, self._column, self.extent
        # Cells come row by row: the rectangle seldom grows, and most of the time is spent here.
        if not (extent.top <= row <= extent.bottom and extent.left <= column <= extent.right):
            extent.add(row, column)
        self._budget.spend(1, length)

    def _end_value(self, text: str) -> None:
        kind = self._type
        length = len(text)
        if kind == "s":
            index = int(text) if text.isdecimal() and length < 9 else -1
            length = self._lengths[index] if 0 <= index < len(self._lengths) else 0
        elif kind == "e":
            self.facts.values[self._row, self._column] = CellError(text.strip())
        elif kind == "n" and text and text[-1] not in _DIGITS and not _is_finite(text):
            self.facts.values[self._row, self._column] = CellError("#NUM!")
        self._add_value(length)
        # A formula whose result is the empty text is stored as an empty <v> of type "str".
        self._has_value = kind == "str" or bool(text and not text.isspace())

    def _end_formula(self, text: str) -> None:
        if self._shared_id and text:
            self._shared[self._shared_id] = text
        # The followers of a shared formula show the leader's text: links are seen, not offsets.
        formula = text or self._shared.get(self._shared_id, "")
        self.facts.formulas[self._row, self._column] = formula

    def _note_columns(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("width")):
            first, last = _whole(attributes.get("min", "")), _whole(attributes.get("max", ""))
            last = min(last, limits.LAST_COLUMN)
            self.facts.hidden_columns.update(range(max(first, 1), last + 1))

    def _note_drawing(self, attributes: Attributes) -> None:
        self.drawings.append(attribute(attributes, "id"))

    def _note_merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").replace("$", "").partition(":")
        top, left = self._place(first)
        bottom, right = self._place(last or first)
        self._merged_cells += (bottom - top + 1) * (right - left + 1)
        self.facts.merges.append(Merge(top, left, bottom, right))
        if len(self.facts.merges) > limits.MERGES or self._merged_cells > limits.MERGED_CELLS:
            raise Refused(Refusal.TOO_MANY_MERGES, {"sheet": self.facts.name})


def scan_sheet(data: bytes, name: str, string_lengths: Sequence[int], budget: Budget) -> SheetScan:
    """Scan one worksheet part; `string_lengths` are those of the shared strings by index."""
    sheet = SheetScan(name, string_lengths, budget)
    scan(data, sheet.start, sheet.end, sheet.text)
    check_spread(name, sheet.extent)
    return sheet


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= 9 else 0


def _is_zero(size: str | None) -> bool:
    return size is not None and size.strip("0.") == "" and "0" in size


def _is_finite(number: str) -> bool:
    try:
        return math.isfinite(float(number))
    except ValueError:
        return True


def _outside(address: str) -> Refused:
    return Refused(Refusal.OUTSIDE_GRID, {"cell": address[:20]})
