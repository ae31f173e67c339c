"""The same crew on other machines: a task of a dask cluster calls it for one task of ours.

So a hostile file ends a child of the dask worker and not the worker, limits are those of a local
run, and only the coordinator writes. Settings and what they keep away are told in docs/scale.md.
"""

import logging
import pickle
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from sopbatch.model import CommandError, SopbatchError
from sopbatch.workers.outcomes import DEFAULT_LIMITS, Crashed, Died, Limits, Outcome
from sopbatch.workers.pickles import pickled
from sopbatch.workers.warm import do_warm

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")
R = TypeVar("R")

LOCAL = "lokal"
SCHEMES = ("tcp://", "tls://")
NOT_INSTALLED = (
    "Untuk --klaster diperlukan pustaka tambahan; pasang dengan “pip install -r "
    "requirements-cluster.txt”, lalu jalankan lagi."
)
NO_ADDRESS = "Klaster “{address}” tidak dikenali; tulis lokal, atau alamat seperti tcp://nama:8786."
NO_SCHEDULER = "Klaster “{address}” tidak menjawab; periksa alamatnya dan apakah ia berjalan."
NO_WORKERS = "Klaster “{address}” tidak mempunyai pekerja; jalankan pekerjanya, lalu ulangi."
OTHER_PROGRAM = (
    "Pekerja klaster “{address}” memakai program atau pustaka yang berbeda dari komputer ini; "
    "pasang versi yang sama di semuanya, lalu jalankan lagi."
)
CHILDLESS = (
    "Pekerja klaster “{address}” tidak dapat memulai proses anak; jalankan dengan “dask worker "
    "--no-nanny”, lalu ulangi."
)
LOST = "Sambungan ke klaster “{address}” terputus; jalankan lagi."
KILLED = "pekerja klaster berulang kali hilang"
SETTINGS: Mapping[str, object] = {
    # Tasks start processes, which daemons may not.
    "distributed.worker.daemon": False,
    # Memory is limited for each task by the crew; a nanny would kill the worker with all its tasks.
    "distributed.worker.memory.terminate": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.target": False,
    # All tasks given to a lost worker are suspect, not only the one that ran.
    "distributed.scheduler.allowed-failures": 10,
    "distributed.scheduler.worker-saturation": 1.1,
    # On a busy machine a worker takes longer than 15 s to come back, and would be given up.
    "distributed.deploy.lost-worker-timeout": "300s",
    "distributed.admin.log-format": "%(message)s",
}
_LIBRARIES = ("dask", "distributed", "cloudpickle", "msgpack")
PATIENCE = 15.0
"""Seconds until a scheduler that does not answer is told."""
_ALONE = 120.0
"""Seconds that a cluster may be without any worker; one that is lost is back sooner."""
_WATCH = 5.0
_AGAIN = frozenset(("lost", "pending"))
"""Of a future that was done: its worker was lost with the answer, which is worked out once more."""
_IN_FLIGHT = 2
"""Tasks given for each thread of the cluster: few are suspect when a worker is lost."""


class ClusterError(SopbatchError):
    """It gives no answer any more, or another one than ours: trouble of every run on it."""


def _nothing() -> None:
    """Workers of others are theirs to start."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster that runs the same program as we do."""

    client: "Client"
    address: str
    program: Callable[[], str]
    """What tells one program from another; called here and there."""
    revive: Callable[[], None] = _nothing
    """Start workers that are gone for good, where they are ours to start."""


@contextmanager
def joined(address: str, workers: int | None, program: Callable[[], str]) -> Iterator[Cluster]:
    """Connect to a cluster, or start one of `workers` processes on this machine.

    Raises:
        SopbatchError: dask is not installed, nobody answers, or the workers run another program.
    """
    if address != LOCAL and not address.startswith(SCHEMES):
        raise CommandError(NO_ADDRESS.format(address=address))
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise CommandError(NOT_INSTALLED) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        stack.enter_context(dask.config.set(SETTINGS))
        where: Any = address
        revive = _nothing
        if address == LOCAL:
            where = stack.enter_context(
                LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    dashboard_address=None,
                    worker_dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                    memory_limit=0,
                )
            )
            # One that dies while it starts is not started again by itself.
            revive = partial(where.scale, len(where.workers))
        try:
            client = stack.enter_context(Client(where, timeout=PATIENCE))
        except (OSError, ValueError) as error:
            raise SopbatchError(NO_SCHEDULER.format(address=address)) from error
        _check(client, address, program)
        yield Cluster(client, address, program, revive)


