"""No cell of a workbook that people open shows only a part of what stands in it."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill

from tests.batch.cut_texts import cut_texts
from tests.batch.runs import REPOSITORY
from tests.batch.sample_runs import SampleRun

LONG_TEXT = "Sebuah teks yang lebih panjang daripada kolomnya"


@pytest.mark.parametrize(
    ("looks", "neighbour", "cut"),
    [
        ({}, "", False),
        ({}, "penuh", True),
        ({"horizontal": "center"}, "", True),
        ({"wrap_text": True}, "penuh", False),
    ],
)
def test_a_text_is_cut_at_a_full_neighbour_or_its_own_edge(
    tmp_path: Path, looks: dict[str, Any], neighbour: str, cut: bool
):
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"] = LONG_TEXT, neighbour
    sheet["A1"].alignment = Alignment(**looks)
    book.save(tmp_path / "a.xlsx")
    assert bool(cut_texts(tmp_path / "a.xlsx")) is cut


@pytest.mark.parametrize(
    ("boxed", "printed", "cut"),
    [("A1:B1", "", True), ("A1:C1", "", False), ("", "A1:B1", True), ("", "A1:C1", False)],
)
def test_a_text_is_cut_where_its_table_or_its_paper_ends(
    tmp_path: Path, boxed: str, printed: str, cut: bool
):
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = LONG_TEXT
    for row in sheet[boxed] if boxed else ():
        for cell in row:
            cell.fill = PatternFill("solid", "DDDDDD")
    sheet.column_dimensions["C"].width = len(LONG_TEXT)
    if printed:
        sheet.print_area = printed
    book.save(tmp_path / "a.xlsx")
    assert bool(cut_texts(tmp_path / "a.xlsx")) is cut


@pytest.mark.parametrize(("across", "cut"), [(1, False), (2, True)])
def test_a_text_is_cut_where_the_columns_end_that_every_page_repeats(
    tmp_path: Path, across: int, cut: bool
):
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = LONG_TEXT
    sheet.column_dimensions["B"].width = len(LONG_TEXT)
    sheet.print_title_cols = "A:A"
    sheet.page_setup.fitToWidth = across
    book.save(tmp_path / "a.xlsx")
    assert bool(cut_texts(tmp_path / "a.xlsx")) is cut


def test_nothing_is_cut_in_the_workbooks_that_a_run_writes(sample_run: SampleRun):
    books = sorted((sample_run.target / "laporan").glob("*.xlsx"))
    assert len(books) > 3
    assert {book.name: cut for book in books if (cut := cut_texts(book))} == {}


@pytest.mark.long
def test_nothing_is_cut_in_a_form():
    books = sorted((REPOSITORY / "workbook_templates").glob("*.xlsx"))
    assert {book.name: cut for book in books if (cut := cut_texts(book))} == {}
