"""A few of the kills and full disks of `make kill`, at moments that a number decides."""

import os
from pathlib import Path
from random import Random

import pytest

from benchmarks.kills import Week, fill, kill
from tests.batch.disks import needs_a_small_disk
from tests.batch.runs import AS_OF


@pytest.fixture
def week(small_batch: Path, small_run: Path) -> Week:
    return Week(
        name="first week",
        source=small_batch,
        before=None,
        wanted=small_run,
        as_of=AS_OF,
        seconds=3,
        deeds=240,
    )


@pytest.mark.long
@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
def test_a_run_that_is_killed_anywhere_ends_alike_the_next_time(week: Week, tmp_path: Path):
    assert [*kill(Random(3), week, tmp_path, most=3)]


@pytest.mark.long
@needs_a_small_disk
def test_a_run_whose_disk_fills_up_ends_alike_where_there_is_room(week: Week, tmp_path: Path):
    assert fill(Random(1), week, tmp_path)
