"""An older ledger is brought up by one program at a time, whole or not at all."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sopbatch.ledger import FILE_NAME, check_writable
from sopbatch.ledger.opening import VERSION
from sopbatch.model import SopbatchError
from tests.batch.ledgers import everything, rows
from tests.batch.runs import environment
from tests.ledger.older import version_1

BUSY = "sedang dipakai program lain; tutup program itu, lalu jalankan lagi."
BRINGING_UP = """
import sys
from pathlib import Path
from sopbatch.ledger import check_writable
from sopbatch.model import SopbatchError

print("siap", flush=True)
sys.stdin.readline()
try:
    check_writable(Path(sys.argv[1]))
except SopbatchError as told:
    print(told)
"""
AT_ONCE = 4


@pytest.mark.long
def test_several_programs_at_once_leave_one_ledger_that_knows_all(tmp_path: Path):
    alone, together = tmp_path / "sendiri", tmp_path / "bersama"
    for folder in (alone, together):
        folder.mkdir()
        version_1(folder)
    check_writable(alone)
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", BRINGING_UP, together],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        for _ in range(AT_ONCE)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "siap\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
    told = [program.communicate()[0] for program in programs]
    assert [program.returncode for program in programs] == [0] * AT_ONCE
    # Who waits too long on a slow machine says so, in its own sentence.
    assert {one for one in told if one} <= {f"Berkas riwayat “{together / FILE_NAME}” {BUSY}\n"}
    assert "" in told
    assert rows(together, "PRAGMA user_version") == [(VERSION,)]
    assert everything(together) == everything(alone)


def test_a_ledger_that_another_program_writes_is_busy_and_not_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    version_1(tmp_path)
    before = (tmp_path / FILE_NAME).read_bytes()
    monkeypatch.setattr("sopbatch.ledger.opening.WAIT", 0.05)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
        for lock in ("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"):
            other.execute(lock)
            with pytest.raises(SopbatchError) as told:
                check_writable(tmp_path)
            assert str(told.value) == f"Berkas riwayat “{tmp_path / FILE_NAME}” {BUSY}"
            other.rollback()
    assert (tmp_path / FILE_NAME).read_bytes() == before
    check_writable(tmp_path)
    assert rows(tmp_path, "PRAGMA user_version") == [(VERSION,)]


def test_an_upgrade_that_breaks_off_leaves_the_older_ledger(tmp_path: Path):
    version_1(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        # What a version to come cannot make, as something of its name is there.
        connection.execute("CREATE TABLE loss (run INTEGER)")
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(SopbatchError):
        check_writable(tmp_path)
    assert rows(tmp_path, "PRAGMA user_version") == [(1,)]
    assert (tmp_path / FILE_NAME).read_bytes() == before
