"""What the cells of `date_checks` come to for a value."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sopbatch.model import CellValue
from sopbatch.schema.fields import OpenState, WrongState
from sopbatch.text.months import (
    ANNOUNCING,
    PLAIN_MONTHS,
    WEEKDAY_WORDS,
)
from sopbatch.writing.templates.civil_dates import CivilParts, civil
from sopbatch.writing.templates.clock_checks import BEFORE_CLOCK, ZONES, is_timed
from sopbatch.writing.templates.date_months import roman_month
from sopbatch.writing.templates.date_places import AS_X, is_announced, is_bare_place
from sopbatch.writing.templates.date_proof import is_placed, is_proven, signs
from sopbatch.writing.templates.date_signs import (
    BEHIND,
    BEHIND_DAY,
    BEHIND_MONTH,
    BESIDE_WORDS,
    ENDS,
    FRONT_SIGNS,
    KNOWN,
    MONTH_SHAPES,
    NTH,
    SPAN_WORDS,
    STRAIGHT,
    day_first_shapes,
    year_first_shapes,
)
from sopbatch.writing.templates.exchanges import ROOM, first_digit, put, trimmed

FIRST_SERIAL, LAST_SERIAL = 10_000, 99_999
"""Day numbers that are taken for dates."""
FIRST_YEAR, LAST_YEAR = 1901, 2199
DAY_ZERO = date(1899, 12, 30)
"""Day 0 of spreadsheets, for days after February 1900."""
UNREAD = -1
"""Stands for a part that is no number."""
DAY_FIRST, YEAR_FIRST, EIGHT, WORDED, MONTH_FIRST, SERIAL = "hbt", "tbh", "8", "kata", "bht", "5"
"""Orders of the parts: 28/04/2025, 2025-04-28, 20250428, 28 April 2025, April 28, 2025, 45775."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateParts(CivilParts):
    """What the parts of a date come to."""

    typed: str
    """In lower case and plain signs."""
    zoned: str
    """The same without signs and a time zone at its end."""
    clock: str
    """The last word of it, which may be a time of day."""
    head: str
    """What stands in front of that word and of "pukul"."""
    text: str
    """The date without a time of day."""
    signs: str
    """The signs among its letters and digits."""
    before: str
    """What stands in front of the first digit."""
    lead: int
    """The month that stands last of it, 0 for none."""
    said: str
    """The same without that month."""
    front: str
    """The same behind a place."""
    left: str
    """Words in front that do not announce a date."""
    letters: str
    """The same with x for every letter."""
    weekday: int
    rest: str
    """The text from the first digit on."""
    shape: str
    """The same with 0 for every digit."""
    word: str
    """What stands between day and year, between strokes."""
    named: int
    """The month that it names, 0 for none."""
    parts: str
    """The order of the parts, whatever stands in front of them."""
    order: str
    """The same of what the form reads, else ""."""
    day: int
    month: int
    year: int
    unclear: int
    """Whether day and month could be exchanged."""
    proven: int
    """Whether the check reads it the same way."""


NOT_READ: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "typed",
            "zoned",
            "clock",
            "head",
            "text",
            "zeros",
            "signs",
            "civil",
            "between",
            "before",
            "said",
            "front",
            "left",
            "letters",
            "rest",
            "shape",
            "word",
            "parts",
            "order",
        ),
        '""',
    ),
    **dict.fromkeys(("day", "month", "year"), str(UNREAD)),
    **dict.fromkeys(
        (
            *("lead", "weekday", "unclear", "named", "proven"),
            *("first_year", "second_year", "second_day", "moon"),
        ),
        "0",
    ),
}
"""What a part comes to whose formula fails."""


def date_fault(value: CellValue, *, spans: bool = False) -> str:
    """What the formula of `date_checks` comes to; `spans`: a month or a year is right as well."""
    at = date_parts(value)
    if not at.civil or at.order == SERIAL:
        return ""
    if not at.order and not (spans and _is_span(at)):
        read_behind = at.parts or at.second_year
        return OpenState.LEFT if read_behind else WrongState.UNCLEAR
    if not at.order:
        return "" if at.proven else OpenState.LEFT
    year, month, day = at.year, at.month, at.day
    if not (FIRST_YEAR <= year <= LAST_YEAR and is_day(year, month, day)):
        return WrongState.DATE
    other = at.weekday and date(year, month, day).isoweekday() != at.weekday
    if not at.proven or (other and trimmed(put(at.left, BESIDE_WORDS))):
        return OpenState.LEFT
    return WrongState.UNCLEAR if at.unclear or other else ""


def date_day(value: CellValue) -> int:
    """The day as spreadsheets count it, 0 for none that is sure: what `date_checks` counts."""
    if isinstance(value, int | float) and not _text(value):
        return int(value)
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return (day - DAY_ZERO).days
    at = date_parts(value)
    if at.order == SERIAL:
        return int(at.rest)
    sure = bool(at.order) and not date_fault(value)
    return (date(at.year, at.month, at.day) - DAY_ZERO).days if sure else 0


