"""SOP template, version 1: approval, lists of the identity page, whom to ask."""

from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required
from sopbatch.schema.ranks import GRADES, RANKS

NOTHING_RELATED = "Tidak ada"

BODY_GROUPS: tuple[FieldGroup, ...] = (
    FieldGroup(
        "E. Pengesahan",
        (
            Field(
                "signatory_position",
                "id_sah_jabatan",
                "Disahkan oleh: Jabatan",
                "Jabatan pejabat yang mengesahkan; Plt., Plh., Pj., atau a.n. ditulis di sini.",
                required=Required.READY,
                variants=("Disahkan oleh", "Ditetapkan oleh", "Disetujui oleh", "Jabatan"),
                max_length=120,
                example=("Kepala Biro Organisasi",),
            ),
            Field(
                "signatory_name",
                "id_sah_nama",
                "Disahkan oleh: Nama",
                "Nama lengkap pejabat dengan gelar.",
                required=Required.READY,
                variants=("Nama", "Nama Pejabat"),
                max_length=80,
                example=("Sabrang Mahakam, S.Sos., M.Si.",),
            ),
            Field(
                "signatory_rank",
                "id_sah_pangkat",
                "Pangkat",
                "Pilih pangkat pejabat.",
                FieldKind.CHOICE,
                choices=RANKS,
                free=True,
                example=("Pembina Tingkat I",),
            ),
            Field(
                "signatory_grade",
                "id_sah_golongan",
                "Golongan/Ruang",
                "Pilih golongan/ruang yang sesuai dengan pangkat.",
                FieldKind.CHOICE,
                variants=("Golongan", "Gol/Ruang"),
                choices=GRADES,
                free=True,
                example=("IV/b",),
            ),
            Field(
                "signatory_nip",
                "id_sah_nip",
                "NIP",
                "18 angka; ketik sebagai teks, boleh dengan spasi. TNI dan Polri: NRP dan "
                "nomornya.",
                FieldKind.CODE,
                required=Required.READY,
                variants=("NIP.", "NIP Pejabat"),
                max_length=25,
                example=("19700101 199501 1 999",),
            ),
            Field(
                "approval_method",
                "id_sah_cara",
                "Cara pengesahan",
                "Pilih cara naskah disahkan.",
                FieldKind.CHOICE,
                required=Required.READY,
                choices=("Tanda tangan dan cap", "Tanda tangan elektronik"),
                example=("Tanda tangan dan cap",),
                advised=True,
            ),
        ),
    ),
    FieldGroup(
        "F. Dasar dan keterkaitan",
        (
            Field(
                "legal_basis",
                "id_dasar_hukum",
                "Dasar Hukum",
                "Satu peraturan setiap baris: jenis, nomor, tahun, dan judul lengkap.",
                FieldKind.LIST,
                required=Required.SUBMITTED,
                variants=("Landasan Hukum",),
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
                "Satu SOP setiap baris; tulis “Tidak ada” jika memang tidak ada.",
                FieldKind.LIST,
                required=Required.SUBMITTED,
                variants=("Keterkaitan dengan SOP lain", "Keterkaitan SOP"),
                rows=8,
                example=("SOP Verifikasi Rancangan SOP AP Perangkat Daerah",),
                advised=True,
            ),
            Field(
                "warnings",
                "id_peringatan",
                "Peringatan",
                "Akibat jika tidak dijalankan: “Jika/Apabila … maka …”.",
                FieldKind.LIST,
                required=Required.SUBMITTED,
                max_length=400,
                rows=4,
                example=(
                    (
                        "Jika fasilitasi tidak dilaksanakan sesuai jadwal, maka rancangan SOP AP "
                        "perangkat daerah terlambat diterima."
                    ),
                ),
                advised=True,
            ),
        ),
    ),
    FieldGroup(
        "G. Pelaksana, peralatan, dan pencatatan",
        (
            Field(
                "qualifications",
                "id_kualifikasi",
                "Kualifikasi Pelaksana",
                "Kemampuan yang diperlukan pelaksana, satu setiap baris; bukan nama jabatan.",
                FieldKind.LIST,
                required=Required.SUBMITTED,
                variants=("Kualifikasi Pelaksanaan", "Kualifikasi"),
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
                "Peralatan utama yang diperlukan, satu setiap baris.",
                FieldKind.LIST,
                required=Required.SUBMITTED,
                variants=("Peralatan/ Perlengkapan", "Peralatan dan Perlengkapan", "Peralatan"),
                max_length=690,
                rows=8,
                example=("Komputer dan jaringan internet", "Format SOP AP (buku kerja Excel)"),
                advised=True,
            ),
            Field(
                "records",
                "id_pencatatan",
                "Pencatatan dan Pendataan",
                "Pilih cara penyimpanan, lalu tambahkan buku atau formulir jika perlu.",
                FieldKind.LIST,
                required=Required.SUBMITTED,
                variants=("Pencatatan & Pendataan", "Pencatatan/Pendataan", "Pencatatan"),
                max_length=690,
                rows=4,
                choices=(
                    "Disimpan sebagai data manual",
                    "Disimpan sebagai data elektronik",
                    "Disimpan sebagai data manual dan elektronik",
                ),
                free=True,
                example=("Disimpan sebagai data manual dan elektronik",),
                advised=True,
            ),
        ),
    ),
    FieldGroup(
        "H. Narahubung",
        (
            Field(
                "author",
                "id_penyusun",
                "Penyusun (nama, jabatan)",
                "Siapa yang dapat dihubungi jika ada pertanyaan.",
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
