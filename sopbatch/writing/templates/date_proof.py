"""Whether a date typed as text is proven to be read as the form reads it.

The form takes a date apart more freely than the check: it takes signs away wherever they stand. So
signs are looked at once more, each letter an x and each digit a 0. Where they stand otherwise than
in a plain date, the form claims nothing.
"""

from sopbatch.writing.templates.date_names import DateNames
from sopbatch.writing.templates.date_places import AS_X
from sopbatch.writing.templates.date_signs import ENDS
from sopbatch.writing.templates.exchanges import (
    Pairs,
    array,
    first_digit,
    first_digit_formula,
    put,
    put_formula,
    trimmed,
)

_UNKNOWN = "?"
"""Takes the place of signs that stand where no plain date has any."""
_PLACED: Pairs = (
    *((" = ", " / "), ("''", _UNKNOWN), (" .'", _UNKNOWN), ("'0", "0")),
    *((".. ", _UNKNOWN), (". .", _UNKNOWN)),
    *((f"{before}{sign}.0", _UNKNOWN) for sign in "hm" for before in " 0"),
)
"""Signs that stand beside something: an apostrophe only before a year, no "H.12"."""
_LETTERS: Pairs = (
    *AS_X,
    *(("x.", "x"), ("x'x", "xx")),
)
_SIGNS: Pairs = (*((sign, "-") for sign in ".,;:/)"), (" ", ""))
_PLAIN: Pairs = (("x", ""), ("0", ""), ("-", ""))
"""What is left without these is a sign that no plain date has."""
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SHORT = (" x ", " xx ")
"""Words that are no place, with x for every letter."""
_NO_BEGIN = ("/", "-", "=", ")")
_NOT_BEFORE_DAY = (":", ",", ";", "/", "-", "(", "=")
"""Signs that may not stand between a month and the day behind it."""
_NOT_BEHIND_DAY = ("'", " s", " n", " r", " t", "a", "-", "/", ".")
"""What may not stand between a day and its year, where the month stands first."""
_YEAR_WORD: Pairs = (("tahun", "th"),)


def signs_formula(at: DateNames) -> str:
    """The signs of a date among letters and digits; a bracket is plain beside another calendar."""
    plain = put_formula(f'{at.zeros}&"|"', (*ENDS, ("|", ""), *_PLACED, *_LETTERS))
    bracket = f'IF({at.moon}>0," ","{_UNKNOWN}")'
    return put_formula(f'SUBSTITUTE({plain},"(",{bracket})', _SIGNS)


def signs(zeros: str, moon: int) -> str:
    """What `signs_formula` comes to."""
    plain = put(f"{zeros}|", (*ENDS, ("|", ""), *_PLACED, *_LETTERS))
    return put(plain.replace("(", " " if moon else _UNKNOWN), _SIGNS)


def proven_formula(at: DateNames) -> str:
    """1 where every sign and word stands as in a plain date, else 0."""
    places = (
        f'{put_formula(at.signs, _PLAIN)}=""',
        f'ISERROR(FIND("--",{at.signs}))',
        _has_none(f"LEFT({at.text},1)", _NO_BEGIN),
        f'OR({at.moon}=0,ISERROR(FIND("0-x",{at.signs})))',
    )
    said = f'TRIM(SUBSTITUTE({at.left},","," "))'
    blanks = f'LEN({said})-LEN(SUBSTITUTE({said}," ",""))'
    short = _has_none(f'MID({at.letters},3,LEN({at.letters}))&" "', _SHORT)
    together = (
        f'AND(ISNUMBER(FIND(" "&{said}&" ",{at.said})),{at.front}={at.said},{blanks}<=2,{short},'
        f'ISNUMBER(FIND("di ",{at.text})))'
    )
    inside = f'OR(ISERROR(FIND(" di ",{at.said})),{together})'
    digit = first_digit_formula(at.civil)
    begun = f'ISERROR(FIND(MID("-"&{at.civil},{digit},1),"{_ALPHABET}"))'
    apart = (
        f'MID({at.civil},{digit}-1,1)=" ",'
        f"{_has_none(f'MID({at.civil},{digit}-2,1)', _NOT_BEFORE_DAY)},"
        f"{_has_none(at.rest, _NOT_BEHIND_DAY)},"
        f'SUBSTITUTE(SUBSTITUTE({at.rest}," ",""),",","")<>{at.rest}'
    )
    once = put_formula(at.rest, _YEAR_WORD)
    once = f'LEN({once})-LEN(SUBSTITUTE({once},"th",""))<=2'
    month_first = f"IF(AND({at.lead}>0,LEN({at.shape})>4),IFERROR(AND({apart}),FALSE),{once})"
    return f"IF(AND({','.join((*places, inside, begun, month_first))}),1,0)"


def is_proven(text: str, found: str, moon: int, civil: str, lead: int, rest: str) -> bool:
    """What `proven_formula` comes to of signs and of what stands from the first digit on."""
    if put(found, _PLAIN) or "--" in found or text.startswith(_NO_BEGIN):
        return False
    if moon and "0-x" in found:
        return False
    before = civil[: first_digit(civil)]
    if before.endswith((*_ALPHABET,)):
        return False
    if not lead or len(rest) == 4:
        return put(rest, _YEAR_WORD).count("th") <= 1
    return (
        before.endswith(" ")
        and not before[:-1].endswith(_NOT_BEFORE_DAY)
        and not any(sign in rest for sign in _NOT_BEHIND_DAY)
        and (" " in rest or "," in rest)
    )


def is_placed(text: str, said: str, front: str, left: str) -> bool:
    """What `proven_formula` comes to of a place behind "di": it stands alone, in one piece."""
    words = trimmed(left.replace(",", " "))
    letters = f"{put(left, AS_X)[2:]} "
    short = any(one in letters for one in _SHORT)
    together = f" {words} " in said and front == said and words.count(" ") <= 2
    return " di " not in said or (together and not short and "di " in text)


def _has_none(text: str, signs: tuple[str, ...]) -> str:
    return f"SUMPRODUCT(--ISNUMBER(FIND({array(signs)},{text})))=0"
