"""Dates, numbers and lists in Indonesian words."""

from datetime import date, time

from babel.numbers import format_decimal

from sopbatch.text.months import MONTHS


def long_date(day: date) -> str:
    """ "9 Oktober 2026"."""
    return f"{day.day} {month_in_words(day)}"


def short_date(day: date) -> str:
    """ "9 Okt 2026", where there is no room for more."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month_in_words(day: date) -> str:
    """ "Oktober 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def state_of(day: date, until: time | None) -> str:
    """ "Keadaan per 9 Oktober 2026 pukul 16.00"; without the time at the end of the day."""
    return f"Keadaan per {cutoff(day, until) if until else long_date(day)}"


def cutoff(day: date, until: time | None) -> str:
    """ "9 Oktober 2026 pukul 24.00"."""
    return f"{long_date(day)} pukul {f'{until:%H.%M}' if until else '24.00'}"


def week_in_words(week: str) -> str:
    """ "minggu ke-48 tahun 2026", of the code "2026-W48"."""
    year, _, number = week.partition("-W")
    return f"minggu ke-{int(number)} tahun {year}"


def kilobytes(size: int) -> int:
    """The size of a file in whole KB, as file managers show it: rounded up."""
    return -(-size // 1024)


def count(number: int) -> str:
    """ "2.000"."""
    return format_decimal(number, locale="id")


def days_left(days: int) -> str:
    """ "lewat 3 hari", "hari ini", "3 hari lagi"."""
    if days < 0:
        return f"lewat {count(-days)} hari"
    return "hari ini" if days == 0 else f"{count(days)} hari lagi"


def two_decimals(number: float) -> str:
    """ "2,25", "2,5", and "2" for a whole number."""
    return str(format_decimal(round(number, 2), "#,##0.##", locale="id"))


def one_decimal(number: float) -> str:
    """ "2,5", and "2,0" for a whole number."""
    return format_decimal(round(number, 1), "#,##0.0", locale="id")


def percent(fraction: float | None) -> str:
    """ "47,5%", and "-" where nothing was to be divided by."""
    if fraction is None:
        return "-"
    return format_decimal(fraction * 100, "0.0", locale="id") + "%"


def enumeration(items: list[str]) -> str:
    """ "A, B, dan C"."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"


def begun(text: str) -> str:
    """A text as a sentence begins: its first word large, unless that is a code or a sign."""
    first = text.split(" ", 1)[0].rstrip(",;:.")
    return text[:1].upper() + text[1:] if first.isalpha() else text


def as_sentence(text: str) -> str:
    """A reason as a sentence of its own: begun large, and ended; "" and "-" say nothing."""
    said = begun(text.rstrip())
    ended = not any(map(str.isalnum, said)) or said.rstrip("”)").endswith((".", "?", "!", "…"))
    return said if ended else f"{said}."
