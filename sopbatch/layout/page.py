"""One page solved: several orders of drawing are tried and the best drawing is kept."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sopbatch.layout.columns import TableFrame
from sopbatch.layout.connectors import Connector
from sopbatch.layout.effort import Effort
from sopbatch.layout.geometry import Drawing, Plotter
from sopbatch.layout.grid import LEFT, RIGHT, RoutingGrid
from sopbatch.layout.labels import PlacedNames, place_names
from sopbatch.layout.route import ORDERS, Routing, route
from sopbatch.layout.scene import Scene
from sopbatch.layout.sizes import SymbolSizes
from sopbatch.layout.tracks import TrackRun, Tracks, node_of, tracks_for
from sopbatch.model import Box, FlowArrow, FlowPage

LABEL_ROOM = 3.0
"""Added cost of a gutter segment beside a decision's exits, kept free for branch names."""
CLASH_LESSON, NAME_LESSON, EXIT_LESSON, CROWD_LESSON = 25.0, 12.0, 15.0, 20.0
"""How much dearer a segment or exit gets where nets clashed, a name found no place, or a gutter was
too full.
"""
ROW_GROWTH = (2.5, 6.0)
"""Air added above and below a row whose branch names find no place, mm."""
REPEATS = 3
"""Tries of one order, each with the lessons of the last."""
PATIENCE = 3
"""Orders tried in vain before the best drawing is taken."""
FAULT = 1000.0
CROSSING, BEND = 12.0, 3.0
"""What each counts in the score of a drawing."""

Composed = tuple[Scene, tuple[tuple[int, Connector], ...]]
"""A scene, and its connectors by index of their spot."""


@dataclass(slots=True)
class Lessons:
    """Added costs of grid segments (right of or below a node), learnt from failed tries."""

    right: dict[int, float] = field(default_factory=dict)
    down: dict[int, float] = field(default_factory=dict)
    exits: dict[tuple[int, int, int], float] = field(default_factory=dict)
    """Added costs of (way, cell, port)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A page to be solved."""

    scenes: tuple[Composed, ...]
    """The page's scene with its connectors by spot; others differ in the connectors' lanes."""
    first: int
    """1-based step."""
    last: int
    table: TableFrame
    room: float
    """Height for rows, mm."""
    effort: Effort


@dataclass(frozen=True, slots=True)
class RoutedPage:
    """A page whose ways have found their lines."""

    scene: Scene
    grid: RoutingGrid
    routing: Routing
    tracks: Tracks


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """A solved page."""

    first: int
    """1-based step."""
    last: int
    routed: RoutedPage
    connectors: tuple[tuple[int, Connector], ...]
    """Spot index and connector."""
    extra: Mapping[int, float]
    """Air added to rows, mm."""
    faults: int
    too_high: bool
    score: float


def solve(task: Task) -> PagePlan:
    """The best of several tries to draw the page within its room."""
    best = _try(task, task.scenes[0], 0)
    stale = 0
    for order, page in _further_tries(task):
        if best.score < _good(best) or stale == PATIENCE or _hopeless(task, best):
            break
        plan = _try(task, page or (best.routed.scene, best.connectors), order)
        stale += 1
        if plan.score < best.score:
            best, stale = plan, 0
    return best


def _further_tries(task: Task) -> Iterator[tuple[int, Composed | None]]:
    """Orders with the scene to draw: each other scene, then the best (None) in other orders."""
    for scene in task.scenes[1:]:
        yield 0, scene
    for order in range(1, len(ORDERS)):
        yield order, None


def _hopeless(task: Task, plan: PagePlan) -> bool:
    """Too high with several rows: fewer rows are the cure."""
    return plan.too_high and task.first < task.last


def _try(task: Task, page: Composed, order: int) -> PagePlan:
    """The page drawn in one order, again with the lessons of what went wrong."""
    scene, connectors = page
    lessons = Lessons()
    best: PagePlan | None = None
    for _ in range(REPEATS):
        grid = _grid(scene, task, lessons)
        routing = route(scene, grid, order)
        routed = RoutedPage(scene, grid, routing, tracks_for(grid))
        plan = _plan(task, routed, connectors, lessons)
        if best is None or plan.score < best.score:
            best = plan
        if plan.faults == 0 or _hopeless(task, plan):
            break
    assert best is not None
    return best


def _good(plan: PagePlan) -> float:
    """A score with which no other order is tried: no crossing, hardly more than a bend each."""
    return BEND * 1.2 * len(plan.routed.routing.paths) + CROSSING


def draw(plan: PagePlan, scene: Scene, number: int, table: TableFrame) -> FlowPage:
    """The page in mm; `scene` is the plan's, with letters and notes."""
    drawing, names = _draw(replace(plan.routed, scene=scene), table, plan.extra)
    return FlowPage(
        number=number,
        rows=drawing.rows,
        symbols=names.symbols,
        arrows=drawing.arrows,
        labels=names.labels,
        links=drawing.links,
    )


