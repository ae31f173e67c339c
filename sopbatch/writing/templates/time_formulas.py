"""What is wrong with the time of a step, in hidden columns, and what the check will ask of it.

A time is taken word by word: what stands in front of "per", "setelah" and the like must be numbers,
units and the few words that the check knows beside them. What is no length to the check though it
is taken (a frequency, a schedule) is advised beside the tick.
"""

from sopbatch.model import column_letters
from sopbatch.schema.places import TARGET_COLUMNS, step_column
from sopbatch.schema.sop import DURATION_COLUMN
from sopbatch.schema.time_units import BESIDE_UNITS, DAY_KINDS, DAY_WORDS, UNIT_WORDS
from sopbatch.writing.templates.exchanges import DIGITS, put, put_formula, trimmed
from sopbatch.writing.templates.looked_up import DIGITS as ANY_DIGIT
from sopbatch.writing.templates.looked_up import has_any
from sopbatch.writing.templates.nothing import says_nothing, says_nothing_formula
from sopbatch.writing.templates.time_words import (
    APART,
    BEHIND_CALENDAR,
    BESIDE_WORDS,
    CALENDAR,
    CALENDAR_NAME,
    DAYS_NAME,
    FIRST_NAME,
    FIRST_OF_NO_LENGTH,
    KINDS_NAME,
    KNOWN,
    KNOWN_NAME,
    LONG_NAME,
    LONG_UNITS,
    LONGEST_LIST,
    MOST,
    MOST_WORDS,
    NO_LENGTHS,
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
    PERIODS,
    PERIODS_NAME,
    PLACES_NAME,
    PLAIN,
    ROUGH,
    ROUGH_NAME,
    SMALL_UNITS,
    TAILS,
    TAILS_NAME,
    UNITS_NAME,
    WITHOUT_NAME,
    WITHOUT_NUMBER,
)

TIME_AT, DAY_AT, HEAD_AT, WORDS_AT = 14, 15, 16, 19
"""Positions among the hidden columns: what is wrong, what is advised, the time without what stands
behind it, and all its words."""
NO_UNIT = "Waktu belum bersatuan"
NO_AMOUNT = "Waktu belum berupa angka dan satuan"
ZERO = "Waktu bernilai nol"
UNREAD = "Waktu belum terbaca: tulis angka dan satuannya saja"
NO_LENGTH = "Waktu bukan lama pengerjaan"
ROUGHLY = "Waktu masih perkiraan"
LONG = "lebih dari 30 hari kerja"
NO_KIND = "hari kerja atau hari kalender?"
AND = "; "
BEFORE = " sebelum "
"""A time before something is no length."""


def times(row: int) -> tuple[str, str, str, str]:
    """The formulas of a row: what is wrong, what is advised, the time without its tail, words."""
    cell = f"${column_letters(step_column(DURATION_COLUMN.key))}{row}"
    advice, head, words = (
        f"${column_letters(TARGET_COLUMNS[at])}{row}" for at in (DAY_AT, HEAD_AT, WORDS_AT)
    )
    nothing, digit = says_nothing_formula(cell), has_any(ANY_DIGIT, cell)
    numeral, whole = _has(NUMBERS_NAME, cell), _has(WITHOUT_NAME, cell)
    unit = has_any(UNITS_NAME, words)
    counted = f"OR({digit},AND({numeral},NOT({whole})))"
    told = '""'
    for when, text in (
        (_unread(head, cell, digit), UNREAD),
        (f"AND({digit},NOT({_has(NOT_ZERO_NAME, cell)}))", ZERO),
        (f"AND({counted},NOT({unit}))", NO_UNIT),
        (
            f"AND(NOT({digit}),OR(NOT(OR({numeral},{whole})),{_has(NOT_READ_NAME, cell)}))",
            NO_AMOUNT,
        ),
    ):
        told = f'IF({when},"{AND}{text}",{told})'
    day = f"AND({has_any(DAYS_NAME, words)},NOT({has_any(KINDS_NAME, words)}))"
    advised = "&".join(
        f'IF({when},"{AND}{text}","")'
        for when, text in (
            (day, NO_KIND),
            (has_any(ROUGH_NAME, f'"|"&{head}'), ROUGHLY),
            (_long(head, words, cell), LONG),
        )
    )
    return (
        f'=IF(OR({nothing},{advice}="{AND}{NO_LENGTH}"),"",{told})',
        f'=IF({nothing},"",IF({_no_length(head, words)},"{AND}{NO_LENGTH}",{advised}))',
        f'=IF({nothing},"",{_head(cell)})',
        f'=IF({nothing},"",{_words(cell)})',
    )


