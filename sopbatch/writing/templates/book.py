"""The only door to xlsxwriter for templates: sheets are filled cell by cell, 1-based."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from types import MappingProxyType
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sopbatch.model import CellError, CellRef, CellValue, column_letters
from sopbatch.text.shortening import shortened_by_words
from sopbatch.writing.templates.form import NO_MARKS, Mark
from sopbatch.writing.templates.heights import Text, fitting_height, let_rows_grow
from sopbatch.writing.templates.looks import BASE, MARK_TINTS, Look
from sopbatch.writing.templates.shared_formulas import Shared, shared_formulas

CREATED = datetime(2025, 1, 1)  # noqa: DTZ001 - a fixed date: the same call gives the same bytes
FOLIO = 14
"""Paper number of F4 (Folio, 8.5 x 13 inch)."""
A4 = 9
LONGEST_TEXT = 32_767
"""Characters a cell can hold."""
NO_LETTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What no XML can hold, not even escaped."""
UNSEEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f]|{NO_LETTER.pattern}")
REPLACEMENT = "\ufffd"
LONGEST_TITLE = 32
"""Characters of the title of a prompt or an error message."""
LONGEST_MESSAGE = 255


class FormSheet(Worksheet):  # type: ignore[misc]  # xlsxwriter has no types
    """A sheet whose formulas are written as they are, and once where they repeat down a column.

    XlsxWriter looks through every formula for thirty functions of new Excel versions, which forms
    must not use since other programs open them; that took two thirds of writing a form.
    """

    _shared: Mapping[str, Shared] = MappingProxyType({})

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")

    def _write_sheet_data(self) -> None:
        formulas = {
            (row + 1, column + 1): cell.formula
            for row, cells in self.table.items()
            for column, cell in cells.items()
            if type(cell).__name__ == "Formula"
        }
        self._shared = {
            f"{column_letters(column)}{row}": told
            for (row, column), told in shared_formulas(formulas).items()
        }
        super()._write_sheet_data()

    def _xml_formula_element(
        self, formula: str, result: str | float, attributes: Sequence[tuple[str, str]] = ()
    ) -> None:
        told = self._shared.get(dict(attributes)["r"])
        if told is None:
            super()._xml_formula_element(formula, result, attributes)
            return
        cell = "".join(f' {name}="{self._escape_attributes(text)}"' for name, text in attributes)
        if told.cells:
            text = self._escape_data(formula)
            shared = f'<f t="shared" ref="{told.cells}" si="{told.number}">{text}</f>'
        else:
            shared = f'<f t="shared" si="{told.number}"/>'
        self.fh.write(f"<c{cell}>{shared}<v>{self._escape_data(result)}</v></c>")


