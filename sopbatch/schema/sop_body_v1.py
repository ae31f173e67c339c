"""SOP template, version 1: the lists of the identity page, and status and contact of the SOP."""

from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required
from sopbatch.schema.statuses import OFFICER_STATUSES

NOTHING_RELATED = "Tidak ada"

BODY_GROUPS: tuple[FieldGroup, ...] = (
    FieldGroup(
        "E. Dasar dan keterkaitan",
        (
            Field(
                "legal_basis",
                "id_dasar_hukum",
                "Dasar Hukum",
                "Satu peraturan tiap baris: jenis, nomor, tahun, dan judul lengkap.",
                FieldKind.LIST,
                Required.SUBMITTED,
                ("Landasan Hukum",),
                max_length=1420,
                rows=10,
                example=(
                    (
                        "Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan "
                        "Standar Operasional Prosedur Administrasi Pemerintahan"
                    ),
                    (
                        "Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar "
                        "Operasional Prosedur di Lingkungan Pemerintah Provinsi dan "
                        "Kabupaten/Kota"
                    ),
                ),
            ),
            Field(
                "relations",
                "id_keterkaitan",
                "Keterkaitan",
                "Satu SOP tiap baris; tulis “Tidak ada” bila memang tidak ada.",
                FieldKind.LIST,
                Required.SUBMITTED,
                ("Keterkaitan dengan SOP lain", "Keterkaitan SOP"),
                rows=8,
                example=("SOP Verifikasi Rancangan SOP AP Perangkat Daerah",),
            ),
            Field(
                "warnings",
                "id_peringatan",
                "Peringatan",
                "Akibat bila tidak dijalankan: “Jika/Apabila … maka …”.",
                FieldKind.LIST,
                Required.SUBMITTED,
                max_length=400,
                rows=4,
                example=(
                    (
                        "Jika fasilitasi tidak dilaksanakan sesuai jadwal, maka rancangan SOP AP "
                        "perangkat daerah terlambat diterima."
                    ),
                ),
            ),
        ),
    ),
    FieldGroup(
        "F. Pelaksana, peralatan, dan pencatatan",
        (
            Field(
                "qualifications",
                "id_kualifikasi",
                "Kualifikasi Pelaksana",
                "Kemampuan yang diperlukan pelaksana, satu tiap baris; bukan nama jabatan.",
                FieldKind.LIST,
                Required.SUBMITTED,
                ("Kualifikasi Pelaksanaan", "Kualifikasi"),
                max_length=1420,
                rows=8,
                example=(
                    "Memahami tugas dan fungsi perangkat daerah",
                    "Memahami pedoman penyusunan SOP AP",
                ),
            ),
            Field(
                "equipment",
                "id_peralatan",
                "Peralatan/Perlengkapan",
                "Peralatan utama yang diperlukan, satu tiap baris.",
                FieldKind.LIST,
                Required.SUBMITTED,
                ("Peralatan/ Perlengkapan", "Peralatan dan Perlengkapan", "Peralatan"),
                max_length=690,
                rows=8,
                example=("Komputer dan jaringan internet", "Format SOP AP (lembar kerja Excel)"),
            ),
            Field(
                "records",
                "id_pencatatan",
                "Pencatatan dan Pendataan",
                "Pilih cara penyimpanan, lalu tambahkan buku atau formulir bila perlu.",
                FieldKind.LIST,
                Required.SUBMITTED,
                ("Pencatatan & Pendataan", "Pencatatan/Pendataan", "Pencatatan"),
                max_length=690,
                rows=4,
                choices=(
                    "Disimpan sebagai data manual",
                    "Disimpan sebagai data elektronik",
                    "Disimpan sebagai data manual dan elektronik",
                ),
                free=True,
                example=("Disimpan sebagai data manual dan elektronik",),
            ),
        ),
    ),
    FieldGroup(
        "G. Status dan narahubung",
        (
            Field(
                "status",
                "id_status",
                "Status",
                "Pilih status SOP saat dikirim.",
                FieldKind.CHOICE,
                Required.DRAFT,
                ("Status SOP",),
                choices=tuple(status.label for status in OFFICER_STATUSES),
                example=("Disahkan",),
            ),
            Field(
                "author",
                "id_penyusun",
                "Penyusun (nama, jabatan)",
                "Siapa yang dapat dihubungi bila ada pertanyaan.",
                variants=("Penyusun",),
                max_length=120,
            ),
            Field(
                "contact",
                "id_kontak",
                "Surel penyusun",
                "Alamat surel untuk balasan.",
                variants=("Surel", "Email", "E-mail"),
                max_length=120,
            ),
        ),
    ),
)
