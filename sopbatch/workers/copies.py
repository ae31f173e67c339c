"""A copy of this process makes something out of what this one knows, and takes memory of its own.

Nothing has to be handed to a copy: it has all that this process has, where it has it.
"""

import gc
import os
import pickle
import signal
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from sopbatch.files import scratch_folder
from sopbatch.workers.child import end_with_parent
from sopbatch.workers.pickles import pickled

T = TypeVar("T")

SIGNALS = (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM))


@contextmanager
def in_copy(make: Callable[[], T], *, alone: bool = True) -> Iterator[Callable[[], T]]:
    """Begin to make something aside; what is given back waits for it.

    What no copy can make, or where there are none, is made here when it is waited for: there an
    error is told as any other. There are none of a process that is not `alone`: what another
    thread holds when a copy is taken is never let go in it.
    """
    with scratch_folder() as scratch:
        copy = _begun(make, scratch) if alone and sys.platform == "linux" else None
        try:
            yield lambda: _made(copy, make)
        finally:
            if copy is not None:
                copy.end()


def _made(copy: "_Copy[T] | None", make: Callable[[], T]) -> T:
    answers = copy.answers() if copy is not None else []
    return answers[0] if answers else make()


@dataclass(slots=True)
class _Copy(Generic[T]):
    process: int
    pipe: int
    """Where it answers."""
    _over: bool = field(default=False)

    def answers(self) -> list[T]:
        """The one answer; none of a copy that came to grief."""
        with os.fdopen(self.pipe, "rb", closefd=False) as pipe:
            data = pipe.read()
        _, status = os.waitpid(self.process, 0)
        self._over = True
        # NOTE: written by ourselves, and whole, since the copy ended well
        return [pickle.loads(data)] if status == 0 else []  # noqa: S301

    def end(self) -> None:
        """Nothing is left of it."""
        os.close(self.pipe)
        if not self._over:
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)


def _begun(make: Callable[[], T], scratch: Path) -> "_Copy[T] | None":
    parent = os.getpid()
    reading, writing = os.pipe()
    # Only this process answers signals; with it the copy ends.
    answered = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        with warnings.catch_warnings():
            # Other threads have no part in what a copy does, and hold nothing that it needs.
            warnings.simplefilter("ignore", DeprecationWarning)
            process = os.fork()
    except OSError:  # no memory, or no more processes
        os.close(reading)
        os.close(writing)
        return None
    finally:
        if os.getpid() == parent:
            signal.pthread_sigmask(signal.SIG_SETMASK, answered)
    if process:
        os.close(writing)
        return _Copy(process, reading)
    try:
        _live(make, scratch, parent, writing)
    finally:
        os._exit(1)


def _live(make: Callable[[], object], scratch: Path, parent: int, writing: int) -> None:
    """The whole life of a copy."""
    end_with_parent(lambda: os.getppid() == parent)
    # To look for garbage in what was there before would copy all of it.
    gc.freeze()
    tempfile.tempdir = str(scratch)
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(pickled(make()))
    os._exit(0)
