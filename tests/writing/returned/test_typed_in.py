"""Values typed into a workbook that people keep: there they are, and all else is as it was."""

from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from sopbatch.writing.returned import Unmarkable, typed_in
from tests.writing.returned.books import opened, parts_of, rich_book

SHEET = "Isian"
LIKE = 3
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)
values = st.one_of(texts, st.dates(date(1905, 1, 1), date(2100, 1, 1)))
places = st.tuples(st.integers(1, 12), st.integers(1, 30))


def kept_book() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    for row in range(1, 7):
        for column in range(1, 5):
            sheet.cell(row, column, f"{row}/{column}").font = Font(bold=column == 2)
    sheet["D3"] = date(2026, 3, 2)
    sheet["D3"].number_format = "DD/MM/YYYY"
    sheet["F9"] = "=1+1"
    sheet["A1"].comment = Comment("catatan", "saya")
    sheet.column_dimensions["C"].width = 44
    book.create_sheet("Milik saya")["B2"] = "=Isian!F9*2"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


KEPT = kept_book()


def cells(data: bytes, sheet: str) -> dict[tuple[int, int], object]:
    page = opened(data)[sheet]
    return {
        (cell.row, cell.column): cell.value
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    }


@pytest.mark.long
@settings(max_examples=60)
@given(st.dictionaries(places, values, max_size=6))
def test_what_was_typed_stands_there_and_everything_else_is_as_it_was(typed):
    data = typed_in(KEPT, SHEET, typed, LIKE)
    wanted = cells(KEPT, SHEET) | {
        at: datetime.combine(value, datetime.min.time()) if isinstance(value, date) else value
        for at, value in typed.items()
    }
    assert cells(data, SHEET) == {at: value for at, value in wanted.items() if value != ""}
    assert cells(data, "Milik saya") == cells(KEPT, "Milik saya")
    page = opened(data)[SHEET]
    assert page["A1"].comment.text == "catatan"
    assert page.column_dimensions["C"].width == 44
    for row, column in typed:
        assert page.cell(row, column).font.bold == (column == 2)
    before, after = parts_of(KEPT), parts_of(data)
    changed = {name for name in before if before[name] != after[name]}
    assert set(before) == set(after)
    assert changed <= {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"}


def test_a_day_looks_as_the_days_of_its_column():
    page = opened(typed_in(KEPT, SHEET, {(8, 4): date(2026, 9, 30)}, LIKE))[SHEET]
    assert page["D8"].number_format == "DD/MM/YYYY"
    assert page["D8"].is_date
    page = opened(typed_in(KEPT, SHEET, {(8, 3): date(2026, 9, 30)}, LIKE))[SHEET]
    assert page["C8"].is_date


def test_a_rich_workbook_loses_nothing(tmp_path):
    rich = rich_book(tmp_path)
    name = opened(rich).sheetnames[0]
    data = typed_in(rich, name, {(90, 2): "baru"}, 1)
    before, after = parts_of(rich), parts_of(data)
    assert set(after) >= set(before) - {"xl/calcChain.xml"}
    assert {one for one in before if one in after and before[one] != after[one]} <= {
        *("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"),
        *("[Content_Types].xml", "xl/_rels/workbook.xml.rels"),
    }
    assert cells(data, name) == cells(rich, name) | {(90, 2): "baru"}


def test_what_cannot_be_told_is_left_alone():
    with pytest.raises(Unmarkable):
        typed_in(KEPT, "Tidak ada", {(1, 1): "x"}, LIKE)
