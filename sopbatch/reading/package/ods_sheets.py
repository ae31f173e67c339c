"""The sheets of an OpenDocument content part: limits held, facts beyond the values gathered."""

import re
from datetime import timedelta

from sopbatch.model import CellError, Merge
from sopbatch.reading import limits
from sopbatch.reading.package.facts import Extent, Position, SheetFacts
from sopbatch.reading.package.markup import Attributes, attribute, local
from sopbatch.reading.package.ods_formats import FormatsScan
from sopbatch.reading.package.ooxml_cells import Budget, check_spread
from sopbatch.reading.refusals import Refusal, Refused

_SHAPES = frozenset(
    (
        *("frame", "rect", "line", "polyline", "polygon", "regular-polygon", "path", "circle"),
        *("ellipse", "g", "connector", "caption", "measure", "custom-shape", "scene"),
    )
)
_ASIDE = ("annotation", "ruby-text")
"""What stands beside a text and is no part of it: a note, how a word is read."""
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")
_HIDDEN = ("collapse", "filter")
_FORMULA_PREFIX = re.compile(r"^[a-z]*:?=")
_DAY = timedelta(days=1)
_TRUTHS = {"TRUE": True, "FALSE": False, "BENAR": True, "SALAH": False}
_TEXTS = ("", "string")
_NUMBERS = ("float", "percentage", "currency", "date", "time")


