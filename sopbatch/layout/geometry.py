"""Grid paths and tracks become millimetres: symbols, arrows and joint links."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from sopbatch.layout.grid import DOWN, DOWN_LEFT, LEFT, RIGHT, SLANTED, UP, UPRIGHT, RoutingGrid
from sopbatch.layout.route import Routing
from sopbatch.layout.rows import PageRows, note_above
from sopbatch.layout.scene import Path, Scene, Spot
from sopbatch.layout.sizes import (
    CLEARANCE,
    EDGE,
    LONE_PITCH,
    NOTE_LINE,
    PITCH,
    SymbolSizes,
    note_lines,
)
from sopbatch.layout.tracks import Track, Tracks
from sopbatch.model import Box, FlowArrow, FlowLink, FlowRow, FlowSymbol, Point, SymbolKind


@dataclass(frozen=True, slots=True)
class Drawing:
    """A routed page in mm; arrows stand in the order of the routing's paths."""

    rows: tuple[FlowRow, ...]
    symbols: tuple[FlowSymbol, ...]
    arrows: tuple[FlowArrow, ...]
    links: tuple[FlowLink, ...]
    bottom: float
    """Lower border of the last row."""


class Plotter:
    """Where the lines of one page's grid lie on paper."""

    def __init__(
        self,
        scene: Scene,
        grid: RoutingGrid,
        routing: Routing,
        tracks: Tracks,
        *,
        lane_lefts: tuple[float, ...],
        sizes: SymbolSizes,
        top: float,
        extra: Mapping[int, float],
    ) -> None:
        self.scene = scene
        self.grid = grid
        self.routing = routing
        self.tracks = tracks
        self.sizes = sizes
        self.lefts = lane_lefts
        self.offsets = {key: self._offset(key, track) for key, track in tracks.of.items()}
        rows = PageRows(
            scene=scene, grid=grid, routing=routing, offsets=self.offsets, sizes=sizes, extra=extra
        )
        self.borders, self.centres = rows.placed(top)

    def drawing(self) -> Drawing:
        """Everything but the branch names."""
        rows: list[FlowRow] = []
        for line, (y, below) in zip(self.scene.lines, pairwise(self.borders), strict=True):
            if line.goes_on:
                rows[-1] = replace(rows[-1], height=below - rows[-1].y)
            else:
                rows.append(FlowRow(line.kind, y, below - y, line.step, line.texts))
        return Drawing(
            tuple(rows),
            tuple(self._symbol(spot) for spot in self.scene.spots),
            tuple(self._arrow(path) for path in self.routing.paths),
            tuple(self._link(joint) for joint in self.scene.joints),
            self.borders[-1],
        )

    # -- offsets of tracks -------------------------------------------------

    def _offset(self, key: tuple[int, bool, int], track: Track) -> float:
        """Distance of a track from its lane or row border; never on the border itself."""
        _, upright, node = key
        line, column = divmod(node, self.grid.width)
        if upright:
            if column in (0, self.grid.width - 1):
                return self._edge_offset(track, left=column == 0)
            return _inner_offset(track, self.sizes.gutter_pitch(track.fuller_side))
        if line == 0:
            return EDGE + track.level * PITCH
        if line == 2 * self.grid.rows:
            return -EDGE - (track.count - 1 - track.level) * PITCH
        return _inner_offset(track, LONE_PITCH if track.count == 1 else PITCH)

    def _edge_offset(self, track: Track, *, left: bool) -> float:
        room = self.sizes.gap - CLEARANCE - EDGE
        pitch = min(PITCH, room / max(1, track.count - 1))
        rest = max(0.0, room - pitch * (track.count - 1))
        if left:
            return EDGE + rest / 2 + track.level * pitch
        return -(EDGE + rest / 2 + (track.count - 1 - track.level) * pitch)

    # -- points ------------------------------------------------------------

    def x(self, node: int, net: int) -> float:
        """x of the net's upright line at a node, mm."""
        column = node % self.grid.width
        if column % 2:
            return self._lane_centre(column // 2)
        border = self.lefts[column // 2]
        return border + self.offsets[net, True, node]

    def y(self, node: int, net: int) -> float:
        """y of the net's level line at a node, mm."""
        line = node // self.grid.width
        if line % 2:
            return self.centres[line // 2]
        return self.borders[line // 2] + self.offsets[net, False, node]

    def _lane_centre(self, lane: int) -> float:
        return (self.lefts[lane] + self.lefts[lane + 1]) / 2

    def _symbol(self, spot: Spot) -> FlowSymbol:
        width, height = self.sizes.size(spot.kind)
        x, y = self._lane_centre(spot.lane), self.centres[spot.row]
        box = Box(x - width / 2, y - height / 2, width, height)
        lines = note_lines(spot.note, self.sizes.note_width) if spot.is_connector else ()
        note_box = None
        if lines:
            tall = len(lines) * NOTE_LINE
            top = box.y - tall - 0.3 if note_above(self.scene, spot) else box.y + height + 0.3
            wide = self.sizes.note_width
            note_box = Box(x - wide / 2, top, wide, tall)
        return FlowSymbol(
            kind=spot.kind,
            box=box,
            step=spot.stop.step,
            actor=spot.lane,
            letter=spot.letter,
            note=spot.note,
            note_lines=lines,
            note_box=note_box,
            turn=spot.stop.turn,
        )

    def _link(self, joint: tuple[int, ...]) -> FlowLink:
        spots = [self.scene.spots[index] for index in joint]
        y = self.centres[spots[0].row]
        points: list[Point] = []
        for left, right in pairwise(spots):
            points += [
                (self._lane_centre(left.lane) + self.sizes.size(left.kind)[0] / 2, y),
                (self._lane_centre(right.lane) - self.sizes.size(right.kind)[0] / 2, y),
            ]
        return FlowLink(spots[0].stop.step, tuple(points))

    def _arrow(self, path: Path) -> FlowArrow:
        way = self.scene.ways[path.way]
        net, nodes = way.net, path.nodes
        points = [self._port(path.nodes[0], path.nodes[1], path.slant)]
        for i in range(1, len(nodes) - 1):
            before = self.grid.direction(nodes[i - 1], nodes[i])
            after = self.grid.direction(nodes[i], nodes[i + 1])
            if before != after:
                x = points[0][0] if path.slant and i == 1 else self.x(nodes[i], net)
                points.append((x, self.y(nodes[i], net)))
        if path.slant and len(nodes) == 2:
            points.append((points[0][0], self.y(nodes[1], net)))
        elif path.merges:
            points.append(self._junction(nodes[-1], net))
        else:
            points.append(self._port(nodes[-1], nodes[-2], 0))
        return FlowArrow(
            net=str(net),
            points=_simple(points),
            source=way.source.step,
            target=way.target.step,
            head=not path.merges,
            turns=(way.source.turn, way.target.turn),
        )

    def _junction(self, node: int, net: int) -> Point:
        """Where a path meets its net: its lines at the node, upright and level."""
        bits = self.grid.arms[node][net]
        column = node % self.grid.width
        x = self._lane_centre(column // 2) if column % 2 else self.x(node, net)
        if bits & SLANTED and not bits & UPRIGHT:
            shift = self.sizes.width / 4
            x += -shift if bits & 1 << DOWN_LEFT else shift
        return x, self.y(node, net)

    def _port(self, cell: int, beside: int, slant: int) -> Point:
        """Where a line meets the symbol of a cell: on the side of the node beside it."""
        spot = self.scene.spots[self.grid.cells[cell]]
        width, height = self.sizes.size(spot.kind)
        x, y = self._lane_centre(spot.lane), self.centres[spot.row]
        if slant:
            # A quarter of the width off the middle, where a diamond's side is at half height.
            down = height / 4 if spot.kind is SymbolKind.DECISION else height / 2
            return x + slant * width / 4, y + down
        across, down = {
            UP: (0.0, -height / 2),
            RIGHT: (width / 2, 0.0),
            DOWN: (0.0, height / 2),
            LEFT: (-width / 2, 0.0),
        }[self.grid.direction(cell, beside)]
        return x + across, y + down


def _inner_offset(track: Track, pitch: float) -> float:
    """Tracks spread about a border, half a pitch away from it on both sides."""
    return (track.level - track.before + 0.5) * pitch


def _simple(points: list[Point]) -> tuple[Point, ...]:
    """The polyline without repeated points and without points inside straight lines."""
    kept: list[Point] = []
    for x, y in points:
        if kept and abs(kept[-1][0] - x) < 1e-6 and abs(kept[-1][1] - y) < 1e-6:
            continue
        if len(kept) > 1 and (
            (abs(kept[-2][0] - kept[-1][0]) < 1e-6 and abs(kept[-1][0] - x) < 1e-6)
            or (abs(kept[-2][1] - kept[-1][1]) < 1e-6 and abs(kept[-1][1] - y) < 1e-6)
        ):
            kept.pop()
        kept.append((x, y))
    return tuple(kept)
