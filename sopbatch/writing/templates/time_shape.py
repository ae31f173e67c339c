"""Whether a time is proven to be read: its words by class, put together by rules until one is left.

Each word gets the code of its class, and rules put what belongs together into one sign: a number
and a unit are a length, two lengths are one, what stands in brackets behind it says nothing. A time
of which only a length is left is read by the check; of any other one the form claims nothing.
"""

from sopbatch.writing.templates.exchanges import DIGITS, Pairs, put, put_formula, trimmed
from sopbatch.writing.templates.looked_up import first_of, has_any, with_end
from sopbatch.writing.templates.shape_rules import (
    ABSENT,
    CLASS_WORDS,
    EXPLAINING_SIGNS,
    FIRST_RULES,
    LAST_RULES,
    LENGTH,
    MOMENT,
    OTHER,
    RANGE,
    REFUSED_SHAPES,
    TERMINALS,
)
from sopbatch.writing.templates.time_words import DEPENDING

LOOKUP_NAME, PLACES_NAME, WEIGHTS_NAME = "sopb_jenis_kata", "sopb_letak_kata", "sopb_bobot_kata"
CUTS_NAME, NOT_BEHIND_MOMENT_NAME = "sopb_potong_waktu", "sopb_bukan_saat"
REFUSED_NAME, UNPROVEN_NAME = "sopb_bukan_waktu", "sopb_pecahan_menempel"
"""Defined names of what is looked up."""
APART = 40
"""Characters between words when they are spread."""
IN_CHUNK, CHUNKS = 5, 4
"""Codes that a number holds, and numbers: so many words are looked at."""
MOST = IN_CHUNK * CHUNKS
NOT_BEHIND_MOMENT = (
    *(" terhitung ", " sebelum ", " untuk ", " jika ", " apabila ", " bila ", " bilamana "),
    *(" kalau ", " dari ", " dengan ", " tuntas", " selesai", ", selama ", " selama jam"),
    *(" hari ke ", " hari ke-", *DEPENDING),
)
CUTS = (*NOT_BEHIND_MOMENT, " setelah ", " sejak ", " sesudah ")
"""What begins words of which the check takes any: behind a length all, behind a moment not all."""
UNPROVEN = tuple(f"{digit}{part}" for digit in DIGITS for part in ("1/2", "1/4", "3/4"))
"""A fraction joined to the digit in front of it: “11/2 jam” may be 1½ hours, or a day."""
DECIMAL = "¤"
"""Stands for a number with a comma."""
_NUMBERS: Pairs = (
    *((" 0 ", " # "), ("x0", "x#"), ("-0", "-#"), ("*0", "*#"), (" 0k", " #k"), (" 0x", " #x")),
    *((digit, "0") for digit in DIGITS[1:]),
    *(("0000000", "#"), ("0.0000", "#"), ("0,000", "#"), ("0.000", "0")),
    *((shape, DECIMAL) for shape in ("0,00", "0.00", "0,0", "0.0")),
    *(("000", "0"), ("00", "0"), ("00", "0"), (f"0{DECIMAL}", DECIMAL)),
)
"""Leaves one sign for each number as the check reads it, and another for what is none."""
_SIGNS: Pairs = (
    ("''", " detik "),
    *((sign, f" {sign} ") for sign in f"0{DECIMAL}()-/,:;=+&@×*\"'½¼¾±<>≤≥~?%"),
    *(("0 x", "0 x "), (".", ". ")),
)
"""Leaves each sign as a word of its own, and a point with the word that it shortens."""


def shape_words_formula(plain: str) -> str:
    """The words of a plain time in front of what says nothing, with a 0 for each number."""
    cut = f"LEFT({plain},{first_of(CUTS_NAME, plain)}-1)"
    return f"TRIM({put_formula(f'{BLANK}&{cut}&{BLANK}', (*_NUMBERS, *_SIGNS))})"


BLANK = '" "'


def shape_words(plain: str) -> str:
    """What it comes to."""
    cut = plain[: min(f"{plain}{''.join(CUTS)}".find(one) for one in CUTS)]
    return trimmed(put(f" {cut} ", (*_NUMBERS, *_SIGNS)))


