"""Cells as rectangles: a merged cell stands for all it covers, neighbours become one range."""

import re
from collections.abc import Iterable

from sopbatch.model import CellRef, Merge, column_letters, column_number
from sopbatch.writing.returned.markup import Element

_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")


def range_of(reference: str) -> Merge | None:
    """The rectangle of a reference such as "B7" or "B7:D9"; None when it is none."""
    match = _RANGE.fullmatch(reference)
    if match is None:
        return None
    left, top = column_number(match[1]), int(match[2])
    right = column_number(match[3]) if match[3] else left
    return Merge(top, left, int(match[4] or top), right)


def merges(sheet: Element) -> tuple[Merge, ...]:
    """Merged ranges of a worksheet."""
    found = (range_of(item.get("ref", "")) for item in sheet.iter("{*}mergeCell"))
    return tuple(merge for merge in found if merge is not None)


def shown_at(cell: CellRef, merged: Iterable[Merge]) -> Merge:
    """The rectangle in which a cell is seen: the merged one that covers it, else its own."""
    at = (cell.row, cell.column)
    own = Merge(cell.row, cell.column, cell.row, cell.column)
    return next((merge for merge in merged if at in merge), own)


def reference(area: Merge) -> str:
    """Address of a rectangle: "B7" or "B7:D9"."""
    first = f"{column_letters(area.left)}{area.top}"
    last = f"{column_letters(area.right)}{area.bottom}"
    return first if first == last else f"{first}:{last}"


def stacked(areas: Iterable[Merge]) -> list[Merge]:
    """The rectangles from left to right, with those that touch from above joined."""
    joined: list[Merge] = []
    for area in sorted(areas, key=lambda area: (area.left, area.right, area.top)):
        last = joined[-1] if joined else None
        if last and (last.left, last.right, last.bottom) == (area.left, area.right, area.top - 1):
            joined[-1] = Merge(last.top, last.left, area.bottom, last.right)
        else:
            joined.append(area)
    return joined
