"""A value that is merged over several rows holds for each of them, as it is seen."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sopbatch.model import Sheet

MOST = 100_000
"""Cells that merges may fill: more than a register has, less than a hostile file could ask for."""


def with_merged(sheet: Sheet, rows: Sequence[int]) -> Sheet:
    """The sheet with what is merged down a column repeated in those of `rows` (in order)."""
    cells, formats = dict(sheet.cells), dict(sheet.formats)
    left = MOST
    for merge in sheet.merges:
        at = (merge.top, merge.left)
        if merge.left != merge.right or at not in cells or left <= 0:
            continue
        for row in rows[bisect_left(rows, merge.top + 1) : bisect_right(rows, merge.bottom)]:
            cells.setdefault((row, merge.left), cells[at])
            if at in formats:
                formats.setdefault((row, merge.left), formats[at])
            left -= 1
    return replace(sheet, cells=cells, formats=formats) if left < MOST else sheet
