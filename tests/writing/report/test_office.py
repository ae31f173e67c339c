"""LibreOffice as a judge: it opens the report and calculates every total again."""

import csv
import shutil
import subprocess
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter

from sopbatch.text.wrapping import longest_word
from sopbatch.writing.report.text import COLUMN_UNIT, MM_PER_PIXEL
from sopbatch.writing.report.workbook import ANNEX, LEADERS
from tests.builders import province, refused
from tests.office import Office
from tests.there import there
from tests.writing.report.reports import HEAD_ROW, opened, written

RESULTS = ("Cocok", "Tidak cocok")

pytestmark = pytest.mark.office


@pytest.mark.few(1)
@pytest.mark.parametrize("size", [0, 40])
def test_libreoffice_agrees_with_every_total(office: Office, size):
    sheets: dict[str, str] = {}
    for report in written(*province(size), (refused(),))[1]:
        with office.opened(report) as book:
            sheets |= book.as_csv()
    cells = [cell for row in csv.reader(sheets["Rekonsiliasi"].splitlines()) for cell in row]
    results = [cell for cell in cells if cell in RESULTS]
    assert results == ["Cocok"] * (35 if size else 4)
    assert len(sheets) == len(ANNEX) + len(LEADERS)
    for text in sheets.values():
        assert not any(mark in text for mark in ("#REF!", "#NAME?", "#VALUE!", "Err:", "###"))


WORDS = [
    "Pengelolaan",
    "Penyusunan",
    "Fasilitasi",
    "Surat",
    "Masuk",
    "Laporan",
    "Tahunan",
    "Kebutuhan",
    "WIB",
    "ILLI",
    "dan",
    "di",
    "Pelayanan",
    "Pendidikan",
    "SMA/SMK",
    "ii",
    "Wilayah",
    "Kebudayaan",
    "MMWW",
    "Kinerja",
    "Terpadu",
]


OF_THE_SAME_WIDTHS = ("Arial", "Liberation Sans", "Nimbus Sans", "Arimo", "Helvetica")


def shows_arial() -> bool:
    """Whether LibreOffice has a font here whose letters are as wide as the report's."""
    program = shutil.which("fc-match")
    if program is None:
        return False
    asked = [program, "--format=%{family}", "Arial"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    return any(name in told for name in OF_THE_SAME_WIDTHS)


@pytest.mark.long
@pytest.mark.skipif(not shows_arial(), reason="tidak ada huruf selebar Arial")
@pytest.mark.parametrize("seed", range(3))
def test_rows_are_as_high_as_their_texts_need(office: Office, seed):
    """Titles of every length: none runs over its row, and hardly a row is left half empty."""
    chance = Random(seed)
    known, dossiers = province(60)
    plan = tuple(
        replace(line, title=" ".join(chance.choices(WORDS, k=chance.randint(1, 14))))
        for line in known.plan
    )
    report, annex = written(replace(known, plan=plan), dossiers)[1]
    rows = {}
    for content, sheets in ((report, LEADERS[1:]), (annex, ANNEX)):
        with office.opened(content, calculated=False) as book:
            for sheet in sheets:
                rows[sheet] = book.row_heights(sheet)[HEAD_ROW:]
    short = {
        (sheet, row): height
        for sheet, heights in rows.items()
        for row, height in enumerate(heights, start=HEAD_ROW + 1)
        if height[0] < height[1] - 1
    }
    assert not short
    own, needed = (
        sum(height[part] for heights in rows.values() for height in heights) for part in (0, 1)
    )
    assert own < 1.4 * needed


WHITE = "FFFFFFFF"


@pytest.mark.long
def test_no_head_is_divided_within_a_word():
    too_long = []
    for content in written(*province(40), (refused(),))[1]:
        for sheet in opened(content):
            heads = [cell for row in sheet.iter_rows() for cell in row if is_head(cell)]
            too_long += [
                (sheet.title, cell.value)
                for cell in heads
                if longest_word(str(cell.value), cell.font.sz, bold=True) / MM_PER_PIXEL
                > sheet.column_dimensions[get_column_letter(there(cell.column))].width * COLUMN_UNIT
            ]
    assert not too_long


def is_head(cell: Cell | MergedCell) -> bool:
    """Whether it names a column that is no wider than itself, in a line across."""
    sheet: Any = cell.parent
    merged = any(cell.coordinate in area for area in sheet.merged_cells.ranges)
    turned = cell.alignment.textRotation
    return bool(cell.value and cell.font.color and cell.font.color.rgb == WHITE) and not (
        merged or turned
    )
