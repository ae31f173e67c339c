"""Channel routing: on which track of a gutter or corridor each net runs.

Nets in one channel never lie on each other, and cross as seldom as their turns allow.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from sopbatch.layout.grid import DOWN, DOWN_LEFT, DOWN_RIGHT, LEFT, RIGHT, UP, RoutingGrid

FORBIDDEN = 1000.0
"""Cost of an order that lays two nets on each other."""
AT_END = 0.4
"""A turn at the very end of the other run: crosses it or not, as the next corner falls."""
EXHAUSTIVE = 5
"""Up to so many runs side by side, all their orders are tried."""
SWEEPS = 2
"""The second knows on which tracks the lines that turn off run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRun:
    """A straight stretch of one net in a gutter or corridor."""

    net: int
    upright: bool
    """In a gutter."""
    line: int
    """Grid column of a gutter, grid line of a corridor."""
    low: int
    """First node along it: grid line in a gutter, grid column in a corridor."""
    high: int
    turns: tuple[tuple[float, int], ...]
    """Where it turns off: position along it, and side (-1 left or up, 1 right or down)."""


@dataclass(frozen=True, slots=True)
class Track:
    """A run's place among those beside it."""

    level: int
    """0-based, from the left or top."""
    count: int
    """How many tracks lie side by side here."""
    lean: int
    """Sum of the sides the runs turn to."""

    @property
    def before(self) -> int:
        """Tracks left of or above the border.

        An odd one lies on the side away from where the lines turn, which leaves room for names.
        """
        return (self.count + (1 if self.lean > 0 else 0)) // 2

    @property
    def fuller_side(self) -> int:
        """Tracks on the side of the border that has more of them."""
        return max(self.before, self.count - self.before)


@dataclass(frozen=True, slots=True)
class Tracks:
    """Every run's track, and the runs that cannot keep apart."""

    of: dict[tuple[int, bool, int], Track]
    """(net, upright, node) to its track; every node of a run is a key."""
    clashes: tuple[TrackRun, ...]


def tracks_for(grid: RoutingGrid) -> Tracks:
    """Tracks for all runs of a routed page, chosen to make few crossings."""
    lines: dict[tuple[bool, int], list[TrackRun]] = defaultdict(list)
    for run in _runs(grid):
        lines[run.upright, run.line].append(run)
    of: dict[tuple[int, bool, int], Track] = {}
    clashes: list[TrackRun] = []
    for sweep in range(SWEEPS):
        clashes = []
        for key in sorted(lines, reverse=True):
            for group in _groups(lines[key]):
                order, wrong = _ordered(group, grid, of, exact=sweep > 0)
                clashes += wrong
                _settle(group, order, grid, of)
        if not of:
            break
    return Tracks(of, tuple(clashes))


def node_of(grid: RoutingGrid, run: TrackRun, position: int) -> int:
    """Grid node of a position along a run."""
    if run.upright:
        return position * grid.width + run.line
    return run.line * grid.width + position


def _runs(grid: RoutingGrid) -> list[TrackRun]:
    """Maximal straight stretches of each net in gutters and corridors."""
    runs: list[TrackRun] = []
    height = grid.size // grid.width
    for column in range(0, grid.width, 2):
        nodes = range(column, grid.size, grid.width)
        runs += _runs_along(grid, nodes, column, upright=True)
    for line in range(0, height, 2):
        nodes = range(line * grid.width, (line + 1) * grid.width)
        runs += _runs_along(grid, nodes, line, upright=False)
    return runs


def _runs_along(grid: RoutingGrid, nodes: range, line: int, *, upright: bool) -> list[TrackRun]:
    ahead = 1 << (DOWN if upright else RIGHT)
    runs: list[TrackRun] = []
    open_runs: dict[int, int] = {}
    for position, node in enumerate(nodes):
        for net in sorted(open_runs):
            if not grid.arms[node].get(net, 0) & ahead:
                low = open_runs.pop(net)
                stretch = [(at, grid.arms[nodes[at]][net]) for at in range(low, position + 1)]
                turns = tuple(_turns(stretch, upright=upright))
                runs.append(
                    TrackRun(
                        net=net, upright=upright, line=line, low=low, high=position, turns=turns
                    )
                )
        for net, bits in grid.arms[node].items():
            if bits & ahead and net not in open_runs:
                open_runs[net] = position
    return runs


