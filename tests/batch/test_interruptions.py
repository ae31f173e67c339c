"""A run that breaks off leaves whole files only, and the next one ends as if it never happened."""

import os
import shutil
from pathlib import Path
from signal import SIGHUP, SIGINT, SIGKILL, SIGTERM

import pytest

from sopbatch.cli.start import STOPPED
from tests.batch.killing import (
    NEXT_WEEK,
    Moment,
    assert_same,
    assert_whole,
    cut_off,
    next_week_of,
    stopped_run,
)
from tests.batch.ledgers import everything
from tests.batch.runs import AS_OF, PROGRESS, run, seen

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
FIRST_WEEK = (
    Moment("the program is being loaded", SIGINT, "import", "sopbatch.batch"),
    Moment("the second file goes into the archive", SIGKILL, "os.rename", ".sebagian", 2),
    Moment("a workbook is being read", SIGKILL, "socket.connect", "", 3),
    Moment("a document is being written", SIGTERM, "socket.connect", "", 5),
)
"""On an empty folder, one after another."""
SECONDS = (0.7,)
"""Then the run is killed wherever it is."""
NOTHING_PUBLISHED = (
    Moment("a document is being written", SIGKILL, "socket.connect", "", 5),
    Moment("the fifth output is staged", SIGINT, "open", ".baru/", 5),
)
"""In the folder of last week, before any file of it is touched."""
PUBLISHING = (
    Moment("the third output is moved", SIGKILL, "os.rename", ".baru/", 3),
    Moment("a document of last week is removed", SIGHUP, "os.remove", "dokumen/"),
)
"""Between last week's files and this week's."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "keluar"


@pytest.fixture(scope="module")
def next_week(small_batch: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next_week_of(small_batch, tmp_path_factory.mktemp("minggu depan") / "masuk")


@pytest.fixture(scope="module")
def wanted(small_run: Path, next_week: Path) -> Path:
    """The output of two weeks that nothing disturbed."""
    folder = next_week.with_name("keluar")
    shutil.copytree(small_run, folder)
    ran = run(next_week, folder, "--per-tanggal", NEXT_WEEK)
    assert ran.code == 0, ran
    return folder


def stop(source: Path, target: Path, moment: Moment, as_of: str) -> None:
    """Stop a run at the moment, and hold it to what every stopped run promises."""
    stopped = stopped_run(source, target, moment, as_of)
    said = [line for line in stopped.err.splitlines() if not line.startswith(PROGRESS)]
    if moment.signal == SIGKILL:
        assert (stopped.code, said) == (-SIGKILL, []), moment
    else:
        assert (stopped.code, said) == (128 + moment.signal, [STOPPED]), moment
    assert stopped.left_over == (), moment


@pytest.mark.long
def test_the_first_week_converges_after_any_number_of_stops(small_batch, small_run, target):
    for moment in FIRST_WEEK:
        stop(small_batch, target, moment, AS_OF)
        assert_whole(target)
    for seconds in SECONDS:
        assert cut_off(small_batch, target, seconds).left_over == ()
        assert_whole(target, small_run)
    assert run(small_batch, target).code == 1
    assert_same(target, small_run)


@pytest.mark.long
def test_last_week_stands_until_this_week_is_published(small_run, next_week, wanted, target):
    shutil.copytree(small_run, target)
    for moment in NOTHING_PUBLISHED:
        stop(next_week, target, moment, NEXT_WEEK)
        assert seen(target) == seen(small_run), moment
        assert everything(target)["run"] == everything(small_run)["run"]
    for moment in PUBLISHING:
        stop(next_week, target, moment, NEXT_WEEK)
        assert_whole(target, small_run, wanted)
        assert everything(target)["run"] == everything(small_run)["run"]
    assert run(next_week, target, "--per-tanggal", NEXT_WEEK).code == 0
    assert_same(target, wanted)
