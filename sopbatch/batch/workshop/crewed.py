"""The crew at work on tasks of a run: as many processes as the order says, and its clock runs."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import Any, TypeVar

from sopbatch.batch.order import Order
from sopbatch.batch.workshop.tasks import PRELOADED, Answer, Task, work
from sopbatch.workers import (
    DEFAULT_LIMITS,
    Crashed,
    Died,
    Done,
    Limits,
    Outcome,
    Oversized,
    TimedOut,
    run_all,
)

T = TypeVar("T")
R = TypeVar("R")


def outcomes(
    order: Order,
    stage: str,
    tasks: Sequence[Task],
    names: Sequence[str],
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[tuple[int, Outcome[Answer]]]:
    """(index of the task, outcome) as they finish; `names` are what the operator calls each."""
    yield from outcomes_of(work, order, stage, tasks, names, limits)


def outcomes_of(
    function: Callable[[T], R],
    order: Order,
    stage: str,
    tasks: Sequence[T],
    names: Sequence[str],
    limits: Limits = DEFAULT_LIMITS,
) -> Generator[tuple[int, Outcome[R]], None, None]:
    """As outcomes, of another function."""
    seconds: dict[int, float] = {}
    with order.times.stage(stage):
        running = run_all(
            function,
            tasks,
            limits=limits,
            workers=order.workers,
            preload=PRELOADED,
            timed=seconds.__setitem__,
        )
        with closing(running) as found:
            for index, outcome in found:
                order.times.task(stage, names[index], seconds.pop(index), ended(outcome))
                yield index, outcome


def ended(outcome: Outcome[Any]) -> str:
    """How a task ended, in a clause."""
    match outcome:
        case Done():
            return "selesai"
        case TimedOut():
            return "batas waktu terlampaui"
        case Oversized():
            return "hasil terlalu besar"
        case Died(reason):
            return f"terhenti ({reason})"
        case Crashed():
            return "kesalahan program"
