"""What is wrong with the time of a step, in hidden columns, and what the check will ask of it.

A time is taken word by word: what stands in front of "per", "setelah" and the like must be numbers,
units and the few words that the check knows beside them. What is no length to the check though it
is taken (a frequency, a schedule) is advised beside the tick.
"""

from sopbatch.model import column_letters
from sopbatch.schema.places import TARGET_COLUMNS, step_column
from sopbatch.schema.sop import DURATION_COLUMN
from sopbatch.schema.time_units import UNIT_WORDS
from sopbatch.writing.templates.exchanges import DIGITS, put, put_formula
from sopbatch.writing.templates.looked_up import DIGITS as ANY_DIGIT
from sopbatch.writing.templates.looked_up import has_any
from sopbatch.writing.templates.nothing import says_nothing, says_nothing_formula
from sopbatch.writing.templates.shape_rules import LENGTH, RANGE
from sopbatch.writing.templates.time_advice import (
    CALENDAR,
    SEVERAL,
    WORKING,
    Asked,
    asked,
    is_calendar,
    order_of,
)
from sopbatch.writing.templates.time_numbers import ends, ends_formula
from sopbatch.writing.templates.time_pieces import (
    AS_ZEROS,
    first_word,
    first_word_of,
    head_formula,
    head_of,
    in_lessons_formula,
    is_in_lessons,
    plain_formula,
    plain_of,
    stands_in,
    typed_formula,
    typed_of,
    without_brackets,
    without_brackets_formula,
    words_formula,
    words_of,
)
from sopbatch.writing.templates.time_shape import (
    first_shape,
    first_shape_formula,
    is_proven,
    is_proven_formula,
    is_refused,
    is_refused_formula,
    last_shape,
    last_shape_formula,
    shape_words,
    shape_words_formula,
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
    UNITS_NAME,
    WITHOUT_NAME,
    WITHOUT_NUMBER,
)

TIME_AT, DAY_AT, HEAD_AT, WORDS_AT, ENDS_AT, KIND_AT = 14, 15, 16, 19, 20, 21
"""Positions among the hidden columns: what is wrong, what is advised, the time without what stands
behind it, all its words, the ends of a range, and whether it is working or calendar time."""
SAID_AT, LAST_AT, PLAIN_AT, STRAIGHT_AT, FIRST_AT = 40, 41, 42, 47, 53
"""Positions of five more: the words of its shape, what the last rules leave of them and whether a
range runs forward, the time in plain signs, as it was typed, and what the first rules leave."""
NO_UNIT = "Waktu belum bersatuan"
NO_AMOUNT = "Waktu belum berupa angka dan satuan"
ZERO = "Waktu bernilai nol"
UNREAD = "Waktu belum terbaca: tulis angka dan satuannya saja"
UNSURE = "Waktu dibaca saat berkas diperiksa"
"""What is said of a time that the formulas do not prove to be read, nor to be refused."""
NO_LENGTH = "Waktu bukan lama pengerjaan"
LESSONS_ONLY = "Waktu dalam jam pelajaran: tulis menitnya"
BACKWARDS = "batas awal waktu lebih lama daripada batas akhirnya"
AND = "; "
LEAST = "min"
"""Says “at least” in front of a number, and is a minute behind one."""
STROKE = "/"
BEFORE = " sebelum "
"""A time before something is no length."""


Told = tuple[int | str, ...]


def times(row: int) -> Told:
    """The formulas of a row, as positions above name them, from left to right."""
    typed = f"${column_letters(step_column(DURATION_COLUMN.key))}{row}"
    wrong, advice, head, words, ends, said, last, plain, cell, first = (
        f"${column_letters(TARGET_COLUMNS[at])}{row}"
        for at in (
            *(TIME_AT, DAY_AT, HEAD_AT, WORDS_AT, ENDS_AT),
            *(SAID_AT, LAST_AT, PLAIN_AT, STRAIGHT_AT, FIRST_AT),
        )
    )
    asked = Asked(cell, plain, head, words, ends)
    nothing, digit = says_nothing_formula(cell), has_any(ANY_DIGIT, cell)
    numeral, whole = _has(NUMBERS_NAME, cell), _has(WITHOUT_NAME, cell)
    bound = f'IF(LEFT(SUBSTITUTE({head},"."," "),4)="{LEAST} "," {LEAST} ","|")'
    unit = has_any(UNITS_NAME, f'SUBSTITUTE({words},{bound}," ",1)')
    counted = f"OR({digit},AND({numeral},NOT({whole})))"
    told = f'"{AND}{UNSURE}"'
    lengths = f"OR({','.join(_is_left(last, shape) for shape in (LENGTH, RANGE))})"
    for when, text in (
        (is_refused_formula(last), f"{AND}{UNREAD}"),
        (f"AND({counted},NOT({unit}),{_none_by(plain)})", f"{AND}{NO_UNIT}"),
        (
            f"AND(NOT({digit}),OR(NOT(OR({numeral},{whole})),{_has(NOT_READ_NAME, cell)}))",
            f"{AND}{NO_AMOUNT}",
        ),
        (is_proven_formula(said, last, plain, cell), ""),
        (f'RIGHT({last},1)="1"', f"{AND}{BACKWARDS}"),
        (f"AND({lengths},{in_lessons_formula(head, words, cell)})", f"{AND}{LESSONS_ONLY}"),
        (f"AND({digit},NOT({_has(NOT_ZERO_NAME, cell)}))", f"{AND}{ZERO}"),
    ):
        told = f'IF({when},"{text}",{told})'
    one = _has(ONE_NAME, cell)
    other = f'ISNUMBER(FIND("{NO_LENGTH}",{advice})),ISNUMBER(FIND("{SEVERAL}",{advice}))'
    kind = f'IF({asked.is_calendar},"{CALENDAR}","{WORKING}")'
    return (
        f'=IF(OR({nothing},{advice}="{AND}{NO_LENGTH}"),"",{told})',
        f'=IF({nothing},"",IF({_no_length(head, plain)},"{AND}{NO_LENGTH}",{asked.advice}))',
        f'=IF({nothing},"",{head_formula(plain)})',
        f'=IF({nothing},"",{words_formula(plain)})',
        f'=IF({nothing},"",{ends_formula(head)})',
        f'=IF(OR({nothing},LEN({wrong})>0,{other},NOT(OR({digit},{numeral},{one}))),"",{kind})',
        f'=IF({nothing},"",{shape_words_formula(plain)})',
        f'=IF({nothing},"",{last_shape_formula(first)}&{asked.order})',
        f'=IF({nothing},"",{plain_formula(cell)})',
        f"={typed_formula(typed)}",
        f'=IF({nothing},"",{first_shape_formula(said)})',
    )


