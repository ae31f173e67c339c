"""Text as it may be printed: control characters gone, nothing the bundled font cannot draw."""

import unicodedata
from functools import lru_cache

from sopbatch.model import DateValue
from sopbatch.text.fonts import SIMPLER, covered, is_lacking
from sopbatch.text.plain import STACKED, lightly_marked
from sopbatch.text.words import long_date

LONGEST = 4000
"""Characters of one text; a cell of a real SOP has some hundreds."""
CUT = "… (dipotong)"
UNDRAWABLE = "□"
NO_LETTER = "◌"


def printable(text: str, longest: int = LONGEST) -> str:
    """The text in one line, cut at `longest` characters with "… (dipotong)".

    Line breaks and tabs become blanks, controls and invisible marks go, and what the bundled
    font lacks is shown as "□": PDF/A forbids missing glyphs, and no other font may step in. So are
    marks that would tower above their letter, over the lines around it.
    """
    whole = len(text) <= longest
    line = " ".join(lightly_marked(_drawn(text[:longest]), UNDRAWABLE).split())
    return line if whole else line + CUT


def undrawable(text: str) -> str:
    """What a document shows as "□", each once: letters, and marks behind the sign for a letter."""
    if text.isascii():
        return ""
    # Each character once, before anything slow is asked of it.
    used = "".join(dict.fromkeys(unicodedata.normalize("NFC", text))).translate(SIMPLER)
    lacking = "".join(filter(is_lacking, dict.fromkeys(used)))
    stacked = "".join(found[2] for found in STACKED.finditer(_drawn(text)))
    return lacking + "".join(f"{NO_LETTER}{mark}" for mark in dict.fromkeys(stacked))


def _drawn(text: str) -> str:
    """The text letter by letter as the fonts draw it."""
    composed = unicodedata.normalize("NFC", text).translate(SIMPLER)
    plain = composed.isascii() and composed.isprintable()
    return composed if plain else "".join(map(_drawable, composed))


def indonesian_date(value: DateValue) -> str:
    """Such as "3 Maret 2025"; what was typed when it is not one full date."""
    return printable(value.raw, 60) if value.value is None else long_date(value.value)


@lru_cache(maxsize=4096)
def _drawable(char: str) -> str:
    if char in "\t\n\v\f\r\x85\u2028\u2029":
        return " "
    if is_lacking(char):
        return UNDRAWABLE
    if ord(char) in covered():
        return "" if unicodedata.category(char) in ("Cc", "Cf") else char
    return "" if unicodedata.category(char) in ("Cc", "Cf", "Mn", "Me") else " "
