"""Words that a time of a step may hold, as the form's formulas look them up on its lists sheet."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sopbatch.model import Settings
from sopbatch.schema.time_units import (
    DAY_KINDS,
    DAY_WORDS,
    LESSON_MINUTES,
    LESSON_WORDS,
    UNIT_WORDS,
)
from sopbatch.writing.templates.exchanges import DIGITS
from sopbatch.writing.templates.looked_up import with_end

SECONDS = {unit: int(60 * length) for unit, length in Settings().minutes_per_unit.items()}
"""Seconds of each unit, unless the register says otherwise."""
PERIODS = (
    *("hari", "hr", "minggu", "mgg", "mg", "pekan", "bulan", "bln", "triwulan", "tw", "caturwulan"),
    *("semester", "smt", "tahun", "thn", "th"),
)
"""Units with which “sekali” says how often."""
CALENDAR_PARTS = ("minggu", "bulan", "triwulan", "tw", "semester", "tahun")
"""Units in front of a number that name a part of the calendar: "minggu 2", "bulan ke-3"."""
BEHIND_CALENDAR = (" ke", " pertama", " terakhir", " berikutnya", " berjalan", " depan")
FIRST_OF_NO_LENGTH = (
    *("tiap", "setiap", "rutin", "berkala", "periodik", "sekali", "harian", "mingguan", "bulanan"),
    *("triwulanan", "caturwulanan", "semesteran", "tahunan", "triwulan", "caturwulan", "semester"),
    *("tanggal", "tgl", "awal", "akhir", "pertengahan", "sesuai", "sejak", "sebelum", "sepanjang"),
    *("menyesuaikan", "tergantung", "setelah", "disesuaikan", "bergantung", "kondisional"),
    *("situasional", "fleksibel", "tentatif", "relatif", "bervariasi", "insidental", "insidentil"),
    *("sewaktu-waktu", "secepatnya", "berdasarkan", "mengikuti", "menunggu", "jika", "bila"),
    *("apabila", "ketika", "berkelanjutan", "kontinyu", "kontinu", "selesai"),
)
"""First words of a frequency, of a schedule, and of what depends on something."""
NUMERALS = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas", "belas", "puluh", "seratus", "ratus", "seribu", "ribu", "setengah"),
)
KINDS_OF_YEAR = ("anggaran", "pelajaran", "ajaran", "akademik", "takwim", "fiskal")
YEARS = ("th", "thn", "tahun")
BETWEEN = ("x", "×", "kali", "dan", "atau")
LABELS = ("lama", "jangka", "durasi")
OF_LABELS = (
    *("proses", "penyelesaian", "pengerjaan", "pelayanan", "layanan", "pelaksanaan", "surat"),
    *("berkas", "dokumen", "kegiatan", "rapat", "yang", "dibutuhkan", "diperlukan"),
)
"""Behind a label: "lama proses 2 jam"."""
LEADING = ("selama", "dalam", "waktu", "antara")
"""Say nothing in front of a time, and nothing can be said by them behind it."""
RANGING = ("sd", "sampai", "hingga")
ROUND = (
    *("sekitar", "lk", "maks", "maksimal", "maksimum", "max", "maximal", "maximum", "mak"),
    *("minimal", "minimum", "min"),
)
"""May stand in front of a time and behind it."""
OF_DAYS = ("kerja", "krj", "efektif", "ef", "kalender", "kal")
OF_MOMENTS = (
    *("saat", "itu", "ini", "juga", "hari", "yang", "sama", "pada", "seketika", "segera"),
    *("langsung", "real", "time", "realtime", "otomatis", "yg", "jg", "di", "disaat", "dihari"),
    *("dengan", "lama", "tidak"),
)
NOT_LAST = ("x", "×", "kali", *LABELS, *OF_LABELS, *LEADING, *RANGING)
"""Words of lengths that cannot stand last in one."""
LONGER = ("diperpanjang", "ditambah")
DEPENDING = (
    *(" tergantung ", " bergantung ", " menyesuaikan ", " sesuai ", " perpanjangan "),
    " diperpanjang",
    *(f" {may} {what}" for may in ("dapat", "bisa", "boleh") for what in LONGER),
)
"""What begins words of that which a time follows, or of what may be added to it."""
TAILS = (
    *("(", "/", ";", " per ", " setelah ", " sejak ", " sesudah ", " terhitung ", " sebelum "),
    *(" untuk ", " tiap ", " setiap ", " jika ", " apabila ", " bila ", " bilamana ", " kalau "),
    *(" begitu ", " ketika ", " dari ", " dengan ", " tuntas", " selesai", ", selama "),
    *(" selama jam", " hari ke ", " hari ke-", *DEPENDING),
)
"""What begins words that say nothing of the length."""
WORD_TAILS = tuple(tail for tail in TAILS if tail not in ("(", " sebelum "))
"""The same where what stands in brackets is still to be seen."""
PER = ("/", " per ", " tiap ", " setiap ", " untuk 1 ", " untuk satu ")
"""What a time is counted by."""


def _spelt(*units: str) -> tuple[str, ...]:
    return tuple(word for word, unit in UNIT_WORDS.items() if unit in units)


FIRST_NAME, PERIODS_NAME = "sopb_awal_jadwal", "sopb_kata_kala"
NUMBERS_NAME, WITHOUT_NAME = "sopb_bilangan", "sopb_tanpa_angka"
NOT_READ_NAME, NOT_ZERO_NAME = "sopb_bilangan_lain", "sopb_bukan_nol"
UNITS_NAME, DAYS_NAME, KINDS_NAME = "sopb_satuan", "sopb_hari", "sopb_jenis_hari"
ROUGH_NAME, CALENDAR_NAME = "sopb_kira", "sopb_urutan_kala"
OFTEN_NAME, NOT_OFTEN_NAME = "sopb_sering", "sopb_kali"
TAILS_NAME, SECONDS_NAME = "sopb_batas_waktu", "sopb_detik"
LESSON_NAME, LESSONS_NAME, ONE_NAME = "sopb_jp", "sopb_lama_jp", "sopb_satu"
WORD_TAILS_NAME, PER_NAME = "sopb_batas_kata", "sopb_per"
"""Defined names of what is looked up: cells that hold words, and lists."""
NOTES_NAME = "sopb_kira_kurung"
MOST_WORDS, APART = 10, 40
"""Words of a time that are looked at, and the characters between them when they are spread."""
NOT_READ = (" puluh ", "belas", "seperempat", "ratus", "ribu")
"""Parts of numbers in words that the check does not read, as in "dua puluh menit"."""
NUMBERS = (*NUMERALS[1:11], "setengah", "½", "¼", "¾")
"""Numbers besides digits, which need a unit as well."""
MOMENTS = (
    *(
        "waktu itu",
        "saat itu",
        "saat ini",
        "saat yang sama",
        "hari itu",
        "hari ini",
        "hari yang sama",
        "waktu yang sama",
    ),
    *("hari kerja yang sama", "hari kerja itu", "hari yg sama", "otomatis"),
    *("seketika", "segera", "langsung", "real time", "realtime", "real-time"),
)
ONE = ("sehari", "sejam", "semenit", "seminggu", "sebulan", "setahun")
WITHOUT_NUMBER = (*MOMENTS, *ONE)
"""Times that need no number."""
NO_LENGTHS = (
    *("kali", "sekali", "itu", "ini", "sama", "tiap", "setiap", "per hari", "hari minggu"),
    *("ke", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu"),
)
"""Words with which "hari" is no length."""
ROUGH = (
    *("±", "~", "|+", "|-+", "|lk", " lk", "kurang lebih", "lebih kurang", "sekitar", "kira-kira"),
    *("rata-rata", "estimasi"),
)
NOTES = ("(estimasi)", "(rata-rata)", "(sekitar)", "(kurang lebih)", "(kira-kira)", "(±)")
"""Brackets that say that a time is rough."""
PLAIN = (
    ("l.k", "lk"),
    *(("lebih dari ", "max "), ("kurang dari ", "max "), ("sampai dengan ", "sampai ")),
    *(
        ("1/2", "½"),
        ("1/4", "¼"),
        ("3/4", "¾"),
        ("s/d", "s.d"),
        *((f"/{kind}", f" {kind}") for kind in DAY_KINDS),
    ),
    *(
        (f"{a}{one}/{two}{b}", "±")
        for a, b in ("+-", "-+")
        for one in ("", " ")
        for two in ("", " ")
    ),
    *(("+-", "±"), ("-+", "±")),
    *(
        ("s.d.", "sd"),
        ("s.d", "sd"),
        ("sd.", "sd"),
        ("tidak max ", "maks "),
        ("tri wulan", "triwulan"),
        ("[", " "),
        ("]", " "),
        ("langsung selesai", "langsung"),
        ("seketika itu juga", "seketika"),
    ),
    *((f"jam {kind}", "jp") for kind in ("pelajaran", "pembelajaran")),
    *((phrase, "sekitar") for phrase in ("kurang lebih", "lebih kurang", "rata-rata", "kira-kira")),
    *((f"paling {word}", "maks") for word in ("lama", "lambat", "banyak")),
    *((f"paling {word}", "minimal") for word in ("cepat", "sedikit", "singkat")),
    *((word, "maks") for word in ("selama-lamanya", "selambat-lambatnya", "selambat lambatnya")),
    *((word, "maks") for word in ("selambatnya", "lambat-lambatnya")),
    *((f"real{sign}time", "realtime") for sign in " -"),
    *(("sekurang-kurangnya", "minimal"), ("catur wulan", "caturwulan")),
    *((f"{word}:", f"{word} ") for word in ("maks", "maksimal", "minimal")),
    *((f"untuk {word}", "per ") for word in ("setiap", "tiap", "1 ", "satu ")),
)
"""Signs and words that are the same to the check; a stroke left over begins what a time is counted
by."""
ONCE = ((" 1 kali", " sekali"), (" satu kali", " sekali"), (" anggaran", ""))
OFTEN = (" kali ", "0kali ", "0x ", "0 x ", " x se")
NOT_OFTEN = (
    *("kali 0", "kali0", "x 0", "x0"),
    *(f"{word} kali " for word in UNIT_WORDS if word.isalpha()),
)
"""How often, in words whose digits are all 0; a product is none, nor is “2 jam kali”."""


_SHAPES = (
    *(
        "{jp}@00{m}",
        "{jp}x00{m}",
        "{jp}×00{m}",
        "{jp}(@00{m})",
        "{jp}(0jp=00{m})",
        "{jp}(jp=00{m})",
    ),
    *("/{jp}", "per{jp}", "tiap{jp}"),
)
LESSONS = tuple(
    dict.fromkeys(
        shape.format(jp=word.replace(" ", ""), m=minute)
        for word in LESSON_WORDS
        for minute in LESSON_MINUTES
        for shape in _SHAPES
    )
)
"""How long a lesson is, or a time for each, with a 0 for each digit, no blanks and points."""


def _cell_of(words: tuple[str, ...]) -> str:
    return "  " + "".join(f"{word} " for word in dict.fromkeys(words))


def _between_blanks(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(f" {word} " for word in words)


LOOKED_FOR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        NUMBERS_NAME: NUMBERS,
        WITHOUT_NAME: WITHOUT_NUMBER,
        ONE_NAME: ONE,
        NOT_READ_NAME: NOT_READ,
        NOT_ZERO_NAME: (*DIGITS[1:], *NUMBERS),
        UNITS_NAME: _between_blanks(UNIT_WORDS),
        DAYS_NAME: _between_blanks(DAY_WORDS),
        KINDS_NAME: _between_blanks((*DAY_KINDS, *NO_LENGTHS)),
        ROUGH_NAME: ROUGH,
        NOTES_NAME: NOTES,
        CALENDAR_NAME: BEHIND_CALENDAR,
        OFTEN_NAME: OFTEN,
        NOT_OFTEN_NAME: NOT_OFTEN,
        LESSON_NAME: _between_blanks(LESSON_WORDS),
        LESSONS_NAME: LESSONS,
    }
)
"""Lists on the sheet of lists by defined name: cells share no constants in braces."""
TIME_LISTS: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    *LOOKED_FOR.items(),
    (SECONDS_NAME, tuple(SECONDS[unit] for unit in UNIT_WORDS.values())),
    (FIRST_NAME, (_cell_of(FIRST_OF_NO_LENGTH),)),
    (PERIODS_NAME, (_cell_of((*PERIODS, *(f"se{word}" for word in PERIODS))),)),
    *with_end(TAILS_NAME, TAILS),
    *with_end(WORD_TAILS_NAME, WORD_TAILS),
    (PER_NAME, PER),
)
"""What stands on the sheet of lists, by defined name."""
