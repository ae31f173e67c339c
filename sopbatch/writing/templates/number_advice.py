"""What the check will ask of a Nomor SOP that it takes: its year, the register's pattern."""

import re
from collections.abc import Iterator
from datetime import date

from sopbatch.model import CellValue
from sopbatch.schema.fields import AdvisedState, Field
from sopbatch.text.number_patterns import pattern_form
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
INSIDE_NAME, TIGHT_NAME = "sopb_nomor_tahun_tengah", "sopb_nomor_rapat"
INSIDE = range(2, 8)
"""Places from 0 of parts that may be a year where the last one is none."""


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
    if pattern:
        tight = plain.replace(" ", "")
        yield TIGHT_NAME, f'=SUBSTITUTE({TEXT_NAME}," ","")', tight
        if tight and not _fits(tight, pattern):
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
    form, strokes = pattern_form(pattern, _wildcard, _escaped), pattern.count("/")
    count = f'LEN({TIGHT_NAME})-LEN(SUBSTITUTE({TIGHT_NAME},"/",""))'
    fits = f'AND(COUNTIF({TIGHT_NAME},"{form}")>0,{count}={strokes})'
    return f'IF(AND(LEN({TEXT_NAME})>0,NOT({fits})),"{AdvisedState.PATTERN}",{advice})'


def _wildcard(slot: str) -> str:
    return "????" if slot == "tahun" else "*"


def _escaped(text: str) -> str:
    return re.sub(r"([*?~])", r"~\1", text).replace('"', '""')


def _fits(tight: str, pattern: str) -> bool:
    form = pattern_form(pattern, lambda slot: ".{4}" if slot == "tahun" else ".*", re.escape)
    return bool(re.fullmatch(form, tight)) and tight.count("/") == pattern.count("/")


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
