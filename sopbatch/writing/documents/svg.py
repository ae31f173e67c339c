"""A page of the flowchart as SVG: the drawing within the table, or the page by itself."""

from collections.abc import Iterator
from math import atan2, degrees
from xml.etree.ElementTree import Element, SubElement, tostring

from sopbatch.model import Box, Flowchart, FlowPage, FlowSymbol, PaperSize, Point, Watermark
from sopbatch.model.flowchart import ARROW_HEAD
from sopbatch.writing.documents.flow_table import (
    FlowTable,
    HeaderCell,
    flow_table,
    header_line_height,
)
from sopbatch.writing.documents.flow_words import PlacedWords, flow_words, in_words
from sopbatch.writing.documents.measures import FLOW_PADDING, MM_PER_PT, Measure

GRID_WIDTH = "0.18"
FRAME_WIDTH = "0.25"
FLOW_WIDTH = "0.3"
SYMBOL_WIDTH = "0.35"
JUNCTION = 0.5
"""Radius of the dot where a line joins another that leads to the same symbol, mm."""
INK = "#000"
GRID_INK, FRAME_INK = "#555", "#333"
HEADER_FILL = "#e8e8e8"
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""Families of the same widths: of Linux, Windows and macOS; any other is fitted to our widths."""
DOCUMENT_FONT = "SOP Sans"
WATERMARK_INK, WATERMARK_SHARE = "#eeeeee", 0.36
Style = dict[str, str]
CENTRED, LEFT = {"text-anchor": "middle"}, {"text-anchor": "start"}
FITTED = {"lengthAdjust": "spacingAndGlyphs"}
ASCENT = 0.35
"""From the middle of a line of letters down to its base line, as a share of the letter size."""
BLEED = 1.0
"""Beyond the content box on each side, so that lines on its edge keep their full width, mm."""
HEAD_OVERLAP = 0.3
"""How far a line reaches into its arrow head, mm: no gap, and no blunt tip."""


def overlay_svg(chart: Flowchart, page: FlowPage) -> str:
    """Grid and flow of a page over its whole content box, without any text."""
    paper = chart.paper
    width, height = paper.width - 2 * paper.margin, paper.height - 2 * paper.margin
    svg = _svg(width, height, BLEED)
    SubElement(svg, "title").text = in_words(page)
    _draw(svg, flow_table(chart, page), page)
    return tostring(svg, encoding="unicode")


def draw_svg(chart: Flowchart, page: int, measure: Measure) -> str:
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
        box = Box(cell.x, cell.y, cell.width, cell.height)
        SubElement(inside, "rect", {**_box(box), "fill": HEADER_FILL})
    _draw(inside, table, flow_page)
    texts = SubElement(inside, "g", {"font-family": FONT, "fill": INK})
    for words, style in (*_heads_in_words(chart, table), *_rows_in_words(chart, table)):
        _write_words(texts, words, style, measure)
    for words in flow_words(chart, flow_page):
        _write_words(texts, words, CENTRED, measure)
    return tostring(svg, encoding="unicode")


def watermark_svg(paper: PaperSize, word: Watermark) -> str:
    """The word in light grey from corner to corner of a page."""
    svg = _svg(paper.width, paper.height)
    size = paper.height * WATERMARK_SHARE * min(1.0, len(Watermark.DRAFT) / max(len(word), 1))
    x, y = paper.width / 2, paper.height / 2
    angle = degrees(atan2(paper.height, paper.width))
    style = {"font-family": DOCUMENT_FONT, "font-weight": "bold", "font-size": _n(size)}
    place = {"x": _n(x), "y": _n(y + size * ASCENT), "text-anchor": "middle"}
    turn = {"transform": f"rotate({_n(-angle)} {_n(x)} {_n(y)})", "fill": WATERMARK_INK}
    SubElement(svg, "text", {**place, **style, **turn}).text = word
    return tostring(svg, encoding="unicode")


def _svg(width: float, height: float, bleed: float = 0.0) -> Element:
    width, height = width + 2 * bleed, height + 2 * bleed
    return Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        width=f"{_n(width)}mm",
        height=f"{_n(height)}mm",
        viewBox=f"{_n(-bleed)} {_n(-bleed)} {_n(width)} {_n(height)}",
    )


def _draw(parent: Element, table: FlowTable, page: FlowPage) -> None:
    """Grid, then lines, then symbols, so that what is nearer to the reader comes last."""
    grid = " ".join(_path(line) for line in table.grid)
    _stroke(parent, grid, GRID_WIDTH, GRID_INK)
    _stroke(parent, f"{_path(table.frame)}Z", FRAME_WIDTH, FRAME_INK)
    for label in page.labels:
        SubElement(parent, "rect", {**_box(label.box), "fill": "#fff"})
    for link in page.links:
        _stroke(parent, _path(link.points), FLOW_WIDTH)
    for arrow in page.arrows:
        _stroke(parent, _path(_shortened(arrow.points) if arrow.head else arrow.points), FLOW_WIDTH)
    for symbol in page.symbols:
        _symbol(parent, symbol)
    for arrow in page.arrows:
        if arrow.head:
            SubElement(parent, "path", d=f"{_path(_head(arrow.points))}Z", fill=INK)
        else:
            x, y = arrow.points[-1]
            dot = {"cx": _n(x), "cy": _n(y), "r": _n(JUNCTION)}
            SubElement(parent, "circle", {**dot, "fill": INK})


def _stroke(parent: Element, path: str, width: str, ink: str = INK) -> None:
    SubElement(parent, "path", {"d": path, "fill": "none", "stroke": ink, "stroke-width": width})


def _symbol(parent: Element, symbol: FlowSymbol) -> None:
    ink = {"fill": "#fff", "stroke": INK, "stroke-width": SYMBOL_WIDTH}
    if symbol.kind in ("start", "end"):
        radius = _n(min(symbol.box.width, symbol.box.height) / 2)
        SubElement(parent, "rect", {**_box(symbol.box), "rx": radius, "ry": radius, **ink})
    else:
        SubElement(parent, "path", {"d": f"{_path(symbol.outline)}Z", **ink})


def _direction(points: tuple[Point, ...]) -> tuple[float, float, float]:
    """Unit vector and length of the last run of a line."""
    (x1, y1), (x2, y2) = points[-2:]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    return ((x2 - x1) / length, (y2 - y1) / length, length) if length else (0.0, 1.0, 0.0)


def _shortened(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The line up to inside its arrow head, so that the tip stays sharp."""
    dx, dy, length = _direction(points)
    by = min(length, ARROW_HEAD[0] - HEAD_OVERLAP)
    x, y = points[-1]
    return (*points[:-1], (x - dx * by, y - dy * by))


