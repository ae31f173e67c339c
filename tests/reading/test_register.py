"""The register: read back as written, and every mistake of the operator told at its cell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.model import (
    CellError,
    CellValue,
    Grid,
    Register,
    RuleSetting,
    Settings,
    Severity,
    Sheet,
    Waiver,
    column_number,
)
from sopbatch.reading import RegisterReading, read_grid, read_register
from sopbatch.schema.register import SETTINGS_SHEET, TABLES
from sopbatch.schema.settings import TOGETHER
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
    settings=Settings(
        government="PEMERINTAH KOTA CONTOH",
        region="Contoh",
        paper="A4",
        arrangement=TOGETHER,
        minutes_per_day=480,
    ),
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
    assert read_register(GRID) == RegisterReading(numbered(FULL))


def test_a_blank_register_has_defaults_and_no_records():
    read = read_register(read_grid(write_register_template()))
    assert read.register == Register(settings=Settings())
    assert read.blank
    assert sentences(read) == [
        "Daftar induk ini belum memuat satu pun perangkat daerah.",
        "Nama pemerintah daerah: belum diisi.",
        "Nama daerah: belum diisi.",
    ]


@pytest.mark.few(1)
@pytest.mark.office
@pytest.mark.parametrize("save_as", ["xlsx", "ods", "xls"])
def test_a_register_saved_by_libreoffice_is_read_back(office: Office, save_as: SaveAs):
    saved = read_grid(office.convert(WORKBOOK, save_as))
    assert read_register(saved) == RegisterReading(numbered(FULL))


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


def remove_arrangement(book: Workbook) -> None:
    book[SETTINGS_SHEET].delete_rows(10)
    del book.defined_names["set_arrangement"]


def change_case(book: Workbook) -> None:
    book["Keputusan"]["B5"] = " TERVERIFIKASI"
    book["Perangkat Daerah"]["I5"] = "ya"


def use_section_codes(book: Workbook) -> None:
    book["Rencana SOP"]["C5"] = "TL"
    book["Rencana SOP"]["C6"] = "bagian tatalaksana"


def rename_sheets(book: Workbook) -> None:
    book["Rencana SOP"].title = " rencana sop 2026"
    book["Perangkat Daerah"].title = "PERANGKAT_DAERAH"


def dash_what_is_optional(book: Workbook) -> None:
    book["Perangkat Daerah"]["F5"] = "-"
    book["Perangkat Daerah"]["G5"] = "nihil"
    book["Rencana SOP"]["J5"] = "..."


def remove_the_guide(book: Workbook) -> None:
    del book["Petunjuk"]


@pytest.mark.few(3)
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
        rename_sheets,
        dash_what_is_optional,
        remove_the_guide,
    ],
    ids=lambda tamper: tamper.__name__,
)
def test_a_rearranged_register_reads_the_same(tamper: Tamper):
    assert read_register(tampered(tamper)) == RegisterReading(numbered(FULL))


def test_a_register_older_than_a_setting_has_its_default():
    read = read_register(tampered(remove_arrangement))
    older = replace(FULL.settings, arrangement=Settings().arrangement)
    assert read == RegisterReading(replace(numbered(FULL), settings=older))


UNITS, SECTIONS, PLAN, DECISIONS, WAIVERS, RULES, _ = (table.sheet for table in TABLES)
NO_DAY = "bukan tanggal lengkap."
NOT_READ = "tidak terbaca sebagai tanggal."
NO_ADDRESS = "bukan alamat surel."
NO_UNIT = "tidak ada di lembar “Perangkat Daerah”."
NO_TITLE = "tidak ada di lembar “Rencana SOP”."
NO_SECTION = "tidak ada di lembar “Bagian” untuk unit “4.01.01.01”."
NUMBER = "tersimpan sebagai angka, bukan teks."
NOT_KEPT = "tersimpan sebagai angka, sehingga angka terakhirnya tidak dipercaya."
DIGITS_LOST = "kehilangan angka terakhirnya karena pernah tersimpan sebagai angka."

MISTAKES: list[tuple[str, str, CellValue | None, str, str]] = [
    (PLAN, "H4", "Tenggat", "Tenggat: judul kolom ini ada dua.", ""),
    (PLAN, "D7", None, "Nama SOP: belum diisi.", ""),
    (PLAN, "D7", "-", "Nama SOP: hanya berisi “-”.", ""),
    (PLAN, "E7", "menyusul", f"Tenggat: “menyusul” {NOT_READ}", ""),
    (PLAN, "E7", "TW 3", "Tenggat: “TW 3” tidak menyebut tahunnya.", "30 September 2026"),
    (PLAN, "E7", "31 September 2026", "Tenggat: “31 September 2026” tidak ada di kalender.", ""),
    (DECISIONS, "C5", "Juni 2026", f"Tanggal: “Juni 2026” {NO_DAY}", ""),
    (PLAN, "I7", "mungkin", "Ditarik: “mungkin” tidak dikenal.", ""),
    (PLAN, "I7", "✓", "Ditarik: “✓” tidak dikenal.", "Ya"),
    (PLAN, "D7", "SOP Pelayanan Data", "Nama SOP: “SOP Pelayanan Data” diawali kata “SOP”.",
     "Pelayanan Data"),
    (PLAN, "A7", "TL-01", "Kode: “TL-01” sudah dipakai di baris 5.", ""),
    (PLAN, "A7", "tl-01", "Kode: “tl-01” sudah dipakai di baris 5.", ""),
    (PLAN, "D7", CellError("#REF!"), "Nama SOP: berisi rumus gagal #REF!.", ""),
    (PLAN, "B7", "9.99", f"Kode unit: “9.99” {NO_UNIT}", ""),
    (PLAN, "B32", "1.2", f"Kode unit: “1.2” {NO_UNIT}", "1.02"),
    (PLAN, "B32", "Dinkes", f"Kode unit: “Dinkes” {NO_UNIT}", "1.02"),
    (PLAN, "B32", "Dinas  kesehatan", f"Kode unit: “Dinas kesehatan” {NO_UNIT}", "1.02"),
    (PLAN, "B32", 1.02, f"Kode unit: “1,02” {NUMBER}", "1.02"),
    (PLAN, "B7", 1.03, f"Kode unit: “1,03” {NUMBER}", ""),
    (PLAN, "C7", "Keuangan", f"Bagian: “Keuangan” {NO_SECTION}", ""),
    (PLAN, "C7", "Tatalaksana", f"Bagian: “Tatalaksana” {NO_SECTION}", "Ketatalaksanaan"),
    (UNITS, "A10", "4.01.01", "Kode: “4.01.01” sudah dipakai di baris 5.", ""),
    (UNITS, "A8", date(2026, 2, 1), ("Kode: “1 Februari 2026” tersimpan sebagai tanggal, bukan "
     "teks."), ""),
    (UNITS, "G6", 1.97001011995012e17, f"NIP kepala: “197001011995012000” {NOT_KEPT}", ""),
    (UNITS, "G6", "1.97001E+17", f"NIP kepala: “1.97001E+17” {DIGITS_LOST}", ""),
    (UNITS, "G6", "19700101199501200", ("NIP kepala: “19700101199501200” memuat 17 angka, "
     "seharusnya 18."), ""),
    (UNITS, "G6", "197013011995011001", ("NIP kepala: “197013011995011001” tidak diawali tanggal "
     "lahir yang ada di kalender."), ""),
    (UNITS, "G6", "19700101199501100l", "NIP kepala: “19700101199501100l” memuat huruf.",
     "197001011995011001"),
    (UNITS, "D6", "organisasi", f"Surel: “organisasi” {NO_ADDRESS}", ""),
    (UNITS, "D6", "tu @dinas.go.id", f"Surel: “tu @dinas.go.id” {NO_ADDRESS}", "tu@dinas.go.id"),
    (UNITS, "D6", "a@b.id / c@d.id", f"Surel: “a@b.id / c@d.id” {NO_ADDRESS}", "a@b.id, c@d.id"),
    (UNITS, "H10", "Biro Hukum", "Sebutan lain: “Biro Hukum” sama dengan Nama di baris 7.", ""),
    (UNITS, "H10", "Biro Ortal", ("Sebutan lain: “Biro Ortal” sama dengan Sebutan lain di baris "
     "6."), ""),
    (UNITS, "H10", "Dinkes", ("Sebutan lain: “Dinkes” sama dengan “Dinas Kesehatan”, Nama di "
     "baris 11."), ""),
    (SECTIONS, "D6", "Kelembagaan", ("Sebutan lain: “Kelembagaan” sama dengan Nama bagian di "
     "baris 7."), ""),
    (PLAN, "J7", "Penyusunan Peta Proses Bisnis", ("Sebutan lain: “Penyusunan Peta Proses Bisnis” "
     "sama dengan Nama SOP di baris 10."), ""),
    (UNITS, "C5", "4.01.01.01", "Kode induk: unit “4.01.01” berada di bawah dirinya sendiri.", ""),
    (UNITS, "H6", "Biro Ortal, Ro Ortala; Roorg",
     "Sebutan lain: “Biro Ortal, Ro Ortala” dibaca sebagai satu sebutan.",
     "Biro Ortal; Ro Ortala; Roorg"),
    (SECTIONS, "D7", "Bina Tata, Tata Kelola",
     "Sebutan lain: “Bina Tata, Tata Kelola” dibaca sebagai satu sebutan.",
     "Bina Tata; Tata Kelola"),
    (SECTIONS, "B6", "tl", "Kode bagian: “tl” sudah dipakai di baris 5.", ""),
    (SECTIONS, "A6", "9", f"Kode unit: “9” {NO_UNIT}", ""),
    (WAIVERS, "B6", "9", f"Kode unit: “9” {NO_UNIT}", ""),
    (WAIVERS, "E5", None, "Sampai tanggal: belum diisi.", ""),
    (DECISIONS, "A5", "XX-01", f"Kode SOP: “XX-01” {NO_TITLE}", ""),
    (DECISIONS, "A5", "TL-01, TL-02", "Kode SOP: “TL-01, TL-02” menyebut 2 kode.", ""),
    (DECISIONS, "A5", "tl 1", f"Kode SOP: “tl 1” {NO_TITLE}", "TL-01"),
    (DECISIONS, "B5", "Jadi", "Status: “Jadi” tidak dikenal.", ""),
    (DECISIONS, "B5", "proses verifikasi", "Status: “proses verifikasi” tidak dikenal.",
     "Dalam Verifikasi"),
    (DECISIONS, "B5", "Perbaiki lagi", "Status: “Perbaiki lagi” tidak dikenal.", "Perlu Perbaikan"),
    (DECISIONS, "B5", "Lulus", "Status: “Lulus” tidak dikenal.", "Terverifikasi"),
    (DECISIONS, "B5", "Belum terverifikasi", "Status: “Belum terverifikasi” tidak dikenal.", ""),
    (DECISIONS, "B5", "Terverifikas", "Status: “Terverifikas” tidak dikenal.", "Terverifikasi"),
    (DECISIONS, "B5", "Sudah diverifikasi", "Status: “Sudah diverifikasi” tidak dikenal.",
     "Terverifikasi"),
    (WAIVERS, "B6", "semua", f"Kode unit: “semua” {NO_UNIT}", "*"),
    (RULES, "A6", "P-04", ("Kode aturan: “P-04” sudah diatur di baris 5, dan baris itulah yang "
     "berlaku."), ""),
    (RULES, "A5", "I-O6", "Kode aturan: “I-O6” bukan kode aturan.", "I-06"),
    (RULES, "A5", "judul", "Kode aturan: “JUDUL” bukan kode aturan.", ""),
    (RULES, "A5", "I6", "Kode aturan: “I6” bukan kode aturan.", "I-06"),
    (RULES, "A5", "I-99", "Kode aturan: “I-99” tidak ada di antara aturan program.", ""),
    (SETTINGS_SHEET, "C5", None, "Nama pemerintah daerah: belum diisi.", ""),
    (SETTINGS_SHEET, "C14", "tujuh", ("Menit kerja sehari: “tujuh” bukan bilangan bulat di atas "
     "nol."), ""),
    (SETTINGS_SHEET, "C14", 7.5, "Menit kerja sehari: “7,5” bukan bilangan bulat di atas nol.", ""),
    (SETTINGS_SHEET, "C14", "7,5 jam", ("Menit kerja sehari: “7,5 jam” bukan bilangan bulat di "
     "atas nol."), "450"),
    (SETTINGS_SHEET, "C15", "8", "Hari kerja seminggu: “8” lebih dari 7.", ""),
    (SETTINGS_SHEET, "C9", "Folio", "Ukuran kertas: “Folio” tidak dikenal.", "F4"),
    (SETTINGS_SHEET, "C9", "F4 (folio)", "Ukuran kertas: “F4 (folio)” tidak dikenal.", "F4"),
    (SETTINGS_SHEET, "C9", "A5", "Ukuran kertas: “A5” tidak dikenal.", ""),
    (SETTINGS_SHEET, "C10", "Berdampingan", "Susunan halaman: “Berdampingan” tidak dikenal.", ""),
    (SETTINGS_SHEET, "C13", "065/<seri/<tahun>", ("Pola Nomor SOP: “065/<seri/<tahun>” memuat "
     "kurung < > yang tidak berpasangan."), ""),
    (SETTINGS_SHEET, "C13", "065/<bagan>/<tahun>", ("Pola Nomor SOP: “<bagan>” tidak dikenal, "
     "sehingga teks apa pun diterima di tempatnya."), "065/<bagian>/<tahun>"),
]  # fmt: skip
CODES = frozenset(rule.code for rule in ALL_RULES)


@pytest.mark.parametrize(("sheet", "address", "value", "sentence", "suggestion"), MISTAKES)
def test_a_mistake_is_told_at_its_cell_and_nothing_else_is(
    sheet: str, address: str, value: CellValue | None, sentence: str, suggestion: str
):
    at = (int(address[1:]), column_number(address[0]))
    (finding,) = read_register(with_cells(GRID, sheet, {at: value}), CODES).findings
    assert (str(finding.cell), finding.sentence) == (f"{sheet}!{address}", sentence)
    assert finding.suggestion == suggestion


@pytest.mark.parametrize(
    ("sheet", "address", "suggestion"),
    [(sheet, address, offered) for sheet, address, _, _, offered in MISTAKES if offered],
)
def test_what_is_offered_mends_its_cell(sheet: str, address: str, suggestion: str):
    at = (int(address[1:]), column_number(address[0]))
    cells: dict[tuple[int, int], CellValue | None] = {at: suggestion}
    if (sheet, address[0]) == (PLAN, "B"):
        cells[at[0], column_number("C")] = None  # another agency has other sections
    assert read_register(with_cells(GRID, sheet, cells), CODES).findings == ()


def test_all_mistakes_are_told_at_once():
    grid, wanted = GRID, set()
    one_each = {(sheet, address): rest for sheet, address, *rest in MISTAKES if sheet != UNITS}
    hidden = ((PLAN, "H4"), (PLAN, "C7"), (PLAN, "J7"), (SECTIONS, "B6"), (SECTIONS, "D6"))
    for cell in (*hidden, (RULES, "A6")):  # by others
        one_each.pop(cell)
    one_each.pop((SETTINGS_SHEET, "C5"))
    for (sheet, address), (value, _, _) in one_each.items():
        at = (int(address[1:]), column_number(address[0]))
        grid = with_cells(grid, sheet, {at: value})
        wanted.add(f"{sheet}!{address}")
    assert {str(finding.cell) for finding in read_register(grid, CODES).findings} == wanted


def test_a_name_with_a_comma_of_its_own_is_one_name():
    named = with_cells(GRID, UNITS, {(6, 8): "Dinas Penataan Ruang, Air, dan Pertanahan"})
    assert read_register(named, CODES).findings == ()


ASIDE: list[tuple[str, str, str]] = [
    ("A", "B. Sekretariat Daerah Provinsi", "judul kelompok"),
    ("A", "Catatan: disepakati 3 Maret 2026", "catatan"),
    ("D", "Jumlah", "baris jumlah"),
    ("A", "TOTAL SOP", "baris jumlah"),
    ("G", "Samarinda, 3 Maret 2026", "kolom yang wajib diisi kosong semua"),
]


@pytest.mark.parametrize(("column", "text", "what"), ASIDE)
def test_rows_that_only_go_with_a_table_are_no_records(column: str, text: str, what: str):
    read = read_register(with_cells(GRID, PLAN, {(300, column_number(column)): text}))
    assert read.register == numbered(FULL)
    (finding,) = read.findings
    assert finding.severity is Severity.INFO
    assert finding.sentence == f"Baris ini tidak dibaca sebagai isian: {what}."


def test_rows_of_a_signature_are_told_once():
    signature = {300: "Samarinda, 3 Maret 2026", 301: "Kepala Biro", 305: "Sabrang Mahakam"}
    read = read_register(
        with_cells(GRID, PLAN, {(row, 7): text for row, text in signature.items()})
    )
    assert read.register == numbered(FULL)
    (finding,) = read.findings
    assert str(finding.cell) == f"{PLAN}!G300"
    assert finding.sentence.startswith("Baris ini dan 2 baris berisi di bawahnya tidak dibaca")


def uncalculated(sheet: Sheet) -> Sheet:
    return replace(sheet, uncached=frozenset({(5, 2)}))


def without(name: str) -> Grid:
    return replace(GRID, sheets=tuple(one for one in GRID.sheets if one.name != name))


DAMAGES: list[tuple[Grid, str]] = [
    (without(RULES), "Tidak ada lembar “Aturan”."),
    (without(SETTINGS_SHEET), "Tidak ada lembar “Pengaturan”."),
    (without(UNITS), "Tidak ada lembar “Perangkat Daerah”."),
    (without(PLAN), "Tidak ada lembar “Rencana SOP”."),
    (
        with_cells(GRID, SECTIONS, {(4, column): None for column in range(1, 5)}),
        "Baris judul kolom tidak ditemukan.",
    ),
    (with_cells(GRID, PLAN, {(4, 4): "Uraian"}), "Kolom “Nama SOP” tidak ditemukan."),
    (with_sheet(GRID, RULES, uncalculated), "Bobot: rumusnya belum dihitung."),
    (
        with_cells(GRID, SETTINGS_SHEET, {(9, 2): "Format cetak"}),
        "Pengaturan “Format cetak” tidak dikenal.",
    ),
    (
        with_sheet(GRID, SETTINGS_SHEET, lambda sheet: replace(sheet, cells={})),
        "Tidak ada pengaturan yang dikenal.",
    ),
    (
        replace(GRID, sheets=(*without(RULES).sheets, *(
            replace(one, name=f"Aturan {year}")
            for one in GRID.sheets for year in (2025, 2026) if one.name == RULES
        ))),
        "Ada lebih dari satu lembar “Aturan” (“Aturan 2025” dan “Aturan 2026”).",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("grid", "sentence"), DAMAGES, ids=range(len(DAMAGES)))
def test_what_is_missing_is_told_once(grid: Grid, sentence: str):
    assert sentences(read_register(grid)) == [sentence]


def sentences(read: RegisterReading) -> list[str]:
    return [finding.sentence for finding in read.findings]