def is_no_time(cells: str) -> str:
    """Whether cells of rows without hidden columns end in no word of times: 1 for each such row."""
    last = _last_word(cells)
    unknown = f'ISERROR(FIND(" "&{last}&" ",MID({KNOWN_NAME},2,{LONGEST_LIST})))'
    return f"(1-{says_nothing_formula(cells)})*{unknown}"


def ends_unknown(cell: str) -> str:
    """Whether the last word of a time is none that stands in times; no word is none either."""
    return f"SUMPRODUCT({is_no_time(cell)})>0"


def _last_word(cells: str) -> str:
    return f'TRIM(RIGHT(SUBSTITUTE(TRIM({_words(cells)})," ",REPT(" ",{APART})),{APART}))'


def time_results(text: str) -> tuple[str, str, str, str]:
    """What they come to for the text of a time."""
    if says_nothing(text):
        return "", "", "", ""
    lower, head = text.lower(), _head_of(text)
    words = f" {lower.translate(_BESIDE).replace('’', chr(39))} "
    if _is_no_length(head, words):
        return "", f"{AND}{NO_LENGTH}", head, words
    day, known = (
        any(f" {word} " in words for word in said)
        for said in (DAY_WORDS, (*DAY_KINDS, *NO_LENGTHS))
    )
    kind = f"{AND}{NO_KIND}" if day and not known else ""
    rough = f"{AND}{ROUGHLY}" if any(part in f"|{head}" for part in ROUGH) else ""
    long = f"{AND}{LONG}" if _is_long(head, words, lower) else ""
    wrong = _fault(lower, words, head)
    return (f"{AND}{wrong}" if wrong else ""), kind + rough + long, head, words


def _fault(lower: str, words: str, head: str) -> str:
    digit, numeral, whole, unread = (
        any(part in lower for part in parts)
        for parts in (DIGITS, NUMBERS, WITHOUT_NUMBER, NOT_READ)
    )
    unit = any(f" {word} " in words for word in UNIT_WORDS)
    if not digit and (unread or not (numeral or whole)):
        return NO_AMOUNT
    if (digit or (numeral and not whole)) and not unit:
        return NO_UNIT
    if digit and not any(part in lower for part in (*DIGITS[1:], *NUMBERS)):
        return ZERO
    return UNREAD if _is_unread(lower, head) else ""


_BESIDE = str.maketrans(dict.fromkeys(BESIDE_UNITS, " "))


def _head(cell: str) -> str:
    """The time in front of what it is counted by, in small letters and plain signs."""
    text = f"TRIM({put_formula(f'LOWER({cell})', PLAIN)})"
    every = "".join(TAILS)
    return f'LEFT({text},SUMPRODUCT(MIN(FIND({TAILS_NAME},{text}&"{every}")))-1)'


def _head_of(text: str) -> str:
    plain = trimmed(put(text.lower(), PLAIN))
    return plain[: min(f"{plain}{''.join(TAILS)}".find(tail) for tail in TAILS)]


def _no_length(head: str, words: str) -> str:
    """Whether it says how often or when, not how long."""
    first = _first(head)
    once = put_formula(head, ONCE)
    before = f'LEFT({once},FIND(" sekali",{once})-1)'
    before = f'TRIM(RIGHT(SUBSTITUTE({before}," ",REPT(" ",{APART})),{APART}))'
    digits = put_formula(f'{head}&" "', _AS_ZEROS)
    part = f"{has_any(ANY_DIGIT, head)},{has_any(CALENDAR_NAME, head)}"
    ways = (
        _stands_in(first, FIRST_NAME),
        f"AND({_is_one(first, CALENDAR)},OR({part}))",
        _stands_in(before, PERIODS_NAME),
        f'ISNUMBER(FIND("{BEFORE}",{words}))',
        f"AND({has_any(OFTEN_NAME, digits)},NOT({has_any(NOT_OFTEN_NAME, digits)}))",
    )
    return f"OR({','.join(ways)})"


