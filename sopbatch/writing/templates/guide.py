"""The sheet Petunjuk: how to fill the workbook, the symbols, the statuses and every field."""

from sopbatch.model import Symbol
from sopbatch.schema.fields import ADVISED, Field, FieldKind, Required
from sopbatch.schema.fields import WANTED as WANTED_STATE
from sopbatch.schema.sop import (
    ACTOR,
    GUIDE_SHEET,
    IDENTITY,
    IDENTITY_SHEET,
    LANE_KIND,
    OPEN_LANES,
    PROCEDURE_SHEET,
    STEP_COLUMNS,
    VERSION,
)
from sopbatch.schema.statuses import OFFICER_CHOICES
from sopbatch.writing.templates.book import A4, TemplateBook, TemplateSheet
from sopbatch.writing.templates.heights import fitting_height
from sopbatch.writing.templates.inputs import prompt
from sopbatch.writing.templates.looks import (
    CELL,
    GROUP,
    HEAD,
    HEADING,
    QUIET,
    SUBTITLE,
    SYMBOL_TINTS,
    TITLE,
    WANTED,
    WRAPPED,
    Look,
)

LEGEND = (
    f"Warna sel yang masih kosong. Keadaan “{WANTED_STATE}”: tanpa isian ini SOP dikembalikan. "
    f"Keadaan “{ADVISED}”: SOP tetap dihitung lengkap, tetapi kekurangannya disebut."
)
WIDTHS = (2.0, 36.0, 70.0, 34.0, 40.0)
STEPS = (
    (
        f"Buka lembar {IDENTITY_SHEET}. Pilih Status lebih dahulu: makin lanjut tahap SOP, "
        "makin banyak yang perlu diisi."
    ),
    (
        "Isi sel yang berwarna kuning muda. Warnanya hilang setelah terisi; jumlah isian yang "
        "masih kurang tertulis di bagian atas lembar."
    ),
    (
        f"Buka lembar {PROCEDURE_SHEET}. Tulis nama pelaksana di judul kolom menurut urutan "
        "langkah: pelaksana langkah pertama paling kiri."
    ),
    (
        "Tulis satu kegiatan di setiap baris, lalu pilih simbolnya di kolom pelaksana yang "
        "mengerjakan. Beberapa simbol dalam satu baris, percabangan, dan langkah yang berjalan "
        "bersamaan dijelaskan pada bagian Alur di bawah."
    ),
    (
        "Untuk simbol Keputusan, tulis nomor langkah tujuan di kolom Tidak ke. Kolom Ya ke boleh "
        "kosong jika Ya berarti langkah berikutnya."
    ),
    (
        "Perhatikan kolom Periksa: tanda ✓ berarti isian wajib di baris itu sudah lengkap; dengan "
        "saran di belakangnya SOP tetap dihitung lengkap. Tanda ○, di sini dan di kolom Keadaan "
        f"lembar {IDENTITY_SHEET}, berarti waktu atau tanggalnya baru dinilai saat berkas "
        "diperiksa. Setelah menyisipkan atau menghapus baris, bacalah tujuan cabang di "
        "sana: “Tidak → 7 Melakukan peninjauan…”."
    ),
    (
        "Simpan, lalu kirimkan berkas ini. Baris boleh disisipkan, dihapus, dan diurutkan. Lebar "
        "kolom dan tinggi baris boleh diubah."
    ),
)
MORE_LANES = (
    f"Lebih dari {OPEN_LANES} pelaksana: isi kolom sempit di kanan kolom pelaksana ke-{OPEN_LANES} "
    "(sampai 15 pelaksana), lalu tarik tepi judul kolomnya agar lebar."
)
INSERTING = (
    "Baris sisipan ikut dihitung tanpa dinomori; nomor dan kekurangannya tertulis di kolom Periksa "
    "baris di bawahnya. Agar baris itu mempunyai No dan Periksa sendiri, salin satu baris lalu "
    "pilih Sisipkan Sel yang Disalin."
)
FORMATS = (
    "Simpan sebagai .xlsx agar berkas ini kembali kepada Anda dengan tanda di selnya. Berkas .xls "
    "dan .ods juga dibaca, tetapi kembali tanpa diubah, disertai formulir .xlsx baru yang sudah "
    "terisi dan ditandai. Dalam .xls kolom Periksa dapat berhenti bekerja di Excel."
)
MORE_PROCEDURES = (
    f"SOP dengan prosedur kedua: isi juga lembar {PROCEDURE_SHEET} 2; jika tidak ada, biarkan "
    "kosong. Prosedur ketiga: klik kanan nama lembar itu di bagian bawah, pilih Pindahkan atau "
    "Salin (Move or Copy), lalu centang Buat salinan."
)
STAGES = (
    "Judul tahap boleh ditulis pada baris tersendiri di kolom Kegiatan, diawali “Tahap” atau "
    "huruf, misalnya “A. Persiapan”, tanpa simbol; baris itu dicetak sebagai judul."
)
COPYING = (
    "Menyalin dari Word atau berkas lain: gunakan Tempel Khusus > Nilai (Paste Special > Values), "
    "agar pilihan dan warna sel tidak hilang."
)
SHAPES: tuple[tuple[Symbol | None, str, str], ...] = (
    (Symbol.START, "Kapsul", "Kegiatan pertama; selalu langkah 1."),
    (Symbol.PROCESS, "Kotak", "Pelaksanaan kegiatan."),
    (
        Symbol.DECISION,
        "Belah ketupat",
        (
            "Pengambilan keputusan dengan jawaban Ya dan Tidak, atau cabang bernama di kolom "
            "Lanjut ke, misalnya “Teknis: 5; Administratif: 7”."
        ),
    ),
    (Symbol.END, "Kapsul", "Kegiatan terakhir."),
    (None, "Anak panah", "Arah proses; digambar otomatis dari urutan langkah dan kolom Alur."),
    (None, "Segilima", "Penghubung antarhalaman; digambar otomatis saat dicetak."),
)
FLOWS = (
    (
        "Beberapa simbol dalam satu baris",
        (
            "Pilih simbol di kolom setiap pelaksana, atau tulis beberapa simbol dalam satu sel. "
            "Simbol yang sama berarti dikerjakan bersama-sama; yang berlainan, berurutan."
        ),
        "Mulai, Proses",
    ),
    (
        "Urutan dalam satu baris",
        (
            "Mulai paling awal, Selesai paling akhir, yang lain dari kiri ke kanan. Jika urutannya "
            "lain, tulis nomor di belakang simbol."
        ),
        "Proses 2 | Keputusan 1",
    ),
    (
        "Pertanyaan pada Keputusan",
        "Tulis pertanyaannya setelah kata Keputusan, diakhiri tanda tanya.",
        "Keputusan: Lengkap?",
    ),
    (
        "Cabang bernama",
        "Pada baris Keputusan, tulis nama cabang dan nomor langkahnya di kolom Lanjut ke.",
        "Teknis: 5; Administratif: 7",
    ),
    (
        "Satu jawaban bernama",
        "Cukup tulis jawaban yang menyimpang; jawaban lainnya meneruskan ke langkah berikutnya.",
        "Ditolak: 9",
    ),
    (
        "Langkah yang berjalan bersamaan",
        "Pada baris Proses, tulis semua nomor langkah berikutnya di kolom Lanjut ke.",
        "7; 8",
    ),
    (
        "Lebih dari satu akhir",
        "Pilih Selesai pada setiap baris yang mengakhiri alur, lalu arahkan cabang ke baris itu.",
        "Tidak ke: 12",
    ),
)
"""How a flow that is not straight is written, with an example."""
KINDS: dict[FieldKind, str] = {
    FieldKind.TEXT: "Teks",
    FieldKind.CODE: "Teks",
    FieldKind.INTEGER: "Bilangan bulat",
    FieldKind.DATE: "Tanggal",
    FieldKind.CHOICE: "Pilihan",
    FieldKind.LIST: "Daftar, satu setiap baris",
}
TEXT: Look = CELL | {"indent": 1}
CENTRED: Look = CELL | {"align": "center", "bold": True}