def first_shape_formula(words: str) -> str:
    """Classes of words after the first rules."""
    spread = f'SUBSTITUTE({words}," ",REPT(" ",{APART}))'
    chunks = (
        f'TEXT(SUMPRODUCT(MID({found},{at},3)*{WEIGHTS_NAME}),"0")'
        for found, at in (_found(spread, chunk) for chunk in range(CHUNKS))
    )
    return put_formula(f'"^"&{"&".join(chunks)}&"$"', FIRST_RULES)


def _found(spread: str, chunk: int) -> tuple[str, str]:
    """Where the classes of the words of a chunk stand, and in what."""
    word = f"TRIM(MID({spread},{PLACES_NAME}+{chunk * IN_CHUNK * APART},{APART}))"
    text = f'{LOOKUP_NAME}&{word}&" {TERMINALS[OTHER]}"'
    return f"({text})", f'FIND(" "&{word}&" ",{text})+LEN({word})+2'


def first_shape(words: str) -> str:
    """What it comes to."""
    said = (words.split(" ") + [""] * MOST)[:MOST] if words else [""] * MOST
    return put(f"^{''.join(map(_class, said))}$", FIRST_RULES)


def _class(word: str) -> str:
    return TERMINALS[ABSENT if not word else CLASS_OF.get(word, OTHER)]


CLASS_OF = {word: sign for sign, words in CLASS_WORDS.items() for word in words}
LOOKUP = f"  {TERMINALS[ABSENT]} " + "".join(
    f"{word} {TERMINALS[sign]} " for word, sign in CLASS_OF.items()
)
"""Each word and its class between blanks, at the beginning that of no word."""


def last_shape_formula(first: str) -> str:
    """What all rules leave of the classes of a time."""
    return put_formula(first, LAST_RULES)


def last_shape(first: str) -> str:
    """What it comes to."""
    return put(first, LAST_RULES)


def is_proven_formula(words: str, last: str, plain: str, typed: str) -> str:
    """Whether the check reads a time, by what the rules left of it and the order of its ends."""
    few = f'LEN({words})-LEN(SUBSTITUTE({words}," ",""))<{MOST}'
    left = f"LEFT({last},LEN({last})-1)"
    moment = f'AND({left}="{MOMENT}",NOT({has_any(NOT_BEHIND_MOMENT_NAME, plain)}))'
    sure = f"NOT({has_any(UNPROVEN_NAME, typed)})"
    return f'AND({few},{sure},OR({left}="{LENGTH}",{last}="{RANGE}0",{moment}))'


def is_proven(words: str, last: str, plain: str, typed: str) -> bool:
    """What it comes to."""
    moment = last[:-1] == MOMENT and not any(one in plain for one in NOT_BEHIND_MOMENT)
    sure = words.count(" ") < MOST and not any(one in typed for one in UNPROVEN)
    return sure and (last[:-1] == LENGTH or last == f"{RANGE}0" or moment)


def is_refused_formula(last: str) -> str:
    """Whether a word is left that is none of a time, or that stands where none does.

    Beside some signs it may explain the time, so that nothing is certain.
    """
    signs = ",".join(f'ISERROR(FIND("{sign}",{last}))' for sign in EXPLAINING_SIGNS)
    return f"AND({has_any(REFUSED_NAME, last)},{signs})"


def is_refused(last: str) -> bool:
    """What it comes to."""
    explained = any(sign in last for sign in EXPLAINING_SIGNS)
    return any(one in last for one in REFUSED_SHAPES) and not explained


SHAPE_LISTS: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    (LOOKUP_NAME, (LOOKUP,)),
    (PLACES_NAME, tuple(1 + APART * index for index in range(IN_CHUNK))),
    (WEIGHTS_NAME, tuple(1000 ** (IN_CHUNK - 1 - index) for index in range(IN_CHUNK))),
    *with_end(CUTS_NAME, CUTS),
    (REFUSED_NAME, REFUSED_SHAPES),
    (UNPROVEN_NAME, UNPROVEN),
    (NOT_BEHIND_MOMENT_NAME, NOT_BEHIND_MOMENT),
)
"""What stands on the sheet of lists, by defined name."""
