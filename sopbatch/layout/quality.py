"""How good a flowchart is, measured on its finished geometry and the procedure alone."""

from collections import Counter
from itertools import combinations, pairwise

from sopbatch.layout.outlines import Segment, cuts, distance, gap, on_outline, shrunk
from sopbatch.layout.turns import Stop, all_turns, edges_of
from sopbatch.model import (
    Box,
    FlowArrow,
    Flowchart,
    FlowLabel,
    FlowPage,
    FlowQuality,
    FlowSymbol,
    Procedure,
)
from sopbatch.text.measuring import text_width

SAME_LINE, TIGHT = 0.3, 1.0
"""Parallel lines of different nets nearer than this overlap, or are tight, mm."""
ALONG = 0.05
"""Overlaps shorter than this are none, mm."""
SHRINK = 0.05
"""How far outlines may reach into one another, mm."""
TOUCH = 0.01
"""Points nearer than this are the same, mm."""
TEXT_MIN = 6.5
"""Smallest text, pt."""


def measure(chart: Flowchart, procedure: Procedure, *, relaxed: int = 0) -> FlowQuality:
    """Faults and figures of a chart; `relaxed` is what the router says it could not do."""
    pages = [_DrawnPage(page, chart) for page in chart.pages]
    return FlowQuality(
        symbols_hit=sum(page.symbols_hit() for page in pages),
        overlaps=sum(page.near(0.0, SAME_LINE) for page in pages),
        label_overlaps=sum(page.label_overlaps() for page in pages),
        dangling_ends=sum(page.dangling_ends() for page in pages),
        unpaired_connectors=_unpaired(pages),
        undrawn_edges=_undrawn(pages, procedure),
        overflow=_overflow(chart) + sum(page.overflow() for page in pages),
        relaxed=relaxed,
        tight=sum(page.near(SAME_LINE, TIGHT) for page in pages),
        crossings=sum(page.crossings() for page in pages),
        bends=sum(max(0, len(a.points) - 2) for p in chart.pages for a in p.arrows),
        arrows=sum(len(page.arrows) for page in chart.pages),
        length=sum(segment.length for page in pages for segment in page.segments),
        clearance=min((page.clearance() for page in pages), default=0.0),
    )


