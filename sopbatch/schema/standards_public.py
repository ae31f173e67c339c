"""Service standards, version 1: how they were published and discussed, and what is pledged."""

from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required

MEDIA = (
    "Papan informasi di tempat pelayanan",
    "Laman resmi",
    "SIPPN",
    "Media sosial",
    "Selebaran",
    "Aplikasi",
)
"""Examples of where standards are published."""

PUBLICATION = FieldGroup(
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
)
CONSULTATION = FieldGroup(
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
)
SURVEY = FieldGroup(
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
)
PLEDGE = FieldGroup(
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
)
