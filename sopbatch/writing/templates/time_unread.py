"""Words and signs of a time that the check does not read: unknown, or where none of them stands."""

from itertools import pairwise

from sopbatch.schema.time_units import UNIT_WORDS
from sopbatch.writing.templates.exchanges import DIGITS, put, put_formula, quoted, trimmed
from sopbatch.writing.templates.time_pieces import is_lesson_told, lesson_told_formula
from sopbatch.writing.templates.time_words import (
    APART,
    BESIDE_WORDS,
    IN_TURN,
    KNOWN,
    KNOWN_NAME,
    MOMENT_NAME,
    MOST_WORDS,
    NOT_BEFORE_UNIT,
    NOT_BEFORE_UNIT_NAME,
    NOT_BEHIND_NUMBER,
    NOT_BEHIND_NUMBER_NAME,
    NOT_FIRST,
    NOT_FIRST_NAME,
    NOT_LAST,
    NOT_LAST_NAME,
    OF_MOMENTS,
    PLACES_NAME,
    UNIT_NAME,
)

FOOTNOTE, QUOTE = "*)", '"'


def last_word(words: str) -> str:
    """The last of words with one blank between."""
    return f'TRIM(RIGHT(SUBSTITUTE({words}," ",REPT(" ",{APART})),{APART}))'


def first_word(head: str) -> str:
    """The word with which a time begins, without the point of an abbreviation."""
    return f'SUBSTITUTE(LEFT({head},FIND(" ",{head}&" ")-1),".","")'


def first_word_of(head: str) -> str:
    """What it comes to."""
    return head.partition(" ")[0].replace(".", "")


def stands_in(word: str, name: str) -> str:
    """Whether a word stands between blanks in a cell of words."""
    return f'ISNUMBER(FIND(" "&{word}&" ",{name}))'


def unread_formula(said: str, cell: str, counted: str) -> str:
    """Whether a word is not known, or stands where none does: no unit behind the last number."""
    last, whole = (f'RIGHT(TRIM(SUBSTITUTE({text},"."," ")),1)' for text in (said, cell))
    words = f"TRIM({put_formula(_between_blanks(said), BESIDE_WORDS)})"
    spread = f'SUBSTITUTE({words}," ",REPT(" ",{APART}))'
    each = f'" "&TRIM(MID({spread},{PLACES_NAME},{APART}))&" "'
    unfinished = f'AND({last}={whole},ISNUMBER(FIND({last},"{DIGITS}")))'
    # Two names beside one another, since Excel takes no choice within SUMPRODUCT.
    known = f"{KNOWN_NAME}&REPT({MOMENT_NAME},1-({counted}))"
    misplaced = (
        # Of a time in brackets nothing is left, which would be found everywhere.
        f'({said}<>"")*OR({stands_in(first_word(said), NOT_FIRST_NAME)},'
        f"{stands_in(last_word(words), NOT_LAST_NAME)})"
    )
    return (
        f"OR(AND({counted},{misplaced}),{unfinished},"
        f'AND(ISNUMBER(FIND("@",{cell})),NOT({lesson_told_formula(cell)})),'
        f"SUMPRODUCT(--ISERROR(FIND({each},{known})))>0,{_misplaced(said)},"
        f"{_not_closed(cell)})"
    )


def _between_blanks(said: str) -> str:
    return f'" "&{said}&" "'


def is_unread(lower: str, said: str, *, counted: bool) -> bool:
    """What it comes to."""
    last, whole = (text.replace(".", " ").strip(" ")[-1:] for text in (said, lower))
    words = trimmed(put(f" {said} ", BESIDE_WORDS)).split(" ")
    known = KNOWN if counted else (*KNOWN, *OF_MOMENTS)
    return (
        (counted and (first_word_of(said) in NOT_FIRST or words[-1] in NOT_LAST))
        or (last == whole and last in DIGITS)
        or ("@" in lower and not is_lesson_told(lower))
        or any(word and word not in known for word in words[:MOST_WORDS])
        or _is_misplaced(said)
        or not _is_closed(lower)
    )


def _misplaced(said: str) -> str:
    """Whether a sign stands where none does, or a number or unit behind another: "2 jam hari"."""
    spread = f'SUBSTITUTE(TRIM({put_formula(said, IN_TURN)})," ",REPT(" ",{APART}))'
    first, second = (
        f"TRIM(MID({spread},{places},{APART}))"
        for places in (PLACES_NAME, f"{PLACES_NAME}+{APART}")
    )
    behind = stands_in(second, NOT_BEHIND_NUMBER_NAME)
    units = f"{stands_in(first, NOT_BEFORE_UNIT_NAME)}*{stands_in(second, UNIT_NAME)}"
    follow = f'SUMPRODUCT({units}+({first}="0")*{behind})>0'
    dash = f'AND(LEFT({said},1)="-",MID({said},2,1)<>" ")'
    return f'OR({follow},{dash},LEFT({said},1)={quoted(QUOTE)},RIGHT({said},1)="-")'


def _is_misplaced(said: str) -> bool:
    words = trimmed(put(said, IN_TURN)).split(" ")
    follow = any(
        (first in NOT_BEFORE_UNIT and second in UNIT_WORDS)
        or (first == "0" and second in NOT_BEHIND_NUMBER)
        for first, second in pairwise(words[: MOST_WORDS + 1])
    )
    dash = said[:1] == "-" and said[1:2] != " "
    return follow or dash or said.startswith(QUOTE) or said.endswith("-")


def _not_closed(cell: str) -> str:
    """Whether a bracket is not closed or not opened; that of a footnote is none: "2 hari *)"."""
    bare = f'SUBSTITUTE({cell},"{FOOTNOTE}","")'
    opened, closed = (f'SUBSTITUTE({bare},"{sign}","")' for sign in "()")
    return f"LEN({opened})<>LEN({closed})"


def _is_closed(lower: str) -> bool:
    bare = lower.replace(FOOTNOTE, "")
    return bare.count("(") == bare.count(")")
