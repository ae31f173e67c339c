"""The life of one worker process: quiet, limited, gone when its parent is gone."""

import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
import threading
import traceback
from io import BytesIO
from multiprocessing import connection, forkserver
from multiprocessing.process import BaseProcess
from types import MappingProxyType
from typing import Any

from sopbatch.workers.outcomes import Crashed, Died, Done, Limits

OUT_OF_MEMORY = "memori habis"

_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux."""


def work(sender: connection.Connection, payload: bytes, limits: Limits, scratch: str) -> None:
    """Life of one process; its temporary files go to a folder that the parent removes."""
    _isolate(limits)
    tempfile.tempdir = scratch
    try:
        function, task = pickle.loads(payload)  # noqa: S301 - written by our parent
        message = pickled(Done(function(task)))
    except MemoryError:
        message = pickled(Died(OUT_OF_MEMORY))
    except BaseException:
        message = pickled(Crashed(traceback.format_exc()))
    sender.send_bytes(message)
    sender.close()


def _read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - as pickle declares it
        if isinstance(value, MappingProxyType):
            return _read_only, (dict(value),)
        return NotImplemented


def pickled(value: object) -> bytes:
    """Read-only mappings included, which pickle alone refuses."""
    stream = BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


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
        _limit_memory(limits.memory_bytes)
        _release_fork_server()
        import ctypes

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if not parent.is_alive():
            os._exit(1)
    else:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _release_fork_server() -> None:
    """Let the fork server end with our parent, and so us with the fork server."""
    # NOTE: every process of a fork server inherits the pipe that keeps the server alive, for
    # processes it might start itself; ours start none.
    server = getattr(forkserver, "_forkserver", None)
    alive = getattr(server, "_forkserver_alive_fd", None)
    if alive is not None:
        os.close(alive)


def _limit_memory(memory_bytes: int) -> None:
    import resource  # not on Windows

    for kind, most in ((resource.RLIMIT_AS, memory_bytes), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (limit, limit))


def _leave_with(parent: BaseProcess) -> None:
    connection.wait([parent.sentinel])
    os._exit(1)
