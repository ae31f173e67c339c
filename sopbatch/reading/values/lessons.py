"""How long a lesson (jam pelajaran, JP) is, where a Waktu cell says so: "10 JP @ 45 menit"."""

import re

from sopbatch.reading.values.amounts import Amount, Reader
from sopbatch.schema.time_units import LESSON, LESSON_MINUTES

_NOTE = re.compile(
    rf"(?:@|(?:1 ?)?jp ?=) ?(\d\d) ?(?:{'|'.join(LESSON_MINUTES)})\.?", re.IGNORECASE
)
"""Said in brackets: "2 JP (@ 30 menit)", "2 JP (1 JP = 30 menit)"."""


def in_lessons(amount: Amount) -> bool:
    """Whether lessons are a part of it."""
    return any(unit == LESSON for _, unit in amount.parts)


def lesson_behind(reader: Reader) -> float | None:
    """Minutes of a lesson behind "@" or "x"; None where anything else than "45 menit" follows.

    The form's formula follows two digits and a minute, no more.
    """
    number = reader.take("number")
    if number is None or not re.fullmatch(r"\d\d", number.text):
        return None
    minutes = any(reader.take_word(word) for word in LESSON_MINUTES)
    return float(number.text) if minutes else None


def lesson_in_note(note: str) -> float | None:
    """The same of what stands in brackets."""
    found = _NOTE.fullmatch(note)
    return float(found[1]) if found else None
