"""The same batch on a real cluster gives the same bytes, whatever happens to its workers."""

import gc
import os
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from shutil import copytree

import pytest

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.commands.run_governments import run_governments
from sopbatch.batch.order import Order, ReportStage, no_progress
from sopbatch.batch.output.governments import Government, governments
from sopbatch.batch.output.program import program_digest
from sopbatch.model import CommandError, SopbatchError
from sopbatch.workers import Cluster, Died, Done, Limits, TimedOut, joined, run_on
from sopbatch.workers import cluster as module
from tests.batch.runs import AS_OF, digests
from tests.cli.typed import typed

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="satu sistem cukup"),
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),
]
KILLS = 4


@pytest.fixture(scope="module", autouse=True)
def no_sockets_left() -> Iterator[None]:
    """Sockets to killed workers stay open in the library until they are collected: here, not in
    a test of something else."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture(scope="module")
def cluster():
    with joined("lokal", 2, program_digest) as found:
        yield found


def hostile(word: str) -> str:
    """What a task may do to its process."""
    if word == "mati":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "terus":
        while True:
            pass
    return word.upper()


def pid() -> int:
    return os.getpid()


@pytest.mark.long
def test_a_run_gives_the_same_bytes_though_workers_are_killed(
    cluster: Cluster, small_batch: Path, small_run: Path, tmp_path: Path
):
    reports = 0
    moments = set(Random(35).sample(range(2, 18), KILLS))
    killed = 0

    def kill(_stage: str, _done: int, _total: int) -> None:
        nonlocal reports, killed
        reports += 1
        if reports in moments:
            alive: list[int] = []
            while not alive:  # the one killed before may be on its way back
                cluster.client.wait_for_workers(1)
                alive = sorted(cluster.client.run(pid, on_error="ignore").values())
            os.kill(alive[killed % len(alive)], signal.SIGKILL)
            killed += 1

    day = date.fromisoformat(AS_OF)
    order = Order(
        input=small_batch, output=tmp_path, as_of=day, today=day, progress=kill, cluster=cluster
    )
    result = run_batch(order)
    assert killed == KILLS
    assert result.incidents == ()
    assert digests(tmp_path) == digests(small_run)


@pytest.mark.long
def test_many_governments_share_a_cluster_and_each_has_its_bytes(
    cluster: Cluster, small_batch: Path, small_run: Path, tmp_path: Path
):
    for name in ("Kota A", "Kota B"):
        copytree(small_batch, tmp_path / name / "input")
    every = governments(tmp_path, Path("input"))
    day = date.fromisoformat(AS_OF)
    order = Order(input=Path("input"), output=Path("output"), as_of=day, today=day, cluster=cluster)
    assert [one.exit_code for one in run_governments(every, order, unseen, forced=False)] == [1, 1]
    for one in every:
        assert digests(one.folder / "output") == digests(small_run)
    other = Cluster(cluster.client, "tcp://a", other_program)
    order = replace(order, output=Path("lain"), cluster=other)
    told = [str(one.mistake) for one in run_governments(every, order, unseen, forced=False)]
    assert "program atau pustaka yang berbeda" in told[0]
    assert told[1].startswith("Tidak diolah, karena klaster tidak menjawab lagi")


def unseen(_one: Government, _order: Order) -> AbstractContextManager[ReportStage]:
    return nullcontext(no_progress)


@pytest.mark.long
def test_a_hostile_task_costs_itself_and_no_worker(cluster: Cluster):
    before = cluster.client.run(pid)
    words = ["a", "mati", "b", "terus", "c", "a"]
    found = dict(run_on(cluster, hostile, words, limits=Limits(seconds=1)))
    assert [found[at] for at in (0, 2, 4, 5)] == [Done("A"), Done("B"), Done("C"), Done("A")]
    assert found[1] == Died("sinyal SIGKILL")
    assert isinstance(found[3], TimedOut)
    assert cluster.client.run(pid) == before


@pytest.mark.long
@pytest.mark.parametrize("noticed", [False, True])
def test_answers_lost_with_their_workers_before_they_are_fetched_are_worked_out_again(
    cluster: Cluster, noticed: bool
):
    words = ["a", "b", "c", "d"]
    answers = run_on(cluster, hostile, words)
    found = dict([next(answers)])
    # What is left is done, and the next answer is fetched together with those that will be lost.
    held_until(lambda: told_states(cluster) == {"finished"})
    found |= [next(answers)]
    for alive in cluster.client.run(pid).values():
        os.kill(alive, signal.SIGKILL)
    if noticed:
        held_until(lambda: "finished" not in told_states(cluster))
    assert found | dict(answers) == {at: Done(word.upper()) for at, word in enumerate(words)}


def told_states(cluster: Cluster) -> set[str]:
    """What the scheduler told us last of the tasks we wait for."""
    return {state.status for state in cluster.client.futures.values()}


def held_until(holds: Callable[[], bool]) -> None:
    while not holds():
        time.sleep(0.01)


def other_program() -> str:
    return str(os.getpid())


@pytest.mark.long
def test_workers_of_another_program_are_refused(cluster: Cluster):
    address = cluster.client.scheduler.address
    with (
        pytest.raises(SopbatchError, match="program atau pustaka yang berbeda"),
        joined(address, None, other_program),
    ):
        pass
    other = Cluster(cluster.client, address, other_program)
    with pytest.raises(SopbatchError, match="program atau pustaka yang berbeda"):
        list(run_on(other, hostile, ["a"]))


@pytest.mark.long
def test_addresses_that_lead_nowhere_are_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "PATIENCE", 0.5)
    for address, kind in (
        ("http://klaster", CommandError),
        ("tcp://127.0.0.1:1", SopbatchError),
        ("tcp://", SopbatchError),
        ("tcp://a:b:c", SopbatchError),
    ):
        with pytest.raises(kind, match="Klaster"), joined(address, None, program_digest):
            pass


def test_without_the_extra_it_is_told_how_to_install_it(
    small_batch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "distributed", None)
    words = ("run", small_batch, tmp_path / "keluar", "--per-tanggal", AS_OF, "--klaster", "lokal")
    assert "requirements-cluster.txt" in typed(*words).mistake
    assert not (tmp_path / "keluar").exists()
