"""A list of agencies or titles that a government keeps already: rows under recognised heads."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sopbatch.model import CellRef, Grid, Sheet, column_letters
from sopbatch.reading.labels import find_labels, label_index
from sopbatch.reading.last_days import last_day
from sopbatch.reading.shown import seen
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.text import is_column_numbers
from sopbatch.schema.fields import Field
from sopbatch.schema.listing import NUMBER, PLAN_HEADS, UNIT_HEADS
from sopbatch.text.names import words
from sopbatch.text.straight import clean, is_missing

NUMBERING = re.compile(r"^(?:[IVX]{1,5}|[A-Z]|\d{1,3})[.)]\s+")
CODES = frozenset(("unit_code", "code", "parent"))
HEADER_WITHIN = 30
"""The row of heads is one of so many."""


@dataclass(frozen=True, slots=True)
class ListedColumn:
    """A column of a list."""

    column: int
    head: str
    """As written."""
    field: Field | None
    """What it was taken for; None when its head is not known."""


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list: texts by the field's key, as seen."""

    cell: CellRef
    texts: Mapping[str, str]
    deadline: date | None
    bent: str
    """A code that a program took for a number."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One sheet that is a list."""

    sheet: str
    columns: tuple[ListedColumn, ...]
    rows: tuple[ListedRow, ...]
    titles: bool
    """A list of titles, not of agencies alone."""


def read_listings(grid: Grid) -> tuple[Listing, ...]:
    """Every sheet that holds a list, in the order of the workbook."""
    return tuple(found for sheet in grid.sheets if (found := _listing(sheet)) is not None)


def _listing(sheet: Sheet) -> Listing | None:
    for row in range(1, min(sheet.height, HEADER_WITHIN) + 1):
        for heads, needed in ((PLAN_HEADS, "title"), (UNIT_HEADS, "unit_name")):
            columns = tuple(_columns(sheet, row, heads))
            known = {one.field.key for one in columns if one.field and one.field is not NUMBER}
            if needed in known and len(known) >= 2:
                rows = tuple(_rows(sheet, row, columns))
                return Listing(sheet.name, columns, rows, titles=needed == "title")
    return None


def _columns(sheet: Sheet, row: int, heads: Sequence[Field]) -> Iterator[ListedColumn]:
    labels = find_labels(sheet, label_index(heads), range(row, row + 1))
    found = {label.column: label.field for label in labels if not label.value}
    taken: set[str] = set()
    for column in sorted(column for at, column in sheet.cells if at == row):
        field = found.get(column)
        if field is not None and field.key in taken:
            field = None
        elif field is not None:
            taken.add(field.key)
        yield ListedColumn(column, " ".join(clean(seen(sheet, (row, column))).split()), field)


def _rows(sheet: Sheet, head: int, columns: Sequence[ListedColumn]) -> Iterator[ListedRow]:
    known = [(one.column, one.field) for one in columns if one.field is not None]
    headings = not any(field.key in ("unit_name", "unit_code") for _, field in known)
    for row in sorted({row for row, _ in sheet.cells if row > head}):
        if is_column_numbers(sheet.cells.get((row, one.column)) for one in columns):
            continue
        if any(is_sum(seen(sheet, (row, column))) for column, _ in known):
            continue
        texts: dict[str, str] = {}
        deadline, bent = None, ""
        for column, field in known:
            text = " ".join(clean(seen(sheet, (row, column))).split())
            if is_missing(text) or field is NUMBER:
                continue
            if field.key == "deadline":
                value = sheet.cells.get((row, column))
                told = parse_date(value, date_1904=sheet.date_1904)
                deadline = told.value or last_day(told.raw)
            value = sheet.cells.get((row, column))
            if field.key in CODES and isinstance(value, float) and not value.is_integer():
                bent = text = str(value)
            texts[field.key] = text
        if headings and "title" not in texts and (name := _heading(sheet, row)):
            texts = {"unit_name": name}
        if texts:
            yield ListedRow(CellRef(sheet.name, row, columns[0].column), texts, deadline, bent)


def _heading(sheet: Sheet, row: int) -> str:
    """The agency that a row with a single text names above its titles; "" for another row."""
    cells = [at for at in sheet.cells if at[0] == row]
    text = " ".join(clean(seen(sheet, cells[0])).split()) if len(cells) == 1 else ""
    name = NUMBERING.sub("", text)
    return name if " " in name else ""


def is_sum(text: str) -> bool:
    """Whether a cell begins a row of sums."""
    return words(text)[:1] in (("jumlah",), ("total",), ("subtotal",)) and len(words(text)) <= 3


def described(column: ListedColumn) -> str:
    """A column as people are told of it."""
    return f"{column_letters(column.column)} “{column.head}”"
