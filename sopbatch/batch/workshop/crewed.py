"""The crew at work on tasks of a run: as many processes as the order says, and its clock runs."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sopbatch.batch.order import Order
from sopbatch.batch.workshop.contents import carrying
from sopbatch.batch.workshop.document_tasks import DocumentTask, PreviewTask
from sopbatch.batch.workshop.export_task import ExportTask
from sopbatch.batch.workshop.read_task import ReadTask
from sopbatch.batch.workshop.return_task import ReturnTask
from sopbatch.batch.workshop.tasks import PRELOADED, WorkerTask, work
from sopbatch.model import Received
from sopbatch.workers import (
    DEFAULT_LIMITS,
    NOTHING,
    Crashed,
    Died,
    Done,
    Limits,
    Outcome,
    Oversized,
    TimedOut,
    run_all,
    run_on,
)

T = TypeVar("T")
R = TypeVar("R")


def outcomes(
    order: Order,
    stage: str,
    tasks: Sequence[WorkerTask[R]],
    names: Sequence[str],
    limits: Limits = DEFAULT_LIMITS,
    beside: Iterator[object] = NOTHING,
) -> Iterator[tuple[int, Outcome[R | str]]]:
    """(index of the task, outcome) as they finish; `names` are what the operator calls each.

    Some of `beside` is taken while this process would only wait, as `run_all` tells.
    """
    if order.cluster is None or not all(isinstance(task, TRAVELLERS) for task in tasks):
        yield from outcomes_of(work, order, stage, tasks, names, limits, beside)
        return
    seconds: dict[int, float] = {}
    running = run_on(
        order.cluster,
        unpack,
        map(packed, tasks),
        limits=limits,
        preload=PRELOADED,
        timed=seconds.__setitem__,
    )
    yield from _noted(order, stage, running, names, seconds)


def outcomes_of(
    function: Callable[[T], R],
    order: Order,
    stage: str,
    tasks: Sequence[T],
    names: Sequence[str],
    limits: Limits = DEFAULT_LIMITS,
    beside: Iterator[object] = NOTHING,
) -> Generator[tuple[int, Outcome[R]], None, None]:
    """As outcomes, of another function."""
    seconds: dict[int, float] = {}
    running = run_all(
        function,
        tasks,
        limits=limits,
        workers=order.workers,
        preload=PRELOADED,
        timed=seconds.__setitem__,
        standing=order.standing,
        beside=beside,
    )
    yield from _noted(order, stage, running, names, seconds)


def _noted(
    order: Order,
    stage: str,
    running: Generator[tuple[int, Outcome[R]], None, None],
    names: Sequence[str],
    seconds: dict[int, float],
) -> Generator[tuple[int, Outcome[R]], None, None]:
    with order.times.stage(stage), closing(running) as found:
        for index, outcome in found:
            order.times.task(stage, names[index], seconds.pop(index), ended(outcome))
            yield index, outcome


TRAVELLERS = (ReadTask, DocumentTask, PreviewTask, ReturnTask, ExportTask)
"""Tasks that need no file but the one received, and no library of the system: what is typeset
follows the machine's Pango, and books read what lies in the output folder."""


@dataclass(frozen=True, slots=True)
class Travelling(Generic[R]):
    """A task with the bytes it needs, for a machine that has no archive."""

    task: WorkerTask[R]
    files: tuple[tuple[str, bytes], ...]
    """sha256 and bytes."""


def packed(task: WorkerTask[R]) -> Travelling[R]:
    """The task, ready to travel; bytes that cannot be read are missed where they are asked for."""
    received = _needed(task)
    files: tuple[tuple[str, bytes], ...] = ()
    if received is not None:
        with suppress(OSError):
            files = ((received.sha256, received.path.read_bytes()),)
    return Travelling(task, files)


def unpack(parcel: Travelling[R]) -> R | str:
    """Do a task that travelled."""
    with carrying(dict(parcel.files)):
        return work(parcel.task)


def _needed(task: WorkerTask[object]) -> Received | None:
    match task:
        case ReadTask(received=received):
            return received
        case DocumentTask(submission=submission):
            return submission.received if submission.plain else None
        case ReturnTask(review=review):
            return review.received
        case _:
            return None


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
