"""Where time goes: seconds of the clock by stage and by task, told as they are known."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from heapq import heappush, heappushpop
from itertools import count

MOST = 10
"""Slowest tasks that are remembered: a run may have any number of them."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Time of one task, or of a stage when `name` is empty."""

    stage: str
    name: str
    seconds: float
    """Of the clock."""
    end: str = ""
    """How a task ended, a short Indonesian clause."""
    tasks: int = 0
    """Of a stage, how many were done."""


Listener = Callable[[Spent], None]


class Times:
    """A clock for each stage; while one runs within another, the other's stands still."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._began = self._mark = now()
        self._open: list[list[float]] = []
        self._seconds: dict[str, float] = {}
        self._tasks: dict[str, int] = {}
        self._slowest: list[tuple[float, int, Spent]] = []
        self._order = count()
        self._listener: Listener | None = None

    def listen(self, listener: Listener | None) -> None:
        """Tell one listener of everything from now on."""
        self._listener = listener

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time within as that of a stage."""
        self._charge()
        depth, before = len(self._open), self._tasks.get(name, 0)
        own = [0.0]
        self._open.append(own)
        try:
            yield
        finally:
            self._charge()
            # What a generator left open within ends with us.
            del self._open[depth:]
            self._seconds[name] = self._seconds.get(name, 0.0) + own[0]
            tasks = self._tasks.get(name, 0) - before
            self._tell(Spent(name, "", own[0], tasks=tasks))

    def task(self, stage: str, name: str, seconds: float, end: str) -> None:
        """Note a task of a stage."""
        spent = Spent(stage, name, seconds, end)
        self._tasks[stage] = self._tasks.get(stage, 0) + 1
        add = heappush if len(self._slowest) < MOST else heappushpop
        add(self._slowest, (seconds, -next(self._order), spent))
        self._tell(spent)

    @property
    def total(self) -> float:
        """Seconds since the beginning."""
        return self._now() - self._began

    @property
    def stages(self) -> tuple[Spent, ...]:
        """Time of each stage without those within it, in the order they ended."""
        return tuple(
            Spent(name, "", seconds, tasks=self._tasks.get(name, 0))
            for name, seconds in self._seconds.items()
        )

    @property
    def slowest(self) -> tuple[Spent, ...]:
        """The tasks that took longest, longest first."""
        return tuple(spent for *_, spent in sorted(self._slowest, reverse=True))

    def _charge(self) -> None:
        now = self._now()
        if self._open:
            self._open[-1][0] += now - self._mark
        self._mark = now

    def _tell(self, spent: Spent) -> None:
        if self._listener is not None:
            self._listener(spent)
