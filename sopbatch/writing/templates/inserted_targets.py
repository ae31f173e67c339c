"""Targets of rows that were put in, which have no hidden columns: what names no step."""

from sopbatch.schema.places import KIND_ROW
from sopbatch.schema.targets import ARROWS, BESIDE_WORDS, BOTH
from sopbatch.writing.templates.exchanges import DIGITS, put_formula
from sopbatch.writing.templates.nothing import says_nothing_formula
from sopbatch.writing.templates.target_formulas import (
    BRANCHES,
    ROOM,
    STEPS_CELL,
    last_word,
    plain,
    spread,
)


def is_no_target(cells: str, last_row: int, own: str) -> str:
    """1 for each of the cells whose text names no step of a table down to that 1-based row."""
    return _is_none(plain(put_formula(cells, ARROWS), own), last_row)


def _is_none(numbers: str, last_row: int) -> str:
    place = f"(ROW($A${KIND_ROW}:$A${last_row})-ROW($A${KIND_ROW}))"
    known = f'"|"&{place}*({place}<={STEPS_CELL})&"|"'
    known = f'SUBSTITUTE(SUBSTITUTE({known},"|0|","x"),"|","")'
    return f"ISERROR(MATCH({numbers},{known},0))"


def leads_nowhere(cells: str, last_row: int) -> str:
    """Whether Lanjut ke of rows without hidden columns names no step: above 0 for each such row.

    What stands last in each branch must be a step's number; without branches nothing else is said.
    """
    signs = (*";:=,", *BESIDE_WORDS, *(f" {word.strip()}" for word in BOTH))
    parted = "+".join(f'ISNUMBER(FIND("{sign}",LOWER({cells})))' for sign in signs)
    parted = f"({parted}+ISNUMBER(FIND(CHAR(10),{cells}))>0)"
    return (
        f"(1-{says_nothing_formula(cells)})*({parted}*{_is_lost(cells, last_row)}"
        f"+(1-{parted})*{_is_none(plain(cells), last_row)})"
    )


def is_no_answer(cells: str, last_row: int, own: str) -> str:
    """Whether an answer of rows without hidden columns names no step: above 0 for each such row.

    The other answer may be told in the same cell.
    """
    both = f"{tell_both(cells)}*(1-{_is_lost(cells, last_row)})"
    return f"(1-{says_nothing_formula(cells)})*{is_no_target(cells, last_row, own)}*(1-{both})"


def _is_lost(cells: str, last_row: int) -> str:
    """1 for each branch in which no step's number stands last."""
    piece = f"TRIM(MID({spread(_run(cells))},{BRANCHES},{ROOM}))"
    return f"(LEN({piece})>0)*{_is_none(last_word(piece), last_row)}"


def tell_both(cells: str) -> str:
    """1 for each of the cells of rows without hidden columns that tells both answers."""
    said = "+".join(f'ISNUMBER(FIND("{word}",LOWER({cells}),2))' for word in BOTH)
    return f'((({said})>0)*ISNUMBER(FIND(";",{_run(cells)})))'


def _run(cells: str) -> str:
    """Branches divided by ";", where only a number ends the one before as well."""
    divided = put_formula(cells, (*ARROWS, ("\n", ";"), ("=", " "), (" /", ";"), (";", " ; ")))
    return put_formula(plain(divided), tuple((f"{digit} ", f"{digit};") for digit in DIGITS))
