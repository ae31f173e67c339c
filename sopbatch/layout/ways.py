"""The ways a page's lines have to find: its flows, and what leads to and from its connectors."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sopbatch.layout.connectors import Connector
from sopbatch.layout.scene import Way
from sopbatch.layout.turns import Stop, TurnEdge


def scene_ways(
    edges: Sequence[TurnEdge],
    spots_of: Mapping[Stop, tuple[int, ...]],
    connectors: Sequence[tuple[int, Connector]],
) -> tuple[Way, ...]:
    """Ways of the flows that leave a turn of the page, then of those that come in.

    `spots_of` has the indices of each turn's spots; connectors come with the index of theirs.
    """
    leaving = {connector.key: (spot,) for spot, connector in connectors if connector.leaves}
    entering = [(spot, connector) for spot, connector in connectors if not connector.leaves]
    targets = {edge.target for edge in edges} | {connector.target for _, connector in entering}
    net_of = {target: number for number, target in enumerate(sorted(targets), 1)}
    own = (
        Way(
            net=net_of[edge.target],
            source=edge.source,
            target=edge.target,
            sources=spots_of[edge.source],
            goals=spots_of.get(edge.target) or leaving[edge.target, edge.target > edge.source],
            label=edge.label,
            back=edge.target <= edge.source,
            inside=edge.inside,
        )
        for edge in edges
    )
    coming = (
        Way(
            net=net_of[connector.target],
            source=min(edge.source for edge in connector.edges),
            target=connector.target,
            sources=(spot,),
            goals=spots_of[connector.target],
            back=not connector.onward,
        )
        for spot, connector in entering
    )
    return _with_contested((*own, *coming))


def _with_contested(ways: Sequence[Way]) -> tuple[Way, ...]:
    """Ways whose target is reached from before and from after know it."""
    sides: dict[Stop, set[bool]] = defaultdict(set)
    for way in ways:
        sides[way.target].add(way.back)
    return tuple(replace(way, contested=len(sides[way.target]) > 1) for way in ways)
