"""What is drawn of a flowchart page: lines, areas and symbols, whatever they are drawn with."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbatch.model import Box, FlowPage, FlowSymbol, Point, SymbolKind
from sopbatch.model.flowchart import ARROW_HEAD
from sopbatch.writing.documents.flow_table import FlowTable
from sopbatch.writing.palette import FRAME_INK, GRID_INK

GRID_WIDTH, FRAME_WIDTH, FLOW_WIDTH, SYMBOL_WIDTH = 0.18, 0.25, 0.3, 0.35
"""Thickness of lines, mm."""
JUNCTION = 0.5
"""Radius of a dot, mm."""
INK, PAPER = "#000", "#fff"
HEAD_OVERLAP = 0.3
"""How far a line reaches into its arrow head, mm: no gap, and no blunt tip."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Lines between points; closed, they may be filled."""

    outlines: tuple[tuple[Point, ...], ...]
    closed: bool = False
    stroke: str = ""
    width: float = 0.0
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Rounded:
    """A box, its ends half circles when it is a capsule."""

    box: Box
    capsule: bool = False
    stroke: str = ""
    width: float = 0.0
    fill: str = PAPER


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle where a line joins another that leads to the same symbol."""

    centre: Point


def flow_shapes(table: FlowTable, page: FlowPage) -> Iterator[Shape | Rounded | Dot]:
    """Grid, then lines, then symbols, so that what is nearer to the reader comes last."""
    yield Shape(table.grid, stroke=GRID_INK, width=GRID_WIDTH)
    yield Shape((table.frame,), closed=True, stroke=FRAME_INK, width=FRAME_WIDTH)
    for label in page.labels:
        yield Rounded(label.box)
    for link in page.links:
        yield _line(link.points)
    for arrow in page.arrows:
        yield _line(_shortened(arrow.points) if arrow.head else arrow.points)
    for symbol in page.symbols:
        yield _symbol(symbol)
    for arrow in page.arrows:
        if arrow.head:
            yield Shape((_head(arrow.points),), closed=True, fill=INK)
        else:
            yield Dot(arrow.points[-1])


def _line(points: tuple[Point, ...]) -> Shape:
    return Shape((points,), stroke=INK, width=FLOW_WIDTH)


def _symbol(symbol: FlowSymbol) -> Shape | Rounded:
    if symbol.kind in (SymbolKind.START, SymbolKind.END):
        return Rounded(symbol.box, capsule=True, stroke=INK, width=SYMBOL_WIDTH)
    return Shape((symbol.outline,), closed=True, stroke=INK, width=SYMBOL_WIDTH, fill=PAPER)


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
