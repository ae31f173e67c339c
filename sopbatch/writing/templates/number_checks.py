"""A Nomor SOP that is not written out: taken apart on the lists sheet, judged beside the cell.

The cells go the way of `reading.values.numbers`: plain signs, no label in front, then segments.
"""

import re
from collections.abc import Iterator

from sopbatch.schema.fields import WrongState
from sopbatch.writing.templates.exchanges import DIGITS, array, put, put_formula, trimmed
from sopbatch.writing.templates.typed_signs import straight, straight_formula

TYPED_NAME, TEXT_NAME = "sopb_nomor_isian", "sopb_nomor_teks"
APART_NAME = "sopb_nomor_bagian"
LAST_NAME, FAULT_NAME = "sopb_nomor_akhir", "sopb_nomor_keliru"
LONGEST = 200
"""Characters; a longer text is no number to the check."""
LABELS = ("NOMOR", "NO")
BEHIND_LABEL = (". : ", ". :", ".: ", ".:", ". ", ".", " : ", " :", ": ", ":", " ")
ENDS = tuple(
    pair for sign in (",", ";", ":", ",") for pair in ((f"{sign}|", "|"), (" |", "|"))
) + tuple(pair for sign in (":", ";", ",") for pair in ((f"|{sign}", "|"), ("| ", "|")))
"""What may stand at the ends between two strokes."""
WITHIN = (
    *((f"|{word}{behind}", "|") for word in LABELS for behind in BEHIND_LABEL),
    *((f"|{word}{sign}", f"|{sign}") for word in LABELS for sign in "/-"),
    *((" TAHUN ", "/"), ("/TAHUN ", "/"), (" /", "/"), ("/ ", "/"), ("|", "")),
)
OPEN = ("..", "__", "??", "//")
"""What stands where a part is still to be written; "--" does so between strokes."""
BRACKETS = (("<", ">"), ("[", "]"))
CROSSES = tuple(f"|{'X' * length}|" for length in range(2, 13))
BESIDE_CROSSES = "/.- "
YEAR_SIGNS = ("12IL", "09O", f"{DIGITS}OIL", f"{DIGITS}OIL")
"""What is taken for a year with a letter in it, sign by sign."""
LETTERS = "OIL"


def number_counters(cell: str, text: str) -> Iterator[tuple[str, str, str | int]]:
    """Cells on the lists sheet: name, formula, what it comes to; the last says what is wrong."""
    plain = plain_number(text)
    yield TYPED_NAME, f'=IFERROR({straight_formula(f"UPPER({cell})")},"")', straight(text.upper())
    yield TEXT_NAME, f'=IFERROR({_plain_formula(TYPED_NAME)},"")', plain
    yield APART_NAME, f'=IFERROR({_apart_formula()},"")', _apart(plain)
    yield LAST_NAME, f'=IFERROR({_last_formula()},"")', last_part(plain)
    yield FAULT_NAME, f"={_fault_formula(cell)}", number_fault(text)


def number_fault(text: str) -> str:
    """What is wrong with a number, "" for nothing."""
    plain = plain_number(text)
    last, slashed = last_part(plain), "/" in plain
    apart = put(plain, tuple((sign, "|") for sign in BESIDE_CROSSES))
    crosses = f"|{apart}|"
    lettered = (
        len(last) == len(YEAR_SIGNS)
        and all(sign in known for sign, known in zip(last, YEAR_SIGNS, strict=True))
        and any(letter in last for letter in LETTERS)
    )
    sign = "/" if slashed else "-"
    wrong = (
        len(text) > LONGEST
        or any(part in plain for part in OPEN)
        or (slashed and "--" in plain)
        or any(re.search(rf"\{left}.*\{right}", plain) for left, right in BRACKETS)
        or any(cross in crosses for cross in CROSSES)
        or plain.startswith(sign)
        or plain.endswith(sign)
        or not any(digit in plain for digit in DIGITS)
        or lettered
    )
    return WrongState.OPEN if wrong else ""


def plain_number(text: str) -> str:
    """A number in capitals and plain signs, without a label in front."""
    return put(f"|{straight(text.upper())}|", (*ENDS, *WITHIN))


def _plain_formula(cell: str) -> str:
    return put_formula(f'"|"&{cell}&"|"', (*ENDS, *WITHIN))


def last_part(plain: str) -> str:
    """What stands behind the last stroke, or blank or hyphen where there is no stroke."""
    return parts_of(plain)[-1]


def parts_of(plain: str) -> list[str]:
    """What stands between strokes, or between blanks and hyphens where there is no stroke."""
    return [part.strip(" ") for part in _apart(plain).split("/")]


def _apart(plain: str) -> str:
    return plain if "/" in plain else trimmed(plain.replace("-", " ")).replace(" ", "/")


def _apart_formula() -> str:
    slashed = f'ISNUMBER(FIND("/",{TEXT_NAME}))'
    spaced = f'TRIM(SUBSTITUTE({TEXT_NAME},"-"," "))'
    return f'IF({slashed},{TEXT_NAME},SUBSTITUTE({spaced}," ","/"))'


def _last_formula() -> str:
    return f"TRIM(RIGHT({parts_formula()},{LONGEST}))"


def parts_formula() -> str:
    """The parts with so many blanks between that each can be taken out."""
    return f'SUBSTITUTE({APART_NAME},"/",REPT(" ",{LONGEST}))'


def _fault_formula(cell: str) -> str:
    slashed = f'ISNUMBER(FIND("/",{TEXT_NAME}))'
    crosses = put_formula(TEXT_NAME, tuple((sign, "|") for sign in BESIDE_CROSSES))
    places = ";".join(str(at + 1) for at in range(len(YEAR_SIGNS)))
    signs = f"FIND(MID({LAST_NAME},{{{places}}},1),{array(YEAR_SIGNS)})"
    lettered = (
        f"LEN({LAST_NAME})={len(YEAR_SIGNS)},SUMPRODUCT(--ISNUMBER({signs}))={len(YEAR_SIGNS)},"
        f"{_has(LETTERS, LAST_NAME)}"
    )
    sign = f'IF({slashed},"/","-")'
    brackets = (
        f'ISNUMBER(FIND("{right}",{TEXT_NAME},FIND("{left}",{TEXT_NAME})))'
        for left, right in BRACKETS
    )
    wrong = (
        f"LEN({cell})>{LONGEST}",
        _has(OPEN, TEXT_NAME),
        f'AND({slashed},ISNUMBER(FIND("--",{TEXT_NAME})))',
        *brackets,
        _has(CROSSES, f'"|"&{crosses}&"|"'),
        f"LEFT({TEXT_NAME},1)={sign}",
        f"RIGHT({TEXT_NAME},1)={sign}",
        f"NOT({_has(DIGITS, TEXT_NAME)})",
        f"AND({lettered})",
    )
    return f'IF(OR({",".join(wrong)}),"{WrongState.OPEN}","")'


def _has(parts: tuple[str, ...] | str, text: str) -> str:
    """Whether a text holds one of the parts."""
    return f"SUMPRODUCT(--ISNUMBER(FIND({array(parts)},{text})))>0"
