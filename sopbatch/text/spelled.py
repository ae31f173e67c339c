"""Numbers, days and amounts as official papers write them out."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from sopbatch.text.months import MONTHS, WEEKDAYS
from sopbatch.text.words import count

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
"""From 0 to 9."""
_SCALES = ((1000, "ribu"), (100, "ratus"), (10, "puluh"))
_TEENS = 20


def rupiah(amount: int) -> str:
    """Such as "Rp20.000"."""
    return f"Rp{count(amount)}"


def in_words(number: int) -> str:
    """A number from 0 to 9999 in words, such as "dua ribu dua puluh lima"."""
    for size, name in _SCALES:
        if number >= size and not (size == 10 and 10 < number < _TEENS):
            many, rest = divmod(number, size)
            head = f"se{name}" if many == 1 else f"{in_words(many)} {name}"
            return f"{head} {in_words(rest)}" if rest else head
    if number > 10:
        return "sebelas" if number == 11 else f"{DIGITS[number - 10]} belas"
    return DIGITS[number]


FIGURES_SPELT: Mapping[str, int] = MappingProxyType(
    {f"{number}({in_words(number)})".replace(" ", ""): number for number in range(21)}
)
"""Small numbers with their words in brackets, without blanks: "0(nol)"."""


def day_in_words(day: date) -> str:
    """Such as "Rabu, tanggal tiga bulan Maret tahun dua ribu dua puluh lima"."""
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    return f"{weekday}, tanggal {in_words(day.day)} bulan {month} tahun {in_words(day.year)}"


_ROMANS = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Such as "IV", for annexes."""
    text = ""
    for size, sign in _ROMANS:
        text, number = text + sign * (number // size), number % size
    return text
