"""The way through a procedure, and what the times of steps come to."""

import math
from collections.abc import Sequence

from sopbatch.model.analysis import Span
from sopbatch.model.sop import Branch, Procedure, Step
from sopbatch.model.values import Duration

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


def span_of(steps: Sequence[Step]) -> Span:
    """Total of some steps: working time as a range, calendar time apart."""
    counted = counted_times(steps)
    working = [duration for duration in counted if not duration.elapsed]
    highs = [duration.high for duration in working]
    return Span(
        low=math.fsum(duration.low or 0.0 for duration in working),
        high=None if None in highs else math.fsum(high or 0.0 for high in highs),
        elapsed=math.fsum(
            (duration.low or 0.0) if duration.high is None else duration.high
            for duration in counted
            if duration.elapsed
        ),
    )


def counted_times(steps: Sequence[Step]) -> list[Duration]:
    """Times of steps that are part of a total."""
    return [step.duration for step in steps if _is_counted(step.duration)]


def _is_counted(duration: Duration) -> bool:
    bounds = (duration.low, duration.high)
    return duration.counts and all(bound is None or math.isfinite(bound) for bound in bounds)
