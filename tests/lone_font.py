"""A machine whose only font is of widths that nobody reckons with: no Liberation, no Arial.

`python -m tests.lone_font FOLDER` makes the font there, and prints the fontconfig file for
FONTCONFIG_FILE.
"""

import sys
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILY = "Lebar Sekali"
WIDER = 1.3
"""Advance widths against those of Liberation Sans; DejaVu Sans has 1.15 to 1.2."""
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
NAMES = {1: FAMILY, 4: FAMILY, 6: "LebarSekali", 16: FAMILY}
"""Entries of a font's table of names that tell its family."""


def lone_font(folder: Path) -> Path:
    """The fontconfig file of a machine that knows this font only."""
    fonts = folder / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for style in ("Regular", "Bold"):
        _write_font(style, fonts / f"{style}.ttf")
    told = folder / "fonts.conf"
    text = CONFIGURATION.format(fonts=fonts, cache=folder / "cache")
    told.write_text(text, encoding="utf-8")
    return told


def _write_font(style: str, target: Path) -> None:
    source = files("sopbatch.text.fonts") / f"LiberationSans-{style}.ttf"
    with source.open("rb") as stream, TTFont(stream) as font:
        widths = font["hmtx"].metrics
        font["hmtx"].metrics = {
            glyph: (round(advance * WIDER), side) for glyph, (advance, side) in widths.items()
        }
        for name in font["name"].names:
            name.string = NAMES.get(name.nameID, name.toUnicode())
        for table in ("GPOS", "GSUB", "kern", "hdmx", "LTSH", "VDMX"):
            if table in font:
                del font[table]
        font.save(target)


if __name__ == "__main__":
    sys.stdout.write(f"{lone_font(Path(sys.argv[1]))}\n")
