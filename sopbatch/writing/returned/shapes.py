"""The legacy drawing (VML) of a sheet: every note needs a box there, hidden until pointed at.

The part is changed as text, since programs write it as markup that no XML parser takes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap

from sopbatch.model import Merge
from sopbatch.writing.returned.markup import Element, local, whole

VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
BOX_TYPE = "_x0000_t202"
EMPTY = (
    f'<xml {SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="77"/>'
    "</o:shapelayout></xml>"
)
SHAPE_TYPE = (
    f'<v:shapetype {SPACES} id="{BOX_TYPE}" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_ROW = re.compile(r"[<:]Row>\s{0,40}([0-9]{1,7})\s{0,40}<")
_COLUMN = re.compile(r"[<:]Column>\s{0,40}([0-9]{1,7})\s{0,40}<")
_NOTE = re.compile(r"ObjectType=[\"']Note[\"']")
_EDGE = re.compile(r"<(/?)((?:\w{1,40}:)?)shape\b")
FIRST_ID = 77 * 1024 + 1
"""Shape ids of the block that `EMPTY` claims."""

BOX_WIDTH, LETTER, LINE_HEIGHT, MARGIN = 320, 5.6, 15, 14
"""Pixels of a note in Arial 9."""
LONGEST_BOX = 40
"""Lines a box grows to."""
COLUMN_WIDTH, ROW_HEIGHT = 9.14, 15.0
"""Characters and points where a sheet says nothing."""
MOST_COLUMNS = 256
"""Columns looked at of one width: a box spans a few."""
COLUMN_UNIT, POINT = 7, 4 / 3
"""Pixels of a character and of a point."""


def with_boxes(vml: str, sheet: Element, notes: Mapping[Merge, str]) -> str:
    """The drawing with a box for the note of each area."""
    head, close, tail = vml.rpartition("</")
    kind = "" if f'id="{BOX_TYPE}"' in vml else SHAPE_TYPE
    columns, rows = _columns(sheet), _rows(sheet)
    boxes = (
        _box(number, area, _anchor(area, text, columns, rows))
        for number, (area, text) in enumerate(sorted(notes.items(), key=_place), FIRST_ID)
    )
    return f"{head}{kind}{''.join(boxes)}{close}{tail}"


def without_boxes(vml: str, cells: Iterable[tuple[int, int]]) -> str:
    """The drawing without the boxes of notes on these cells (1-based row, column)."""
    gone = set(cells)
    kept, at = [], 0
    for start, end in _shapes(vml):
        kept.append(vml[at:start])
        if _cell_of(vml[start:end]) not in gone:
            kept.append(vml[start:end])
        at = end
    return "".join((*kept, vml[at:]))


def is_empty(vml: str) -> bool:
    """Whether no shape is left in a drawing."""
    return next(_shapes(vml), None) is None


def _shapes(vml: str) -> Iterator[tuple[int, int]]:
    """Where each shape begins and ends; one pass, whatever is left open."""
    opened: tuple[int, str] | None = None
    close = -1
    for edge in _EDGE.finditer(vml):
        if close < edge.end():
            close = vml.find(">", edge.end())
        if close < 0:
            return
        if edge[1]:
            if opened and opened[1] == edge[2]:
                yield opened[0], close + 1
                opened = None
        elif opened is None:
            if vml[close - 1] == "/":
                yield edge.start(), close + 1
            else:
                opened = edge.start(), edge[2]


def _place(note: tuple[Merge, str]) -> tuple[int, int]:
    return note[0].top, note[0].left


def _box(number: int, area: Merge, anchor: str) -> str:
    return (
        f'<v:shape {SPACES} id="_x0000_s{number}" type="#{BOX_TYPE}"'
        ' style="position:absolute;visibility:hidden" fillcolor="#fffdf2" strokecolor="#c9d3d8"'
        ' o:insetmode="auto"><v:fill color2="#fffdf2"/><v:shadow on="t" color="#c9d3d8"'
        ' obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{area.top - 1}</x:Row><x:Column>{area.left - 1}</x:Column>"
        "</x:ClientData></v:shape>"
    )


def _anchor(area: Merge, text: str, columns: Mapping[int, float], rows: Mapping[int, float]) -> str:
    """Where the box stands: beside the area, as high as its text; 0-based, offsets in pixels."""
    letters = int(BOX_WIDTH / LETTER)
    lines = sum(max(1, len(wrap(line, letters))) for line in text.split("\n"))
    height = MARGIN + LINE_HEIGHT * min(lines, LONGEST_BOX)
    left, top = area.right + 1, max(area.top - 1, 1)
    right, across = _reached(left, 15 + BOX_WIDTH, columns)
    bottom, down = _reached(top, 4 + height, rows)
    return f"{left - 1}, 15, {top - 1}, 4, {right - 1}, {across}, {bottom - 1}, {down}"


def _reached(start: int, pixels: float, sizes: Mapping[int, float]) -> tuple[int, int]:
    """The column or row so many pixels on, and the pixels within it."""
    at, left = start, pixels
    while left > (size := sizes.get(at, sizes[0])):
        at, left = at + 1, left - size
    return at, int(left)


def _columns(sheet: Element) -> dict[int, float]:
    """Pixels of each column, 1-based; under 0 those of all others."""
    sizes = {0: _usual(sheet, "defaultColWidth", COLUMN_WIDTH) * COLUMN_UNIT}
    for item in sheet.iter("{*}col"):
        hidden = item.get("hidden") in ("1", "true")
        width = 0.0 if hidden else _number(item.get("width"), COLUMN_WIDTH) * COLUMN_UNIT
        first, last = whole(item, "min", 1), whole(item, "max", 1)
        sizes |= dict.fromkeys(range(first, min(last, first + MOST_COLUMNS) + 1), width)
    return sizes


def _rows(sheet: Element) -> dict[int, float]:
    """Pixels of each row, 1-based; under 0 those of all others."""
    sizes = {0: _usual(sheet, "defaultRowHeight", ROW_HEIGHT) * POINT}
    for item in sheet.iter("{*}row"):
        if item.get("ht") or item.get("hidden"):
            hidden = item.get("hidden") in ("1", "true")
            height = 0.0 if hidden else _number(item.get("ht"), ROW_HEIGHT) * POINT
            sizes[whole(item, "r", -1)] = height
    return sizes


def _usual(sheet: Element, name: str, otherwise: float) -> float:
    """A measure of the sheet; never so small that a walk over it would not end."""
    found = next((item.get(name) for item in sheet if local(item) == "sheetFormatPr"), None)
    return max(_number(found, otherwise), 1.0)


def _number(text: str | None, otherwise: float) -> float:
    try:
        number = float(text or otherwise)
    except ValueError:
        return otherwise
    return number if 0 <= number <= 1000 else otherwise


def _cell_of(shape: str) -> tuple[int, int]:
    row, column, is_note = _ROW.search(shape), _COLUMN.search(shape), _NOTE.search(shape)
    return (int(row[1]) + 1, int(column[1]) + 1) if is_note and row and column else (0, 0)
