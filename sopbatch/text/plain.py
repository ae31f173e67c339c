"""Text from anywhere becomes text that a workbook can hold and a reader can see."""

import re

REPLACEMENT = "\ufffd"
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold or a reader cannot see: controls, embeddings, lone surrogates."""

_MARK = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\u3099\u309a\ufb1e\ufe20-\ufe2f][\xad\u200b-\u200f\u2060-\u206f\ufeff]*"
)
"""A mark over or under a letter, and signs without width behind it."""
STACKED = re.compile(f"((?:{_MARK}){{2}})((?:{_MARK})+)")
"""More marks on a letter than a language needs: they would be drawn over the lines around it."""


def seen(text: str) -> str:
    """The text with plain line ends, and a visible mark in place of what cannot be shown."""
    lines = UNSEEN.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))
    return lines if lines.isascii() else lightly_marked(lines, REPLACEMENT)


def lightly_marked(text: str, rest: str) -> str:
    """The text with two marks at most on a letter, and `rest` in place of the others."""
    return STACKED.sub(rf"\1{rest}", text)


def in_one_line(text: str) -> str:
    """The text with a blank in place of whatever cannot be printed, and single blanks only."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
