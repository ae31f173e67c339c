"""One sheet part of an Office Open XML workbook: limits held, facts beyond the values gathered."""

from collections.abc import Mapping

from sopbatch.model import Merge
from sopbatch.reading import limits
from sopbatch.reading.package.facts import SheetFacts
from sopbatch.reading.package.markup import Attributes
from sopbatch.reading.package.ooxml_cells import (
    Budget,
    CellScan,
    PlainContents,
    check_spread,
    outside,
    whole,
)
from sopbatch.reading.package.ooxml_values import SPACE, StoredValues, TextRun
from sopbatch.reading.package.plain_markup import NotPlain, plain_part
from sopbatch.reading.package.relations import relation_id
from sopbatch.reading.package.walk import ElementMeaning, walk
from sopbatch.reading.refusals import Refusal, Refused

_TRUE = ("1", "true")


class SheetScan:
    """Events of a worksheet part, in the order of the file."""

    def __init__(self, name: str, values: StoredValues, budget: Budget) -> None:
        self.cells = CellScan(name, values, budget)
        self.drawings: list[str] = []
        """Relationship ids of the drawing parts."""
        self.met = 0
        """Places met that hold rows."""
        self._merged_cells = 0
        self._row_digits = ""
        self._pending: Attributes | None = None
        self._formula: str | None = None
        self._shared_id = ""
        self._value: str | None = None
        self._runs: list[TextRun] | None = None
        self._keeps_space = False

    @property
    def facts(self) -> SheetFacts:
        """What was gathered."""
        return self.cells.facts

    def tree(self) -> ElementMeaning:
        """What each place of a worksheet means to the scan."""
        text = ElementMeaning(begin=self._begin_text, finish=self._end_text)
        cell = {
            "v": ElementMeaning(finish=self._end_value),
            "f": ElementMeaning(begin=self._begin_formula, finish=self._end_formula),
            "is": ElementMeaning({"t": text, "r": ElementMeaning({"t": text})}, self._begin_inline),
        }
        row = ElementMeaning(
            {"c": ElementMeaning(cell, self._begin_cell, self._end_cell)}, self._begin_row
        )
        return self._tree({"row": row})

    def tree_without_rows(self) -> ElementMeaning:
        """The same for a part whose rows were read already."""
        return self._tree({})

    def _tree(self, rows: Mapping[str, ElementMeaning]) -> ElementMeaning:
        return ElementMeaning(
            {
                "cols": ElementMeaning({"col": ElementMeaning(begin=self._note_columns)}),
                "sheetData": ElementMeaning(rows, begin=self._meet),
                "mergeCells": ElementMeaning({"mergeCell": ElementMeaning(begin=self._note_merge)}),
                "drawing": ElementMeaning(begin=self._note_drawing),
            }
        )

    def _meet(self, _: Attributes) -> None:
        self.met += 1

    def _begin_row(self, attributes: Attributes) -> None:
        cells = self.cells
        number = attributes.get("r")
        cells.row = cells.row + 1 if number is None else whole(number)
        self._row_digits = number or ""
        self._pending = None
        cells.column = 0
        if not 1 <= cells.row <= limits.LAST_ROW:
            raise outside(number or "")
        self.note_row(cells.row, attributes)

    def note_row(self, row: int, attributes: Mapping[str, str]) -> None:
        """Whether a row can be seen."""
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("ht")):
            self.facts.hidden_rows.add(row)

    def _begin_cell(self, attributes: Attributes) -> None:
        # Most cells of a form are blank: where they stand is worked out only when it is needed.
        self._formula = self._value = self._runs = None
        if "r" in attributes:
            self._pending = attributes
            return
        self._locate()
        self.cells.column += 1
        if self.cells.column > limits.LAST_COLUMN:
            raise outside("")
        self._open(attributes)

    def _locate(self) -> None:
        """Find the place of the cell that is open."""
        attributes, self._pending = self._pending, None
        if attributes is None:
            return
        address, digits = attributes["r"], self._row_digits
        column = self.cells.column_of(address[: -len(digits)]) if digits else None
        # Nearly always the row is that of the element: no need to take the address apart.
        if column is not None and address.endswith(digits):
            self.cells.column = column
        else:
            row, column = self.cells.place(address)
            self.cells.row, self.cells.column = row, column
            self._row_digits = digits if str(row) == digits else ""
        self._open(attributes)

    def _open(self, attributes: Attributes) -> None:
        self.cells.begin(attributes.get("t", "n"), attributes.get("s", "0"))

    def _end_cell(self, _: str) -> None:
        if self._formula is None and self._value is None and self._runs is None:
            return
        self._locate()
        self.cells.say(self._formula, self._shared_id, self._value, self._runs)

    def _end_value(self, text: str) -> None:
        self._store_once()
        self._value = text

    def _store_once(self) -> None:
        """Refuse a cell with two values: programs differ in which they show."""
        if self._value is not None or self._runs is not None:
            raise Refused(Refusal.DAMAGED)

    def _begin_formula(self, attributes: Attributes) -> None:
        self._shared_id = attributes.get("si", "")

    def _end_formula(self, text: str) -> None:
        self._formula = text

    def _begin_inline(self, _: Attributes) -> None:
        self._store_once()
        self._runs = []

    def _begin_text(self, attributes: Attributes) -> None:
        self._keeps_space = attributes.get(SPACE) == "preserve"

    def _end_text(self, text: str) -> None:
        if self._runs is not None:
            self._runs.append((text, self._keeps_space))

    def _note_columns(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("width")):
            first, last = whole(attributes.get("min", "")), whole(attributes.get("max", ""))
            last = min(last, limits.LAST_COLUMN)
            self.facts.hidden_columns.update(range(max(first, 1), last + 1))

    def _note_drawing(self, attributes: Attributes) -> None:
        self.drawings.append(relation_id(attributes))

    def _note_merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").replace("$", "").partition(":")
        top, left = self.cells.place(first)
        bottom, right = self.cells.place(last or first)
        self._merged_cells += (bottom - top + 1) * (right - left + 1)
        self.facts.merges.append(Merge(top, left, bottom, right))
        if len(self.facts.merges) > limits.MERGES or self._merged_cells > limits.MERGED_CELLS:
            raise Refused(Refusal.TOO_MANY_MERGES, {"sheet": self.facts.name})


