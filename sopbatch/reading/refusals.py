"""Why a file is not read: each kind of refusal with its rule, sentence and advice in Indonesian."""

from collections.abc import Mapping
from enum import Enum

from sopbatch.model import NO_FACTS, Fact

_SAVE_AS = (
    "Buka berkas dengan Excel atau LibreOffice, simpan ulang sebagai Buku Kerja Excel (.xlsx), "
    "lalu kirim kembali."
)
_USE_TEMPLATE = (
    "Salin isinya ke formulir SOP yang dibagikan Biro Organisasi, simpan sebagai .xlsx, lalu kirim."
)
_FRESH_COPY = (
    "Salin isi yang diperlukan saja ke formulir baru, simpan sebagai .xlsx, lalu kirim kembali."
)
_UNLOCK = (
    "Buka berkas dengan kata sandinya, hapus kata sandi pembukanya, simpan, lalu kirim kembali. "
    "Perlindungan lembar boleh tetap ada."
)


LONGEST_FACT = 80
"""Characters of a name that a sentence repeats."""


class Refusal(Enum):
    """A kind of refusal: rule code, what is wrong, what to do; braces are filled from the facts."""

    EMPTY = (
        "F-01",
        "Berkas ini kosong.",
        "Kirim ulang berkas; kemungkinan pengiriman atau pengunduhannya terputus.",
    )
    PASSWORD = (
        "F-01",
        "Berkas ini dilindungi kata sandi sehingga isinya tidak dapat dibaca.",
        _UNLOCK,
    )
    DAMAGED = (
        "F-01",
        "Berkas ini rusak atau tidak lengkap sehingga tidak dapat dibaca.",
        _SAVE_AS,
    )
    HTML = (
        "F-01",
        "Berkas ini halaman web, bukan berkas Excel, walaupun namanya seperti berkas Excel.",
        _SAVE_AS,
    )
    XML = ("F-01", "Berkas ini berformat XML, bukan berkas Excel yang dapat dibaca.", _SAVE_AS)
    TEXT = ("F-01", "Berkas ini teks biasa atau CSV, bukan berkas Excel.", _USE_TEMPLATE)
    RICH_TEXT = ("F-01", "Berkas ini dokumen RTF, bukan berkas Excel.", _USE_TEMPLATE)
    PDF = ("F-01", "Berkas ini dokumen PDF, bukan berkas Excel.", _USE_TEMPLATE)
    WORD = (
        "F-01",
        "Berkas ini dokumen Word atau pengolah kata, bukan berkas Excel.",
        _USE_TEMPLATE,
    )
    PRESENTATION = ("F-01", "Berkas ini presentasi, bukan berkas Excel.", _USE_TEMPLATE)
    IMAGE = ("F-01", "Berkas ini gambar atau foto, bukan berkas Excel.", _USE_TEMPLATE)
    NUMBERS = (
        "F-01",
        "Berkas ini dibuat dengan Apple Numbers dan belum diubah menjadi berkas Excel.",
        "Di Numbers pilih Berkas › Ekspor ke › Excel, lalu kirim berkas .xlsx hasilnya.",
    )
    ZIP = (
        "F-01",
        "Berkas ini kumpulan berkas (ZIP), bukan satu berkas Excel.",
        "Buka berkas ZIP itu, lalu kirim berkas Excel di dalamnya satu per satu.",
    )
    ARCHIVE = (
        "F-01",
        "Berkas ini kumpulan berkas yang dikompresi (RAR atau 7z), bukan satu berkas Excel.",
        "Buka kumpulan berkas itu, lalu kirim berkas Excel di dalamnya satu per satu.",
    )
    GZIP = (
        "F-01",
        "Berkas ini dikompresi dengan gzip (.gz), bukan berkas Excel yang dapat langsung dibaca.",
        "Buka kompresinya (misalnya dengan 7-Zip), lalu kirim berkas Excel di dalamnya.",
    )
    COMPRESSION = (
        "F-01",
        "Berkas ini dikompresi dengan cara yang tidak dipakai Excel ({method}).",
        _SAVE_AS,
    )
    EXCEL_2003_XML = (
        "F-01",
        "Berkas ini berkas Excel berbentuk XML Spreadsheet 2003, yang tidak dapat dibaca di sini.",
        _SAVE_AS,
    )
    MAIL = (
        "F-01",
        "Berkas ini surel, bukan berkas Excel.",
        "Simpan lampiran surel itu, lalu kirim berkas Excel-nya sebagai berkas tersendiri.",
    )
    OLD_EXCEL = (
        "F-01",
        "Berkas ini berasal dari Excel versi sangat lama (sebelum Excel 5.0).",
        _SAVE_AS,
    )
    MACRO_SHEET = (
        "F-01",
        "Berkas ini memuat makro Excel versi lama yang tidak dapat dibaca.",
        _FRESH_COPY,
    )
    UNKNOWN = ("F-01", "Jenis berkas ini tidak dikenali; isinya bukan berkas Excel.", _USE_TEMPLATE)
    NOT_A_TEMPLATE = (
        "F-02",
        "Berkas ini bukan formulir SOP: label isian dan tabel prosedur tidak ditemukan.",
        _USE_TEMPLATE,
    )
    PROGRAM_ERROR = (
        "Z-99",
        "Berkas ini tidak dapat diperiksa karena kesalahan program, bukan karena isiannya.",
        "Anda tidak perlu mengubah apa pun; berkas asli tersimpan dan programnya akan diperbaiki.",
    )
    DOCTYPE = (
        "F-01",
        "Berkas ini memuat bagian yang lazim dipakai berkas berbahaya, sehingga tidak dibuka.",
        _FRESH_COPY,
    )
    DUPLICATE_PARTS = (
        "F-01",
        "Susunan berkas ini rusak: ada dua bagian dengan nama yang sama ({part}).",
        _SAVE_AS,
    )
    OUTSIDE_GRID = (
        "F-01",
        "Susunan berkas ini rusak: ada alamat sel di luar lembar ({cell}).",
        _SAVE_AS,
    )
    UNSAFE = (
        "F-01",
        "Berkas ini tidak dapat dibaca dengan aman: pembacaannya terhenti ({reason}).",
        _SAVE_AS,
    )
    TOO_SLOW = (
        "F-14",
        "Berkas ini tidak selesai dibaca dalam {seconds} detik.",
        _FRESH_COPY,
    )
    TOO_LARGE = (
        "F-14",
        "Ukuran berkas ini {size} MB, melebihi batas {limit} MB.",
        "Hapus gambar dan lembar yang tidak diperlukan, simpan ulang, lalu kirim kembali.",
    )
    BOMB = (
        "F-14",
        "Isi berkas ini jauh lebih besar daripada ukurannya dan melewati batas aman.",
        _FRESH_COPY,
    )
    TOO_MANY_PARTS = (
        "F-14",
        "Berkas ini terdiri atas {count} bagian, melebihi batas {limit}.",
        _FRESH_COPY,
    )
    TOO_SPREAD = (
        "F-14",
        "Isi lembar “{sheet}” tersebar terlalu jauh (sampai sel {cell}).",
        "Hapus isi sel yang jauh dari formulir (Ctrl+End menunjukkannya), simpan, lalu kirim.",
    )
    TOO_MANY_CELLS = (
        "F-14",
        "Berkas ini memuat lebih dari {limit} sel terisi.",
        _FRESH_COPY,
    )
    TOO_MANY_MERGES = (
        "F-14",
        "Lembar “{sheet}” memuat terlalu banyak sel gabungan.",
        _FRESH_COPY,
    )
    TOO_MUCH_TEXT = ("F-14", "Teks di dalam berkas ini melebihi batas aman.", _FRESH_COPY)
    TOO_MANY_SHEETS = ("F-14", "Berkas ini memuat lebih dari {limit} lembar.", _FRESH_COPY)
    TOO_MANY_STYLES = (
        "F-14",
        "Berkas ini memuat lebih dari {limit} macam format sel.",
        _FRESH_COPY,
    )
    TOO_MANY_NAMES = ("F-14", "Berkas ini memuat lebih dari {limit} nama sel.", _FRESH_COPY)

    TOO_MANY_ITEMS = (
        "F-14",
        "Isian di sel {cell} lembar “{sheet}” memuat lebih dari {limit} butir.",
        "Sisakan butir yang diperlukan saja, lalu kirim kembali.",
    )
    TOO_MANY_ROWS = (
        "F-14",
        "Lembar “{sheet}” memuat lebih dari {limit} baris isian.",
        "Bagi isiannya menjadi beberapa berkas, lalu kirim semuanya.",
    )
    TOO_MANY_STEPS = (
        "F-14",
        "Tabel prosedur berkas ini memuat lebih dari {limit} langkah.",
        "Hapus baris yang bukan langkah, atau bagi menjadi beberapa SOP, lalu kirim kembali.",
    )
    TOO_MANY_LANES = (
        "F-14",
        "Tabel prosedur berkas ini memuat lebih dari {limit} pelaksana.",
        "Hapus kolom yang bukan pelaksana, atau bagi menjadi beberapa SOP, lalu kirim kembali.",
    )

    def __init__(self, code: str, sentence: str, advice: str) -> None:
        self.code = code
        self.sentence = sentence
        self.advice = advice

    @property
    def identifier(self) -> str:
        """Permanent name for ledgers and tests, such as "too_large"."""
        return self.name.lower()


class Refused(Exception):  # noqa: N818 - said of a file and told as a finding, not an error of ours
    """The file is not read; carries the kind and the values for its sentence."""

    def __init__(self, refusal: Refusal, facts: Mapping[str, Fact] = NO_FACTS) -> None:
        super().__init__(refusal, dict(facts))
        self.refusal = refusal
        self.code = refusal.code
        self.sentence = refusal.sentence.format_map({k: _shown(v) for k, v in facts.items()})
        self.advice = refusal.advice
        self.facts: dict[str, Fact] = {
            **facts,
            "kind": refusal.identifier,
            "sentence": self.sentence,
            "advice": self.advice,
        }

    def __str__(self) -> str:
        return self.sentence


def _shown(fact: Fact) -> Fact:
    """A name out of the file without what a reader cannot see, and not endless."""
    if not isinstance(fact, str):
        return fact
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in fact)[:LONGEST_FACT]
