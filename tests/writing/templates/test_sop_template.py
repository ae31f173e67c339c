"""The SOP template as a file: names, lists, protection, values, same bytes."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook

from sopbatch.model import (
    CellError,
    CellRef,
    CellValue,
    Place,
    PlanLine,
    Section,
    Settings,
    Severity,
    Unit,
)
from sopbatch.reading import read_grid, read_submission
from sopbatch.schema.fields import Field, FieldKind
from sopbatch.schema.places import (
    CHECK_COLUMN,
    CUSTOM_PROPERTY,
    TEMPLATE_NAMES,
    fields,
    schema_hash,
    template_cells,
)
from sopbatch.schema.register import SETTINGS, TABLES
from sopbatch.schema.sop import IDENTITY_FIELDS, LISTS_SHEET, STEP_COLUMNS
from sopbatch.writing import templates
from sopbatch.writing.templates import (
    Issue,
    Mark,
    example_values,
    sop_values,
    write_register_template,
)
from tests.builders import received
from tests.samples import sample_sops
from tests.there import there
from tests.written import write_sop_template

CELLS = template_cells()
UNIT = Unit(
    code="4.01.01.01",
    name="Biro Organisasi",
    head_position="Kepala Biro Organisasi",
    head_name="Sabrang Mahakam, S.Sos., M.Si.",
    head_nip="19700101 199501 1 999",
)
ISSUE = Issue(
    UNIT,
    (Section(UNIT.code, "TL", "Ketatalaksanaan"), Section(UNIT.code, "AK", "AKIP")),
    PlanLine(
        code="TL-01",
        unit_code=UNIT.code,
        section="Ketatalaksanaan",
        title="Fasilitasi Penyusunan SOP AP",
    ),
    (UNIT, Unit(code="4.01.01.02", name="Biro Hukum")),
    Settings(government="PEMERINTAH KOTA CONTOH"),
)


def opened(content: bytes, *, results: bool = True) -> Workbook:
    """With results of formulas or with the formulas, which take long to divide."""
    return openpyxl.load_workbook(BytesIO(content), data_only=results)


def value_at(book: Workbook, place: Place) -> object:
    cell = CELLS[place]
    return book[cell.sheet].cell(cell.row, cell.column).value


@pytest.fixture(scope="module")
def blank() -> Workbook:
    return opened(write_sop_template(), results=False)


@pytest.fixture(scope="module")
def two_parts() -> Workbook:
    return opened(write_sop_template(parts=2))


@pytest.mark.long
def test_same_call_gives_same_bytes():
    written = write_sop_template(example_values())
    assert templates.write_sop_template(example_values()) == written
    assert write_register_template() == write_register_template()


def test_template_tells_its_identity(blank: Workbook):
    lists = blank[LISTS_SHEET]
    assert [lists.cell(row, 1).value for row in range(1, 4)] == ["SOP", "1", schema_hash()]
    assert lists.sheet_state == "veryHidden"
    for row, name in enumerate(TEMPLATE_NAMES, start=1):
        assert blank.defined_names[name].attr_text == f"{LISTS_SHEET}!$A${row}"
    [shown] = [item for item in blank.custom_doc_props.props if item.name == CUSTOM_PROPERTY]  # type: ignore[attr-defined]
    assert shown.value == f"SOP;1;{schema_hash()}"


@pytest.mark.few(12)
@pytest.mark.parametrize("field", IDENTITY_FIELDS, ids=lambda field: field.key)
def test_every_field_has_its_name_over_its_cells(blank: Workbook, field: Field):
    cells = [cell for place, cell in CELLS.items() if place.key == field.key]
    first, last = min(cells), max(cells)
    area = f"Identitas!$C${first.row}" + (f":$C${last.row}" if field.rows > 1 else "")
    assert blank.defined_names[field.name].attr_text == area


@pytest.mark.few(3)
@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("pr_no", "Prosedur!$A$9:$A$68"),
        ("pr_kegiatan", "Prosedur!$B$9:$B$68"),
        ("pr_pelaksana", "Prosedur!$C$7:$Q$7"),
        ("pr_jenis", "Prosedur!$C$8:$Q$8"),
        ("pr_simbol", "Prosedur!$C$9:$Q$68"),
        ("pr_lanjut", "Prosedur!$X$9:$X$68"),
        ("pr_kegiatan_2", "'Prosedur 2'!$B$9:$B$68"),
        ("pr_simbol_2", "'Prosedur 2'!$C$9:$Q$68"),
    ],
)
def test_step_columns_have_names_in_every_part(two_parts: Workbook, name: str, area: str):
    assert two_parts.defined_names[name].attr_text == area


def test_input_cells_are_open_and_labels_are_locked(blank: Workbook):
    assert all(blank[sheet].protection.sheet for sheet in ("Petunjuk", "Identitas", "Prosedur"))
    assert not any(
        blank[cell.sheet].cell(cell.row, cell.column).protection.locked for cell in CELLS.values()
    )
    assert blank["Identitas"]["B7"].protection.locked
    assert blank["Prosedur"]["C6"].protection.locked


def test_rows_of_steps_are_open_throughout_so_that_excel_deletes_them(blank: Workbook):
    sheet = blank["Prosedur"]
    assert not any(sheet.cell(9, column).protection.locked for column in range(1, CHECK_COLUMN + 2))
    assert not sheet.protection.deleteRows
    assert not sheet.protection.insertRows


@pytest.mark.parametrize("field", [f for f in fields() if f.kind is FieldKind.CODE])
def test_codes_are_text_cells(blank: Workbook, field: Field):
    cells = [cell for place, cell in CELLS.items() if place.key == field.key]
    assert {blank[c.sheet].cell(c.row, c.column).number_format for c in cells} == {"@"}


@pytest.mark.long
def test_prompts_and_messages_keep_the_limits_of_excel():
    for content in (write_sop_template(), write_register_template()):
        for sheet in opened(content).worksheets:
            for rule in sheet.data_validations.dataValidation:
                assert len(rule.promptTitle or "") <= 32
                assert len(rule.errorTitle or "") <= 32
                assert len(rule.prompt or "") <= 255
                assert len(rule.error or "") <= 255


def test_no_prompt_of_the_schema_is_cut():
    every = [*fields(), *SETTINGS, *(field for table in TABLES for field in table.columns)]
    assert not [field.key for field in every if len(field.prompt) + len(field.condition) > 253]


@pytest.mark.long
def test_lanes_beyond_the_prepared_ones_are_narrow_until_used(blank: Workbook):
    def width(book: Workbook, letter: str) -> float:
        columns = book["Prosedur"].column_dimensions
        held = next(
            one
            for one in columns.values()
            if (one.min or 0) <= column_index_from_string(letter) <= (one.max or 0)
        )
        assert not held.hidden
        return float(held.width)

    assert width(blank, "K") < width(blank, "J") / 2
    used = opened(write_sop_template({Place("actor", 0, 1, 10): "Petugas"}))
    assert width(used, "L") == width(used, "J") > width(used, "M")


@pytest.mark.long
def test_example_stands_in_its_cells():
    book = opened(write_sop_template(example_values()))
    for place, value in example_values().items():
        shown = value_at(book, place)
        assert (shown.date() if isinstance(value, date) else shown) == value, place  # type: ignore[attr-defined]


def test_every_example_of_the_schema_is_filled_in():
    keys = {place.key for place in example_values()}
    assert {field.key for field in IDENTITY_FIELDS if field.example} <= keys
    assert {column.key for column in STEP_COLUMNS} - {"no", "next"} <= keys


@pytest.mark.parametrize("sop", sample_sops()[:3], ids=lambda sop: sop.plan_code)
def test_values_of_a_sop_stand_in_their_cells(sop):
    values = sop_values(sop)
    book = opened(write_sop_template(values))
    assert book[LISTS_SHEET]["A4"].value == sop.plan_code
    for place, value in values.items():
        if place in CELLS:
            shown = value_at(book, place)
            assert (shown.date() if isinstance(value, date) else shown) == value, place  # type: ignore[attr-defined]


@pytest.mark.long
def test_texts_stay_texts():
    texts = ("=1+1", "+62 812", "-", "@SUM(A1)", "https://contoh.id", "'kutip", "0007", "1/2")
    values = {Place("activity", row): text for row, text in enumerate(texts, start=1)}
    sheet = opened(write_sop_template(values))["Prosedur"]
    cells = [sheet.cell(CELLS[place].row, CELLS[place].column) for place in values]
    assert [cell.value for cell in cells] == [*texts]
    assert {(cell.data_type, cell.hyperlink) for cell in cells} == {("s", None)}


@pytest.mark.long
def test_odd_values_are_written_as_what_they_are():
    odd: tuple[CellValue, ...] = (2025, CellError("#REF!"), date(1830, 1, 1), float("inf"), True)
    values = {Place("activity", row): value for row, value in enumerate(odd, start=1)}
    book = opened(write_sop_template(values))
    shown = [value_at(book, place) for place in values]
    assert shown == ["2025", "#REF!", "1830-01-01", "inf", True]


@pytest.mark.few(1)
@pytest.mark.parametrize("text", ["\x1b[31mmerah", "nol\x00lanjut", "\x07", "\ufffe", "\ud83d"])
def test_letters_that_no_workbook_can_hold_do_not_spoil_it(text: str):
    """Title, number and unit also stand in results of formulas on other sheets."""
    keys = ("title", "number", "unit_name", "section")
    book = opened(write_sop_template({Place(key): text for key in keys}))
    assert book.sheetnames == opened(write_sop_template({})).sheetnames


@pytest.mark.long
def test_items_beyond_a_list_stand_in_its_last_row():
    values = {Place("warnings", row): f"Peringatan {row}" for row in range(1, 7)}
    book = opened(write_sop_template(values))
    assert value_at(book, Place("warnings", 3)) == "Peringatan 3"
    assert value_at(book, Place("warnings", 4)) == "Peringatan 4\nPeringatan 5\nPeringatan 6"


@pytest.mark.long
def test_steps_beyond_the_prepared_rows_get_rows():
    book = opened(write_sop_template({Place("activity", 75): "Mengarsipkan"}))
    assert book["Prosedur"].cell(83, 2).value == "Mengarsipkan"
    assert book.defined_names["pr_kegiatan"].attr_text == "Prosedur!$B$9:$B$83"


@pytest.mark.long
def test_issued_template_carries_the_data_of_the_agency():
    book = opened(write_sop_template(issue=ISSUE))
    assert book[LISTS_SHEET]["A4"].value == "TL-01"
    wanted = {
        "government": "PEMERINTAH KOTA CONTOH",
        "unit_code": "4.01.01.01",
        "unit_name": "Biro Organisasi",
        "section": "Ketatalaksanaan",
        "title": "Fasilitasi Penyusunan SOP AP",
        "signatory_name": "Sabrang Mahakam, S.Sos., M.Si.",
    }
    assert {key: value_at(book, Place(key)) for key in wanted} == wanted
    lists = {name for name in book.defined_names if name.startswith("daftar_")}
    assert {"daftar_id_unit_kode", "daftar_id_bagian"} <= lists
    cell = CELLS[Place("unit_code")].a1
    rules = book["Identitas"].data_validations.dataValidation
    [rule] = [rule for rule in rules if cell in rule.sqref]
    assert (rule.formula1, rule.errorStyle or "stop") == ("daftar_id_unit_kode", "stop")
    assert rule.showErrorMessage


@pytest.mark.long
def test_values_go_before_the_data_of_the_agency():
    book = opened(write_sop_template({Place("title"): "Judul lain"}, issue=ISSUE))
    assert value_at(book, Place("title")) == "Judul lain"


@pytest.mark.long
def test_marks_colour_the_cell_and_carry_their_text():
    cell = CELLS[Place("title")]
    mark = Mark("Nama SOP terlalu pendek.", Severity.ERROR)
    sheet = opened(write_sop_template(marks={cell: mark}))["Identitas"]
    assert there(sheet.cell(cell.row, cell.column).comment).text == mark.text
    first = min(
        (rule.priority, str(area.sqref))
        for area in sheet.conditional_formatting
        for rule in area.rules
    )
    assert first[1] == cell.a1


@pytest.mark.long
def test_marks_elsewhere_do_no_harm():
    marks = {CellRef("Lain", 1, 1): Mark("x", Severity.INFO)}
    assert len(write_sop_template(marks=marks)) > 0


@pytest.mark.long
def test_a_second_procedure_stands_ready_and_costs_nothing(blank: Workbook):
    assert blank["Prosedur 2"].sheet_state == "visible"
    assert blank["Prosedur 2"]["A4"].value.startswith("=IF(")
    submission = read_submission(read_grid(write_sop_template()), received(), Settings())
    assert [one.sheet for one in submission.sop.procedures] == ["Prosedur"]
    filled = write_sop_template(sop_values(sample_sops()[0]))
    state = opened(filled)["Identitas"]["B3"].value
    assert state == "Kurang 3 isian. Berikutnya: Status"


def test_a_used_second_procedure_is_shown(two_parts: Workbook):
    assert two_parts["Prosedur 2"].sheet_state == "visible"


@pytest.mark.long
def test_headings_of_stages_go_through_the_form_and_are_not_numbered():
    sop = sample_sops()[0]
    (procedure,) = sop.procedures
    stages = {1: "A. Tahap Persiapan", 4: "TAHAP II", 8: "PENUTUP"}
    steps = tuple(replace(one, stage=stages.get(one.row, "")) for one in procedure.steps)
    staged = replace(sop, procedures=(replace(procedure, steps=steps),))
    form = write_sop_template(sop_values(staged))
    again = read_submission(read_grid(form), received(), Settings())
    (found,) = again.sop.procedures
    assert [one.number for one in found.steps] == [one.row for one in steps]
    assert [one.stage for one in found.steps if one.stage] == [
        "A. Tahap Persiapan",
        "TAHAP II",
        "Tahap PENUTUP",
    ]
    assert [one.branches for one in found.steps] == [one.branches for one in steps]
    assert again.problems == ()
