"""The cheapest way on the grid from a symbol to a symbol, or to a line of the same net.

A maze router: Dijkstra's search over nodes and directions, where bends, crossings and shared
channels cost.
"""

from heapq import heappop, heappush
from math import inf

from sopbatch.layout.grid import (
    DOWN,
    DOWN_LEFT,
    DOWN_RIGHT,
    LEFT,
    MEETING,
    RIGHT,
    SLANTED,
    UP,
    RoutingGrid,
)
from sopbatch.layout.scene import Path, Scene, Spot, Way
from sopbatch.model import SymbolKind

OUTSIDE = 6.0
"""A step above or below the rows between source and goal."""
ONWARD = tuple(tuple(d for d in (UP, RIGHT, DOWN, LEFT) if d != toward ^ 2) for toward in range(4))
MERGE = 9.0
"""Joining a line to the same target."""
AT_EDGE = 4.0
"""Leaving with a name towards the edge of the chart."""
CONTESTED = 12.0
"""About a bend: the main flow takes one more, and the return too, to come from their sides."""
MERGE_AT_EXIT = 10.0
"""Joining a line where it leaves its symbol: the branch name beside it would be doubtful."""


def exit_costs(way: Way, spot: Spot, lanes: int) -> dict[int, float]:
    """Cost of each port an arrow may leave from, in a chart of so many lanes.

    Custom of the regulation's examples: Ya goes on downwards, Tidak leaves sideways. There is
    little room for a name between the outermost symbols and the edge.
    """
    costs = _exit_costs(way, spot)
    if way.label and spot.lane in (0, lanes - 1) and LEFT in costs:
        costs[LEFT] += AT_EDGE * (spot.lane == 0)
        costs[RIGHT] += AT_EDGE * (spot.lane == lanes - 1)
    return costs


def _exit_costs(way: Way, spot: Spot) -> dict[int, float]:
    if spot.kind is SymbolKind.CONNECTOR_DOWN:
        return {DOWN: 0.0}
    if spot.kind is SymbolKind.CONNECTOR_UP:
        return {UP: 0.0}
    if way.inside:
        return {DOWN: 0.0, LEFT: 0.0, RIGHT: 0.0, UP: 60}
    if spot.kind is SymbolKind.DECISION:
        sideways = way.back or way.label.casefold() == "tidak"
        sides, below = (0.0, 9.0) if sideways else (2.0, 0.0)
        return {DOWN: below, LEFT: sides, RIGHT: sides, DOWN_LEFT: 20, DOWN_RIGHT: 20, UP: 60}
    up = 20.0 if way.back else 60.0
    return {DOWN: 0.0, LEFT: 2.0, RIGHT: 2.0, DOWN_LEFT: 30, DOWN_RIGHT: 30, UP: up}


def entry_costs(way: Way, spot: Spot) -> dict[int, float]:
    """Cost of each port an arrow may enter by; within a row all sides are alike.

    Where a return competes for it, the side above is the main flow's.
    """
    costs = _entry_costs(way, spot)
    if way.contested and UP in costs:
        others = (UP,) if way.back else tuple(side for side in costs if side != UP)
        for side in others:
            costs[side] += CONTESTED
    return costs


def merge_cost(way: Way) -> float:
    """Cost of joining a line to the same target."""
    return MERGE + (CONTESTED if way.contested and not way.back else 0.0)


def _entry_costs(way: Way, spot: Spot) -> dict[int, float]:
    if way.inside:
        return {UP: 0.0, LEFT: 0.0, RIGHT: 0.0, DOWN: 40.0}
    match spot.kind:
        case SymbolKind.CONNECTOR_DOWN:
            return {UP: 0.0, LEFT: 6.0, RIGHT: 6.0}
        case SymbolKind.CONNECTOR_UP:
            return {DOWN: 0.0, LEFT: 6.0, RIGHT: 6.0}
        case SymbolKind.DECISION:
            return {UP: 0.0, LEFT: 9.0, RIGHT: 9.0, DOWN: 40.0}
        case _:
            return {UP: 0.0, LEFT: 5.0, RIGHT: 5.0, DOWN: 18.0}


