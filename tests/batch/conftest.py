"""The sample batch run once, for all tests that look at what came of it."""

import shutil

import pytest

from tests.batch.runs import REPOSITORY, run
from tests.batch.sample_runs import SampleRun, contents

SENT = REPOSITORY / "input"


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> SampleRun:
    """Never changed by a test; tests that use it stand in the xdist group "sample batch"."""
    root = tmp_path_factory.mktemp("contoh")
    shutil.copytree(SENT, root / "masuk")
    before = contents(root / "masuk")
    ran = run(root / "masuk", root / "keluar", "--json")
    assert (ran.code, ran.err) == (1, "")
    return SampleRun(root / "masuk", root / "keluar", ran.facts, before)
