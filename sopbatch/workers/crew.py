"""Tasks go in, outcomes come out as they finish, a few processes at a time.

Processes last: one that is warm does a task in half of the time. They start from a warm fork
server where the system has one, and are replaced when they have done their share, grew heavy, or
failed. What fails in a process that served before is tried once more in a fresh one, so that the
outcome of a task tells of that task alone.
"""

import errno
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from sopbatch.files import no_scratch
from sopbatch.workers.birth import context_for
from sopbatch.workers.child import NO_ROOM, OUT_OF_MEMORY
from sopbatch.workers.outcomes import (
    DEFAULT_LIMITS,
    Crashed,
    Died,
    Limits,
    Outcome,
    TimedOut,
)
from sopbatch.workers.pickles import pickled
from sopbatch.workers.standing import StandingCrew
from sopbatch.workers.worker import Worker

T = TypeVar("T")
R = TypeVar("R")

_WATCH_SECONDS = 0.2
NOTHING: Iterator[object] = iter(())


def run_all(
    function: Callable[[T], R],
    tasks: Sequence[T],
    *,
    limits: Limits = DEFAULT_LIMITS,
    workers: int | None = None,
    preload: tuple[str, ...] = (),
    timed: Callable[[int, float], None] | None = None,
    standing: StandingCrew | None = None,
    beside: Iterator[object] = NOTHING,
) -> Generator[tuple[int, Outcome[R]], None, None]:
    """Run a top-level function on every task; yields (index of the task, outcome) as they finish.

    `workers` processes run at a time, by default one for each core. The modules of `preload` are
    imported once for all processes; those of the first call stay, later calls only lack the warm
    start. `timed` is told (index, seconds of the clock) of each before its outcome comes. Closing
    the iterator stops the running processes. While all of them are busy this process takes from
    `beside`, which does something else piece by piece; what is left of it is the caller's. What
    they leave in their folder for temporary files is removed, also when they were killed. Those
    that are fit for more go to `standing`, if given.

    Raises:
        SopbatchError: there is no room for temporary files.
    """
    context = context_for(function, preload)
    with nullcontext(standing) if standing else StandingCrew() as kept:
        scratch = str(kept.scratch)
        crew = Crew(function, tasks, limits, workers or _cores(), context, scratch, timed)
        crew.idle = kept.take(limits)
        try:
            while crew.busy():
                crew.fill()
                while not crew.ready() and next(beside, NOTHING) is not NOTHING:
                    pass
                settled = crew.settle()
                if any(outcome == Died(NO_ROOM) for _, outcome in settled):
                    raise no_scratch(OSError(errno.ENOSPC, NO_ROOM))
                crew.fill()
                yield from settled
        finally:
            kept.give(limits, crew.idle)
            crew.idle = []
            crew.stop()


def prepare(function: Callable[[T], R], preload: tuple[str, ...]) -> None:
    """Start the process all others are forked from, so that it loads while the caller does."""
    context_for(function, preload)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class _Job(Generic[T]):
    index: int
    task: T
    alone: bool = False
    """Whether it must be the first of its process."""


