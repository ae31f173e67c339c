"""A page's scene from the procedure: rows, strips of connectors, symbols and ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sopbatch.layout.columns import CELL_PADDING, Table
from sopbatch.layout.connectors import (
    PLACEHOLDER_IN,
    PLACEHOLDER_OUT,
    Connector,
    connectors_of,
)
from sopbatch.layout.scene import Line, Scene, Spot, Way
from sopbatch.layout.sizes import line_height
from sopbatch.layout.turns import Edge, Node, Stop, Turn, turns_of
from sopbatch.model import CellText, ColumnKey, Procedure, Step
from sopbatch.text.wrapping import wrap

TEXT_PADDING = 1.2
"""Above and below a cell's text, mm."""
AWAY, BLOCKED, CROSSED = 2.0, 0.3, 0.3
"""Costs of a connector's lane: a lane further off its target's, so that the pentagon shows who goes
on; a symbol in the way, a flow to be crossed.
"""
HEADING_PADDING = 1.6
"""Above and below the heading of a stage, mm."""
HEADING_BREADTH = 1.12
"""A heading is set bold: so much wider than it is measured."""
STRIP = Line(kind="connectors", step=0, texts=(), text_height=0.0)


def line_of(step: Step, number: int, table: Table, text_size: float) -> Line:
    """The row of a step, its texts wrapped to their columns."""
    texts: list[CellText] = []
    cells: tuple[tuple[ColumnKey, str], ...] = (
        ("no", step.number_raw.strip() or str(number)),
        ("activity", step.activity),
        ("inputs", step.inputs),
        ("duration", step.duration.raw),
        ("output", step.output),
        ("remark", step.remark),
    )
    for key, text in cells:
        lines = wrap(text, table.width_of(key) - 2 * CELL_PADDING, text_size)
        if lines:
            texts.append(CellText(key, lines))
    most = max((len(text.lines) for text in texts), default=0)
    height = most * line_height(text_size) + 2 * TEXT_PADDING
    heading = _heading(step, number, table, text_size)
    return Line(kind="step", step=number, texts=tuple(texts), text_height=height, heading=heading)


def _heading(step: Step, number: int, table: Table, text_size: float) -> Line | None:
    """The row above a step that names its stage; its text keeps clear of the lanes."""
    width = table.width_of("activity") - 2 * CELL_PADDING
    lines = tuple(wrap(step.stage, width / HEADING_BREADTH, text_size))
    if not lines:
        return None
    height = len(lines) * line_height(text_size) + 2 * HEADING_PADDING
    return Line(kind="stage", step=number, texts=(CellText("activity", lines),), text_height=height)


def parts_of(line: Line, room: float, text_size: float) -> tuple[Line, ...]:
    """The row in parts of at most `room` mm: texts longer than a page go on on the next."""
    if line.text_height <= room:
        return (line,)
    each = max(1, int((room - 2 * TEXT_PADDING) / line_height(text_size)))
    most = max(len(text.lines) for text in line.texts)
    parts: list[Line] = []
    for start in range(0, most, each):
        texts = tuple(
            CellText(text.key, text.lines[start : start + each])
            for text in line.texts
            if len(text.lines) > start
        )
        longest = max(len(text.lines) for text in texts)
        height = longest * line_height(text_size) + 2 * TEXT_PADDING
        heading = None if parts else line.heading
        parts.append(
            Line(kind="step", step=line.step, texts=texts, text_height=height, heading=heading)
        )
    return tuple(parts)


