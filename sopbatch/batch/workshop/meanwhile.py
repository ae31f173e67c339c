"""What workers make while the run's own process writes something else."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Event
from typing import TypeVar

from sopbatch.batch.order import Order
from sopbatch.times import Spent, Times

T = TypeVar("T")


class _StoppedError(Exception):
    """Nobody waits for it any more."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """One thing after another is asked of the workers, and waited for where it is needed."""

    _order: Order
    _thread: ThreadPoolExecutor
    _stopped: Event

    def ask(self, stage: str, make: Callable[[Order], T]) -> Callable[[], T]:
        """Begin to make something; what is given back waits for it, as a part of `stage`."""
        # A clock of its own: each second of the run belongs to the stage that this process is in.
        noted: list[Spent] = []
        times = Times()
        times.listen(noted.append)
        asked = self._thread.submit(make, replace(self._order, times=times, progress=self._tell))

        def wait() -> T:
            with self._order.times.stage(stage):
                found = asked.result()
                for spent in filter(lambda one: one.name, noted):
                    self._order.times.task(spent.stage, spent.name, spent.seconds, spent.end)
            return found

        return wait

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise _StoppedError
        self._order.progress(stage, done, total)


@contextmanager
def meanwhile(order: Order) -> Iterator[Meanwhile]:
    """For as long as this process is busy with something else, and gives the workers no task.

    When that fails or is stopped, what was begun ends after the file at hand.
    """
    stopped = Event()
    # One thread: a crew that stands from run to run is given to one at a time.
    thread = ThreadPoolExecutor(1)
    try:
        yield Meanwhile(order, thread, stopped)
    finally:
        stopped.set()
        thread.shutdown(cancel_futures=True)