def _turns(stretch: list[tuple[int, int]], *, upright: bool) -> Iterator[tuple[float, int]]:
    """Turns of a run, as `TrackRun.turns`, from its arms at each position."""
    before, after = (LEFT, RIGHT) if upright else (UP, DOWN)
    for position, bits in stretch:
        if bits & 1 << before:
            yield position, -1
        if bits & 1 << after:
            yield position, 1
        # A slanted exit comes from the symbol above, a quarter of its width off the middle.
        if not upright and bits & 1 << DOWN_LEFT:
            yield position - 0.25, -1
        if not upright and bits & 1 << DOWN_RIGHT:
            yield position + 0.25, -1


def _groups(runs: list[TrackRun]) -> list[list[TrackRun]]:
    """Runs of one line that overlap each other, directly or through others."""
    groups: list[list[TrackRun]] = []
    reach = -1
    for run in sorted(runs, key=lambda r: (r.low, r.high, r.net)):
        if run.low > reach or not groups:
            groups.append([])
        groups[-1].append(run)
        reach = max(reach, run.high)
    return groups


def _ordered(
    group: list[TrackRun], grid: RoutingGrid, of: dict[tuple[int, bool, int], Track], *, exact: bool
) -> tuple[list[int], list[TrackRun]]:
    """Order of a group's runs with the fewest crossings, and runs it cannot keep apart."""
    count = len(group)
    if count == 1:
        return [0], []
    exact_runs = [_exact(run, grid, of) if exact else run for run in group]
    costs = [[0.0] * count for _ in range(count)]
    for i, j in combinations(range(count), 2):
        if group[i].low <= group[j].high and group[j].low <= group[i].high:
            costs[i][j] = _cost(exact_runs[i], exact_runs[j])
            costs[j][i] = _cost(exact_runs[j], exact_runs[i])
    order = _best(costs)
    wrong = [group[a] for a, b in combinations(order, 2) if costs[a][b] >= FORBIDDEN]
    return order, wrong


def _best(costs: list[list[float]]) -> list[int]:
    count = len(costs)
    if count <= EXHAUSTIVE:
        every = [list(order) for order in permutations(range(count))]
        return min(every, key=lambda order: _total(costs, order))
    order: list[int] = []
    for item in range(count):
        tries = [[*order[:at], item, *order[at:]] for at in range(len(order) + 1)]
        order = min(tries, key=lambda order: _total(costs, order))
    for _ in range(3):
        for item in range(count):
            rest = [other for other in order if other != item]
            tries = [[*rest[:at], item, *rest[at:]] for at in range(count)]
            order = min(tries, key=lambda order: _total(costs, order))
    return order


def _total(costs: list[list[float]], order: Sequence[int]) -> float:
    return sum(costs[a][b] for a, b in combinations(order, 2))


def _cost(first: TrackRun, second: TrackRun) -> float:
    """Crossings made when `first` lies before (left of, above) `second`."""
    total = 0.0
    for position, side in first.turns:
        if side > 0:
            total += _crosses(position, second)
            # At a centre both turns lie on one line; at a corridor or gutter tracks part them.
            if (position, -1) in second.turns and position % 2 != 0:
                total += FORBIDDEN
    for position, side in second.turns:
        if side < 0:
            total += _crosses(position, first)
    return total


def _crosses(position: float, run: TrackRun) -> float:
    low, high = _ends(run)
    if low < position < high:
        return 1.0
    return AT_END if position in (low, high) else 0.0


def _ends(run: TrackRun) -> tuple[float, float]:
    positions = [position for position, _ in run.turns]
    return min(positions), max(positions)


def _exact(run: TrackRun, grid: RoutingGrid, of: dict[tuple[int, bool, int], Track]) -> TrackRun:
    """The run with its turns moved to the tracks they turn into."""
    turns = []
    for position, side in run.turns:
        shift = 0.0
        if position % 2 == 0:
            track = of.get((run.net, not run.upright, node_of(grid, run, int(position))))
            if track is not None:
                shift = 0.8 * ((track.level + 1) / (track.count + 1) - 0.5)
        turns.append((position + shift, side))
    return replace(run, turns=tuple(turns))


def _settle(
    group: list[TrackRun],
    order: list[int],
    grid: RoutingGrid,
    of: dict[tuple[int, bool, int], Track],
) -> None:
    """Give each run the lowest track after all it overlaps and that come before it."""
    levels: dict[int, int] = {}
    for index in order:
        run = group[index]
        levels[index] = 1 + max(
            (
                levels[other]
                for other in levels
                if group[other].low <= run.high and run.low <= group[other].high
            ),
            default=-1,
        )
    count = 1 + max(levels.values())
    lean = sum(side for run in group for _, side in run.turns)
    for index, level in levels.items():
        run = group[index]
        track = Track(level, count, lean)
        for position in range(run.low, run.high + 1):
            of[run.net, run.upright, node_of(grid, run, position)] = track
