"""Outputs appear whole or not at all, whenever publishing breaks off."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.runs import REPOSITORY, environment


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are copies of themselves")
def test_publishing_may_be_killed_before_any_of_its_file_operations(tmp_path: Path) -> None:
    # In a process of its own: a copy of this one would have the threads of the test runner.
    told = subprocess.run(
        [sys.executable, "-m", "tests.batch.crashes", str(tmp_path)],
        cwd=REPOSITORY,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert int(told.stdout) > 20
