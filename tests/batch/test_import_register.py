"""A list that a government keeps already becomes a register that the check takes."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from sopbatch.batch.commands.import_register import Imported, import_register
from sopbatch.model import SopbatchError
from sopbatch.reading import read_grid, read_register
from sopbatch.reading.listing import described
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import command, good_workbook, register_workbook, run
from tests.office import Office, SaveAs
from tests.sample_batch.register import REGISTER

Rows = list[list[object]]
TITLES: Rows = [
    ["DAFTAR SOP PEMERINTAH KOTA CONTOH"],
    [],
    ["No", "Nama OPD", "Nama\nSOP", "Bidang", "Target", "Jenis", "Keterangan"],
    [1, 2, 3, 4, 5, 6, 7],
    [1, "Dinas Kesehatan", "SOP Pelayanan Rawat Jalan", "Yanmed", "30 Juni 2026", "Teknis"],
    [2, None, "Penerbitan Izin Klinik", "Yanmed", date(2026, 7, 1)],
    [3, "Dinsos", "Penyaluran Bantuan"],
    [None, None, "JUMLAH", None, None, None, 3],
]
AGENCIES: Rows = [
    ["Kode", "Nama", "Singkatan", "Jabatan Kepala", "NIP"],
    ["1.02", "Dinas Kesehatan", "Dinkes", "Kepala Dinas Kesehatan", "197001011995011001"],
    ["1.06", "Dinas Sosial", "Dinsos", "Kepala Dinas Sosial"],
]


def listed(folder: Path, **sheets: Rows) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    book.save(folder / "daftar lama.xlsx")
    return folder / "daftar lama.xlsx"


def taken(folder: Path, **sheets: Rows) -> Imported:
    return import_register(listed(folder, **sheets), folder / FILE_NAME)


def plan_of(imported: Imported) -> list[tuple[str, str, str]]:
    return [(line.code, line.unit_code, line.title) for line in imported.register.plan]


def test_agencies_and_titles_come_together(tmp_path: Path):
    imported = taken(tmp_path, Judul=TITLES, OPD=AGENCIES)
    assert plan_of(imported) == [
        ("1.02-01", "1.02", "Pelayanan Rawat Jalan"),
        ("1.02-02", "1.02", "Penerbitan Izin Klinik"),
        ("1.06-01", "1.06", "Penyaluran Bantuan"),
    ]
    first, second, _ = imported.register.plan
    assert (first.section, first.deadline, first.nature) == ("Yanmed", date(2026, 6, 30), "Teknis")
    assert second.deadline == date(2026, 7, 1)
    assert imported.notes == ()
    unknown = [described(one) for one in imported.listings[0].columns if one.field is None]
    assert unknown == ["G “Keterangan”"]


def test_what_is_written_passes_the_check_as_far_as_the_list_allows(tmp_path: Path):
    taken(tmp_path, Judul=TITLES, OPD=AGENCIES)
    read = read_register(read_grid((tmp_path / FILE_NAME).read_bytes()))
    assert [finding.sentence for finding in read.findings] == [
        "Nama pemerintah daerah: belum diisi.",
        "Nama daerah: belum diisi.",
    ]


def test_agencies_that_no_list_names_a_code_for_get_one(tmp_path: Path):
    imported = taken(tmp_path, Judul=TITLES)
    assert [(unit.code, unit.name) for unit in imported.register.units] == [
        ("01", "Dinas Kesehatan"),
        ("02", "Dinsos"),
    ]


@pytest.mark.parametrize(
    ("rows", "sheet", "agencies"),
    [
        ([["No", "Judul SOP", "PIC"], [1, "Audit Kinerja", "Irban"]], "Inspektorat",
         ["Inspektorat"]),
        ([["No", "Judul SOP", "PIC"], ["I. DINAS SOSIAL"], [1, "Rehabilitasi", "Bidang"],
          ["II. DINAS KESEHATAN"], [1, "Rawat Jalan", "Bidang"]], "Sheet1",
         ["DINAS SOSIAL", "DINAS KESEHATAN"]),
    ],
)  # fmt: skip
def test_an_agency_may_be_a_heading_or_the_name_of_the_sheet(
    tmp_path: Path, rows: Rows, sheet: str, agencies: list[str]
):
    imported = taken(tmp_path, **{sheet: rows})
    assert [unit.name for unit in imported.register.units] == agencies
    assert {line.unit_code for line in imported.register.plan} == {
        unit.code for unit in imported.register.units
    }


HEAD: list[object] = ["Kode SOP", "Perangkat Daerah", "Judul SOP", "Tenggat", "Sifat"]
DOUBTS: list[tuple[list[object], str]] = [
    (["A-1", None, "Tanpa Unit"], "Judul!A2: “Tanpa Unit” tanpa perangkat daerah tidak diambil."),
    (["A-1", "Dinas A", "X", "akhir tahun"],
     "Judul!A2: tenggat “akhir tahun” bukan tanggal lengkap; dikosongkan."),
    (["A-1", "Dinas A", "X", None, "Layanan"],
     "Judul!A2: sifat “Layanan” bukan Administratif atau Teknis; dikosongkan."),
    (["A-1", "Dinas A", None, "1 Mei 2026"], "Judul!A2: baris tanpa Nama SOP tidak diambil."),
    ([1.1, "Dinas A", "X"],
     "Judul!A2: kode “1.1” tersimpan sebagai angka; periksa nol di belakangnya."),
]  # fmt: skip


@pytest.mark.parametrize(("row", "note"), DOUBTS)
def test_what_is_not_taken_whole_is_told_at_its_row(tmp_path: Path, row: list[object], note: str):
    assert taken(tmp_path, Judul=[HEAD, row]).notes == (note,)


def test_equal_titles_and_codes_are_taken_once(tmp_path: Path):
    rows: Rows = [HEAD, ["A", "Dinas A", "X"], ["A", "Dinas A", "Y"], ["B", "Dinas A", "SOP x"]]
    imported = taken(tmp_path, Judul=rows)
    assert plan_of(imported) == [("A", "01", "X"), ("01-01", "01", "Y")]
    assert imported.notes == ("Judul!A4: “x” sudah ada di baris 2; diambil satu kali.",)


def test_a_register_is_a_list_as_well(tmp_path: Path):
    (tmp_path / "lama.xlsx").write_bytes(write_register_template(REGISTER))
    imported = import_register(tmp_path / "lama.xlsx", tmp_path / FILE_NAME)
    assert [line.title for line in imported.register.plan] == [line.title for line in REGISTER.plan]
    assert [unit.name for unit in imported.register.units] == [unit.name for unit in REGISTER.units]


@pytest.mark.office
@pytest.mark.parametrize("save_as", ["xls", "ods"])
def test_other_formats_are_lists_too(office: Office, tmp_path: Path, save_as: SaveAs):
    book = listed(tmp_path, Judul=TITLES, OPD=AGENCIES)
    other = tmp_path / f"lama.{save_as}"
    other.write_bytes(office.convert(book.read_bytes(), save_as))
    imported = import_register(other, tmp_path / FILE_NAME)
    assert [code for code, *_ in plan_of(imported)] == ["1.02-01", "1.02-02", "1.06-01"]


@pytest.mark.parametrize("name", [FILE_NAME, "folder"])
def test_nothing_is_written_over(tmp_path: Path, name: str):
    listing = listed(tmp_path, OPD=AGENCIES)
    (tmp_path / FILE_NAME).write_bytes(b"isi")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SopbatchError, match="sudah ada dan tidak diganti"):
        import_register(listing, tmp_path / name)
    assert (tmp_path / FILE_NAME).read_bytes() == b"isi"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7", "tidak dapat dibaca: Berkas ini dokumen PDF, bukan berkas Excel."),
        (good_workbook(), "tidak memuat daftar yang dikenal"),
    ],
)
def test_what_is_no_list_is_told(tmp_path: Path, content: bytes, told: str):
    (tmp_path / "lain.xlsx").write_bytes(content)
    with pytest.raises(SopbatchError, match=told):
        import_register(tmp_path / "lain.xlsx", tmp_path / FILE_NAME)
    assert not (tmp_path / FILE_NAME).exists()


def test_a_formula_in_a_list_stays_text(tmp_path: Path):
    rows: Rows = [["Nama OPD", "Judul SOP"], ["Dinas A", "'=1+1"]]
    taken(tmp_path, Judul=rows)
    sheet = load_workbook(tmp_path / FILE_NAME)["Rencana SOP"]
    assert sheet["D5"].data_type == "s"


@pytest.mark.long
def test_the_register_of_a_past_week_can_be_had_again(tmp_path: Path):
    inbox = tmp_path / "masuk"
    inbox.mkdir()
    (inbox / FILE_NAME).write_bytes(register_workbook())
    (inbox / "baik.xlsx").write_bytes(good_workbook())
    assert run(inbox, tmp_path / "keluar").code == 0
    words = ("register", "--minggu", "2026-W47", "--keluaran", tmp_path / "keluar")
    ran = command(*words, cwd=tmp_path)
    assert ran.out == "Ditulis: daftar_induk_2026-W47.xlsx\n"
    assert (tmp_path / "daftar_induk_2026-W47.xlsx").read_bytes() == register_workbook()
    assert command(*words, cwd=tmp_path).mistake.endswith("sebutkan nama lain dengan --ke.")
    other = command("register", "--minggu", "2026-W40", "--keluaran", tmp_path / "keluar")
    assert "tidak memuat laporan minggu 2026-W40" in other.mistake
    assert command("register").mistake.startswith("Sebutkan salah satu: --dari")