def _head(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Tip and the two corners of the arrow head."""
    dx, dy, _ = _direction(points)
    x, y = points[-1]
    length, half = ARROW_HEAD[0], ARROW_HEAD[1] / 2
    back_x, back_y = x - dx * length, y - dy * length
    return (
        (x, y),
        (back_x - dy * half, back_y + dx * half),
        (back_x + dy * half, back_y - dx * half),
    )


def _heads_in_words(chart: Flowchart, table: FlowTable) -> Iterator[tuple[PlacedWords, Style]]:
    step = header_line_height(chart)
    for cell in (*table.groups, *table.heads):
        box = Box(cell.x, cell.y, cell.width, cell.height)
        yield PlacedWords(cell.lines, box, chart.header_size, step, True), CENTRED | _turn(cell)


def _rows_in_words(chart: Flowchart, table: FlowTable) -> Iterator[tuple[PlacedWords, Style]]:
    for row in table.rows:
        for text in row.cells:
            box = Box(text.x + FLOW_PADDING, row.y, text.width - 2 * FLOW_PADDING, row.height)
            words = PlacedWords(text.lines, box, chart.text_size, chart.line_height, row.is_heading)
            yield words, CENTRED if text.centred else LEFT


def _turn(cell: HeaderCell) -> Style:
    if not cell.rotated:
        return {}
    x, y = cell.x + cell.width / 2, cell.y + cell.height / 2
    return {"transform": f"rotate(-90 {_n(x)} {_n(y)})"}


def _write_words(parent: Element, words: PlacedWords, style: Style, measure: Measure) -> None:
    """Lines in the middle of their box's height, one element a line."""
    box, size = words.box, words.size * MM_PER_PT
    x = box.x + box.width / 2 if style["text-anchor"] == "middle" else box.x
    middle = box.y + box.height / 2 - (len(words.lines) - 1) / 2 * words.line_height
    letters = {"font-size": _n(size)} | ({"font-weight": "bold"} if words.bold else {})
    for number, line in enumerate(words.lines):
        y = middle + number * words.line_height + size * ASCENT
        length = {"textLength": _n(measure(line, words.size, bold=words.bold)), **FITTED}
        place = {"x": _n(x), "y": _n(y)}
        SubElement(parent, "text", place | letters | style | (length if line else {})).text = line


def _box(box: Box) -> dict[str, str]:
    return {"x": _n(box.x), "y": _n(box.y), "width": _n(box.width), "height": _n(box.height)}


def _path(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points)


def _n(number: float) -> str:
    """A number in mm to the hundredth, as short as possible."""
    return f"{round(number, 2) + 0.0:g}"
