"""Dates typed as text: taken apart on the lists sheet, judged beside the cell."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime

from sopbatch.model import CellValue
from sopbatch.schema.fields import Field, WrongState

FIRST_SERIAL, LAST_SERIAL = 10_000, 99_999
"""Day numbers that are taken for dates."""
FIRST_YEAR, LAST_YEAR = 1901, 2199
UNREAD = -1
"""Stands for a part that is no number."""
_MONTHS = (
    "januari februari maret april mei juni juli agustus september oktober november desember "
    "jan feb mar apr mei jun jul agt sep okt nov des"
)
MONTHS = tuple(_MONTHS.split())
"""Names and short names, twelve each."""
SIGNS = "/-."
PARTS = ("teks", "hari", "bulan", "tahun", "angka")
"""Text with blanks for signs; day; month; year; whether day and month could be exchanged."""


def date_counters(field: Field, value: CellValue) -> Iterator[tuple[str, str, str | int]]:
    """Cells on the lists sheet: name, formula, what it comes to."""
    text, day, month, year, unclear = (_name(field, part) for part in PARTS)
    joined = f'SUBSTITUTE({text}," ","")'
    year_first = f'OR(LEN({text})=8,IFERROR(FIND(" ",{text}),0)=5)'
    iso = f"IFERROR(AND(LEN({joined})=8,VALUE({joined})>0,{year_first}),FALSE)"
    first = f'FIND(" ",{text})'
    word = f"TRIM(MID({text},{first}+1,LEN({text})-{first}-4))"
    names = ";".join(f'"{name}"' for name in MONTHS)
    named = f"IFERROR(MOD(MATCH(LOWER({word}),{{{names}}},0)-1,12)+1,VALUE({word}))"
    ended = f'IF(MID({text},LEN({text})-4,1)=" ",VALUE(RIGHT({text},4)),{UNREAD})'
    formulas = (
        _text_formula(field.name),
        _or_unread(f"IF({iso},VALUE(RIGHT({joined},2)),VALUE(LEFT({text},{first}-1)))"),
        _or_unread(f"IF({iso},VALUE(MID({joined},5,2)),{named})"),
        _or_unread(f"IF({iso},VALUE(LEFT({joined},4)),{ended})"),
        f"=IFERROR(IF(OR({iso},VALUE({word})<0),0,IF(AND({day}<=12,{day}<>{month}),1,0)),0)",
    )
    yield from zip((text, day, month, year, unclear), formulas, _parts(value), strict=True)


def date_fault_formula(field: Field) -> str:
    """What is wrong with the date of a field, "" for nothing."""
    text, day, month, year, unclear = (_name(field, part) for part in PARTS)
    made = f"DATE({year},{month},{day})"
    right = (
        f"IFERROR(AND({year}>={FIRST_YEAR},{year}<={LAST_YEAR},{month}>=1,{month}<=12,"
        f"DAY({made})={day},MONTH({made})={month}),FALSE)"
    )
    judged = f'IF({right},IF({unclear}=1,"{WrongState.UNCLEAR}",""),"{WrongState.DATE}")'
    return f'IF(LEN({text})=0,"",IF(MIN({day},{month},{year})<0,"{WrongState.UNCLEAR}",{judged}))'


def date_fault(value: CellValue) -> str:
    """What `date_fault_formula` comes to."""
    text, day, month, year, unclear = _parts(value)
    if not text:
        return ""
    if min(day, month, year) < 0:
        return WrongState.UNCLEAR
    if not (FIRST_YEAR <= year <= LAST_YEAR and is_day(year, month, day)):
        return WrongState.DATE
    return WrongState.UNCLEAR if unclear else ""


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _name(field: Field, part: str) -> str:
    return f"sopb_{field.name.removeprefix('id_')}_{part}"


def _or_unread(expression: str) -> str:
    return f"=IFERROR({expression},{UNREAD})"


def _text_formula(cell: str) -> str:
    """The text with single blanks for signs; "" for what is a date already."""
    text = cell
    for sign in SIGNS:
        text = f'SUBSTITUTE({text},"{sign}"," ")'
    serial = f'IF(AND({cell}>={FIRST_SERIAL},{cell}<{LAST_SERIAL + 1}),"",TEXT({cell},"0"))'
    return f'=IFERROR(IF(ISNUMBER({cell}),{serial},TRIM({text})),"")'


def _text(value: CellValue) -> str:
    if isinstance(value, date | datetime):
        return ""
    if isinstance(value, int | float):
        return "" if FIRST_SERIAL <= value < LAST_SERIAL + 1 else f"{value:.0f}"
    text = str(value)
    for sign in SIGNS:
        text = text.replace(sign, " ")
    return " ".join(filter(None, text.split(" ")))


def _parts(value: CellValue) -> tuple[str, int, int, int, int]:
    text = _text(value).strip(" ")
    joined = text.replace(" ", "")
    if len(joined) == 8 and joined.isdecimal() and (len(text) == 8 or text.find(" ") == 4):
        return text, int(joined[6:]), int(joined[4:6]), int(joined[:4]), 0
    first, _, rest = text.partition(" ")
    word, year = rest[:-4].strip(" "), text[-4:]
    day = int(first) if first.isdecimal() and rest else UNREAD
    month = _month(word)
    ended = text[-5:-4] == " " and year.isdecimal()
    unclear = word.isdecimal() and day <= 12 and day != month
    return text, day, month, int(year) if ended else UNREAD, int(unclear)


def _month(word: str) -> int:
    if word.lower() in MONTHS:
        return MONTHS.index(word.lower()) % 12 + 1
    return int(word) if word.isdecimal() else UNREAD
