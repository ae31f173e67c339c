"""The same files give the same bytes: on any machine, in any order, however often."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sopbatch.batch.output.tree import ANSWER
from tests.batch.ledgers import everything
from tests.batch.runs import REPOSITORY, digests, marks, run
from tests.once import made_once

pytestmark = pytest.mark.long

OLD_FORMAT = "Biro Organisasi/AKIP/koordinasi evaluasi.xls"
LONG_AGO = 946_684_800
"""Seconds; a time of change no run of today would give."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What may differ between two machines, and must not be seen in any output."""

    words: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022
    backwards: bool = False
    """The files were put into the input folder in the opposite order, long ago."""
    before: tuple[str, ...] = ()
    """What takes something from the command; left out where the system does not have it."""

    @property
    def taken(self) -> tuple[str, ...]:
        """As `before`, where it works."""
        if not self.before or shutil.which(self.before[0]) is None:
            return ()
        tried = subprocess.run([*self.before, "true"], capture_output=True, check=False)
        return () if tried.returncode else self.before


NO_NETWORK = ("unshare", "-n") if os.name == "posix" and os.geteuid() == 0 else ("unshare", "-rn")
SHORT_OF_EVERYTHING = {"HOME": "/tidak/ada", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
CASES = {
    "another hash seed, time zone, language and umask, no network": Elsewhere(
        environment={"PYTHONHASHSEED": "4711", **SHORT_OF_EVERYTHING},
        umask=0o077,
        before=NO_NETWORK,
    ),
    "one process, files received in another order": Elsewhere(
        ("--proses", "1"), {"PYTHONHASHSEED": "0", "TZ": "Pacific/Pago_Pago"}, backwards=True
    ),
}


@pytest.fixture(scope="module")
def sent(small_batch: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small batch and an .xls."""

    def make(folder: Path) -> None:
        shutil.copytree(small_batch, folder / "masuk")
        shutil.copy(REPOSITORY / "input" / OLD_FORMAT, folder / "masuk" / "lain")

    return made_once(tmp_path_factory, "kiriman sama", make) / "masuk"


@pytest.fixture(scope="module")
def first(sent: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run here and now."""

    def make(folder: Path) -> None:
        assert run(sent, folder / "keluar").code == 1

    return made_once(tmp_path_factory, "hasil sama", make) / "keluar"


@contextmanager
def masked(umask: int) -> Iterator[None]:
    before = os.umask(umask)
    try:
        yield
    finally:
        os.umask(before)


def put_backwards(source: Path, target: Path) -> None:
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            os.utime(copy, (LONG_AGO, LONG_AGO))


@pytest.mark.parametrize("elsewhere", CASES.values(), ids=CASES)
def test_every_output_has_the_same_bytes(
    sent: Path, first: Path, tmp_path: Path, elsewhere: Elsewhere
) -> None:
    source, target = tmp_path / "kiriman minggu ini", tmp_path / "hasil" / "minggu ini"
    (put_backwards if elsewhere.backwards else shutil.copytree)(sent, source)
    with masked(elsewhere.umask):
        about = {"env": elsewhere.environment, "before": elsewhere.taken}
        ran = run(source, target, *elsewhere.words, **about)
    assert ran.code == 1, ran
    assert everything(target) == everything(first)
    assert outputs(target) == outputs(first)


def outputs(folder: Path) -> dict[str, str]:
    """Digests of all files but the ledger, whose bytes tell in which order it grew."""
    return {
        name: digest for name, digest in digests(folder).items() if not name.endswith(".sqlite")
    }


def test_a_run_repeated_rewrites_nothing(sent: Path, first: Path) -> None:
    before = marks(first)
    assert len(before) > 20
    (first / ANSWER).unlink()
    assert run(sent, first).code == 1
    assert marks(first) == before
