"""A page of the flowchart as a drawing of its own, in SVG."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from sopbatch.model import Box, Flowchart, FlowPage, Point
from sopbatch.text.measuring import MM_PER_POINT, text_width
from sopbatch.writing.documents.flow_shapes import INK, JUNCTION, Dot, Rounded, Shape, flow_shapes
from sopbatch.writing.documents.flow_table import (
    FlowTable,
    HeaderCell,
    flow_table,
    header_line_height,
)
from sopbatch.writing.documents.flow_words import PlacedWords, flow_words, in_words
from sopbatch.writing.documents.measures import FLOW_PADDING
from sopbatch.writing.palette import HEAD_INK

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""Families of the same widths: of Linux, Windows and macOS; any other is fitted to our widths."""
Style = dict[str, str]
CENTRED, LEFT = {"text-anchor": "middle"}, {"text-anchor": "start"}
FITTED = {"lengthAdjust": "spacingAndGlyphs"}
ASCENT = 0.35
"""From the middle of a line of letters down to its base line, as a share of the letter size."""


def draw_svg(chart: Flowchart, page: int) -> str:
    """Standalone SVG of the 1-based page of a flowchart, with its texts, on its paper.

    Each line of text tells how long it is: a viewer without our fonts fits its own into it.
    """
    paper, flow_page = chart.paper, chart.pages[page - 1]
    table = flow_table(chart, flow_page)
    svg = _svg(paper.width, paper.height)
    SubElement(svg, "title").text = in_words(flow_page)
    SubElement(svg, "rect", {"width": "100%", "height": "100%", "fill": "#fff"})
    inside = SubElement(svg, "g", transform=f"translate({_n(paper.margin)} {_n(paper.margin)})")
    for cell in (*table.groups, *table.heads):
        SubElement(inside, "rect", {**_box(cell.box), "fill": HEAD_INK})
    _draw(inside, table, flow_page)
    texts = SubElement(inside, "g", {"font-family": FONT, "fill": INK})
    for words, style in (*_heads_in_words(chart, table), *_rows_in_words(chart, table)):
        _write_words(texts, words, style)
    for words in flow_words(chart, flow_page):
        _write_words(texts, words, CENTRED)
    return tostring(svg, encoding="unicode")


def _svg(width: float, height: float) -> Element:
    return Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        width=f"{_n(width)}mm",
        height=f"{_n(height)}mm",
        viewBox=f"0 0 {_n(width)} {_n(height)}",
    )


def _draw(parent: Element, table: FlowTable, page: FlowPage) -> None:
    for shape in flow_shapes(table, page):
        match shape:
            case Shape():
                path = " ".join(map(_path, shape.outlines)) + ("Z" if shape.closed else "")
                SubElement(parent, "path", {"d": path, **_look(shape)})
            case Rounded():
                radius = _n(min(shape.box.width, shape.box.height) / 2)
                round_ends = {"rx": radius, "ry": radius} if shape.capsule else {}
                SubElement(parent, "rect", {**_box(shape.box), **round_ends, **_look(shape)})
            case Dot():
                x, y = shape.centre
                dot = {"cx": _n(x), "cy": _n(y), "r": _n(JUNCTION), "fill": INK}
                SubElement(parent, "circle", dot)


def _look(shape: Shape | Rounded) -> dict[str, str]:
    look = {"fill": shape.fill or "none"}
    if shape.stroke:
        look |= {"stroke": shape.stroke, "stroke-width": _n(shape.width)}
    return look


def _heads_in_words(chart: Flowchart, table: FlowTable) -> Iterator[tuple[PlacedWords, Style]]:
    step = header_line_height(chart)
    for cell in (*table.groups, *table.heads):
        words = PlacedWords(cell.lines, cell.box, chart.header_size, step, True)
        yield words, CENTRED | _turn(cell)


def _rows_in_words(chart: Flowchart, table: FlowTable) -> Iterator[tuple[PlacedWords, Style]]:
    for row in table.rows:
        for text in row.cells:
            box = Box(text.x + FLOW_PADDING, row.y, text.width - 2 * FLOW_PADDING, row.height)
            words = PlacedWords(text.lines, box, chart.text_size, chart.line_height, row.is_heading)
            yield words, CENTRED if text.centred else LEFT


def _turn(cell: HeaderCell) -> Style:
    if not cell.rotated:
        return {}
    x, y = cell.box.middle
    return {"transform": f"rotate(-90 {_n(x)} {_n(y)})"}


def _write_words(parent: Element, words: PlacedWords, style: Style) -> None:
    """Lines in the middle of their box's height, one element a line."""
    box, size = words.box, words.size * MM_PER_POINT
    middle, centre = box.middle
    x = middle if style["text-anchor"] == "middle" else box.x
    first = centre - (len(words.lines) - 1) / 2 * words.line_height
    letters = {"font-size": _n(size)} | ({"font-weight": "bold"} if words.bold else {})
    for number, line in enumerate(words.lines):
        y = first + number * words.line_height + size * ASCENT
        length = {"textLength": _n(text_width(line, words.size, bold=words.bold)), **FITTED}
        place = {"x": _n(x), "y": _n(y)}
        SubElement(parent, "text", place | letters | style | (length if line else {})).text = line


def _box(box: Box) -> dict[str, str]:
    return {"x": _n(box.x), "y": _n(box.y), "width": _n(box.width), "height": _n(box.height)}


def _path(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points)


def _n(number: float) -> str:
    """A number in mm to the hundredth, as short as possible."""
    return f"{round(number, 2) + 0.0:g}"