def _is_no_length(head: str, words: str) -> bool:
    first = _first_of(head)
    before, sekali, _ = put(head, ONCE).partition(" sekali")
    digits = put(f"{head} ", _AS_ZEROS)
    part = any(one in head for one in (*DIGITS, *BEHIND_CALENDAR))
    often = any(one in digits for one in OFTEN) and not any(one in digits for one in NOT_OFTEN)
    return (
        first in FIRST_OF_NO_LENGTH
        or (first in CALENDAR and part)
        or (bool(sekali) and before.rpartition(" ")[2].removeprefix("se") in PERIODS)
        or BEFORE in words
        or often
    )


_AS_ZEROS = tuple((digit, "0") for digit in DIGITS[1:])


def _unread(head: str, cell: str, digit: str) -> str:
    """Whether a word is not known, a number has no unit behind it, or a unit stands in front."""
    last, whole = (f'RIGHT(TRIM(SUBSTITUTE({text},"."," ")),1)' for text in (head, cell))
    words = f"TRIM({put_formula(head, BESIDE_WORDS)})"
    spread = f'SUBSTITUTE({words}," ",REPT(" ",{APART}))'
    each = f'" "&TRIM(MID({spread},{PLACES_NAME},{APART}))&" "'
    unfinished = f'AND({last}={whole},ISNUMBER(FIND({last},"{DIGITS}")))'
    return (
        f"OR(AND({digit},{_is_one(_first(head), SMALL_UNITS)}),{unfinished},"
        f"SUMPRODUCT(--ISERROR(FIND({each},{KNOWN_NAME})))>0)"
    )


def _is_unread(lower: str, head: str) -> bool:
    last, whole = (text.replace(".", " ").strip(" ")[-1:] for text in (head, lower))
    words = trimmed(put(head, BESIDE_WORDS)).split(" ")[:MOST_WORDS]
    return (
        (_first_of(head) in SMALL_UNITS and any(digit in lower for digit in DIGITS))
        or (last == whole and last in DIGITS)
        or any(word and word not in KNOWN for word in words)
    )


def _long(head: str, words: str, cell: str) -> str:
    """Whether a step takes longer than one should, told by its unit and a plain number in front."""
    first = _first(head)
    plain = f'ISERROR(FIND(",",{first})),LEN({first})<5'
    number = f"IF(AND({plain}),IFERROR(VALUE({first}),0),0)"
    ways = [has_any(LONG_NAME, words)]
    ways += [f"AND({number}>{most},{_says(units, words)})" for units, most in MOST.items()]
    return f'AND(ISERROR(FIND("/",{cell})),ISERROR(FIND(" per ",{cell})),OR({",".join(ways)}))'


def _is_long(head: str, words: str, lower: str) -> bool:
    first = _first_of(head)
    number = int(first) if first.isdecimal() and len(first) < 5 else 0
    ways = [any(f" {word} " in words for word in LONG_UNITS)]
    ways += [
        number > most and any(f" {word} " in words for word in units)
        for units, most in MOST.items()
    ]
    return "/" not in lower and " per " not in lower and any(ways)


def _first(head: str) -> str:
    return f'SUBSTITUTE(LEFT({head},FIND(" ",{head}&" ")-1),".","")'


def _first_of(head: str) -> str:
    return head.partition(" ")[0].replace(".", "")


def _stands_in(word: str, name: str) -> str:
    return f'ISNUMBER(FIND(" "&{word}&" ",{name}))'


def _is_one(word: str, words: tuple[str, ...]) -> str:
    return f'ISNUMBER(FIND(" "&{word}&" "," {" ".join(words)} "))'


def _words(cell: str) -> str:
    """The words of a time between blanks."""
    apart = put_formula(cell, tuple((sign, " ") for sign in BESIDE_UNITS))
    return f'" "&SUBSTITUTE(LOWER({apart}),"’","\'")&" "'


def _has(name: str, cell: str) -> str:
    """Whether a cell holds one of the texts, in whatever letters."""
    return has_any(name, f"LOWER({cell})")


def _says(words: tuple[str, ...], text: str) -> str:
    """Whether one of the words stands in a text, between blanks."""
    return f"OR({','.join(f'ISNUMBER(FIND({chr(34)} {word} {chr(34)},{text}))' for word in words)})"
