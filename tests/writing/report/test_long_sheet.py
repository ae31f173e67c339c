"""Rows that were packed early are what the library writes at the end."""

import re
import sys
from datetime import date, datetime
from functools import partial
from io import BytesIO
from operator import itemgetter
from unittest.mock import patch
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter.worksheet import Worksheet

from sopbatch.model import Settings
from sopbatch.writing.report.long_sheet import BLOCK, LongSheet
from sopbatch.writing.report.page import Formula, Heading, Link, Page
from sopbatch.writing.report.styles import Styles
from sopbatch.writing.report.table import Column, write_table

WIDTH = 3
TARGETS = st.sampled_from(["", "external:../dokumen/a b.pdf", "internal:'Temuan'!A7"])
VALUES = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1850, 1, 1), date(2150, 1, 1)),
    st.builds(Formula, st.sampled_from(["=A1+1", '=IF(A1="é","ö","ü")']), st.integers(0, 9)),
    st.builds(Link, st.one_of(st.text(max_size=9), st.integers(0, 99)), TARGETS),
)
ROWS = st.lists(st.lists(VALUES, max_size=WIDTH), min_size=2 * BLOCK, max_size=3 * BLOCK)


def parts_of(rows, head_row, finishes, heights, whole=False):
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": datetime(2026, 10, 9)})  # noqa: DTZ001 - as the library asks
    styles = Styles(book)
    formats = [styles.cell("body", kind) for kind in ("text", "count", "link")]
    for one in formats:
        one._get_xf_index()
    page = Page(book, "Daftar", styles, Heading(date(2026, 10, 9), Settings(), "sopbatch"))
    if not finishes:
        page.sheet._write_cell = partial(Worksheet._write_cell, page.sheet)
    for place in range(WIDTH):
        page.put(head_row, place, f"kepala {place}", formats[0])
    for at, row in enumerate(rows, head_row + 1):
        told = {
            place: page.told(at, place, value, formats[place])
            for place, value in enumerate(row if whole else ())
        }
        if cells := {place: cell for place, cell in told.items() if cell is not None}:
            page.sheet.put_cells(at, cells)
        for place, value in enumerate(row):
            if place not in cells:
                page.put(at, place, value, formats[place])
        if at % heights == 0:
            page.sheet.set_row(at, 20, None, {"level": at % 2})
        if finishes:
            page.sheet.finish(head_row + 1, at + 1)
    last = head_row + max(1, len(rows))
    page.sheet.add_table(head_row, 0, last, WIDTH - 1, {"name": "Daftar", "style": None})
    page.put(last + 2, 0, "di bawah daftar", formats[0])
    page.put(0, 0, "di atas daftar", formats[0])
    book.close()
    with ZipFile(stream) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


@pytest.mark.long
@given(ROWS, st.integers(1, BLOCK), st.integers(1, 3))
def test_packed_rows_are_those_of_the_library(rows, head_row, heights):
    held = parts_of(rows, head_row, False, heights)
    assert parts_of(rows, head_row, True, heights) == held
    assert parts_of(rows, head_row, True, heights, whole=True) == held


class Forgetful(Page):
    """Tells each cell anew."""

    def told_again(self, alike):
        return None


REPEATED = st.one_of(
    st.none(),
    st.text("ab \n", max_size=40),
    st.sampled_from([0, 1, True, False, 0.0, -0.0, 1.0, "0", "-", date(1900, 1, 1)]),
    st.dates(date(1899, 12, 30), date(1901, 1, 2)),
    st.builds(Link, st.sampled_from(["a", 0, 1]), TARGETS),
)
KINDS = ("text", "count", "word", "path")


def tone_of(at, row):
    return "red" if row[at] == "-" else ""


COLUMNS = tuple(
    Column(
        f"{kind} {at}",
        width,
        itemgetter(at),
        kind,
        tone=partial(tone_of, at) if at % 2 else None,
        middle=at > 2,
    )
    for at, (kind, width) in enumerate(zip((*KINDS, *KINDS), (9, 9, 4, 9, 4, 9, 9, 9), strict=True))
)


def table_of(kind, rows, charted):
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": datetime(2026, 10, 9)})  # noqa: DTZ001 - as the library asks
    page = kind(book, "Daftar", Styles(book), Heading(date(2026, 10, 9), Settings(), "sopbatch"))
    write_table(page, COLUMNS, rows, name="Daftar", nothing="", charted=charted)
    book.close()
    return stream.getvalue()


@pytest.mark.long
@given(
    st.lists(st.tuples(*[REPEATED] * len(COLUMNS)), max_size=BLOCK + 2),
    st.booleans(),
    st.integers(1, 4),
)
def test_a_cell_told_again_is_the_one_told_anew(rows, charted, remembered):
    with patch.object(sys.modules[Page.__module__], "REMEMBERED", remembered):
        assert table_of(Page, rows, charted) == table_of(Forgetful, rows, charted)


SHOWN = st.one_of(st.text("ab", max_size=2), st.integers(0, 2))
LINKS = st.lists(st.lists(st.builds(Link, SHOWN, TARGETS), max_size=WIDTH), max_size=3 * BLOCK)


@given(LINKS)
def test_links_that_are_held_once_lead_where_the_library_leads(rows):
    def written(fill):
        stream = BytesIO()
        with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
            fill(book)
        with ZipFile(stream) as package:
            names = [one for one in package.namelist() if "worksheets/" in one]
            parts = {name: package.read(name).decode() for name in names}
        return [re.findall("<(?:hyperlink|Relationship) .*?>", parts[name]) for name in names]

    def ours(book):
        page = Page(
            book, "Daftar", Styles(book), Heading(date(2026, 10, 9), Settings(), "sopbatch")
        )
        for at, row in enumerate(rows):
            for place, link in enumerate(row):
                page.put(at, place, link, page.styles.cell("body", "link"))
            page.sheet.finish(0, at + 1)

    def theirs(book):
        sheet = book.add_worksheet("Daftar")
        for at, row in enumerate(rows):
            for place, link in enumerate(row):
                if link.target:
                    sheet.write_url(at, place, link.target, None, str(link.shown))
                sheet.write(at, place, link.shown)

    assert written(ours) == written(theirs)


def test_packed_cells_are_not_held():
    book = xlsxwriter.Workbook(BytesIO(), {"in_memory": True})
    sheet = book.add_worksheet("Daftar", LongSheet)
    most = 0
    for at in range(100 * BLOCK):
        sheet.write_string(at, 0, "isi")
        sheet.finish(0, at + 1)
        most = max(most, len(sheet.table))
    assert most <= BLOCK
