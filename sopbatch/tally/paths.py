"""The way through a procedure: what it passes."""

from itertools import pairwise

from sopbatch.model import Procedure, Step


def handovers(path: tuple[Step, ...]) -> int:
    """How often the work passes to executors none of whom did the step before."""
    return sum(
        bool(one.actors and other.actors) and not set(one.actors) & set(other.actors)
        for one, other in pairwise(path)
    )


def loops(procedure: Procedure) -> int:
    """Branches that lead back to the same or an earlier step."""
    return sum(
        branch.target is not None and 1 <= branch.target <= step.row
        for step in procedure.steps
        for branch in step.branches
    )
