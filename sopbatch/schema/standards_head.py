"""Service standards, version 1: the agency, how its standards were set, published, discussed."""

from dataclasses import replace

from sopbatch.schema.common_fields import UNIT_CODE, UNIT_NAME, own
from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required
from sopbatch.schema.kinds import FieldSheet

DRAFT, SUBMITTED, SET = STATUSES = ("Draf", "Diajukan", "Ditetapkan")
MEDIA = (
    "Papan informasi di tempat pelayanan",
    "Laman resmi",
    "SIPPN",
    "Media sosial",
    "Selebaran",
    "Aplikasi",
)
"""Examples of where standards are published."""

HEAD = FieldSheet(
    key="head",
    sheet="Umum",
    title="Penetapan Standar Pelayanan",
    subtitle="Penetapan, publikasi, dan Maklumat Pelayanan, menurut PermenPAN-RB 15/2014",
    named_by="unit_code",
    tells_kind=False,
    groups=(
        FieldGroup(
            "A. Status",
            (
                Field(
                    "status",
                    "sp_status",
                    "Status",
                    (
                        "Draf: sedang ditulis. Diajukan: minta diperiksa. Ditetapkan: sudah ada "
                        "SK penetapannya. Makin lanjut statusnya, makin banyak yang perlu diisi."
                    ),
                    FieldKind.CHOICE,
                    required=Required.DRAFT,
                    variants=("Status Standar Pelayanan",),
                    choices=STATUSES,
                    example=(SET,),
                ),
            ),
        ),
        FieldGroup(
            "B. Perangkat daerah",
            (
                Field(
                    "government",
                    "sp_pemda",
                    "Pemerintah daerah",
                    "Nama pemerintah daerah, seperti pada kop surat.",
                    required=Required.DRAFT,
                    max_length=80,
                    advised=True,
                    example=("PEMERINTAH PROVINSI KALIMANTAN TIMUR",),
                ),
                *own(
                    "sp",
                    replace(UNIT_CODE, variants=("Kode unit", "Kode OPD"), example=("1.02",)),
                    replace(
                        UNIT_NAME,
                        prompt=(
                            "Nama lengkap perangkat daerah atau unit pelayanan, tanpa singkatan."
                        ),
                        variants=(
                            *("Perangkat daerah", "Unit kerja", "Unit pelayanan"),
                            *("Unit penyelenggara pelayanan", "Nama instansi", "Instansi"),
                            *("OPD", "SKPD"),
                        ),
                        example=("Dinas Kesehatan",),
                    ),
                ),
            ),
        ),
        FieldGroup(
            "C. Penetapan",
            (
                Field(
                    "decree_number",
                    "sp_nomor_sk",
                    "Nomor SK penetapan",
                    "Nomor keputusan yang menetapkan standar ini, misalnya 440/017/DINKES/2025.",
                    FieldKind.CODE,
                    required=Required.READY,
                    variants=("No. SK", "Nomor SK", "No SK", "Nomor Keputusan"),
                    max_length=60,
                    example=("440/017/DINKES/2025",),
                ),
                Field(
                    "decree_date",
                    "sp_tanggal_sk",
                    "Tanggal SK penetapan",
                    "Tanggal keputusan, misalnya 3 Maret 2025.",
                    FieldKind.DATE,
                    required=Required.READY,
                    variants=("Tanggal SK", "Tanggal Keputusan"),
                    example=("2025-03-03",),
                ),
                Field(
                    "former_decree",
                    "sp_sk_lama",
                    "SK yang dicabut",
                    "Nomor keputusan sebelumnya yang dicabut; kosongkan jika ini yang pertama.",
                    FieldKind.CODE,
                    max_length=60,
                    example=("440/005/DINKES/2022",),
                ),
                Field(
                    "place",
                    "sp_tempat",
                    "Ditetapkan di",
                    "Nama kota tempat SK dan maklumat ditandatangani.",
                    required=Required.READY,
                    variants=("Tempat penetapan",),
                    max_length=40,
                    advised=True,
                    example=("Samarinda",),
                ),
                Field(
                    "signatory_position",
                    "sp_ttd_jabatan",
                    "Jabatan penandatangan",
                    "Kepala perangkat daerah atau kepala unit pelayanan.",
                    required=Required.SUBMITTED,
                    max_length=100,
                    advised=True,
                    example=("Kepala Dinas Kesehatan",),
                ),
                Field(
                    "signatory_name",
                    "sp_ttd_nama",
                    "Nama penandatangan",
                    "Nama lengkap dengan gelar.",
                    required=Required.READY,
                    max_length=80,
                    example=("dr. Rinjani Meratus, M.Kes.",),
                ),
                Field(
                    "signatory_rank",
                    "sp_ttd_pangkat",
                    "Pangkat penandatangan",
                    "Pangkat, misalnya Pembina Utama Muda.",
                    max_length=50,
                    example=("Pembina Utama Muda",),
                ),
                Field(
                    "signatory_nip",
                    "sp_ttd_nip",
                    "NIP penandatangan",
                    "18 angka, boleh berspasi.",
                    FieldKind.CODE,
                    required=Required.READY,
                    max_length=30,
                    advised=True,
                    example=("19720303 200003 2 999",),
                ),
            ),
        ),
        FieldGroup(
            "D. Publikasi",
            (
                Field(
                    "published",
                    "sp_media",
                    "Media publikasi",
                    (
                        "Tempat masyarakat dapat membacanya, satu media satu baris, misalnya: "
                        f"{', '.join(MEDIA[:4])}."
                    ),
                    FieldKind.LIST,
                    required=Required.READY,
                    variants=("Media informasi", "Dipublikasikan di"),
                    rows=5,
                    max_length=300,
                    advised=True,
                    example=(MEDIA[0], MEDIA[1], MEDIA[2]),
                ),
                Field(
                    "published_at",
                    "sp_laman",
                    "Alamat laman publikasi",
                    "Alamat lengkap halaman yang memuat standar ini; dicetak juga sebagai kode QR.",
                    variants=("Alamat laman", "Tautan publikasi"),
                    max_length=150,
                    example=("https://dinkes.contoh.example/standar-pelayanan",),
                ),
            ),
        ),
        FieldGroup(
            "E. Forum konsultasi publik",
            (
                Field(
                    "consulted",
                    "sp_fkp_tanggal",
                    "Tanggal forum konsultasi publik",
                    "Hari rancangan standar dibahas bersama masyarakat.",
                    FieldKind.DATE,
                    required=Required.READY,
                    variants=("Tanggal FKP",),
                    advised=True,
                    example=("2025-02-11",),
                ),
                Field(
                    "consulted_place",
                    "sp_fkp_tempat",
                    "Tempat forum konsultasi publik",
                    "Tempat pelaksanaan forum.",
                    max_length=100,
                    example=("Aula Dinas Kesehatan",),
                ),
                Field(
                    "consulted_groups",
                    "sp_fkp_unsur",
                    "Unsur masyarakat yang hadir",
                    "Satu unsur satu baris, misalnya pengguna layanan, akademisi, media massa.",
                    FieldKind.LIST,
                    rows=5,
                    max_length=400,
                    example=(
                        "Pengguna layanan",
                        "Organisasi profesi",
                        "Organisasi penyandang disabilitas",
                        "Media massa",
                    ),
                ),
                Field(
                    "consulted_notes",
                    "sp_fkp_hasil",
                    "Hasil kesepakatan forum",
                    "Satu kesepakatan satu baris.",
                    FieldKind.LIST,
                    rows=5,
                    max_length=900,
                    example=(
                        "Waktu penerbitan rekomendasi dipersingkat dari 25 menjadi 20 hari kerja.",
                        "Nomor WhatsApp pengaduan dijawab pada jam pelayanan.",
                    ),
                ),
            ),
        ),
        FieldGroup(
            "F. Monitoring dan survei",
            (
                Field(
                    "monitored",
                    "sp_monev_tanggal",
                    "Tanggal monitoring terakhir",
                    "Hari penerapan standar ini terakhir dimonitor.",
                    FieldKind.DATE,
                    example=("2025-05-20",),
                ),
                Field(
                    "surveyed",
                    "sp_skm_tanggal",
                    "Tanggal survei kepuasan masyarakat terakhir",
                    "Hari terakhir survei, paling sedikit satu kali dalam satu tahun.",
                    FieldKind.DATE,
                    variants=("Tanggal SKM",),
                    example=("2025-05-05",),
                ),
                Field(
                    "survey_value",
                    "sp_skm_nilai",
                    "Nilai survei kepuasan masyarakat",
                    "Nilai dan mutunya, misalnya 88,31 (Baik).",
                    FieldKind.CODE,
                    variants=("Nilai SKM", "Nilai IKM"),
                    max_length=40,
                    example=("88,31 (Baik)",),
                ),
            ),
        ),
        FieldGroup(
            "G. Maklumat Pelayanan",
            (
                Field(
                    "pledge",
                    "sp_maklumat",
                    "Isi maklumat",
                    (
                        "Kosongkan untuk memakai naskah baku, yang memuat janji, kewajiban "
                        "memperbaiki pelayanan, dan kesediaan menerima sanksi."
                    ),
                    variants=("Maklumat Pelayanan", "Naskah maklumat"),
                    max_length=900,
                ),
                Field(
                    "pledge_date",
                    "sp_maklumat_tanggal",
                    "Tanggal maklumat",
                    "Hari maklumat ditandatangani, tidak mendahului Tanggal SK penetapan.",
                    FieldKind.DATE,
                    required=Required.READY,
                    advised=True,
                    example=("2025-03-10",),
                ),
            ),
        ),
    ),
)
