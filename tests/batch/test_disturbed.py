"""Whatever happens to the inbox while a run reads it, the next run ends as if it came before."""

import subprocess
import sys
from pathlib import Path

import pytest

from sopbatch.ledger import FILE_NAME
from tests.batch.disturbing import Disturbance, assert_converges, finish
from tests.batch.killing import assert_same
from tests.batch.runs import AS_OF, COMMAND, Ran, environment, faulty_workbook

CASES = (
    Disturbance("vanishes", "Biro/baik.xlsx", 3),
    Disturbance("is cut short", "Biro/uji coba.xlsx", 5),
    Disturbance("becomes another", "Biro/dua mulai.xlsx", 7),
)
"""`make kill` has many more, at random moments."""


@pytest.mark.long
@pytest.mark.parametrize("one", CASES, ids=lambda one: one.deed)
def test_a_file_that_changes_while_a_run_reads_it(
    small_batch: Path, small_run: Path, tmp_path: Path, one: Disturbance
):
    assert_converges(small_batch, small_run, one, faulty_workbook("Selesai"), tmp_path)


@pytest.mark.long
def test_two_runs_at_once_end_as_one(small_batch: Path, small_run: Path, tmp_path: Path):
    """The second one says that it waits for its turn, or finds nothing left to do."""
    target = tmp_path / "keluar"
    words: list[str | Path] = [COMMAND, "run", small_batch, target, "--per-tanggal", AS_OF]
    both = [
        subprocess.Popen(words, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         text=True)
        for _ in range(2)
    ]  # fmt: skip
    ended = [Ran(one.wait(300), "", one.communicate()[1]) for one in both]
    assert 1 in [ran.code for ran in ended]
    for ran in ended:
        assert ran.code == 1 or "Perintah lain sedang mengolah folder hasil" in ran.mistake
    finish(small_batch, target)
    assert_same(target, small_run)


HELD = """
import sqlite3, sys

held = []

def watch(name, values):
    if not held and name == "open" and ".baru/" in str(values[0]):
        held.append(None)
        held[0] = sqlite3.connect(sys.argv[3] + "/" + FILE_NAME)
        held[0].execute("BEGIN EXCLUSIVE")

from sopbatch.ledger import FILE_NAME
sys.addaudithook(watch)
from sopbatch.cli import main
main()
"""
"""The command; another program writes to the ledger from its first staged output on."""


@pytest.mark.long
def test_a_ledger_that_another_program_holds_meanwhile(
    small_batch: Path, small_run: Path, tmp_path: Path
):
    target = tmp_path / "keluar"
    done = subprocess.run(
        [sys.executable, "-c", HELD, "run", small_batch, target, "--per-tanggal", AS_OF],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    told = Ran(done.returncode, done.stdout, done.stderr).mistake
    assert told.startswith(f"Berkas riwayat “{target / FILE_NAME}”"), told
    assert "sedang" in told
    finish(small_batch, target)
    assert_same(target, small_run)
