"""Text as it may be printed: control characters gone, nothing the bundled font cannot draw."""

import re
import unicodedata
from datetime import date
from functools import cache
from importlib.resources import files

from babel.dates import format_date
from fontTools.ttLib import TTFont

from sopbatch.model import DateValue

LONGEST = 4000
"""Characters of one text; a cell of a real SOP has some hundreds."""
CUT = "… (dipotong)"
UNDRAWABLE = "□"
FONT_FILES = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf")
# Bullets and ticks that word processors paste as private or dingbat characters.
SIMPLER = str.maketrans(
    {
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf0d8": "►",
        "\uf0e0": "→",
        "\uf0fc": "√",
        "✓": "√",
        "✔": "√",
        "➔": "→",
        "➢": "►",
        "❖": "▪",
        "●": "•",
    }
)


def printable(text: str, longest: int = LONGEST) -> str:
    """The text in one line, cut at `longest` characters with "… (dipotong)".

    Line breaks and tabs become blanks, controls and invisible marks go, and what the bundled
    font lacks is shown as "□": PDF/A forbids missing glyphs, and no other font may step in.
    """
    whole = len(text) <= longest
    composed = unicodedata.normalize("NFC", text[:longest]).translate(SIMPLER)
    line = re.sub(r"\s+", " ", "".join(_drawable(char) for char in composed)).strip()
    return line if whole else line + CUT


def indonesian_date(value: DateValue) -> str:
    """Such as "3 Maret 2025"; what was typed when it is not one full date."""
    return printable(value.raw, 60) if value.value is None else long_date(value.value)


def long_date(day: date) -> str:
    """Such as "3 Maret 2025"."""
    return format_date(day, "d MMMM y", locale="id")


def _drawable(char: str) -> str:
    if char in "\t\n\v\f\r\x85\u2028\u2029":
        return " "
    if ord(char) in _covered():
        return "" if unicodedata.category(char) in ("Cc", "Cf") else char
    if unicodedata.category(char) in ("Cc", "Cf", "Mn", "Me"):
        return ""
    return " " if char.isspace() else UNDRAWABLE


@cache
def _covered() -> frozenset[int]:
    """Code points that both bundled fonts can draw."""
    folder = files("sopbatch") / "fonts"
    drawn: list[frozenset[int]] = []
    for name in FONT_FILES:
        with (folder / name).open("rb") as stream, TTFont(stream, lazy=True) as font:
            drawn.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*drawn)
