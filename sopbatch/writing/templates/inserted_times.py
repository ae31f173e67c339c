"""Times of rows that were put in, which have no hidden columns: how they begin and end."""

from sopbatch.schema.time_units import BESIDE_UNITS
from sopbatch.writing.templates.exchanges import put_formula
from sopbatch.writing.templates.nothing import says_nothing_formula
from sopbatch.writing.templates.time_formulas import last_word
from sopbatch.writing.templates.time_pieces import spaced_formula
from sopbatch.writing.templates.time_words import APART, ENDING_NAME, TAILS

_SIGNS = BESIDE_UNITS.translate(dict.fromkeys(map(ord, "[]“”@*")))
"""Beside a word; a formula has no room for those that are rare."""
BRACKET = "("
_LEFT_OUT = (
    BRACKET,
    "/",
    " bilamana ",
    " begitu ",
    " ketika ",
    ", selama ",
    " selama jam",
    " hari ke ",
    " hari ke-",
)
"""Rare, or, as a stroke, part of a number."""
BEHIND_TIMES = tuple(tail for tail in TAILS if tail not in _LEFT_OUT)
"""What begins words that say nothing of the length."""


def is_no_time(cells: str) -> str:
    """Whether cells of rows without hidden columns do not begin and end as times: 1 for each.

    Brackets may stand behind a number ("2 (dua) jam") or at the end.
    """
    whole = f"TRIM({spaced_formula(_in_front_of(cells, BEHIND_TIMES), _SIGNS)})"
    before = f"TRIM({spaced_formula(_in_front_of(cells, (*BEHIND_TIMES, '(')))})"
    first = f'TRIM(LEFT(SUBSTITUTE({whole}," ",REPT(" ",{APART})),{APART}))'
    begins, ends, ended = (
        f'ISNUMBER(FIND(" "&{word}&" ",{ENDING_NAME}))'
        for word in (first, last_word(whole), last_word(before))
    )
    return f"(1-{says_nothing_formula(cells)})*(1-{begins}*SIGN({ends}+{ended}))"


def ends_unknown(cell: str) -> str:
    """Whether a time does not begin or end as times do; no word is none either."""
    return f"SUMPRODUCT({is_no_time(cell)})>0"


def _in_front_of(cells: str, tails: tuple[str, ...]) -> str:
    """What stands in front of the first of some texts, of each cell."""
    cut = put_formula(f'LOWER({cells})&"|"', tuple((tail, "|") for tail in tails))
    return f'LEFT({cut},FIND("|",{cut})-1)'
