"""Branches as officials write them, in formulas that go the way of `schema.targets`.

Which column tells both answers of a Keputusan, strokes and arrows put aside, and ";" between
branches that nothing divides: "Ya 5 Tidak 7".
"""

from sopbatch.schema.targets import ARROWS, BOTH, LONGEST_TARGET, NO_RUN, STROKES
from sopbatch.writing.templates.exchanges import DIGITS, put_formula
from sopbatch.writing.templates.looked_up import DIGITS as ANY_DIGIT
from sopbatch.writing.templates.looked_up import has_any
from sopbatch.writing.templates.nothing import says_nothing_formula

_SHAPE = (
    *((letter, "x") for letter in "abcdefghijklmnopqrstuvwyz"),
    *((digit, "0") for digit in DIGITS[1:]),
)
_AFTER_NUMBER = tuple((f"{digit} ", f"{digit};") for digit in DIGITS)


def told_in(yes: str, no_target: str, onward: str) -> str:
    """1 where Ya ke alone tells both answers, 2 where Tidak ke does, else 0."""
    blank = says_nothing_formula(onward)
    return (
        f"IF(NOT({blank}),0,IF(AND({says_nothing_formula(no_target)},{_tells_both(yes)}),1,"
        f"IF(AND({says_nothing_formula(yes)},{_tells_both(no_target)}),2,0)))"
    )


def divided_formula(said: str) -> str:
    """Branches with blanks for arrows, and ";" for strokes between them."""
    plain = put_formula(said, ARROWS)
    parts = ",".join(f"ISNUMBER(FIND({sign},{plain}))" for sign in ('";"', "CHAR(10)", '","'))
    strokes = f"IF(OR({parts}),{plain},{put_formula(plain, STROKES)})"
    return f'=IF({says_nothing_formula(said)},"",{strokes})'


def run_formula(text: str, words: str) -> str:
    """The same with ";" behind numbers where names and numbers follow one another."""
    return f"IF({_runs(text, words)},{put_formula(words, _AFTER_NUMBER)},{text})"


def with_own_answer_formula(cell: str, own: str) -> str:
    """Both answers of a cell, the first with the name that its head tells."""
    bare = f'ISNUMBER(FIND(LEFT(TRIM({cell})&"|",1),"{"".join(DIGITS)}"))'
    return f'IF({bare},"{own.capitalize()} ","")&{cell}'


def _tells_both(cell: str) -> str:
    """Whether a number, a word for an answer and a number stand in a cell."""
    first = f'SUMPRODUCT(MIN(FIND({ANY_DIGIT},{cell}&"{DIGITS}")))'
    places = ",".join(
        f'IFERROR(FIND("{word}",LOWER({cell}),{first}),{2 * LONGEST_TARGET})' for word in BOTH
    )
    return has_any(ANY_DIGIT, f"MID({cell},MIN({places}),{LONGEST_TARGET})")


def _runs(text: str, words: str) -> str:
    """Whether two names and numbers follow one another with nothing between."""
    parted = ",".join(
        f"ISERROR(FIND({'CHAR(10)' if sign == chr(10) else chr(34) + sign + chr(34)},{text}))"
        for sign in NO_RUN
    )
    plain = f'AND(ISERROR(FIND(":",{text})),ISERROR(FIND("=",{text})))'
    shape = put_formula(words, _SHAPE)
    mixed = ",".join(f'ISERROR(FIND("{pair}",{shape}))' for pair in ("x0", "0x", "0 0"))
    ends = f'ISERROR(FIND(LEFT({words},1),"{DIGITS}")),ISNUMBER(FIND(RIGHT({words},1),"{DIGITS}"))'
    several = f'LEN({shape})-LEN(SUBSTITUTE({shape},"0 ",""))={len("0 ")}'
    return f"AND({parted},OR({plain},{_tells_both(text)}),{mixed},{ends},{several})"
