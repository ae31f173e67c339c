"""Times of rows that were put in, which have no hidden columns: the words of which they consist."""

from sopbatch.model import column_letters
from sopbatch.schema.time_units import BESIDE_UNITS, UNIT_WORDS
from sopbatch.writing.templates.exchanges import DIGITS, put_formula
from sopbatch.writing.templates.nothing import says_nothing_formula
from sopbatch.writing.templates.time_pieces import last_word
from sopbatch.writing.templates.time_words import (
    APART,
    BETWEEN,
    KINDS_OF_YEAR,
    LABELS,
    LEADING,
    MOST_WORDS,
    NOT_LAST,
    NUMERALS,
    OF_DAYS,
    OF_LABELS,
    OF_MOMENTS,
    RANGING,
    ROUND,
    TAILS,
    YEARS,
)

FIRST_WORDS_NAME, LAST_WORDS_NAME = "sopb_awal_waktu", "sopb_akhir_waktu"
NO_ENDS_NAME, WORDS_NAME = "sopb_bukan_ujung_waktu", "sopb_isi_waktu"
"""Defined names of cells that hold words."""
_PLACES = f"COLUMN($A$1:${column_letters(MOST_WORDS)}$1)"
"""1, 2, 3 and so on beside one another, for each word of a time."""
NUMBER = "0"
"""Stands for each digit."""
_BEGUN = ("se", "apa", "t", "b", "meny", "dapat", "bisa", "boleh")
"""What `_ENDS` leave of the words that they end."""
_ENDS = ("tiap ", "bila ", "esu", "ergantung ", "perpanjang", "tambah")
"""One for several words, as functions may not stand deeper within one another: “tiap”, “setiap”;
“bila”, “apabila”; “sesuai”, “menyesuaikan”, “sesudah”; “tergantung”, “bergantung”; what a time may
be made longer by.
"""
_KNOWN = (
    *UNIT_WORDS,
    *(f"se{word}" for word in UNIT_WORDS if word.isalpha()),
    *(*NUMERALS, *OF_DAYS, *OF_MOMENTS, *ROUND, *KINDS_OF_YEAR, *RANGING, *LEADING, *LABELS),
    *("wulan", "x", "×", "kali", "tri", "catur", "paling", "rata", "estimasi", "kira", "kurang"),
    *("lebih", "selambat", "lambat", "lambatnya", "selambatnya", "banyak", "sekurang"),
    *("kurangnya", "pembelajaran", "terhitung", "s", "d", "<", ">", "≤", "≥", "=", *_BEGUN),
)
KEPT_SIGNS = "[]“”"
"""Beside words, rare; a formula has no room for taking them away."""
_LAST = tuple(word for word in _KNOWN if word not in NOT_LAST)
_WORDS = (NUMBER, *_KNOWN, *BETWEEN, *OF_LABELS, *KEPT_SIGNS, "@")
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
    (WORDS_NAME, (f"  {' '.join(_WORDS)} ",)),
)
"""Words that may stand first in a time, and last; two words with which none ends: a unit behind a
unit, "minggu pelajaran"; and all words of one, behind two blanks where there is none.
"""
_SIGNS = (
    *((digit, f" {NUMBER} ") for digit in (NUMBER, *DIGITS[1:])),
    *((sign, " ") for sign in BESIDE_UNITS if sign not in f"{DIGITS}{KEPT_SIGNS}@"),
    *((sign, " ") for sign in '+"\u00a0'),
    ("@", " @ "),
)
"""Beside a word."""
BRACKET, STROKE = "(", "/"
_LEFT_OUT = (
    *(BRACKET, STROKE, " bilamana ", " begitu ", " ketika "),
    *(", selama ", " selama jam", " hari ke ", " hari ke-", " terhitung "),
)
"""Rare, or, as a bracket or a stroke, within a time too."""
UNTIL = ("sampai dengan", "sampai")
BEHIND_TIMES = (
    *(tail for tail in TAILS if tail not in _LEFT_OUT and not any(end in tail for end in _ENDS)),
    *_ENDS,
)
"""What begins words that say nothing of the length."""


def is_no_time(cells: str) -> str:
    """Whether cells of rows without hidden columns do not begin and end as times: 1 for each.

    Brackets may stand behind a number ("2 (dua) jam") or at the end, strokes too ("1/2 jam").
    """
    whole, before = _words(cells), _words(cells, BRACKET, STROKE)
    every = f"TRIM({put_formula(f'LOWER({cells})', _SIGNS)})"
    first = f'TRIM(LEFT(SUBSTITUTE({every}," ",REPT(" ",{APART})),{APART}))'
    begins = f'ISNUMBER(FIND(" "&{first}&" ",{FIRST_WORDS_NAME}))'
    ends, ended = (
        f'ISNUMBER(FIND(" "&{last_word(words)}&" ",{LAST_WORDS_NAME}))' for words in (whole, before)
    )
    return f"(1-{says_nothing_formula(cells)})*(1-{begins}*SIGN({ends}+{ended}))"


def ends_as_none(cells: str) -> str:
    """Whether cells of such rows end in two words that stand so in no time: 1 for each."""
    spread = f'SUBSTITUTE({_words(cells, STROKE)}," ",REPT(" ",{APART}))'
    return f'ISNUMBER(FIND("|"&TRIM(RIGHT({spread},{2 * APART}))&"|",{NO_ENDS_NAME}))'


def has_unknown_word(cells: str) -> str:
    """For each of the first words of such times, beside one another, whether it is of none.

    What stands behind a bracket or a stroke is not asked.
    """
    spread = f'SUBSTITUTE({_words(cells, BRACKET, STROKE)}," ",REPT(" ",{APART}))'
    word = f"TRIM(MID({spread},1+{APART}*({_PLACES}-1),{APART}))"
    none = says_nothing_formula(cells)
    return f'ISERROR(FIND(" "&{word}&" ",{WORDS_NAME}))*(1-{none})'


def ends_unknown(cell: str) -> str:
    """Whether a time does not begin or end as times do; no word is none either."""
    return f"SUMPRODUCT({is_no_time(cell)}+{ends_as_none(cell)})>0"


def _words(cells: str, *more: str) -> str:
    """The words of cells in front of what says nothing of the length, or of more texts."""
    return f"TRIM({put_formula(_in_front_of(cells, (*BEHIND_TIMES, *more)), _SIGNS)})"


def _in_front_of(cells: str, tails: tuple[str, ...]) -> str:
    """What stands in front of the first of some texts, of each cell."""
    cut = put_formula(f'LOWER({cells})&"|"', (UNTIL, *((tail, "|") for tail in tails)))
    return f'LEFT({cut},FIND("|",{cut})-1)'
