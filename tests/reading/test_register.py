"""The register: read back as written, and every mistake of the operator told at its cell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopbatch.model import (
    CellError,
    CellValue,
    Grid,
    Register,
    RuleSetting,
    Settings,
    Severity,
    Sheet,
    SopbatchError,
    Waiver,
    column_number,
)
from sopbatch.reading import read_grid, read_register
from sopbatch.schema.register_v1 import SETTINGS_SHEET, TABLES
from sopbatch.writing.templates import write_register_template
from tests.office import Office, SaveAs
from tests.reading.tampering import with_cells, with_sheet
from tests.sample_batch.register import REGISTER

FULL = replace(
    REGISTER,
    units=(replace(REGISTER.units[0], simplified=True), *REGISTER.units[1:]),
    waivers=(
        Waiver("I-06", "*", "menunggu tata naskah baru", "Kepala Biro", date(2027, 1, 31)),
        Waiver("D-10", "1.02", "dokumen lama", "Kepala Biro", date(2027, 1, 31)),
    ),
    rule_settings=(
        RuleSetting("P-04", Severity.INFO),
        RuleSetting("P-05", off=True),
        RuleSetting("P-06", trial_until=date(2027, 1, 31)),
    ),
    settings=Settings("PEMERINTAH KOTA CONTOH", "Contoh", paper="A4", minutes_per_day=480),
)
WORKBOOK = write_register_template(FULL)
GRID = read_grid(WORKBOOK)

Tamper = Callable[[Workbook], object]


def numbered(register: Register) -> Register:
    """The register with decisions on their rows."""
    decisions = (replace(one, row=row) for row, one in enumerate(register.decisions, start=5))
    return replace(register, decisions=tuple(decisions))


def tampered(tamper: Tamper) -> Grid:
    book = load_workbook(BytesIO(WORKBOOK))
    tamper(book)
    stream = BytesIO()
    book.save(stream)
    return read_grid(stream.getvalue())


def test_a_written_register_is_read_back():
    assert read_register(GRID) == numbered(FULL)


def test_a_blank_register_has_defaults_and_no_records():
    register = read_register(read_grid(write_register_template()))
    assert register == Register(settings=Settings())


@pytest.mark.office
@pytest.mark.parametrize("save_as", ["xlsx", "ods", "xls"])
def test_a_register_saved_by_libreoffice_is_read_back(office: Office, save_as: SaveAs):
    assert read_register(read_grid(office.convert(WORKBOOK, save_as))) == numbered(FULL)


def swap_columns(sheet: Worksheet, left: int, right: int) -> None:
    for row in range(4, sheet.max_row + 1):
        one, other = sheet.cell(row, left), sheet.cell(row, right)
        one.value, other.value = other.value, one.value


def reorder(book: Workbook) -> None:
    swap_columns(book["Rencana SOP"], 1, 4)
    swap_columns(book["Perangkat Daerah"], 2, 9)


def add_rows(book: Workbook) -> None:
    book["Rencana SOP"].insert_rows(1, 3)
    book["Rencana SOP"].insert_rows(12, 2)


def add_columns(book: Workbook) -> None:
    for table in TABLES:
        book[table.sheet].insert_cols(2)
        book[table.sheet]["B4"] = "Catatan kami"


def retype_headings(book: Workbook) -> None:
    book["Rencana SOP"]["D4"] = "JUDUL SOP :"
    book["Rencana SOP"]["E4"] = "Tenggatt"
    book["Perangkat Daerah"]["E4"] = "Jabatan Kepala."


def move_settings(book: Workbook) -> None:
    book[SETTINGS_SHEET].move_range("A4:D30", rows=3, cols=2)


def retype_setting(book: Workbook) -> None:
    book[SETTINGS_SHEET]["B9"] = "UKURAN KERTAS:"
    book[SETTINGS_SHEET]["C9"] = " a4 "


def change_case(book: Workbook) -> None:
    book["Keputusan"]["B5"] = " TERVERIFIKASI"
    book["Perangkat Daerah"]["I5"] = "ya"


def use_section_codes(book: Workbook) -> None:
    book["Rencana SOP"]["C5"] = "TL"
    book["Rencana SOP"]["C6"] = "bagian tatalaksana"


def rename_extra_sheets(book: Workbook) -> None:
    del book["Petunjuk"]
    book.create_sheet("Catatan", 0)["A1"] = "Kode"


@pytest.mark.parametrize(
    "tamper",
    [
        reorder,
        add_rows,
        add_columns,
        retype_headings,
        move_settings,
        retype_setting,
        change_case,
        use_section_codes,
        rename_extra_sheets,
    ],
    ids=lambda tamper: tamper.__name__,
)
def test_a_rearranged_register_reads_the_same(tamper: Tamper):
    assert read_register(tampered(tamper)) == numbered(FULL)


NO_DAY = "bukan tanggal lengkap; tulis misalnya 3 Maret 2026"
NO_NUMBER = "bukan bilangan bulat di atas nol"
NO_SECTION = "tidak ada di lembar “Bagian” untuk unit “4.01.01.01”"
DIGITS_LOST = "kehilangan angka terakhirnya; ketik ulang sebagai teks"
PAPERS = "tidak dikenal; pilih salah satu: F4, A4, Letter, Legal"
NEW_ONE = "buat formulir daftar induk baru dengan “sopbatch template”."
AS_TEXT = (
    "tersimpan sebagai angka atau tanggal; ketik ulang sebagai teks dengan tanda petik di "
    "depannya, misalnya '1.02"
)
UNITS, SECTIONS, PLAN, DECISIONS, WAIVERS, RULES = (table.sheet for table in TABLES)
STATUSES = "Dalam Verifikasi, Perlu Perbaikan, Terverifikasi, Dicabut, Ditarik"

MISTAKES: list[tuple[str, str, str, CellValue | None, str]] = [
    (PLAN, "H4", "Tenggat", "Tenggat", "judul kolom ini ada dua"),
    (PLAN, "D7", "Judul SOP", None, "belum diisi"),
    (PLAN, "E7", "Tenggat", "akhir tahun", f"“akhir tahun” {NO_DAY}"),
    (PLAN, "E7", "Tenggat", "Juni 2026", f"“Juni 2026” {NO_DAY}"),
    (PLAN, "I7", "Ditarik", "mungkin", "“mungkin” tidak dikenal; pilih salah satu: Ya, Tidak"),
    (PLAN, "A7", "Kode", "TL-01", "kode “TL-01” sudah dipakai di baris 5"),
    (PLAN, "D7", "Judul SOP", CellError("#REF!"), "berisi kesalahan rumus #REF!"),
    (PLAN, "B7", "Kode unit", "9.99", "kode unit “9.99” tidak ada di lembar “Perangkat Daerah”"),
    (PLAN, "B7", "Kode unit", 1.02, f"“1,02” {AS_TEXT}"),
    (PLAN, "C7", "Bagian", "Keuangan", f"bagian “Keuangan” {NO_SECTION}"),
    (UNITS, "A8", "Kode", "4.01.01", "kode “4.01.01” sudah dipakai di baris 5"),
    (UNITS, "A8", "Kode", date(2026, 2, 1), f"“1 Februari 2026” {AS_TEXT}"),
    (UNITS, "G6", "NIP kepala", 1.97001011995012e17, f"“197001011995012000” {AS_TEXT}"),
    (UNITS, "G6", "NIP kepala", "1.97001E+17", f"“1.97001E+17” {DIGITS_LOST}"),
    (UNITS, "D6", "Surel", "organisasi", "“organisasi” bukan alamat surel"),
    (UNITS, "C5", "Kode induk", "4.01.01.01", "unit “4.01.01” berada di bawah dirinya sendiri"),
    (SECTIONS, "B6", "Kode bagian", "tl", "kode “tl” sudah dipakai di baris 5"),
    (SECTIONS, "A6", "Kode unit", "9", "kode unit “9” tidak ada di lembar “Perangkat Daerah”"),
    (WAIVERS, "B6", "Kode unit", "9", "kode unit “9” tidak ada di lembar “Perangkat Daerah”"),
    (WAIVERS, "E5", "Sampai tanggal", None, "belum diisi"),
    (DECISIONS, "A5", "Kode SOP", "XX-01", "kode SOP “XX-01” tidak ada di lembar “Rencana SOP”"),
    (DECISIONS, "B5", "Status", "Jadi", f"“Jadi” tidak dikenal; pilih salah satu: {STATUSES}"),
    (RULES, "A5", "Kode aturan", "judul", "“judul” bukan kode aturan; tulis misalnya I-06"),
    (SETTINGS_SHEET, "C13", "Menit kerja sehari", "tujuh", f"“tujuh” {NO_NUMBER}"),
    (SETTINGS_SHEET, "C13", "Menit kerja sehari", 7.5, f"“7,5” {NO_NUMBER}"),
    (
        SETTINGS_SHEET,
        "C9",
        "Ukuran kertas",
        "A5",
        f"“A5” {PAPERS}",
    ),
]


@pytest.mark.parametrize(("sheet", "address", "label", "value", "what"), MISTAKES)
def test_a_mistake_is_told_at_its_cell(
    sheet: str, address: str, label: str, value: CellValue | None, what: str
):
    column, row = address[0], address[1:]
    at = (int(row), column_number(column))
    assert told(with_cells(GRID, sheet, {at: value})) == (
        f"Daftar induk, lembar “{sheet}”, baris {row}, kolom {column} (“{label}”): {what}."
    )


def uncalculated(sheet: Sheet) -> Sheet:
    return replace(sheet, uncached=frozenset({(5, 2)}))


DAMAGES: list[tuple[Grid, str]] = [
    (
        replace(GRID, sheets=tuple(one for one in GRID.sheets if one.name != SECTIONS)),
        f"Daftar induk tidak memuat lembar “Bagian”; {NEW_ONE}",
    ),
    (
        replace(GRID, sheets=tuple(one for one in GRID.sheets if one.name != SETTINGS_SHEET)),
        f"Daftar induk tidak memuat lembar “Pengaturan”; {NEW_ONE}",
    ),
    (
        with_cells(GRID, SECTIONS, {(4, column): None for column in range(1, 5)}),
        f"Daftar induk, lembar “Bagian”: baris judul kolom tidak ditemukan; {NEW_ONE}",
    ),
    (
        with_cells(GRID, PLAN, {(4, 4): "Uraian"}),
        "Daftar induk, lembar “Rencana SOP”, baris 4: kolom “Judul SOP” tidak ditemukan.",
    ),
    (
        with_sheet(GRID, RULES, uncalculated),
        (
            "Daftar induk, lembar “Aturan”, baris 5, kolom B (“Bobot”): rumusnya belum dihitung; "
            "buka dan simpan berkas ini di Excel."
        ),
    ),
    (
        with_cells(GRID, SETTINGS_SHEET, {(9, 2): "Format cetak"}),
        (
            "Daftar induk, lembar “Pengaturan”, baris 9: pengaturan “Format cetak” tidak dikenal; "
            "kembalikan tulisan aslinya atau hapus barisnya."
        ),
    ),
    (
        with_sheet(GRID, SETTINGS_SHEET, lambda sheet: replace(sheet, cells={})),
        "Daftar induk, lembar “Pengaturan”: tidak ada pengaturan yang dikenal.",
    ),
]


@pytest.mark.parametrize(("grid", "sentence"), DAMAGES, ids=range(len(DAMAGES)))
def test_what_is_missing_is_told_in_one_sentence(grid: Grid, sentence: str):
    assert told(grid) == sentence


def told(grid: Grid) -> str:
    with pytest.raises(SopbatchError) as raised:
        read_register(grid)
    return str(raised.value)
