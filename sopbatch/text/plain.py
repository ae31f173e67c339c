"""Text from anywhere becomes text that a workbook can hold and a reader can see."""

import re

REPLACEMENT = "\ufffd"
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold or a reader cannot see: controls, embeddings, lone surrogates."""


def seen(text: str) -> str:
    """The text with plain line ends, and a visible mark in place of what cannot be shown."""
    return UNSEEN.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def in_one_line(text: str) -> str:
    """The text with a blank in place of whatever cannot be printed, and single blanks only."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
