"""Orthogonal routing of a page by rip-up and reroute.

All ways are laid on the grid one by one; then each net is taken up and laid again, with the others
known, as long as that makes it cheaper.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from sopbatch.layout.grid import RoutingGrid
from sopbatch.layout.scene import Path, Scene, Spot, Way
from sopbatch.layout.search import Search, entry_costs, exit_costs, merge_cost

PASSES = 2
"""How often all nets are taken up and laid again."""


@dataclass(frozen=True, slots=True)
class Routing:
    """The paths of a page; ways that found none are missing."""

    paths: tuple[Path, ...]


def route(scene: Scene, grid: RoutingGrid, order: int) -> Routing:
    """Paths for the ways of a page, laid one after another as `ORDERS[order]` ranks them."""
    rank = ORDERS[order]
    router = _Router(scene, grid)
    for index in sorted(range(len(scene.ways)), key=lambda i: (*rank(scene, scene.ways[i]), i)):
        router.lay(index)
    for _ in range(PASSES):
        if not router.improve():
            break
    return Routing(tuple(router.paths[index] for index in sorted(router.paths)))


@dataclass(slots=True)
class _Router:
    """The paths laid so far; those and only those are on the grid."""

    scene: Scene
    grid: RoutingGrid
    paths: dict[int, Path] = field(default_factory=dict)
    """By the index of their way."""

    def lay(self, index: int) -> None:
        """Lay the cheapest path of a way, if there is one."""
        net = self.scene.ways[index].net
        others = [path for path in self.paths.values() if self.scene.ways[path.way].net == net]
        tree = {node for path in others for node in _joinable(path)}
        exits = {path.nodes[1] for path in others}
        path = Search(self.grid, self.scene, index, tree, exits).path()
        if path is not None:
            self._put(path)

    def improve(self) -> bool:
        """Take up each net and lay it again; whether any got cheaper."""
        nets: dict[int, list[int]] = {}
        for index, way in enumerate(self.scene.ways):
            nets.setdefault(way.net, []).append(index)
        changed = [self._laid_again(nets[net]) for net in sorted(nets)]
        return any(changed)

    def _laid_again(self, net: list[int]) -> bool:
        """Lay the ways of a net again; as they were unless more are drawn, or all for less."""
        old = self._take_up(net)
        before = sum(self._price(path) for path in old)
        for index in sorted(net, key=lambda i: _main_first(self.scene, i)):
            self.lay(index)
        new = [self.paths[index] for index in net if index in self.paths]
        cheaper = sum(path.cost for path in new) < before - 0.01
        if len(new) > len(old) or (len(new) == len(old) and cheaper):
            return True
        self._take_up(net)
        for path in old:
            self._put(path)
        return False

    def _put(self, path: Path) -> None:
        self.paths[path.way] = path
        self.grid.add(path, self.scene.ways[path.way].net)

    def _take_up(self, net: list[int]) -> list[Path]:
        """Take all paths of a net off the grid."""
        taken = [self.paths.pop(index) for index in net if index in self.paths]
        self.grid.remove(taken, self.scene.ways[net[0]].net)
        return taken

    def _price(self, path: Path) -> float:
        """What a path would cost on the grid as it is; nothing of its net is on it."""
        way, nodes, grid = self.scene.ways[path.way], path.nodes, self.grid
        leave = grid.port(path)
        total = exit_costs(way, self._spot_at(nodes[0]), grid.lanes)[leave] + 1.0
        total += grid.extra_exits.get((path.way, nodes[0], leave), 0.0)
        if path.merges:
            total += merge_cost(way)
        else:
            arrive = grid.direction(nodes[-1], nodes[-2])
            total += entry_costs(way, self._spot_at(nodes[-1]))[arrive] + 1.0
        # The last segment, into a symbol, is in the cost of the entry.
        last = len(nodes) - 1 if path.merges else len(nodes) - 2
        for at in range(1, len(nodes) - 1):
            node = nodes[at]
            come, go = grid.direction(nodes[at - 1], node), grid.direction(node, nodes[at + 1])
            total += grid.passing[come & 1][node] if come == go else grid.turn[node]
            if at < last:
                total += grid.going[go][node]
        return total

    def _spot_at(self, node: int) -> Spot:
        return self.scene.spots[self.grid.cells[node]]


def _joinable(path: Path) -> tuple[int, ...]:
    """Nodes of a path where another of its net may join: not inside symbols."""
    return path.nodes[1:] if path.merges else path.nodes[1:-1]


def _main_first(scene: Scene, index: int) -> tuple[bool, int, int]:
    """Returns lead to the line of the main flow, not it to theirs; else short before long."""
    way = scene.ways[index]
    return way.contested and way.back, _span(scene, way), index


def _span(scene: Scene, way: Way) -> int:
    """Least number of rows and lanes between a source and a goal."""
    return min(
        2 * abs(scene.spots[a].row - scene.spots[b].row)
        + abs(scene.spots[a].lane - scene.spots[b].lane)
        for a in way.sources
        for b in way.goals
    )


def _near_first(scene: Scene, way: Way) -> tuple[int, ...]:
    """To the next row first, then to connectors, then short ways."""
    spots = scene.spots
    rows = min(abs(spots[a].row - spots[b].row) for a in way.sources for b in way.goals)
    ends = [spots[index] for index in (*way.sources, *way.goals)]
    following = rows <= 1 and not way.back
    return (
        0 if following else 1,
        0 if any(spot.is_connector for spot in ends) else 1,
        _span(scene, way),
    )


def _far_first(scene: Scene, way: Way) -> tuple[int, ...]:
    """To the next row first, then long ways."""
    following, _, span = _near_first(scene, way)
    return following, -span


def _top_first(scene: Scene, way: Way) -> tuple[int, ...]:
    """To the next row first, then as they stand on the page."""
    return _near_first(scene, way)[0], min(scene.spots[index].row for index in way.sources)


def _loops_first(scene: Scene, way: Way) -> tuple[int, ...]:
    """Ways back first, then short ones."""
    return 0 if way.back else 1, _span(scene, way)


ORDERS: tuple[Callable[[Scene, Way], tuple[int, ...]], ...] = (
    _near_first,
    _far_first,
    _top_first,
    _loops_first,
)
"""What can rank the ways of a page: the lowest is laid first. The usual order comes first."""
