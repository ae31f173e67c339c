"""Names of branches beside their exits, questions beside their diamonds, touching nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from operator import itemgetter

from sopbatch.layout.geometry import Drawing
from sopbatch.layout.route import Routing
from sopbatch.layout.scene import Scene
from sopbatch.layout.sizes import SymbolSizes, label_shapes
from sopbatch.model import Box, FlowArrow, FlowLabel, FlowSymbol, Point, SymbolKind
from sopbatch.model.flowchart import ARROW_HEAD

AIR = 0.35
"""Between a name and its own line, mm."""
AIRS = (AIR, 1.4, 2.4)
"""Tried one after another, mm."""
TUCK = 0.6
"""A name may begin a little before its line, beside a diamond's slanted side, mm."""
STEP = 0.7
"""From one place that is tried to the next, mm."""
NEAR, REACH = 12.0, 40.0
"""How far along its arrow a name should and may stand, mm."""
ROUNDS = 2
"""In the second the names that found no place are placed first."""
ON_BORDER = 3.0
"""How much more a question keeps within its cell than a name does."""


@dataclass(frozen=True, slots=True)
class PlacedNames:
    """The placed names, and the ways whose name found no place."""

    labels: tuple[FlowLabel, ...]
    failed: tuple[int, ...]
    symbols: tuple[FlowSymbol, ...]
    """The drawing's symbols, questions placed beside their diamonds."""
    silent: tuple[int, ...]
    """Indices of the symbols whose question found no place."""


def place_names(
    scene: Scene,
    routing: Routing,
    drawing: Drawing,
    sizes: SymbolSizes,
    *,
    area: Box,
    borders: Sequence[float],
) -> PlacedNames:
    """A place for every name and question, within the lanes' `area`.

    `borders` are the x of the lane lines.
    """
    page = _NamedPage(drawing, sizes, area, borders)
    blocked = _obstacles(drawing)
    wanted = [i for i, path in enumerate(routing.paths) if scene.ways[path.way].label]
    placed: dict[int, FlowLabel] = {}
    failed: list[int] = []
    for _ in range(ROUNDS):
        placed, failed = {}, []
        for index in wanted:
            text = scene.ways[routing.paths[index].way].label
            taken = [*blocked, *(label.box for label in placed.values())]
            label = page.name_beside(drawing.arrows[index], text, taken)
            if label is None:
                failed.append(index)
            else:
                placed[index] = label
        if not failed:
            break
        wanted = failed + [index for index in wanted if index not in failed]
    symbols, silent = page.questions([*blocked, *(label.box for label in placed.values())])
    return PlacedNames(
        tuple(placed[index] for index in sorted(placed)),
        tuple(routing.paths[index].way for index in failed),
        symbols,
        silent,
    )


@dataclass(frozen=True, slots=True)
class _NamedPage:
    """A drawing whose names and questions are to be placed."""

    drawing: Drawing
    sizes: SymbolSizes
    area: Box
    """The lanes."""
    borders: Sequence[float]
    """x of the lane lines."""

    def name_beside(
        self, arrow: FlowArrow, text: str, obstacles: Sequence[Box]
    ) -> FlowLabel | None:
        """The name at the cheapest free place along its arrow; None when there is none."""
        wide, high = self.sizes.label_size(label_shapes(text)[0])
        field = _field(arrow.points, max(wide, high) + 3.0)
        near = [box for box in obstacles if _meet(box, field)]
        symbols = [symbol for symbol in self.drawing.symbols if _meet(symbol.box, field)]
        for reach, airs in ((NEAR, AIRS[:1]), (NEAR, AIRS[1:]), (REACH, AIRS)):
            for lines in label_shapes(text):
                tried = _candidates(arrow.points, self.sizes.label_size(lines), reach, airs)
                box = self._cheapest(tried, near, symbols)
                if box is not None:
                    return FlowLabel(
                        text=text,
                        box=box,
                        net=arrow.net,
                        source=arrow.source,
                        lines=lines,
                        target=arrow.target,
                        turns=arrow.turns,
                    )
        return None

    def _cheapest(
        self,
        candidates: Iterable[tuple[float, Box]],
        obstacles: Sequence[Box],
        symbols: Sequence[FlowSymbol],
    ) -> Box | None:
        """The free box that costs least, the table lines that run through it included."""
        best: Box | None = None
        least = inf
        for cost, box in sorted(candidates, key=itemgetter(0)):
            if cost >= least:
                break
            if _free(box, self.area, obstacles, symbols):
                total = cost + self._on_borders(box)
                if total < least:
                    best, least = box, total
        return best

    def questions(self, obstacles: Sequence[Box]) -> tuple[tuple[FlowSymbol, ...], tuple[int, ...]]:
        """The symbols with their questions placed; the indices of those that found no place."""
        symbols, silent, taken = list(self.drawing.symbols), list[int](), list(obstacles)
        for index, symbol in enumerate(self.drawing.symbols):
            if symbol.letter or not symbol.note:
                continue
            free = (
                (cost + shape + ON_BORDER * self._on_borders(box), shape, box, lines)
                for shape, lines in enumerate(label_shapes(symbol.note))
                for cost, box in _around(symbol.box, self.sizes.note_size(lines))
                if _free(box, self.area, taken, self.drawing.symbols)
            )
            best = min(free, key=itemgetter(0, 1), default=None)
            if best is None:
                silent.append(index)
                continue
            _, _, box, lines = best
            taken.append(box)
            symbols[index] = replace(symbol, note_lines=lines, note_box=box)
        return tuple(symbols), tuple(silent)

    def _on_borders(self, box: Box) -> float:
        """A name is easier to read when no table line runs through it."""
        lines = sum(box.x < x < box.x + box.width for x in self.borders)
        rows = sum(box.y < row.y < box.y + box.height for row in self.drawing.rows)
        return 1.5 * lines + 1.5 * rows


