"""What stands above a lane: that its name is missing, twice there, or nearly another one's.

Names are compared in the form in which the check compares them (`text.roles`). Hidden cells above
the table write them out, by the same abbreviations, and say what is told of each; so a copy of the
sheet compares its own lanes.
"""

from sopbatch.model import Place, column_letters
from sopbatch.schema.places import FIRST_LANE_COLUMN, KIND_ROW, LANE_CELLS, NAME_ROW
from sopbatch.schema.sop import (
    ACTOR,
    IDLE_HINT,
    LANES,
    LIKE_HINT,
    LISTS_SHEET,
    MAX_LANES,
    NAMELESS_HINT,
    OPEN_LANES,
    RESERVE_HINT,
    TWIN_HINT,
)
from sopbatch.text.likeness import LONG_WORD, one_letter_off
from sopbatch.text.roles import (
    BEGIN,
    END,
    SHORT_PHRASES,
    SHORT_WORDS,
    SPOKEN,
    UNNAMED_TEAMS,
    is_unnamed_team,
    phrases_written_out,
    role_key,
    spread_out,
    words_apart,
)
from sopbatch.writing.templates.book import TemplateSheet
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.lists import OWN_TEXTS_COLUMN, list_name
from sopbatch.writing.templates.looks import BASE
from sopbatch.writing.templates.step_state import used_steps
from sopbatch.writing.templates.target_formulas import STEPS_CELL

SHORT_WORDS_NAME = list_name("singkatan")
"""Defined name of the cell with the abbreviations of one word."""
SHORT_WORDS_TOLD = "".join(f";{short}={full}" for short, full in sorted(SHORT_WORDS.items())) + ";"
"""One cell, since every cell of the form is looked at in every run."""
PUNCTUATION = (*".,;:()[]{}-–—_'’\"“”+*?~!=%#@\\|<>^$\n", "\u00a0")
"""Signs that are blanks to the formulas."""
MOST_WORDS = 12
"""Words of a name that are written out one by one."""
BETWEEN_WORDS = '&" "&'
ROOM = 200
"""Characters of a name; words stand so far apart."""
BLANKS = f'REPT(" ",{ROOM})'
COMPARED = 80
"""Characters of a name, written out, that are compared for slips."""
_DIGESTS = column_letters(OWN_TEXTS_COLUMN)
PLACES = f"ROW({LISTS_SHEET}!${_DIGESTS}$1:${_DIGESTS}${COMPARED})"
ONES = f"COLUMN({LISTS_SHEET}!$A$1:${column_letters(COMPARED)}$1)^0"
"""Places down a column and ones along a row, of a sheet into which no row is put."""
APART_AT, FULL_AT, KEY_AT, TEAM_AT, HINT_AT = range(1, 6)
"""Rows of the hidden cells."""
UNSEEN = BASE | {"locked": True}


def lane_hint(form: Form, part: int, lane: int) -> str:
    """The formula above a 1-based lane."""
    own = f"{column_letters(FIRST_LANE_COLUMN + lane - 1)}${NAME_ROW}"
    told = f"${column_letters(LANE_CELLS[lane - 1])}${HINT_AT}"
    return f'=IF(LEN(TRIM({own}))=0,"{_nameless(form, part, lane)}",{told})'


def lane_told(form: Form, part: int, lane: int) -> str:
    """What the formula comes to."""
    own = form.text(ACTOR.key, 0, part, lane)
    return _told(form, part, lane) if own.strip() else _nameless(form, part, lane)


def write_lane_cells(page: TemplateSheet, form: Form, part: int) -> None:
    """Hidden cells for each lane of a part, in a column of its own above the table."""
    for lane, column in enumerate(LANE_CELLS, start=1):
        told = zip(_formulas(form, part, lane), _results(form, part, lane), strict=True)
        for row, (formula, result) in enumerate(told, start=APART_AT):
            page.formula(row, column, formula, UNSEEN, result)


def _formulas(form: Form, part: int, lane: int) -> tuple[str, ...]:
    """Those of a 1-based lane, from above: words apart, written out, key, team at work, hint."""
    column, own = (
        f"${column_letters(at)}$" for at in (FIRST_LANE_COLUMN + lane - 1, LANE_CELLS[lane - 1])
    )
    cells = f"COUNTA({column}{KIND_ROW}:{column}{KIND_ROW + form.steps(part)})"
    works = f"{cells}>COUNTA({column}{KIND_ROW})"
    return (
        f"={_apart(f'{column}{NAME_ROW}')}",
        f"={_phrases_written_out(f'{own}{APART_AT}')}",
        f"={_words_written_out(f'{own}{FULL_AT}')}",
        f"=IF(AND({_is_team(f'{own}{KEY_AT}')},{works}),1,0)",
        f"={_hint(own, works)}",
    )


def _hint(column: str, works: str) -> str:
    """What is told of a lane: another one is the same, differs by a letter, or it does nothing."""
    own, keys = f"{column}{KEY_AT}", _all(KEY_AT)
    team, teams = f"{column}{TEAM_AT}", _all(TEAM_AT)
    twins = f"SUMPRODUCT(({keys}={own})*(1-{team}*{teams}))>1-{team}"
    like = f"IFERROR({_nearly(own, keys)},0)>0"
    idle = f'IF(AND({STEPS_CELL}>0,NOT({works})),"{IDLE_HINT}","")'
    return f'IF({own}="","",IF({twins},"{TWIN_HINT}",IF({like},"{LIKE_HINT}",{idle})))'


def _all(row: int) -> str:
    first, *_, last = map(column_letters, LANE_CELLS)
    return f"${first}${row}:${last}${row}"


