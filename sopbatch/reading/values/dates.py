"""A date field in, its day or range of days out."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta

from sopbatch.model.flags import NO_FLAGS, Flag, Flags
from sopbatch.model.grid import CellValue
from sopbatch.model.values import DateKind, DateValue
from sopbatch.reading.values.hijri import without_hijri
from sopbatch.reading.values.text import as_text
from sopbatch.text.months import (
    ANNOUNCING,
    BESIDE_ANNOUNCING,
    NO_PLACES,
    PLAIN_MONTHS,
    ROMAN_MONTHS,
    WEEKDAY_WORDS,
    find_month,
)
from sopbatch.text.spelled import DIGITS
from sopbatch.text.straight import is_missing, straighten_within

LONGEST = 150
"""Characters; a longer text is no date."""
_FIRST_YEAR, _LAST_YEAR = 1901, 2199
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 99_999
"""Day numbers of spreadsheets taken for dates: the years 1927 to 2173."""

_NUMBERS = frozenset((*DIGITS, "puluh", "belas", "sepuluh", "sebelas"))
"""Words of a number, which are no place: “lima Juni 2025” names a day."""
_ROMAN_WORDS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_NTH_WORDS = _ROMAN_WORDS | {
    "pertama": 1,
    "kesatu": 1,
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
    "kelima": 5,
}
_NTH = f"({'|'.join(_NTH_WORDS)})"
_MONTHS_OF_PART = {"triwulan": 3, "tw": 3, "q": 3, "caturwulan": 4, "semester": 6}

_SAID = "|".join(map(re.escape, (*ANNOUNCING, *sorted(WEEKDAY_WORDS, reverse=True))))
_ANNOUNCING = re.compile(rf"(?P<said>{_SAID})(?![^\W\d_]) ?[{re.escape(BESIDE_ANNOUNCING)}]* ?")
_BEHIND_PLACE = rf"(?:{_SAID}|{'|'.join(PLAIN_MONTHS)})(?![^\W\d_])"
_NO_PLACE = f"(?:{'|'.join(NO_PLACES)})"
_APART = f"(?: ?[{re.escape(BESIDE_ANNOUNCING)}]+ ?| )"
_PLACE = re.compile(
    rf"di [a-z]{{3,20}}(?: (?!{_BEHIND_PLACE})[a-z]{{3,20}})?,? ?(?=\d|{_BEHIND_PLACE})"
    r"|[^\W\d_][^\d,]*, ?(?=\S)"
    rf"|(?:(?!{_NO_PLACE}|{_BEHIND_PLACE})[a-z]{{3,20}}{_APART}){{1,3}}"
    rf"(?=\d{{1,2}}\D|{_BEHIND_PLACE})"
)
"""A place: a word or two behind "di", what stands in front of a comma, or bare words."""
_PREFIX = re.compile(rf"(?:(?:{'|'.join(ANNOUNCING)})\b\.? ?:? ?)*")
_TIME = re.compile(
    r"(?<=\d{4})(?:, ?| )(?:pukul |jam )?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?"
    r"(?: wi(?:b|ta|t))?$"
)
"""A time of day behind the year."""
_NUMERIC = re.compile(r"(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})")
_ISO = re.compile(
    r"(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})"
    r"(?:[t ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)?"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_ROMAN = re.compile(r"(\d{1,2}) ?([-/. ]) ?([ivx]{1,4}) ?\2 ?(\d{4}|\d{2})")
_DAY = re.compile(r"(\d{1,2}) ?[-./]? ?([a-z]+)\.? ?[-./,]? ?(?:tahun |th\.? ?)?'?(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: ?, ?| )(\d{4})")
_MONTH = re.compile(r"(?:bulan )?([a-z]+)\.? ?[-/,]? ?(?:tahun )?(\d{4})")
_MONTH_NUMBER = re.compile(r"(\d{1,2}) ?[-/] ?(\d{4})")
_YEAR = re.compile(r"(?:tahun |th\.? ?)?(\d{4})")
_WEEK = re.compile(
    rf"minggu (?:ke ?-? ?([1-5])|{_NTH}),? (?:bulan )?([a-z]+)\.? (?:tahun )?(\d{{4}})"
)
_PART = re.compile(
    rf"(triwulan|tw|caturwulan|semester|q) ?(?:ke ?-? ?)?(?:([1-4])|{_NTH}),? ?(?:tahun )?(\d{{4}})"
)
_TO = re.compile(r" ?(?:\bs ?[./]? ?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|-) ?")
_LEFT = re.compile(r"(\d{1,2})(?: ?([a-z]+)\.?)?|([a-z]+)\.?")


def parse_date(value: CellValue | None, *, date_1904: bool = False) -> DateValue:
    """The date typed in a field; never fails, an unknown form is "unparsed".

    A day number counts from 30 December 1899, or from 1 January 1904 in a workbook of that system.
    """
    raw = as_text(value)
    if isinstance(value, bool):
        return DateValue(raw, DateKind.UNPARSED)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return replace(_day(value.year, value.month, value.day), raw=raw)
    if isinstance(value, int | float) and _FIRST_SERIAL <= value <= _LAST_SERIAL + 1:
        return _of_serial(raw, int(value), date_1904=date_1904)
    if is_missing(raw):
        return DateValue(raw, DateKind.MISSING)
    straight = straighten_within(raw, LONGEST)
    if straight is None:
        return DateValue(raw, DateKind.UNPARSED)
    text = straight.lower().strip(" .,;:")
    if re.fullmatch(r"\d{5}", text):
        return _of_serial(raw, int(text), date_1904=date_1904)
    return replace(_of_text(without_hijri(_TIME.sub("", text))), raw=raw)


def _of_serial(raw: str, serial: int, *, date_1904: bool) -> DateValue:
    first = date(1904, 1, 1) if date_1904 else date(1899, 12, 30)
    day = first + timedelta(days=serial)
    return DateValue(raw, DateKind.DATE, day, day)


def _of_text(text: str) -> DateValue:
    """The date of a straightened text in lower case."""
    return _bare(text) or _announced(text) or DateValue(kind=DateKind.UNPARSED)


def _announced(text: str) -> DateValue | None:
    """A date behind words such as "tanggal", a weekday (which must fit) or a place, if one does."""
    flags: set[Flag] = set()
    weekdays: set[int] = set()
    rest = text
    while found := _ANNOUNCING.match(rest) or (None if flags else _PLACE.match(rest)):
        if said := found.groupdict().get("said"):
            weekdays |= {WEEKDAY_WORDS[said]} if said in WEEKDAY_WORDS else set()
        elif _NUMBERS.issuperset(re.findall(r"\w+", found.group())):
            return None
        else:
            flags.add(Flag.PLACE)
        rest = rest[found.end() :]
        if read := _bare(rest):
            if read.start and weekdays - {read.start.weekday()}:
                flags.add(Flag.WEEKDAY_MISMATCH)
            return replace(read, flags=read.flags | flags) if read.start else read
    return None


def _without_prefix(text: str) -> str:
    prefix = _PREFIX.match(text)
    return text[prefix.end() :] if prefix else text


def _bare(text: str) -> DateValue | None:
    """A date or range with nothing in front of it."""
    return _single(text) or _range(text)


def _single(text: str) -> DateValue | None:
    """One day, month, year, week or quarter; None for another form."""
    return (
        _numeric(text)
        or _day_in_words(text)
        or _month_or_year(text)
        or _week(text)
        or _part_of_year(text)
    )


def _numeric(text: str) -> DateValue | None:
    if found := _ISO.fullmatch(text):
        year, _, month, day = found.groups()
        return _day(int(year), int(month), int(day))
    if found := _COMPACT.fullmatch(text):
        year, month, day = found.groups()
        return _day(int(year), int(month), int(day))
    if found := _NUMERIC.fullmatch(text):
        day, _, month, year = found.groups()
        unclear = int(day) <= 12 and day.zfill(2) != month.zfill(2)
        flags = frozenset({Flag.DAY_MONTH_ASSUMED}) if unclear else NO_FLAGS
        return _day(_year(year), int(month), int(day), flags | _year_flags(year))
    return None


def _day_in_words(text: str) -> DateValue | None:
    if found := _ROMAN.fullmatch(text):
        day, _, roman, year = found.groups()
        month = ROMAN_MONTHS.get(roman, 0)
        return _day(_year(year), month, int(day), _year_flags(year))
    if found := _DAY.fullmatch(text):
        day, word, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(text):
        word, day, year = found.groups()
    else:
        return None
    if not (named := find_month(word)):
        return None
    return _day(_year(year), named[0], int(day), named[1] | _year_flags(year))


def _month_or_year(text: str) -> DateValue | None:
    if found := _YEAR.fullmatch(text):
        return _months(int(found.group(1)), 1, 12)
    if found := _MONTH_NUMBER.fullmatch(text):
        month = int(found.group(1))
        return _months(int(found.group(2)), month, 1)
    found = _MONTH.fullmatch(text)
    named = find_month(found.group(1)) if found else None
    return _months(int(found.group(2)), named[0], 1, named[1]) if found and named else None


def _week(text: str) -> DateValue | None:
    """A week of a month: days 1-7, 8-14, 15-21, 22-28 and the rest."""
    found = _WEEK.fullmatch(text)
    month = find_month(found.group(3)) if found else None
    if not found or not month:
        return None
    week = _nth(found.group(1), found.group(2))
    first = _day(int(found.group(4)), month[0], 7 * week - 6, month[1])
    if first.start is None:
        return first
    length = monthrange(first.start.year, first.start.month)[1]
    last = first.start.replace(day=min(7 * week, length))
    return replace(first, kind=DateKind.RANGE, end=last)


def _part_of_year(text: str) -> DateValue | None:
    """A quarter, a third or a half of a year."""
    found = _PART.fullmatch(text)
    if not found:
        return None
    length = _MONTHS_OF_PART[found.group(1)]
    nth = _nth(found.group(2), found.group(3))
    return _months(int(found.group(4)), (nth - 1) * length + 1, length)


def _range(text: str) -> DateValue | None:
    """Two ends, the first of which may lack what both share ("26 s.d. 27 Juli 2012")."""
    for to in _TO.finditer(text):
        right = _single(_without_prefix(text[to.end() :]))
        if right is None:
            continue
        left = _left_end(_without_prefix(text[: to.start()]), right)
        if left is None:
            continue
        if left.start is None or right.end is None or left.start > right.end:
            return DateValue(kind=DateKind.INVALID)
        return DateValue("", DateKind.RANGE, left.start, right.end, left.flags | right.flags)
    return None


def _left_end(text: str, right: DateValue) -> DateValue | None:
    """The first end of a range, completed by the second."""
    if whole := _single(text):
        return whole
    found = _LEFT.fullmatch(text)
    if not found or right.start is None:
        return right if found else None
    day, month_after_day, month_alone = found.groups()
    word = month_after_day or month_alone
    month = find_month(word) if word else (right.start.month, NO_FLAGS)
    if not month or (day is None) != (right.kind is DateKind.RANGE):
        return None
    return _day(right.start.year, month[0], int(day or 1), month[1])


def _day(year: int, month: int, day: int, flags: Flags = NO_FLAGS) -> DateValue:
    fits = _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12
    if not fits or not 1 <= day <= monthrange(year, month)[1]:
        return DateValue(kind=DateKind.INVALID)
    only = date(year, month, day)
    return DateValue("", DateKind.DATE, only, only, flags)


def _months(year: int, month: int, count: int, flags: Flags = NO_FLAGS) -> DateValue:
    """The span of a number of months."""
    first, last = _day(year, month, 1, flags), _day(year, month + count - 1, 1)
    if first.start is None or last.start is None:
        return DateValue(kind=DateKind.INVALID)
    end = last.start.replace(day=monthrange(year, last.start.month)[1])
    return replace(first, kind=DateKind.RANGE, end=end)


def _nth(digit: str | None, word: str | None) -> int:
    return int(digit) if digit else _NTH_WORDS[word or ""]


def _year(text: str) -> int:
    """Four digits as they are; of two digits 00-69 are 20xx."""
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year <= 69 else 1900)


def _year_flags(text: str) -> Flags:
    return frozenset({Flag.TWO_DIGIT_YEAR}) if len(text) == 2 else NO_FLAGS
