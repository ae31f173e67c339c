"""Needs of SOPs as two agencies list them: one well, one with all that goes wrong."""

from datetime import date

from sopbatch.schema.common_fields import NO, YES
from sopbatch.schema.needs import CRITERIA
from tests.sample_batch.files import SampleFile
from tests.sample_batch.forms import Head, Row, form
from tests.sample_batch.making import Make
from tests.sample_batch.register import BUREAU, HEALTH

JUNE, LATE = date(2026, 6, 30), date(2026, 12, 15)


def _needs(code: str, head: Head, *rows: Row) -> Make:
    """A workbook of needs in which every criterion is met, unless a row says otherwise."""
    met = {field.key: YES for field in CRITERIA}
    head = {"year": 2026, "drawn_up": date(2026, 2, 10), **head}
    return form("KEBUTUHAN", code, head, [{**met, **row} for row in rows])


HEALTH_NEEDS = _needs(
    HEALTH,
    {
        "leader": "dr. Yuliana Lambung",
        "members": ("Hendra Sungkai, S.K.M.", "Maria Benuaq, A.Md.Keb."),
        "functions": (
            "Perumusan kebijakan di bidang pelayanan kesehatan",
            "Pelaksanaan pelayanan perizinan kesehatan",
            "Pengelolaan data dan informasi kesehatan",
        ),
    },
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
)
BUREAU_NEEDS = _needs(
    BUREAU,
    {
        "leader": "Rahmawati Noor, S.Sos.",
        "members": ("Yusran Hadi, S.T.",),
        "functions": (
            "Penataan kelembagaan",
            "Pembinaan pelayanan publik",
            "Penyusunan laporan kinerja",
        ),
    },
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
)
NEEDS_FILES: tuple[SampleFile, ...] = (
    SampleFile("Dinas Kesehatan/kebutuhan SOP 2026.xlsx",
               HEALTH_NEEDS, "lengkap", (),
               "empat kegiatan, tiga judul baru bagi rencana"),
    SampleFile("Biro Organisasi/Kelembagaan/inventarisasi SOP biro.xlsx",
               BUREAU_NEEDS, "perbaikan",
               ("N-01", "N-02", "N-03", "N-04", "N-06", "N-08", "N-09", "N-10", "N-13", "N-14"),
               "hampir semua yang dapat keliru dalam inventarisasi"),
)  # fmt: skip
