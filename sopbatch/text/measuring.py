"""Widths of text in the bundled font, so that line ends are known before anything is drawn."""

from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
MM_PER_POINT = 25.4 / 72


@lru_cache(maxsize=50_000)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in mm of one line of text at `size` points, without kerning (never too narrow)."""
    widths = _widths(bold)
    missing = widths[""]
    return sum(widths.get(letter, missing) for letter in text) * size * MM_PER_POINT


@cache
def _widths(bold: bool) -> dict[str, float]:
    """Advance width of each letter as a share of the font size."""
    style = "Bold" if bold else "Regular"
    with TTFont(FONTS / f"LiberationSans-{style}.ttf", lazy=True) as font:
        scale = 1 / font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        widths = {
            chr(code): metrics[glyph][0] * scale for code, glyph in font.getBestCmap().items()
        }
        # Letters of other scripts come from a fallback font: an em is wider than nearly all.
        widths[""] = 1.0
    return widths
