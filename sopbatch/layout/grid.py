"""The grid of one page: which nets run where, and what the next step of a line would cost.

For L lanes and R rows there are 2L + 1 columns (even: gutter at a lane border, odd: lane centre)
and 2R + 1 lines (even: corridor at a row border, odd: row centre). Symbols stand at odd crossings.
Gutters and corridors take many nets, told apart later by tracks; centres take one net only.
"""

from dataclasses import KW_ONLY, dataclass, field
from itertools import pairwise
from math import inf

from sopbatch.layout.effort import Effort
from sopbatch.layout.scene import Path, Scene

UP, RIGHT, DOWN, LEFT = range(4)
DOWN_LEFT, DOWN_RIGHT = 4, 5
"""Ports on the lower sides of a symbol, for its fourth and fifth way out."""
UPRIGHT, LEVEL = 1 << UP | 1 << DOWN, 1 << LEFT | 1 << RIGHT
SLANTED = 1 << DOWN_LEFT | 1 << DOWN_RIGHT
"""Bits of the arms of a net at a node; the first two alone: it passes straight."""

BEND, CROSSING, MEETING, CROWD = 12.0, 14.0, 4.0, 40.0
"""Costs: a bend, crossing a straight line, passing where another net turns, a full gutter."""


@dataclass(slots=True)
class RoutingGrid:
    """Occupation of one page's grid and the costs that follow from it."""

    lanes: int
    rows: int
    gutter_room: int
    """Tracks that fit a gutter between two lanes."""
    edge_room: int
    """Tracks that fit the outermost gutters."""
    _: KW_ONLY
    width: int = field(init=False)
    size: int = field(init=False)
    steps: tuple[int, int, int, int] = field(init=False)
    """Difference between a node and its neighbour in each direction."""
    going: tuple[list[float], ...] = field(init=False)
    """In each direction: cost of the segment from a node to its neighbour."""
    passing: tuple[list[float], ...] = field(init=False)
    """Cost of passing a node straight, upright and level."""
    turn: list[float] = field(init=False)
    """Cost of turning at a node."""
    arms: list[dict[int, int]] = field(init=False)
    """At each node, the directions (bit 1 << direction) in which each net leaves it."""
    ports: dict[tuple[int, int], tuple[str, int]] = field(default_factory=dict)
    """(cell, port) to ("in" or "out" or "link", net)."""
    cells: dict[int, int] = field(default_factory=dict)
    """Node to the spot that stands there."""
    extra_right: dict[int, float] = field(default_factory=dict)
    extra_down: dict[int, float] = field(default_factory=dict)
    """Added costs of segments: room kept for labels, and lessons of earlier tries."""
    extra_exits: dict[tuple[int, int, int], float] = field(default_factory=dict)
    """Added costs of (way, cell, port), learnt likewise."""
    effort: Effort = field(default_factory=Effort)

    def __post_init__(self) -> None:
        self.width = 2 * self.lanes + 1
        self.size = self.width * (2 * self.rows + 1)
        self.arms = [{} for _ in range(self.size)]
        self.steps = (-self.width, 1, self.width, -1)
        self.going = tuple([inf] * self.size for _ in range(4))
        self.passing = [0.0] * self.size, [0.0] * self.size
        self.turn = [BEND] * self.size

    def node(self, lane: int, row: int) -> int:
        """The node of a cell, by 0-based lane and row."""
        return (2 * row + 1) * self.width + 2 * lane + 1

    def port(self, path: Path) -> int:
        """The port a path leaves by."""
        if path.slant:
            return DOWN_LEFT if path.slant < 0 else DOWN_RIGHT
        return self.direction(path.nodes[0], path.nodes[1])

    def direction(self, start: int, end: int) -> int:
        """Direction from a node to its neighbour."""
        difference = end - start
        if difference == 1:
            return RIGHT
        if difference == -1:
            return LEFT
        return DOWN if difference > 0 else UP

    def place(self, scene: Scene) -> None:
        """Put the symbols and the links of joint steps on the empty grid."""
        for index, spot in enumerate(scene.spots):
            self.cells[self.node(spot.lane, spot.row)] = index
        for number, joint in enumerate(scene.joints):
            spots = [scene.spots[index] for index in joint]
            first, last = (
                self.node(spots[0].lane, spots[0].row),
                self.node(spots[-1].lane, spots[-1].row),
            )
            net = -1 - number
            self._occupy(net, range(first, last + 1))
            for index, spot in enumerate(spots):
                cell = self.node(spot.lane, spot.row)
                if index:
                    self.ports[cell, LEFT] = ("link", net)
                if index < len(spots) - 1:
                    self.ports[cell, RIGHT] = ("link", net)
        for node in range(self.size):
            self._price(node)

    def add(self, path: Path, net: int) -> None:
        """Occupy the grid with a path."""
        nodes = path.nodes
        self.ports[nodes[0], self.port(path)] = ("out", net)
        if path.slant:
            self.arms[nodes[1]][net] = self.arms[nodes[1]].get(net, 0) | 1 << self.port(path)
            nodes = nodes[1:]
        if not path.merges:
            self.ports[nodes[-1], self.direction(nodes[-1], nodes[-2])] = ("in", net)
        self._occupy(net, nodes)
        for node in nodes:
            self._price(node)

    def remove(self, paths: list[Path], net: int) -> None:
        """Take all paths of one net off the grid."""
        for port in [port for port, (_, owner) in self.ports.items() if owner == net]:
            del self.ports[port]
        touched = {node for path in paths for node in path.nodes}
        for node in touched:
            self.arms[node].pop(net, None)
        for node in touched:
            self._price(node)

    def _occupy(self, net: int, nodes: tuple[int, ...] | range) -> None:
        for start, end in pairwise(nodes):
            way = self.direction(start, end)
            self.arms[start][net] = self.arms[start].get(net, 0) | 1 << way
            self.arms[end][net] = self.arms[end].get(net, 0) | 1 << (way ^ 2)

    def _price(self, node: int) -> None:
        """Work out the costs of a node and of its segments to the right and down."""
        line, column = divmod(node, self.width)
        gutter, corridor = column % 2 == 0, line % 2 == 0
        across = along = turned = going_right = going_down = 0
        for bits in self.arms[node].values():
            across += bits == LEVEL
            along += bits == UPRIGHT
            turned += bits not in (LEVEL, UPRIGHT)
            going_right += bits >> RIGHT & 1
            going_down += bits >> DOWN & 1
        if gutter or corridor:
            upright = CROSSING * across + MEETING * turned
            level = CROSSING * along + MEETING * turned
            beside = (along if gutter else 0) + (across if corridor else 0)
            self.turn[node] = BEND + MEETING * (beside + turned)
        else:
            upright = inf if along or turned else CROSSING * across
            level = inf if across or turned else CROSSING * along
            self.turn[node] = inf if self.arms[node] else BEND
        self.passing[0][node], self.passing[1][node] = upright, level
        self._open(node, RIGHT, self._right_cost(node, column, corridor, going_right))
        self._open(node, DOWN, self._down_cost(node, column, gutter, going_down))

    def _open(self, node: int, direction: int, cost: float) -> None:
        """Set the cost of a segment, both ways."""
        after = node + self.steps[direction]
        if after < self.size:
            self.going[direction][node] = cost
            self.going[direction ^ 2][after] = cost

    def _right_cost(self, node: int, column: int, corridor: bool, nets: int) -> float:
        if column == self.width - 1 or node in self.cells or node + 1 in self.cells:
            return inf
        if not corridor:
            return inf if nets else 1.0 + self.extra_right.get(node, 0.0)
        edge = node < self.width or node >= self.size - self.width
        return 1.0 + 3.0 * max(0, nets - 1) + 2.0 * edge + self.extra_right.get(node, 0.0)

    def _down_cost(self, node: int, column: int, gutter: bool, nets: int) -> float:
        below = node + self.width
        if below >= self.size or node in self.cells or below in self.cells:
            return inf
        if not gutter:
            return inf if nets else 1.0 + self.extra_down.get(node, 0.0)
        edge = column in (0, self.width - 1)
        room = self.edge_room if edge else self.gutter_room
        full = CROWD * max(0, nets + 1 - room)
        return 1.0 + 0.5 * nets + full + self.extra_down.get(node, 0.0)
