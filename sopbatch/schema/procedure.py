"""SOP template, version 1: the procedure table, its executors (lanes) and its step columns."""

from sopbatch.schema.fields import Field, FieldKind, Required

NUMBER_COLUMN = Field(
    "no",
    "pr_no",
    "No",
    "Terisi otomatis.",
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
    "pr_simbol",
    "Pelaksana",
    "Pilih simbol; yang sama: bersama, yang berlainan: berurutan. Boleh “Proses 1”, “Lengkap?”.",
    FieldKind.CHOICE,
    required=Required.DRAFT,
    variants=("Aktor",),
    choices=("Mulai", "Proses", "Keputusan", "Selesai"),
    width=14,
)
INPUTS_COLUMN = Field(
    "inputs",
    "pr_kelengkapan",
    "Kelengkapan",
    "Berkas atau bahan yang diperlukan.",
    required=Required.DRAFT,
    advised=True,
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
TIMED_HEADS = tuple(
    form.format(unit)
    for form in ("Waktu ({})", "Waktu (dalam {})", "Waktu/{}", "Durasi ({})")
    for unit in ("menit", "jam", "hari", "hari kerja")
)
"""Heads that tell the unit of the times below them."""
DURATION_COLUMN = Field(
    "duration",
    "pr_waktu",
    "Waktu",
    "Angka dan satuan: 30 menit, 2 jam, 1 hari kerja, 2 jam 30 menit.",
    FieldKind.CODE,
    required=Required.DRAFT,
    variants=("Jangka Waktu", "Durasi", *TIMED_HEADS),
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
    "Untuk Keputusan: nomor langkah tujuan jika jawabannya Ya; kosong: langkah berikutnya.",
    FieldKind.CODE,
    variants=("Ya", "Jika Ya", "Bila Ya"),
    width=8,
)
NO_TARGET_COLUMN = Field(
    "no_target",
    "pr_tidak",
    "Tidak ke",
    "Nomor langkah tujuan jika jawabannya Tidak.",
    FieldKind.CODE,
    variants=("Tidak", "Jika Tidak", "Bila Tidak"),
    width=8,
    condition="wajib untuk simbol Keputusan",
)
NEXT_COLUMN = Field(
    "next",
    "pr_lanjut",
    "Lanjut ke",
    "Nomor langkah jika bukan langkah berikutnya; beberapa yang bersamaan: “7; 8”; cabang bernama: "
    "“Teknis: 5; Administratif: 7”.",
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

CHECK_LABEL = "Periksa"
"""Heading of the column that tells by formula what is still wrong; nobody types there."""

NAMELESS_HINT = "isi nama ↓"
"""What stands above a lane without a name, by formula."""
RESERVE_HINT = "↓"
"""The same above a narrow lane."""
TWIN_HINT = "nama kembar ↓"
"""What stands above two lanes of one name."""
LIKE_HINT = "nama mirip ↓"
"""What stands above two lanes whose names differ by one letter."""
IDLE_HINT = "belum ada simbol ↓"
"""What stands above a lane with a name and no symbol, once there are steps."""
STAGE_WORD = "Tahap"
STAGE_MARKS = (*"ABCDEFGHIJ", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
"""How a heading among the steps begins for the form: "Tahap …", "A. …", "II. …"."""
TABLE_GROUPS = ("Mutu Baku", "Alur")
"""Headings over several columns, besides that of the lanes."""

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
    "Jabatan atau peran, bukan nama orang; berurutan, pelaksana langkah 1 paling kiri.",
    required=Required.DRAFT,
    max_length=40,
)

MAX_LANES = 15
OPEN_LANES = 8
"""Lanes of full width at first; the others are narrow."""
MORE_LANES_HINT = (
    f"Lebih dari {OPEN_LANES} pelaksana: isi kolom sempit di kanannya, lalu tarik tepi kolom itu."
)
TABLE_HINTS = (NAMELESS_HINT, RESERVE_HINT, TWIN_HINT, LIKE_HINT, IDLE_HINT, MORE_LANES_HINT)
"""The form's own help beside the table."""
STEP_ROWS = 60