def compose(
    procedure: Procedure,
    lines: Sequence[Line],
    edges: Sequence[Edge],
    first: int,
    last: int,
    *,
    mirrored: bool = False,
) -> tuple[Scene, tuple[tuple[int, Connector], ...]]:
    """The scene of the page with the steps `first` to `last`, and its connectors by spot.

    Of two lanes equally near a connector takes the left one; mirrored, the right one.
    """
    lanes = max(1, len(procedure.actors))
    connectors = connectors_of(edges, first, last)
    turns = [
        turn
        for number in range(first, last + 1)
        for turn in turns_of(procedure.steps[number - 1], number, lanes)
    ]
    page = _Page(
        turns,
        tuple(edge for edge in edges if edge.source.step in range(first, last + 1)),
        {connector.target: _lanes_of(connector.target, procedure) for connector in connectors},
    )
    head, foot = (
        _strips(
            [connector for connector in connectors if connector.at_foot == at_foot],
            page,
            lanes,
            mirrored=mirrored,
        )
        for at_foot in (False, True)
    )
    head_rows = 1 + max((row for row, _, _ in head), default=-1)
    foot_rows = 1 + max((row for row, _, _ in foot), default=-1)
    spots: list[Spot] = []
    pairs: list[tuple[int, Connector]] = []
    for row, lane, connector in head:
        pairs.append((len(spots), connector))
        spots.append(_pentagon(connector, lane, head_rows - 1 - row))
    rows = [STRIP] * head_rows
    of_stop: dict[Stop, tuple[int, ...]] = {}
    for number in range(first, last + 1):
        own = [turn for turn in turns if turn.stop.step == number]
        line = lines[number - 1]
        if line.heading is not None:
            rows.append(line.heading)
        for turn in own:
            start = len(spots)
            spots += [
                Spot(
                    kind=node.kind,
                    stop=turn.stop,
                    lane=node.lane,
                    row=len(rows) + turn.line,
                    note=node.words,
                )
                for node in turn.nodes
            ]
            of_stop[turn.stop] = tuple(range(start, len(spots)))
        rows += [line, *[line.below] * max((turn.line for turn in own), default=0)]
    for row, lane, connector in foot:
        pairs.append((len(spots), connector))
        spots.append(_pentagon(connector, lane, len(rows) + row))
    scene = Scene(
        lanes,
        (*rows, *[STRIP] * foot_rows),
        tuple(spots),
        _ways(page.edges, of_stop, pairs),
        tuple(joint for joint in of_stop.values() if len(joint) > 1),
    )
    return scene, tuple(pairs)


def with_letters(scene: Scene, texts: dict[int, tuple[str, str]]) -> Scene:
    """The scene with letter and note of each connector, by spot."""
    return replace(
        scene,
        spots=tuple(
            replace(spot, letter=texts[i][0], note=texts[i][1]) if i in texts else spot
            for i, spot in enumerate(scene.spots)
        ),
    )


def _pentagon(connector: Connector, lane: int, row: int) -> Spot:
    note = PLACEHOLDER_OUT if connector.leaves else PLACEHOLDER_IN
    return Spot(kind=connector.kind, stop=connector.target, lane=lane, row=row, note=note)


def _ways(
    edges: Sequence[Edge],
    of_stop: dict[Stop, tuple[int, ...]],
    pairs: Sequence[tuple[int, Connector]],
) -> tuple[Way, ...]:
    leaving = {(connector.key): spot for spot, connector in pairs if connector.leaves}
    entering = [(spot, connector) for spot, connector in pairs if not connector.leaves]
    targets = {edge.target for edge in edges} | {connector.target for _, connector in entering}
    nets = {target: number for number, target in enumerate(sorted(targets), 1)}
    ways = [
        Way(
            net=nets[edge.target],
            source=edge.source,
            target=edge.target,
            sources=of_stop[edge.source],
            goals=of_stop.get(edge.target) or (leaving[edge.target, edge.target > edge.source],),
            label=edge.label,
            back=edge.target <= edge.source,
            inside=edge.inside,
        )
        for edge in edges
    ]
    ways += [
        Way(
            net=nets[connector.target],
            source=min(edge.source for edge in connector.edges),
            target=connector.target,
            sources=(spot,),
            goals=of_stop[connector.target],
            back=not connector.onward,
        )
        for spot, connector in entering
    ]
    returned = {way.target for way in ways if way.back}
    contested = returned & {way.target for way in ways if not way.back}
    return tuple(replace(way, contested=way.target in contested) for way in ways)


