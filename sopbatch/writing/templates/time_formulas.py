"""What is wrong with the time of a step, in hidden columns, and what the check will ask of it.

A time is taken word by word: what stands in front of "per", "setelah" and the like must be numbers,
units and the few words that the check knows beside them. What is no length to the check though it
is taken (a frequency, a schedule) is advised beside the tick.
"""

from sopbatch.model import column_letters
from sopbatch.schema.places import TARGET_COLUMNS, step_column
from sopbatch.schema.sop import DURATION_COLUMN
from sopbatch.schema.time_units import UNIT_WORDS
from sopbatch.writing.templates.exchanges import DIGITS, put, put_formula, trimmed
from sopbatch.writing.templates.looked_up import DIGITS as ANY_DIGIT
from sopbatch.writing.templates.looked_up import has_any
from sopbatch.writing.templates.nothing import says_nothing, says_nothing_formula
from sopbatch.writing.templates.time_advice import (
    CALENDAR,
    SEVERAL,
    WORKING,
    Asked,
    asked,
    ends,
    ends_formula,
    is_calendar,
    is_upside_down,
)
from sopbatch.writing.templates.time_pieces import (
    AS_ZEROS,
    head_formula,
    head_of,
    in_lessons_formula,
    is_in_lessons,
    is_lesson_told,
    lesson_told_formula,
    plain_formula,
    plain_of,
    words_formula,
    words_of,
)
from sopbatch.writing.templates.time_words import (
    APART,
    BEHIND_CALENDAR,
    BESIDE_WORDS,
    CALENDAR_NAME,
    CALENDAR_PARTS,
    FIRST_NAME,
    FIRST_OF_NO_LENGTH,
    KNOWN,
    KNOWN_NAME,
    MOMENT_NAME,
    MOST_WORDS,
    NOT_FIRST,
    NOT_FIRST_NAME,
    NOT_LAST,
    NOT_LAST_NAME,
    NOT_OFTEN,
    NOT_OFTEN_NAME,
    NOT_READ,
    NOT_READ_NAME,
    NOT_ZERO_NAME,
    NUMBERS,
    NUMBERS_NAME,
    OF_MOMENTS,
    OFTEN,
    OFTEN_NAME,
    ONCE,
    ONE,
    ONE_NAME,
    PERIODS,
    PERIODS_NAME,
    PHRASES,
    PLACES_NAME,
    UNITS_NAME,
    WITHOUT_NAME,
    WITHOUT_NUMBER,
)

TIME_AT, DAY_AT, HEAD_AT, WORDS_AT, ENDS_AT, KIND_AT = 14, 15, 16, 19, 20, 21
"""Positions among the hidden columns: what is wrong, what is advised, the time without what stands
behind it, all its words, the ends of a range, and whether it is working or calendar time."""
SAID_AT, BACKWARDS_AT, PLAIN_AT = 40, 41, 42
"""Positions of three more: the time with phrases as one word, whether a range runs backwards, and
the time in plain signs."""
NO_UNIT = "Waktu belum bersatuan"
NO_AMOUNT = "Waktu belum berupa angka dan satuan"
ZERO = "Waktu bernilai nol"
UNREAD = "Waktu belum terbaca: tulis angka dan satuannya saja"
NO_LENGTH = "Waktu bukan lama pengerjaan"
LESSONS_ONLY = "Waktu dalam jam pelajaran: tulis menitnya"
BACKWARDS = "batas awal waktu lebih lama daripada batas akhirnya"
AND = "; "
LEAST = "min"
"""Says “at least” in front of a number, and is a minute behind one."""
BEFORE = " sebelum "
"""A time before something is no length."""


Told = tuple[int | str, ...]


