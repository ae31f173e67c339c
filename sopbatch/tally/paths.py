"""The way through a procedure: its steps come in, the main path and what it passes go out."""

from itertools import pairwise

from sopbatch.model import Branch, Procedure, Step

YES = "ya"


def main_path(procedure: Procedure) -> tuple[Step, ...]:
    """Steps passed when every decision is answered Ya (of named branches the first one).

    Each step once, in the order of the table; of a fork all steps that go on side by side.
    """
    found: set[int] = set()
    waiting = [procedure.step(1)]
    while waiting:
        step = waiting.pop()
        if step is not None and step.row not in found:
            found.add(step.row)
            waiting += [procedure.step(branch.target or 0) for branch in _agreed(step)]
    return tuple(step for step in procedure.steps if step.row in found)


def _agreed(step: Step) -> tuple[Branch, ...]:
    """The ways on when the answer is Ya: one, or all of a fork."""
    if step.forks:
        return step.branches
    answers = step.answers
    agreed = next((way for way in answers if way.label.strip().casefold() == YES), None)
    agreed = agreed or next(iter(answers), None)
    if agreed is not None and agreed not in step.within:
        return (agreed,)
    onward = tuple(way for way in step.branches if way not in answers)
    return onward if step.forks else onward[:1]


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
