"""The sample register: Biro Organisasi with its 40 titles, and other units of the province."""

from datetime import date

from sopbatch.model import Decision, PlanLine, Register, Section, Settings
from tests.builders import agency
from tests.sample_batch import emblem

BUREAU = "4.01.01.01"
HEALTH, EDUCATION, COMMUNICATION, LICENSING, PERSONNEL = "1.02", "1.01", "2.16", "2.18", "5.03"


UNITS = (
    agency(
        "4.01.01", "Sekretariat Daerah", "setda@contoh.example", head_position="Sekretaris Daerah"
    ),
    agency(
        BUREAU,
        "Biro Organisasi",
        "organisasi@contoh.example",
        parent="4.01.01",
        head_name="Sabrang Mahakam, S.Sos., M.Si.",
        head_nip="197001011995011999",
        aliases=("Biro Ortal",),
    ),
    agency("4.01.01.02", "Biro Hukum", "hukum@contoh.example", parent="4.01.01"),
    agency("4.01.01.03", "Biro Umum", "umum@contoh.example", parent="4.01.01"),
    agency("4.01.01.04", "Biro Administrasi Pimpinan", "adpim@contoh.example", parent="4.01.01"),
    agency(EDUCATION, "Dinas Pendidikan dan Kebudayaan", "disdikbud@contoh.example"),
    agency(
        HEALTH,
        "Dinas Kesehatan",
        "dinkes@contoh.example",
        head_name="dr. Rinjani Meratus, M.Kes.",
        head_nip="197203032000032999",
    ),
    agency("2.07", "Dinas Tenaga Kerja dan Transmigrasi", "disnaker@contoh.example"),
    agency(
        COMMUNICATION,
        "Dinas Komunikasi dan Informatika",
        "diskominfo@contoh.example",
        head_name="Kayan Barito, S.Kom., M.T.",
        head_nip="197506061999031999",
        aliases=("Diskominfo",),
    ),
    agency(
        LICENSING,
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        "dpmptsp@contoh.example",
        aliases=("DPMPTSP",),
        letter="065/120/DPMPTSP tanggal 2 Maret 2026",
    ),
    agency(
        "5.01",
        "Badan Perencanaan Pembangunan Daerah",
        "bappeda@contoh.example",
        aliases=("Bappeda",),
    ),
    agency(
        PERSONNEL,
        "Badan Kepegawaian Daerah",
        "bkd@contoh.example",
        head_name="Drs. Kapuas Segah, M.AP.",
        head_nip="196907071994031999",
        aliases=("BKD",),
    ),
    agency(
        "6.01", "Inspektorat Daerah", "inspektorat@contoh.example", head_position="Inspektur Daerah"
    ),
)

SECTIONS = (
    Section(BUREAU, "TL", "Ketatalaksanaan", ("Bagian Tatalaksana",)),
    Section(BUREAU, "AK", "AKIP", ("Bagian Akuntabilitas Kinerja",)),
    Section(BUREAU, "KL", "Kelembagaan", ("Bagian Kelembagaan",)),
    Section(BUREAU, "PA", "Pendayagunaan Aparatur"),
)

