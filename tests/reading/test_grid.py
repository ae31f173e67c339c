"""Workbooks of every format become the same grid, at the places where the cells stand."""

import datetime as dt
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName

from sopbatch.model import CellError, Format, Grid, Merge, NamedRange, Outside, OutsideKind, Sheet
from sopbatch.reading.formulas import formula_at
from sopbatch.reading.grid import read_grid
from sopbatch.reading.package.controls import without_controls
from sopbatch.reading.refusals import Refusal, Refused
from tests.reading.crafting import (
    LINKS,
    MAIN,
    STRICT,
    float_cell,
    number,
    ods,
    row,
    table,
    text_cell,
    worksheet,
    xlsx,
    xlsx_parts,
    zipped,
)

MOMENT = dt.datetime.fromisoformat("2024-01-31T13:05:00")


def only_sheet(data: bytes) -> Sheet:
    (sheet,) = read_grid(data).sheets
    return sheet


def cells(data: bytes) -> dict[tuple[int, int], object]:
    return dict(only_sheet(data).cells)


def drawn(draw, **options: object) -> bytes:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"default_date_format": "dd/mm/yyyy", **options})
    draw(book)
    book.close()
    return stream.getvalue()


def saved(book: openpyxl.Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_cells_keep_their_absolute_place_and_type():
    def draw(book):
        sheet = book.add_worksheet("Isi")
        sheet.write("C3", "teks")
        sheet.write("C5", 3)
        sheet.write("D5", 2.5)
        sheet.write("E9", True)
        sheet.write("C7", dt.date(2024, 1, 31))
        sheet.write("C8", MOMENT)
        sheet.write_datetime("D8", dt.time(7, 30), book.add_format({"num_format": "hh:mm"}))
        sheet.write_datetime(
            "E8", dt.timedelta(hours=30), book.add_format({"num_format": "[h]:mm"})
        )
        sheet.write_rich_string("F3", "satu ", book.add_format({"bold": True}), "dua")

    assert cells(drawn(draw)) == {
        (3, 3): "teks",
        (3, 6): "satu dua",
        (5, 3): 3,
        (5, 4): 2.5,
        (7, 3): dt.date(2024, 1, 31),
        (8, 3): MOMENT,
        (8, 4): dt.time(7, 30),
        (8, 5): dt.timedelta(hours=30),
        (9, 5): True,
    }


@pytest.mark.parametrize("epoch_1904", [True, False])
def test_dates_are_right_in_both_date_systems(epoch_1904):
    data = drawn(
        lambda book: book.add_worksheet().write("A1", dt.date(2024, 2, 29)), date_1904=epoch_1904
    )
    assert cells(data) == {(1, 1): dt.date(2024, 2, 29)}


def test_formulas_and_those_without_a_stored_value_are_told():
    book = openpyxl.Workbook()
    book.worksheets[0]["B2"] = "=1+1"
    uncached = only_sheet(saved(book))
    assert uncached.formulas == {(2, 2): "1+1"}
    assert uncached.uncached == {(2, 2)}

    cached = only_sheet(
        xlsx('<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>T(C1)</f><v></v></c>')
    )
    assert (cached.cells, cached.uncached) == ({(1, 1): 2}, frozenset())
    assert cached.formulas == {(1, 1): "1+1", (1, 2): "T(C1)"}


def test_followers_of_a_shared_formula_show_its_text():
    rows = (
        '<c r="A1"><f t="shared" ref="A1:A2" si="0">[1]S!A1</f><v>1</v></c>'
        '<c r="A2"><f t="shared" si="0"/><v>2</v></c>'
    )
    sheet = only_sheet(xlsx(rows))
    assert sheet.formulas == {(1, 1): "[1]S!A1", (2, 1): "[1]S!A1"}
    assert [formula_at(sheet, at) for at in ((1, 1), (2, 1), (3, 1))] == ["[1]S!A1", "[1]S!A2", ""]


def test_error_cells_are_kept():
    data = drawn(lambda book: book.add_worksheet().write_formula("B2", "=1/0", None, "#DIV/0!"))
    assert cells(data) == {(2, 2): CellError("#DIV/0!")}


@pytest.mark.parametrize("value", ["NaN", "INF", "-inf", "1e999"])
def test_numbers_that_are_none_become_an_error_value(value):
    assert cells(xlsx(number("A1", value))) == {(1, 1): CellError("#NUM!")}


@pytest.mark.parametrize("serial", ["-1", "0", "60", "1e300", "2958466", "NaN"])
def test_odd_dates_never_crash(serial):
    data = xlsx(f'<c r="A1" s="0"><v>{serial}</v></c>', styles='<xf numFmtId="14"/>')
    assert set(cells(data)) == {(1, 1)}


def test_names_point_to_rectangles_and_the_rest_is_ignored():
    names = "".join(
        f'<definedName name="{name}">{reference}</definedName>'
        for name, reference in (
            ("JUDUL", "S1!$C$4"),
            ("Langkah", "'S1'!$A$2:$B$9"),
            ("Kolom", "S1!$B:$C"),
            ("Hilang", "S1!#REF!"),
            ("Dua", "S1!$A$1,S1!$B$2"),
            ("Luar", "[1]S1!$A$1"),
            ("Lain", "S9!$A$1"),
            ("Rumus", "SUM(S1!$A$1)"),
        )
    )
    local = '<definedName name="judul" localSheetId="0">S1!$A$1</definedName>'
    assert read_grid(xlsx(number("A1"), names=local + names)).names == {
        "judul": NamedRange("S1", 4, 3, 4, 3),
        "langkah": NamedRange("S1", 2, 1, 9, 2),
        "kolom": NamedRange("S1", 1, 2, 1_048_576, 3),
    }


def test_a_name_of_an_ods_workbook_comes_before_that_of_one_sheet():
    def named(place: str) -> str:
        return (
            '<table:named-expressions><table:named-range table:name="Judul" '
            f'table:cell-range-address="{place}"/></table:named-expressions>'
        )

    copy = table(row(float_cell(1)) + named("$Salinan.$A$1"), "Salinan")
    only = table(row(float_cell(1)) + named("$T1.$A$1").replace("Judul", "Lokal"), "T1")
    assert read_grid(ods(copy + only, named("$T1.$C$3"))).names == {
        "judul": NamedRange("T1", 3, 3, 3, 3),
        "lokal": NamedRange("T1", 1, 1, 1, 1),
    }


def test_names_on_sheets_with_quotes_are_found():
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Jum'at 1"
    book.defined_names["a"] = DefinedName("a", attr_text="'Jum''at 1'!$B$2")
    assert read_grid(saved(book)).names == {"a": NamedRange("Jum'at 1", 2, 2, 2, 2)}


def test_properties_merges_and_hidden_parts_are_told():
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["E9"] = "x"
    sheet.merge_cells("A1:C2")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("Rahasia").sheet_state = "hidden"
    book.create_sheet("Daftar").sheet_state = "veryHidden"
    book.custom_doc_props.append(StringProperty(name="sopbatch", value="sop 1"))  # type: ignore[attr-defined]
    grid = read_grid(saved(book))
    first = grid.sheets[0]
    assert grid.properties == {"sopbatch": "sop 1"}
    assert first.merges == (Merge(1, 1, 2, 3),)
    assert (first.hidden_rows, first.hidden_columns) == (frozenset({4}), frozenset({2}))
    assert [sheet.visible for sheet in grid.sheets] == [True, False, False]


def test_shapes_macros_and_external_links_are_told():
    def draw(book):
        sheet = book.add_worksheet("S")
        sheet.insert_textbox("A1", "Mulai")
        sheet.insert_textbox("A9", "Selesai")
        sheet.write_comment("A2", "bukan bentuk")

    assert read_grid(drawn(draw)).sheets[0].shapes == 2
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="e" Type="{LINKS}/externalLink" Target="externalLinks/e1.xml"/>'
        f'<Relationship Id="b" Type="{LINKS}/externalLinkPath" TargetMode="External" '
        'Target="anggaran.xlsx"/></Relationships>'
    )
    more = {"xl/vbaProject.bin": b"x", "xl/_rels/workbook.xml.rels": link}
    grid = read_grid(xlsx(number("A1"), more=more))
    assert grid.has_macros
    assert grid.outside == (Outside(OutsideKind.WORKBOOK, "anggaran.xlsx"),)


