"""Numbers as they are written in a time: in digits, as fractions, in simple words."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sopbatch.model.flags import NO_FLAGS, Flag, Flags
from sopbatch.text.alike import slips
from sopbatch.text.spelled import in_words

NUMERALS = {
    "setengah": 0.5,
    "satu": 1.0,
    "dua": 2.0,
    "tiga": 3.0,
    "empat": 4.0,
    "lima": 5.0,
    "enam": 6.0,
    "tujuh": 7.0,
    "delapan": 8.0,
    "sembilan": 9.0,
    "sepuluh": 10.0,
}
NUMERAL_WORDS = frozenset(NUMERALS) | frozenset(
    ("nol", "sebelas", "belas", "puluh", "seratus", "ratus", "seribu", "ribu")
)
"""Words of which longer numbers in words consist."""
_GLUED = re.compile(f"(?:{'|'.join(sorted(NUMERAL_WORDS, key=len, reverse=True))})+")
"""“duapuluh”, “limabelas”."""
_LEAST_TO_SLIP = 4
"""Letters of a word in which a slip is no other word."""


def spells_number(words: Sequence[str]) -> bool:
    """Whether words in small letters spell a number, with a slip or without blanks too."""
    return bool(words) and all(word.isdigit() or _is_numeral(word) for word in words)


def spelt_flags(number: float, words: Sequence[str]) -> Flags:
    """Whether words in small letters spell exactly another whole number below 1,000."""
    spelt = _spelt_numbers().get("".join(words), number)
    return NO_FLAGS if spelt == number else frozenset({Flag.SPELT_OTHERWISE})


@cache
def _spelt_numbers() -> Mapping[str, int]:
    return {in_words(number).replace(" ", ""): number for number in range(1000)}


def _is_numeral(word: str) -> bool:
    if _GLUED.fullmatch(word):
        return True
    near = (one for one in NUMERAL_WORDS if len(one) >= _LEAST_TO_SLIP)
    return len(word) >= _LEAST_TO_SLIP and any(slips(word, one, 1) <= 1 for one in near)


def of_digits(digits: str) -> float:
    """Indonesian digits: "1.440" is above a thousand, "1.5" and "1,5" are one and a half."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        return float(digits.replace(".", ""))
    return float(digits.replace(",", "."))


def of_fraction(text: str) -> float:
    """“3/4” as a number."""
    upper, lower = text.split("/")
    return int(upper) / int(lower)
