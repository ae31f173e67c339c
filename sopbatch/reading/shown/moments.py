"""Dates and times as a number format shows them, with Indonesian names."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from sopbatch.reading.shown.codes import FormatPiece, FormatSection
from sopbatch.text.months import MONTHS, WEEKDAYS

Moment = datetime | date | time | timedelta

ZERO_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets know no time zones
_ENGLISH = 0x09
_LANGUAGE = 0x3FF
"""The bits of a Windows locale that name the language."""
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMES: Mapping[bool, tuple[Sequence[str], Sequence[str]]] = MappingProxyType(
    {False: (MONTHS, WEEKDAYS), True: (_ENGLISH_MONTHS, _ENGLISH_DAYS)}
)
_SHORTENED = {"Agustus": "Agu"}


def show_moment(value: Moment, section: FormatSection) -> str:
    """The text of a date, time or duration in a section of dates or times."""
    digits = max((len(part.text) for part in section.parts if part.sort == "f"), default=0)
    clock = _Clock(value, digits, rounds=not section.sorts.isdisjoint(("s", "elapsed")))
    is_half_day = "a" in section.sorts
    months, days = _NAMES[section.language & _LANGUAGE == _ENGLISH]
    pieces = []
    for part in section.parts:
        match part.sort:
            case "y" | "m" | "d":
                pieces.append(_of_day(part, clock.day, months, days))
            case "text":
                pieces.append(part.text)
            case _:
                pieces.append(clock.show(part, is_half_day=is_half_day))
    return clock.sign * ("elapsed" in section.sorts) + "".join(pieces)


class _Clock:
    """A moment taken apart into a day and thousandths of a second since its midnight."""

    def __init__(self, value: Moment, digits: int, *, rounds: bool) -> None:
        span = _span(value)
        self.sign = "-" if span < timedelta() else ""
        unit = 10 ** (6 - digits)
        micro = round(abs(span) / timedelta(microseconds=1))
        # Seconds are rounded to what is shown of them; what is not shown is cut off.
        self.micro = (micro + unit // 2) // unit * unit if rounds else micro
        self.day = ZERO_DAY + (timedelta(microseconds=self.micro) * (-1 if self.sign else 1))
        self.seconds = self.micro // 1_000_000

    def show(self, part: FormatPiece, *, is_half_day: bool) -> str:
        """The text of a part of a time."""
        hour = self.seconds // 3600 % 24
        wide = len(part.text)
        match part.sort:
            case "elapsed":
                unit = {"h": 3600, "m": 60, "s": 1}[part.text[0]]
                return f"{self.seconds // unit:0{wide}}"
            case "h":
                return f"{(hour - 1) % 12 + 1 if is_half_day else hour:0{min(wide, 2)}}"
            case "i":
                return f"{self.seconds // 60 % 60:0{wide}}"
            case "s":
                return f"{self.seconds % 60:0{min(wide, 2)}}"
            case "f":
                return f",{self.micro % 1_000_000:06}"[: wide + 1]
            case "a":
                return "PM" if hour >= 12 else "AM"
        return part.text


def _span(value: Moment) -> timedelta:
    match value:
        case timedelta():
            return value
        case datetime():
            return value.replace(tzinfo=None) - ZERO_DAY
        case date():
            return datetime.combine(value, time.min) - ZERO_DAY
        case time():
            return datetime.combine(ZERO_DAY, value.replace(tzinfo=None)) - ZERO_DAY


def _of_day(part: FormatPiece, day: datetime, months: Sequence[str], days: Sequence[str]) -> str:
    wide = len(part.text)
    match part.sort, wide:
        case "y", 1 | 2:
            return f"{day.year % 100:02}"
        case "y", _:
            return f"{day.year:04}"
        case "m", 1 | 2:
            return f"{day.month:0{wide}}"
        case "m", 3:
            name = months[day.month - 1]
            return _SHORTENED.get(name, name[:3])
        case "m", 5:
            return months[day.month - 1][0]
        case "m", _:
            return months[day.month - 1]
        case "d", 1 | 2:
            return f"{day.day:0{wide}}"
        case "d", 3:
            return days[day.weekday()][:3]
    return days[day.weekday()]
