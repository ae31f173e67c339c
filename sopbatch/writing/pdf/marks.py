"""Texts that are more than letters in a row: marks over letters, and words from right to left."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from fontTools.ttLib import TTFont

from sopbatch.text.fonts import FONT_FILES, FONTS

Offset = tuple[float, float]
"""To the right and up, thousandths of the letter size."""


def is_plain(text: str) -> bool:
    """Whether every letter simply follows the one before it."""
    return text.isascii() or not any(map(_is_special, text))


def in_order_of_sight(text: str) -> str:
    """Words that run from right to left turned round; marks stay behind their letters."""
    clusters = list(_clusters(text))
    at = 0
    while at < len(clusters):
        if _runs_left(clusters[at]):
            end = _end_of_run(clusters, at)
            clusters[at:end] = clusters[at:end][::-1]
            at = end
        at += 1
    return "".join(clusters)


def placed_marks(text: str, bold: bool) -> list[Offset | None]:
    """For each letter how far a mark stands from the end of its base letter; None for others."""
    places: list[Offset | None] = []
    base, above = "", (0.0, 0.0)
    for letter in text:
        if not base or not unicodedata.combining(letter):
            places.append(None)
            base, before, above = letter, "", (0.0, 0.0)
            continue
        stacked = _anchored(bold, before, letter, stacked=True) if before else None
        if stacked:
            above = above[0] + stacked[0], above[1] + stacked[1]
        else:
            above = _anchored(bold, base, letter, stacked=False) or (0.0, 0.0)
        places.append(above)
        before = letter
    return places


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for letter in text:
        if cluster and not unicodedata.combining(letter):
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster


def _runs_left(cluster: str) -> bool:
    return unicodedata.bidirectional(cluster[0]) in ("R", "AL")


def _end_of_run(clusters: list[str], start: int) -> int:
    """After the last of the words that run left from here, blanks between them included."""
    end = start + 1
    for at in range(end, len(clusters)):
        if _runs_left(clusters[at]):
            end = at + 1
        elif unicodedata.bidirectional(clusters[at][0]) in ("L", "EN"):
            break
    return end


@cache
def _is_special(letter: str) -> bool:
    return bool(unicodedata.combining(letter)) or _runs_left(letter)


@cache
def _anchors(bold: bool) -> tuple[dict[str, str], float, dict[bool, list[Any]]]:
    """Glyphs of letters, the scale, and the tables that place marks: on letters, on marks."""
    with TTFont(FONTS / FONT_FILES[bold]) as font:
        table = font["GPOS"].table
        wanted = {
            number
            for record in table.FeatureList.FeatureRecord
            if record.FeatureTag in ("mark", "mkmk")
            for number in record.Feature.LookupListIndex
        }
        found: dict[bool, list[Any]] = {False: [], True: []}
        for number in sorted(wanted):
            for one in table.LookupList.Lookup[number].SubTable:
                if one.LookupType in (4, 6):
                    one.ensureDecompiled()
                    found[one.LookupType == 6].append(one)
        names = {chr(code): glyph for code, glyph in font.getBestCmap().items()}
        return names, 1000 / font["head"].unitsPerEm, found


@cache
def _anchored(bold: bool, base: str, mark: str, *, stacked: bool) -> Offset | None:
    """Where a mark stands, from the origin of what it stands on less the width of that."""
    names, scale, tables = _anchors(bold)
    lower, upper = names.get(base, ""), names.get(mark, "")
    for table in tables[stacked]:
        marks = (table.Mark1Coverage if stacked else table.MarkCoverage).glyphs
        bases = (table.Mark2Coverage if stacked else table.BaseCoverage).glyphs
        if upper not in marks or lower not in bases:
            continue
        record = (table.Mark1Array if stacked else table.MarkArray).MarkRecord[marks.index(upper)]
        below = (
            table.Mark2Array.Mark2Record[bases.index(lower)].Mark2Anchor
            if stacked
            else table.BaseArray.BaseRecord[bases.index(lower)].BaseAnchor
        )[record.Class]
        if below is not None:
            at = record.MarkAnchor
            return (
                (below.XCoordinate - at.XCoordinate) * scale,
                (below.YCoordinate - at.YCoordinate) * scale,
            )
    return None
