"""Processes that stay from one call to the next, so that many runs share one warm crew."""

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from sopbatch.files import scratch_folder
from sopbatch.workers.outcomes import Limits
from sopbatch.workers.worker import Worker

KINDS = 2
"""So many crews of different limits are kept; the one that rests longest makes room."""


class StandingCrew:
    """Idle processes by their limits, and the folder for their temporary files."""

    def __init__(self) -> None:
        self._idle: dict[Limits, list[Worker]] = {}
        self._ending = ExitStack()
        self._scratch: Path | None = None

    @property
    def scratch(self) -> Path:
        """The folder in which tasks leave temporary files.

        Raises:
            SopbatchError: there is no room for one.
        """
        if self._scratch is None:
            self._scratch = self._ending.enter_context(scratch_folder())
        return self._scratch

    def take(self, limits: Limits) -> list[Worker]:
        """The processes that rest and have these limits."""
        return self._idle.pop(limits, [])

    def give(self, limits: Limits, workers: list[Worker]) -> None:
        """Let processes rest until somebody takes them."""
        self._idle[limits] = [*self._idle.pop(limits, []), *workers]
        while len(self._idle) > KINDS:
            _stop(self._idle.pop(next(iter(self._idle))))

    def tidy(self) -> None:
        """Begin anew when a task left something behind: one that was killed removes nothing."""
        if self._scratch is not None and any(self._scratch.iterdir()):
            self.close()

    def close(self) -> None:
        """Stop all processes and remove what they left."""
        for workers in self._idle.values():
            _stop(workers)
        self._idle.clear()
        self._ending.close()
        self._scratch = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _stop(workers: list[Worker]) -> None:
    for worker in workers:
        worker.stop(patience=0)
