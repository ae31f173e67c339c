"""A stored number with its format becomes a value; a value with its format the text it shows."""

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from sopbatch.model import CellError, CellValue
from sopbatch.reading.shown.codes import FormatKind, FormatSection, sections
from sopbatch.reading.shown.moments import ZERO_DAY, Moment, show_moment
from sopbatch.reading.shown.numbers import show_number
from sopbatch.reading.values.text import as_text

_DAY = timedelta(days=1)
_LAST_SERIAL = 2_958_466
"""The day after 31 December 9999."""
_FIRST_1904 = 1462
"""Days from the first day of the common date system to that of 1904."""
LONGEST_ELAPSED = 366 * 24 * 60
"""Days; larger numbers shown as hours are no durations."""


def stored_value(serial: float, code: str, *, date_1904: bool = False) -> CellValue:
    """What a stored number means: a day or a time where its format shows one."""
    if not math.isfinite(serial):
        return CellError("#NUM!")
    section = _chosen(sections(code), serial)
    kind = section.kind if section else FormatKind.GENERAL
    if kind is FormatKind.DATE:
        return _moment(serial + (_FIRST_1904 if date_1904 else 0), serial)
    if kind in (FormatKind.TIME, FormatKind.ELAPSED) and abs(serial) < LONGEST_ELAPSED:
        span = timedelta(milliseconds=round(serial * _DAY / timedelta(milliseconds=1)))
        if kind is FormatKind.TIME and timedelta() <= span < _DAY:
            return (ZERO_DAY + span).time()
        return span
    return serial


def _moment(serial: float, otherwise: float) -> CellValue:
    if not 0 <= serial < _LAST_SERIAL:
        return otherwise
    moment = ZERO_DAY + timedelta(milliseconds=round(serial * _DAY / timedelta(milliseconds=1)))
    return moment.date() if moment.time() == time.min else moment


def shown_text(value: CellValue, code: str) -> str | None:
    """The text a cell shows, None when its format says nothing beyond the value.

    Only a zero may be hidden by its format: any other value without a text is told as it is.
    """
    found = sections(code)
    if not found:
        return None
    match value:
        case str():
            return _text(value, found)
        case bool() | CellError():
            return None
        case int() | float():
            text = _number(Decimal(f"{value:.15g}"), found)
            return text if text or not value else None
        case datetime() | date() | time() | timedelta():
            return _of_moment(value, found)


def _number(value: Decimal, found: tuple[FormatSection, ...]) -> str | None:
    section = _chosen(found, float(value))
    if section is None or section.kind not in (FormatKind.NUMBER, FormatKind.GENERAL):
        return None
    if section.kind is FormatKind.GENERAL:
        general = as_text(float(abs(value)))
        text = "".join(general if p.sort == "general" else p.text for p in section.parts)
    else:
        text = show_number(abs(value), section)
    signed = value < 0 and not _is_for_negatives(section, found)
    return f"-{text}" if signed and any(letter in "123456789" for letter in text) else text


def _is_for_negatives(section: FormatSection, found: tuple[FormatSection, ...]) -> bool:
    """Whether a section takes negative numbers alone, so that they show no sign of their own."""
    if section.condition is None:
        return len(found) > 1 and section is found[1] and found[0].condition is None
    operator, bound = section.condition
    return operator in ("<", "<=") and bound <= 0


def _chosen(found: tuple[FormatSection, ...], value: float) -> FormatSection | None:
    """The section for a number: by its own condition, or by sign."""
    found = tuple(section for section in found if section.kind is not FormatKind.TEXT)[:3]
    if not found:
        return None
    if any(section.condition for section in found):
        return next((s for s in found if s.condition is None or _holds(s.condition, value)), None)
    if len(found) == 1 or value > 0 or (value == 0 and len(found) == 2):
        return found[0]
    return found[1] if value < 0 else found[2]


def _holds(condition: tuple[str, float], value: float) -> bool:
    operator, bound = condition
    match operator:
        case "<":
            return value < bound
        case "<=":
            return value <= bound
        case ">":
            return value > bound
        case ">=":
            return value >= bound
        case "=":
            return value == bound
    return value != bound


def _of_moment(value: Moment, found: tuple[FormatSection, ...]) -> str | None:
    section = next(
        (s for s in found if s.kind in (FormatKind.DATE, FormatKind.TIME, FormatKind.ELAPSED)), None
    )
    return show_moment(value, section) if section else None


def _text(value: str, found: tuple[FormatSection, ...]) -> str | None:
    """A text among the words of the section for texts."""
    section = found[3] if len(found) == 4 else found[-1]
    if section.kind is not FormatKind.TEXT:
        return None
    return "".join(value if part.sort == "at" else part.text for part in section.parts)


def changes_texts(code: str) -> bool:
    """Whether a format adds words to texts."""
    return "@" in code and _text("x", sections(code)) not in (None, "x")
