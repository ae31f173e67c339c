"""A flowchart's page in, its connectors out: each from symbol to symbol, with its name."""

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from itertools import pairwise
from math import dist

from sopbatch.model import Box, FlowArrow, FlowLabel, FlowPage, Point

TOUCH = 0.05
"""Points nearer than this to a line or symbol are on it, mm."""


@dataclass(frozen=True, slots=True)
class DrawioEdge:
    """A connector; ends are 0-based symbols of the page, points and offsets are mm."""

    source: int
    target: int
    points: tuple[Point, ...]
    _: KW_ONLY
    head: bool = True
    label: str = ""
    label_at: float = 0.0
    """Along the line, -1 at its begin to 1 at its end."""
    label_offset: Point = (0.0, 0.0)
    """From that point to the middle of the label."""
    joins_at: float | None = None
    """Along the line, where it comes upon another to the same symbol; None when it does not."""


def edges_of(page: FlowPage) -> tuple[DrawioEdge, ...]:
    """The lines of joint steps, then a connector for each arrow.

    An arrow that merges into another one of its net goes on along it: an edge has two ends.
    """
    names = _names(page)
    return (*_links(page), *(_edge(page, arrow, names.get(i)) for i, arrow in _arrows(page)))


def _arrows(page: FlowPage) -> Iterator[tuple[int, FlowArrow]]:
    return enumerate(page.arrows)


def _links(page: FlowPage) -> Iterator[DrawioEdge]:
    for link in page.links:
        for begin, end in zip(link.points[::2], link.points[1::2], strict=True):
            yield DrawioEdge(
                _symbol_at(page, begin), _symbol_at(page, end), (begin, end), head=False
            )


def _edge(page: FlowPage, arrow: FlowArrow, label: FlowLabel | None) -> DrawioEdge:
    points = _without_straights(_followed(page, arrow))
    source, target = _symbol_at(page, points[0]), _symbol_at(page, points[-1])
    joins = None if arrow.head else _along(points, arrow.points[-1])[0]
    if label is None:
        return DrawioEdge(source, target, points, joins_at=joins)
    middle = label.box.middle
    at, near = _along(points, middle)
    offset = (middle[0] - near[0], middle[1] - near[1])
    return DrawioEdge(
        source,
        target,
        points,
        label=label.text,
        label_at=at,
        label_offset=offset,
        joins_at=joins,
    )


def _followed(page: FlowPage, arrow: FlowArrow) -> tuple[Point, ...]:
    """The arrow's points and, where it merges, those of the line it merges into."""
    points, passed = [*arrow.points], [arrow]
    while not passed[-1].head:
        further = _joined(page, passed)
        if further is None:
            break
        other, rest = further
        points += rest
        passed.append(other)
    return tuple(points)


def _joined(page: FlowPage, passed: list[FlowArrow]) -> tuple[FlowArrow, tuple[Point, ...]] | None:
    """The arrow of the same net on which the last one ends, and its points from there on."""
    end = passed[-1].points[-1]
    for other in page.arrows:
        if other.net == passed[-1].net and other not in passed:
            for number, (a, b) in enumerate(pairwise(other.points), start=1):
                if dist(_nearest(a, b, end), end) < TOUCH:
                    return other, other.points[number:]
    return None


def _names(page: FlowPage) -> dict[int, FlowLabel]:
    """Each label with the 0-based arrow it names: of the same branch and nearest to it."""
    pairs = sorted(
        (dist(_along(arrow.points, label.box.middle)[1], label.box.middle), i, j)
        for i, arrow in _arrows(page)
        for j, label in enumerate(page.labels)
        if (arrow.net, arrow.source) == (label.net, label.source)
        and not page.symbols[_symbol_at(page, arrow.points[0])].letter
    )
    names: dict[int, FlowLabel] = {}
    used: set[int] = set()
    for _, i, j in pairs:
        if i not in names and j not in used:
            names[i] = page.labels[j]
            used.add(j)
    return names


def _symbol_at(page: FlowPage, point: Point) -> int:
    """The symbol nearest to a point that lies on an outline."""
    return min(range(len(page.symbols)), key=lambda i: _outside(page.symbols[i].box, point))


def _outside(box: Box, point: Point) -> float:
    x, y = point
    aside = max(box.x - x, x - box.x - box.width, 0.0)
    return aside + max(box.y - y, y - box.y - box.height, 0.0)


def _along(points: tuple[Point, ...], spot: Point) -> tuple[float, Point]:
    """Where on a line, from -1 to 1, it comes nearest to a spot, and the point there."""
    length = sum(dist(a, b) for a, b in pairwise(points))
    best, passed = (float("inf"), 0.0, points[0]), 0.0
    for a, b in pairwise(points):
        near = _nearest(a, b, spot)
        best = min(best, (dist(near, spot), passed + dist(a, near), near))
        passed += dist(a, b)
    return (2 * best[1] / length - 1 if length else 0.0), best[2]


def _nearest(a: Point, b: Point, spot: Point) -> Point:
    """The point of a level or upright stretch that is nearest to a spot."""
    (ax, ay), (bx, by), (x, y) = a, b, spot
    return (min(max(x, min(ax, bx)), max(ax, bx)), min(max(y, min(ay, by)), max(ay, by)))


def _without_straights(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points at which the line turns, and its ends."""
    kept = [points[0]]
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        level = abs(before[1] - point[1]) < TOUCH and abs(point[1] - after[1]) < TOUCH
        upright = abs(before[0] - point[0]) < TOUCH and abs(point[0] - after[0]) < TOUCH
        if not level and not upright:
            kept.append(point)
    return (*kept, points[-1])
