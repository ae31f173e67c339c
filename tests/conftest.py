"""What all tests may use."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sopbatch.cli.clock import TODAY
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
