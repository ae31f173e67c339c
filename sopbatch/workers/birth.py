"""How processes are born: from a warm fork server where there is one, without our own script."""

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from types import ModuleType

from sopbatch.files import no_scratch
from sopbatch.workers.child import work


def context_for(function: Callable[..., object], preload: tuple[str, ...]) -> BaseContext:
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
def without_main() -> Iterator[None]:
    """Hide the program's own script from a process that starts: it need not be run again there."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
