"""Numbers and units that stand in the ends of a range."""

from sopbatch.schema.time_units import UNIT_WORDS
from sopbatch.writing.templates.exchanges import DIGITS, Pairs, put, put_formula, trimmed
from sopbatch.writing.templates.looked_up import DIGITS as ANY_DIGIT
from sopbatch.writing.templates.time_pieces import AS_ZEROS
from sopbatch.writing.templates.time_words import SECONDS, SECONDS_NAME, UNITS_NAME

LENGTHS = (1, 2, 3, 4, 5, 6)
"""Digits of a number that may be looked at."""
LENGTHS_NAME = "sopb_panjang"
"""Their defined name."""
AS_BLANKS: Pairs = tuple((sign, " ") for sign in (*DIGITS, "."))


ENDS: Pairs = (
    *((word, word.partition("-")[0]) for word in ("rata-rata", "kira-kira")),
    *((f" {word} ", "-") for word in ("sampai dengan", "sampai", "hingga")),
    *((f" {word} ", "-") for word in ("s.d.", "s.d", "sd")),
    *((word, "-") for word in ("s.d.", "s.d", "sd", " - ", "- ", " -")),
    *(("max", "mak"), ("×", "x"), ("*", "x"), (" kali ", "x")),
)
"""What stands between the ends of a range, and between the factors of a product."""
NUMERALS: Pairs = (
    *(("satu", "1"), ("dua", "2"), ("tiga", "3"), ("empat", "4"), ("lima", "5"), ("enam", "6")),
    *(("tujuh", "7"), ("delapan", "8"), ("sembilan", "9"), ("sepuluh", "10")),
)


def ends_formula(head: str) -> str:
    """A time with "-" between the ends of a range and digits for numerals."""
    return f"TRIM({put_formula(head, (*ENDS, *NUMERALS))})"


def ends(head: str) -> str:
    """What it comes to."""
    return trimmed(put(head, (*ENDS, *NUMERALS)))


def number(text: str) -> str:
    """The number with which a text begins behind words and signs, at most six digits of it.

    0 for none.
    """
    digit = f'SUMPRODUCT(MIN(FIND({ANY_DIGIT},{text}&"{DIGITS}")))'
    first = f"MID({text},{digit},{LENGTHS[-1]})"
    shape = put_formula(first, AS_ZEROS)
    count = f'SUMPRODUCT(--(LEFT({shape},{LENGTHS_NAME})=REPT("0",{LENGTHS_NAME})))'
    return f"IFERROR(VALUE(LEFT({first},{count})),0)"


def number_of(text: str) -> int:
    """What it comes to."""
    at = next((place for place, sign in enumerate(text) if sign in DIGITS), len(text))
    first = text[at : at + LENGTHS[-1]]
    count = next((place for place, sign in enumerate(first) if sign not in DIGITS), len(first))
    return int(first[:count] or 0)


def seconds(text: str) -> str:
    """Seconds of the longest unit in a text, 0 for none."""
    apart = f'" "&{put_formula(text, AS_BLANKS)}&" "'
    return f"SUMPRODUCT(MAX(ISNUMBER(FIND({UNITS_NAME},{apart}))*{SECONDS_NAME}))"


def seconds_of(text: str) -> int:
    """What it comes to."""
    apart = f" {put(text, AS_BLANKS)} "
    return max(
        (SECONDS[unit] for word, unit in UNIT_WORDS.items() if f" {word} " in apart), default=0
    )
