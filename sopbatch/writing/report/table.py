"""A list on a sheet: columns and rows come in, a filterable table with its totals goes out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import date
from typing import Generic, TypeVar

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from sopbatch.text.measuring import text_width
from sopbatch.text.words import count
from sopbatch.writing.report.page import Formula, Link, Page, Value
from sopbatch.writing.report.text import (
    LINE_POINTS,
    MM_PER_PIXEL,
    SIZE,
    SURE,
    column_pixels,
    wrapped_lines,
)
from sopbatch.writing.report.turned import turned_points

Row = TypeVar("Row")
HEAD_ROW = 4
"""0-based row of the column heads on every list; above it a row for bands."""

NOTE_ROW = 3
PRINTED = (
    "Tercetak {printed} baris pertama dari {all}; untuk mencetak semuanya, hapus area cetak "
    "(Tata Letak Halaman > Area Cetak > Hapus)."
)
PRINTED_ROWS = 50
"""Of each long list of the leaders' report: two or three pages."""
PRINTED_PIXELS = 2400
"""Of a list beside one another on a page; print of a wider one would be too small to read."""
ROW_POINTS = 3.5
"""What a row needs besides its lines."""
BOLDER = {"subtotal": 0.9, "total": 0.9, "head": 0.9}
"""Bold text finds less room."""
BUTTON = 2.4
"""Characters of a head that its filter button covers."""
HEAD_POINTS = 30
"""Least height of heads: of two lines."""
NO_FIGURE = "-"
"""Where there is nothing to count or to divide by; stands in the middle."""
UNLINKED = {"link": "word", "path": "text", "count link": "count"}
WRAPPED = ("text", "phrase", "path")
"""Kinds that go on in the next line of a cell."""
REPEATED = (str, int, date, type(None))
"""Kinds of values that make equal cells wherever they are equal; a link is noted of each place, and
0.0 equals -0.0."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a list."""

    title: str
    width: float
    """Characters."""
    value: Callable[[Row], Value]
    kind: str = "text"
    """Key of styles.KINDS."""
    _: KW_ONLY
    summed: bool = False
    upright: bool = False
    """The head is turned to save width."""
    tone: Callable[[Row], str] | None = None
    """Traffic light of a cell."""
    band: str = ""
    """Heading over neighbouring columns of the same band."""
    middle: bool = False
    """Words and figures stand in the middle of a high row, not at its top."""


@dataclass(frozen=True, slots=True)
class ListExtent:
    """Where a list was written; rows and columns 0-based."""

    sheet: str
    first: int
    last: int
    """Smaller than `first` when there are no rows."""
    columns: Mapping[str, int]

    def body(self, title: str) -> str:
        """The cells below a head, as a formula names them."""
        column = self.columns[title]
        return f"'{self.sheet}'!{xl_range_abs(self.first, column, self.last, column)}"

    def last_cell(self, title: str) -> str:
        """The cell of a column's last row."""
        cell = xl_rowcol_to_cell(self.last, self.columns[title], row_abs=True, col_abs=True)
        return f"'{self.sheet}'!{cell}"

    def total(self, title: str) -> str:
        """The cell of a column's total."""
        column = self.columns[title]
        cell = xl_rowcol_to_cell(self.last + 1, column, row_abs=True, col_abs=True)
        return f"'{self.sheet}'!{cell}"


def known(value: Value) -> Value:
    """The value; a sign that there is none for None."""
    return NO_FIGURE if value is None else value


