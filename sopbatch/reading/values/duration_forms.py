"""What a Waktu cell says when it is no amount of time: clocks, frequencies, schedules, events."""

import re
from itertools import pairwise

from sopbatch.model.values import DurationKind
from sopbatch.schema.time_units import UNIT_WORDS
from sopbatch.text.months import MONTH_WORDS, WEEKDAY_WORDS

_CLOCK_TIME = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_ZONE = r"\s?(?:wib|wita|wit)"
_AT = r"(?:pukul|pkl|jam)\.?\s?"
_TO = r"\s?(?:-|s\s?[./]?\s?d\b\.?|sampai(?: dengan)?|hingga)\s?"
_CLOCK = re.compile(
    rf"(?:{_AT})?{_CLOCK_TIME}(?:{_ZONE})?{_TO}(?:{_AT})?(?:{_CLOCK_TIME}|selesai)(?:{_ZONE})?"
    rf"|{_AT}\d{{1,2}}(?:[.:]\d\d)?(?:{_ZONE})?(?:{_TO}(?:\d{{1,2}}(?:[.:]\d\d)?|selesai)(?:{_ZONE})?)?"
    rf"|{_CLOCK_TIME}{_ZONE}"
)
HOURS_MINUTES = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?: ?jam)?")
PERIOD = (
    r"(?:hari|hr|minggu|mgg|mg|pekan|bulan|bln|triwulan|tw|caturwulan|semester|smt|tahun|thn|th)"
    r"\b\.?"
)
_COUNT = (
    r"(?:\d{1,3}(?: ?- ?\d{1,3})?|satu|dua|tiga|empat|lima|enam|setengah)(?: ?\([^()]{1,20}\))?"
)
_BOUND = r"(?:(?:minim(?:al|um)|min\.?|maks(?:imal|\.)?|max\.?|paling (?:sedikit|banyak)) )?"
_FREQUENCY = re.compile(
    r"(?:(?:\d{1,3}|dua|tiga|empat|lima|enam|sepuluh|dwi|tri|catur) ?)?"
    r"(?:harian|mingguan|bulanan|wulanan|triwulanan|caturwulanan|semesteran|tahunan)\b"
    r"|rutin\b|berkala\b|periodik\b|secara (?:rutin|berkala|periodik)\b|(?:se)?tiap\b"
    rf"|per ?(?:{_COUNT} ?)?{PERIOD}|sekali\b"
    rf"|(?:se|{_COUNT} ?)?{PERIOD}(?: ?anggaran)?,? ?(?:se|{_COUNT} ?)(?:kali|x)\b(?! ?\d)"
    rf"|{_BOUND}{_COUNT} ?(?:x|kali)(?! ?\d)(?:\b|/)"
)
_NAMED_PERIOD = re.compile(r"tri ?wulan|catur ?wulan|semester")
"""Alone, without a number, it says how often: nobody means a length by it."""
_INSTANT = re.compile(
    r"(?:(?:pada |dalam |di ?)?(?:1 (?=[a-z ]+ sama))?(?:saat|hari|waktu)(?: kerja)?"
    r"(?: yang| yg)? (?:itu|ini|sama)(?: (?:juga|jg))?"
    r"|seketika(?: itu(?: juga)?)?|langsung(?: selesai)?|real[ -]?time|otomatis"
    r"|(?:dengan )?segera)"
    r"(?: \([^()]*\)| (?:setelah|sesudah|sejak|begitu|ketika) .{1,80})?"
)
_INDEFINITE = re.compile(
    r"(?:sesuai|sejak|sebelum|sepanjang|menyesuaikan|tergantung|setelah|disesuaikan|bergantung"
    r"|kondisional|situasional|fleksibel|tentati(?:f|ve)|relatif|terjadwal|bervariasi"
    r"|insident[ai]l|sewaktu-waktu|kapan (?:saja|pun)"
    r"|(?:se)?segera mungkin|secepat(?:nya| mungkin)|berdasarkan|mengikuti"
    r"|menunggu|jika|bila|apabila|saat|ketika|pada saat|terus[- ]menerus"
    r"|berkelanjutan|kontinyu|kontinu"
    r"|(?:tidak|tdk|tak|tanpa) (?:ada )?"
    r"(?:terbatas|terhingga|tentu|ditentukan|dibatasi|batas(?:an)?)"
    r"|(?:pada )?jam (?:kerja|dinas|pelayanan|operasional)"
    r"|(?:sampai|hingga|sampai dengan|s/d|s\.d\.?) selesai|selesai)\b"
)
WHILE = re.compile(r"selama\b")
_SCHEDULE = re.compile(
    r"(?:paling lambat |maks(?:imal|\.)? |sebelum )?(?:tanggal|tgl|awal|akhir|pertengahan)\b"
    r"|(?:minggu|bulan|triwulan|tw|semester|tahun|ta\b)(?: (?:anggaran|ajaran|pelajaran|akademik))?"
    r" ?(?:ke\b|ke-|[ivx]+\b|pertama|kedua|ketiga|keempat|terakhir|berikutnya|berjalan|depan"
    r"|ganjil|genap|\d)"
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
BARE = re.compile(rf"\d+(?:[.,]\d+)?(?:{_TO}\d+(?:[.,]\d+)?)?|[1-9]/[2-9]")

_AROUND = " .,;:="
"""Signs round a time that say nothing."""
_FOOTNOTE = re.compile(r"(?:\s*\*)+\)?$")
_ENCLOSED = re.compile(r'[(\["]((?:[^()\[\]"]|\([^()]*\))*)[)\]"]')
_LABEL = re.compile(
    r"(?:lama|(?:jangka )?waktu|durasi)(?:nya)?(?:(?: [^\W\d]+){0,3} ?[:=] ?(?=\S)"
    r"|(?: (?:proses|penyelesaian|pengerjaan|pelayanan|layanan|pelaksanaan|surat|berkas|dokumen"
    r"|kegiatan|rapat|yang|dibutuhkan|diperlukan)){0,4}(?: ?(?=[\d±~<≤>≥])"
    r"| (?=kurang|lebih|sekitar|kira-kira|rata-rata|estimasi|ma[ksx]|min|paling|menyesuaikan"
    r"|tergantung|fleksibel|sesuai)))",
    re.IGNORECASE,
)
"""What says that a time is one: “Lama proses = 1 hari”, “Durasi3 hari”, “Waktu menyesuaikan”."""
_IN_FRONT = re.compile(r"\((?!\d+\) ?\d)([^()]+)\)(?= ?\w)")
"""“(dua) minggu”, “(maks) 2 jam”: what stands in brackets in front is part of the time."""
_STEPS = re.compile(r"\d{1,2} ?(?:langkah|tahap(?:an)?)\b ?[,;:=]? ?(?=[(\d±~])", re.IGNORECASE)
"""“6 langkah, 40-60 detik”: how many movements the time is for."""
_TYPED_TWICE = re.compile(
    r"\b(sampai|hingga|per|untuk|tiap|setiap|setelah|sejak|segera|seketika|langsung) \1\b",
    re.IGNORECASE,
)
"""Words of which one is meant; of two numbers or units both may be."""
_LONE_POINT = re.compile(r"^[ ;:=]*[.,](?=(?:5|25|75) ?(?!menit|mnt|detik|dtk)[^\W\d_])")
"""“.5 jam” is half an hour; in front of minutes a point is a slip."""
_AMOUNT = re.compile(
    rf"(?<![\w.,/])\d{{1,4}}(?:[.,]\d{{1,2}})? ?"
    rf"(?:{'|'.join(word for word in UNIT_WORDS if word.isalpha())})\b",
    re.IGNORECASE,
)
_WHOLE_TEXT: tuple[tuple[re.Pattern[str], DurationKind], ...] = (
    (re.compile(r"\( ?\d+ ?\)"), DurationKind.COLUMN_INDEX),
    (re.compile(r"[±~+]? ?\d+(?:[.,]\d+)?"), DurationKind.NO_UNIT),
    (_CLOCK, DurationKind.CLOCK),
    (re.compile(r"h ?[-+] ?\d+\b.*|(?:pada )?(?:hari[ -]?)?h"), DurationKind.OFFSET),
)
"""Forms that the whole text must have, in the order in which they are tried."""
_WEEKDAYS = frozenset(WEEKDAY_WORDS) - {"minggu"}
"""Not "minggu", which is a week as well."""


def kind_by_form(text: str) -> DurationKind | None:
    """The kind of a text that is not an amount of time; None when the grammar must decide."""
    for pattern, kind in _WHOLE_TEXT:
        if pattern.fullmatch(text):
            return kind
    if _FREQUENCY.match(text) or _NAMED_PERIOD.fullmatch(text):
        return DurationKind.FREQUENCY
    if _INSTANT.fullmatch(text):
        return DurationKind.INSTANT
    if _INDEFINITE.match(text):
        return DurationKind.INDEFINITE
    return DurationKind.SCHEDULE if _is_schedule(text) else None


def _is_schedule(text: str) -> bool:
    """Whether it names a date, a month, a weekday or the place of a week in the calendar."""
    outside = re.sub(r"\([^()]*\)", " ", text)
    words = _WORD.findall(outside)
    first = words[1:2] if words[:1] == ["hari"] else words[:1]
    weekday = not _WEEKDAYS.isdisjoint(first)
    return weekday or bool(_SCHEDULE.match(text)) or any(word in MONTH_WORDS for word in words)


def without_label(straight: str) -> str:
    """The text without signs round it: “(15 menit)”, “= 15 menit”, “1 hari*)”."""
    straight = _TYPED_TWICE.sub(r"\1", _LONE_POINT.sub("0.", straight))
    text = straight.strip(_AROUND).removeprefix("- ").removeprefix("'")
    text = _STEPS.sub("", _FOOTNOTE.sub("", text).strip(), count=1)
    if (within := _ENCLOSED.fullmatch(text)) and not within[1].strip().isdigit():
        return _FOOTNOTE.sub("", within[1].strip(_AROUND))
    if first := _IN_FRONT.match(text):
        text = f"{first[1].strip(_AROUND)} {text[first.end() :].strip()}"
    return _LABEL.sub("", text, count=1) if _LABEL.match(text) else text


def several_amounts(plain: str) -> bool:
    """Whether a text that fits no form tells times of several: “Kasi 5 menit, Kabid 10 menit”."""
    found = list(_AMOUNT.finditer(plain))
    between = [plain[one.end() : next_.start()] for one, next_ in pairwise(found)]
    return bool(between) and not any(re.search(rf"{_TO}$", words) for words in between)
