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
    plain_formula,
    plain_of,
    typed_formula,
    typed_of,
    words_formula,
    words_of,
)
from sopbatch.writing.templates.time_unread import (
    first_word,
    first_word_of,
    is_unread,
    stands_in,
    unread_formula,
)
from sopbatch.writing.templates.time_words import (
    APART,
    BEHIND_CALENDAR,
    CALENDAR_NAME,
    CALENDAR_PARTS,
    FIRST_NAME,
    FIRST_OF_NO_LENGTH,
    NOT_OFTEN,
    NOT_OFTEN_NAME,
    NOT_READ,
    NOT_READ_NAME,
    NOT_ZERO_NAME,
    NUMBERS,
    NUMBERS_NAME,
    OFTEN,
    OFTEN_NAME,
    ONCE,
    ONE,
    ONE_NAME,
    PERIODS,
    PERIODS_NAME,
    PHRASES,
    UNITS_NAME,
    WITHOUT_NAME,
    WITHOUT_NUMBER,
)

TIME_AT, DAY_AT, HEAD_AT, WORDS_AT, ENDS_AT, KIND_AT = 14, 15, 16, 19, 20, 21
"""Positions among the hidden columns: what is wrong, what is advised, the time without what stands
behind it, all its words, the ends of a range, and whether it is working or calendar time."""
SAID_AT, BACKWARDS_AT, PLAIN_AT, STRAIGHT_AT, UNREAD_AT = 40, 41, 42, 47, 53
"""Positions of five more: the time with phrases as one word, whether a range runs backwards, the
time without its first brackets, as it was typed in plain signs, and whether it is unread."""
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
    typed = f"${column_letters(step_column(DURATION_COLUMN.key))}{row}"
    wrong, advice, head, words, ends, said, backwards, plain, cell, unread = (
        f"${column_letters(TARGET_COLUMNS[at])}{row}"
        for at in (
            *(TIME_AT, DAY_AT, HEAD_AT, WORDS_AT, ENDS_AT),
            *(SAID_AT, BACKWARDS_AT, PLAIN_AT, STRAIGHT_AT, UNREAD_AT),
        )
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
        (f"{unread}=1", UNREAD),
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
        f'=IF({nothing},"",IF({_no_length(head, plain)},"{AND}{NO_LENGTH}",{asked.advice}))',
        f'=IF({nothing},"",{head_formula(plain)})',
        f'=IF({nothing},"",{words_formula(cell)})',
        f'=IF({nothing},"",{ends_formula(head)})',
        f'=IF(OR({nothing},LEN({wrong})>0,{other},NOT(OR({digit},{numeral},{one}))),"",{kind})',
        f'=IF({nothing},"",TRIM({spaced}))',
        f'=IF({nothing},"",IF({asked.upside_down},1,0))',
        f'=IF({nothing},"",{plain_formula(cell)})',
        f"={typed_formula(typed)}",
        f'=IF({nothing},"",IF({unread_formula(said, cell, counted)},1,0))',
    )


def time_results(text: str) -> Told:
    """What they come to for the text of a time."""
    text = typed_of(text)
    if says_nothing(text):
        return (*("",) * 9, text, "")
    lower, head, words, plain = text.lower(), head_of(text), words_of(text), plain_of(text)
    pieces = (head, words, ends(head))
    unread = is_unread(lower, _said(head), counted=_is_counted(lower))
    rest = (_said(head), int(is_upside_down(lower, head)), plain, text, int(unread))
    if _is_no_length(head, plain):
        return "", f"{AND}{NO_LENGTH}", *pieces, "", *rest
    wrong, advice = _fault(lower, words, head), asked(text, head, words)
    said = any(part in lower for parts in (DIGITS, NUMBERS, ONE) for part in parts)
    kind = CALENDAR if is_calendar(head, words) else WORKING
    kind = kind if said and not wrong and SEVERAL not in advice else ""
    return f"{AND}{wrong}" if wrong else "", advice, *pieces, kind, *rest


def told_of_time(text: str) -> tuple[str, str, str]:
    """What is wrong with a time, what is advised, and its kind."""
    wrong, advice, _, _, _, kind, *_ = map(str, time_results(text))
    return wrong, advice, kind


def _said(head: str) -> str:
    return trimmed(put(f" {head} ", PHRASES))


def _is_counted(lower: str) -> bool:
    digit, numeral, whole = (
        any(part in lower for part in parts) for parts in (DIGITS, NUMBERS, WITHOUT_NUMBER)
    )
    return digit or (numeral and not whole)


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
    if _is_counted(lower) and not unit:
        return NO_UNIT
    if digit and not any(part in lower for part in (*DIGITS[1:], *NUMBERS)):
        return ZERO
    if is_unread(lower, _said(head), counted=_is_counted(lower)):
        return UNREAD
    if is_in_lessons(lower, head, words):
        return LESSONS_ONLY
    return BACKWARDS if is_upside_down(lower, head) else ""


def _no_length(head: str, plain: str) -> str:
    """Whether it says how often or when, not how long."""
    first = first_word(head)
    once = put_formula(head, ONCE)
    before = f'LEFT({once},FIND(" sekali",{once})-1)'
    before = f'TRIM(RIGHT(SUBSTITUTE({before}," ",REPT(" ",{APART})),{APART}))'
    digits = put_formula(f'{head}&" "', AS_ZEROS)
    part = f"{has_any(ANY_DIGIT, head)},{has_any(CALENDAR_NAME, head)}"
    ways = (
        # A time in brackets has no first word, and nothing is found everywhere.
        f'{stands_in(first, FIRST_NAME)}*({head}<>"")',
        f"AND({_is_one(first, CALENDAR_PARTS)},OR({part}))",
        stands_in(before, PERIODS_NAME),
        f'ISNUMBER(FIND("{BEFORE}",LEFT({plain}&" ",FIND("(",{plain}&" (",2))))',
        f"AND({has_any(OFTEN_NAME, digits)},NOT({has_any(NOT_OFTEN_NAME, digits)}))",
    )
    return f"OR({','.join(ways)})"


def _is_no_length(head: str, plain: str) -> bool:
    first = first_word_of(head)
    before, sekali, _ = put(head, ONCE).partition(" sekali")
    digits = put(f"{head} ", AS_ZEROS)
    part = any(one in head for one in (*DIGITS, *BEHIND_CALENDAR))
    often = any(one in digits for one in OFTEN) and not any(one in digits for one in NOT_OFTEN)
    return (
        first in FIRST_OF_NO_LENGTH
        or (first in CALENDAR_PARTS and part)
        or (bool(sekali) and before.rpartition(" ")[2].removeprefix("se") in PERIODS)
        or BEFORE in f"{plain} "[: f"{plain} (".find("(", 1) + 1]
        or often
    )


def _is_one(word: str, words: tuple[str, ...]) -> str:
    return f'ISNUMBER(FIND(" "&{word}&" "," {" ".join(words)} "))'


def _has(name: str, cell: str) -> str:
    """Whether a cell holds one of the texts, in whatever letters."""
    return has_any(name, f"LOWER({cell})")
