"""Which steps stand on which page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, inf

from sopbatch.layout.connectors import connectors_of
from sopbatch.layout.turns import TurnEdge

PAGE_COST = 1000.0
"""Of each page: few pages come before all else."""
CUT_COST = 2.0
"""Of each connector."""
DECISION_COST = 12.0
"""Of a page that ends with a decision."""
LOST_ROWS = 2
"""So few rows look lost on a last page."""
LOST_COST = 60.0
"""Of a last page with one row; half of it with two."""
WHITE_COST = 30.0
"""Of a page that stays white, times the square of the share that does."""


@dataclass(slots=True, kw_only=True)
class Pagination:
    """Fills pages from estimated heights, and plans anew when a page turned out too full."""

    heights: Sequence[float]
    """Least height of each step's row, mm."""
    decisions: frozenset[int]
    """1-based steps that are best kept with the next row."""
    edges: Sequence[TurnEdge]
    lanes: int
    room: float
    """Height for rows on a page, mm."""
    strip: float
    """Estimated height of a strip of connectors, mm."""
    page_ends: frozenset[int] = frozenset()
    """1-based steps whose text goes on alone on the next page."""
    refused: set[tuple[int, int]] = field(default_factory=set)
    """(first, last) of pages that did not work out."""
    costs: dict[tuple[int, int], float] = field(default_factory=dict)

    def refuse(self, first: int, last: int) -> None:
        """Never again plan a page of the steps `first` to `last`."""
        self.refused.add((first, last))

    def next_page(self, first: int) -> int:
        """Last step of the page that begins with step `first`, in the best plan for the rest."""
        count = len(self.heights)
        best = {count + 1: 0.0}
        chosen: dict[int, int] = {}
        for start in range(count, first - 1, -1):
            best[start] = inf
            for last in range(start, count + 1):
                cost = self._cost(start, last)
                if cost == inf and last > start:
                    if self._too_high(start, last):
                        break
                    continue
                if cost + best[last + 1] < best[start] or last == start:
                    best[start] = cost + best[last + 1]
                    chosen[start] = last
        return chosen[first]

    def _too_high(self, first: int, last: int) -> bool:
        return sum(self.heights[first - 1 : last]) > self.room

    def _cost(self, first: int, last: int) -> float:
        """How good a page of these steps is; inf when it cannot be."""
        if (first, last) in self.refused:
            return inf
        if (first, last) not in self.costs:
            self.costs[first, last] = self._work_out(first, last)
        return self.costs[first, last]

    def _work_out(self, first: int, last: int) -> float:
        if self._too_high(first, last) and last > first:
            return inf
        if not self.page_ends.isdisjoint(range(first, last)):
            return inf
        count = len(self.heights)
        connectors = connectors_of(self.edges, first, last)
        foot = sum(connector.at_foot for connector in connectors)
        strips = ceil(foot / self.lanes) + ceil((len(connectors) - foot) / self.lanes)
        used = sum(self.heights[first - 1 : last]) + strips * self.strip
        if used > self.room and last > first:
            return inf
        cost = PAGE_COST + CUT_COST * len(connectors)
        if last < count:
            cost += WHITE_COST * (1 - min(1.0, used / self.room)) ** 2
            cost += DECISION_COST * (last in self.decisions)
        elif last - first < LOST_ROWS and first > 1:
            cost += LOST_COST / (last - first + 1)
        return cost