def write_guide(book: TemplateBook) -> TemplateSheet:
    """Writes the sheet from the schema."""
    page = book.sheet(GUIDE_SHEET)
    page.columns(WIDTHS)
    page.row(1, 34)
    page.put(1, 2, "Formulir SOP Administrasi Pemerintahan", TITLE)
    page.put(2, 2, f"Menurut PermenPAN-RB 35/2012 · versi {VERSION}", SUBTITLE)
    row = _steps(page, 4)
    row = _symbols(page, row + 1)
    row = _flows(page, row + 1)
    row = _statuses(page, row + 1)
    _fields(page, row + 1)
    _print_layout(page)
    return page


def _heading(page: TemplateSheet, row: int, text: str) -> None:
    page.row(row, 26)
    page.put(row, 2, text, HEADING)


def _steps(page: TemplateSheet, row: int) -> int:
    _heading(page, row, "Cara mengisi")
    texts = [f"{number}.  {text}" for number, text in enumerate(STEPS, start=1)]
    for text in (*texts, INSERTING, MORE_LANES, MORE_PROCEDURES, STAGES, COPYING, FORMATS):
        row += 1
        page.row(row, fitting_height([(text, sum(WIDTHS[1:]), 10.0)], 22))
        page.merge(row, 2, row, 5, WRAPPED)
        page.put(row, 2, text, WRAPPED if text in texts else WRAPPED | {"font_color": QUIET})
    row += 1
    page.row(row, fitting_height([(LEGEND, WIDTHS[2], 10.0)], 30))
    page.put(row, 2, WANTED_STATE, CENTRED | {"bg_color": WANTED})
    page.put(row, 3, LEGEND, WRAPPED | {"indent": 1})
    return row + 1


