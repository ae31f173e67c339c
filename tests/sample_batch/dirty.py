"""Workbooks as they really arrive: every mistake an officer made, and what did not belong here."""

from io import BytesIO

from openpyxl import Workbook

from sopbatch.model import CellValue, Place
from sopbatch.schema.places import procedure_cells, template_cells
from sopbatch.schema.sop import IDENTITY_SHEET, PROCEDURE_SHEET
from tests.office import Office
from tests.sample_batch.files import SampleFile
from tests.sample_batch.making import (
    bytes_of,
    filled,
    other,
    planned,
    sample,
    spoilt,
    step,
    typed,
)
from tests.sample_batch.register import COMMUNICATION, HEALTH

ORG = "Biro Organisasi"
OLD_LAW = "UU Nomor 32 Tahun 2004 tentang Pemerintahan Daerah"
CELLS = template_cells()


def _address(place: Place) -> tuple[str, str]:
    cell = CELLS[place]
    return cell.sheet, cell.a1


def _nip_as_number(book: Workbook) -> None:
    sheet, a1 = _address(Place("signatory_nip"))
    book[sheet][a1].number_format = "0"
    book[sheet][a1] = 197001011995011000


def _second_sop(book: Workbook) -> None:
    copy = book.copy_worksheet(book[IDENTITY_SHEET])
    copy.title = "SOP kedua"


def _old_version(book: Workbook) -> None:
    book["_ref"]["A2"] = 0
    del book.custom_doc_props["sopbatch"]  # type: ignore[attr-defined]


def _formula_without_value(book: Workbook) -> None:
    sheet, a1 = _address(Place("title"))
    book[sheet][a1] = '=CONCATENATE("Penyusunan ","Peta Jabatan")'


def _column_numbers(book: Workbook) -> None:
    """The row (1) (2) (3) … of printed forms, left above the first step."""
    sheet = book[PROCEDURE_SHEET]
    first = procedure_cells()[step("activity", 1)]
    sheet.insert_rows(first.row)
    columns = [cell.column for place, cell in procedure_cells().items() if place.row == 1]
    for number, column in enumerate(sorted(set(columns)), start=1):
        sheet.cell(first.row, column).value = number


def _merged_activity(book: Workbook) -> None:
    first = procedure_cells()[step("activity", 2)]
    book[PROCEDURE_SHEET].merge_cells(
        start_row=first.row, start_column=first.column, end_row=first.row + 1,
        end_column=first.column,
    )  # fmt: skip


def _empty(office: Office) -> bytes:
    buffer = BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def _locked(office: Office) -> bytes:
    with office.opened(filled(sample("TL-01"))(office)) as book:
        return book.saved("xls", password="rahasia-1234")


MATTERS = (
    "pendidikan", "kesehatan", "pekerjaan umum", "perumahan rakyat", "ketenteraman", "sosial",
    "tenaga kerja", "pangan", "lingkungan hidup", "kependudukan", "perhubungan", "komunikasi",
)  # fmt: skip


def _sixty() -> dict[Place, CellValue | None]:
    """The five steps of TL-06 once for each of twelve matters: several pages, many connectors."""
    (procedure,) = planned("TL-06").procedures
    count = len(procedure.steps)
    changes: dict[Place, CellValue | None] = {}
    for part, matter in enumerate(MATTERS):
        for old in procedure.steps:
            (node,) = old.nodes
            row = part * count + old.row
            changes[step("activity", row)] = f"{old.activity} urusan {matter}"
            changes[step("inputs", row)] = old.inputs
            changes[step("duration", row)] = old.duration.raw
            changes[step("output", row)] = f"{old.output} urusan {matter}"
            changes[step("nodes", row, node.lane)] = "Proses"
            if old.no_target:
                changes[step("nodes", row, node.lane)] = "Keputusan"
                changes[step("no_target", row)] = str(part * count + int(old.no_target))
    changes[step("nodes", 1, procedure.steps[0].nodes[0].lane)] = "Mulai"
    changes[step("nodes", row, node.lane)] = "Selesai"
    return changes


