"""Cell values in, text out: as the officer sees them, as numbers of steps, as symbols."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from math import isfinite

from sopbatch.model.grid import CellError, CellValue
from sopbatch.model.sop import Symbol
from sopbatch.schema.symbols import SYMBOL_WORDS
from sopbatch.text.spelled import FIGURES_SPELT
from sopbatch.text.straight import fold, straighten
from sopbatch.text.words import long_date

_STEP = re.compile(r"\(?0*(\d{1,9})(?:[.,]0+)?\s*[).,:]?")
_SYMBOL_WORDS = {word: symbol for symbol, words in SYMBOL_WORDS.items() for word in words}


def as_text(value: CellValue | None) -> str:
    """A cell's value as the officer sees it: 3.0 is "3", half is "0,5", a date "28 April 2009"."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return f"{Decimal(value):f}"
        case float():
            return _float_text(value)
        case CellError():
            return value.code
        case _:
            return _moment_text(value)


def _moment_text(value: datetime | date | time | timedelta) -> str:
    match value:
        case datetime():
            day = long_date(value)
            return day if value.time() == time.min else f"{day} {_moment_text(value.time())}"
        case date():
            return long_date(value)
        case time():
            return value.strftime("%H:%M:%S" if value.second else "%H:%M")
        case timedelta():
            return _timedelta_text(value)


def _float_text(value: float) -> str:
    """Fifteen digits, which is all that a spreadsheet keeps, with the Indonesian decimal comma."""
    if not isfinite(value):
        return ""
    plain = f"{Decimal(f'{value:.15g}'):f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")


def _timedelta_text(value: timedelta) -> str:
    seconds = round(abs(value.total_seconds()))
    sign = "-" if value < timedelta() else ""
    tail = f":{seconds % 60:02}" if seconds % 60 else ""
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}{tail}"


def step_number(value: CellValue | None) -> int | None:
    """The number of a step, typed as "1", "1.", 1.0, "1)" or "(1)"; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    found = _STEP.fullmatch(straighten(as_text(value)[:50]))
    return int(found.group(1)) if found else None


def count_number(value: CellValue | None) -> int | None:
    """The number of a count, typed as that of a step or with its word: "0 (nol)"."""
    number = step_number(value)
    if number is None and isinstance(value, str):
        return FIGURES_SPELT.get(straighten(value[:50]).lower().replace(" ", ""))
    return number


def is_column_numbers(values: Iterable[CellValue | None]) -> bool:
    """Whether a row only counts its columns: three or more numbers or "(n)", always rising."""
    filled = [value for value in values if value is not None and as_text(value).strip()]
    numbers = [number for value in filled if (number := step_number(value)) is not None]
    rising = all(left < right for left, right in pairwise(numbers))
    return rising and len(numbers) == len(filled) >= 3


def symbol(value: str) -> Symbol | None:
    """The symbol that a word or sign in a lane stands for; None when it is not a known one."""
    return _SYMBOL_WORDS.get(fold(value[:50]).replace("\ufe0f", ""))
