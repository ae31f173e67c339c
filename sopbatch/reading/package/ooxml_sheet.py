"""One sheet part of an Office Open XML workbook: limits held, facts beyond the values gathered."""

import math
from collections.abc import Sequence

from sopbatch.model import CellError, Merge, column_letters, column_number
from sopbatch.reading import limits
from sopbatch.reading.package.facts import Extent, Position, SheetFacts
from sopbatch.reading.package.formats import Formats, note_number, note_text
from sopbatch.reading.package.markup import Attributes
from sopbatch.reading.package.rebuilt import SPACE, CellWriter, Run, relation_id
from sopbatch.reading.package.walk import Node, walk
from sopbatch.reading.refusals import Refusal, Refused

_DIGITS = "0123456789"
_TRUE = ("1", "true")
_UNFORMATTED = ("b", "d")
"""Types of cells that no number format changes, or that come as dates already."""
_TEXTS = ("s", "str")
"""Types of cells whose value is a text of the table, or of their own."""


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
        row, column = extent.farthest
        cell = f"{column_letters(column)}{row}"
        raise Refused(Refusal.TOO_SPREAD, {"sheet": name, "cell": cell})


class SheetScan:
    """Events of a worksheet part, in the order of the file; its cells are written anew."""

    def __init__(
        self, name: str, strings: Sequence[int], budget: Budget, formats: Formats = ()
    ) -> None:
        self.facts = SheetFacts(name=name)
        self.drawings: list[str] = []
        """Relationship ids of the drawing parts."""
        self.cells = CellWriter()
        """What the parser is given of this sheet."""
        self.extent = Extent()
        self._lengths = strings
        self._budget = budget
        self._formats = formats
        self._columns: dict[str, int] = {}
        self._shared: dict[str, str] = {}
        self._merged_cells = 0
        self._row = self._column = 0
        self._row_digits = ""
        self._pending: Attributes | None = None
        self._before: Position = (0, 0)
        self._address = self._type = self._style = self._shared_id = ""
        self._has_formula = self._has_value = self._is_stored = False
        self._runs: list[Run] = []
        self._keeps_space = False

    def tree(self) -> Node:
        """What each place of a worksheet means to the scan."""
        text = Node(begin=self._begin_text, finish=self._end_text)
        cell = {
            "v": Node(finish=self._end_value),
            "f": Node(begin=self._begin_formula, finish=self._end_formula),
            "is": Node({"t": text, "r": Node({"t": text})}, self._begin_inline, self._end_inline),
        }
        rows = Node({"c": Node(cell, self._begin_cell)}, self._begin_row)
        return Node(
            {
                "cols": Node({"col": Node(begin=self._note_columns)}),
                "sheetData": Node({"row": rows}),
                "mergeCells": Node({"mergeCell": Node(begin=self._note_merge)}),
                "drawing": Node(begin=self._note_drawing),
            }
        )

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        self._row = self._row + 1 if number is None else _whole(number)
        self._row_digits = number or ""
        self._pending = None
        self._column = 0
        if not 1 <= self._row <= limits.LAST_ROW:
            raise _outside(number or "")
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("ht")):
            self.facts.hidden_rows.add(self._row)

    def _begin_cell(self, attributes: Attributes) -> None:
        # Most cells of a form are blank: where they stand is worked out only when it is needed.
        self._has_formula = self._has_value = self._is_stored = False
        if "r" in attributes:
            self._pending = attributes
            return
        self._locate()
        self._column += 1
        if self._column > limits.LAST_COLUMN:
            raise _outside("")
        self._open(f"{column_letters(self._column)}{self._row}", attributes)

    def _locate(self) -> None:
        """Find the place of the cell that is open."""
        attributes, self._pending = self._pending, None
        if attributes is None:
            return
        address, digits = attributes["r"], self._row_digits
        column = self._columns.get(address[: -len(digits)]) if digits else None
        # Nearly always the row is that of the element: no need to take the address apart.
        if column is not None and address.endswith(digits):
            self._column = column
        else:
            self._row, self._column = self._place(address)
            self._row_digits = digits if str(self._row) == digits else ""
        self._open(address, attributes)

    def _open(self, address: str, attributes: Attributes) -> None:
        self._address = address
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "0")

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

    def _store(self, length: int, *, is_blank: bool) -> None:
        """Count the value of the open cell; a blank one takes no room on the sheet.

        A cell has one value, and a place one cell: programs differ in which of two they show.
        """
        row, column, extent = self._row, self._column, self.extent
        if self._is_stored or (row, column) <= self._before:
            raise Refused(Refusal.DAMAGED)
        self._is_stored, self._before = True, (row, column)
        # Cells come row by row: the rectangle seldom grows, and most of the time is spent here.
        if not (
            is_blank
            or (extent.top <= row <= extent.bottom and extent.left <= column <= extent.right)
        ):
            extent.add(row, column)
        self._budget.spend(1, length)

    def _end_value(self, text: str) -> None:
        self._locate()
        kind, length = self._type, len(text)
        # A formula whose result is the empty text is stored as an empty <v> of type "str".
        self._has_value = kind == "str" or bool(text and not text.isspace())
        if kind == "s" and text:
            text, length = self._shared_string(text)
        is_blank = kind in _TEXTS and (not length or text.isspace())
        self._store(length, is_blank=is_blank)
        if self._has_formula and self._has_value:
            self.facts.uncached.discard((self._row, self._column))
        if kind == "e":
            self.facts.values[self._row, self._column] = CellError(text.strip())
        elif kind == "n" and text and text[-1] not in _DIGITS and not _is_finite(text):
            self.facts.values[self._row, self._column] = CellError("#NUM!")
        elif text and not is_blank:
            self.cells.value(self._address, kind, self._style, text)
            self._note_format(text)

    def _note_format(self, text: str) -> None:
        """Keep the number format of a cell where it shows more than the value."""
        style = _whole(self._style)
        shown = self._formats[style] if style < len(self._formats) else None
        if shown is None or self._type in _UNFORMATTED:
            return
        at = (self._row, self._column)
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

    def _begin_formula(self, attributes: Attributes) -> None:
        self._locate()
        self._has_formula = True
        self._shared_id = attributes.get("si", "")

    def _end_formula(self, text: str) -> None:
        if self._shared_id and text:
            self._shared[self._shared_id] = text
        # The followers of a shared formula show the leader's text: links are seen, not offsets.
        formula = text or self._shared.get(self._shared_id, "")
        self.facts.formulas[self._row, self._column] = formula
        if not self._has_value:
            self.facts.uncached.add((self._row, self._column))

    def _begin_inline(self, _: Attributes) -> None:
        self._locate()
        self._runs = []

    def _end_inline(self, _: str) -> None:
        self._has_value = True
        is_blank = all(not run.text or run.text.isspace() for run in self._runs)
        self._store(sum(len(run.text) for run in self._runs), is_blank=is_blank)
        self.facts.uncached.discard((self._row, self._column))
        # Text of its own is shown only where the type says so.
        if self._type == "inlineStr" and not is_blank:
            self.cells.inline(self._address, self._style, self._runs)
            self._note_format("")

    def _begin_text(self, attributes: Attributes) -> None:
        self._keeps_space = attributes.get(SPACE) == "preserve"

    def _end_text(self, text: str) -> None:
        self._runs.append(Run(text, self._keeps_space))

    def _note_columns(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("width")):
            first, last = _whole(attributes.get("min", "")), _whole(attributes.get("max", ""))
            last = min(last, limits.LAST_COLUMN)
            self.facts.hidden_columns.update(range(max(first, 1), last + 1))

    def _note_drawing(self, attributes: Attributes) -> None:
        self.drawings.append(relation_id(attributes))

    def _note_merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").replace("$", "").partition(":")
        top, left = self._place(first)
        bottom, right = self._place(last or first)
        self._merged_cells += (bottom - top + 1) * (right - left + 1)
        self.facts.merges.append(Merge(top, left, bottom, right))
        if len(self.facts.merges) > limits.MERGES or self._merged_cells > limits.MERGED_CELLS:
            raise Refused(Refusal.TOO_MANY_MERGES, {"sheet": self.facts.name})


def scan_sheet(
    data: bytes, name: str, strings: Sequence[int], budget: Budget, formats: Formats = ()
) -> SheetScan:
    """Scan one worksheet part.

    `strings` are the lengths of the shared strings, 0 for a blank one; `formats` those of the
    cell styles by index.
    """
    sheet = SheetScan(name, strings, budget, formats)
    walk(data, "worksheet", sheet.tree())
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


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _outside(address: str) -> Refused:
    return Refused(Refusal.OUTSIDE_GRID, {"cell": address[:20]})