def run_on(
    cluster: Cluster,
    function: Callable[[T], R],
    tasks: Iterable[T],
    *,
    limits: Limits = DEFAULT_LIMITS,
    preload: tuple[str, ...] = (),
    timed: Callable[[int, float], None] | None = None,
) -> Generator[tuple[int, Outcome[R]], None, None]:
    """As run_all, on a cluster; a task is taken from `tasks` when there is room for it.

    A worker that is lost costs its tasks another try, on another worker.

    Raises:
        SopbatchError: the cluster is lost, or a worker runs another program.
    """
    client, ours = cluster.client, cluster.program()
    waiting = iter(enumerate(tasks))
    running: dict[Any, int] = {}
    try:
        while True:
            room = _IN_FLIGHT * max(1, _threads(cluster)) - len(running)
            for _, (index, task) in zip(range(room), waiting, strict=False):
                payload = pickled((function, task, limits, preload))
                # Equal tasks are not the same task.
                future = client.submit(_work, payload, cluster.program, ours, pure=False)
                running[future] = index
            if not running:
                return
            done = _done(cluster, list(running))
            while done:
                future = done.pop()
                if future.status in _AGAIN:
                    continue
                outcome, seconds = _answer(cluster, future)
                index = running.pop(future)
                if timed is not None:
                    timed(index, seconds)
                yield index, outcome
                # What it brought is not held any longer than it is looked at.
                del outcome, future
    finally:
        client.cancel(list(running))


def _work(payload: bytes, program: Callable[[], str], theirs: str) -> tuple[bytes, float] | None:
    """On a worker: one task by the crew; None when this is another program than the coordinator."""
    if program() != theirs:
        return None
    began = time.monotonic()
    function, task, limits, preload = pickle.loads(payload)  # noqa: S301 - our coordinator's
    outcome = do_warm(function, task, limits, preload)
    return pickled(outcome), time.monotonic() - began


def _answer(cluster: Cluster, future: Any) -> tuple[Outcome[Any], float]:  # noqa: ANN401 - dask's
    from distributed import KilledWorker

    if future.status == "error":
        error = future.exception()
        if isinstance(error, KilledWorker):
            return Died(KILLED), 0.0
        if isinstance(error, SopbatchError):
            raise error
        return Crashed(f"{type(error).__name__}: {error}"), 0.0
    if future.status != "finished":
        raise ClusterError(LOST.format(address=cluster.address))
    answer = future.result()
    if answer is None:
        raise ClusterError(OTHER_PROGRAM.format(address=cluster.address))
    message, seconds = answer
    return pickle.loads(message), seconds  # noqa: S301 - of workers that run our program


def _done(cluster: Cluster, futures: list[Any]) -> list[Any]:
    """Those that ended, at least one.

    Raises:
        SopbatchError: the scheduler is gone, or all workers are and do not come back.
    """
    from distributed import CancelledError, wait

    lost = ClusterError(LOST.format(address=cluster.address))
    alone: float | None = None
    while True:
        try:
            return list(wait(futures, timeout=_WATCH, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            if _threads(cluster):
                alone = None
                continue
            alone = alone or time.monotonic()
            if time.monotonic() - alone > _ALONE:
                raise ClusterError(NO_WORKERS.format(address=cluster.address)) from None
            cluster.revive()
        except (CancelledError, OSError) as error:
            raise lost from error


def _threads(cluster: Cluster) -> int:
    return sum(cluster.client.nthreads().values())


def _check(client: "Client", address: str, program: Callable[[], str]) -> None:
    """Refuse a cluster that would not give the same bytes.

    Raises:
        SopbatchError: it has no workers, they run another program, or may not start processes.
    """
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise SopbatchError(NO_WORKERS.format(address=address)) from error
    try:
        found = client.run(_about, program)
    except Exception as error:  # NOTE: whatever a foreign program answers, it is not ours
        raise SopbatchError(OTHER_PROGRAM.format(address=address)) from error
    ours, _ = _about(program)
    if any(theirs != ours for theirs, _ in found.values()):
        raise SopbatchError(OTHER_PROGRAM.format(address=address))
    if any(is_daemon for _, is_daemon in found.values()):
        raise SopbatchError(CHILDLESS.format(address=address))


def _about(program: Callable[[], str]) -> tuple[tuple[str, ...], bool]:
    """What must be the same everywhere, and whether this process may start none."""
    import multiprocessing
    import platform

    told = (program(), platform.python_version(), *map(_version, _LIBRARIES))
    return told, bool(multiprocessing.current_process().daemon)


def _version(library: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(library)
    except PackageNotFoundError:
        return ""
