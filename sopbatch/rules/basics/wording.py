"""An officer's words shown back in sentences of rules."""

import re

from sopbatch.text.blank import blank
from sopbatch.text.shortening import quoted

PLACEHOLDER_MARK = "(kosong)"
"""How a blank cell is named in a sentence."""
_MARKED = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-–—•▪●*])\s+(?P<line>\S.*)$", re.MULTILINE
)


def shown(text: str) -> str:
    """A typed value for a sentence; "(kosong)" when nothing was typed."""
    return quoted(text) or PLACEHOLDER_MARK


def state_of(text: str, fault: str) -> str:
    """What is wrong with a field, as a sentence goes on: "belum diisi" or its value and fault."""
    return unanswered(text) if blank(text) else f"berisi “{quoted(text)}”, {fault}"


def unanswered(text: str) -> str:
    """How a field without an answer stands there: "belum diisi", or with what says nothing."""
    return f"hanya berisi “{quoted(text)}”" if text.strip() else "belum diisi"


def marked_lines(text: str) -> tuple[str, ...]:
    """The lines of a list inside a text, without the numbers, letters or bullets before them."""
    return tuple(match["line"] for match in _MARKED.finditer(text))
