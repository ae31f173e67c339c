"""Workbooks of other kinds than the SOP, as agencies fill them well or badly."""

from datetime import date

from sopbatch.batch.family.standards import example
from sopbatch.model import CellValue, Place
from sopbatch.schema.standards import SERVICE, STANDARDS
from tests.sample_batch.files import SampleFile
from tests.sample_batch.forms import FORMS, of_unit
from tests.sample_batch.making import drawn, form_filled, form_typed
from tests.sample_batch.needs import NEEDS_FILES
from tests.sample_batch.register import BUREAU, COMMUNICATION

Typed = dict[Place, CellValue]


def _head(unit_code: str, status: str) -> Typed:
    return {Place("status"): status, **of_unit(unit_code)}


def _service(part: int = 1, **fields: str) -> Typed:
    """Fields of a service; the items of a list are lines."""
    rows = {field.key: field.rows for field in SERVICE.fields}
    typed: Typed = {}
    for key, text in fields.items():
        lines = text.split("\n")
        if rows[key] == 1:
            typed[Place(key, 0, part)] = text
        else:
            typed |= {Place(key, row, part): line for row, line in enumerate(lines, start=1)}
    return typed


INFORMATION = _head(COMMUNICATION, "Diajukan") | _service(
    name="Permohonan Informasi Publik",
    hours="Senin–Kamis pukul 08.00–15.00\nJumat pukul 08.00–11.00",
    sops="Pengelolaan Permohonan Informasi Publik",
    requirements="Kartu tanda penduduk atau akta badan hukum\nFormulir permohonan informasi",
    procedure=(
        "Pemohon mengisi formulir di meja layanan atau melalui laman\n"
        "Petugas mencatat dan memberi nomor permohonan\n"
        "Petugas menyiapkan informasi\nPemohon menerima informasi"
    ),
    times=(
        "Informasi yang tersedia: 1 hari kerja\nInformasi yang harus dihimpun: 10 hari kerja\n"
        "Perpanjangan: 7 hari kerja"
    ),
    fees="Tidak dipungut biaya; penggandaan ditanggung pemohon",
    products="Salinan informasi publik\nPemberitahuan tertulis",
    channels=(
        "Meja layanan informasi\nTelepon (0541) 555-0216\nSurel ppid@diskominfo.contoh.example\n"
        "SP4N-LAPOR! www.lapor.go.id"
    ),
    answer_times="Keberatan: 30 hari kerja",
    legal_basis=(
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik\n"
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
    ),
    facilities="Meja layanan dengan kursi prioritas\nKomputer untuk pemohon",
    competence="Memahami pengklasifikasian informasi publik",
    supervision="Sekretaris Dinas memeriksa buku permohonan setiap pekan",
    staff="Petugas layanan informasi: 2 orang\nPetugas penghimpun informasi: 3 orang",
    guarantee="Jika waktu terlampaui, pemohon diberi tahu sebab dan tenggat barunya",
    safety="Data pemohon dirahasiakan",
    evaluation="Survei kepuasan masyarakat satu kali dalam satu tahun",
)
FACILITATION = (
    _head(BUREAU, "Diajukan")
    | {
        Place("published", 1): "Papan informasi",
        Place("pledge"): (
            "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai dengan standar "
            "pelayanan yang telah ditetapkan."
        ),
        Place("consulted"): date(2026, 8, 12),
    }
    | _service(
        name="Fasilitasi Penyusunan SOP",
        hours="Senin–Jumat pukul 08.00–15.00",
        sops="Fasilitasi Penyusunan SOP AP Perangkat Daerah",
        requirements="Surat permohonan dari perangkat daerah di Kota Mataram",
        procedure="Mengajukan surat\nMengikuti pendampingan\nMenerima hasil",
        times="30 menit",
        fees="Sesuai ketentuan yang berlaku",
        products="Rancangan SOP",
        channels="Website : ortal@contoh.example\nTelepon 0812-0000-4321\nWA 081200004321",
        legal_basis="Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah",
        facilities="Terlampir",
        competence="Memahami penyusunan SOP",
        supervision="Atasan langsung",
        staff="Analis kebijakan",
        guarantee="Pelayanan sesuai dengan standar dan tepat waktu",
        safety="Dokumen disimpan dengan aman",
        evaluation="Setiap enam bulan",
    )
    | _service(
        2,
        name="Konsultasi Kelembagaan",
        hours="Senin–Jumat pukul 08.00–15.00",
        sops="Konsultasi Kelembagaan",
        requirements="Membawa surat tugas",
        procedure="Datang dan mengisi buku tamu\nBerkonsultasi",
        times="Senin–Kamis pukul 08.00–15.00 WITA",
        fees="Gratis",
        products="Saran tertulis",
        channels="Petugas mencatat lalu menindaklanjuti",
        legal_basis="Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        facilities="Ruang konsultasi",
        competence="Memahami kelembagaan perangkat daerah",
        supervision="Atasan langsung",
        staff="2 orang",
        guarantee="Konsultan hadir pada jam pelayanan",
        safety="Isi konsultasi dirahasiakan",
        evaluation="Setiap tahun",
    )
)
HEADS = ("No", "Komponen", "Uraian")
OWN_LAYOUT: tuple[tuple[str | int, ...], ...] = (
    ("STANDAR PELAYANAN KENAIKAN PANGKAT",),
    HEADS,
    (1, "Dasar Hukum", "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen PNS"),
    (2, "Syarat", "1. Surat pengantar\n2. SK pangkat terakhir\n3. Penilaian kinerja"),
    (3, "Alur / Prosedur", "1. Usul diterima\n2. Berkas diperiksa\n3. SK diserahkan"),
    (4, "Waktu Penyelesaian", "1 (satu) hari maksimal 14 (empat belas) hari kerja"),
    (5, "Biaya /tariff", "Tidak ada biaya (Gratis)"),
    (6, "Produk Layanan", "SK kenaikan pangkat"),
    (7, "Penanganan Aduan", "1.Kotak Saran 2.Telpon 3.WhatsApp"),
    (),
    ("STANDAR PELAYANAN",),
    ("KARTU PEGAWAI",),
    HEADS,
    (1, "Jam Pelayanan", "Senin-Jumat 08.00-15.00"),
    (2, "Persyaratan", "Salinan SK"),
    (3, "Sistem, Mekanisme & Prosedur", "Mengajukan permohonan"),
    (4, "Jangka Waktu Penyelesaian", "Pegawai baru : 3 hari kerja Pengganti : 5 hari kerja"),
    (5, "Biaya", "Gratis/Tidak dipungut biaya"),
    (6, "Hasil Pelayanan", "Kartu pegawai"),
    (7, "Pengaduan", "bkd.contoh@gmail.com"),
    (),
    ("", "", "KEPALA BADAN KEPEGAWAIAN DAERAH"),
)

FAMILY: tuple[SampleFile, ...] = (
    *FORMS,
    SampleFile("Dinas Kesehatan/standar pelayanan dinkes.xlsx",
               form_filled(STANDARDS, example()), "lengkap", (),
               "dua layanan yang sudah ditetapkan"),
    SampleFile("Diskominfo/standar informasi publik.ods",
               form_typed(STANDARDS, INFORMATION, "ods"), "lengkap", (),
               "satu layanan yang diajukan, format ODS"),
    SampleFile("Biro Organisasi/Ketatalaksanaan/standar pelayanan biro.xlsx",
               form_filled(STANDARDS, FACILITATION), "perbaikan",
               ("V-07", "V-10", "V-15", "V-23", "W-12"),
               "banyak kesalahan; janji lebih singkat daripada SOP"),
    SampleFile("BKD/standar pelayanan lama.xlsx",
               drawn("Standar", OWN_LAYOUT), "lengkap", ("K-07", "K-08", "V-18"),
               "dua layanan dalam tabel buatan sendiri; perangkat daerahnya dari tanda tangan"),
    *NEEDS_FILES,
)  # fmt: skip
