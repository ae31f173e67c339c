"""What the cells of `date_checks` come to for a value."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product

from sopbatch.model import CellValue
from sopbatch.schema.fields import WrongState
from sopbatch.text.months import ANNOUNCING, BESIDE_ANNOUNCING, PLAIN_MONTHS, WEEKDAY_WORDS
from sopbatch.writing.templates.clock_checks import BEFORE_CLOCK, ZONES, is_timed
from sopbatch.writing.templates.exchanges import DIGITS, ROOM, put, trimmed

FIRST_SERIAL, LAST_SERIAL = 10_000, 99_999
"""Day numbers that are taken for dates."""
FIRST_YEAR, LAST_YEAR = 1901, 2199
DAY_ZERO = date(1899, 12, 30)
"""Day 0 of spreadsheets, for days after February 1900."""
UNREAD = -1
"""Stands for a part that is no number."""
DAY_FIRST, YEAR_FIRST, EIGHT, WORDED, MONTH_FIRST, SERIAL = "hbt", "tbh", "8", "kata", "bht", "5"
"""Orders of the parts: 28/04/2025, 2025-04-28, 20250428, 28 April 2025, April 28, 2025, 45775."""
SEPARATORS = "-/."
STRAIGHT = (
    *(("\u00a0", " "), ("\n", " ")),
    *((sign, "'") for sign in "‘’´`"),
    *((sign, "-") for sign in "‐‑‒–—−"),
    *(("jum at", "jum'at"), ("\t", " ")),
)
"""Signs that are the same to the check."""
FRONT_SIGNS = tuple((sign, " , " if sign == "," else " ") for sign in BESIDE_ANNOUNCING)
ENDS = (*((".|", "|"), (",|", "|"), (";|", "|"), (":|", "|")), (" |", "|"), (".|", "|"))
"""What may stand behind a date, taken away before the stroke that ends it."""
TIGHT = tuple(pair for sign in SEPARATORS for pair in ((f" {sign}", sign), (f"{sign} ", sign)))
"""Blanks beside the signs between numbers."""
BEHIND_MONTH = (
    ("'|", "|"),
    *(
        (f"{sign}{word}|", f"{sign}|")
        for word in ("tahun ", "th.", "th ", "th")
        for sign in " -/.,"
    ),
    *((" |", "|"), ("-|", "|"), ("/|", "|"), (",|", "|"), (".|", "|"), (" |", "|"), (".|", "|")),
)
NTH = ("st", "nd", "rd", "th")
BEHIND_DAY = (("| ", "|"), ("|-", "|"), ("|/", "|"), ("|.", "|"), ("| ", "|"))
SPAN_WORDS = (
    *("tahun", "th", "bulan"),
    *(f"{part} {nth}" for part in ("triwulan", "tw") for nth in ("i", "ii", "iii", "iv")),
    *(f"semester {nth}" for nth in ("i", "ii")),
)
"""In front of the year of a span: "bulan Maret 2026", "Triwulan II 2026"."""
MONTH_SHAPES = ("0/0000", "00/0000", "0-0000", "00-0000")
KNOWN = f" {' '.join((*ANNOUNCING, *WEEKDAY_WORDS))} , "
"""Words that are no place, in one text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateParts:
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
    weekday: int
    rest: str
    """The text from the first digit on."""
    shape: str
    """The same with 0 for every digit."""
    word: str
    order: str
    day: int
    month: int
    year: int
    unclear: int
    """Whether day and month could be exchanged."""


NOT_READ: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "typed",
            "zoned",
            "clock",
            "head",
            "text",
            "before",
            "said",
            "front",
            "left",
            "rest",
            "shape",
            "word",
            "order",
        ),
        '""',
    ),
    **dict.fromkeys(("day", "month", "year"), str(UNREAD)),
    **dict.fromkeys(("lead", "weekday", "unclear"), "0"),
}
"""What a part comes to whose formula fails."""


def day_first_shapes() -> tuple[str, ...]:
    """Shapes of 28/4/2025."""
    return _shapes("{a}{s}{b}{s}0000")