TITLES = {
    "TL": (
        "Fasilitasi Penyusunan SOP AP Perangkat Daerah",
        "Verifikasi Rancangan SOP AP Perangkat Daerah",
        "Monitoring dan Evaluasi Penerapan SOP AP",
        "Fasilitasi Penyusunan Standar Pelayanan",
        "Penyusunan Maklumat Pelayanan",
        "Penyusunan Peta Proses Bisnis",
        "Fasilitasi Survei Kepuasan Masyarakat",
        "Fasilitasi Kompetisi Inovasi Pelayanan Publik",
        "Evaluasi Kinerja Unit Penyelenggara Pelayanan Publik",
        "Pembinaan Tata Naskah Dinas",
        "Pembakuan Pakaian Dinas dan Sarana Kerja",
        "Penyelenggaraan Rapat Koordinasi Ketatalaksanaan",
        "Penanganan Pengaduan Pelayanan Publik",
        "Penyusunan Laporan Tahunan Bagian Ketatalaksanaan",
    ),
    "AK": (
        "Penyusunan Laporan Kinerja Pemerintah Provinsi",
        "Penyusunan Perjanjian Kinerja Kepala Perangkat Daerah",
        "Pengumpulan Data Kinerja Triwulanan Perangkat Daerah",
        "Reviu Indikator Kinerja Utama",
        "Penyusunan Rencana Aksi Pencapaian Kinerja",
        "Asistensi Penyusunan Laporan Kinerja Perangkat Daerah",
        "Koordinasi Evaluasi AKIP",
        "Tindak Lanjut Hasil Evaluasi AKIP",
        "Penyusunan Road Map Reformasi Birokrasi",
        "Penilaian Mandiri Pelaksanaan Reformasi Birokrasi",
        "Penyelenggaraan Bimbingan Teknis SAKIP",
    ),
    "KL": (
        "Penataan Susunan Organisasi dan Tata Kerja Perangkat Daerah",
        "Evaluasi Kelembagaan Perangkat Daerah",
    ),
    "PA": (
        "Penyusunan Analisis Jabatan dan Analisis Beban Kerja",
        "Evaluasi Jabatan",
        "Penyusunan Standar Kompetensi Jabatan",
        "Pengelolaan Surat Masuk Biro Organisasi",
        "Pengelolaan Surat Keluar Biro Organisasi",
        "Penyusunan Peta Jabatan",
        "Penyusunan Usulan Kebutuhan Pegawai",
        "Penyusunan Uraian Tugas Jabatan",
        "Pembinaan Budaya Kerja",
        "Penilaian Kelompok Budaya Kerja",
        "Pengajuan Cuti Pegawai",
        "Pengusulan Kenaikan Gaji Berkala",
        "Penyusunan Penilaian Kinerja Pegawai",
    ),
}

OTHER_TITLES = {
    HEALTH: (
        "DK",
        (
            "Pengelolaan Surat Masuk Dinas Kesehatan",
            "Penerbitan Rekomendasi Izin Rumah Sakit",
            "Pengelolaan Data Kesehatan Daerah",
            "Pelayanan Pengaduan Masyarakat Bidang Kesehatan",
        ),
    ),
    COMMUNICATION: (
        "KI",
        (
            "Pengelolaan Permohonan Informasi Publik",
            "Penanganan Gangguan Jaringan Pemerintah Daerah",
            "Pengembangan Aplikasi Layanan Pemerintah",
        ),
    ),
    PERSONNEL: (
        "BK",
        (
            "Pelayanan Kenaikan Pangkat Pegawai",
            "Pelayanan Pensiun Pegawai",
            "Pengelolaan Izin Belajar Pegawai",
        ),
    ),
    LICENSING: (
        "PM",
        (
            "Pelayanan Perizinan Berusaha",
            "Penanganan Pengaduan Perizinan",
            "Pengawasan Penanaman Modal",
        ),
    ),
}

DEADLINES = {
    "TL": date(2026, 9, 30),
    "AK": date(2026, 12, 15),
    "KL": date(2026, 12, 31),
    "PA": date(2026, 12, 31),
}


OTHER_DEADLINES = {
    "DK": date(2026, 11, 30),
    "KI": date(2026, 10, 31),
    "BK": date(2026, 12, 31),
    "PM": date(2026, 10, 31),
}


def _plan() -> tuple[PlanLine, ...]:
    names = {section.code: section.name for section in SECTIONS}
    lines = [
        PlanLine(
            code=f"{code}-{number:02}",
            unit_code=BUREAU,
            section=names[code],
            title=title,
            deadline=DEADLINES[code],
        )
        for code, titles in TITLES.items()
        for number, title in enumerate(titles, start=1)
    ]
    lines += [
        PlanLine(
            code=f"{code}-{number:02}",
            unit_code=unit,
            section="",
            title=title,
            deadline=OTHER_DEADLINES[code],
        )
        for unit, (code, titles) in OTHER_TITLES.items()
        for number, title in enumerate(titles, start=1)
    ]
    return tuple(lines)


REGISTER = Register(
    units=UNITS,
    sections=SECTIONS,
    plan=_plan(),
    decisions=(
        Decision(
            plan_code="AK-02",
            status="Terverifikasi",
            decided=date(2026, 8, 12),
            note="",
            document="BA-07/Org/2026",
        ),
        Decision(
            plan_code="AK-03",
            status="Dalam Verifikasi",
            decided=date(2026, 11, 9),
            note="menunggu kelengkapan data",
        ),
    ),
    settings=Settings(
        address="Jalan Contoh Nomor 1, Samarinda",
        number_pattern="<kode>/SOP-<bagian>.<seri>/<unit>/<tahun>",
        round_deadline=date(2026, 12, 18),
        logo=emblem.NAME,
    ),
)
