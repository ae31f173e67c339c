"""Needs of SOPs as two agencies list them: one well, one with all that goes wrong."""

from datetime import date

from sopbatch.model import CellValue, Place
from sopbatch.schema.common_fields import NO, YES
from sopbatch.schema.needs_v1 import CRITERIA, NEEDS
from tests.sample_batch.files import SampleFile
from tests.sample_batch.making import form_filled
from tests.sample_batch.register import BUREAU, HEALTH, REGISTER

Typed = dict[Place, CellValue]
JUNE, LATE = date(2026, 6, 30), date(2026, 12, 15)


def _head(code: str, leader: str, functions: tuple[str, ...]) -> Typed:
    unit = REGISTER.unit(code)
    assert unit
    texts = {
        "unit_code": unit.code,
        "unit_name": unit.name,
        "leader": leader,
        "signatory_position": unit.head_position,
        "signatory_name": unit.head_name,
        "signatory_nip": unit.head_nip,
    }
    values: Typed = {Place(key): text for key, text in texts.items() if text}
    values |= {Place("functions", n): text for n, text in enumerate(functions, start=1)}
    return {**values, Place("year"): 2026, Place("drawn_up"): date(2026, 2, 10)}


def _rows(*rows: dict[str, CellValue]) -> Typed:
    values: Typed = {}
    for number, row in enumerate(rows, start=1):
        answers = {field.key: YES for field in CRITERIA}
        told: dict[str, CellValue] = {"number": number, **answers, **row}
        values |= {Place(key, number): value for key, value in told.items() if value != ""}
    return values


HEALTH_NEEDS: Typed = {
    **_head(HEALTH, "dr. Yuliana Lambung", (
        "Perumusan kebijakan di bidang pelayanan kesehatan",
        "Pelaksanaan pelayanan perizinan kesehatan",
        "Pengelolaan data dan informasi kesehatan",
    )),
    Place("members", 1): "Hendra Sungkai, S.K.M.",
    Place("members", 2): "Maria Benuaq, A.Md.Keb.",
    **_rows(
        {
            "task": "Melaksanakan urusan pemerintahan di bidang kesehatan",
            "function": "Perumusan kebijakan di bidang pelayanan kesehatan",
            "activity": "Menyusun rencana strategis",
            "output": "Rencana strategis",
            "repeated": NO,
        },
        {
            "activity": "Menyusun pedoman pelayanan rujukan",
            "output": "Pedoman",
            "urgency": 3,
            "title": "Penyusunan Pedoman Pelayanan Rujukan",
            "nature": "Teknis",
            "owner": "Kepala Bidang Pelayanan Kesehatan",
            "target": LATE,
        },
        {
            "function": "Pelaksanaan pelayanan perizinan kesehatan",
            "activity": "Menerbitkan izin praktik tenaga kesehatan",
            "output": "Surat izin praktik",
            "urgency": 5,
            "title": "Penerbitan Izin Praktik Tenaga Kesehatan",
            "nature": "Teknis",
            "owner": "Kepala Bidang Sumber Daya Kesehatan",
            "target": JUNE,
        },
        {
            "function": "Pengelolaan data dan informasi kesehatan",
            "activity": "Menyusun profil kesehatan",
            "output": "Profil kesehatan",
            "urgency": 4,
            "title": "Penyusunan Profil Kesehatan",
            "nature": "Administratif",
            "owner": "Sekretaris",
            "target": LATE,
        },
    ),
}  # fmt: skip
BUREAU_NEEDS: Typed = {
    **_head(BUREAU, "Rahmawati Noor, S.Sos.", (
        "Penataan kelembagaan", "Pembinaan pelayanan publik", "Penyusunan laporan kinerja",
    )),
    Place("members", 1): "Yusran Hadi, S.T.",
    **_rows(
        {
            "section": "Bagian Umum",
            "task": "Membantu Gubernur di bidang organisasi dan tata laksana",
            "function": "Penataan kelembagaan",
            "activity": "Mengevaluasi kelembagaan perangkat daerah",
            "output": "Laporan evaluasi",
            "urgency": 4,
            "title": "Evaluasi Kelembagan Perangkat Daerah",
            "owner": "Kepala Bagian Kelembagaan",
            "target": JUNE,
        },
        {
            "activity": "Menyusun peraturan gubernur tentang susunan organisasi",
            "output": "Peraturan Gubernur",
            "repeated": NO,
            "urgency": 9,
            "title": "SOP Penyusunan Peraturan Gubernur",
            "owner": "Kepala Bagian Kelembagaan",
            "target": date(2025, 6, 30),
        },
        {
            "function": "Pembinaan pelayanan publik",
            "activity": "Menangani pengaduan pelayanan publik",
            "title": "Pengaduan Masyarakat",
        },
        {
            "activity": "Menangani pengaduan melalui SP4N-LAPOR!",
            "output": "Jawaban",
            "urgency": 5,
            "title": "Pengaduan masyarakat",
            "owner": "Kepala Bagian Ketatalaksanaan",
            "target": LATE,
        },
        {"activity": "Menilai unit pelayanan publik", "output": "Nilai"},
    ),
}  # fmt: skip
NEEDS_FILES: tuple[SampleFile, ...] = (
    SampleFile("Dinas Kesehatan/kebutuhan SOP 2026.xlsx",
               form_filled(NEEDS, HEALTH_NEEDS), "lengkap", (),
               "empat kegiatan, tiga judul baru bagi rencana"),
    SampleFile("Biro Organisasi/Kelembagaan/inventarisasi SOP biro.xlsx",
               form_filled(NEEDS, BUREAU_NEEDS), "perbaikan",
               ("N-01", "N-02", "N-03", "N-04", "N-06", "N-08", "N-09", "N-10", "N-13", "N-14"),
               "hampir semua yang dapat keliru dalam inventarisasi"),
)  # fmt: skip
