"""The register template: tables of the schema, drop-downs across sheets, records."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

from sopbatch.model import (
    Decision,
    PlanLine,
    Register,
    RuleSetting,
    Section,
    Settings,
    Severity,
    Unit,
    UnitChange,
    Waiver,
)
from sopbatch.reading.grid import read_grid
from sopbatch.reading.register import read_register
from sopbatch.schema.fields import TableSheet
from sopbatch.schema.register import (
    DECISIONS,
    PLAN,
    SECTIONS,
    SETTINGS,
    SETTINGS_SHEET,
    TABLES,
)
from sopbatch.writing.templates import write_register_template
from tests.office import Office

UNIT = Unit(
    code="4.01.01",
    name="Biro Organisasi",
    parent="4.01",
    email="organisasi@contoh.id",
    head_position="Kepala Biro Organisasi",
    head_name="Sabrang Mahakam, S.Sos., M.Si.",
    head_nip="19700101 199501 1 999",
    aliases=("Biro Ortal", "Ortal"),
    simplified=True,
)
REGISTER = Register(
    units=(Unit(code="4.01", name="Sekretariat Daerah", head_position="Sekretaris Daerah"), UNIT),
    sections=(Section("4.01.01", "TL", "Ketatalaksanaan", ("Tata Laksana",)),),
    plan=(
        PlanLine(
            code="TL-01",
            unit_code="4.01.01",
            section="Ketatalaksanaan",
            title="Fasilitasi",
            deadline=date(2025, 12, 1),
        ),
        PlanLine(
            code="TL-02",
            unit_code="4.01.01",
            section="Ketatalaksanaan",
            title="Verifikasi",
            withdrawn=True,
            other_titles=("Pemeriksaan", "Penelaahan"),
        ),
    ),
    decisions=(
        Decision(
            plan_code="TL-01",
            status="Terverifikasi",
            decided=date(2025, 3, 3),
            note="baik",
            document="065/1",
            row=5,
        ),
    ),
    waivers=(Waiver("I-06", "*", "Pola baru", "Kepala Biro", date(2025, 12, 31)),),
    rule_settings=(
        RuleSetting("I-06", off=True),
        RuleSetting("P-04", Severity.INFO, trial_until=date(2025, 6, 30)),
    ),
    changes=(
        UnitChange(
            since=date(2024, 1, 1),
            unit_code="4.01.02",
            unit_name="Biro Ortal dan Umum",
            successors=("4.01.01", "4.01"),
            document="Perda 1/2023",
            row=5,
        ),
        UnitChange(
            since=date(2025, 1, 1),
            unit_code="4.01.01",
            unit_name="Biro Organisasi",
            section="Tata Usaha",
            successors=("4.01.01",),
            new_sections=("Ketatalaksanaan",),
            row=6,
        ),
    ),
    settings=Settings(paper="A4", minutes_per_day=420, round_deadline=date(2025, 4, 30)),
)


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


@pytest.fixture(scope="module")
def blank() -> openpyxl.Workbook:
    return opened(write_register_template())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_every_table_has_its_header_names_and_filter(blank: openpyxl.Workbook, table: TableSheet):
    book = blank
    sheet = book[table.sheet]
    labels = [sheet.cell(table.header_row, column).value for column in _columns(table)]
    assert labels == [field.label for field in table.columns]
    first, last = table.header_row + 2, table.header_row + 1 + table.rows
    for field in table.columns:
        assert f"${first}:" in book.defined_names[field.name].attr_text
        assert book.defined_names[field.name].attr_text.endswith(f"${last}")
    assert str(sheet.cell(first - 1, 1).value).startswith("Contoh: ")
    assert sheet.freeze_panes == f"B{first - 1}"
    assert sheet.auto_filter.ref.startswith(f"A{table.header_row}:")


@pytest.mark.parametrize(
    ("table", "key", "source"),
    [
        (SECTIONS, "unit_code", "pd_kode"),
        (PLAN, "unit_code", "pd_kode"),
        (PLAN, "section", "bg_nama"),
        (DECISIONS, "plan_code", "rc_kode"),
        (DECISIONS, "status", "daftar_kp_status"),
    ],
)
def test_choices_come_from_other_tables(
    blank: openpyxl.Workbook, table: TableSheet, key: str, source: str
):
    book = blank
    column = [field.key for field in table.columns].index(key) + 1
    sheet = book[table.sheet]
    cell = sheet.cell(table.header_row + 2, column).coordinate
    rules = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    assert [rule.formula1 for rule in rules] == [source]
    assert source in book.defined_names


def test_settings_of_a_blank_register_are_the_defaults():
    assert read_register(read_grid(write_register_template())).register == Register(
        settings=Settings()
    )


def test_every_setting_has_its_name(blank: openpyxl.Workbook):
    assert {field.name for field in SETTINGS} <= set(blank.defined_names)


def test_a_register_is_read_back_as_it_was_written():
    assert read_register(read_grid(write_register_template(REGISTER))).register == REGISTER


@pytest.mark.long
def test_examples_are_shown_in_blank_registers_only_and_never_counted():
    blank = write_register_template()
    assert read_register(read_grid(blank)).blank
    filled = opened(write_register_template(REGISTER))
    assert filled[PLAN.sheet].cell(PLAN.header_row + 1, 1).value == "TL-01"


def test_what_must_be_filled_first_is_blank_and_counted():
    sheet = opened(write_register_template())[SETTINGS_SHEET]
    assert [sheet.cell(row, 3).value for row in (5, 6)] == [None, None]
    assert "LEN(C5)=0" in sheet["B3"].value


@pytest.mark.long
@pytest.mark.office
def test_counters_count_what_is_typed(office: Office):
    book = opened(write_register_template())
    sheet = book[SECTIONS.sheet]
    sheet["A6"], sheet["B6"], sheet["C6"] = "1.1", "A", "Umum"
    sheet["A7"], sheet["B7"] = "1.10", "B"
    book[SETTINGS_SHEET]["C5"] = "PEMERINTAH KOTA CONTOH"
    stream = BytesIO()
    book.save(stream)
    told = openpyxl.load_workbook(
        BytesIO(office.convert(stream.getvalue(), "xlsx")), data_only=True
    )
    assert told[SECTIONS.sheet]["A3"].value == "2 baris terisi. 1 isian wajib masih kosong"
    assert told[SETTINGS_SHEET]["B3"].value == "1 isian wajib masih kosong"


def test_dates_are_real_dates():
    sheet = opened(write_register_template(REGISTER))[PLAN.sheet]
    shown = sheet.cell(PLAN.header_row + 1, 5).value
    assert isinstance(shown, datetime)
    assert shown.date() == date(2025, 12, 1)


@pytest.mark.long
def test_more_records_than_rows_get_rows():
    many = Register(
        plan=tuple(
            PlanLine(code=f"TL-{n}", unit_code="1", section="", title=f"Judul {n}")
            for n in range(600)
        )
    )
    sheet = opened(write_register_template(many))[PLAN.sheet]
    assert sheet.cell(PLAN.header_row + 600, 1).value == "TL-599"


def _columns(table: TableSheet) -> range:
    return range(1, len(table.columns) + 1)
