"""What stands above a lane: that its name is missing, twice there, or nearly another one's."""

from sopbatch.model import column_letters
from sopbatch.schema.places_v1 import FIRST_LANE_COLUMN, NAME_ROW
from sopbatch.schema.sop_v1 import (
    ACTOR,
    LIKE_HINT,
    NAMELESS_HINT,
    OPEN_LANES,
    RESERVE_HINT,
    TWIN_HINT,
)
from sopbatch.text.likeness import LONG_WORD, one_letter_off
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.step_formulas import NAMES

COMPARED = 48
"""Characters of a name that are compared: two digits, and more than a lane can show."""
PLACES = "{" + ";".join(map(str, range(1, COMPARED + 1))) + "}"
ONES = "{" + ",".join("1" * COMPARED) + "}"
BLANKS = f'REPT(" ",{COMPARED})'


def lane_hint(form: Form, part: int, lane: int) -> str:
    """The formula above a 1-based lane."""
    own = f"{column_letters(FIRST_LANE_COLUMN + lane - 1)}${NAME_ROW}"
    same = f"LOWER(TRIM({own}))"
    twins = f"SUMPRODUCT(--(LOWER(TRIM({NAMES}))={same}))>1"
    like = f'IF(IFERROR({_nearly_another(same)},0)>0,"{LIKE_HINT}","")'
    told = f'IF({twins},"{TWIN_HINT}",{like})'
    return f'=IF(LEN(TRIM({own}))=0,"{_nameless(form, part, lane)}",{told})'


def lane_told(form: Form, part: int, lane: int) -> str:
    """What the formula comes to."""
    names = [" ".join(name.lower().split()) for name in form.lanes(part)]
    own = " ".join(form.text(ACTOR.key, 0, part, lane).lower().split())
    if not own:
        return _nameless(form, part, lane)
    if names.count(own) > 1:
        return TWIN_HINT
    return LIKE_HINT if any(one_letter_off(own, name) for name in names) else ""


def _nameless(form: Form, part: int, lane: int) -> str:
    shown = max(OPEN_LANES, form.used_lanes(part))
    return NAMELESS_HINT if lane <= shown else RESERVE_HINT


def _nearly_another(own: str) -> str:
    """How many other names differ by one letter, or two exchanged, of a word of several letters.

    What two names begin and end with alike leaves that letter alone, whatever stands between.
    """
    others = f"LOWER(TRIM({NAMES}))"
    begin = f"MMULT({ONES},--(LEFT({own},{PLACES})=LEFT({others},{PLACES})))"
    end = f"MMULT({ONES},--(RIGHT({own},{PLACES})=RIGHT({others},{PLACES})))"
    longer = f"(LEN({own})-LEN({others}))"
    alike = f"({begin}+{end})"
    one = f"({alike}>=(LEN({own})+LEN({others})+ABS{longer})/2-1)"
    crossed = f"MID({others},{begin}+2,1)&MID({others},{begin}+1,1)"
    two = f"({longer}=0)*({alike}=LEN({own})-2)*(MID({own},{begin}+1,2)={crossed})"
    before = f'LEN(TRIM(RIGHT(SUBSTITUTE(LEFT({own},{begin})," ",{BLANKS}),{COMPARED})))'
    behind = f'LEN(TRIM(LEFT(SUBSTITUTE(MID({own},{begin}+1,99)," ",{BLANKS}),{COMPARED})))'
    letters = f"({before}+{behind}-({longer}>0)>={LONG_WORD})"
    signs = f"MID({own}&{BLANKS},{begin}+1,1)"
    theirs = f"MID({others}&{BLANKS},{begin}+1,1)"
    in_word = f'(({signs}<>" ")+({longer}<0)>0)*(({theirs}<>" ")+({longer}>0)>0)'
    worded = f"ISERROR(-TRIM({signs}&{theirs}))"
    near = f"(ABS{longer}<=1)*(LEN({others})>0)*({one}+{two}>0)"
    return f"SUMPRODUCT({near}*{letters}*{in_word}*{worded})"
