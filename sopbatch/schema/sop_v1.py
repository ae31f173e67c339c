"""SOP template, version 1: every field of the sheets Identitas and Prosedur, in order.

Fields follow the Bagian Identitas and the table of PermenPAN-RB 35/2012; defined names, labels
and lengths are what the template writes and the reader looks for.
"""

from sopbatch.schema.fields import Field, FieldGroup, FieldKind, Required
from sopbatch.schema.ranks import GRADES, RANKS
from sopbatch.schema.statuses import OFFICER_STATUSES

KIND = "SOP"
VERSION = 1

GUIDE_SHEET = "Petunjuk"
IDENTITY_SHEET = "Identitas"
PROCEDURE_SHEET = "Prosedur"
"""Further procedures of the same SOP stand on "Prosedur 2", "Prosedur 3" …"""
LISTS_SHEET = "_ref"
"""Very hidden: template identity and drop-down lists."""

NOTHING_RELATED = "Tidak ada"

IDENTITY: tuple[FieldGroup, ...] = (
    FieldGroup(
        "A. Perangkat daerah",
        (
            Field(
                "government",
                "id_pemda",
                "Pemerintah Daerah",
                "Nama pemerintah daerah, seperti pada kop surat.",
                required=Required.DRAFT,
                max_length=80,
                example=("PEMERINTAH PROVINSI KALIMANTAN TIMUR",),
            ),
            Field(
                "unit_code",
                "id_unit_kode",
                "Kode Perangkat Daerah",
                "Kode perangkat daerah atau biro dari Biro Organisasi.",
                FieldKind.CODE,
                Required.DRAFT,
                ("Kode Unit", "Kode OPD", "Kode SKPD"),
                free=True,
                example=("4.01.01.01",),
            ),
            Field(
                "unit_name",
                "id_unit_nama",
                "Nama Perangkat Daerah / Unit Kerja",
                "Nama resmi perangkat daerah atau biro; dicetak di bawah logo.",
                required=Required.DRAFT,
                variants=(
                    "Nama Perangkat Daerah",
                    "Perangkat Daerah",
                    "Unit Kerja",
                    "Nama SKPD",
                    "SKPD",
                    "OPD",
                    "Nama Unit Kerja",
                ),
                max_length=120,
                example=("Biro Organisasi",),
            ),
            Field(
                "section",
                "id_bagian",
                "Bagian / Bidang / Tim",
                "Bagian, bidang, atau tim penyusun SOP. Wajib bila perangkat daerah punya bagian.",
                required=Required.NEVER,
                variants=("Bagian", "Bidang", "Bagian/Bidang", "Tim"),
                max_length=80,
                free=True,
                example=("Ketatalaksanaan",),
                condition="wajib bila perangkat daerah mempunyai bagian",
            ),
        ),
    ),
    FieldGroup(
        "B. Nama dan penggolongan SOP",
        (
            Field(
                "title",
                "id_judul",
                "Nama SOP",
                "Nama kegiatan, tanpa kata “SOP” di depan dan tanpa tahun.",
                required=Required.DRAFT,
                variants=("Judul SOP", "Judul SOP AP", "Nama SOP AP", "Judul"),
                max_length=150,
                example=("Fasilitasi Penyusunan SOP AP Perangkat Daerah",),
            ),
            Field(
                "nature",
                "id_sifat",
                "Sifat kegiatan",
                "Administratif: lebih dari satu pelaksana. Teknis: satu pelaksana, sangat rinci.",
                FieldKind.CHOICE,
                Required.SUBMITTED,
                ("Sifat",),
                choices=("Administratif", "Teknis"),
                example=("Administratif",),
            ),
            Field(
                "scope",
                "id_cakupan",
                "Cakupan",
                "Makro: mencakup beberapa SOP mikro. Mikro: bagian dari SOP makro.",
                FieldKind.CHOICE,
                Required.SUBMITTED,
                choices=("Makro", "Mikro"),
                example=("Makro",),
            ),
            Field(
                "completeness",
                "id_kelengkapan_jenis",
                "Kelengkapan kegiatan",
                "Final: menghasilkan produk akhir. Parsial: masih dilanjutkan SOP lain.",
                FieldKind.CHOICE,
                Required.SUBMITTED,
                choices=("Final", "Parsial"),
                example=("Final",),
            ),
            Field(
                "specificity",
                "id_kekhususan",
                "Jenis kegiatan",
                "Generik: sama di semua unit. Spesifik: berbeda menurut tempat atau pelaksana.",
                FieldKind.CHOICE,
                Required.SUBMITTED,
                ("Kekhususan",),
                choices=("Generik", "Spesifik"),
                example=("Generik",),
            ),
            Field(
                "trigger",
                "id_jenis_kegiatan",
                "Ciri kegiatan",
                "Pelayanan: dimulai pemohon. Rutin: terjadwal. Penugasan: atas perintah.",
                FieldKind.CHOICE,
                choices=("Pelayanan", "Rutin", "Penugasan"),
                example=("Pelayanan",),
            ),
            Field(
                "parent",
                "id_induk",
                "SOP makro induk",
                "Nomor atau nama SOP makro yang menaungi; hanya untuk cakupan Mikro.",
                variants=("Induk", "SOP induk"),
                max_length=150,
                condition="wajib bila Cakupan berisi Mikro",
            ),
            Field(
                "function",
                "id_fungsi",
                "Tugas/fungsi yang melandasi",
                "Tugas atau fungsi unit (menurut SOTK) yang dijalankan dengan SOP ini.",
                required=Required.SUBMITTED,
                variants=("Tugas dan fungsi", "Fungsi"),
                max_length=300,
                example=("Fasilitasi dan pembinaan penyusunan SOP perangkat daerah",),
            ),
        ),
    ),
    FieldGroup(
        "C. Nomor dan tanggal",
        (
            Field(
                "number",
                "id_nomor",
                "Nomor SOP",
                "Nomor menurut tata naskah dinas. Boleh kosong selama status masih Draf.",
                FieldKind.CODE,
                Required.READY,
                ("No SOP", "No. SOP", "Nomor SOP AP", "NOMOR SOP", "Nomor"),
                max_length=60,
                example=("065/SOP-TL.01/Org/2025",),
            ),
            Field(
                "created",
                "id_tgl_pembuatan",
                "Tanggal Pembuatan",
                "Tanggal naskah pertama kali selesai, misalnya 3 Maret 2025.",
                FieldKind.DATE,
                Required.SUBMITTED,
                ("TGL. PEMBUATAN", "Tgl Pembuatan", "Tanggal Dibuat", "Tanggal Penyusunan"),
                example=("2025-03-03",),
            ),
            Field(
                "revision",
                "id_revisi_ke",
                "Revisi ke-",
                "0 untuk terbitan pertama, 1 untuk revisi pertama, dan seterusnya.",
                FieldKind.INTEGER,
                Required.DRAFT,
                ("Revisi", "Nomor Revisi", "Revisi ke"),
                example=("0",),
            ),
            Field(
                "revised",
                "id_tgl_revisi",
                "Tanggal Revisi",
                "Tanggal revisi terakhir; tulis “-” bila belum pernah direvisi.",
                FieldKind.DATE,
                Required.NEVER,
                ("TGL. REVISI", "Tgl Revisi", "Tanggal Perubahan"),
                example=("-",),
                condition="wajib bila Revisi ke- lebih dari 0",
            ),
            Field(
                "review_planned",
                "id_tgl_tinjau",
                "Tanggal Rencana Peninjauan",
                "Kapan SOP ini direncanakan ditinjau kembali; boleh kosong.",
                FieldKind.DATE,
                variants=("Tanggal Tinjau", "Rencana Peninjauan"),
            ),
            Field(
                "effective",
                "id_tgl_efektif",
                "Tanggal Efektif",
                "Tanggal mulai berlaku; tidak boleh sebelum Tanggal Pembuatan.",
                FieldKind.DATE,
                Required.READY,
                (
                    "TGL. EFEKTIF",
                    "Tgl Efektif",
                    "Tanggal Pengesahan",
                    "Tanggal Diberlakukan",
                    "Tanggal Berlaku",
                ),
                example=("2025-04-09",),
            ),
        ),
    ),
    FieldGroup(
        "D. Pengesahan",
        (
            Field(
                "signatory_position",
                "id_sah_jabatan",
                "Disahkan oleh: Jabatan",
                "Jabatan pejabat yang mengesahkan; Plt./Plh./a.n. ditulis di sini.",
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
                "18 angka; ketik sebagai teks, boleh dengan spasi.",
                FieldKind.CODE,
                Required.READY,
                ("NIP.", "NIP Pejabat"),
                max_length=25,
                example=("19700101 199501 1 999",),
            ),
            Field(
                "approval_method",
                "id_sah_cara",
                "Cara pengesahan",
                "Pilih cara naskah disahkan.",
                FieldKind.CHOICE,
                Required.READY,
                choices=("Tanda tangan dan cap", "Tanda tangan elektronik"),
                example=("Tanda tangan dan cap",),
            ),
        ),
    ),
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

IDENTITY_FIELDS: tuple[Field, ...] = tuple(field for group in IDENTITY for field in group.fields)

NUMBER_COLUMN = Field(
    "no",
    "pr_no",
    "No",
    "Terisi sendiri.",
    FieldKind.INTEGER,
    variants=("No.", "NO", "Nomor", "Nomor urut"),
    width=5,
)
ACTIVITY_COLUMN = Field(
    "activity",
    "pr_kegiatan",
    "Kegiatan",
    "Kata kerja aktif dan objeknya, tanpa nama pelaksana: “Menelaah kelengkapan permohonan”.",
    required=Required.DRAFT,
    variants=(
        "Aktivitas",
        "Aktivitas/Kegiatan",
        "Uraian Prosedur",
        "Uraian Kegiatan",
        "Uraian",
        "Prosedur",
    ),
    max_length=400,
    width=44,
)
LANES = Field(
    "nodes",
    "pr_pelaksana",
    "Pelaksana",
    "Pilih simbol di kolom pelaksana yang mengerjakan; dua simbol sebaris berarti bersama-sama.",
    FieldKind.CHOICE,
    Required.DRAFT,
    ("Aktor",),
    choices=("Mulai", "Proses", "Keputusan", "Selesai"),
    width=13,
)
INPUTS_COLUMN = Field(
    "inputs",
    "pr_kelengkapan",
    "Kelengkapan",
    "Berkas atau bahan yang diperlukan.",
    required=Required.DRAFT,
    variants=(
        "Persyaratan/Kelengkapan",
        "Persyaratan/ Perlengkapan",
        "Persyaratan/Perlengkapan",
        "Persyaratan",
        "Perlengkapan",
        "Sumber Data",
        "Input",
    ),
    max_length=110,
    width=26,
)
DURATION_COLUMN = Field(
    "duration",
    "pr_waktu",
    "Waktu",
    "Angka dan satuan: 30 menit, 2 jam, 1 hari kerja, 2-3 hari kerja.",
    FieldKind.CODE,
    Required.DRAFT,
    ("Jangka Waktu", "Durasi"),
    max_length=40,
    width=15,
)
OUTPUT_COLUMN = Field(
    "output",
    "pr_output",
    "Output",
    "Hasil langkah ini, berupa kata benda.",
    required=Required.DRAFT,
    variants=("Keluaran", "Hasil", "0utput"),
    max_length=110,
    width=26,
)
REMARK_COLUMN = Field(
    "remark",
    "pr_keterangan",
    "Keterangan",
    "Catatan atau rujukan ke SOP lain; boleh kosong.",
    variants=("Ket", "Ket."),
    max_length=200,
    width=24,
)
YES_COLUMN = Field(
    "yes",
    "pr_ya",
    "Ya ke",
    "Untuk Keputusan: nomor langkah bila Ya. Kosong berarti langkah berikutnya.",
    FieldKind.CODE,
    variants=("Ya", "Jika Ya", "Bila Ya"),
    width=8,
)
NO_TARGET_COLUMN = Field(
    "no_target",
    "pr_tidak",
    "Tidak ke",
    "Untuk Keputusan: nomor langkah bila Tidak. Wajib diisi.",
    FieldKind.CODE,
    variants=("Tidak", "Jika Tidak", "Bila Tidak"),
    width=8,
    condition="wajib untuk simbol Keputusan",
)
NEXT_COLUMN = Field(
    "next",
    "pr_lanjut",
    "Lanjut ke",
    "Nomor langkah bila bukan langkah berikutnya; atau cabang bernama: “Teknis: 5; "
    "Administratif: 7”.",
    FieldKind.CODE,
    variants=("Lanjut", "Berikutnya ke"),
    width=16,
)

STEP_COLUMNS: tuple[Field, ...] = (
    NUMBER_COLUMN,
    ACTIVITY_COLUMN,
    LANES,
    INPUTS_COLUMN,
    DURATION_COLUMN,
    OUTPUT_COLUMN,
    REMARK_COLUMN,
    YES_COLUMN,
    NO_TARGET_COLUMN,
    NEXT_COLUMN,
)
"""Columns of the procedure table from left to right; LANES stands for all lane columns."""

LANE_KIND = Field(
    "actor_kind",
    "pr_jenis",
    "Jenis",
    "Internal: unit sendiri. Eksternal: pihak luar. Sistem: aplikasi.",
    FieldKind.CHOICE,
    choices=("Internal", "Eksternal", "Sistem"),
)
ACTOR = Field(
    "actor",
    "pr_pelaksana",
    "Nama pelaksana",
    "Jabatan atau peran, bukan nama orang; urut menurut langkah, pelaksana langkah 1 paling kiri.",
    required=Required.DRAFT,
    max_length=40,
)

MAX_LANES = 15
OPEN_LANES = 8
"""Lanes shown at first; the others are a collapsed outline group."""
STEP_ROWS = 60
