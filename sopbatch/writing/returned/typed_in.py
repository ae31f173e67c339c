"""Values typed into the cells of a workbook that keeps everything else it has."""

import re
from collections.abc import Mapping
from datetime import date

from lxml import etree
from lxml.etree import LxmlError

from sopbatch.model import column_letters, column_number
from sopbatch.writing.returned.book import WorkbookPart
from sopbatch.writing.returned.markup import (
    BOOK_ORDER,
    SPACE,
    Element,
    Unmarkable,
    escaped,
    put_in_order,
    whole,
)
from sopbatch.writing.returned.package import Package
from sopbatch.writing.returned.styles import StylesPart

At = tuple[int, int]
"""1-based row and column."""
EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
"""Day 0, by whether a workbook counts from 1904."""


def typed_in(data: bytes, sheet: str, values: Mapping[At, str | date], like: int) -> bytes:
    """The xlsx or xlsm workbook with these cells of a sheet; "" makes one blank.

    A cell keeps its look; one that is new looks like that of its column in row `like`, a day as a
    day. Formulas are calculated anew when the workbook is opened.

    Raises:
        Unmarkable: the package says its cells in a way we do not know.
    """
    try:
        return _typed(data, sheet, values, like)
    except (LookupError, ValueError, LxmlError) as error:
        raise Unmarkable from error


def _typed(data: bytes, sheet: str, values: Mapping[At, str | date], like: int) -> bytes:
    book = WorkbookPart.of(Package.open(data))
    part = {tab.name: tab.part for tab in book.tabs()}[sheet]
    root = book.package.root(part)
    rows = root.find(book.tag("sheetData"))
    if rows is None:
        raise ValueError("a sheet without cells")
    styles = StylesPart(book)
    known = {whole(row, "r"): row for row in rows.iterchildren(book.tag("row"))}
    if 0 in known:
        raise ValueError("rows without numbers")
    looks = _looks(book, known.get(like))
    for at in sorted(values):
        cell = _cell(book, _row(book, rows, known, at[0]), at, looks)
        if values[at] != "" or len(cell):
            _blank(book, cell)
            _fill(book, styles, cell, values[at])
    if (extent := root.find(book.tag("dimension"))) is not None and values:
        extent.set("ref", _wider(extent.get("ref", ""), values))
    book.package.put(part, root)
    styles.save()
    _calculate_anew(book)
    return book.package.pack()


def _row(book: WorkbookPart, rows: Element, known: dict[int, Element], number: int) -> Element:
    if number not in known:
        row = etree.Element(book.tag("row"), r=str(number))
        later = [at for at in known if at > number]
        rows.insert(rows.index(known[min(later)]) if later else len(rows), row)
        known[number] = row
    return known[number]


def _cell(book: WorkbookPart, row: Element, at: At, looks: Mapping[int, str]) -> Element:
    name = f"{column_letters(at[1])}{at[0]}"
    place = 0
    for cell in row.iterchildren(book.tag("c")):
        column = _column(cell)
        if column == at[1]:
            return cell
        place += column < at[1]
    cell = etree.Element(book.tag("c"), r=name)
    if look := looks.get(at[1]):
        cell.set("s", look)
    row.insert(place, cell)
    row.attrib.pop("spans", "")
    return cell


def _looks(book: WorkbookPart, row: Element | None) -> Mapping[int, str]:
    cells = () if row is None else row.iterchildren(book.tag("c"))
    return {_column(cell): cell.get("s", "") for cell in cells}


def _column(cell: Element) -> int:
    letters = re.match("[A-Z]{1,3}(?=[0-9])", cell.get("r", ""))
    if letters is None:
        raise ValueError("a cell without a place")
    return column_number(letters.group())


def _blank(book: WorkbookPart, cell: Element) -> None:
    """Take out what a cell holds."""
    formula = cell.find(book.tag("f"))
    if formula is not None and formula.get("ref"):
        raise ValueError("a formula that serves other cells")
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", "")


def _fill(book: WorkbookPart, styles: StylesPart, cell: Element, value: str | date) -> None:
    """Put a value into a blank cell; "" leaves it blank."""
    if isinstance(value, date):
        base = book.root.find(book.tag("workbookPr"))
        epoch = EPOCHS[base is not None and base.get("date1904") in ("1", "true")]
        cell.set("s", str(styles.as_day(whole(cell, "s"))))
        etree.SubElement(cell, book.tag("v")).text = str((value - epoch).days)
    elif value:
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, book.tag("is")), book.tag("t"))
        text.text = escaped(value)
        text.set(SPACE, "preserve")


def _wider(extent: str, values: Mapping[At, object]) -> str:
    """The range of a sheet's cells with those of the values."""
    ends = re.fullmatch("([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?", extent)
    if ends is None:
        raise ValueError("an extent of no cells")
    first, top, last, bottom = ends.groups(default="")
    columns = [column_letters(column) for _, column in values] + [first, last or first]
    rows = [row for row, _ in values] + [int(top), int(bottom or top)]
    columns.sort(key=lambda letters: (len(letters), letters))
    return f"{columns[0]}{min(rows)}:{columns[-1]}{max(rows)}"


def _calculate_anew(book: WorkbookPart) -> None:
    """Results of formulas may hang on what was typed; the order of before is not the one now."""
    calculation = book.root.find(book.tag("calcPr"))
    if calculation is None:
        calculation = etree.Element(book.tag("calcPr"))
        put_in_order(book.root, calculation, BOOK_ORDER)
    calculation.set("fullCalcOnLoad", "1")
    book.save()
    if chain := book.package.related(book.part, "calcChain"):
        book.package.drop(book.part, chain)