class _Page:
    """Turns and ways of a page, to find room for its connectors."""

    def __init__(
        self,
        turns: Sequence[Turn],
        edges: tuple[Edge, ...],
        lanes_of: Mapping[Stop, tuple[int, ...]],
    ) -> None:
        self.lanes_of = lanes_of
        self.home = {turn.stop: turn.nodes for turn in turns}
        self.order = {stop: place for place, stop in enumerate(self.home)}
        self.edges = edges
        self.sweeps = _sweeps(edges, self.home)

    def distance(self, connector: Connector) -> int:
        """Turns between the strip and the nearest joined one."""
        places = [self.order[stop] for stop in _ends(connector)]
        return len(self.order) - 1 - max(places) if connector.at_foot else min(places)

    def lane_cost(self, connector: Connector, lane: int) -> float:
        """How far the lane is from the target's, and what stands or runs in the way."""
        stops = _ends(connector)
        near = max(stops) if connector.at_foot else min(stops)
        between = {s for s in self.home if (s > near if connector.at_foot else s < near)}
        blocked = sum(any(node.lane == lane for node in self.home[stop]) for stop in between)
        crossed = sum(
            sweep.stop in between and sweep.first < lane < sweep.last for sweep in self.sweeps
        )
        away = min((abs(own - lane) for own in self.lanes_of[connector.target]), default=0)
        return AWAY * away + BLOCKED * blocked + CROSSED * crossed


@dataclass(frozen=True, slots=True)
class Sweep:
    """A flow that crosses lanes in the row of its source."""

    stop: Stop
    first: int
    """Lane it runs from, the left one."""
    last: int


def _sweeps(edges: Sequence[Edge], home: dict[Stop, tuple[Node, ...]]) -> tuple[Sweep, ...]:
    """The flows between the turns of the page that pass over lanes."""
    sweeps: list[Sweep] = []
    for edge in edges:
        if edge.target in home:
            lanes = min(
                ((abs(a.lane - b.lane), min(a.lane, b.lane), max(a.lane, b.lane)))
                for a in home[edge.source]
                for b in home[edge.target]
            )
            sweeps.append(Sweep(edge.source, lanes[1], lanes[2]))
    return tuple(sweeps)


def _strips(
    connectors: Sequence[Connector],
    page: _Page,
    lanes: int,
    *,
    mirrored: bool,
) -> list[tuple[int, int, Connector]]:
    """A (strip, lane) for each connector, near the symbols it is joined to; strip 0 is nearest."""
    taken: set[tuple[int, int]] = set()
    placed: list[tuple[int, int, Connector]] = []
    asked = sorted(connectors, key=lambda c: (page.distance(c), c.target, c.onward))
    for connector in asked:
        best = min(
            (
                3.0 * strip * lanes + page.lane_cost(connector, lane),
                strip,
                -lane if mirrored else lane,
            )
            for strip in range(len(taken) // lanes + 1)
            for lane in range(lanes)
            if (strip, lane) not in taken
        )
        taken.add((best[1], abs(best[2])))
        placed.append((best[1], abs(best[2]), connector))
    return placed


def _lanes_of(stop: Stop, procedure: Procedure) -> tuple[int, ...]:
    """Lanes in which the turn has symbols, also on another page."""
    turns = turns_of(procedure.steps[stop.step - 1], stop.step, max(1, len(procedure.actors)))
    return tuple(node.lane for turn in turns if turn.stop == stop for node in turn.nodes)


def _ends(connector: Connector) -> tuple[Stop, ...]:
    """Turns on this page the connector is joined to."""
    if connector.leaves:
        return tuple(edge.source for edge in connector.edges)
    return (connector.target,)
