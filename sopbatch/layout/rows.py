"""The rows of a routed page in mm, from their texts, their symbols and the lines beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from sopbatch.layout.grid import RoutingGrid
from sopbatch.layout.route import Routing
from sopbatch.layout.scene import Scene, Spot
from sopbatch.layout.sizes import (
    ABOVE,
    ABOVE_TRACK,
    BELOW,
    BELOW_TRACK,
    NOTE_LINE,
    STRIP_PADDING,
    SymbolSizes,
    label_shapes,
    note_lines,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRows:
    """What the rows of one page have to hold."""

    scene: Scene
    grid: RoutingGrid
    routing: Routing
    offsets: Mapping[tuple[int, bool, int], float]
    """(net, upright, node) to the distance of its track from the border it runs along, mm."""
    sizes: SymbolSizes
    extra: Mapping[int, float]
    """Air added to rows, mm."""

    def placed(self, top: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Row borders and row centres below `top`."""
        borders, centres = [top], []
        needs = [self._needs(row) for row in range(len(self.scene.lines))]
        more = [self.extra.get(row, 0.0) for row in range(len(needs))]
        least = [sum(need) + 2 * air for need, air in zip(needs, more, strict=True)]
        for lines in self._blocks():
            spare = self.scene.lines[lines[0]].text_height - sum(least[row] for row in lines)
            for row in lines:
                above, body, below = needs[row]
                height = least[row] + max(0.0, spare / len(lines))
                y = borders[-1]
                middle = y + height / 2
                lowest = y + above + more[row] + body / 2
                highest = y + height - below - more[row] - body / 2
                centres.append(min(max(middle, lowest), highest))
                borders.append(y + height)
        return tuple(borders), tuple(centres)

    def _blocks(self) -> list[list[int]]:
        """The lines of each row of the table."""
        blocks: list[list[int]] = []
        for row, line in enumerate(self.scene.lines):
            if line.goes_on:
                blocks[-1].append(row)
            else:
                blocks.append([row])
        return blocks

    def _needs(self, row: int) -> tuple[float, float, float]:
        """Least room above the symbols of a row, their height, and room below them."""
        spots = [spot for spot in self.scene.spots if spot.row == row]
        up, down = self._reach(2 * row, 1), self._reach(2 * row + 2, -1)
        if not spots:
            return up + 0.8 if up else 0.0, 0.0, down + 0.8 if down else 0.0
        body = max(self.sizes.size(spot.kind)[1] for spot in spots)
        if spots[0].is_connector:
            return self._strip_needs(spots, up, down, body)
        above = max(ABOVE, up + ABOVE_TRACK if up else 0.0)
        below = max(BELOW, down + BELOW_TRACK if down else 0.0)
        return above, body, max(below, self._label_need(row, down))

    def _strip_needs(
        self, spots: list[Spot], up: float, down: float, body: float
    ) -> tuple[float, float, float]:
        above = below = STRIP_PADDING
        for spot in spots:
            height = len(note_lines(spot.note, self.sizes.note_width)) * NOTE_LINE
            if note_above(self.scene, spot):
                above = max(above, height + 0.6)
            else:
                below = max(below, height + 0.6)
        return above + up + (1.6 if up else 0.0), body, below + down + (0.6 if down else 0.0)

    def _label_need(self, row: int, down: float) -> float:
        """Room below a row for the names of branches that leave downwards."""
        need = 0.0
        for path in self.routing.paths:
            way = self.scene.ways[path.way]
            spot = self.scene.spots[self.grid.cells[path.nodes[0]]]
            leaves_below = path.nodes[1] - path.nodes[0] == self.grid.width
            if way.label and spot.row == row and leaves_below:
                need = max(need, down + self.sizes.label_size(label_shapes(way.label)[0])[1] + 1.2)
        return need

    def _reach(self, line: int, side: int) -> float:
        """How far the tracks of a corridor reach to one side of its border."""
        first = line * self.grid.width
        return max(
            (
                side * offset
                for (_, upright, node), offset in self.offsets.items()
                if not upright and first <= node < first + self.grid.width
            ),
            default=0.0,
        )


def note_above(scene: Scene, spot: Spot) -> bool:
    """Notes stand on the side without a line: above in a head strip, below in a foot strip."""
    return spot.row < min((s.row for s in scene.spots if not s.is_connector), default=inf)