def scan_sheet(
    data: bytes, name: str, values: StoredValues, budget: Budget, contents: PlainContents
) -> SheetScan:
    """Scan one worksheet part; `contents` are those of plain cells that the workbook had so far."""
    left = budget.cells, budget.text
    try:
        return _plain_sheet(data, SheetScan(name, values, budget), contents)
    except (NotPlain, Refused):
        # Whether and why it is refused, the parser decides, in the order of the file.
        budget.cells, budget.text = left
    return walked_sheet(data, SheetScan(name, values, budget))


def walked_sheet(data: bytes, sheet: SheetScan) -> SheetScan:
    """Scan a part as the parser tells it, whatever its markup."""
    walk(data, "worksheet", sheet.tree())
    check_spread(sheet.facts.name, sheet.cells.extent)
    return sheet


def _plain_sheet(data: bytes, sheet: SheetScan, contents: PlainContents) -> SheetScan:
    """Scan a part whose cells are plain; raises NotPlain for any other."""
    part = plain_part(data)
    walk(part.rest, "worksheet", sheet.tree_without_rows())
    if not sheet.met:
        raise NotPlain
    for row, attributes, _ in part.rows:
        if row > limits.LAST_ROW:
            raise NotPlain
        sheet.note_row(row, attributes)
    sheet.cells.take(part.rows, contents)
    check_spread(sheet.facts.name, sheet.cells.extent)
    return sheet


def _is_zero(size: str | None) -> bool:
    return size is not None and size.strip("0.") == "" and "0" in size
