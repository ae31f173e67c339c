"""Liberation Sans, metric-compatible with Arial: every machine measures and draws the same."""

import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent
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
_UNSEEN = frozenset(("Cc", "Cf", "Mn", "Me"))


@cache
def covered() -> frozenset[int]:
    """Code points that both fonts can draw."""
    # What only shows its help needs no fonts.
    from fontTools.ttLib import TTFont

    drawn: list[frozenset[int]] = []
    for name in FONT_FILES:
        with TTFont(FONTS / name, lazy=True) as font:
            drawn.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*drawn)


def is_lacking(char: str) -> bool:
    """Whether a character should be seen but the fonts lack it."""
    unseen = unicodedata.category(char) in _UNSEEN or char.isspace()
    return not unseen and ord(char) not in covered()