def _apart(name: str) -> str:
    """A name's words between blanks of their own; signs that say nothing are blanks."""
    plain = f"LOWER({name})"
    for sign, said in (*((sign, " ") for sign in PUNCTUATION), *SPOKEN.items()):
        plain = _replaced(plain, sign, said)
    spread = _replaced(f'TRIM("{BEGIN} "&{plain}&" {END}")', " ", "  ")
    return f'IF(LEN(TRIM({name}))=0,"",{spread})'


def _phrases_written_out(apart: str) -> str:
    """Words at equal distances, once phrases are written out."""
    text = f'" "&{apart}&" "'
    for phrase, full in (*SHORT_PHRASES, (BEGIN, ""), (END, "")):
        text = _replaced(text, spread_out(phrase), f" {full} ")
    return f'SUBSTITUTE(TRIM({text})," ",{BLANKS})'


def _words_written_out(full: str) -> str:
    """The key: single words looked up among the abbreviations."""
    words = (f"TRIM(MID({full},{1 + ROOM * index},{ROOM}))" for index in range(MOST_WORDS))
    told = [f"IFERROR({_meant(word)},{word})" for word in words]
    told.append(f"MID({full},{1 + ROOM * MOST_WORDS},{10 * ROOM})")
    return f"TRIM({BETWEEN_WORDS.join(told)})"


def _meant(word: str) -> str:
    """What an abbreviation stands for: the text up to the next mark; an error for other words."""
    found = f'MID({SHORT_WORDS_NAME},FIND(";"&{word}&"=",{SHORT_WORDS_NAME})+LEN({word})+2,{ROOM})'
    return f'TRIM(LEFT(SUBSTITUTE({found},";",{BLANKS}),{ROOM}))'


def _is_team(key: str) -> str:
    teams = ";".join(f'" {team}"' for team in UNNAMED_TEAMS)
    lengths = ";".join(str(len(team) + 1) for team in UNNAMED_TEAMS)
    return f'SUMPRODUCT(--(RIGHT(" "&{key},{{{lengths}}})={{{teams}}}))>0'


def _nearly(own: str, others: str) -> str:
    """How many other keys differ by one letter, or two exchanged, of a word of several letters.

    What two keys begin and end with alike leaves that letter alone, whatever stands between.
    """
    begin = f"MMULT({ONES},--(LEFT({own},{PLACES})=LEFT({others},{PLACES})))"
    end = f"MMULT({ONES},--(RIGHT({own},{PLACES})=RIGHT({others},{PLACES})))"
    longer = f"(LEN({own})-LEN({others}))"
    alike = f"({begin}+{end})"
    one = f"({alike}>=(LEN({own})+LEN({others})+ABS{longer})/2-1)"
    crossed = f"MID({others},{begin}+2,1)&MID({others},{begin}+1,1)"
    two = f"({longer}=0)*({alike}=LEN({own})-2)*(MID({own},{begin}+1,2)={crossed})"
    before = f'LEN(TRIM(RIGHT(SUBSTITUTE(LEFT({own},{begin})," ",{BLANKS}),{ROOM})))'
    behind = f'LEN(TRIM(LEFT(SUBSTITUTE(MID({own},{begin}+1,{ROOM})," ",{BLANKS}),{ROOM})))'
    letters = f"({before}+{behind}-({longer}>0)>={LONG_WORD})"
    signs = f'MID({own}&" ",{begin}+1,1)'
    theirs = f'MID({others}&" ",{begin}+1,1)'
    in_word = f'(({signs}<>" ")+({longer}<0)>0)*(({theirs}<>" ")+({longer}>0)>0)'
    worded = f"ISERROR(-TRIM({signs}&{theirs}))"
    near = f"({others}<>{own})*(ABS{longer}<=1)*({one}+{two}>0)"
    return f"SUMPRODUCT({near}*{letters}*{in_word}*{worded})"


def _replaced(text: str, sign: str, said: str) -> str:
    """A formula that puts one text in the place of another."""
    found = "CHAR(10)" if sign == "\n" else _quoted(sign)
    return f"SUBSTITUTE({text},{found},{_quoted(said)})"


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _results(form: Form, part: int, lane: int) -> tuple[str | int, ...]:
    """What the cells of a lane come to."""
    name = form.lanes(part)[lane - 1]
    if not name.strip():
        return "", "", "", 0, ""
    apart = words_apart(name)
    full = phrases_written_out(apart).replace(" ", " " * ROOM)
    return (
        apart.strip(),
        full,
        role_key(name),
        int(_is_team_at_work(form, part, lane)),
        _told(form, part, lane),
    )


def _told(form: Form, part: int, lane: int) -> str:
    """What is told of a lane with a name."""
    keys = [role_key(name) for name in form.lanes(part)]
    teams = [_is_team_at_work(form, part, at) for at in range(1, MAX_LANES + 1)]
    own, team = keys[lane - 1], teams[lane - 1]
    others = [pair for at, pair in enumerate(zip(keys, teams, strict=True), start=1) if at != lane]
    if any(key == own and not (team and other) for key, other in others):
        return TWIN_HINT
    if any(one_letter_off(own, key) for key, _ in others):
        return LIKE_HINT
    return IDLE_HINT if used_steps(form, part) and not _works(form, part, lane) else ""


def _works(form: Form, part: int, lane: int) -> bool:
    steps = range(1, form.steps(part) + 1)
    return any(Place(LANES.key, step, part, lane) in form.values for step in steps)


def _is_team_at_work(form: Form, part: int, lane: int) -> bool:
    return _works(form, part, lane) and is_unnamed_team(form.text(ACTOR.key, 0, part, lane))


def _nameless(form: Form, part: int, lane: int) -> str:
    shown = max(OPEN_LANES, form.used_lanes(part))
    return NAMELESS_HINT if lane <= shown else RESERVE_HINT
