"""The way through a procedure: its steps come in, the main path and what it passes go out."""

from itertools import pairwise

from sopbatch.model import Procedure, Step, Symbol

YES = "ya"


def main_path(procedure: Procedure) -> tuple[Step, ...]:
    """Steps passed when every decision is answered Ya (of named branches the first one).

    Each step once: a way that comes back to itself ends there.
    """
    path: list[Step] = []
    seen: set[int] = set()
    step = procedure.step(1)
    while step is not None and step.row not in seen:
        seen.add(step.row)
        path.append(step)
        step = _next(procedure, step)
    return tuple(path)


def _next(procedure: Procedure, step: Step) -> Step | None:
    if step.symbol is Symbol.END or not step.branches:
        return None
    agreed = (branch for branch in step.branches if branch.label.strip().casefold() == YES)
    branch = next(agreed, step.branches[0])
    return procedure.step(branch.target or 0)


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
