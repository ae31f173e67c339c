"""The one full date that a text can have meant which no date is read from.

What is offered is pasted by people: a text of two meanings, or with a word that says more, gives
none.
"""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from sopbatch.text.lookalikes import LOOKALIKES
from sopbatch.text.months import ANNOUNCING, ROMAN_MONTHS, WEEKDAY_WORDS, find_month
from sopbatch.text.spelled import in_words
from sopbatch.text.straight import straighten_within
from sopbatch.text.words import long_date

LONGEST = 150
"""Characters; a longer text is no date."""
YEARS = range(1990, 2100)
_LETTERS = re.compile(r"(?<=\d)[OolI]+(?=\d)|(?<=\d)[OolI]+\b|\b[OolI]+(?=\d)")
"""Letters typed for digits: “2O25”, “l0 Maret”."""
_ASIDE = re.compile(r"(?<=\w\W)\([^()\d]*\)")
"""What brackets add: “3 (tiga) Maret 2025 (Senin)”."""
_SAYS_NOTHING = frozenset((*ANNOUNCING, "bulan", "tahun", "thn", "th", "di", "masehi", "m"))
_SPELLED: Mapping[str, int] = MappingProxyType(
    {in_words(number): number for number in (*range(1, 32), *YEARS)}
)
_IN_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_SPELLED, key=len, reverse=True))})\b")
_EIGHT, _SEVEN = re.compile(r"(\d\d)(\d\d)(\d{4})"), re.compile(r"(\d)(\d\d)(\d{4})")


def likely_date(raw: str) -> str:
    """The date meant by a text, as it should be written; "" where that is not sure."""
    day = likely_day(raw)
    return long_date(day) if day else ""


def likely_day(raw: str) -> date | None:
    """The day meant: stray signs, words for numbers, another order of the parts."""
    straight = straighten_within(raw, LONGEST)
    if straight is None:
        return None
    text = _LETTERS.sub(lambda found: found.group().translate(LOOKALIKES), straight).lower()
    weekdays = {
        WEEKDAY_WORDS[word] for word in re.findall(r"[a-z']+", text) if word in WEEKDAY_WORDS
    }
    text = _IN_WORDS.sub(lambda found: str(_SPELLED[found.group()]), _ASIDE.sub(" ", text))
    parts = re.findall(r"\d+|[a-z']+", text)
    said = [part for part in parts if part not in _SAYS_NOTHING and part not in WEEKDAY_WORDS]
    day = _of_parts(said)
    return day if day and not weekdays - {day.weekday()} else None


def lacks_year(raw: str) -> bool:
    """Whether a text names a day and a month and no year: “3 Maret”."""
    straight = straighten_within(raw, LONGEST) or ""
    parts = [part for part in re.findall(r"\w+", straight.lower()) if part not in _SAYS_NOTHING]
    match parts:
        case [day, month]:
            return day.isdecimal() and 1 <= int(day[:3]) <= 31 and find_month(month) is not None
    return False


def _of_parts(said: list[str]) -> date | None:
    match said:
        case [digits] if found := _EIGHT.fullmatch(digits) or _SEVEN.fullmatch(digits):
            return _day(found[3], found[2], found[1])
        case [year, month, day] if len(year) == 4:
            return _day(year, month, day)
        case [first, month, year] if len(year) == 4:
            return _day(year, month, first) or _month_first(first, month, year)
    return None


def _month_first(month: str, day: str, year: str) -> date | None:
    """Such as 03/25/2025, of which the second part can be no month."""
    return _day(year, month, day) if day.isdecimal() and int(day) > 12 else None


def _day(year: str, month: str, day: str) -> date | None:
    """The day; of two numbers the first is the day, as dates in numbers are read."""
    if not (year.isdecimal() and day.isdecimal() and len(day) <= 2):
        return None
    number = int(month) if month.isdecimal() and len(month) <= 2 else _named(month)
    if number is None or int(year) not in YEARS:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _named(month: str) -> int | None:
    named = find_month(month)
    return named[0] if named else ROMAN_MONTHS.get(month)