class SheetsScan:
    """Events of content.xml, in the order of the file; rows and cells may be repeated."""

    def __init__(self, formats: FormatsScan) -> None:
        self.found: list[SheetFacts] = []
        self._formats = formats
        self._row_style = ""
        self._column_styles: list[tuple[int, str]] = []
        """(last column, style) of the columns declared so far, left to right."""
        self._budget = Budget()
        self._spaces = 0
        self._depth = 0
        self._skipped_at = 0
        """Depth of the annotation or drawing that is being skipped; 0 for none."""
        self._sheet = SheetFacts(name="")
        self._extent = Extent()
        self._merged_cells = 0
        self._row = self._rows = 0
        self._column = 0
        self._table_column = 1
        self._cell: Attributes | None = None
        self._text: list[str] = []
        self._has_sign = self._has_paragraph = False
        self.is_blank = False
        """Whether the cell that ended last shows nothing."""
        self._beginnings = {
            "table": self._begin_table,
            "table-source": self._note_source,
            "table-column": self._note_columns,
            "table-row": self._begin_row,
            "table-cell": self._begin_cell,
            "covered-table-cell": self._begin_cell,
        }

    @property
    def skips(self) -> bool:
        """Whether an annotation or drawing is open: no content of the sheet."""
        return self._skipped_at > 0

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        self._depth += 1
        prefix, _, name = name.rpartition(":")
        if name == "s" and self._cell is not None:
            self._add_spaces(attribute(attributes, "c"))
        if self._skipped_at:
            return
        if name in _ASIDE or (name in _SHAPES and prefix in ("draw", "dr3d")):
            self._sheet.shapes += name not in _ASIDE
            # The parser takes the reading of a word for a part of it.
            self._has_sign = self._has_sign or name == "ruby-text"
            self._skipped_at = self._depth
        elif name in self._beginnings:
            self._beginnings[name](attributes)
        elif self._cell is not None:
            self._begin_text(name)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipped_at == self._depth:
            self._skipped_at = 0
        self._depth -= 1
        if self._skipped_at:
            return
        name = local(name)
        if name in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._end_cell(self._cell)
        elif name == "table-row":
            self._row += self._rows - 1
        elif name == "table":
            self._close_table()

    def text(self, text: str) -> None:
        """A run of text."""
        if self._cell is not None and not self._skipped_at:
            self._text.append(text)

    def _begin_table(self, attributes: Attributes) -> None:
        self._sheet = SheetFacts(name=attribute(attributes, "name"))
        self._extent = Extent()
        self._row = self._rows = self._merged_cells = 0
        self._table_column = 1
        self._column_styles = []
        self.found.append(self._sheet)
        if len(self.found) > limits.SHEETS:
            raise Refused(Refusal.TOO_MANY_SHEETS, {"limit": limits.SHEETS})

    def _close_table(self) -> None:
        check_spread(self._sheet.name, self._extent)
        # Padding to the end of the sheet is often hidden too; only rows with content count.
        bottom, right = self._extent.bottom, self._extent.right
        self._sheet.hidden_rows = {row for row in self._sheet.hidden_rows if row <= bottom}
        self._sheet.hidden_columns = {
            column for column in self._sheet.hidden_columns if column <= right
        }

    def _begin_row(self, attributes: Attributes) -> None:
        self._row += 1
        self._rows = _repeats(attributes, "number-rows-repeated")
        self._column = 0
        self._row_style = attribute(attributes, "default-cell-style-name")
        if attribute(attributes, "visibility") in _HIDDEN:
            last = min(self._row + self._rows - 1, limits.LAST_ROW)
            self._sheet.hidden_rows.update(range(self._row, last + 1))

    def _note_source(self, _: Attributes) -> None:
        self._sheet.cached_foreign = True

    def _begin_cell(self, attributes: Attributes) -> None:
        self._cell, self._text = attributes, []
        self._has_sign = self._has_paragraph = False

    def _note_columns(self, attributes: Attributes) -> None:
        first = self._table_column
        self._table_column += _repeats(attributes, "number-columns-repeated")
        style = attribute(attributes, "default-cell-style-name")
        self._column_styles.append((self._table_column - 1, style))
        if attribute(attributes, "visibility") in _HIDDEN:
            last = min(self._table_column - 1, limits.LAST_COLUMN)
            self._sheet.hidden_columns.update(range(first, last + 1))

    def _begin_text(self, name: str) -> None:
        if name == "tab":
            self._text.append("\t")
            self._has_sign = True
        elif name == "line-break" or (name == "p" and self._text):
            self._text.append("\n")
            self._has_sign = self._has_sign or name == "line-break"
        self._has_paragraph = self._has_paragraph or name == "p"

    def _add_spaces(self, count: str) -> None:
        spaces = int(count) if count.isdecimal() and len(count) < 12 else 1
        self._spaces += spaces if len(count) < 12 else limits.SPACES + 1
        if self._spaces > limits.SPACES:
            raise Refused(Refusal.TOO_MUCH_TEXT)
        if not self._skipped_at:
            self._text.append(" " * spaces)

    def _end_cell(self, attributes: Attributes) -> None:
        self._cell = None
        columns = _repeats(attributes, "number-columns-repeated")
        row, column = self._row, self._column + 1
        self._column += columns
        text = "".join(self._text)
        formula = attribute(attributes, "formula")
        kind = attribute(attributes, "value-type")
        self._note_merge(attributes, row, column)
        own = attribute(attributes, "string-value")
        self.is_blank = kind in _TEXTS and not (text.strip() or own.strip())
        if self.is_blank and not formula:
            return
        cells = columns * self._rows
        self._budget.spend(cells, max(len(text), len(own)) * cells)
        if not self.is_blank:
            self._extent.add(row, column, self._rows, columns)
            check_spread(self._sheet.name, self._extent)
        if row + self._rows - 1 > limits.LAST_ROW or self._column > limits.LAST_COLUMN:
            raise Refused(Refusal.OUTSIDE_GRID, {"cell": f"{self._column}, {row}"})
        self._note_facts(attributes, text, row, column)

    def _note_facts(self, attributes: Attributes, text: str, row: int, column: int) -> None:
        formula = _FORMULA_PREFIX.sub("", attribute(attributes, "formula"))
        kind = attribute(attributes, "value-type")
        is_error = attributes.get("calcext:value-type") == "error"
        positions = [
            (at, across)
            for at in range(row, row + self._rows)
            for across in range(column, self._column + 1)
        ]
        self._note_format(attributes, kind, positions)
        if formula:
            self._sheet.formulas.update(dict.fromkeys(positions, formula))
            # A formula whose result is the empty text has no type, but an empty paragraph.
            if not kind and not self._has_paragraph:
                self._sheet.uncached.update(positions)
        if is_error:
            self._sheet.values.update(dict.fromkeys(positions, CellError(text.strip())))
        elif formula and text in _TRUTHS:
            # LibreOffice keeps TRUE as a formula with the number 1.
            self._sheet.values.update(dict.fromkeys(positions, _TRUTHS[text]))
        elif kind == "time":
            self._note_time(attributes, positions)
        elif kind == "string" and self._has_sign:
            self._sheet.values.update(dict.fromkeys(positions, text))

    def _note_time(self, attributes: Attributes, positions: list[Position]) -> None:
        """Keep a duration that the parser bends, or that is shown as one: [h]:mm."""
        duration = _duration(attribute(attributes, "time-value"))
        if duration is None:
            return
        elapsed = "[" in self._sheet.formats.get(positions[0], "")
        if elapsed or not timedelta() <= duration < _DAY:
            self._sheet.values.update(dict.fromkeys(positions, duration))

    def _note_format(self, attributes: Attributes, kind: str, positions: list[Position]) -> None:
        style = attribute(attributes, "style-name") or self._row_style
        if not style:
            after = (name for last, name in self._column_styles if last >= positions[0][1])
            style = next(after, "")
        shown = self._formats.of_cell(style)
        if shown is not None and (kind in _NUMBERS or (kind == "string" and shown.changes_texts)):
            self._sheet.formats.update(dict.fromkeys(positions, shown.code))

    def _note_merge(self, attributes: Attributes, row: int, column: int) -> None:
        across = _repeats(attributes, "number-columns-spanned")
        down = _repeats(attributes, "number-rows-spanned")
        if across * down > 1:
            self._merged_cells += across * down
            self._sheet.merges.append(Merge(row, column, row + down - 1, column + across - 1))
        merges = len(self._sheet.merges)
        if merges > limits.MERGES or self._merged_cells > limits.MERGED_CELLS:
            raise Refused(Refusal.TOO_MANY_MERGES, {"sheet": self._sheet.name})


def _repeats(attributes: Attributes, name: str) -> int:
    text = attributes.get(f"table:{name}") or attribute(attributes, name)
    if not text.isdecimal():
        return 1
    return max(int(text[:20]), 1)


def _duration(text: str) -> timedelta | None:
    """Duration of an ISO 8601 text such as PT30H00M00S; None when it is something else."""
    found = _DURATION.fullmatch(text)
    if found is None or len(text) > 40:
        return None
    days, hours, minutes = (int(part or 0) for part in found.group(2, 3, 4))
    seconds = float((found[5] or "0").replace(",", "."))
    try:
        duration = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        return None
    return -duration if found[1] else duration
