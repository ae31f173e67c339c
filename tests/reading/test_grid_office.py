"""What a real LibreOffice saves is read alike in every format."""

import datetime as dt
from io import BytesIO

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName

from sopbatch.model import CellError, Grid, Merge, NamedRange
from sopbatch.reading.grid import read_grid
from tests.office import Office, SaveAs

pytestmark = pytest.mark.office

FORMATS: tuple[SaveAs, ...] = ("xlsx", "ods", "xls")


def drawn() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Isi Jum'at"
    sheet["C3"] = "Judul"
    sheet["C3"].comment = Comment("catatan, bukan isi", "a")
    sheet["C4"] = "baris satu\nbaris dua"
    sheet["C5"] = "'007"
    sheet["D4"] = 12.5
    sheet["D5"] = dt.date(2024, 2, 29)
    sheet["D6"] = dt.timedelta(hours=30)
    sheet["D6"].number_format = "[h]:mm"
    sheet["D7"] = dt.time(7, 30)
    sheet["E4"] = "=D4*2"
    sheet["E5"] = "=1/0"
    sheet["E6"] = '=T("")'
    sheet.merge_cells("G3:H4")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.create_sheet("Daftar").sheet_state = "hidden"
    book["Daftar"]["GA900"] = "jauh"
    book.defined_names["JUDUL"] = DefinedName("JUDUL", attr_text="'Isi Jum''at'!$C$3:$D$4")
    book.custom_doc_props.append(StringProperty(name="sopbatch", value="sop 1"))  # type: ignore[attr-defined]
    return book


@pytest.fixture(scope="module")
def grids(office: Office) -> dict[str, Grid]:
    stream = BytesIO()
    drawn().save(stream)
    return {form: read_grid(office.convert(stream.getvalue(), form)) for form in FORMATS}


@pytest.mark.parametrize("form", FORMATS)
def test_values_are_the_same_in_every_format(grids, form):
    grid = grids[form]
    cells = dict(grid.sheets[0].cells)
    assert grid.format == form
    assert cells == {
        (3, 3): "Judul",
        (4, 3): "baris satu\nbaris dua",
        (5, 3): "'007",
        (4, 4): 12.5,
        (5, 4): dt.date(2024, 2, 29),
        (6, 4): dt.timedelta(hours=30),
        (7, 4): dt.time(7, 30),
        (4, 5): 25,
        (5, 5): CellError("#DIV/0!"),
    }
    assert grid.sheets[1].cells == {(900, 183): "jauh"}


@pytest.mark.parametrize("form", FORMATS)
def test_structure_is_the_same_in_every_format(grids, form):
    first, second = grids[form].sheets
    assert (first.name, first.merges) == ("Isi Jum'at", (Merge(3, 7, 4, 8),))
    assert (first.visible, second.visible) == (True, False)
    assert first.shapes == 0


@pytest.mark.parametrize("form", FORMATS)
def test_names_formulas_and_hidden_parts_are_told(grids, form):
    grid = grids[form]
    first = grid.sheets[0]
    assert grid.names == {"judul": NamedRange("Isi Jum'at", 3, 3, 4, 4)}
    assert grid.properties.get("sopbatch", "") == ("" if form == "xls" else "sop 1")
    assert set(first.formulas) == {(4, 5), (5, 5), (6, 5)}
    assert first.uncached == frozenset()
    assert (first.hidden_rows, first.hidden_columns) == ({4}, {4})
