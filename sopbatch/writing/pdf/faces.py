"""The bundled fonts within a PDF: texts as glyphs, kerned, and the subsets that draw them."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from io import BytesIO
from itertools import groupby, pairwise

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from sopbatch.text.fonts import FONT_FILES, FONTS
from sopbatch.writing.pdf.marks import in_order_of_sight, is_plain, placed_marks
from sopbatch.writing.pdf.stream import PdfStream
from sopbatch.writing.pdf.syntax import number

COMMON = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("–—‘’“”•…□")
"""In every document's fonts, so that nearly all have the same and a book needs them once."""
NEEDED = frozenset(("GlyphOrder", "head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "post"))
"""Tables that a subset is made from; PDF reads those up to glyf."""
NAMES = ("SOP-Sans", "SOP-Sans-Bold")


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceData:
    """A font as far as texts need it; lengths are thousandths of the letter size."""

    codes: Mapping[str, str]
    """Letter to the four digits of its glyph."""
    widths: Mapping[str, float]
    kerns: Mapping[str, int]
    """Two letters to how much nearer they stand; never further, so no line is longer than it is
    measured."""
    ascent: float
    descent: float
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """A line of text as the operators that show it in letters of size 1."""

    shown: str
    width: float
    """Share of the letter size."""


@dataclass(frozen=True, slots=True)
class Subset:
    """A font cut down to some letters, in the parts a PDF has of it."""

    tag: str
    program: bytes
    unicodes: bytes
    widths: bytes


@cache
def face(bold: bool) -> FaceData:
    """One of the two bundled fonts."""
    with TTFont(FONTS / FONT_FILES[bold], lazy=True) as font:
        scale = 1000 / font["head"].unitsPerEm
        names = {chr(code): glyph for code, glyph in font.getBestCmap().items()}
        metrics = font["hmtx"].metrics
        letters: dict[str, list[str]] = {}
        for letter, glyph in names.items():
            letters.setdefault(glyph, []).append(letter)
        head, hhea = font["head"], font["hhea"]
        return FaceData(
            codes={letter: f"{font.getGlyphID(glyph):04x}" for letter, glyph in names.items()},
            widths={letter: metrics[glyph][0] * scale for letter, glyph in names.items()},
            kerns={
                first + second: round(-value * scale)
                for (left, right), value in font["kern"].kernTables[0].kernTable.items()
                if value < 0
                for first in letters.get(left, ())
                for second in letters.get(right, ())
            },
            ascent=hhea.ascent * scale,
            descent=hhea.descent * scale,
            box=(head.xMin * scale, head.yMin * scale, head.xMax * scale, head.yMax * scale),
        )


@lru_cache(maxsize=4096)
def run(text: str, bold: bool) -> GlyphRun:
    """A line of letters of the bundled fonts; any other letter is left out."""
    of = face(bold)
    text = "".join(letter for letter in text if letter in of.codes)
    if not is_plain(text):
        return _marked_run(in_order_of_sight(text), bold)
    codes, kerns = of.codes, of.kerns
    nearer = [kerns.get(first + second, 0) for first, second in pairwise(text)]
    width = sum(map(of.widths.__getitem__, text)) - sum(nearer)
    if not any(nearer):
        return GlyphRun(f"<{''.join(map(codes.__getitem__, text))}> Tj", width / 1000)
    parts = [
        f"{codes[letter]}>{by}<" if by else codes[letter]
        for letter, by in zip(text, [*nearer, 0], strict=True)
    ]
    return GlyphRun(f"[<{''.join(parts)}>] TJ", width / 1000)


def _marked_run(text: str, bold: bool) -> GlyphRun:
    """Letters one by one, marks moved to their place over the letter before."""
    of = face(bold)
    told, width, base = [], 0.0, 0.0
    for letter, place in zip(text, placed_marks(text, bold), strict=True):
        wide = of.widths[letter]
        if place is None:
            told.append(f"<{of.codes[letter]}> Tj")
            width, base = width + wide, wide
            continue
        right, up = place
        back = round(base - right, 1)
        told.append(f"{up / 1000:.4f} Ts [{back:g}<{of.codes[letter]}>{wide - back:g}] TJ 0 Ts")
    return GlyphRun(" ".join(told), width / 1000)


def write_face(out: PdfStream, at: int, used: Iterable[str], *, bold: bool) -> None:
    """The font with the common letters and those used, as object `at`."""
    of = face(bold)
    subset = _subset(bold, "".join(sorted((set(used) - COMMON) & of.codes.keys())))
    base = f"{subset.tag}+{NAMES[bold]}".encode()
    program, unicodes, inner, about = (out.number() for _ in range(4))
    length = len(zlib.decompress(subset.program))
    out.add_stream(program, b"/Filter /FlateDecode /Length1 %d" % length, subset.program)
    out.add_stream(unicodes, b"/Filter /FlateDecode", subset.unicodes)
    box = " ".join(map(number, of.box)).encode()
    ends = number(of.ascent).encode(), number(of.descent).encode()
    out.add(
        about,
        b"<< /Type /FontDescriptor /FontName /%b /FontFamily (SOP Sans) /Flags 4 /FontBBox [ %b ] "
        b"/ItalicAngle 0 /Ascent %b /Descent %b /CapHeight 688 /StemV %d /FontFile2 %d 0 R >>"
        % (base, box, *ends, 140 if bold else 88, program),
    )
    out.add(
        inner,
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%b /CIDToGIDMap /Identity "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        b"/FontDescriptor %d 0 R /W [ %b ] >>" % (base, about, subset.widths),
    )
    out.add(
        at,
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%b /Encoding /Identity-H "
        b"/DescendantFonts [ %d 0 R ] /ToUnicode %d 0 R >>" % (base, inner, unicodes),
    )


@lru_cache(maxsize=32)
def _subset(bold: bool, further: str) -> Subset:
    """Glyphs keep their numbers, so that texts can be written before all letters are known."""
    of = face(bold)
    letters = {of.codes[letter]: letter for letter in sorted(of.codes.keys() & COMMON)}
    for letter in further:
        letters.setdefault(of.codes[letter], letter)
    program = _program(bold, [int(code, 16) for code in letters])
    tag = sha256(program).digest()[:6]
    return Subset(
        "".join(chr(ord("A") + byte % 26) for byte in tag),
        zlib.compress(program, 9),
        zlib.compress(_unicodes(letters), 9),
        _widths({int(code, 16): of.widths[letter] for code, letter in letters.items()}),
    )


def _program(bold: bool, glyphs: Iterable[int]) -> bytes:
    options = Options(hinting=False, retain_gids=True, notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["cmap", "post"]
    with TTFont(FONTS / FONT_FILES[bold], lazy=True, recalcTimestamp=False) as font:
        for table in set(font.keys()) - NEEDED:
            del font[table]
        subsetter = Subsetter(options)
        subsetter.populate(gids=glyphs)
        subsetter.subset(font)
        stream = BytesIO()
        font.save(stream)
    return stream.getvalue()


def _unicodes(letters: Mapping[str, str]) -> bytes:
    """Which letters the glyphs stand for, so that texts can be searched, copied and read aloud."""
    pairs = [f"<{code}> <{letter.encode('utf-16-be').hex()}>" for code, letter in letters.items()]
    blocks = [
        f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar"
        for block in (pairs[at : at + 100] for at in range(0, len(pairs), 100))
    ]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
            "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange",
            *blocks,
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
        )
    ).encode()


def _widths(widths: Mapping[int, float]) -> bytes:
    """Widths of glyphs, those with numbers in a row together."""
    parts = []
    ordered = enumerate(sorted(widths))
    for _, members in groupby(ordered, key=lambda pair: pair[1] - pair[0]):
        codes = [code for _, code in members]
        told = " ".join(f"{round(widths[code], 1):g}" for code in codes)
        parts.append(f"{codes[0]} [ {told} ]")
    return " ".join(parts).encode()
