"""The sample batch run once, for all tests that look at what came of it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.batch.runs import REPOSITORY, run
from tests.batch.sample_runs import SampleRun
from tests.once import made_once

SENT = REPOSITORY / "input"


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> SampleRun:
    """The committed input after a run of the installed command; never changed by a test."""
    root = made_once(tmp_path_factory, "contoh", run_the_sample)
    facts = json.loads((root / "hasil.json").read_text(encoding="utf-8"))
    return SampleRun(root / "asal", root / "masuk", root / "keluar", facts)


def run_the_sample(root: Path) -> None:
    shutil.copytree(SENT, root / "asal")
    shutil.copytree(root / "asal", root / "masuk")
    ran = run(root / "masuk", root / "keluar", "--json")
    assert (ran.code, ran.err) == (1, "")
    (root / "hasil.json").write_text(ran.out, encoding="utf-8")