def _is_span(at: DateParts) -> bool:
    """Whether it is a month, a year or a part of one."""
    if at.shape == "0000" and at.left in ("", *SPAN_WORDS):
        return FIRST_YEAR <= int(at.rest) <= LAST_YEAR
    if at.shape in MONTH_SHAPES and not at.left and not at.lead:
        return FIRST_YEAR <= int(at.rest[-4:]) <= LAST_YEAR and 1 <= int(at.rest[:-5]) <= 12
    return False


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def date_parts(value: CellValue) -> DateParts:
    """What the cells of a date come to."""
    typed = _text(value)
    zoned = put(f"{typed}|", (*ENDS, *ZONES, ("|", "")))
    clock = zoned.rpartition(" ")[2]
    head = put(f"{zoned.removesuffix(clock)}|", BEFORE_CLOCK)
    text = head if is_timed(typed, clock, head) else typed
    parts = civil(text)
    day_text = parts.civil
    marks = signs(parts.zeros, parts.moon)
    digit = first_digit(day_text)
    before = f" {trimmed(put(day_text[:digit], FRONT_SIGNS))} "
    lead = sum(at for name, at in PLAIN_MONTHS.items() if before.endswith(f" {name} "))
    said = f"{before.strip(' ').rpartition(' ')[0]} " if lead else before
    said = f" {said}" if lead and said != " " else said
    first = said[1:].partition(" ")[0]
    cut = " , " in said and f" {first} " not in KNOWN
    front = f" {trimmed(said.partition(' , ')[2])} " if cut else said
    words = (*ANNOUNCING, *(word for word in WEEKDAY_WORDS if " " not in word))
    without = put(front.replace(" ", "  "), tuple((f" {word} ", "") for word in words))
    rest = put(f"{day_text[digit:][:ROOM]}|", BEHIND)
    shape = re.sub("[0-9]", "0", rest)
    leading = 2 if shape.startswith("00") else 1
    fits = len(rest) >= leading + 4
    between = rest[leading:-4]
    word = put(f"|{between}|", (*BEHIND_MONTH, *BEHIND_DAY)) if fits else ""
    named = PLAIN_MONTHS.get(word.strip("|"), 0) or roman_month(between, word)
    left = trimmed(without)
    alone = shape == "00000" and before == "  "
    close = shape.startswith("0000") and said.endswith(f" {left} ")
    bare = is_bare_place(said, front, left) and not close
    announced = is_announced(said, front, left) or bare
    order_of_parts = _order(rest, shape, word, named, lead=lead)
    order = SERIAL if alone else order_of_parts if announced else ""
    day, month, year = _numbers(order, rest, leading, lead or named)
    days = said if said.startswith(" di ") else front
    return DateParts(
        **asdict(parts),
        typed=typed,
        zoned=zoned,
        clock=clock,
        head=head,
        text=text,
        signs=marks,
        before=before,
        lead=lead,
        said=said,
        front=front,
        left=left,
        letters=put(left, AS_X),
        weekday=sum(at + 1 for name, at in WEEKDAY_WORDS.items() if f" {name} " in days),
        rest=rest,
        shape=shape,
        word=word,
        named=named,
        parts=order_of_parts,
        order=order,
        day=day,
        month=month,
        year=year,
        unclear=int(order == DAY_FIRST and day <= 12 and day != month),
        proven=int(
            is_proven(text, marks, parts.moon, day_text, lead, rest)
            and is_placed(text, said, front, left)
        ),
    )


def _order(rest: str, shape: str, word: str, named: int, *, lead: int) -> str:
    long_year = shape.endswith("0000") and not shape.endswith("00000")
    if lead:
        behind = word.strip("|") in ("", *NTH) and len(shape) > 5
        return MONTH_FIRST if long_year and behind else ""
    if shape in day_first_shapes():
        return DAY_FIRST
    if shape in year_first_shapes():
        return YEAR_FIRST
    if shape == "00000000" and rest[:2] in ("19", "20"):
        return EIGHT
    if long_year and named:
        return WORDED
    return ""


def _numbers(order: str, rest: str, leading: int, named: int) -> tuple[int, int, int]:
    """Day, month and year where the order says; `named` is the month that has a name."""
    if order == DAY_FIRST:
        return int(rest[:leading]), int(rest[leading + 1 : -5]), int(rest[-4:])
    if order == YEAR_FIRST:
        year, month, day = rest.split(rest[4])
        return int(day), int(month), int(year)
    if order == EIGHT:
        return int(rest[6:]), int(rest[4:6]), int(rest[:4])
    if order in (WORDED, MONTH_FIRST):
        return int(rest[:leading]), named, int(rest[-4:])
    return UNREAD, UNREAD, UNREAD


def _text(value: CellValue) -> str:
    if isinstance(value, date | datetime):
        return ""
    if isinstance(value, int | float):
        return "" if FIRST_SERIAL <= value < LAST_SERIAL + 1 else f"{value:.0f}"
    return trimmed(put(str(value).lower(), STRAIGHT))
