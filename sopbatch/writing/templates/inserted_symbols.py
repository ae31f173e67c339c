"""Symbols of rows that were put in, which have no hidden columns, taken apart where they are asked.

A chain that puts each known word in another's place is too long for one formula, so the symbols
of a cell are spread and each is looked up among the known words on the sheet of lists.
"""

from sopbatch.model import Symbol
from sopbatch.schema.symbols import SYMBOL_WORDS
from sopbatch.writing.templates.exchanges import DIGITS, put_formula
from sopbatch.writing.templates.symbol_formulas import APART, NO_SYMBOLS, asks

KNOWN_NAME, DECIDING_NAME = "sopb_kata_simbol", "sopb_kata_keputusan"
SPREAD, SHOWN_SYMBOLS = 40, 4
"""Characters between the symbols of a cell when they are spread, and how many are looked at."""
_APART = (*APART, *((digit, "") for digit in DIGITS), *((sign, "") for sign in NO_SYMBOLS))


def _listed(*words: str) -> str:
    return f"|{'|'.join(words)}|"


INSERTED_LISTS: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    (
        KNOWN_NAME,
        (_listed("", *(word for words in SYMBOL_WORDS.values() for word in words)),),
    ),
    (DECIDING_NAME, (_listed(*SYMBOL_WORDS[Symbol.DECISION]),)),
)
"""Cells that hold words, by defined name; nothing between the symbols of a cell is known too."""


def is_no_symbol(cells: str) -> str:
    """Whether a cell holds what is no symbol and no question: above 0 for each such cell."""
    known = "*".join(f'ISNUMBER(FIND("|"&{one}&"|",{KNOWN_NAME}))' for one in _symbols(cells))
    return f"((1-{known})*(1-({asks(cells)})))"


def decides(cells: str) -> str:
    """Whether a cell holds a Keputusan, alone or among others, or a question."""
    named = "+".join(f'ISNUMBER(FIND("|"&{one}&"|",{DECIDING_NAME}))' for one in _symbols(cells))
    return f"(({named}+({asks(cells)}))>0)"


def decides_plainly(cells: str) -> str:
    """The same where a formula must be short: the word, wherever it stands, or a whole cell."""
    word = f'ISNUMBER(SEARCH("{Symbol.DECISION.value}",{cells}))'
    return f"(({_is_one_decision(cells)}+{word}+({asks(cells)}))>0)"


def is_keputusan(cells: str) -> str:
    """Whether a cell holds one Keputusan and nothing else, or a question."""
    return f"(({_is_one_decision(cells)}+({asks(cells)}))>0)"


def is_plain_process(cells: str) -> str:
    """Whether a cell holds one Proses and nothing else."""
    words = _listed(*SYMBOL_WORDS[Symbol.PROCESS])
    return f'ISNUMBER(FIND("|"&LOWER(TRIM({cells}))&"|","{words}"))'


def _is_one_decision(cells: str) -> str:
    return f'ISNUMBER(FIND("|"&LOWER(TRIM({cells}))&"|",{DECIDING_NAME}))'


def _symbols(cells: str) -> tuple[str, ...]:
    """The first symbols of each cell, without their numbers."""
    spread = f'SUBSTITUTE({put_formula(f"LOWER({cells})", _APART)},";",REPT(" ",{SPREAD}))'
    return tuple(f"TRIM(MID({spread},{1 + SPREAD * at},{SPREAD}))" for at in range(SHOWN_SYMBOLS))