def _around(symbol: Box, size: tuple[float, float]) -> Iterator[tuple[float, Box]]:
    """Boxes round a diamond with their cost: tucked into its corners, then further off."""
    wide, high = size
    middle, centre = symbol.x + symbol.width / 2, symbol.y + symbol.height / 2
    for away in range(12):
        gap = AIR + away * STEP / 2
        for tucked in (0.0, symbol.height / 4):
            above, below = symbol.y - gap - high + tucked, symbol.y + symbol.height + gap - tucked
            for shift in (0.4, symbol.width / 4):
                for x in (middle + shift, middle - shift - wide):
                    cost = away + shift - tucked
                    yield cost, Box(x, above, wide, high)
                    yield cost + 0.5, Box(x, below, wide, high)
        yield away + 3.0, Box(symbol.x + symbol.width + gap, centre - gap - high, wide, high)
        yield away + 3.2, Box(symbol.x - gap - wide, centre - gap - high, wide, high)


def _obstacles(drawing: Drawing) -> list[Box]:
    """Boxes of all lines, arrow heads and notes."""
    boxes: list[Box] = []
    for arrow in drawing.arrows:
        boxes += [_span(a, b, 0.2) for a, b in pairwise(arrow.points)]
        if arrow.head:
            boxes.append(_head(arrow))
    for link in drawing.links:
        boxes += [_span(a, b, 0.2) for a, b in pairwise(link.points)]
    boxes += [symbol.note_box for symbol in drawing.symbols if symbol.note_box is not None]
    return boxes


def _span(a: Point, b: Point, margin: float) -> Box:
    left, top = min(a[0], b[0]), min(a[1], b[1])
    return Box(
        left - margin,
        top - margin,
        abs(a[0] - b[0]) + 2 * margin,
        abs(a[1] - b[1]) + 2 * margin,
    )


def _head(arrow: FlowArrow) -> Box:
    (x0, y0), (x1, y1) = arrow.points[-2:]
    length, width = ARROW_HEAD
    span = max(abs(x1 - x0), abs(y1 - y0)) or 1.0
    back = (x1 - (x1 - x0) / span * length, y1 - (y1 - y0) / span * length)
    return _span(back, (x1, y1), width / 2)


def _field(points: Sequence[Point], margin: float) -> Box:
    """The part of the page where a name beside the arrow may stand."""
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return _span((min(xs), min(ys)), (max(xs), max(ys)), margin)


def _free(box: Box, area: Box, obstacles: Sequence[Box], symbols: Sequence[FlowSymbol]) -> bool:
    if not _inside(box, area):
        return False
    left, top = box.x, box.y
    right, bottom = left + box.width, top + box.height
    for other in obstacles:
        if (
            left < other.x + other.width
            and other.x < right
            and top < other.y + other.height
            and other.y < bottom
        ):
            return False
    return not any(hits_symbol(box, symbol) for symbol in symbols)


def _candidates(
    points: Sequence[Point], size: tuple[float, float], reach: float, airs: Sequence[float]
) -> Iterator[tuple[float, Box]]:
    """Boxes beside the arrow with their cost: near its start first."""
    wide, high = size
    gone = 0.0
    for number, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        length = abs(x1 - x0) + abs(y1 - y0)
        along = -TUCK if number == 0 else 0.4
        while along <= length and gone + along <= reach:
            cost = gone + along + 3.0 * number
            for air in airs:
                price = cost + 4.0 * (air - AIR)
                if abs(y1 - y0) < 1e-6:
                    x = x0 + along if x1 > x0 else x0 - along - wide
                    yield price, Box(x, y0 - air - high, wide, high)
                    yield price + 0.6, Box(x, y0 + air, wide, high)
                else:
                    y = y0 + along if y1 > y0 else y0 - along - high
                    yield price, Box(x0 + air + 0.2, y, wide, high)
                    yield price + 0.3, Box(x0 - air - 0.2 - wide, y, wide, high)
            along += STEP
        gone += length
        if gone > reach:
            break


def _inside(box: Box, area: Box) -> bool:
    return (
        area.x <= box.x
        and area.y <= box.y
        and box.x + box.width <= area.x + area.width
        and box.y + box.height <= area.y + area.height
    )


def _meet(a: Box, b: Box) -> bool:
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )


def hits_symbol(box: Box, symbol: FlowSymbol) -> bool:
    """Whether a box reaches into a symbol; beside a diamond's sides there is room."""
    if not _meet(box, symbol.box):
        return False
    if symbol.kind is not SymbolKind.DECISION:
        return True
    half_w, half_h = symbol.box.width / 2, symbol.box.height / 2
    x, y = symbol.box.x + half_w, symbol.box.y + half_h
    near_x = min(max(x, box.x), box.x + box.width)
    near_y = min(max(y, box.y), box.y + box.height)
    return abs(near_x - x) / (half_w + 0.3) + abs(near_y - y) / (half_h + 0.3) < 1