def year_first_shapes() -> tuple[str, ...]:
    """Shapes of 2025-4-28."""
    return _shapes("0000{s}{a}{s}{b}")


def _shapes(shape: str) -> tuple[str, ...]:
    each = product(SEPARATORS, ("0", "00"), ("0", "00"))
    return tuple(shape.format(s=sign, a=one, b=other) for sign, one, other in each)


def date_fault(value: CellValue, *, spans: bool = False) -> str:
    """What the formula of `date_checks` comes to; `spans`: a month or a year is right as well."""
    at = date_parts(value)
    if not at.text or at.order == SERIAL:
        return ""
    if not at.order:
        return "" if spans and _is_span(at) else WrongState.UNCLEAR
    year, month, day = at.year, at.month, at.day
    if not (FIRST_YEAR <= year <= LAST_YEAR and is_day(year, month, day)):
        return WrongState.DATE
    other = at.weekday and date(year, month, day).isoweekday() != at.weekday
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
    digit = next((at for at, sign in enumerate(text) if sign in DIGITS), len(text))
    before = f" {trimmed(put(text[:digit], FRONT_SIGNS))} "
    lead = sum(at for name, at in PLAIN_MONTHS.items() if before.endswith(f" {name} "))
    said = f"{before.strip(' ').rpartition(' ')[0]} " if lead else before
    said = f" {said}" if lead and said != " " else said
    first = said[1:].partition(" ")[0]
    cut = " , " in said and f" {first} " not in KNOWN
    front = f" {trimmed(said.partition(' , ')[2])} " if cut else said
    words = (*ANNOUNCING, *(word for word in WEEKDAY_WORDS if " " not in word))
    without = put(front.replace(" ", "  "), tuple((f" {word} ", "") for word in words))
    rest = put(f"{text[digit:][:ROOM]}|", (*ENDS, *TIGHT, ("|", "")))
    shape = re.sub("[0-9]", "0", rest)
    leading = 2 if shape.startswith("00") else 1
    fits = len(rest) >= leading + 4
    word = put(f"|{rest[leading:-4]}|", (*BEHIND_MONTH, *BEHIND_DAY)) if fits else ""
    left = trimmed(without)
    alone = shape == "00000" and before == "  "
    order = _order(rest, shape, word, announced=_announced(said, front, left), lead=lead)
    order = SERIAL if alone else order
    day, month, year = _numbers(
        order, rest, leading, lead or PLAIN_MONTHS.get(word.strip("|"), UNREAD)
    )
    return DateParts(
        typed=typed,
        zoned=zoned,
        clock=clock,
        head=head,
        text=text,
        before=before,
        lead=lead,
        said=said,
        front=front,
        left=left,
        weekday=sum(at + 1 for name, at in WEEKDAY_WORDS.items() if f" {name} " in front),
        rest=rest,
        shape=shape,
        word=word,
        order=order,
        day=day,
        month=month,
        year=year,
        unclear=int(order == DAY_FIRST and day <= 12 and day != month),
    )


def _announced(said: str, front: str, left: str) -> bool:
    """Whether what stands in front of a date says nothing else than words and a place may."""
    words = trimmed(left.replace(",", " "))
    place = left.endswith(",") and front == said and words in left and words[:1].islower()
    inside = words.startswith("di ") and words.count(" ") <= 2 and "-" not in words
    return not words or place or inside


def _order(rest: str, shape: str, word: str, *, announced: bool, lead: int) -> str:
    long_year = shape.endswith("0000") and not shape.endswith("00000")
    if not announced:
        return ""
    if lead:
        behind = word.strip("|") in ("", *NTH) and len(shape) > 5
        return MONTH_FIRST if long_year and behind else ""
    if shape in day_first_shapes():
        return DAY_FIRST
    if shape in year_first_shapes():
        return YEAR_FIRST
    if shape == "00000000" and rest[:2] in ("19", "20"):
        return EIGHT
    if long_year and word.strip("|") in PLAIN_MONTHS:
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
