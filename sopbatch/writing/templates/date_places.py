"""What may stand in front of a date besides words that announce one: where it was written.

`said` is what stands there, `front` the same behind a place and its comma, `left` what of that does
not announce a date.
"""

from sopbatch.text.months import NO_PLACES, PLAIN_MONTHS
from sopbatch.writing.templates.exchanges import array, put, trimmed

AS_X = tuple((letter, "x") for letter in "abcdefghijklmnopqrstuvwyz")
MOST_WORDS = 3
"""Of a place without a comma."""
_MONTHS = tuple(f" {name} " for name in PLAIN_MONTHS)


def announced_formula(said: str, front: str, left: str) -> str:
    """Whether what stands in front of a date says nothing else than words and a place may."""
    words = f'TRIM(SUBSTITUTE({left},","," "))'
    place = (
        f'AND(RIGHT({left},1)=",",{front}={said},ISNUMBER(FIND({words},{left})),'
        f"NOT(EXACT(UPPER(LEFT({words},1)),LEFT({words},1))))"
    )
    blanks = f'LEN({words})-LEN(SUBSTITUTE({words}," ",""))'
    inside = f'AND(LEFT({words},3)="di ",{blanks}<=2,ISERROR(FIND("-",{words})))'
    return f'OR({words}="",{place},{inside})'


def is_announced(said: str, front: str, left: str) -> bool:
    """What `announced_formula` comes to."""
    words = trimmed(left.replace(",", " "))
    place = left.endswith(",") and front == said and words in left and words[:1].islower()
    inside = words.startswith("di ") and words.count(" ") <= 2 and "-" not in words
    return not words or place or inside


def bare_place_formula(said: str, front: str, left: str, letters: str) -> str:
    """Whether words in front are a place without a comma: "Samarinda 3 Maret 2025"."""
    spaced, words = (f'" "&{text}&" "' for text in (letters, left))
    blanks = f'LEN({letters})-LEN(SUBSTITUTE({letters}," ",""))'
    short = ",".join(f'ISERROR(FIND(" {"x" * length} ",{spaced}))' for length in (1, 2))
    only = f'SUBSTITUTE(SUBSTITUTE({letters},"x","")," ","")="",{blanks}<{MOST_WORDS}'
    others = tuple(f" {word}" for word in NO_PLACES)
    none = ",".join(
        f"SUMPRODUCT(--ISNUMBER(FIND({array(texts)},{words})))=0" for texts in (others, _MONTHS)
    )
    there = f"{front}={said},ISNUMBER(FIND({words},{said}))"
    return f"AND({only},{short},{none},{there})"


def is_bare_place(said: str, front: str, left: str) -> bool:
    """What `bare_place_formula` comes to."""
    letters = put(left, AS_X)
    short = any(f" {'x' * length} " in f" {letters} " for length in (1, 2))
    only = not letters.replace("x", "").replace(" ", "") and letters.count(" ") < MOST_WORDS
    other = any(f" {word}" in f" {left}" for word in NO_PLACES)
    month = any(f" {name} " in f" {left} " for name in PLAIN_MONTHS)
    return only and not (short or other or month) and front == said and f" {left} " in said
