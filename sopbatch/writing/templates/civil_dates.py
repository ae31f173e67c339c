"""A date with the day of the Islamic calendar beside: the civil one is taken, as the check does.

"1 Ramadan 1446 H / 1 Maret 2025 M": where a year stands behind a blank is looked up on the lists
sheet, and which of two years is of the other calendar.
"""

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


def civil_formula(text: str, zeros: str, first: str, second: str) -> str:
    """The civil date of cells: the text, it with zeros, and where its first two years stand."""
    start, next_one = f'FIND("0",{zeros})', f'FIND("0",{zeros},{first}+5)'
    between = _said_formula(f"MID({text},{first}+5,{next_one}-{first}-5)")
    front = f'SUBSTITUTE(LEFT({text},{start}-1),"("," ")'
    behind = put_formula(f'MID({text},{next_one},{ROOM})&"|"', _END)
    moon_first = f"AND({_is_hijri_formula(text, zeros, first, start)},{is_one(between, HIJRI)})"
    end = _said_formula(f"MID({text},{second}+5,{ROOM})")
    moon_last = (
        f"AND({second}>0,{_is_hijri_formula(text, zeros, second, next_one)},"
        f"{is_one(between, CIVIL)},{is_one(end, HIJRI)})"
    )
    return (
        f"IF(IFERROR({moon_first},FALSE),TRIM({front}&{behind}),"
        f"IF(IFERROR({moon_last},FALSE),LEFT({text},{first}+4),{text}))"
    )


def year_formula(zeros: str, after: str = "0") -> str:
    """Where a year stands behind a blank, 0 for none."""
    return f'FIND("{_YEAR}",{zeros},{after}+1)'


def civil(text: str) -> tuple[str, int, int, str]:
    """The text with zeros, where its years stand, and the civil date of it."""
    zeros = put(text, AS_ZEROS)
    first = zeros.find(_YEAR) + 1
    second = zeros.find(_YEAR, first) + 1
    return zeros, first, second, _civil(text, zeros, first, second)


def _civil(text: str, zeros: str, first: int, second: int) -> str:
    start, next_one = zeros.find("0") + 1, zeros.find("0", first + 4) + 1
    if not (first and next_one):
        return text
    between = _said(text[first + 4 : next_one - 1])
    if _is_hijri(text, zeros, first, start) and between in HIJRI:
        behind = put(f"{text[next_one - 1 :][:ROOM]}|", _END)
        return trimmed(text[: start - 1].replace("(", " ") + behind)
    end = _said(text[second + 4 :][:ROOM])
    last = second and _is_hijri(text, zeros, second, next_one)
    return text[: first + 4] if last and between in CIVIL and end in HIJRI else text


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
