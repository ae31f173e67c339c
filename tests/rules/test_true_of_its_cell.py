"""What a sentence says of a cell holds of what stands there (L8)."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import CellRef, column_letters
from sopbatch.rules.examples import ExampleTable
from sopbatch.rules.identity.title import corrected_title
from sopbatch.schema.fields import Field
from sopbatch.schema.places import FIRST_STEP_ROW, INPUT_COLUMN, identity_rows, step_column
from sopbatch.schema.sop import IDENTITY_SHEET, LANES, PROCEDURE_SHEET, STEP_COLUMNS
from sopbatch.text.names import name_key
from tests.casebook import Example
from tests.caseroom import run

BLANK = "belum diisi"
SAYS_NOTHING = ("-", "–", "...", "n/a", "nihil", "Tidak ada", "xxx")
CELLS = (
    *(
        CellRef(IDENTITY_SHEET, row, INPUT_COLUMN)
        for row, item in identity_rows()
        if isinstance(item, Field)
    ),
    *(
        CellRef(PROCEDURE_SHEET, FIRST_STEP_ROW + 2, step_column(column.key))
        for column in STEP_COLUMNS
        if column is not LANES
    ),
)


def _told(cell: CellRef, typed: str) -> Iterator[str]:
    """The sentences at a cell of the example when this is typed into it, and nothing below it."""
    example = Example("", "bad", typed)
    rows = [(str(cell.row), (typed,))]
    if cell.sheet == IDENTITY_SHEET:
        field = next(item for row, item in identity_rows() if row == cell.row)
        assert isinstance(field, Field)
        rows += [(str(cell.row + more), ("(kosong)",)) for more in range(1, field.rows)]
    drawn = ExampleTable(cell.sheet, (column_letters(cell.column),), tuple(rows))
    example.books[0].tables.append(drawn)
    yield from (one.finding.sentence for one in run(example) if one.finding.cell == cell)


@pytest.mark.few(1)
@pytest.mark.parametrize("typed", SAYS_NOTHING)
def test_what_holds_a_dash_is_not_called_blank(typed):
    untrue = {
        str(cell): told for cell in CELLS for told in _told(cell, typed) if "belum diisi" in told
    }
    assert untrue == {}


def test_a_blank_cell_is_called_so():
    (number,) = (cell for cell in CELLS if str(cell) == "Identitas!C26")
    assert "Nomor SOP belum diisi." in _told(number, "(kosong)")
    assert "Nomor SOP hanya berisi “-”." in _told(number, "-")


NAMES = ("Penyusunan Renja", "Pengelolaan Surat Masuk", "Penerimaan Peserta Didik Baru")
TAILS = (
    *("{y}", "Tahun {y}", "TA {y}", "T.A. {y}", "Thn. {y}", "th {y}", "({y})", "[{y}]", "- {y}"),
    *("Tahun Anggaran {y}", "Tahun Pelajaran {y}/{z}", "{y}/{z}", "TP {y}/{z}", ", {y}", "/ {y}"),
    *("untuk {y}", "pada Tahun {y}", "per 31 Desember {y}", "bulan Januari {y}", "periode {y}"),
)


@given(st.sampled_from(NAMES), st.sampled_from(TAILS), st.integers(1990, 2040), st.booleans())
def test_a_title_is_offered_without_anything_of_its_date(name, tail, year, first):
    typed = f"{name} {tail.format(y=year, z=year + 1)}"
    assert corrected_title(f"SOP {typed}" if first else typed) == name


@pytest.mark.parametrize("typed", ["Penyusunan LKPJ Akhir Tahun 2025", "SOP Surat 2025", "2025"])
def test_what_says_too_little_without_its_date_is_not_offered(typed):
    assert corrected_title(typed) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "SOP_Pengelolaan Surat Masuk",
        "sop_ap_pengelolaan_surat_masuk",
        "SOP-Pengelolaan_surat masuk",
    ],
)
def test_low_lines_of_file_names_part_words(typed):
    assert name_key(typed) == name_key("Pengelolaan Surat Masuk")
