"""The input is an inbox: what was received once counts, also when it no longer lies there."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.commands.rebuild import rebuild_report
from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.batch.result import RunResult
from tests.batch.ledgers import rows
from tests.batch.runs import REPOSITORY, digests, seen
from tests.writing.report.reports import books_at

pytestmark = pytest.mark.long

SENT = REPOSITORY / "input"
W40, W41, W42 = date(2026, 10, 2), date(2026, 10, 9), date(2026, 10, 16)
REGISTER = "daftar_induk.xlsx"
FIRST = (REGISTER, "Dinas Kesehatan/SOP surat masuk.xlsx", "kiriman lain/kosong.xlsx")
LATER = ("Biro Organisasi/PA/surat keluar.xlsx", "Diskominfo/gangguan jaringan.xlsx")


def bring(root: Path, *names: str) -> None:
    for name in names:
        (root / "input" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SENT / name, root / "input" / name)


def emptied(root: Path) -> None:
    shutil.rmtree(root / "input")
    (root / "input").mkdir()


def run(root: Path, as_of: date) -> RunResult:
    return run_batch(Order(input=root / "input", output=root / "output", as_of=as_of, workers=2))


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> tuple[Path, RunResult]:
    """Two weeks with an inbox that nobody empties."""
    root = tmp_path_factory.mktemp("utuh")
    bring(root, *FIRST)
    run(root, W40)
    bring(root, *LATER)
    return root, run(root, W41)


@pytest.fixture(scope="module")
def swept(tmp_path_factory) -> tuple[Path, RunResult]:
    """The same two weeks; everything is taken out of the inbox between them."""
    root = tmp_path_factory.mktemp("kosong")
    bring(root, *FIRST)
    run(root, W40)
    emptied(root)
    bring(root, *LATER)
    return root, run(root, W41)


def test_counts_are_those_of_an_inbox_that_was_never_emptied(kept, swept):
    assert swept[1].tally == kept[1].tally
    for folder in ("dokumen", "dikembalikan"):
        assert digests(swept[0] / "output", folder) == digests(kept[0] / "output", folder)


def test_the_run_says_how_many_it_took_from_the_archive(kept, swept):
    assert (kept[1].from_archive, swept[1].from_archive) == (0, 2)
    assert any("diambil dari arsip" in note for note in swept[1].notes)


def test_a_report_with_files_from_the_archive_is_rebuilt_byte_for_byte(swept):
    root, result = swept
    before = result.report.read_bytes()
    rebuilt = rebuild_report(root / "output", "2026-W41", 2)
    assert (rebuilt.same, rebuilt.report.read_bytes()) == (True, before)


def test_an_inbox_with_nothing_in_it_changes_nothing(kept, tmp_path):
    shutil.copytree(kept[0], tmp_path, dirs_exist_ok=True)
    emptied(tmp_path)
    again = run(tmp_path, W41)
    assert again.tally == kept[1].tally
    assert again.from_archive == 4
    first = rows(tmp_path / "output", "SELECT sha256, first_seen FROM file ORDER BY 1")
    assert first == rows(kept[0] / "output", "SELECT sha256, first_seen FROM file ORDER BY 1")
    before = seen(tmp_path / "output")
    run(tmp_path, W41)
    assert seen(tmp_path / "output") == before


def test_a_refused_file_is_asked_for_until_another_comes_in_its_place(swept, tmp_path):
    shutil.copytree(swept[0], tmp_path, dirs_exist_ok=True)
    emptied(tmp_path)
    assert run(tmp_path, W42).unreadable == 1
    shutil.copyfile(SENT / LATER[0], tmp_path / "input" / "baru.xlsx")
    (tmp_path / "input" / "kiriman lain").mkdir()
    (tmp_path / "input" / "baru.xlsx").rename(tmp_path / "input" / "kiriman lain" / "kosong.xlsx")
    assert run(tmp_path, W42).unreadable == 0
    emptied(tmp_path)
    assert run(tmp_path, W42).unreadable == 0


def test_a_corrected_file_under_the_same_name_leaves_the_older_version_known(kept, tmp_path):
    shutil.copytree(kept[0], tmp_path, dirs_exist_ok=True)
    name = "Biro Organisasi/PA/surat keluar.xlsx"
    (tmp_path / "input" / name).write_bytes(
        (SENT / "Biro Organisasi/PA/cuti revisi 1.xlsx").read_bytes()
    )
    result = run(tmp_path, W42)
    assert result.tally.total.received == kept[1].tally.total.received + 1
    book = books_at(result.report)
    listed = [row[1] for row in book["Berkas Diterima"].iter_rows(values_only=True)]
    assert listed.count(name) == 2