def times(row: int) -> Told:
    """The formulas of a row, as positions above name them, from left to right."""
    cell = f"${column_letters(step_column(DURATION_COLUMN.key))}{row}"
    wrong, advice, head, words, ends, said, backwards, plain = (
        f"${column_letters(TARGET_COLUMNS[at])}{row}"
        for at in (TIME_AT, DAY_AT, HEAD_AT, WORDS_AT, ENDS_AT, SAID_AT, BACKWARDS_AT, PLAIN_AT)
    )
    asked = Asked(cell, head, words, ends)
    nothing, digit = says_nothing_formula(cell), has_any(ANY_DIGIT, cell)
    numeral, whole = _has(NUMBERS_NAME, cell), _has(WITHOUT_NAME, cell)
    bound = f'IF(LEFT(SUBSTITUTE({head},"."," "),4)="{LEAST} "," {LEAST} ","|")'
    unit = has_any(UNITS_NAME, f'SUBSTITUTE({words},{bound}," ",1)')
    counted = f"OR({digit},AND({numeral},NOT({whole})))"
    spaced = put_formula(f'" "&{head}&" "', PHRASES)
    told = '""'
    for when, text in (
        (f"{backwards}=1", BACKWARDS),
        (in_lessons_formula(head, words, cell), LESSONS_ONLY),
        (_unread(said, cell, counted), UNREAD),
        (f"AND({digit},NOT({_has(NOT_ZERO_NAME, cell)}))", ZERO),
        (f"AND({counted},NOT({unit}))", NO_UNIT),
        (
            f"AND(NOT({digit}),OR(NOT(OR({numeral},{whole})),{_has(NOT_READ_NAME, cell)}))",
            NO_AMOUNT,
        ),
    ):
        told = f'IF({when},"{AND}{text}",{told})'
    one = _has(ONE_NAME, cell)
    other = f'ISNUMBER(FIND("{NO_LENGTH}",{advice})),ISNUMBER(FIND("{SEVERAL}",{advice}))'
    kind = f'IF({asked.is_calendar},"{CALENDAR}","{WORKING}")'
    return (
        f'=IF(OR({nothing},{advice}="{AND}{NO_LENGTH}"),"",{told})',
        f'=IF({nothing},"",IF({_no_length(head, words)},"{AND}{NO_LENGTH}",{asked.advice}))',
        f'=IF({nothing},"",{head_formula(plain)})',
        f'=IF({nothing},"",{words_formula(cell)})',
        f'=IF({nothing},"",{ends_formula(head)})',
        f'=IF(OR({nothing},LEN({wrong})>0,{other},NOT(OR({digit},{numeral},{one}))),"",{kind})',
        f'=IF({nothing},"",TRIM({spaced}))',
        f'=IF({nothing},"",IF({asked.upside_down},1,0))',
        f'=IF({nothing},"",{plain_formula(cell)})',
    )


def last_word(words: str) -> str:
    """The last of words with one blank between."""
    return f'TRIM(RIGHT(SUBSTITUTE({words}," ",REPT(" ",{APART})),{APART}))'


def time_results(text: str) -> Told:
    """What they come to for the text of a time."""
    if says_nothing(text):
        return ("",) * 9
    lower, head, words = text.lower(), head_of(text), words_of(text)
    if _is_no_length(head, words):
        told, backwards = f"{AND}{NO_LENGTH}", int(is_upside_down(lower, head))
        return "", told, head, words, ends(head), "", _said(head), backwards, plain_of(text)
    wrong, advice = _fault(lower, words, head), asked(text, head, words)
    said = any(part in lower for parts in (DIGITS, NUMBERS, ONE) for part in parts)
    kind = CALENDAR if is_calendar(head, words) else WORKING
    kind = kind if said and not wrong and SEVERAL not in advice else ""
    backwards = int(is_upside_down(lower, head))
    wrong = f"{AND}{wrong}" if wrong else ""
    return wrong, advice, head, words, ends(head), kind, _said(head), backwards, plain_of(text)


def told_of_time(text: str) -> tuple[str, str, str]:
    """What is wrong with a time, what is advised, and its kind."""
    wrong, advice, _, _, _, kind, *_ = map(str, time_results(text))
    return wrong, advice, kind


def _said(head: str) -> str:
    return trimmed(put(f" {head} ", PHRASES))


def _fault(lower: str, words: str, head: str) -> str:
    digit, numeral, whole, unread = (
        any(part in lower for part in parts)
        for parts in (DIGITS, NUMBERS, WITHOUT_NUMBER, NOT_READ)
    )
    bound = head.replace(".", " ").startswith(f"{LEAST} ")
    said = words.replace(f" {LEAST} ", " ", 1) if bound else words
    unit = any(f" {word} " in said for word in UNIT_WORDS)
    if not digit and (unread or not (numeral or whole)):
        return NO_AMOUNT
    if (digit or (numeral and not whole)) and not unit:
        return NO_UNIT
    if digit and not any(part in lower for part in (*DIGITS[1:], *NUMBERS)):
        return ZERO
    if _is_unread(lower, _said(head), counted=digit or (numeral and not whole)):
        return UNREAD
    if is_in_lessons(lower, head, words):
        return LESSONS_ONLY
    return BACKWARDS if is_upside_down(lower, head) else ""


