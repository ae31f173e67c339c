"""A time of day behind a date, which says nothing of the date: "3 Maret 2025 pukul 10.00 WIB"."""

import re
from itertools import product

from sopbatch.writing.templates.exchanges import DIGITS, ROOM, array, is_one, put_formula

ZONES = ((" wib|", "|"), (" wita|", "|"), (" wit|", "|"))
BEFORE_CLOCK = ((" |", "|"), (" pukul|", "|"), (" jam|", "|"), (",|", "|"), ("|", ""))
_ZONE = " wi"
_MOST = (23, 59, 59)
_SHORTEST = 8
"""Characters of a date."""
_SHAPES = tuple(
    f"{hour}{sign}00{seconds}"
    for hour, sign, seconds in product(("0", "00"), ":.", ("", ":00", ".00"))
)
_BEHIND_DAY = ("00:00", "00:00:00")
"""What may stand behind 2025-04-28, which does not end in a year."""


def is_timed(typed: str, clock: str, head: str) -> bool:
    """Whether the last word of a text is a time of day behind a date."""
    shape = re.sub("[0-9]", "0", clock)
    if shape not in _SHAPES or len(head) < _SHORTEST:
        return False
    parts = clock.replace(".", ":").split(":")
    if any(int(part) > most for part, most in zip(parts, _MOST, strict=False)):
        return False
    digit = re.search("[0-9]", head)
    bare = shape in _BEHIND_DAY and _ZONE not in typed and f"{head} {clock}" in typed
    iso = bare and digit and re.match("[0-9]{4}", head[digit.start() :])
    return bool(iso or re.search("[0-9]{4}$", head))


def timed_formula(typed: str, clock: str, head: str) -> str:
    """An expression that comes to what `is_timed` says."""
    shape = put_formula(clock, tuple((one, "0") for one in DIGITS[1:]))
    parts = f'SUBSTITUTE(SUBSTITUTE({clock}&":0",".",":"),":",REPT(" ",{ROOM}))'
    within = ",".join(
        f"VALUE(TRIM(MID({parts},{1 + ROOM * index},{ROOM})))<={most}"
        for index, most in enumerate(_MOST)
    )
    digit = f'SUMPRODUCT(MIN(FIND({array(DIGITS)},{head}&"{DIGITS}")))'
    bare = f'ISERROR(FIND("{_ZONE}",{typed})),ISNUMBER(FIND({head}&" "&{clock},{typed}))'
    iso = f"AND({is_one(shape, _BEHIND_DAY)},{bare},{_digits(f'MID({head},{digit},4)')})"
    ended = _digits(f"RIGHT({head},4)")
    right = f"{is_one(shape, _SHAPES)},{within},OR({ended},{iso})"
    return f"IFERROR(AND(LEN({head})>={_SHORTEST},{right}),FALSE)"


def _digits(four: str) -> str:
    return f'SUMPRODUCT(--ISNUMBER(FIND(MID({four}&"||||",{{1;2;3;4}},1),"{DIGITS}")))=4'
