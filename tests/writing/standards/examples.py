"""Three services as agencies write them; people, numbers and addresses are invented."""

from datetime import date

from sopbatch.model import DateKind, DurationKind, NipKind
from sopbatch.model.standards import (
    Channel,
    Fee,
    PromisedTime,
    ServiceStandard,
    Staff,
    Standards,
)
from sopbatch.model.values import DateValue, Duration, LegalCitation, Nip
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.standards.evidence_values import EvidenceSheet, Unfinished
from tests.batch.runs import REPOSITORY


def a_day(day: date) -> DateValue:
    return DateValue(day.isoformat(), DateKind.DATE, day, day)


def a_time(raw: str, case: str = "") -> PromisedTime:
    return PromisedTime(case, Duration(raw=raw, kind=DurationKind.DURATION))


def a_law(raw: str, kind: str, issuer: str, number: str, year: int) -> LegalCitation:
    return LegalCitation(raw=raw, type=kind, issuer=issuer, number=number, year=year)


PUBLIC_SERVICE = a_law(
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik", "UU", "", "25", 2009
)
REGISTRATION = ServiceStandard(
    name="Pendaftaran Pasien Rawat Jalan",
    requirements=(
        "Kartu tanda penduduk atau kartu keluarga (asli)",
        "Kartu berobat, bagi pasien lama",
        "Kartu peserta JKN, bagi peserta jaminan",
        "Surat rujukan, bagi pasien rujukan",
    ),
    procedure=(
        "Mengambil nomor antrean di pintu masuk",
        "Menunggu panggilan di ruang tunggu",
        "Menyerahkan kartu identitas di loket",
        "Mengisi formulir pasien baru",
        "Menerima kartu berobat dan menuju poli",
    ),
    times=(a_time("8 menit", "Pasien baru"), a_time("4 menit", "Pasien lama")),
    fees=(
        Fee("Pasien umum", "Retribusi Rp.20.000", 20_000),
        Fee("Peserta JKN", "ditanggung penjamin", None, covered=True),
    ),
    products=("Kartu berobat", "Nomor antrean poli"),
    channels=(
        Channel("Tatap muka", "", "Meja pengaduan di lobi"),
        Channel("WhatsApp", "0812-0000-1234", "WhatsApp 0812-0000-1234"),
        Channel("Telepon", "(0541) 555-0101", "Telepon (0541) 555-0101"),
        Channel("Surel", "pengaduan@puskesmas-contoh.go.id", ""),
        Channel("SP4N-LAPOR!", "www.lapor.go.id", "SP4N-LAPOR! www.lapor.go.id"),
        Channel("Kotak saran", "", "Kotak saran"),
    ),
    legal_basis=(
        PUBLIC_SERVICE,
        a_law(
            "Peraturan Menteri Kesehatan Nomor 43 Tahun 2019 tentang Pusat Kesehatan Masyarakat",
            "PERMEN",
            "KES",
            "43",
            2019,
        ),
    ),
    facilities=(
        "Mesin antrean dan pengeras suara",
        "Ruang tunggu 40 kursi, 6 di antaranya kursi prioritas",
        "Jalur landai dan kursi roda",
        "Komputer dan jaringan internet",
    ),
    competence=("D-3 Rekam Medis", "Mampu mengoperasikan aplikasi rekam medis", "Ramah"),
    supervision=("Kepala subbagian tata usaha memeriksa catatan antrean setiap hari kerja",),
    staff=(Staff("Petugas pendaftaran", 3, ""), Staff("Petugas rekam medis", 2, "")),
    guarantee=(
        "Pelayanan diberikan sesuai dengan standar; bila waktu terlampaui, pasien didahulukan",
    ),
    safety=("Data pasien dirahasiakan", "Jalur evakuasi dan alat pemadam api tersedia"),
    evaluation=("Survei kepuasan masyarakat sekali setahun", "Penilaian kinerja setiap triwulan"),
    hours=("Senin–Kamis pukul 07.30–14.00", "Jumat pukul 07.30–11.00"),
    fee_basis=(
        a_law(
            "Peraturan Daerah Kota Contoh Nomor 3 Tahun 2024 tentang Pajak Daerah dan Retribusi "
            "Daerah",
            "PERDA",
            "Kota Contoh",
            "3",
            2024,
        ),
    ),
    answer_times=(a_time("3 jam", "Ringan"), a_time("5 hari kerja", "Perlu telaah")),
    sops=("440/SOP-01/PKM/2025 Pendaftaran Pasien",),
)
CARD = ServiceStandard(
    part=2,
    name="Penerbitan KTP Elektronik",
    requirements=("Berusia 17 tahun atau sudah menikah", "Fotokopi kartu keluarga"),
    procedure=(
        "Mengambil nomor antrean",
        "Menyerahkan persyaratan di loket",
        "Petugas memeriksa berkas",
        "Perekaman foto, sidik jari, dan iris mata",
        "Pencetakan dan penandatanganan secara elektronik",
        "Mengambil KTP-el di loket",
    ),
    times=(a_time("1 (satu) hari maksimal 14 (empat belas) hari kerja"),),
    fees=(Fee("", "Tidak dipungut biaya (gratis)", 0),),
    products=("Kartu tanda penduduk elektronik (KTP-el)",),
    channels=(
        Channel("Kotak saran", "", "Kotak saran"),
        Channel("Laman", "https://dukcapil.contoh.go.id/aduan", ""),
        Channel("Telepon", "0800-1-000-123", ""),
        Channel("SP4N-LAPOR!", "SMS 1708", ""),
    ),
    legal_basis=(PUBLIC_SERVICE,),
    facilities=("Alat perekam", "Loket prioritas"),
    competence=("Menguasai aplikasi kependudukan",),
    supervision=("Atasan langsung",),
    staff=(Staff("", 5, "5 (lima) orang"),),
    guarantee=("Pelayanan sesuai dengan standar",),
    safety=("Data pribadi dilindungi",),
    evaluation=("Setiap enam bulan",),
    hours=("Senin–Jumat pukul 08.00–15.00",),
    validity="Seumur hidup",
)
LABORATORY = ServiceStandard(
    part=3,
    name="Pengambilan dan Pengujian Sampel Lingkungan",
    requirements=(
        "Surat permohonan kepada kepala UPTD Laboratorium Lingkungan",
        "Denah lokasi dan titik pengambilan sampel",
        "Kesediaan mendampingi petugas di lokasi",
    ),
    procedure=(
        "Mengajukan permohonan",
        "Konsultasi parameter dan titik sampel",
        "Membayar retribusi",
        "Petugas mengambil sampel di lokasi",
        "Pengujian di laboratorium",
        "Verifikasi hasil uji",
        "Laporan hasil uji ditandatangani",
        "Menerima laporan hasil uji",
    ),
    times=(a_time("14 Hari kerja"),),
    fees=(
        Fee("Air permukaan, per titik", "Rp 110.000", 110_000),
        Fee("Udara ambien, per titik", "Rp 320.000", 320_000),
        Fee("Emisi sumber tidak bergerak, per titik", "Rp 250.000", 250_000),
        Fee("Kebisingan, per titik", "Rp 110.000", 110_000),
    ),
    products=("Laporan hasil uji (LHU) parameter kualitas lingkungan",),
    channels=(
        Channel("Surel", "lab@dlh-contoh.go.id", ""),
        Channel("WhatsApp", "0813-0000-4321", ""),
        Channel("SP4N-LAPOR!", "www.lapor.go.id", ""),
    ),
    legal_basis=(PUBLIC_SERVICE,),
    facilities=("Laboratorium terakreditasi",),
    competence=("Petugas pengambil contoh bersertifikat",),
    supervision=("Manajer mutu",),
    staff=(Staff("Petugas pengambil contoh", 4, ""), Staff("Analis", 6, "")),
    guarantee=("Hasil uji dapat ditelusuri",),
    safety=("Petugas memakai alat pelindung diri",),
    evaluation=("Audit internal setiap tahun",),
    fee_basis=(a_law("Peraturan Daerah Nomor 3 Tahun 2022", "PERDA", "", "3", 2022),),
)
STANDARDS = Standards(
    government="Pemerintah Kota Contoh",
    unit_code="PKM-01",
    unit_name="Puskesmas Melati",
    status="Ditetapkan",
    services=(REGISTRATION, CARD, LABORATORY),
    decree_number="440/017/PKM-MLT/2026",
    decree_date=a_day(date(2026, 3, 2)),
    former_decree="440/005/PKM-MLT/2023",
    published=("Papan informasi di lobi", "Laman", "Instagram"),
    published_at="https://puskesmas-melati.contoh.go.id/standar-pelayanan",
    consulted=a_day(date(2026, 2, 11)),
    consulted_place="Aula Puskesmas Melati",
    consulted_groups=(
        "Pasien dan keluarga pasien",
        "Tokoh masyarakat Kelurahan Melati",
        "Organisasi penyandang disabilitas",
        "Akademisi",
        "Media",
    ),
    consulted_notes=(
        "Waktu pendaftaran pasien lama dipersingkat dari 6 menit menjadi 4 menit.",
        "Kursi prioritas ditambah dan diberi tanda yang terbaca dari pintu masuk.",
        "Nomor WhatsApp pengaduan dijawab pada jam pelayanan.",
    ),
    monitored=a_day(date(2026, 8, 20)),
    surveyed=a_day(date(2026, 5, 4)),
    survey_value="88,31 (Baik)",
    pledge_date=a_day(date(2026, 3, 9)),
    place="Contoh",
    signatory_position="Kepala Puskesmas Melati",
    signatory_name="dr. Ratna Wulandari, M.Kes.",
    signatory_rank="Pembina",
    signatory_nip=Nip(raw="198003152006042007", kind=NipKind.VALID, digits="198003152006042007"),
)
LETTERHEAD = Letterhead(
    "Pemerintah Kota Contoh",
    "UPTD Puskesmas Melati",
    "Jalan Melati Nomor 7, Contoh 75000 · Telepon (0541) 555-0101",
    (REPOSITORY / "input" / "lambang.png").read_bytes(),
)
EVIDENCE = EvidenceSheet(
    unit="Puskesmas Melati",
    as_of=date(2026, 11, 29),
    services=5,
    standards=3,
    complete=2,
    displayed=3,
    decreed=3,
    without_standard=("Pelayanan Imunisasi", "Pelayanan Gizi"),
    unfinished=(Unfinished("Pelayanan Laboratorium", ("Jaminan Pelayanan",)),),
    media=("Papan informasi di lobi", "Laman", "Instagram"),
    address="https://puskesmas-melati.contoh.go.id/standar-pelayanan",
    decrees=("440/017/PKM-MLT/2026 tanggal 2 Maret 2026",),
    pledged=date(2026, 3, 9),
    consulted=date(2026, 2, 11),
    groups=("Pasien dan keluarga pasien", "Tokoh masyarakat", "Akademisi"),
    monitored=None,
    surveyed=date(2025, 5, 4),
    survey_value="88,31 (Baik)",
)