def test_prefixed_strict_and_inline_packages_are_read():
    strict = xlsx_parts(worksheet(number("B2", 7)))
    strict = {name: str(part).replace(MAIN, STRICT) for name, part in strict.items()}
    assert cells(zipped(strict)) == {(2, 2): 7}
    prefixed = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2">'
        '<x:c r="B2" t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t>b</x:t></x:r></x:is>'
        "</x:c></x:row></x:sheetData></x:worksheet>"
    )
    assert cells(zipped(xlsx_parts(prefixed))) == {(2, 2): "ab"}


def test_cells_without_an_address_follow_each_other():
    rows = "<row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row><row><c><v>2</v></c></row>"
    assert cells(xlsx(rows)) == {(1, 1): 1, (1, 2): CellError("#N/A"), (2, 1): 2}


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("a_x000D_\nb", "a\nb"),
        ("a&#13;&#10;b", "a\nb"),
        ("_x0000_a_x001F_", "\ufffda\ufffd"),
        ("a_xD800_b", None),
        ("   ", None),
        ("\u00a0\n", None),
    ],
)
def test_text_is_free_of_control_characters(stored, read):
    data = xlsx(
        '<c r="A1" t="s"><v>0</v></c>',
        strings=f'<sst xmlns="{MAIN}"><si><t xml:space="preserve">{stored}</t></si></sst>',
    )
    found = cells(data).get((1, 1))
    assert found == read or (stored.startswith("a_xD8") and "\ud800" not in str(found))


