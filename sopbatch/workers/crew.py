"""Tasks go in, outcomes come out as they finish, a few processes at a time.

One process per task, started from a warm fork server where the system has one: a pool that is
replenished by polling costs more for each task than most workbooks take to read.
"""

import errno
import multiprocessing
import os
import pickle
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, forkserver
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Any, Generic, TypeVar

from sopbatch.files import no_scratch, scratch_folder
from sopbatch.workers.child import NO_ROOM, OUT_OF_MEMORY, pickled, work
from sopbatch.workers.outcomes import DEFAULT_LIMITS, Died, Limits, Outcome, Oversized, TimedOut

T = TypeVar("T")
R = TypeVar("R")

_WATCH_SECONDS = 0.2
_EXIT_SECONDS = 5.0
"""A process that has delivered its result is given this long to end by itself."""
_ENVELOPE = 1 << 20
"""Bytes that an answer without a value may have, such as a traceback."""


def run_all(
    function: Callable[[T], R],
    tasks: Sequence[T],
    *,
    limits: Limits = DEFAULT_LIMITS,
    workers: int | None = None,
    preload: tuple[str, ...] = (),
) -> Generator[tuple[int, Outcome[R]], None, None]:
    """Run a top-level function on every task; yields (index of the task, outcome) as they finish.

    `workers` processes run at a time, by default one for each core. The modules of `preload` are
    imported once for all processes; those of the first call stay, later calls only lack the warm
    start. Closing the iterator stops the running processes. What they leave in their folder for
    temporary files is removed, also when they were killed.

    Raises:
        SopbatchError: there is no room for temporary files.
    """
    context = _context(function, preload)
    with scratch_folder() as scratch:
        crew = _Crew(function, tasks, limits, workers or _cores(), context, str(scratch))
        try:
            while crew.busy():
                crew.fill()
                settled = crew.settle()
                if any(outcome == Died(NO_ROOM) for _, outcome in settled):
                    raise no_scratch(OSError(errno.ENOSPC, NO_ROOM))
                crew.fill()
                yield from settled
        finally:
            crew.stop()


def prepare(function: Callable[[T], R], preload: tuple[str, ...]) -> None:
    """Start the process all others are forked from, so that it loads while the caller does."""
    _context(function, preload)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Crew(Generic[T, R]):
    """The tasks that wait and the processes that run."""

    def __init__(
        self,
        function: Callable[[T], R],
        tasks: Sequence[T],
        limits: Limits,
        workers: int,
        context: BaseContext,
        scratch: str,
    ) -> None:
        self._function = function
        self._limits = limits
        self._workers = workers
        self._context = context
        self._scratch = scratch
        self._waiting = deque(enumerate(tasks))
        self._running: dict[connection.Connection, _Run] = {}
        self._watched = _watches_processes()

    def busy(self) -> bool:
        return bool(self._waiting or self._running)

    def fill(self) -> None:
        """Start processes until every worker has one."""
        while self._waiting and len(self._running) < self._workers:
            index, task = self._waiting.popleft()
            payload = pickled((self._function, task))
            run = _start(self._context, index, payload, self._limits, self._scratch)
            self._running[run.results] = run

    def settle(self) -> list[tuple[int, Outcome[R]]]:
        """Wait until at least one process has finished or must be stopped."""
        while True:
            ready = connection.wait(list(self._running), self._patience())
            outcomes = [
                (run, outcome)
                for run in self._running.values()
                if (outcome := self._outcome(run, is_ready=run.results in ready)) is not None
            ]
            for run, _ in outcomes:
                del self._running[run.results]
                run.stop()
            if outcomes:
                return [(run.index, outcome) for run, outcome in outcomes]

    def stop(self) -> None:
        """Stop all processes at once."""
        for run in self._running.values():
            run.stop(patience=0)
        self._running.clear()

    def _patience(self) -> float:
        seconds = min(run.deadline for run in self._running.values()) - time.monotonic()
        return max(0.0, min(seconds, _WATCH_SECONDS) if self._watched else seconds)

    def _outcome(self, run: "_Run", *, is_ready: bool) -> Outcome[R] | None:
        if is_ready:
            return run.receive(self._limits)
        if time.monotonic() >= run.deadline:
            run.process.kill()
            return TimedOut(self._limits.wall_seconds)
        if not self._watched:
            return None
        memory_bytes, seconds = _used(run.process)
        if memory_bytes > self._limits.memory_bytes:
            run.process.kill()
            return Died(OUT_OF_MEMORY)
        if seconds > self._limits.seconds:
            run.process.kill()
            return TimedOut(self._limits.seconds)
        return None


@dataclass(frozen=True, slots=True)
class _Run:
    index: int
    process: BaseProcess
    results: connection.Connection
    deadline: float
    """Seconds of the monotonic clock."""

    def receive(self, limits: Limits) -> Outcome[Any]:
        try:
            message = self.results.recv_bytes(limits.answer_bytes + _ENVELOPE)
        except (EOFError, OSError):
            if self.results.closed:  # by our own end, for the size of what was to come
                return Oversized(limits.answer_bytes)
            self.process.join(_EXIT_SECONDS)
            return _ended(self.process.exitcode, limits)
        outcome: Outcome[Any] = pickle.loads(message)  # noqa: S301 - our own
        return outcome

    def stop(self, patience: float = _EXIT_SECONDS) -> None:
        if patience:
            self.process.join(patience)
        self.process.kill()
        self.process.join()
        self.process.close()
        self.results.close()


def _start(context: BaseContext, index: int, payload: bytes, limits: Limits, scratch: str) -> _Run:
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(sender, payload, limits, scratch), daemon=True)  # type: ignore[attr-defined]
    with _without_main():
        process.start()
    sender.close()
    return _Run(index, process, receiver, time.monotonic() + limits.wall_seconds)


def _ended(exit_code: int | None, limits: Limits) -> Died | TimedOut:
    if exit_code is None or exit_code >= 0:
        return Died(f"kode keluar {exit_code}")
    ended = signal.Signals(-exit_code)
    if ended.name == "SIGXCPU":
        return TimedOut(limits.seconds)
    return Died(f"sinyal {ended.name}")


def _watches_processes() -> bool:
    return sys.platform != "linux"


def _used(process: BaseProcess) -> tuple[int, float]:
    """Bytes of memory and seconds of processor time of a process."""
    import psutil  # only where the kernel keeps no limits

    try:
        about = psutil.Process(process.pid)
        times = about.cpu_times()
        return int(about.memory_info().rss), times.user + times.system
    except psutil.Error:
        return 0, 0.0


def _context(function: Callable[..., object], preload: tuple[str, ...]) -> BaseContext:
    """Fork server where there is one: no fork of the parent's threads, no import for each task."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    modules = dict.fromkeys(("ctypes", work.__module__, *preload, function.__module__))
    context.set_forkserver_preload([name for name in modules if name != "__main__"])
    # Ctrl-C reaches every process of the terminal; only the parent answers it.
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    except OSError as error:
        raise no_scratch(error) from error
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
    return context


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the program's own script from a process that starts: it need not be run again there."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