class Crew(Generic[T, R]):
    """The tasks that wait and the processes that run."""

    def __init__(
        self,
        function: Callable[[T], R],
        tasks: Sequence[T],
        limits: Limits,
        workers: int,
        context: BaseContext,
        scratch: str,
        timed: Callable[[int, float], None] | None,
    ) -> None:
        self._timed = timed
        self._function = function
        self._limits = limits
        self._workers = workers
        self._start = partial(Worker.start, context, limits, scratch)
        self._waiting = deque(_Job(index, task) for index, task in enumerate(tasks))
        self.idle: list[Worker] = []
        """Processes that are fit for a task and have none."""
        self._running: dict[connection.Connection, _Run[T]] = {}
        self._watched = watches_processes()

    def add(self, task: T) -> None:
        """One more task, of the index 0: for a crew that is given one at a time."""
        self._waiting.append(_Job(0, task))

    def busy(self) -> bool:
        """Whether something is still to be done."""
        return bool(self._waiting or self._running)

    def fill(self) -> None:
        """Give every worker a task."""
        while self._waiting and len(self._running) < self._workers:
            job = self._waiting.popleft()
            worker = self._start() if job.alone or not self.idle else self.idle.pop()
            worker.give(pickled((self._function, job.task)))
            began = memory_and_time(worker.process)[1] if self._watched else 0.0
            self._running[worker.pipe] = _Run(
                job, worker, time.monotonic(), self._limits.wall_seconds, began
            )
        while self.idle and len(self.idle) + len(self._running) > self._workers:
            self.idle.pop().stop()

    def ready(self) -> bool:
        """Whether a task has ended."""
        return bool(connection.wait(list(self._running), 0))

    def settle(self) -> list[tuple[int, Outcome[R]]]:
        """Wait until a task has ended or must be stopped; what is to be done anew is left out."""
        ready: list[object] = list(connection.wait(list(self._running), self._patience()))
        settled: list[tuple[int, Outcome[R]]] = []
        for run in list(self._running.values()):
            found = self._outcome(run, is_ready=run.worker.pipe in ready)
            if found is None:
                continue
            outcome, stays = found
            del self._running[run.worker.pipe]
            if stays:
                self.idle.append(run.worker)
            else:
                run.worker.stop()
            if run.worker.served > 1 and _may_be_of_the_process(outcome):
                self._waiting.appendleft(replace(run.job, alone=True))
            else:
                if self._timed is not None:
                    self._timed(run.job.index, time.monotonic() - run.given)
                settled.append((run.job.index, outcome))
        return settled

    def stop(self) -> None:
        """Stop all processes at once."""
        for worker in (*self.idle, *(run.worker for run in self._running.values())):
            worker.stop(patience=0)
        self.idle.clear()
        self._running.clear()

    def _patience(self) -> float:
        seconds = min(run.deadline for run in self._running.values()) - time.monotonic()
        return max(0.0, min(seconds, _WATCH_SECONDS) if self._watched else seconds)

    def _outcome(self, run: "_Run[T]", *, is_ready: bool) -> tuple[Outcome[R], bool] | None:
        """How a task ended, and whether its process is fit for another one."""
        if is_ready:
            return run.worker.receive(self._limits)
        if time.monotonic() >= run.deadline:
            return TimedOut(self._limits.wall_seconds), run.worker.killed()
        if not self._watched:
            return None
        memory_bytes, seconds = memory_and_time(run.worker.process)
        if memory_bytes > self._limits.memory_bytes:
            return Died(OUT_OF_MEMORY), run.worker.killed()
        if seconds - run.began > self._limits.seconds:
            return TimedOut(self._limits.seconds), run.worker.killed()
        return None


def _may_be_of_the_process(outcome: Outcome[Any]) -> bool:
    """Whether what a process did before may have a part in how a task ended in it."""
    return isinstance(outcome, Died | Crashed) and outcome != Died(NO_ROOM)


@dataclass(frozen=True, slots=True)
class _Run(Generic[T]):
    """A task in the hands of a process."""

    job: _Job[T]
    worker: Worker
    given: float
    """Seconds of the monotonic clock."""
    patience: float
    """Seconds it may take."""
    began: float
    """Seconds of processor time that the process had used before, where they are watched."""

    @property
    def deadline(self) -> float:
        """Seconds of the monotonic clock."""
        return self.given + self.patience


def watches_processes() -> bool:
    """Whether limits are kept from outside, since the kernel keeps none."""
    return sys.platform != "linux"


def memory_and_time(process: BaseProcess) -> tuple[int, float]:
    """Bytes of memory and seconds of processor time of a process."""
    import psutil  # only where the kernel keeps no limits

    try:
        about = psutil.Process(process.pid)
        times = about.cpu_times()
        return int(about.memory_info().rss), times.user + times.system
    except psutil.Error:
        return 0, 0.0
