"""Orthogonal routing of a page by rip-up and reroute.

All ways are laid on the grid one by one; then each net is taken up and laid again, with the others
known, as long as that makes it cheaper.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sopbatch.layout.grid import RoutingGrid
from sopbatch.layout.scene import Path, Scene, Way
from sopbatch.layout.search import Search, entry_costs, exit_costs, merge_cost

PASSES = 2
"""How often all nets are taken up and laid again."""


@dataclass(frozen=True, slots=True)
class Routing:
    """The paths of a page; ways that found none are missing."""

    paths: tuple[Path, ...]
    cost: float

    @property
    def ways(self) -> frozenset[int]:
        """Indices of the ways that are drawn."""
        return frozenset(path.way for path in self.paths)


def route(scene: Scene, grid: RoutingGrid, order: int) -> Routing:
    """Paths for the ways of a page, laid one after another as `ORDERS[order]` ranks them."""
    rank = ORDERS[order]
    paths: dict[int, Path] = {}
    for index in sorted(range(len(scene.ways)), key=lambda i: (*rank(scene, scene.ways[i]), i)):
        _draw(scene, grid, index, paths)
    for _ in range(PASSES):
        if not _improve(scene, grid, paths):
            break
    return Routing(
        tuple(paths[index] for index in sorted(paths)), sum(path.cost for path in paths.values())
    )


def _draw(scene: Scene, grid: RoutingGrid, index: int, paths: dict[int, Path]) -> None:
    """Add the cheapest path of a way, if there is one, to `paths` and to the grid."""
    net = scene.ways[index].net
    others = [path for path in paths.values() if scene.ways[path.way].net == net]
    tree = {node for path in others for node in _joinable(path)}
    exits = {path.nodes[1] for path in others}
    path = Search(grid, scene, index, tree, exits).path()
    if path is not None:
        paths[index] = path
        grid.add(path, net)


def _joinable(path: Path) -> tuple[int, ...]:
    """Nodes of a path where another of its net may join: not inside symbols."""
    return path.nodes[1:] if path.merges else path.nodes[1:-1]


def _improve(scene: Scene, grid: RoutingGrid, paths: dict[int, Path]) -> bool:
    """Take up each net and lay it again; keep it when it got cheaper."""
    changed = False
    for net in sorted({way.net for way in scene.ways}):
        indices = [i for i, way in enumerate(scene.ways) if way.net == net]
        old = [paths[i] for i in indices if i in paths]
        grid.remove(old, net)
        before = sum(price(scene, grid, path) for path in old)
        for index in indices:
            paths.pop(index, None)
        for index in sorted(indices, key=lambda i: _main_first(scene, i)):
            _draw(scene, grid, index, paths)
        new = [paths[i] for i in indices if i in paths]
        after = sum(path.cost for path in new)
        if len(new) > len(old) or (len(new) == len(old) and after < before - 0.01):
            changed = True
            continue
        grid.remove(new, net)
        for path in old:
            paths[path.way] = path
            grid.add(path, net)
    return changed


def price(scene: Scene, grid: RoutingGrid, path: Path) -> float:
    """What the path costs on the grid as it is; its own net is not on it."""
    way = scene.ways[path.way]
    nodes = path.nodes
    ports = exit_costs(way, scene.spots[grid.cells[nodes[0]]], grid.lanes)
    leave = grid.port(path)
    total = ports[leave] + grid.extra_exits.get((path.way, nodes[0], leave), 0.0) + 1.0
    last = len(nodes) - 1 if path.merges else len(nodes) - 2
    if not path.merges:
        arrive = grid.direction(nodes[-1], nodes[-2])
        total += entry_costs(way, scene.spots[grid.cells[nodes[-1]]])[arrive] + 1.0
    else:
        total += merge_cost(way)
    for i in range(1, len(nodes) - 1):
        come, go = grid.direction(nodes[i - 1], nodes[i]), grid.direction(nodes[i], nodes[i + 1])
        if come != go:
            total += grid.turn[nodes[i]]
        else:
            total += grid.passing[come & 1][nodes[i]]
        if i < last:
            total += grid.going[go][nodes[i]]
    return total


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