@dataclass
class TemplateBook:
    """A workbook being written."""

    title: str
    properties: Mapping[str, str]
    marks: Mapping[CellRef, Mark] = field(default_factory=lambda: NO_MARKS)

    def __post_init__(self) -> None:
        self._buffer = BytesIO()
        self._book = xlsxwriter.Workbook(self._buffer, {"in_memory": True})
        self._pages: list[TemplateSheet] = []
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._book.formats[0].set_font_name(BASE["font_name"])
        self._book.formats[0].set_font_size(BASE["font_size"])
        self._book.set_properties({"title": self.title, "created": CREATED})
        for name, value in self.properties.items():
            self._book.set_custom_property(name, value)

    def sheet(self, name: str) -> "TemplateSheet":
        """A new sheet at the end."""
        self._pages.append(TemplateSheet(self, name, self._book.add_worksheet(name, FormSheet)))
        return self._pages[-1]

    @property
    def formulas(self) -> set[str]:
        """The formulas of all sheets so far."""
        return {formula for page in self._pages for formula in page.formulas}

    def name(self, name: str, cells: str) -> None:
        """Defines a name for the cells, such as "Identitas!$C$7"."""
        self._book.define_name(name, f"={cells}")

    def format(self, look: Look) -> Format:
        """The workbook's format of that look."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]

    def content(self) -> bytes:
        """Closes the workbook: its bytes."""
        self._book.close()
        growing = {number: page.growing for number, page in enumerate(self._pages, start=1)}
        return let_rows_grow(self._buffer.getvalue(), growing)


def inches(widths: Iterable[float]) -> float:
    """Of columns so many characters wide, of 7 pixels each."""
    return sum(7 * width + 5 for width in widths) / 96


@dataclass
class TemplateSheet:
    """A sheet being written; rows and columns are 1-based."""

    book: TemplateBook
    name: str
    sheet: Worksheet
    growing: set[int] = field(default_factory=set, init=False)
    """Rows whose height is a beginning only."""
    points: float = field(default=0.0, init=False)
    """Of all rows whose height was set."""
    texts: set[str] = field(default_factory=set, init=False)
    """Every text that was put, results of formulas left out."""
    formulas: set[str] = field(default_factory=set, init=False)
    """Every formula that was put."""
    _tolerated: dict[str, str] = field(default_factory=dict, init=False)

    def put(self, row: int, column: int, value: CellValue, look: Look) -> None:
        """A value as what it is: texts never become formulas, links or numbers."""
        at, ink = (row - 1, column - 1), self.book.format(look)
        match value:
            case "":
                self.sheet.write_blank(*at, None, ink)
            case str():
                text = NO_LETTER.sub(REPLACEMENT, value[:LONGEST_TEXT])
                self.texts.add(text)
                self.sheet.write_string(*at, text, ink)
            case bool():
                self.sheet.write_boolean(*at, value, ink)
            case int() | float() if isfinite(value):
                self.sheet.write_number(*at, value, ink)
            case date() if value.year >= 1900:
                self.sheet.write_datetime(*at, value, ink)
            case CellError(code):
                self.sheet.write_string(*at, code, ink)
            case int() | float() | date() | time() | timedelta():
                self.sheet.write_string(*at, str(value), ink)
        self._mark(CellRef(self.name, row, column))

    def formula(
        self, row: int, column: int, formula: str, look: Look, result: str | float = ""
    ) -> None:
        """A formula with the result shown by programs that do not calculate."""
        # NOTE: XlsxWriter escapes controls in texts, but not in results of formulas.
        shown = UNSEEN.sub(REPLACEMENT, result) if isinstance(result, str) else result
        self.formulas.add(formula)
        self.sheet.write_formula(row - 1, column - 1, formula, self.book.format(look), shown)

    def merge(self, row: int, column: int, last_row: int, last_column: int, look: Look) -> None:
        """Joins empty cells; what the first one says is put there afterwards."""
        area = (row - 1, column - 1, last_row - 1, last_column - 1)
        self.sheet.merge_range(*area, "", self.book.format(look))

    def row(self, row: int, height: float, look: Look | None = None) -> None:
        """Height in points and look of the empty cells of a row."""
        self.points += height
        self.sheet.set_row(row - 1, height, self.book.format(look) if look else None)

    def growing_row(
        self, row: int, texts: Iterable[Text], least: float, look: Look | None = None
    ) -> None:
        """A row at least so many points high that fits its texts and grows with them."""
        self.row(row, fitting_height(texts, least), look)
        self.growing.add(row)

    def columns(self, widths: Iterable[float]) -> None:
        """Widths of the columns from the first on, in characters."""
        for index, width in enumerate(widths):
            self.sheet.set_column(index, index, width)

    def highlight(
        self, row: int, column: int, last_row: int, last_column: int, when: str, look: Look
    ) -> None:
        """Look of the cells where the formula holds; earlier rules win."""
        rule = {"type": "formula", "criteria": f"={when}", "format": self.book.format(look)}
        rule["stop_if_true"] = True
        self.sheet.conditional_format(row - 1, column - 1, last_row - 1, last_column - 1, rule)

    def validate(
        self, row: int, column: int, last_row: int, last_column: int, rule: Mapping[str, Any]
    ) -> None:
        """Drop-down, limits, prompt and error message of input cells; texts are cut to fit."""
        fitted = dict(rule)
        for key in ("input_title", "error_title"):
            fitted[key] = shortened_by_words(fitted.get(key, ""), LONGEST_TITLE)
        for key in ("input_message", "error_message"):
            fitted[key] = shortened_by_words(fitted.get(key, ""), LONGEST_MESSAGE)
        self.sheet.data_validation(row - 1, column - 1, last_row - 1, last_column - 1, fitted)

    def tolerate(self, error: str, row: int, column: int, last_row: int, last_column: int) -> None:
        """Keeps Excel from marking the cells as suspicious; `error` as xlsxwriter names it."""
        cells = self.cells(row, column, last_row, last_column).rpartition("!")[2]
        self._tolerated[error] = cells.replace("$", "")
        self.sheet.ignore_errors(self._tolerated)

    def cells(self, row: int, column: int, last_row: int, last_column: int) -> str:
        """Absolute address with the sheet, such as "Identitas!$C$7"."""
        first = f"${column_letters(column)}${row}"
        last = f"${column_letters(last_column)}${last_row}"
        return f"{quoted(self.name)}!{first}" + ("" if first == last else f":{last}")

    def _mark(self, cell: CellRef) -> None:
        if (mark := self.book.marks.get(cell)) is not None:
            fill = {"bg_color": MARK_TINTS[mark.severity]}
            self.highlight(cell.row, cell.column, cell.row, cell.column, "TRUE", fill)
            note = {"author": "Biro Organisasi", "x_scale": 2, "y_scale": 1.5}
            self.sheet.write_comment(cell.row - 1, cell.column - 1, mark.text, note)


def quoted(sheet: str) -> str:
    """A sheet name as formulas write it."""
    return f"'{sheet}'" if " " in sheet else sheet