class Search:
    """One search of Dijkstra over (node, direction)."""

    def __init__(
        self, grid: RoutingGrid, scene: Scene, index: int, tree: set[int], exits: set[int]
    ) -> None:
        self.grid = grid
        self.scene = scene
        self.index = index
        self.way = scene.ways[index]
        self.tree = tree
        self.exits = exits
        self.heap: list[tuple[float, int]] = []
        self.best: dict[int, float] = {}
        self.came: dict[int, int] = {}
        self.starts: dict[int, tuple[int, ...]] = {}
        """First state to the nodes before it, preceded by the slant."""
        self.finish: dict[int, tuple[int, ...]] = {}
        """Final state (negative) to (state before, last node).

        Where a line is joined right at the exit: to (-1, last node, cell, slant).
        """

    def path(self) -> Path | None:
        """The cheapest path; None when everything is closed."""
        goals = self._goals()
        low, high = self._range()
        self._start()
        grid, tree, heap, best, came = self.grid, self.tree, self.heap, self.best, self.came
        taken = 0
        moves = [[(d, grid.steps[d], grid.going[d]) for d in onward] for onward in ONWARD]
        while heap:
            cost, state = heappop(heap)
            taken += 1
            if state < 0:
                grid.effort.spend(taken)
                return self._path(state, cost)
            if cost > best[state]:
                continue
            node, toward = state >> 2, state & 3
            straight, turned = cost + grid.passing[toward & 1][node], cost + grid.turn[node]
            if node in goals:
                self._enter(node, state, goals[node], straight, turned)
            for direction, step, prices in moves[toward]:
                after = node + step
                total = prices[node] + (straight if direction == toward else turned)
                if not low <= after <= high:
                    total += OUTSIDE
                if after in tree:
                    self._merge(after, state, total)
                elif total < best.get(key := after << 2 | direction, inf):
                    best[key] = total
                    came[key] = state
                    heappush(heap, (total, key))
        grid.effort.spend(taken)
        return None

    def _enter(
        self,
        node: int,
        state: int,
        entries: list[tuple[int, float]],
        straight: float,
        turned: float,
    ) -> None:
        """Push the ends at a goal beside this state's node."""
        toward = state & 3
        for direction, price in entries:
            if direction == toward:
                self._end(node, state, price + straight, direction)
            elif direction != toward ^ 2:
                self._end(node, state, price + turned, direction)

    def _start(self) -> None:
        """Push the first states of every free port of every source."""
        grid = self.grid
        for source in self.way.sources:
            spot = self.scene.spots[source]
            cell = grid.node(spot.lane, spot.row)
            for port, cost in exit_costs(self.way, spot, grid.lanes).items():
                if (cell, port) in grid.ports:
                    continue
                price = cost + grid.extra_exits.get((self.index, cell, port), 0.0)
                if port in (DOWN_LEFT, DOWN_RIGHT):
                    self._start_slanted(cell, port, price)
                    continue
                node = cell + grid.steps[port]
                if node in self.tree:
                    self._merge_at_once(cell, node, price)
                else:
                    self._open(node << 2 | port, price + 1.0, (0, cell))

    def _start_slanted(self, cell: int, port: int, price: float) -> None:
        grid = self.grid
        corner = cell + grid.width
        slant, toward = (-1, LEFT) if port == DOWN_LEFT else (1, RIGHT)
        after = corner + slant
        step = grid.going[toward][corner]
        arms = grid.arms[corner].get(self.way.net, 0)
        if arms & SLANTED:
            return
        if arms & 1 << toward:
            self._merge_at_once(cell, corner, price, slant)
            return
        if after in self.tree:
            return
        self._open(
            after << 2 | toward, price + 1.0 + step + grid.turn[corner], (slant, cell, corner)
        )

    def _open(self, state: int, cost: float, before: tuple[int, ...]) -> None:
        if cost < self.best.get(state, inf):
            self.best[state] = cost
            self.starts[state] = before
            heappush(self.heap, (cost, state))

    def _merge_at_once(self, cell: int, node: int, price: float, slant: int = 0) -> None:
        self._finish(price + 1.0 + self._merge_cost(node), -1, node, cell, slant)

    def _goals(self) -> dict[int, list[tuple[int, float]]]:
        """Node beside a goal to (direction into it, cost)."""
        goals: dict[int, list[tuple[int, float]]] = {}
        for goal in self.way.goals:
            spot = self.scene.spots[goal]
            cell = self.grid.node(spot.lane, spot.row)
            for port, price in entry_costs(self.way, spot).items():
                if (cell, port) not in self.grid.ports:
                    node = cell + self.grid.steps[port]
                    goals.setdefault(node, []).append((port ^ 2, price + 1.0))
        return goals

    def _range(self) -> tuple[int, int]:
        """First and last node of the lines between the sources and the goals."""
        lines = [
            2 * self.scene.spots[index].row + 1 for index in (*self.way.sources, *self.way.goals)
        ]
        return (min(lines) - 1) * self.grid.width, (max(lines) + 2) * self.grid.width - 1

    def _end(self, node: int, state: int, cost: float, toward: int) -> None:
        self._finish(cost, state, node + self.grid.steps[toward])

    def _merge(self, node: int, state: int, cost: float) -> None:
        self._finish(cost + self._merge_cost(node), state, node)

    def _finish(self, cost: float, *told: int) -> None:
        """Push a final state, of which `finish` tells this."""
        if cost < inf:
            final = -2 - len(self.finish)
            self.finish[final] = told
            heappush(self.heap, (cost, final))

    def _merge_cost(self, node: int) -> float:
        line, column = divmod(node, self.grid.width)
        arms = self.grid.arms[node]
        others = len(arms) - 1
        # The corner of a slanted exit lies off the grid: nothing can join there.
        if (others and line % 2 and column % 2) or arms[self.way.net] & SLANTED:
            return inf
        return (
            merge_cost(self.way) + MEETING * others + (MERGE_AT_EXIT if node in self.exits else 0.0)
        )

    def _path(self, final: int, cost: float) -> Path:
        state, node, *start = self.finish[final]
        if state < 0:
            return Path(self.index, (start[0], node), start[1], merges=True, cost=cost)
        nodes = [node]
        while True:
            nodes.append(state >> 2)
            if state not in self.came:
                break
            state = self.came[state]
        slant, *before = self.starts[state]
        nodes += reversed(before)
        return Path(self.index, tuple(reversed(nodes)), slant, node in self.tree, cost)