@given(st.text(st.characters(codec=None), max_size=20))
def test_cleaned_text_can_be_written_anywhere(text):
    cleaned = without_controls(text)
    cleaned.encode("utf-8")
    assert cleaned == without_controls(cleaned)
    assert all(letter in "\t\n" or ord(letter) >= 0x20 for letter in cleaned)


def test_a_macro_sheet_is_refused_by_its_name():
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.microsoft.com/office/2006/relationships/'
        'xlMacrosheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>"
    )
    with pytest.raises(Refused) as caught:
        read_grid(xlsx(number("A1"), more={"xl/_rels/workbook.xml.rels": link}))
    assert caught.value.refusal is Refusal.MACRO_SHEET


def test_an_ods_is_read_like_a_workbook():
    rows = (
        row("<table:table-cell/>", repeated=2)
        + row(
            '<table:table-cell table:number-columns-repeated="2"/>',
            text_cell("satu<text:tab/>dua<text:line-break/>tiga"),
            text_cell("x", 'table:number-columns-spanned="2"'),
            "<table:covered-table-cell/>",
            '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
            'office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
            "</table:table-cell>",
            '<table:table-cell table:formula="of:=[.A1]"/>',
        )
        + row(
            '<table:table-cell office:value-type="time" office:time-value="PT30H15M00S">'
            "<text:p>30:15</text:p></table:table-cell>",
            '<table:table-cell office:value-type="date" office:date-value="2024-02-29">'
            "<text:p>29/02/24</text:p></table:table-cell>",
            '<table:table-cell office:value-type="boolean" office:boolean-value="true">'
            "<text:p>TRUE</text:p></table:table-cell>",
            float_cell(3),
        )
    )
    names = (
        '<table:named-expressions><table:named-range table:name="Judul" '
        'table:cell-range-address="$T1.$C$3:.$D$4"/><table:named-range table:name="Hilang" '
        'table:cell-range-address="#REF!"/></table:named-expressions>'
    )
    grid = read_grid(ods(table(rows), names))
    (sheet,) = grid.sheets
    assert sheet.cells == {
        (3, 3): "satu\tdua\ntiga",
        (3, 4): "x",
        (3, 6): CellError("#DIV/0!"),
        (4, 1): dt.timedelta(hours=30, minutes=15),
        (4, 2): dt.date(2024, 2, 29),
        (4, 3): True,
        (4, 4): 3,
    }
    assert sheet.formulas == {(3, 6): "1/0", (3, 7): "[.A1]"}
    assert sheet.uncached == {(3, 7)}
    assert sheet.merges == (Merge(3, 4, 3, 5),)
    assert grid.names == {"judul": NamedRange("T1", 3, 3, 4, 4)}


def test_hidden_rows_shapes_and_linked_tables_of_an_ods_are_told():
    visible = (
        "<table:shapes><draw:frame><draw:text-box/></draw:frame><draw:g><draw:rect/></draw:g>"
        "</table:shapes>"
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        + row(float_cell(1), float_cell(2)).replace(">", ' table:visibility="filter">', 1)
        + row("<table:table-cell/>", repeated=9).replace(">", ' table:visibility="collapse">', 1)
    )
    linked = table(
        '<table:table-source xlink:href="../x.ods"/>' + row(float_cell(5)), "'file:///x.ods'#S"
    )
    grid = read_grid(ods(table(visible) + linked))
    (sheet,) = grid.sheets
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({1}), frozenset({2}))
    assert sheet.shapes == 2
    assert grid.outside == (Outside(OutsideKind.WORKBOOK, "../x.ods"),)


def test_properties_of_an_ods_are_told():
    meta = '<o:m xmlns:o="u"><o:user-defined o:name="sopbatch">sop 1</o:user-defined>x</o:m>'
    grid = read_grid(ods(table(row(float_cell(1))), more={"meta.xml": meta}))
    assert grid.properties == {"sopbatch": "sop 1"}


def test_a_grid_of_an_empty_workbook_is_empty():
    grid = read_grid(saved(openpyxl.Workbook()))
    assert grid == Grid(format=Format.XLSX, sheets=(Sheet(name="Sheet"),))


def test_a_sheet_whose_name_never_ends_is_refused():
    parts = xlsx_parts(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace('"S1"', f'"{"S" * 300}"')
    with pytest.raises(Refused) as caught:
        read_grid(zipped(parts))
    assert caught.value.refusal is Refusal.DAMAGED