class _DrawnPage:
    """A page with its lines taken apart."""

    def __init__(self, page: FlowPage, chart: Flowchart) -> None:
        self.page = page
        self.chart = chart
        self.segments: list[Segment] = []
        for number, arrow in enumerate(page.arrows):
            for a, b in pairwise(arrow.points):
                self.segments.append(Segment(a, b, arrow.net, number))
        for number, link in enumerate(page.links):
            for a, b in zip(link.points[::2], link.points[1::2], strict=True):
                self.segments.append(Segment(a, b, f"link {number}", -1 - number))

    def symbols_hit(self) -> int:
        """Segments inside a symbol, and symbols on each other."""
        inner = [shrunk(symbol.outline, SHRINK) for symbol in self.page.symbols]
        hits = sum(
            gap(segment, symbol.box) == 0 and cuts(segment, outline)
            for segment in self.segments
            for symbol, outline in zip(self.page.symbols, inner, strict=True)
        )
        return hits + sum(_meet(a.box, b.box) for a, b in combinations(self.page.symbols, 2))

    def near(self, low: float, high: float) -> int:
        """Pairs of parallel segments of different nets with a distance from `low` to `high`."""
        count = 0
        for a, b in combinations(self.segments, 2):
            if a.net != b.net and a.upright == b.upright and low <= abs(a.at - b.at) < high:
                count += min(a.high, b.high) - max(a.low, b.low) > ALONG
        return count + (self._touches() if low == 0 else 0)

    def _touches(self) -> int:
        """Ends and corners that lie on a line of another net."""
        count = 0
        for arrow in self.page.arrows:
            for x, y in arrow.points:
                for other in self.segments:
                    count += other.net != arrow.net and other.distance_to((x, y)) < TOUCH
        return count

    def label_overlaps(self) -> int:
        """Branch names and notes on a line, a symbol, each other, or outside the lanes."""
        texts = [label.box for label in self.page.labels]
        notes = [symbol.note_box for symbol in self.page.symbols if symbol.note_box]
        lanes = [column for column in self.chart.columns if column.key == "lane"]
        left, right = lanes[0].x, lanes[-1].x + lanes[-1].width
        top, bottom = self.page.rows[0].y, self.page.rows[-1].y + self.page.rows[-1].height
        count = 0
        for box in (*texts, *notes):
            outline = shrunk(_corners(box), SHRINK)
            count += any(cuts(segment, outline) for segment in self.segments)
            count += any(
                _meet(box, symbol.box) and _box_on_symbol(box, symbol)
                for symbol in self.page.symbols
            )
            count += box.x < left - TOUCH or box.x + box.width > right + TOUCH
            count += box.y < top - TOUCH or box.y + box.height > bottom + TOUCH
        return count + sum(_meet(a, b) for a, b in combinations((*texts, *notes), 2))

    def dangling_ends(self) -> int:
        """Arrows that do not begin at their source or do not end at their target or net."""
        count = 0
        for number, arrow in enumerate(self.page.arrows):
            start, end = arrow.points[0], arrow.points[-1]
            count += not any(
                on_outline(start, symbol.outline, TOUCH)
                and _stop(symbol) == (_target(arrow) if symbol.letter else _source(arrow))
                for symbol in self.page.symbols
            )
            if arrow.head:
                count += not any(
                    on_outline(end, symbol.outline, TOUCH) and _stop(symbol) == _target(arrow)
                    for symbol in self.page.symbols
                )
            else:
                count += not any(
                    segment.net == arrow.net
                    and segment.arrow != number
                    and segment.distance_to(end) < TOUCH
                    for segment in self.segments
                )
        return count

    def starts(self) -> Counter[tuple[Stop, Stop]]:
        """(source, target) of the arrows that leave a step's symbol."""
        return Counter(
            (_source(arrow), _target(arrow))
            for arrow in self.page.arrows
            if any(
                not symbol.letter
                and _stop(symbol) == _source(arrow)
                and on_outline(arrow.points[0], symbol.outline, TOUCH)
                for symbol in self.page.symbols
            )
        )

    def has_step(self, step: int) -> bool:
        """Whether the step's row is on this page."""
        return any(row.step == step for row in self.page.rows)

    def connectors(self, *, leaving: bool) -> list[FlowSymbol]:
        """Pentagons where flow leaves the page, or where it comes in."""
        ends = [arrow.points[-1 if leaving else 0] for arrow in self.page.arrows]
        return [
            symbol
            for symbol in self.page.symbols
            if symbol.letter and any(on_outline(end, symbol.outline, TOUCH) for end in ends)
        ]

    def overflow(self) -> int:
        """Rows too low for their texts, and texts wider than their cells."""
        widths = {column.key: column.width for column in self.chart.columns}
        count = 0
        for row in self.page.rows:
            for text in row.texts:
                count += len(text.lines) * self.chart.line_height > row.height + TOUCH
                count += any(
                    text_width(line, self.chart.text_size) > widths[text.key] for line in text.lines
                )
        return count

    def crossings(self) -> int:
        """Points where lines of different nets cross."""
        level = [segment for segment in self.segments if not segment.upright]
        upright = [segment for segment in self.segments if segment.upright]
        return sum(
            a.net != b.net and a.low < b.at < a.high and b.low < a.at < b.high
            for a in level
            for b in upright
        )

    def clearance(self) -> float:
        """Least distance between a line and a symbol it does not end at, mm."""
        least = 100.0
        for segment in self.segments:
            for symbol in self.page.symbols:
                if gap(segment, symbol.box) < least:
                    near = distance(segment, symbol.outline)
                    if near > TOUCH:
                        least = min(least, near)
        return least


