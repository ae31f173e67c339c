"""The year that stands last in a Nomor SOP: whole, behind the letters of a unit, in two digits."""

import re

from sopbatch.text.months import ROMAN_MONTHS
from sopbatch.writing.templates.exchanges import DIGITS, put_formula
from sopbatch.writing.templates.number_checks import (
    APART_NAME,
    LAST_NAME,
    LONGEST,
    TEXT_NAME,
    last_part,
    parts_formula,
    parts_of,
)

SHORT_NAME = "sopb_nomor_tahun_singkat"
CENTURIES = ("19", "20")
NO_YEAR, SHORT_YEAR = -1, 0
"""A number that names no year, and one whose year has two digits."""
MONTHS = (*(roman.upper() for roman in ROMAN_MONTHS), *(f"{at:02}" for at in range(1, 13)))
FIRST_SHORT = 10
"""Of the years in two digits behind a unit: “SOP-001-PTI-04” is the fourth of it."""
LETTERS, MOST_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 30
"""Of a unit; so many of them are looked at."""
BEHIND_UNIT, CODE = "-0000", "000"
"""Digits as 0: a year behind the letters of a unit, and an archive code in front."""
MOST_PARTS = 8
_AS_ZEROS = tuple((digit, "0") for digit in DIGITS[1:])


def year_formula(inside: str) -> str:
    """An expression for the year; `inside` is the one in front of the last part."""
    length = len(BEHIND_UNIT)
    behind, unit = (
        f"RIGHT({LAST_NAME},{length})",
        f"LEFT({LAST_NAME},MAX(LEN({LAST_NAME})-{length},0))",
    )
    glued = ",".join(
        (
            f'{_shape(behind)}="{BEHIND_UNIT}"',
            _is_century(f"MID({behind},2,2)"),
            f'ISNUMBER(FIND("/",{TEXT_NAME}))',
            f"LEN({unit})>1",
            _are_letters(unit),
        )
    )
    whole = f'{_shape(LAST_NAME)}="0000",{_is_century(f"LEFT({LAST_NAME},2)")}'
    told = f"IF({SHORT_NAME}=1,{SHORT_YEAR},{inside})"
    last = f"VALUE(RIGHT({LAST_NAME},4))"
    return f"IF(OR(AND({whole}),AND({glued})),{last},{told})"


def number_year(plain: str, inside: int) -> int:
    """What it comes to for a number as `plain_number` leaves it."""
    last = last_part(plain)
    glued = rf"[A-Z]{{2,{MOST_LETTERS}}}-" if "/" in plain else "(?!)"
    if found := re.fullmatch(f"(?:{glued})?((?:19|20)[0-9]{{2}})", last):
        return int(found[1])
    return SHORT_YEAR if is_short(plain) else inside


def short_formula() -> str:
    """1 where two digits at the end are a year: behind a month, or behind a unit and a serial."""
    count = f'(LEN({APART_NAME})-LEN(SUBSTITUTE({APART_NAME},"/",""))+1)'
    before = f"TRIM(LEFT(RIGHT({parts_formula()},{2 * LONGEST}),{LONGEST}))"
    month = f'ISNUMBER(FIND("|"&{before}&"|","|{"|".join(MONTHS)}|"))'
    starts = ";".join(str(1 + LONGEST * at) for at in range(MOST_PARTS))
    places = ";".join(str(1 + at) for at in range(MOST_PARTS))
    part = _shape(f"TRIM(MID({parts_formula()},{{{starts}}},{LONGEST}))")
    signs = "+".join(f'ISNUMBER(FIND("{sign}",{part}))' for sign in ".-")
    numbered = (
        f'ISNUMBER(FIND("0",{part}))*(((LEFT({part},1)="0")+{signs})>0)'
        f'*(1-(SUBSTITUTE(SUBSTITUTE({part},".",""),"0","")="")*ISNUMBER(FIND(".",{part})))'
        f'*(1-({{{places}}}=1)*({part}="{CODE}"))*({{{places}}}<{count})'
    )
    serial = (
        f"AND(VALUE({LAST_NAME})>={FIRST_SHORT},LEN({before})>0,{_are_letters(before)},"
        f"SUMPRODUCT({numbered})>0)"
    )
    return f'IF(AND({_shape(LAST_NAME)}="00",{count}>2),IF(OR({month},{serial}),1,0),0)'


def is_short(plain: str) -> bool:
    """What it comes to."""
    *parts, last = parts_of(plain)
    if len(parts) < 2 or not re.fullmatch("[0-9]{2}", last):
        return False
    unit = re.fullmatch(f"[A-Z]{{1,{MOST_LETTERS}}}", parts[-1])
    serials = parts[1:] if re.fullmatch("[0-9]{3}", parts[0]) else parts
    serial = any(map(_is_serial, serials[: MOST_PARTS - len(parts) + len(serials)]))
    return parts[-1] in MONTHS or bool(int(last) >= FIRST_SHORT and unit and serial)


def _is_serial(part: str) -> bool:
    dotted = re.fullmatch(r"[0-9.]+", part) and "." in part
    begins = re.match("[0-9]", part) or "." in part or "-" in part
    return bool(re.search("[0-9]", part) and begins and not dotted)


def _shape(text: str) -> str:
    return put_formula(text, _AS_ZEROS)


def _is_century(two: str) -> str:
    return f"OR({','.join(f'{two}={chr(34)}{one}{chr(34)}' for one in CENTURIES)})"


def _are_letters(text: str) -> str:
    places = ";".join(str(1 + at) for at in range(MOST_LETTERS))
    filled = f'{text}&REPT("{LETTERS[0]}",{MOST_LETTERS})'
    found = f'SUMPRODUCT(--ISNUMBER(FIND(MID({filled},{{{places}}},1),"{LETTERS}")))'
    return f"LEN({text})<={MOST_LETTERS},{found}={MOST_LETTERS}"
