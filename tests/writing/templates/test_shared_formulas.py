"""What repeats down a column is written once, and every program sees it in every row."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from sopbatch.model import Grid
from sopbatch.reading import read_grid
from sopbatch.reading.formulas import formula_at
from sopbatch.text.moving import MovableFormula
from sopbatch.writing.templates import book, template_files, write_sop_template
from sopbatch.writing.templates.shared_formulas import (
    At,
    can_be_shared,
    shared_formulas,
)
from sopbatch.writing.templates.values import example_values
from tests.office import Office

SHARED = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*><f t="shared"([^>]*)>')
SHAREABLE = (
    "LEN($B9)",
    'IF(COUNTA(C9:Q9)=0,"",SUM($A$8:A9))',
    'IFERROR(id_judul&"{1;2} dan \'x\'!"&A9,"")',
    "A9",
    "-A9*(B9+1)",
)
UNSHAREABLE = (
    "SUM({1;2})",
    "Identitas!$D$7",
    "'Prosedur 2'!D7",
    "[1]Data!A1",
    "SUM(A1:INDEX(B:B,3))",
    "SUM(A1:A3 A2:A5)",
    "SUM((A1,B2))",
    "#REF!+1",
    "SUM(A:A)",
    "Tabel[@Isi]",
)


@pytest.fixture(scope="module")
def plain() -> Mapping[str, bytes]:
    """The templates with every formula written out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(book, "shared_formulas", lambda _: {})
        return template_files()


@pytest.fixture(scope="module")
def lean() -> Mapping[str, bytes]:
    return template_files()


@pytest.mark.parametrize("formula", SHAREABLE)
def test_formulas_of_cells_functions_and_texts_can_be_shared(formula: str):
    assert can_be_shared(formula)


@pytest.mark.parametrize("formula", UNSHAREABLE)
def test_formulas_that_excel_keeps_apart_are_not_shared(formula: str):
    assert not can_be_shared(formula)


COLUMN = st.lists(st.sampled_from((*SHAREABLE[:3], "SUM({1;2})", "")), max_size=12)


@given(st.lists(COLUMN, max_size=3), st.sets(st.tuples(st.integers(1, 12), st.integers(1, 3))))
def test_every_cell_keeps_its_formula(columns: list[list[str]], alone: set[At]):
    """Columns of formulas that move row by row, some typed over by others."""
    formulas = {
        (row, column): MovableFormula.of(text).moved(row, column)
        for column, texts in enumerate(columns, start=1)
        for row, text in enumerate(texts, start=1)
        if text
    }
    formulas |= {at: f"LEN(Z{at[0] * 7})" for at in alone if at in formulas}
    shared = shared_formulas(formulas)
    first = {told.number: at for at, told in shared.items() if told.cells}
    for at, told in shared.items():
        row, column = first[told.number]
        assert column == at[1]
        moved = MovableFormula.of(formulas[row, column]).moved(at[0] - row)
        assert moved == formulas[at]
    for number, (row, column) in first.items():
        cells = [at for at, told in shared.items() if told.number == number]
        assert cells == [(row + down, column) for down in range(len(cells))]
        assert len(cells) > 1


@pytest.mark.long
def test_another_program_reads_the_same_formulas(
    plain: Mapping[str, bytes], lean: Mapping[str, bytes]
):
    for name, data in lean.items():
        assert _formulas(data) == _formulas(plain[name])


@pytest.mark.long
def test_the_form_of_sops_is_leaner(plain: Mapping[str, bytes], lean: Mapping[str, bytes]):
    """All columns of the steps but one share: that one holds constants in braces."""
    name = "Template_SOP.xlsx"
    assert len(lean[name]) < 0.5 * len(plain[name])
    assert sum(len(SHARED.findall(part)) for part in _parts(lean[name]).values()) > 1_100


@pytest.mark.long
def test_reading_sees_the_same_workbook(plain: Mapping[str, bytes], lean: Mapping[str, bytes]):
    for name, data in lean.items():
        read, whole = read_grid(data), read_grid(plain[name])
        assert _told(read) == _told(whole)
        assert [sheet.cells for sheet in read.sheets] == [sheet.cells for sheet in whole.sheets]


@pytest.mark.long
@pytest.mark.office
def test_libreoffice_sees_the_same_workbook(office: Office, monkeypatch: pytest.MonkeyPatch):
    lean = write_sop_template(example_values())
    monkeypatch.setattr(book, "shared_formulas", lambda _: {})
    plain = write_sop_template(example_values())
    assert len(lean) < len(plain)
    one, other = (_tables(office.convert(data, "ods")) for data in (lean, plain))
    assert one == other


def _tables(ods: bytes) -> bytes:
    """Cells with formulas and results; in what order styles are numbered is chance."""
    content = _parts(ods)["content.xml"]
    tables = content[content.index(b"<table:table ") :]
    assert tables.count(b"table:formula=") > 1_500
    return re.sub(rb' table:[a-z-]+-name="[^"]*"', b"", tables)


def _parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _formulas(data: bytes) -> dict[tuple[str, str], object]:
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in load_workbook(BytesIO(data))
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def _told(grid: Grid) -> dict[tuple[str, int, int], str]:
    return {
        (sheet.name, *at): formula_at(sheet, at) for sheet in grid.sheets for at in sheet.formulas
    }