TORN = (
    "Peraturan Pemerintah Nomor 28 Tahun 2024",
    "tentang Peraturan Pelaksanaan Undang-Undang Nomor 17 Tahun 2023",
    "tentang Kesehatan",
    "Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia",
)
"""The first regulation stands in three cells."""
LONG = (
    "Mengisi formulir uraian tugas untuk setiap jabatan pimpinan tinggi, jabatan administrasi, "
    "jabatan fungsional, serta jabatan pelaksana di lingkungan perangkat daerah berdasarkan "
    "peraturan susunan organisasi, tugas, fungsi, serta tata kerja yang berlaku, dengan "
    "memperhatikan hasil analisis jabatan tahun sebelumnya, kelas jabatan yang telah divalidasi, "
    "sasaran kinerja pegawai, dan masukan pemangku jabatan yang telah bertugas paling sedikit "
    "satu tahun pada jabatan tersebut"
)

DIRTY: tuple[SampleFile, ...] = (
    SampleFile(f"{ORG}/Ketatalaksanaan/maklumat pelayanan.xlsx",
               filled(planned("TL-05", "Disahkan"),
                      {Place("number"): "065/ /Org/2026"}),
               "perbaikan", ("I-05",), "nomor dengan ruas kosong"),
    SampleFile(f"{ORG}/Ketatalaksanaan/peta proses bisnis 60 langkah.xlsx",
               filled(planned("TL-06"), _sixty()),
               "lengkap", ("P-01",), "60 langkah, banyak halaman"),
    SampleFile(f"{ORG}/Ketatalaksanaan/SKM.xlsx",
               filled(planned("TL-07"), {Place("created"): "September 2026"}),
               "perbaikan", ("D-01",), "tanggal hanya bulan"),
    SampleFile(f"{ORG}/Ketatalaksanaan/inovasi.xlsx",
               spoilt(planned("TL-08", "Disahkan"), _nip_as_number),
               "perbaikan", ("S-03",), "NIP tersimpan sebagai angka"),
    SampleFile(f"{ORG}/Ketatalaksanaan/evaluasi UPP.xlsx",
               filled(planned("TL-09"),
                      {**{step("duration", row): None for row in (2, 5, 7)},
                       Place("created"): "14 Septembr 2026",
                       Place("legal_basis", 4): OLD_LAW,
                       step("duration", 4): "2 hri kerja",
                       step("duration", 6): "± 3 hari kerja",
                       step("output", 3): None}),
               "perbaikan", ("W-01", "D-13"), "banyak kesalahan; waktu sepertiga langkah kosong"),
    SampleFile(f"{ORG}/Ketatalaksanaan/tata naskah.xlsx",
               filled(planned("TL-10"), {step("yes", 3): "4", step("no_target", 3): "4"}),
               "perbaikan", ("G-06",), "Ya dan Tidak ke langkah yang sama"),
    SampleFile(f"{ORG}/Ketatalaksanaan/pakaian dinas.ods",
               typed(planned("TL-11"), "ods",
                     {step("yes", 6): "3", step("no_target", 6): "5"}),
               "perbaikan", ("G-10",), "perulangan tanpa akhir, format ODS"),
    SampleFile(f"{ORG}/AKIP/rencana aksi.xlsx",
               filled(planned("AK-05"), {step("yes", 7): "9"}),
               "perbaikan", ("G-09",), "langkah 8 tidak terjangkau"),
    SampleFile(f"{ORG}/AKIP/asistensi.xlsx",
               filled(planned("AK-06"), {step("nodes", 5, 4): "Mulai"}),
               "perbaikan", ("G-01",), "dua simbol Mulai"),
    SampleFile(f"{ORG}/AKIP/koordinasi evaluasi.xls",
               typed(planned("AK-07"), "xls",
                     {Place("actor", 0, 1, 6): "Kepla Biro"}),
               "lengkap", ("A-05",), "pelaksana tidak dipakai, salah eja, format XLS"),
    SampleFile(f"{ORG}/AKIP/tindak lanjut.xlsx",
               filled(planned("AK-08"),
                      {step("activity", 2): "Kasubbag memilah rekomendasi menurut komponen"}),
               "lengkap", ("P-05",), "pelaku disebut di kegiatan"),
    SampleFile("Dinas Kesehatan/rekomendasi izin RS.xlsx",
               filled(other(HEALTH, "DK-02"),
                      {Place("qualifications", 1): "Memahami rencana strategis Kota Mataram"}),
               "lengkap", ("I-19",), "teks salinan daerah lain"),
    SampleFile("Dinas Kesehatan/data kesehatan.xlsx",
               filled(other(HEALTH, "DK-03"),
                      {Place("legal_basis", row): text for row, text in enumerate(TORN, start=2)}),
               "lengkap", ("L-11",), "satu dasar hukum dalam tiga sel"),
    SampleFile("Diskominfo/gangguan jaringan.xlsx",
               spoilt(other(COMMUNICATION, "KI-02"), _column_numbers),
               "lengkap", ("P-16",), "baris nomor kolom tertinggal"),
    SampleFile("Diskominfo/dua sop.xlsx",
               spoilt(other(COMMUNICATION, "KI-03"), _second_sop),
               "perbaikan", ("F-05",), "dua SOP dalam satu berkas"),
    SampleFile(f"{ORG}/PA/surat keluar.xlsx",
               spoilt(planned("PA-05"), _old_version),
               "lengkap", ("F-03",), "templat versi lama"),
    SampleFile(f"{ORG}/PA/peta jabatan.xlsx",
               spoilt(planned("PA-06"), _formula_without_value),
               "perbaikan", ("F-07",), "rumus tanpa nilai tersimpan"),
    SampleFile(f"{ORG}/PA/usulan kebutuhan.xlsx",
               spoilt(planned("PA-07"), _merged_activity),
               "perbaikan", ("F-09",), "sel kegiatan digabung"),
    SampleFile(f"{ORG}/PA/uraian tugas.xlsx",
               filled(planned("PA-08"), {step("activity", 2): LONG}),
               "lengkap", ("P-06",), "teks sangat panjang"),
    SampleFile(f"{ORG}/PA/budaya kerja.xlsx",
               filled(planned("PA-09", "Disahkan"),
                      {Place("signatory_name"): "Zoë Ñandú عبد الله, S.Sos. 🌿",
                       Place("signatory_nip"): "19710203 199603 2 999",
                       step("remark", 1): "Café – “naïve” – 🌿 – éüñ"}),
               "lengkap", (), "aksara lain dan emoji"),
    SampleFile(f"{ORG}/PA/cuti revisi 1.xlsx", filled(planned("PA-11", "Disahkan")),
               "perbaikan", ("C-05",), "versi pertama dari dua versi dengan revisi sama"),
    SampleFile(f"{ORG}/PA/cuti revisi 1 (baru).xlsx",
               filled(planned("PA-11", "Disahkan"),
                      {Place("created"): "7 Juli 2026", step("duration", 2): "2 jam"}),
               "perbaikan", ("C-05",), "versi kedua, revisi sama, isi berbeda"),
    SampleFile("kiriman lain/SOP fix revisi final (2).xlsx", filled(sample("PA-01")),
               "diabaikan", ("F-12",), "berkas yang sama dikirim dua kali"),
    SampleFile("kiriman lain/surat masuk.xls", filled(planned("PA-12")),
               "lengkap", (), "xlsx yang diberi akhiran xls"),
    SampleFile("kiriman lain/terkunci.xls", _locked, "ditolak", ("F-01",), "berkata sandi"),
    SampleFile("kiriman lain/kosong.xlsx", _empty, "ditolak", ("F-02",), "buku kerja kosong"),
    SampleFile("kiriman lain/SOP hasil pindai.xlsx", bytes_of(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
               "ditolak", ("F-01",), "PDF yang diberi akhiran xlsx"),
    SampleFile("kiriman lain/~$SOP fix.xlsx", bytes_of(b"\x05admin"), "diabaikan", (),
               "berkas kunci Excel"),
    SampleFile("kiriman lain/Thumbs.db", bytes_of(b"\xd0\xcf\x11\xe0"), "diabaikan", (),
               "sampah Windows"),
)  # fmt: skip
