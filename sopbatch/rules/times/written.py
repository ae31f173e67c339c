"""A Waktu as it should be written, guessed from what was typed; "" where nothing is to guess."""

import re

from sopbatch.model import Duration, DurationKind, Settings
from sopbatch.model.flags import Flag
from sopbatch.schema.time_units import DAY_KINDS, LESSON, TIME_UNITS, UNIT_SLIPS, UNIT_WORDS
from sopbatch.text.alike import alike, slips
from sopbatch.text.names import folded

UNITS = (
    *("menit", "jam", "hari kerja", "hari kalender", "minggu"),
    *("bulan", "triwulan", "semester", "tahun"),
)
LONGEST_IN_MINUTES = 480
WORD_ALIKE, UNIT_ALIKE = 50.0, 65.0
"""Likeness in percent from which a word, and all words of a unit, were meant."""
GUESSED = frozenset({Flag.MISSPELT_UNIT, Flag.JOINED_DIGITS, Flag.CLOCK_LIKE, Flag.LESSON})
"""Readings that understood more than was typed."""
_ONES = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
_SPECIAL = {"sepuluh": 10, "sebelas": 11}
_AMOUNT = re.compile(r"\D*?(\d[\d.,/ ]*?)\s*([^\W\d][^\d]*)")
_APPROXIMATE = re.compile(
    r"±|\+\s?/\s?-|-\s?/\s?\+|\+-|-\+|^\s*\+|~"
    r"|\b(?:kurang lebih|lebih kurang|sekitar|kira-kira|rata-rata|estimasi|kurleb|kira2)\b"
    r"|\b(?:lk\b|l\.\s?k\b)\.?",
    re.IGNORECASE,
)
_RANGE_END = re.compile(
    r"\d\s*\D*?\s*(?:[-–—]|\bs\s?[./]?\s?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|\batau\b)"
    r"\s*(\d.*)",
    re.IGNORECASE,
)
_BEHIND_BOUND = re.compile(r"\D+(\d[\d.,]*\s*[^\W\d]+(?: (?:kerja|kalender))?)")
_PLAIN_DAY = re.compile(r"(?<![^\W\d_])(?:hari|hri?)\b\.?", re.IGNORECASE)
"""The word for a day, also written close to its number ("1hr")."""
_UNIT_LEFT_OUT = re.compile(r"(\d+)\s*(?:jam|jm)\s+([1-5]?\d)", re.IGNORECASE)
_LETTERS = re.compile(r"^\s*(?:[\dOolI]*\d[\dOolI]*|[lI])(?=\s+[a-zA-Z]{3})")
"""Letters typed for the digits of an amount: “1O menit”, “l jam”."""
_LOOKALIKES = str.maketrans("OolI", "0011")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = (*(unit for unit in TIME_UNITS if " " not in unit), "kerja", "kalender", "efektif")
_SHORTEST_SLIP = 4
"""Letters from which a word may be a slip of another."""
_BOUND = re.compile(
    r"(?:maks|mak|max|min)(?:imal|imum)?\.?:?|paling \w+|selambat-?(?: ?lambat)?nya"
)
_SAYS_NOTHING = re.compile(r"(?:(?:selama|dalam|waktu|waktunya|butuh)\b[\s:]*)*")
_CLOCK_TIME = re.compile(r"(\d{1,2})[.:](\d\d)")


def unit_of(duration: Duration) -> str:
    """The one unit a duration is written in; "" for compounds, lessons and what is no duration."""
    plain = not set("+|") & set(duration.unit) and duration.unit != LESSON
    simple = duration.kind is DurationKind.DURATION and plain
    return duration.unit if simple else ""


def with_known_unit(raw: str) -> str:
    """A slip set right: "3 hri krja" is "3 hari kerja", "1 jam 30" is "1 jam 30 menit"."""
    if cut := _UNIT_LEFT_OUT.fullmatch(raw.strip(" .")):
        return f"{cut[1]} jam {cut[2]} menit"
    raw = _LETTERS.sub(lambda found: found.group().translate(_LOOKALIKES), raw)
    plain = without_approximation(folded(raw))
    found = _AMOUNT.fullmatch(plain) or _AMOUNT.fullmatch(_with_digits(plain))
    unit = _unit_meant(found[2].strip(" .")) if found else ""
    before = found.string[: found.start(1)].strip() if found else ""
    bound = _BOUND.fullmatch(before)
    if not found or not unit or not (bound or _SAYS_NOTHING.fullmatch(before)):
        return ""
    return f"{before} {found[1]} {unit}" if bound else f"{found[1]} {unit}"


def _unit_meant(typed: str) -> str:
    """The unit whose words are each like the ones typed in their place: “menit kerja” is no day."""
    said = typed.split()
    likeness: dict[str, float] = {}
    for unit in UNITS:
        words = unit.split()
        each = [alike(*pair) for pair in zip(said, words, strict=False)]
        if len(words) == len(said) and min(each) >= WORD_ALIKE:
            likeness[unit] = sum(each) / len(each)
    best = max(likeness, key=lambda unit: likeness[unit], default="")
    return best if best and likeness[best] >= UNIT_ALIKE else ""