def write_heads(
    page: Page, columns: Sequence[Column[Row]], *, frozen: int, head_row: int = HEAD_ROW
) -> None:
    """Widths, bands, heads and rows repeated on every printed page; frozen panes at the top."""
    flat = [column for column in columns if not column.upright]
    lines = max((_head_lines(one) for one in flat), default=1)
    turned = max((turned_points(one.title, one.width) for one in columns if one.upright), default=0)
    page.sheet.set_row(head_row, max(turned, HEAD_POINTS, LINE_POINTS * lines + ROW_POINTS))
    for place, column in enumerate(columns):
        page.sheet.set_column(place, place, column.width)
        page.put(head_row, place, column.title, _head_style(page, column))
    _write_bands(page, columns, head_row - 1)
    page.way_back()
    if (across := -(-table_pixels(columns) // PRINTED_PIXELS)) > 1:
        page.sheet.fit_to_pages(across, 0)
        repeated = max(frozen, 1)
        page.sheet.repeat_columns(0, repeated - 1)
        page.narrow_title(sum(column.width for column in columns[:repeated]))
    if head_row == HEAD_ROW:
        page.sheet.freeze_panes(HEAD_ROW + 1, frozen)
        page.sheet.repeat_rows(HEAD_ROW - 1, HEAD_ROW)
    else:
        # NOTE: what stands above the list would fill the screen if it were frozen
        page.sheet.repeat_rows(head_row, head_row)


def _head_lines(column: Column[Row]) -> int:
    return wrapped_lines(column.title, column.width * BOLDER["head"] - BUTTON)


def _head_style(page: Page, column: Column[Row]) -> Format:
    return page.styles.cell("head", "line", rotation=90 if column.upright else 0)


def _write_bands(page: Page, columns: Sequence[Column[Row]], at: int) -> None:
    style = page.styles.cell("band")
    start = 0
    for place in range(1, len(columns) + 1):
        if place < len(columns) and columns[place].band == columns[start].band:
            continue
        over = columns[start:place]
        wide = SURE * MM_PER_PIXEL * table_pixels(over)
        # Where most columns were left out a band may be wider than what it stands over.
        if over[0].band and text_width(over[0].band, SIZE, bold=True) <= wide:
            page.merge(at, start, place - 1, over[0].band, style)
        start = place


def write_row(
    page: Page,
    at: int,
    columns: Sequence[Column[Row]],
    row: Row,
    role: str = "body",
    *,
    level: int = 0,
    charted: bool = False,
) -> None:
    """The cells of one row, high enough for its longest text; `level` 1 can be folded away."""
    lines, told = 1, dict[int, str]()
    for place, column in enumerate(columns):
        value, tone = column.value(row), column.tone(row) if column.tone else ""
        alike = (value, column.kind, column.width, column.middle, tone, role)
        repeated = type(value) in REPEATED and not charted
        if repeated and (known := page.told_again(alike)):
            told[place], high = known
        else:
            style = _cell_style(page, column, tone, value, role)
            cell, high = None, _lines(column, value, role)
            if not charted:
                cell = page.told(at, place, value, style)
            if cell is None:
                page.put(at, place, value, style)
            else:
                told[place] = cell
                if repeated:
                    page.remember(alike, cell, high)
        lines = max(lines, high)
    if told:
        page.sheet.put_cells(at, told)
    page.sheet.set_row(at, LINE_POINTS * lines + ROW_POINTS, None, {"level": level})


def _lines(column: Column[Row], value: Value, role: str) -> int:
    """Of text that a cell shows."""
    shown = value.shown if isinstance(value, Link) else value
    if column.kind in WRAPPED and isinstance(shown, str):
        return wrapped_lines(shown, column.width * BOLDER.get(role, 1.0))
    return 1


def row_points(columns: Sequence[Column[Row]], row: Row) -> float:
    """Height that `write_row` gives to a row of a list."""
    lines = (_lines(column, column.value(row), "body") for column in columns)
    return LINE_POINTS * max(lines, default=1) + ROW_POINTS


def table_pixels(columns: Sequence[Column[Row]]) -> int:
    """How wide a list is on the screen."""
    return sum(column_pixels(column.width) for column in columns)


def put_cell(
    page: Page, at: int, place: int, column: Column[Row], row: Row, value: Value, role: str
) -> None:
    """One cell; what leads nowhere does not look like a link."""
    tone = column.tone(row) if column.tone else ""
    page.put(at, place, value, _cell_style(page, column, tone, value, role))


def _cell_style(page: Page, column: Column[Row], tone: str, value: Value, role: str) -> Format:
    kind = column.kind if isinstance(value, Link) else UNLINKED.get(column.kind, column.kind)
    if value == NO_FIGURE:
        kind = "word"
    if column.middle:
        return page.styles.cell(role, kind, tone, valign="vcenter")
    return page.styles.cell(role, kind, tone)


def write_table(
    page: Page,
    columns: Sequence[Column[Row]],
    rows: Sequence[Row],
    *,
    name: str,
    nothing: str,
    frozen: int = 0,
    head_row: int = HEAD_ROW,
    printed: int | None = None,
    charted: bool = False,
) -> ListExtent:
    """A whole list as a table that can be filtered; without rows, the sentence `nothing`.

    A long list prints its first rows, `printed` of them, and says so. What is `charted` is held
    until the end, for the chart to tell it.
    """
    write_heads(page, columns, frozen=frozen, head_row=head_row)
    first = head_row + 1
    places = {column.title: place for place, column in enumerate(columns)}
    if not rows:
        page.put(first, 0, nothing, page.styles.cell("nothing"))
        return ListExtent(page.name, first, first - 1, places)
    for at, row in enumerate(rows, start=first):
        write_row(page, at, columns, row, charted=charted)
        if not charted:
            page.sheet.finish(first, at + 1)
    last = first + len(rows) - 1
    if printed is not None and len(rows) > printed:
        page.sheet.print_area(0, 0, head_row + printed, len(columns) - 1)
        told = PRINTED.format(printed=count(printed), all=count(len(rows)))
        page.put(NOTE_ROW, 2, told, page.styles.cell("note", font_size=8))
    heads = [
        {
            "header": column.title,
            "header_format": _head_style(page, column),
        }
        for column in columns
    ]
    page.sheet.add_table(
        head_row, 0, last, len(columns) - 1, {"name": name, "style": None, "columns": heads}
    )
    return ListExtent(page.name, first, last, places)


def write_total(
    page: Page,
    columns: Sequence[Column[Row]],
    extent: ListExtent,
    row: Row,
    label: str,
    at: int = 1,
) -> None:
    """The row below a list: sums as formulas, what was counted as their known results."""
    line = extent.last + 1
    for place, column in enumerate(columns):
        value: Value = label if place == at else column.value(row)
        if column.summed and isinstance(value, int):
            cells = xl_range_abs(extent.first, place, extent.last, place)
            value = Formula(f"=SUBTOTAL(9,{cells})", value)
        put_cell(page, line, place, column, row, value, "total")


def fade_zeros(page: Page, columns: Sequence[Column[Row]], extent: ListExtent) -> None:
    """Zeros step back, so that the other figures stand out."""
    pale = page.styles.pale()
    for place, column in enumerate(columns):
        if column.summed:
            rule = {"type": "cell", "criteria": "==", "value": 0, "format": pale}
            page.sheet.conditional_format(extent.first, place, extent.last, place, rule)
