"""What workers make while the run's own process writes something else."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from sopbatch.batch.order import Order, no_progress
from sopbatch.times import Times

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """One thing after another is asked of the workers, and waited for where it is needed."""

    _order: Order
    _thread: ThreadPoolExecutor

    def ask(self, make: Callable[[Order], T]) -> Callable[[], T]:
        """Begin to make something; what is given back waits for it."""
        return self._thread.submit(make, self._order).result


@contextmanager
def meanwhile(order: Order) -> Iterator[Meanwhile]:
    """For as long as this process is busy with something else."""
    # A clock of its own: each second of the run belongs to the stage that this process is in.
    alone = replace(order, times=Times(), progress=no_progress)
    # One thread: a crew that stands from run to run is given to one at a time.
    with ThreadPoolExecutor(1) as thread:
        yield Meanwhile(alone, thread)
    for spent in alone.times.slowest:
        order.times.task(spent.stage, spent.name, spent.seconds, spent.end)