def _grid(scene: Scene, task: Task, lessons: Lessons) -> RoutingGrid:
    sizes = SymbolSizes(task.table.lane_width)
    grid = RoutingGrid(
        scene.lanes, len(scene.lines), sizes.gutter_room, sizes.edge_room, effort=task.effort
    )
    down: dict[int, float] = defaultdict(float, lessons.down)
    for way in scene.ways:
        for index in way.sources if way.label else ():
            spot = scene.spots[index]
            cell = grid.node(spot.lane, spot.row)
            for gutter in (cell - 1, cell + 1):
                down[gutter] += LABEL_ROOM / 2
                down[gutter - grid.width] += LABEL_ROOM / 2
    grid.extra_down = dict(down)
    grid.extra_right = dict(lessons.right)
    grid.extra_exits = dict(lessons.exits)
    grid.place(scene)
    return grid


def _plan(
    task: Task,
    routed: RoutedPage,
    connectors: tuple[tuple[int, Connector], ...],
    lessons: Lessons,
) -> PagePlan:
    """Draw a try, see what is wrong with it and learn from it."""
    scene = routed.scene
    extra: dict[int, float] = {}
    drawing, names = _draw(routed, task.table, extra)
    for growth in ROW_GROWTH:
        crammed = [scene.ways[way].sources[0] for way in names.failed] + [*names.silent]
        if not crammed:
            break
        for spot in crammed:
            extra[scene.spots[spot].row] = growth
        drawing, names = _draw(routed, task.table, extra)
    missing = len(scene.ways) - len(routed.routing.paths)
    crowded = _crowded(routed)
    too_high = drawing.bottom - task.table.header_height > task.room + 1e-6
    faults = missing + len(routed.tracks.clashes) + len(crowded) + too_high
    faults += len(names.failed) + len(names.silent)
    _learn(routed, names, crowded, lessons)
    bends = sum(len(arrow.points) - 2 for arrow in drawing.arrows)
    score = FAULT * faults + CROSSING * crossings(drawing.arrows) + BEND * bends
    return PagePlan(
        first=task.first,
        last=task.last,
        routed=routed,
        connectors=connectors,
        extra=extra,
        faults=faults,
        too_high=too_high,
        score=score,
    )


def _draw(
    routed: RoutedPage, table: TableFrame, extra: Mapping[int, float]
) -> tuple[Drawing, PlacedNames]:
    sizes = SymbolSizes(table.lane_width)
    lanes = table.lanes
    lefts = (*[lane.x for lane in lanes], lanes[-1].x + lanes[-1].width)
    drawing = Plotter(
        routed.scene,
        routed.grid,
        routed.routing,
        routed.tracks,
        lane_lefts=lefts,
        sizes=sizes,
        top=table.header_height,
        extra=extra,
    ).drawing()
    area = Box(
        lefts[0], table.header_height, lefts[-1] - lefts[0], drawing.bottom - table.header_height
    )
    return drawing, place_names(
        routed.scene, routed.routing, drawing, sizes, area=area, borders=lefts
    )


def _crowded(routed: RoutedPage) -> list[int]:
    """Gutter nodes with more tracks side by side than there is room."""
    grid, nodes = routed.grid, set()
    for (_, upright, node), track in routed.tracks.of.items():
        if upright:
            edge = node % grid.width in (0, grid.width - 1)
            if track.count > (grid.edge_room if edge else grid.gutter_room):
                nodes.add(node)
    return sorted(nodes)


def _learn(routed: RoutedPage, names: PlacedNames, crowded: list[int], lessons: Lessons) -> None:
    """Make dearer what did not work out."""
    grid = routed.grid
    for run in routed.tracks.clashes:
        _avoid(grid, run, lessons)
    for node in crowded:
        lessons.down[node] = lessons.down.get(node, 0.0) + CROWD_LESSON / 4
    for path in routed.routing.paths:
        if path.way not in names.failed:
            continue
        cell = path.nodes[0]
        for beside in (cell - 1, cell + 1):
            for node in (beside, beside - grid.width):
                lessons.down[node] = lessons.down.get(node, 0.0) + NAME_LESSON
        leave = grid.port(path)
        exit_ = path.way, cell, leave
        lessons.exits[exit_] = lessons.exits.get(exit_, 0.0) + EXIT_LESSON
        if leave not in (LEFT, RIGHT):
            for node in (cell + grid.width, cell + grid.width - 1):
                lessons.right[node] = lessons.right.get(node, 0.0) + NAME_LESSON


def _avoid(grid: RoutingGrid, run: TrackRun, lessons: Lessons) -> None:
    for position in range(run.low, run.high):
        node = node_of(grid, run, position)
        costs = lessons.down if run.upright else lessons.right
        costs[node] = costs.get(node, 0.0) + CLASH_LESSON


def crossings(arrows: tuple[FlowArrow, ...]) -> int:
    """How often lines of different nets cross."""
    level: list[tuple[float, float, float, str]] = []
    upright: list[tuple[float, float, float, str]] = []
    for arrow in arrows:
        for (x0, y0), (x1, y1) in pairwise(arrow.points):
            if abs(y0 - y1) < 1e-6:
                level.append((min(x0, x1), max(x0, x1), y0, arrow.net))
            else:
                upright.append((min(y0, y1), max(y0, y1), x0, arrow.net))
    return sum(
        left < x < right and top < y < bottom and net != other
        for left, right, y, net in level
        for top, bottom, x, other in upright
    )