def time_results(text: str) -> Told:
    """What they come to for the text of a time."""
    text = typed_of(text)
    if says_nothing(text):
        return (*("",) * 9, text, "")
    plain = plain_of(text)
    lower, head, words, said = text.lower(), head_of(plain), words_of(plain), shape_words(plain)
    pieces = (head, words, ends(head))
    first = first_shape(said)
    last = f"{last_shape(first)}{order_of(lower, head)}"
    rest = (said, last, plain, text, first)
    if _is_no_length(head, plain):
        return "", f"{AND}{NO_LENGTH}", *pieces, "", *rest
    wrong, advice = _fault(lower, words, head, rest), asked(text, head, words)
    counted = any(part in lower for parts in (DIGITS, NUMBERS, ONE) for part in parts)
    kind = CALENDAR if is_calendar(head, words) else WORKING
    kind = kind if counted and not wrong and SEVERAL not in advice else ""
    return f"{AND}{wrong}" if wrong else "", advice, *pieces, kind, *rest


def told_of_time(text: str) -> tuple[str, str, str]:
    """What is wrong with a time, what is advised, and its kind."""
    wrong, advice, _, _, _, kind, *_ = map(str, time_results(text))
    return wrong, "" if wrong else advice, kind


def _is_counted(lower: str) -> bool:
    digit, numeral, whole = (
        any(part in lower for part in parts) for parts in (DIGITS, NUMBERS, WITHOUT_NUMBER)
    )
    return digit or (numeral and not whole)


def _fault(lower: str, words: str, head: str, shape: Told) -> str:
    said, last, plain, *_ = map(str, shape)
    digit, numeral, whole, unread = (
        any(part in lower for part in parts)
        for parts in (DIGITS, NUMBERS, WITHOUT_NUMBER, NOT_READ)
    )
    bound = head.replace(".", " ").startswith(f"{LEAST} ")
    spoken = words.replace(f" {LEAST} ", " ", 1) if bound else words
    unit = any(f" {word} " in spoken for word in UNIT_WORDS)
    if digit and not any(part in lower for part in (*DIGITS[1:], *NUMBERS)):
        return ZERO
    if last[:-1] in (LENGTH, RANGE) and is_in_lessons(lower, head, words):
        return LESSONS_ONLY
    if last[-1] == "1":
        return BACKWARDS
    if is_proven(said, last, plain, lower):
        return ""
    if not digit and (unread or not (numeral or whole)):
        return NO_AMOUNT
    if _is_counted(lower) and not unit and STROKE not in plain:
        return NO_UNIT
    return UNREAD if is_refused(last) else UNSURE


def _is_left(last: str, shape: str) -> str:
    """Whether the rules left that shape."""
    return f'LEFT({last},LEN({last})-1)="{shape}"'


def _none_by(plain: str) -> str:
    return f'ISERROR(FIND("{STROKE}",{plain}))'


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
        f'ISNUMBER(FIND("{BEFORE}",{without_brackets_formula(plain)}&" "))',
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
        or BEFORE in f"{without_brackets(plain)} "
        or often
    )


def _is_one(word: str, words: tuple[str, ...]) -> str:
    return f'ISNUMBER(FIND(" "&{word}&" "," {" ".join(words)} "))'


def _has(name: str, cell: str) -> str:
    """Whether a cell holds one of the texts, in whatever letters."""
    return has_any(name, f"LOWER({cell})")