def _unpaired(pages: list[_DrawnPage]) -> int:
    """Letters without exactly one pentagon that flow comes from, or without one it goes to."""
    came = Counter((s.letter, _stop(s)) for page in pages for s in page.connectors(leaving=False))
    left = Counter((s.letter, _stop(s)) for page in pages for s in page.connectors(leaving=True))
    every = Counter((s.letter, _stop(s)) for page in pages for s in page.page.symbols if s.letter)
    letters = Counter(letter for letter, _ in every)
    return sum(
        came[key] != 1 or left[key] < 1 or came[key] + left[key] != every[key] for key in every
    ) + sum(count > 1 for count in letters.values())


def _undrawn(pages: list[_DrawnPage], procedure: Procedure) -> int:
    """Branches without an arrow of their own, arrows without a branch, names missing."""
    wanted = Counter((edge.source, edge.target) for edge in edges_of(procedure))
    drawn: Counter[tuple[Stop, Stop]] = Counter()
    names: Counter[tuple[Stop, Stop, str]] = Counter()
    for page in pages:
        drawn += page.starts()
        names.update((_source(label), _target(label), label.text) for label in page.page.labels)
    asked = Counter(
        (edge.source, edge.target, edge.label) for edge in edges_of(procedure) if edge.label
    )
    steps = sum(
        not any(page.has_step(number) for page in pages)
        for number in range(1, len(procedure.steps) + 1)
    )
    wrong = ((wanted - drawn) + (drawn - wanted)).total()
    return wrong + ((asked - names) + (names - asked)).total() + steps + _unasked(pages, procedure)


def _unasked(pages: list[_DrawnPage], procedure: Procedure) -> int:
    """Questions of decisions that stand beside no diamond."""
    asked = Counter(
        (turn.stop, node.lane, node.words)
        for turn in all_turns(procedure)
        for node in turn.nodes
        if node.words
    )
    told = Counter(
        (_stop(symbol), symbol.actor, symbol.note)
        for page in pages
        for symbol in page.page.symbols
        if symbol.note_box and not symbol.letter
    )
    return ((asked - told) + (told - asked)).total()


def _stop(symbol: FlowSymbol) -> Stop:
    return Stop(symbol.step, symbol.turn)


def _source(line: FlowArrow | FlowLabel) -> Stop:
    return Stop(line.source, line.turns[0])


def _target(line: FlowArrow | FlowLabel) -> Stop:
    return Stop(line.target, line.turns[1])


def _overflow(chart: Flowchart) -> int:
    """Pages higher and tables wider than the paper, and text too small."""
    height = chart.paper.height - 2 * chart.paper.margin
    width = chart.paper.width - 2 * chart.paper.margin
    count = sum(
        page.rows[-1].y + page.rows[-1].height > height + TOUCH for page in chart.pages if page.rows
    )
    count += chart.columns[-1].x + chart.columns[-1].width > width + TOUCH
    return count + (min(chart.text_size, chart.header_size, chart.label_size) < TEXT_MIN)


def _corners(box: Box) -> tuple[tuple[float, float], ...]:
    right, bottom = box.x + box.width, box.y + box.height
    return (box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom)


def _meet(a: Box, b: Box) -> bool:
    return (
        a.x + SHRINK < b.x + b.width
        and b.x + SHRINK < a.x + a.width
        and a.y + SHRINK < b.y + b.height
        and b.y + SHRINK < a.y + a.height
    )


def _box_on_symbol(box: Box, symbol: FlowSymbol) -> bool:
    """Whether an edge or a diagonal of the box cuts the symbol, or lies in it."""
    outline = shrunk(symbol.outline, SHRINK)
    corners = _corners(box)
    sides = [*zip(corners, (*corners[1:], corners[0]), strict=True)]
    sides += [(corners[0], corners[2]), (corners[1], corners[3])]
    return any(cuts(Segment(a, b, "", 0), outline) for a, b in sides)
