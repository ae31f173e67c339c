"""A page's scene from the procedure: rows, strips of connectors, symbols and ways."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sopbatch.layout.columns import CELL_PADDING, Table
from sopbatch.layout.connectors import (
    PLACEHOLDER_IN,
    PLACEHOLDER_OUT,
    Connector,
    Edge,
    connectors_of,
)
from sopbatch.layout.scene import Line, Scene, Spot, Way
from sopbatch.layout.sizes import line_height
from sopbatch.layout.wrap import wrap
from sopbatch.model import CellText, ColumnKey, Procedure, Step, Symbol, SymbolKind

TEXT_PADDING = 1.2
"""Above and below a cell's text, mm."""
KINDS: dict[Symbol, SymbolKind] = {
    Symbol.START: "start",
    Symbol.PROCESS: "process",
    Symbol.DECISION: "decision",
    Symbol.END: "end",
}
AWAY, BLOCKED, CROSSED = 0.3, 0.9, 0.9
"""Costs of a connector's lane: a lane further off, a symbol in the way, a flow to be crossed."""
STRIP = Line("connectors", 0, (), 0.0)


@dataclass(frozen=True, slots=True)
class Node:
    """A drawable symbol of a step."""

    lane: int
    kind: SymbolKind


def nodes_of(step: Step, lanes: int) -> tuple[Node, ...]:
    """A step's symbols in lane order: known actors with a known symbol, one per lane."""
    found = {
        node.actor: Node(node.actor, KINDS[node.symbol])
        for node in reversed(step.nodes)
        if node.symbol is not None and 0 <= node.actor < lanes
    }
    return tuple(found[lane] for lane in sorted(found))


def edges_of(procedure: Procedure) -> tuple[Edge, ...]:
    """The branches that can be drawn: both steps stand on the page with a symbol."""
    lanes = len(procedure.actors)
    count = len(procedure.steps)
    drawn = {i for i, step in enumerate(procedure.steps, 1) if nodes_of(step, lanes)}
    return tuple(
        Edge(number, branch.target, branch.label.strip())
        for number, step in enumerate(procedure.steps, 1)
        if number in drawn
        for branch in step.branches
        if branch.target is not None and 1 <= branch.target <= count and branch.target in drawn
    )


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
    return Line("step", number, tuple(texts), most * line_height(text_size) + 2 * TEXT_PADDING)


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
        parts.append(Line("step", line.step, texts, height))
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
    home = {n: nodes_of(procedure.steps[n - 1], lanes) for n in range(first, last + 1)}
    sweeps = _sweeps(edges, home)
    head, foot = (
        _strips(
            [connector for connector in connectors if connector.at_foot == at_foot],
            home,
            sweeps,
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
    of_step: dict[int, tuple[int, ...]] = {}
    joints: list[tuple[int, ...]] = []
    for number in range(first, last + 1):
        start = len(spots)
        spots += [
            Spot(node.kind, number, node.lane, head_rows + number - first) for node in home[number]
        ]
        of_step[number] = tuple(range(start, len(spots)))
        if len(of_step[number]) > 1:
            joints.append(of_step[number])
    for row, lane, connector in foot:
        pairs.append((len(spots), connector))
        spots.append(_pentagon(connector, lane, head_rows + last - first + 1 + row))
    scene = Scene(
        lanes,
        (*[STRIP] * head_rows, *lines[first - 1 : last], *[STRIP] * foot_rows),
        tuple(spots),
        _ways(edges, of_step, pairs),
        tuple(joints),
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
    return Spot(connector.kind, connector.target, lane, row, note=note)


def _ways(
    edges: Sequence[Edge],
    of_step: dict[int, tuple[int, ...]],
    pairs: Sequence[tuple[int, Connector]],
) -> tuple[Way, ...]:
    leaving = {(connector.key): spot for spot, connector in pairs if connector.leaves}
    ways: list[Way] = []
    for edge in edges:
        if edge.source not in of_step:
            continue
        goals = of_step.get(edge.target) or (leaving[edge.target, edge.target > edge.source],)
        ways.append(
            Way(
                edge.target,
                edge.source,
                of_step[edge.source],
                goals,
                edge.label,
                back=edge.target <= edge.source,
            )
        )
    for spot, connector in pairs:
        if not connector.leaves:
            source = min(edge.source for edge in connector.edges)
            ways.append(
                Way(
                    connector.target,
                    source,
                    (spot,),
                    of_step[connector.target],
                    back=not connector.onward,
                )
            )
    return tuple(ways)


@dataclass(frozen=True, slots=True)
class Sweep:
    """A flow that crosses lanes in the row of its source."""

    step: int
    first: int
    """Lane it runs from, the left one."""
    last: int


def _sweeps(edges: Sequence[Edge], home: dict[int, tuple[Node, ...]]) -> tuple[Sweep, ...]:
    """The flows between the steps of the page that pass over lanes."""
    sweeps: list[Sweep] = []
    for edge in edges:
        if edge.source in home and edge.target in home:
            lanes = min(
                ((abs(a.lane - b.lane), min(a.lane, b.lane), max(a.lane, b.lane)))
                for a in home[edge.source]
                for b in home[edge.target]
            )
            sweeps.append(Sweep(edge.source, lanes[1], lanes[2]))
    return tuple(sweeps)


def _strips(
    connectors: Sequence[Connector],
    home: dict[int, tuple[Node, ...]],
    sweeps: Sequence[Sweep],
    lanes: int,
    *,
    mirrored: bool,
) -> list[tuple[int, int, Connector]]:
    """A (strip, lane) for each connector, near the symbols it is joined to; strip 0 is nearest."""
    taken: set[tuple[int, int]] = set()
    placed: list[tuple[int, int, Connector]] = []
    asked = sorted(connectors, key=lambda c: (_distance(c, home), c.target, c.onward))
    for connector in asked:
        best = min(
            (
                3.0 * strip * lanes + _lane_cost(connector, lane, home, sweeps),
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


def _ends(connector: Connector) -> tuple[int, ...]:
    """Steps on this page the connector is joined to."""
    if connector.leaves:
        return tuple(edge.source for edge in connector.edges)
    return (connector.target,)


def _distance(connector: Connector, home: dict[int, tuple[Node, ...]]) -> int:
    """Rows between the strip and the nearest joined step."""
    steps = _ends(connector)
    return max(home) - max(steps) if connector.at_foot else min(steps) - min(home)


def _lane_cost(
    connector: Connector,
    lane: int,
    home: dict[int, tuple[Node, ...]],
    sweeps: Sequence[Sweep],
) -> float:
    """How far the lane is from the joined symbols, and what stands or runs in the way."""
    steps = _ends(connector)
    near = max(steps) if connector.at_foot else min(steps)
    between = {n for n in home if (n > near if connector.at_foot else n < near)}
    blocked = sum(any(node.lane == lane for node in home[n]) for n in between)
    crossed = sum(sweep.step in between and sweep.first < lane < sweep.last for sweep in sweeps)
    away = min((abs(node.lane - lane) for node in home[near]), default=0)
    return AWAY * away + BLOCKED * blocked + CROSSED * crossed
