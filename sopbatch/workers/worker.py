"""One process of a crew as its parent sees it: a task goes in, its outcome comes out."""

import pickle
import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Self

from sopbatch.workers.birth import without_main
from sopbatch.workers.child import work
from sopbatch.workers.outcomes import Died, Limits, Outcome, Oversized, TimedOut

_EXIT_SECONDS = 5.0
"""A process that has delivered its result is given this long to end by itself."""
ENVELOPE = 1 << 20
"""Bytes that an answer without a value may have, such as a traceback."""


@dataclass(slots=True)
class Worker:
    """A process and the pipe to it."""

    process: BaseProcess
    pipe: connection.Connection
    served: int = 0
    """Tasks it was given."""

    @classmethod
    def start(cls, context: BaseContext, limits: Limits, scratch: str) -> Self:
        """A new one."""
        ours, its = context.Pipe()
        process = context.Process(target=work, args=(its, limits, scratch), daemon=True)  # type: ignore[attr-defined]
        with without_main():
            process.start()
        its.close()
        return cls(process, ours)

    def give(self, payload: bytes) -> None:
        """Hand it a task."""
        self.served += 1
        with suppress(OSError):  # one that is dead already is met as its answer is waited for
            self.pipe.send_bytes(payload)

    def receive(self, limits: Limits) -> tuple[Outcome[Any], bool]:
        """How its task ended, and whether it is fit for another one."""
        try:
            message = self.pipe.recv_bytes(limits.answer_bytes + ENVELOPE)
        except (EOFError, OSError):
            if not self.pipe.readable:  # by our own end, for the size of what was to come
                return Oversized(limits.answer_bytes), False
            self.process.join(_EXIT_SECONDS)
            return _ended(self.process.exitcode, limits), False
        found: tuple[Outcome[Any], bool] = pickle.loads(message)  # noqa: S301 - our own
        return found

    def killed(self) -> bool:
        """Kill the process at once; it is not fit for another task."""
        self.process.kill()
        return False

    def stop(self, patience: float = _EXIT_SECONDS) -> None:
        """End it; one that is busy is killed after so many seconds."""
        self.pipe.close()
        if patience:
            self.process.join(patience)
        self.process.kill()
        self.process.join()
        self.process.close()


def _ended(exit_code: int | None, limits: Limits) -> Died | TimedOut:
    if exit_code is None or exit_code >= 0:
        return Died(f"kode keluar {exit_code}")
    ended = signal.Signals(-exit_code)
    if ended.name == "SIGXCPU":
        return TimedOut(limits.seconds)
    return Died(f"sinyal {ended.name}")
