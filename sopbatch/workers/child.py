"""The life of one worker process: quiet, limited, gone when its parent is gone."""

import errno
import gc
import math
import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing import connection, forkserver
from multiprocessing.process import BaseProcess

from sopbatch.workers.outcomes import Crashed, Died, Done, Limits, Oversized
from sopbatch.workers.pickles import pickled

OUT_OF_MEMORY = "memori habis"
NO_ROOM = "ruang sementara habis"
LONGEST_TRACE = 100_000
"""Characters of a traceback that are told, its end."""
OPEN_FILES, FILE_BYTES, PROCESSES = 256, 256 << 20, 4096
"""What a task may hold open, write into one file, and how far it may multiply.

Processes are counted for the whole user, so that limit only ends a flood.
"""

HEAVY = 4
"""A process that ever held this part of the memory it may have makes room for a new one."""

_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux."""


def work(tasks: connection.Connection, limits: Limits, scratch: str) -> None:
    """Life of one process: task after task, until it has done its share or one went wrong.

    What the tasks leave in their folder for temporary files is the parent's to remove.
    """
    _isolate(limits)
    tempfile.tempdir = scratch
    # What was loaded before the fork is never garbage: looking through it costs a tenth of a task.
    gc.freeze()
    stays = True
    for left in reversed(range(limits.tasks)):
        try:
            payload = tasks.recv_bytes()
        except EOFError:
            break
        message, stays = _answer(payload, limits, is_last=not left)
        del payload
        tasks.send_bytes(message)
        if not stays:
            break
    tasks.close()


def _answer(payload: bytes, limits: Limits, *, is_last: bool) -> tuple[bytes, bool]:
    """What to tell of a task, as one message; whether the process is fit for another one."""
    _allow_time(limits)
    try:
        function, task = pickle.loads(payload)  # noqa: S301 - written by our parent
        done = Done(function(task))
        stays = not is_last and _resident_bytes() < limits.memory_bytes // HEAVY
        message = pickled((done, stays))
        if len(message) > limits.answer_bytes:
            message = pickled((Oversized(limits.answer_bytes), stays))
    except BaseException as error:
        return pickled((_failure(error), False)), False
    return message, stays


def _failure(error: BaseException) -> Died | Crashed:
    if _lacks_memory(error):
        return Died(OUT_OF_MEMORY)
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Died(NO_ROOM)
    return Crashed("".join(traceback.format_exception(error))[-LONGEST_TRACE:])


def _lacks_memory(error: BaseException | None) -> bool:
    """Whether an error, or what it came from, is that memory ran out."""
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        if isinstance(error, OSError) and error.errno == errno.ENOMEM:
            return True
        # NOTE: C code that could not allocate returns nothing and often sets no exception.
        if isinstance(error, SystemError) and "without" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def _isolate(limits: Limits) -> None:
    """Quiet, limited, and gone when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if sys.platform == "linux":
        _limit(limits)
        _release_fork_server()
        end_with_parent(parent.is_alive)
    else:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def end_with_parent(lives: Callable[[], bool]) -> None:
    """Of a process of Linux: be killed when the parent ends; `lives` tells whether it has not."""
    import ctypes

    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if not lives():
        os._exit(1)


def _release_fork_server() -> None:
    """Let the fork server end with our parent, and so us with the fork server."""
    # NOTE: every process of a fork server inherits the pipe that keeps the server alive, for
    # processes it might start itself; ours start none.
    server = getattr(forkserver, "_forkserver", None)
    alive = getattr(server, "_forkserver_alive_fd", None)
    if alive is not None:
        os.close(alive)


def _limit(limits: Limits) -> None:
    """Let the kernel keep the limits that hold for the life of a process."""
    import resource  # not on Windows

    for kind, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_NPROC, PROCESSES),
    ):
        _, hard = resource.getrlimit(kind)
        within = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (within, within))


def _allow_time(limits: Limits) -> None:
    """Let the kernel end the process with a signal when the task at hand takes too much of it."""
    if sys.platform != "linux":
        return
    import resource

    used = time.process_time()
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = math.ceil(used + limits.seconds)
    soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _resident_bytes() -> int:
    """The most memory that this process ever held; 0 where the parent watches it."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most << 10


def _leave_with(parent: BaseProcess) -> None:
    connection.wait([parent.sentinel])
    os._exit(1)
