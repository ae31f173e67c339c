"""Strips of connectors at head and foot of a page: in which lane each of them stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sopbatch.layout.connectors import Connector
from sopbatch.layout.turns import Stop, Turn, TurnEdge, TurnNode, turns_of
from sopbatch.model import Procedure

AWAY, BLOCKED, CROSSED = 2.0, 0.3, 0.3
"""Costs of a connector's lane: a lane further off its target's, so that the pentagon shows who goes
on; a symbol in the way, a flow to be crossed.
"""
FURTHER = 3.0
"""Cost of another strip, for each lane there is: a lane of the nearer one is seldom so dear."""


class PageTurns:
    """Turns and flows of a page, to find room for its connectors."""

    def __init__(
        self,
        turns: Sequence[Turn],
        edges: tuple[TurnEdge, ...],
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


def _sweeps(edges: Sequence[TurnEdge], home: dict[Stop, tuple[TurnNode, ...]]) -> tuple[Sweep, ...]:
    """The flows between the turns of the page that pass over lanes."""
    sweeps: list[Sweep] = []
    for edge in edges:
        if edge.target in home:
            _, first, last = min(
                (abs(a.lane - b.lane), min(a.lane, b.lane), max(a.lane, b.lane))
                for a in home[edge.source]
                for b in home[edge.target]
            )
            sweeps.append(Sweep(edge.source, first, last))
    return tuple(sweeps)


def page_strips(
    connectors: Sequence[Connector],
    page: PageTurns,
    lanes: int,
    *,
    mirrored: bool,
) -> list[tuple[int, int, Connector]]:
    """A (strip, lane) for each connector, near the symbols it is joined to; strip 0 is nearest."""

    def cost(connector: Connector, place: tuple[int, int]) -> tuple[float, int, int]:
        strip, lane = place
        far = FURTHER * strip * lanes + page.lane_cost(connector, lane)
        return far, strip, -lane if mirrored else lane

    taken: set[tuple[int, int]] = set()
    placed: list[tuple[int, int, Connector]] = []
    asked = sorted(connectors, key=lambda c: (page.distance(c), c.target, c.onward))
    for connector in asked:
        free = (
            (strip, lane)
            for strip in range(len(taken) // lanes + 1)
            for lane in range(lanes)
            if (strip, lane) not in taken
        )
        place = min(free, key=partial(cost, connector))
        taken.add(place)
        placed.append((*place, connector))
    return placed


def stop_lanes(stop: Stop, procedure: Procedure) -> tuple[int, ...]:
    """Lanes in which the turn has symbols, also on another page."""
    turns = turns_of(procedure.steps[stop.step - 1], stop.step, max(1, len(procedure.actors)))
    return tuple(node.lane for turn in turns if turn.stop == stop for node in turn.nodes)


def _ends(connector: Connector) -> tuple[Stop, ...]:
    """Turns on this page the connector is joined to."""
    if connector.leaves:
        return tuple(edge.source for edge in connector.edges)
    return (connector.target,)
