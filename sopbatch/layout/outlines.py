"""Plane geometry of lines and convex outlines, mm."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from sopbatch.model import Box, Point


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight piece of an arrow or link."""

    start: Point
    end: Point
    net: str
    arrow: int

    @property
    def upright(self) -> bool:
        """Runs up or down."""
        return abs(self.start[0] - self.end[0]) < abs(self.start[1] - self.end[1])

    @property
    def at(self) -> float:
        """x of an upright segment, y of a level one."""
        return self.start[0] if self.upright else self.start[1]

    @property
    def low(self) -> float:
        """Smaller coordinate along it."""
        axis = 1 if self.upright else 0
        return min(self.start[axis], self.end[axis])

    @property
    def high(self) -> float:
        """Larger coordinate along it."""
        axis = 1 if self.upright else 0
        return max(self.start[axis], self.end[axis])

    @property
    def length(self) -> float:
        """From end to end, mm."""
        return hypot(self.end[0] - self.start[0], self.end[1] - self.start[1])

    def distance_to(self, point: Point) -> float:
        """Distance of a point, mm."""
        (x0, y0), (x1, y1) = self.start, self.end
        square = (x1 - x0) ** 2 + (y1 - y0) ** 2
        if square == 0:
            return hypot(point[0] - x0, point[1] - y0)
        share = ((point[0] - x0) * (x1 - x0) + (point[1] - y0) * (y1 - y0)) / square
        share = min(1.0, max(0.0, share))
        return hypot(point[0] - x0 - share * (x1 - x0), point[1] - y0 - share * (y1 - y0))


def shrunk(outline: Sequence[Point], by: float) -> tuple[Point, ...]:
    """The outline with its corners drawn towards its middle."""
    x = sum(corner[0] for corner in outline) / len(outline)
    y = sum(corner[1] for corner in outline) / len(outline)
    reach = min(hypot(corner[0] - x, corner[1] - y) for corner in outline)
    share = 1 - by / max(reach, by)
    return tuple((x + (cx - x) * share, y + (cy - y) * share) for cx, cy in outline)


def cuts(segment: Segment, outline: Sequence[Point]) -> bool:
    """Whether a part of the segment lies inside a convex outline (corners clockwise on paper)."""
    (x0, y0), (x1, y1) = segment.start, segment.end
    enter, leave = 0.0, 1.0
    for (ax, ay), (bx, by) in pairwise((*outline, outline[0])):
        # Inside is where the cross product of the side and the way to the point is positive.
        before = (bx - ax) * (y0 - ay) - (by - ay) * (x0 - ax)
        after = (bx - ax) * (y1 - ay) - (by - ay) * (x1 - ax)
        if before <= 0 and after <= 0:
            return False
        if before < 0:
            enter = max(enter, before / (before - after))
        elif after < 0:
            leave = min(leave, before / (before - after))
    return leave - enter > 1e-9


def on_outline(point: Point, outline: Sequence[Point], within: float) -> bool:
    """Whether a point lies on a closed outline."""
    x, y = point
    if not (
        min(corner[0] for corner in outline) - within < x
        and x < max(corner[0] for corner in outline) + within
        and min(corner[1] for corner in outline) - within < y
        and y < max(corner[1] for corner in outline) + within
    ):
        return False
    return any(
        Segment(a, b, "", 0).distance_to(point) < within
        for a, b in pairwise((*outline, outline[0]))
    )


def gap(segment: Segment, box: Box) -> float:
    """At most the distance of a segment from a box: the larger of its two parts, 0 if they meet."""
    (x0, y0), (x1, y1) = segment.start, segment.end
    across = max(min(x0, x1) - box.x - box.width, box.x - max(x0, x1), 0.0)
    along = max(min(y0, y1) - box.y - box.height, box.y - max(y0, y1), 0.0)
    return max(across, along)


def distance(segment: Segment, outline: Sequence[Point]) -> float:
    """Least distance of a segment from a convex outline; 0 when they meet."""
    if cuts(segment, outline):
        return 0.0
    sides = [Segment(a, b, "", 0) for a, b in pairwise((*outline, outline[0]))]
    return min(
        *(side.distance_to(point) for side in sides for point in (segment.start, segment.end)),
        *(segment.distance_to(corner) for corner in outline),
    )
