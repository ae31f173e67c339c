"""Times of rows that were put in, which have no hidden columns: how they begin and end."""

from sopbatch.schema.time_units import BESIDE_UNITS, UNIT_WORDS
from sopbatch.writing.templates.exchanges import DIGITS, put_formula
from sopbatch.writing.templates.nothing import says_nothing_formula
from sopbatch.writing.templates.time_unread import last_word
from sopbatch.writing.templates.time_words import (
    APART,
    KINDS_OF_YEAR,
    LABELS,
    LEADING,
    NOT_LAST,
    NUMERALS,
    OF_DAYS,
    OF_MOMENTS,
    RANGING,
    ROUND,
    TAILS,
    YEARS,
)

FIRST_WORDS_NAME, LAST_WORDS_NAME = "sopb_awal_waktu", "sopb_akhir_waktu"
NO_ENDS_NAME = "sopb_bukan_ujung_waktu"
"""Defined names of cells that hold words."""
NUMBER = "0"
"""Stands for each digit."""
_KNOWN = (
    *UNIT_WORDS,
    *(f"se{word}" for word in UNIT_WORDS if word.isalpha()),
    *(*NUMERALS, *OF_DAYS, *OF_MOMENTS, *ROUND, *KINDS_OF_YEAR, *RANGING, *LEADING, *LABELS),
    *("wulan", "x", "×", "kali", "tri", "catur", "paling", "rata", "estimasi", "kira", "kurang"),
    *("lebih", "selambat", "lambat", "lambatnya", "selambatnya", "banyak", "sekurang"),
    *("kurangnya", "pembelajaran"),
)
_LAST = tuple(word for word in _KNOWN if word not in NOT_LAST)
_NO_ENDS = (
    *(f"{first} {last}" for first in UNIT_WORDS for last in UNIT_WORDS),
    *(
        f"{unit} {kind}"
        for unit in UNIT_WORDS
        for kind in (*KINDS_OF_YEAR, "pembelajaran")
        if unit not in YEARS and (unit, kind[:3]) not in (("jam", "pel"), ("jam", "pem"))
    ),
)
INSERTED_TIME_LISTS: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    (FIRST_WORDS_NAME, (f" {' '.join((NUMBER, *_KNOWN))} ",)),
    (LAST_WORDS_NAME, (f" {' '.join(_LAST)} ",)),
    (NO_ENDS_NAME, (f"|{'|'.join(_NO_ENDS)}|",)),
)
"""Words that may stand first in a time, and last, where nothing more is looked at; and two words
with which none ends: a unit behind a unit, "minggu pelajaran".
"""
_SIGNS = (
    *((digit, f" {NUMBER} ") for digit in (NUMBER, *DIGITS[1:])),
    *((sign, " ") for sign in BESIDE_UNITS if sign not in f"{DIGITS}[]“”@*"),
    ("\u00a0", " "),
)
"""Beside a word; a formula has no room for those that are rare."""
BRACKET = "("
_LEFT_OUT = (
    *(BRACKET, "/", " bilamana ", " begitu ", " ketika "),
    *(", selama ", " selama jam", " hari ke ", " hari ke-"),
)
"""Rare, or, as a stroke, part of a number."""
BEHIND_TIMES = tuple(tail for tail in TAILS if tail not in _LEFT_OUT)
"""What begins words that say nothing of the length."""


def is_no_time(cells: str) -> str:
    """Whether cells of rows without hidden columns do not begin and end as times: 1 for each.

    Brackets may stand behind a number ("2 (dua) jam") or at the end.
    """
    whole, before = _words(cells), _words(cells, BRACKET)
    first = f'TRIM(LEFT(SUBSTITUTE({whole}," ",REPT(" ",{APART})),{APART}))'
    begins = f'ISNUMBER(FIND(" "&{first}&" ",{FIRST_WORDS_NAME}))'
    ends, ended = (
        f'ISNUMBER(FIND(" "&{last_word(words)}&" ",{LAST_WORDS_NAME}))' for words in (whole, before)
    )
    return f"(1-{says_nothing_formula(cells)})*(1-{begins}*SIGN({ends}+{ended}))"


def ends_as_none(cells: str) -> str:
    """Whether cells of such rows end in two words that stand so in no time: 1 for each."""
    spread = f'SUBSTITUTE({_words(cells)}," ",REPT(" ",{APART}))'
    return f'ISNUMBER(FIND("|"&TRIM(RIGHT({spread},{2 * APART}))&"|",{NO_ENDS_NAME}))'


def ends_unknown(cell: str) -> str:
    """Whether a time does not begin or end as times do; no word is none either."""
    return f"SUMPRODUCT({is_no_time(cell)}+{ends_as_none(cell)})>0"


def _words(cells: str, *more: str) -> str:
    """The words of cells in front of what says nothing of the length, or of more texts."""
    return f"TRIM({put_formula(_in_front_of(cells, (*BEHIND_TIMES, *more)), _SIGNS)})"


def _in_front_of(cells: str, tails: tuple[str, ...]) -> str:
    """What stands in front of the first of some texts, of each cell."""
    cut = put_formula(f'LOWER({cells})&"|"', tuple((tail, "|") for tail in tails))
    return f'LEFT({cut},FIND("|",{cut})-1)'
