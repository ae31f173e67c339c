"""A date with the day of the Islamic calendar beside: the civil one is taken, as the check does.

"1 Ramadan 1446 H / 1 Maret 2025 M": where a year stands behind a blank is looked up on the lists
sheet, and which of two years is of the other calendar.
"""

from dataclasses import dataclass

from sopbatch.writing.templates.date_names import DateNames
from sopbatch.writing.templates.exchanges import (
    DIGITS,
    ROOM,
    is_one,
    put,
    put_formula,
    trimmed,
)

CENTURIES = ("13", "14", "15")
"""How years of the Islamic calendar begin, which no civil date of an office does."""
HIJRI = ("", "h", "hijriah", "hijriyah", "hijriyyah", "hijri")
CIVIL = ("", "m", "masehi")
_SIGNS = tuple((sign, " ") for sign in "/,;=()-.")
_BETWEEN = (*_SIGNS, *((f" {word} ", " ") for word in ("bertepatan", "dengan", "tanggal", "atau")))
"""What may stand between the two days."""
_END = (*((f"{sign}|", "|") for sign in ".,;: .)"), ("|", ""))
"""What may stand behind the second day."""
_NO_NAME = "0/.,;:()="
"""Signs that no name of a month has; 0 stands for every digit."""
_SHORTEST, _LONGEST = 2, 20
"""Characters of such a name."""
AS_ZEROS = tuple((digit, "0") for digit in DIGITS[1:])
CIVIL_ENDS = (("masehi|", "|"), ("m|", "|"))
"""What says behind the year that it is a civil one, before the stroke that ends the text."""
_YEAR = " 0000"


def second_day_formula(at: DateNames) -> str:
    """Where digits begin again behind the first year."""
    return f'FIND("0",{at.zeros},{at.first_year}+5)'


def between_formula(at: DateNames) -> str:
    """What stands between the first year and the second day, without signs."""
    first = at.first_year
    return _said_formula(f"MID({at.text},{first}+5,{at.second_day}-{first}-5)")


def moon_formula(at: DateNames) -> str:
    """Which of two days is of the Islamic calendar: 1 or 2, 0 for none.

    Cells of its own, since no formula may take more than 4,096 bytes in xls.
    """
    start = _first_day(at.zeros)
    first = f"{_is_hijri_formula(at.text, at.zeros, at.first_year, start)}"
    last = f"{_is_hijri_formula(at.text, at.zeros, at.second_year, at.second_day)}"
    end = _said_formula(f"MID({at.text},{at.second_year}+5,{ROOM})")
    leads = f"AND({first},{_says(at.between, HIJRI)})"
    follows = f"AND({at.second_year}>0,{last},{_says(at.between, CIVIL)},{_says(end, HIJRI)})"
    return (
        f"IF(AND({at.first_year}>0,{at.second_day}>0),"
        f"IF(IFERROR({leads},FALSE),1,IF(IFERROR({follows},FALSE),2,0)),0)"
    )


def civil_formula(at: DateNames) -> str:
    """The text without the day of the Islamic calendar."""
    front = f'SUBSTITUTE(LEFT({at.text},{_first_day(at.zeros)}-1),"("," ")'
    behind = put_formula(f'MID({at.text},{at.second_day},{ROOM})&"|"', _END)
    only = f"LEFT({at.text},{at.first_year}+4)"
    return f"IF({at.moon}=1,TRIM({front}&{behind}),IF({at.moon}=2,{only},{at.text}))"


def _says(text: str, words: tuple[str, ...]) -> str:
    """Whether a text is one of some words, with a stroke: xls knows no blank text in a list."""
    return is_one(f'{text}&"|"', tuple(f"{word}|" for word in words))


def _first_day(zeros: str) -> str:
    return f'FIND("0",{zeros})'


def year_formula(zeros: str, after: str = "0") -> str:
    """Where a year stands behind a blank, 0 for none."""
    return f'FIND("{_YEAR}",{zeros},{after}+1)'


@dataclass(frozen=True, slots=True, kw_only=True)
class CivilParts:
    """What the cells come to that look for a day of the Islamic calendar."""

    zeros: str
    """The date with 0 for every digit."""
    first_year: int
    second_year: int
    """Where years stand behind blanks, 0 for none."""
    second_day: int
    """Where digits begin again behind the first year, 0 for nowhere."""
    between: str
    """What stands before them, without signs."""
    moon: int
    """Which of two days is of the Islamic calendar, 0 for none."""
    civil: str
    """The date without that day."""


def civil(text: str) -> CivilParts:
    """A date as the cells take it apart."""
    zeros = put(text, AS_ZEROS)
    first = zeros.find(_YEAR) + 1
    second = zeros.find(_YEAR, first) + 1
    start, again = zeros.find("0") + 1, zeros.find("0", first + 4) + 1
    between = _said(text[first + 4 : again - 1]) if again else ""
    moon, only = 0, text
    if first and again and _is_hijri(text, zeros, first, start) and between in HIJRI:
        behind = put(f"{text[again - 1 :][:ROOM]}|", _END)
        moon, only = 1, trimmed(text[: start - 1].replace("(", " ") + behind)
    elif first and again and second and _is_hijri(text, zeros, second, again):
        end = _said(text[second + 4 :][:ROOM])
        if between in CIVIL and end in HIJRI:
            moon, only = 2, text[: first + 4]
    return CivilParts(
        zeros=zeros,
        first_year=first,
        second_year=second,
        second_day=again,
        between=between,
        moon=moon,
        civil=only,
    )


def _said(text: str) -> str:
    return trimmed(put(f" {text} ", _BETWEEN))


def _said_formula(text: str) -> str:
    spaced = f'" "&{text}&" "'
    return f"TRIM({put_formula(spaced, _BETWEEN)})"


def _is_hijri_formula(text: str, zeros: str, year: str, start: str) -> str:
    """Whether a year and the day that begins there are of the Islamic calendar."""
    blank = f'FIND(" ",{zeros},{start})'
    name = f"TRIM(MID({zeros},{blank},{year}-{blank}))"
    bare = put_formula(name, tuple((sign, "") for sign in _NO_NAME))
    return (
        f'AND({is_one(f"MID({text},{year}+1,2)", CENTURIES)},MID({zeros}&" ",{year}+5,1)<>"0",'
        f"{is_one(f'MID({zeros},{start},{blank}-{start})', ('0', '00'))},"
        f"LEN({name})>={_SHORTEST},LEN({name})<={_LONGEST},LEN({bare})=LEN({name}))"
    )


def _is_hijri(text: str, zeros: str, year: int, start: int) -> bool:
    blank = zeros.find(" ", start - 1) + 1
    name = trimmed(zeros[blank - 1 : max(year - 1, blank - 1)])
    return (
        bool(blank)
        and blank <= year
        and text[year : year + 2] in CENTURIES
        and zeros[year + 4 : year + 5] != "0"
        and zeros[start - 1 : blank - 1] in ("0", "00")
        and _SHORTEST <= len(name) <= _LONGEST
        and not {*_NO_NAME} & {*name}
    )
