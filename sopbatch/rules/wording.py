"""An officer's words, for rules: folded, compared, guessed at, and shown back."""

import re
from collections.abc import Iterable
from datetime import date

from babel.dates import format_date
from rapidfuzz import fuzz, process

from sopbatch.model.likeness import LONGEST_COMPARED
from sopbatch.model.names import folded
from sopbatch.rules.rule import quoted

NO_ANSWER = re.compile(r"[\s.\-–—_]*|n/?a|nihil|tidak ada|x{3,}")
"""What officers write for "nothing", folded."""
TO_FILL_IN = re.compile(r"…|\.{3}|_{3}")
"""Dots or lines on which something is still to be written."""
PLACEHOLDER_MARK = "(kosong)"
"""How a blank cell is named in a sentence."""
_MARKED = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-–—•▪●*])\s+(?P<line>\S.*)$", re.MULTILINE
)


def blank(text: str) -> bool:
    """Whether nothing was answered: empty, dashes, dots, "N/A", "nihil", "tidak ada", "xxx"."""
    return NO_ANSWER.fullmatch(folded(text)) is not None


def answers(items: Iterable[str]) -> tuple[str, ...]:
    """The items of a list that say something."""
    return tuple(item for item in items if not blank(item))


def shown(text: str) -> str:
    """A typed value for a sentence; "(kosong)" when nothing was typed."""
    return quoted(text) or PLACEHOLDER_MARK


def state_of(text: str, fault: str) -> str:
    """What is wrong with a field, as a sentence goes on: "belum diisi" or its value and fault."""
    return "belum diisi" if blank(text) else f"berisi “{quoted(text)}”, {fault}"


def marked_lines(text: str) -> tuple[str, ...]:
    """The lines of a list inside a text, without the numbers, letters or bullets before them."""
    return tuple(match["line"] for match in _MARKED.finditer(text))


def nearest(text: str, choices: Iterable[str], score: float = 75.0) -> str:
    """The choice most like the text in letters and words; "" when none scores enough (0 to 100)."""
    if len(text) > LONGEST_COMPARED:
        return ""
    offered = tuple(choice for choice in choices if 0 < len(choice) <= LONGEST_COMPARED)
    found = process.extractOne(text, offered, scorer=_likeness, score_cutoff=score)
    return found[0] if found and text.strip() else ""


def _likeness(left: str, right: str, *, score_cutoff: float | None = None) -> float:
    pair = folded(left), folded(right)
    return max(fuzz.ratio(*pair), fuzz.token_sort_ratio(*pair))


def written_date(day: date) -> str:
    """A date in Indonesian, such as "3 Maret 2025"."""
    return format_date(day, "d MMMM y", locale="id")
