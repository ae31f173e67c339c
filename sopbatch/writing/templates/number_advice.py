"""What the check will ask of a Nomor SOP that it takes: its year, the register's pattern."""

import re
from collections.abc import Iterator
from datetime import date

from sopbatch.model import CellValue
from sopbatch.schema.fields import AdvisedState, Field
from sopbatch.writing.templates.date_checks import date_year_name
from sopbatch.writing.templates.date_values import date_parts
from sopbatch.writing.templates.exchanges import DIGITS, is_one
from sopbatch.writing.templates.number_checks import (
    LONGEST,
    TEXT_NAME,
    parts_formula,
    parts_of,
    plain_number,
)
from sopbatch.writing.templates.number_years import (
    CENTURIES,
    NO_YEAR,
    SHORT_NAME,
    SHORT_YEAR,
    is_short,
    number_year,
    short_formula,
    year_formula,
)

YEAR_NAME, ADVICE_NAME = "sopb_nomor_tahun", "sopb_nomor_saran"
INSIDE_NAME = "sopb_nomor_tahun_tengah"
INSIDE = range(2, 8)
"""Places from 0 of parts that may be a year where the last one is none."""
_SLOT = re.compile(r"<(\w+)>")


def advice_counters(
    text: str, dates: tuple[tuple[Field, CellValue], ...], pattern: str
) -> Iterator[tuple[str, str, str | int]]:
    """Cells on the lists sheet: the year in the number, and what is advised of it.

    `dates` are those of which the number may bear the year; `pattern` is the register's, or "".
    """
    plain = plain_number(text)
    inside = year_inside(plain)
    yield INSIDE_NAME, f"=IFERROR({_inside_formula()},{NO_YEAR})", inside
    short = is_short(plain)
    yield SHORT_NAME, f"=IFERROR({short_formula()},0)", int(short)
    year = number_year(plain, inside)
    yield YEAR_NAME, f"=IFERROR({year_formula(INSIDE_NAME)},{NO_YEAR})", year
    told = [_year_of(value) for _, value in dates]
    known = [one for one in told if one > 0]
    wrong_year = year >= 0 and bool(known) and year not in known
    advice = AdvisedState.YEAR if wrong_year else ""
    if pattern and plain and not _fits(plain, pattern):
        advice = AdvisedState.PATTERN
    yield ADVICE_NAME, f"={_advice_formula(tuple(field for field, _ in dates), pattern)}", advice


def _advice_formula(dates: tuple[Field, ...], pattern: str) -> str:
    years = [
        f"IF(ISNUMBER({field.name}),YEAR({field.name}),{date_year_name(field)})" for field in dates
    ]
    known = ",".join(f"{year}>0" for year in years)
    other = ",".join(f"{YEAR_NAME}<>{year}" for year in years)
    wrong = f"AND({YEAR_NAME}>={SHORT_YEAR},OR({known}),{other})"
    advice = f'IF(IFERROR({wrong},FALSE),"{AdvisedState.YEAR}","")'
    if not pattern:
        return advice
    form, strokes = _wildcards(pattern), pattern.count("/")
    count = f'LEN({TEXT_NAME})-LEN(SUBSTITUTE({TEXT_NAME},"/",""))'
    fits = f'AND(COUNTIF({TEXT_NAME},"{form}")>0,{count}={strokes})'
    return f'IF(AND(LEN({TEXT_NAME})>0,NOT({fits})),"{AdvisedState.PATTERN}",{advice})'


def _wildcards(pattern: str) -> str:
    pieces = _SLOT.split("".join(pattern.upper().split()))
    return "".join(
        ("????" if piece.lower() == "tahun" else "*")
        if index % 2
        else re.sub(r"([*?~])", r"~\1", piece).replace('"', '""')
        for index, piece in enumerate(pieces)
    )


def _fits(plain: str, pattern: str) -> bool:
    pieces = _SLOT.split("".join(pattern.upper().split()))
    form = "".join(
        (".{4}" if piece.lower() == "tahun" else ".*") if index % 2 else re.escape(piece)
        for index, piece in enumerate(pieces)
    )
    return bool(re.fullmatch(form, plain)) and plain.count("/") == pattern.count("/")


def _inside_formula() -> str:
    """The first year among the parts from the third on."""
    told = str(NO_YEAR)
    for place in reversed(INSIDE):
        part = f"TRIM(MID({parts_formula()},{1 + LONGEST * place},{LONGEST}))"
        digits = ",".join(f'ISNUMBER(FIND(MID({part},{at},1),"{DIGITS}"))' for at in (3, 4))
        century = is_one(f"LEFT({part},2)", CENTURIES)
        told = f"IF(AND(LEN({part})=4,{century},{digits}),VALUE({part}),{told})"
    return told


def year_inside(plain: str) -> int:
    """The year in front of the last part of a number, as `plain_number` leaves it."""
    parts = parts_of(plain)[INSIDE.start : INSIDE.stop]
    return next((int(part) for part in parts if re.fullmatch("(?:19|20)[0-9]{2}", part)), NO_YEAR)


def _year_of(value: CellValue) -> int:
    return value.year if isinstance(value, date) else date_parts(value).year
