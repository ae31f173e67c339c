"""What all tests may use."""

import gc
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sopbatch.batch.workshop.tasks import PRELOADED, work
from sopbatch.cli.clock import TODAY
from sopbatch.cli.start import SELDOM
from sopbatch.workers import prepare
from tests.batch.runs import run, write_batch
from tests.house import ROOT
from tests.office import Office, office_python, running_office
from tests.once import made_once

os.environ[TODAY] = "2026-12-31"
"""What the commands take for today: no test depends on the day it runs on."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # NOTE: a shell starts what runs in the background deaf to Ctrl+C, and programs inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile(
    "suite", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")
"""Neither chance nor a slow machine decides: every run has the same examples, and their time."""


LONG = frozenset(("sample_run", "office"))
"""Fixtures that make a test long."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test marked `few(count)`, so many of its cases, far apart, are not long.

    What looks at the whole sample or asks LibreOffice is long: the run of the one takes longer than
    all runs of small batches, and the other is slow to start and to answer.
    """
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        if LONG.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("long")
        if item.get_closest_marker("few"):
            cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for every in cases.values():
        mark = every[0].get_closest_marker("few")
        assert mark is not None
        kept = {at * len(every) // mark.args[0] for at in range(mark.args[0])}
        # The order of the run decides nothing.
        for at, item in enumerate(sorted(every, key=lambda one: one.nodeid)):
            if at not in kept:
                item.add_marker("long")


RUNS = frozenset(("batch", "cli", "mail", "nation", "test_cluster.py"))
"""Below these lie tests that run the program."""


def pytest_collection_finish(session: pytest.Session) -> None:
    """Nothing is loaded or looked through again and again.

    What was collected stays until the end, so it is never garbage. The process that all workers
    are forked from is the one of a run, as what its first caller loads stays: after a test of bare
    processes, each worker of a run would load the program for itself.
    """
    gc.freeze()
    gc.set_threshold(*SELDOM)
    if any(RUNS.intersection(item.path.parts) for item in session.items):
        prepare(work, PRELOADED)


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """One real LibreOffice for all tests of a session, as its start costs seconds."""
    if not office_python():
        pytest.skip("LibreOffice dengan python3-uno tidak terpasang")
    with running_office() as running:
        yield running


@pytest.fixture(scope="session")
def small_batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An input folder of a few files, for what needs many runs; never changed by a test."""

    def make(folder: Path) -> None:
        write_batch(folder / "masuk")

    return made_once(tmp_path_factory, "kiriman kecil", make) / "masuk"


@pytest.fixture(scope="session")
def small_run(small_batch: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of an undisturbed run on the small batch; never changed by a test."""

    def make(folder: Path) -> None:
        assert run(small_batch, folder / "keluar").code == 1

    return made_once(tmp_path_factory, "hasil kecil", make) / "keluar"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program, to be changed."""
    place = tmp_path / "program"
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "sopbatch", place / "sopbatch", ignore=leave)
    return place