def _no_length(head: str, words: str) -> str:
    """Whether it says how often or when, not how long."""
    first = _first(head)
    once = put_formula(head, ONCE)
    before = f'LEFT({once},FIND(" sekali",{once})-1)'
    before = f'TRIM(RIGHT(SUBSTITUTE({before}," ",REPT(" ",{APART})),{APART}))'
    digits = put_formula(f'{head}&" "', AS_ZEROS)
    part = f"{has_any(ANY_DIGIT, head)},{has_any(CALENDAR_NAME, head)}"
    ways = (
        _stands_in(first, FIRST_NAME),
        f"AND({_is_one(first, CALENDAR_PARTS)},OR({part}))",
        _stands_in(before, PERIODS_NAME),
        f'ISNUMBER(FIND("{BEFORE}",{words}))',
        f"AND({has_any(OFTEN_NAME, digits)},NOT({has_any(NOT_OFTEN_NAME, digits)}))",
    )
    return f"OR({','.join(ways)})"


def _is_no_length(head: str, words: str) -> bool:
    first = _first_of(head)
    before, sekali, _ = put(head, ONCE).partition(" sekali")
    digits = put(f"{head} ", AS_ZEROS)
    part = any(one in head for one in (*DIGITS, *BEHIND_CALENDAR))
    often = any(one in digits for one in OFTEN) and not any(one in digits for one in NOT_OFTEN)
    return (
        first in FIRST_OF_NO_LENGTH
        or (first in CALENDAR_PARTS and part)
        or (bool(sekali) and before.rpartition(" ")[2].removeprefix("se") in PERIODS)
        or BEFORE in words
        or often
    )


def _unread(said: str, cell: str, counted: str) -> str:
    """Whether a word is not known, or stands where none does: no unit behind the last number."""
    last, whole = (f'RIGHT(TRIM(SUBSTITUTE({text},"."," ")),1)' for text in (said, cell))
    words = f"TRIM({put_formula(said, BESIDE_WORDS)})"
    spread = f'SUBSTITUTE({words}," ",REPT(" ",{APART}))'
    each = f'" "&TRIM(MID({spread},{PLACES_NAME},{APART}))&" "'
    unfinished = f'AND({last}={whole},ISNUMBER(FIND({last},"{DIGITS}")))'
    # Two names beside one another, since Excel takes no choice within SUMPRODUCT.
    known = f"{KNOWN_NAME}&REPT({MOMENT_NAME},1-({counted}))"
    misplaced = (
        f"OR({_stands_in(_first(said), NOT_FIRST_NAME)},"
        f"{_stands_in(last_word(words), NOT_LAST_NAME)})"
    )
    return (
        f"OR(AND({counted},{misplaced}),{unfinished},"
        f'AND(ISNUMBER(FIND("@",{cell})),NOT({lesson_told_formula(cell)})),'
        f"SUMPRODUCT(--ISERROR(FIND({each},{known})))>0)"
    )


def _is_unread(lower: str, said: str, *, counted: bool) -> bool:
    last, whole = (text.replace(".", " ").strip(" ")[-1:] for text in (said, lower))
    words = trimmed(put(said, BESIDE_WORDS)).split(" ")
    known = KNOWN if counted else (*KNOWN, *OF_MOMENTS)
    return (
        (counted and (_first_of(said) in NOT_FIRST or words[-1] in NOT_LAST))
        or (last == whole and last in DIGITS)
        or ("@" in lower and not is_lesson_told(lower))
        or any(word and word not in known for word in words[:MOST_WORDS])
    )


def _first(head: str) -> str:
    return f'SUBSTITUTE(LEFT({head},FIND(" ",{head}&" ")-1),".","")'


def _first_of(head: str) -> str:
    return head.partition(" ")[0].replace(".", "")


def _stands_in(word: str, name: str) -> str:
    return f'ISNUMBER(FIND(" "&{word}&" ",{name}))'


def _is_one(word: str, words: tuple[str, ...]) -> str:
    return f'ISNUMBER(FIND(" "&{word}&" "," {" ".join(words)} "))'


def _has(name: str, cell: str) -> str:
    """Whether a cell holds one of the texts, in whatever letters."""
    return has_any(name, f"LOWER({cell})")
