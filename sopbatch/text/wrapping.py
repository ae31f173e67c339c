"""Text into lines no wider than its cell, measured in the bundled font."""

import re
from functools import lru_cache

from sopbatch.text.measuring import text_width

# A line may end after a blank, and after a hyphen or slash inside a word; never within a number
# or what it counts: "2-3", "SOP-107" and "2-hari" stay whole.
_KEPT = r"(?:[^\s/-]|-(?=\d)|(?<=\d)-(?=\w))"
_PIECE = re.compile(rf"{_KEPT}*+[/-]+|{_KEPT}++|\s+")


@lru_cache(maxsize=20_000)
def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines of `text` at `size` points, each at most `width` mm; () for empty text.

    Line feeds in the text stay line ends; a word wider than the cell is broken between letters.
    """
    return tuple(_wrapped(text, width, size, bold))


def count_lines(text: str, width: float, size: float) -> int:
    """How many lines `wrap` would make; they are not remembered."""
    return len(_wrapped(text, width, size, bold=False))


def _wrapped(text: str, width: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    if not text.strip():
        return lines
    for paragraph in text.strip().splitlines():
        lines += _wrap_paragraph(" ".join(paragraph.split()), width, size, bold)
    return lines


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Width in mm of the widest piece of `text` that no line end may divide."""
    return max(
        (text_width(piece, size, bold=bold) for piece in _PIECE.findall(text) if piece.strip()),
        default=0.0,
    )


def breaks_words(text: str, width: float, size: float, *, bold: bool = False) -> bool:
    """Whether a word of `text` must be broken between letters to fit `width` mm."""
    return longest_word(text, size, bold=bold) > width


def _wrap_paragraph(text: str, width: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _PIECE.findall(text):
        wide = _wide(piece, size, bold)
        if piece.isspace() or used + wide <= width:
            line, used = line + piece, used + wide
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece
        while _wide(line, size, bold) > width:
            head = _fitting(line, width, size, bold)
            lines.append(line[:head])
            line = line[head:]
        used = _wide(line, size, bold)
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


@lru_cache(maxsize=4_000)
def _wide(piece: str, size: float, bold: bool) -> float:
    """The width of a piece: most are words that come again and again."""
    return text_width(piece, size, bold=bold)


def _fitting(word: str, width: float, size: float, bold: bool) -> int:
    """How many letters of `word` fit; at least one, so that every word ends."""
    count = 1
    while count < len(word) and text_width(word[: count + 1], size, bold=bold) <= width:
        count += 1
    return count