def _symbols(page: TemplateSheet, row: int) -> int:
    _heading(page, row, "Simbol")
    row += 1
    _table_head(page, row, ("Simbol", "Arti", "Bentuk dalam dokumen"))
    for symbol, shape, use in SHAPES:
        row += 1
        page.row(row, fitting_height([(use, WIDTHS[2], 10.0)], 22))
        if symbol is None:
            page.put(row, 2, "(otomatis)", CENTRED | {"bold": False})
        else:
            fill, ink = SYMBOL_TINTS[symbol]
            page.put(row, 2, symbol.value, CENTRED | {"bg_color": fill, "font_color": ink})
        page.put(row, 3, use, TEXT)
        page.put(row, 4, shape, TEXT)
    return row + 1


def _flows(page: TemplateSheet, row: int) -> int:
    _heading(page, row, "Alur")
    row += 1
    _table_head(page, row, ("Keadaan", "Cara menulis", "Contoh"))
    for flow in FLOWS:
        row += 1
        texts = [(text, WIDTHS[column], 10.0) for column, text in enumerate(flow, start=1)]
        page.row(row, fitting_height(texts, 22))
        for column, text in enumerate(flow, start=2):
            page.put(row, column, text, TEXT | ({"bold": True} if column == 2 else {}))
    return row + 1


def _statuses(page: TemplateSheet, row: int) -> int:
    _heading(page, row, "Status")
    row += 1
    _table_head(page, row, ("Status", "Arti"))
    for status in OFFICER_CHOICES:
        row += 1
        meaning = f"{status.meaning[0].upper()}{status.meaning[1:]}."
        page.row(row, fitting_height([(meaning, WIDTHS[2], 10.0)], 20))
        page.put(row, 2, status.label, CENTRED)
        page.put(row, 3, meaning, TEXT)
    return row + 1


def _fields(page: TemplateSheet, row: int) -> None:
    _heading(page, row, "Semua isian")
    row += 1
    _table_head(page, row, ("Isian", "Yang ditulis", "Bentuk", "Diisi sejak status"))
    page.sheet.repeat_rows(row - 1)
    groups = [(f"{IDENTITY_SHEET} — {group.heading}", group.fields) for group in IDENTITY]
    groups.append((PROCEDURE_SHEET, (ACTOR, LANE_KIND, *STEP_COLUMNS)))
    for heading, fields in groups:
        row += 1
        page.row(row, 22)
        for column in range(2, 6):
            page.put(row, column, heading if column == 2 else "", GROUP | {"indent": 1})
        for field in fields:
            row += 1
            described = _described(field)
            texts = [(text, WIDTHS[column], 10.0) for column, text in enumerate(described, start=1)]
            page.row(row, fitting_height(texts, 20))
            for column, text in enumerate(described, start=2):
                page.put(row, column, text, TEXT | ({"bold": True} if column == 2 else {}))


def _described(field: Field) -> tuple[str, str, str, str]:
    limit = f", paling banyak {field.max_length} huruf" if field.max_length else ""
    if field.required is Required.NEVER:
        since = field.condition or "tidak wajib"
    else:
        since = field.required.value + (f" ({ADVISED})" if field.advised else "")
    return field.label, prompt(field), f"{KINDS[field.kind]}{limit}", since


def _table_head(page: TemplateSheet, row: int, titles: tuple[str, ...]) -> None:
    page.row(row, 22)
    for column, title in enumerate(titles, start=2):
        page.put(row, column, title, HEAD)


def _print_layout(page: TemplateSheet) -> None:
    page.sheet.hide_gridlines(2)
    page.sheet.set_paper(A4)
    page.sheet.fit_to_pages(1, 0)
    page.sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
    page.sheet.set_footer("&L&8Petunjuk&R&8Halaman &P dari &N")
    page.sheet.protect(options={"format_columns": True, "format_rows": True})
