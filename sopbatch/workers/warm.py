"""A crew of one process that stays from task to task, for whoever is handed tasks one by one."""

import atexit
import errno
import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, TypeVar

from sopbatch.files import no_scratch, scratch_folder
from sopbatch.workers.birth import context_for
from sopbatch.workers.child import NO_ROOM
from sopbatch.workers.crew import Crew
from sopbatch.workers.outcomes import Died, Limits, Outcome

T = TypeVar("T")
R = TypeVar("R")

_ours = threading.local()


def do_warm(
    function: Callable[[T], R], task: T, limits: Limits, preload: tuple[str, ...]
) -> Outcome[R]:
    """One task as run_all does it, in the process that served this thread before, while it is fit.

    Raises:
        SopbatchError: there is no room for temporary files.
    """
    known = getattr(_ours, "crew", None)
    if known is None or known[0] != (function, limits):
        if known is not None:
            known[2].close()
        known = _ours.crew = ((function, limits), *_start(function, limits, preload))
    crew: Crew[Any, Any] = known[1]
    crew.add(task)
    while True:
        crew.fill()
        for _, outcome in crew.settle():
            if outcome == Died(NO_ROOM):
                raise no_scratch(OSError(errno.ENOSPC, NO_ROOM))
            return outcome


def _start(
    function: Callable[[T], R], limits: Limits, preload: tuple[str, ...]
) -> tuple[Crew[T, R], ExitStack]:
    context = context_for(function, preload)
    ending = ExitStack()
    scratch = ending.enter_context(scratch_folder())
    crew: Crew[T, R] = Crew(function, (), limits, 1, context, str(scratch), None)
    ending.callback(crew.stop)
    atexit.register(ending.close)
    return crew, ending
