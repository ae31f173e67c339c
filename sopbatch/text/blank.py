"""Whether an officer answered at all."""

import re
from collections.abc import Iterable

from sopbatch.text.names import folded

NO_ANSWER = re.compile(r"[\s.\-–—_]*|n/?a|nihil|tidak ada|x{3,}")
"""What officers write for "nothing", folded."""
TO_FILL_IN = re.compile(r"…|\.{3}|_{3}")
"""Dots or lines on which something is still to be written."""


def blank(text: str) -> bool:
    """Whether nothing was answered: empty, dashes, dots, "N/A", "nihil", "tidak ada", "xxx"."""
    return NO_ANSWER.fullmatch(folded(text)) is not None


def answers(items: Iterable[str]) -> tuple[str, ...]:
    """The items of a list that say something."""
    return tuple(item for item in items if not blank(item))