def _with_digits(text: str) -> str:
    """The text with the number words at its front as digits ("lima belas menit")."""
    said = text.split()
    total = 0
    while said and (said[0] in _ONES or said[0] in _SPECIAL or said[0] in ("belas", "puluh")):
        word = said.pop(0)
        if word == "belas":
            total += 10
        elif word == "puluh":
            total *= 10
        else:
            total += _ONES.get(word) or _SPECIAL[word]
    return " ".join((str(total), *said)) if total else text


def reworded(duration: Duration) -> str:
    """A duration that was understood in spite of a slip, written properly."""
    if Flag.CLOCK_LIKE in duration.flags:
        return in_hours(duration.low or 0.0)
    if Flag.LESSON in duration.flags:
        return _without_lessons(duration)
    if Flag.JOINED_DIGITS not in duration.flags:
        return _WORD.sub(lambda word: _known_word(word.group()), duration.raw)
    found = _AMOUNT.fullmatch(folded(duration.raw))
    unit = unit_of(duration)
    return f"{found[1].replace(' ', '')} {unit}" if found and unit and not duration.per else ""


def _known_word(word: str) -> str:
    """A word of a unit that lies one slip away, or the word itself."""
    said = word.lower()
    if said in UNIT_WORDS or said in DAY_KINDS:
        return word
    if said in UNIT_SLIPS:
        return UNIT_SLIPS[said]
    near = [
        name
        for name in _NAMES
        if max(len(said), len(name)) >= _SHORTEST_SLIP and slips(said, name, 1) <= 1
    ]
    return near[0] if len(near) == 1 else word


def _without_lessons(duration: Duration) -> str:
    """Lessons in minutes, or in hours where these are many; "" for a range or a time per thing."""
    minutes = duration.high
    short = {*duration.unit.split("+")} <= {"jam", LESSON, "menit"}
    single = short and duration.low in (minutes, 0.0) and not duration.per
    if not single or not minutes or minutes % 1:
        return ""
    return f"{int(minutes)} menit" if minutes <= LONGEST_IN_MINUTES else in_hours(minutes)


def written_properly(duration: Duration) -> str:
    """A duration with all its slips set right at once: “± 3 hri” is “3 hari kerja”.

    What is zero has no proper form.
    """
    if Flag.ZERO in duration.flags:
        return ""
    slipped = not GUESSED.isdisjoint(duration.flags)
    text = without_approximation(reworded(duration) if slipped else duration.raw)
    return in_working_days(text) if Flag.UNQUALIFIED_DAY in duration.flags else text


def in_hours(minutes: float) -> str:
    """Whole minutes as "1 jam 30 menit"."""
    hours, rest = divmod(int(minutes), 60)
    return " ".join(f"{n} {unit}" for n, unit in ((hours, "jam"), (rest, "menit")) if n)


def in_longer_unit(duration: Duration, settings: Settings) -> str:
    """A single time in working days or hours when that is exact and says as much."""
    minutes = duration.low or 0.0
    if minutes != duration.high or duration.per or duration.note:
        return ""
    if minutes % settings.minutes_per_day == 0:
        return f"{int(minutes // settings.minutes_per_day)} hari kerja"
    return in_hours(minutes) if minutes % 1 == 0 else ""


def without_approximation(raw: str) -> str:
    """The time without signs and words of approximation."""
    return " ".join(_APPROXIMATE.sub(" ", raw).split())


def in_working_days(raw: str) -> str:
    """A time in days of no named kind, as working days: "1hr" is "1 hari kerja"."""
    text = re.sub(r"\bsehari\b", "1 hari", raw, flags=re.IGNORECASE)
    spaced = " ".join(_PLAIN_DAY.sub(" hari kerja ", text).split())
    return re.sub(r" (?=[*/,])", "", spaced)


def upper_end(raw: str) -> str:
    """The longer time of a range: "2-3 hari kerja" gives "3 hari kerja"; "" for any other text."""
    found = _RANGE_END.search(raw)
    text = " ".join(found[1].split()) if found else ""
    # Of “6 langkah (40-60 detik)” the bracket that was opened in front stays without its other one.
    return text if text.count("(") == text.count(")") else text.replace(")", "", 1)


def only_amount(raw: str) -> str:
    """The time of "min. 5 hari kerja" without its bound; "" for any other text."""
    found = _BEHIND_BOUND.fullmatch(raw.strip())
    return " ".join(found[1].split()) if found else ""


def clock_span(raw: str) -> str:
    """What lies between two times of day: "08.00-09.30" is "1 jam 30 menit"."""
    times = [int(hours) * 60 + int(minutes) for hours, minutes in _CLOCK_TIME.findall(raw)]
    return in_hours(times[1] - times[0]) if len(times) == 2 and times[0] < times[1] else ""
