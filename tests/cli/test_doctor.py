"""The doctor looks at machine, folders, history and mailbox, and says what to do for each."""

import shutil
import socket
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from sopbatch.batch.output.tree import ARCHIVE, LEDGER, NOTES
from tests.batch.runs import digests
from tests.cli.typed import english, typed

REMEDY = "       → "


@pytest.fixture(autouse=True)
def at_work(
    small_batch: Path, small_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder the operator works in, with an input and an earlier output."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPBATCH_HARI_INI", "2026-11-23")
    monkeypatch.delenv("SOPBATCH_IMAP_SERVER", raising=False)
    shutil.copytree(small_batch, "masuk")
    shutil.copytree(small_run, "keluar")


def unmet(*words: str) -> Mapping[str, str]:
    """What is lacking, by name: its state and what to do."""
    before = digests(Path())
    ran = typed("doctor", "masuk", "keluar", *words)
    assert english(ran.out) == []
    assert digests(Path()) == before
    lines = ran.out.splitlines()
    parts = [line.removeprefix("kurang ").partition(": ") for line in lines]
    found = {
        name: f"{state} {lines[at + 1]}"
        for at, (name, _, state) in enumerate(parts)
        if lines[at].startswith("kurang ")
    }
    assert all(REMEDY in told for told in found.values())
    assert ran.code == (2 if found else 0)
    return found


def test_nothing_lacks_where_all_is_well():
    assert unmet() == unmet("--lengkap") == {}


def test_a_new_output_folder_lacks_nothing_yet():
    shutil.rmtree("keluar")
    assert unmet() == {}
    assert not Path("keluar").exists()


def test_an_input_folder_that_was_named_is_there(monkeypatch: pytest.MonkeyPatch):
    shutil.rmtree("masuk")
    assert list(unmet()) == ["Folder masukan"]
    assert "periksa penulisan nama foldernya" in unmet()["Folder masukan"]
    assert typed("doctor").code == 0, "the usual folder need not be there yet"
    monkeypatch.setenv("SOPBATCH_IMAP_SERVER", "127.0.0.1")
    monkeypatch.setenv("SOPBATCH_IMAP_PORT", "sembilan")
    assert list(unmet()) == ["Kotak surat"], "fetching makes it"


def test_a_clock_before_the_last_report_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOPBATCH_HARI_INI", "2026-11-02")
    found = unmet()
    assert list(found) == ["Jam komputer"]
    assert "2 November 2026, laporan terakhir 22 November 2026" in found["Jam komputer"]
    assert "“sopbatch undo keluar”" in found["Jam komputer"]


def test_a_program_older_than_the_last_report_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sopbatch.batch.commands.examine.__version__", "0.1.9")
    assert list(unmet()) == ["Versi"]


def test_a_ledger_that_is_gone_is_made_anew_from_the_archive():
    Path("keluar", LEDGER).unlink()
    found = unmet()
    assert list(found) == ["Berkas riwayat"]
    assert "“sopbatch restore keluar”" in found["Berkas riwayat"]


def archived() -> Path:
    return next(path for path in sorted(Path("keluar", ARCHIVE).glob("??/*")))


def test_a_file_that_the_archive_lost_is_told_at_once():
    archived().unlink()
    found = unmet()
    assert list(found) == ["Arsip"]
    assert "1 berkas hilang" in found["Arsip"]
    assert "cadangan" in found["Arsip"]


@pytest.mark.long
def test_changed_bytes_are_told_when_all_are_looked_at():
    archived().write_bytes(b"lain")
    assert unmet() == {}
    assert "1 berkas hilang atau berubah" in unmet("--lengkap")["Arsip"]


def test_a_damaged_note_is_told_when_all_are_looked_at():
    note = next(Path("keluar", ARCHIVE, NOTES).glob("*.gz"))
    note.write_bytes(note.read_bytes()[:-9])
    assert unmet() == {}
    assert note.name in unmet("--lengkap")["Arsip"]


def test_an_output_that_is_no_folder_is_told():
    shutil.rmtree("keluar")
    Path("keluar").write_bytes(b"")
    assert list(unmet()) == ["Folder hasil"]


def test_little_room_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sopbatch.batch.commands.examine.LEAST", 1 << 60)
    assert list(unmet()) == ["Ruang folder hasil", "Ruang sementara"]


def test_a_mail_server_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch):
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        port = listening.getsockname()[1]
    monkeypatch.setenv("SOPBATCH_IMAP_SERVER", "127.0.0.1")
    monkeypatch.setenv("SOPBATCH_IMAP_PORT", str(port))
    assert "server menolak sambungan" in unmet()["Kotak surat"]
    monkeypatch.setenv("SOPBATCH_IMAP_PORT", "sembilan")
    assert "SOPBATCH_IMAP_PORT" in unmet()["Kotak surat"]
