"""Restore and undo: the archive knows the ledger, and the last run can be as if it never was."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sopbatch.batch.commands.rebuild import rebuild_report
from sopbatch.batch.commands.restore import restore, undo_last
from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.batch.output.kept_logo import kept_logo
from sopbatch.batch.result import RunResult
from sopbatch.ledger import FILE_NAME
from sopbatch.model import SopbatchError
from sopbatch.schema.letters import FOLDER, LETTER
from sopbatch.schema.register import FILE_NAME as REGISTER_NAME
from sopbatch.writing.templates import write_register_template
from tests.batch.ledgers import everything, rows
from tests.batch.runs import draft_workbook, faulty_workbook, good_workbook, seen
from tests.intake.opening.parcels import mail, raw
from tests.sample_batch.emblem import emblem
from tests.sample_batch.register import REGISTER
from tests.there import there
from tests.writing.report.reports import books_at

W40, W41, W42 = date(2026, 10, 2), date(2026, 10, 9), date(2026, 10, 16)
LEDGER = f"{FILE_NAME}"


def run(root: Path, as_of: date, **more) -> RunResult:
    return run_batch(
        Order(input=root / "input", output=root / "output", as_of=as_of, workers=2, **more)
    )


def put(root: Path, name: str, data: bytes) -> None:
    (root / "input" / name).parent.mkdir(parents=True, exist_ok=True)
    (root / "input" / name).write_bytes(data)


@pytest.fixture(scope="module")
def weeks(tmp_path_factory) -> tuple[Path, Path]:
    """The same place after one week and after two; the inbox was emptied in between."""
    root = tmp_path_factory.mktemp("minggu")
    put(root, REGISTER_NAME, write_register_template(REGISTER))
    put(root, "Biro/dua mulai.xlsx", faulty_workbook())
    put(root, "Biro/baik.xlsx", good_workbook())
    run(root, W40)
    first = root.with_name(f"{root.name} satu")
    shutil.copytree(root, first)
    (root / "input/Biro/dua mulai.xlsx").unlink()
    put(root, "Biro/uji coba.xlsx", draft_workbook())
    run(root, W41)
    return first, root


@pytest.fixture
def place(weeks, tmp_path: Path) -> Path:
    shutil.copytree(weeks[1], tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.long
def test_the_ledger_is_made_anew_from_the_archive(weeks, place):
    (place / "output" / LEDGER).unlink()
    with pytest.raises(SopbatchError, match="sopbatch restore") as told:
        run(place, W41)
    assert "arsip memuat 2 laporan" in str(told.value)
    assert restore(place / "output").runs == 2
    assert everything(place / "output") == everything(weeks[1] / "output")
    before = seen(place / "output")
    for week in ("2026-W40", "2026-W41"):
        assert rebuild_report(place / "output", week, 2).same
    run(place, W41)
    assert seen(place / "output") == before
    assert everything(place / "output") == everything(weeks[1] / "output")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def altered(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE standing SET status = 'Disahkan'")


def redated(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE file SET first_seen = '2026-10-01'")


@pytest.mark.long
@pytest.mark.parametrize("harm", [empty, damaged, altered, redated])
def test_a_ledger_that_is_not_what_it_was_is_refused_and_restored(weeks, place, harm):
    harm(place / "output" / LEDGER)
    before = seen(place / "output")
    with pytest.raises(SopbatchError, match="sopbatch restore"):
        run(place, W41)
    assert seen(place / "output") == before
    restore(place / "output")
    assert everything(place / "output") == everything(weeks[1] / "output")


def test_an_older_copy_of_the_ledger_is_refused(weeks, place):
    shutil.copyfile(weeks[0] / "output" / LEDGER, place / "output" / LEDGER)
    with pytest.raises(SopbatchError, match=r"lebih lama daripada arsip; .*sopbatch restore"):
        run(place, W42)


@pytest.mark.long
def test_a_damaged_note_is_told_and_the_ledger_stays(place):
    note = sorted((place / "output" / "arsip" / "catatan").glob("*.json.gz"))[0]
    note.write_bytes(note.read_bytes()[:-20])
    before = everything(place / "output")
    with pytest.raises(SopbatchError, match=r"Catatan arsip .* rusak"):
        restore(place / "output")
    assert everything(place / "output") == before


@pytest.mark.long
def test_an_undone_run_leaves_everything_as_before_it_and_comes_again_the_same(weeks, place):
    undone = undo_last(place / "output", place / "input", 2)
    assert (undone.day, undone.back_to, undone.waiting) == (W41, W40, 1)
    assert seen(place / "output") == seen(weeks[0] / "output")
    told = everything(place / "output")
    assert told == everything(weeks[0] / "output")
    (place / "input" / "Biro" / "uji coba.xlsx").unlink()
    run(place, W41)
    assert seen(place / "output") == seen(weeks[1] / "output")
    assert everything(place / "output") == everything(weeks[1] / "output")
    assert not (place / "output" / "arsip" / "tertunda.json").exists()


@pytest.mark.long
def test_an_undone_run_leaves_the_letters_of_the_run_before_in_its_own_words(tmp_path):
    texts, beside = tmp_path / "induk" / FOLDER, tmp_path / "induk" / REGISTER_NAME
    texts.mkdir(parents=True)
    beside.write_bytes(write_register_template(REGISTER))
    letter = tmp_path / "output/surat/organisasi@contoh.example.eml"

    def mailed(number: int, words: str, as_of: date) -> None:
        sheet = (faulty_workbook(), draft_workbook())[number]
        post = mail((f"{number}.xlsx", sheet), From="organisasi@contoh.example")
        put(tmp_path, f"{number}.eml", raw(post))
        (texts / LETTER).write_text(words, "utf-8")
        run(tmp_path, as_of, register=beside)
        assert words.partition("{")[0] in letter.read_text("utf-8")

    mailed(0, "Salam {{ answer.salutation }}", W40)
    before = letter.read_bytes()
    mailed(1, "Halo {{ answer.salutation }}", W41)
    undo_last(tmp_path / "output", tmp_path / "input", 2)
    assert letter.read_bytes() == before


@pytest.mark.long
def test_undoing_the_only_run_leaves_the_archive(weeks, tmp_path):
    shutil.copytree(weeks[0], tmp_path, dirs_exist_ok=True)
    undone = undo_last(tmp_path / "output", tmp_path / "input", 2)
    assert (undone.back_to, undone.waiting) == (None, 2)
    assert seen(tmp_path / "output") == {}
    shutil.rmtree(tmp_path / "input")
    (tmp_path / "input").mkdir()
    assert run(tmp_path, W40).tally.total.planned > 0
    assert everything(tmp_path / "output")["file"] == everything(weeks[0] / "output")["file"]


def test_where_nothing_was_reported_nothing_can_be_undone(tmp_path):
    with pytest.raises(SopbatchError, match="tidak ada yang dapat dibatalkan"):
        undo_last(tmp_path, tmp_path)
    with pytest.raises(SopbatchError, match="berkas riwayat tidak dapat dibangun"):
        restore(tmp_path)


@pytest.mark.long
def test_an_older_date_writes_its_report_beside_and_touches_nothing(place):
    before, known = seen(place / "output"), everything(place / "output")
    put(place, "baru.xlsx", b"%PDF-1.7\n")
    result = run(place, date(2026, 10, 5))
    assert result.report.parent == place / "output" / "laporan" / "susulan"
    after = seen(place / "output")
    assert {name: digest for name, digest in after.items() if "susulan" not in name} == before
    assert everything(place / "output") == known
    assert len(result.reviews) == 2


@pytest.mark.long
def test_a_day_of_receipt_is_never_later_than_today(place):
    put(place, "baru.xlsx", b"%PDF-1.7\n")
    run(place, date(2027, 10, 9), today=W42)
    days = rows(place / "output", "SELECT max(first_seen) FROM file")
    assert days == [(W42.isoformat(),)]


@pytest.mark.parametrize("year", [1, 1999, 2101, 9999])
def test_years_that_nobody_reports_about_are_refused(tmp_path, year):
    (tmp_path / "input").mkdir()
    with pytest.raises(SopbatchError, match="di luar tahun 2000 sampai 2100"):
        run(tmp_path, date(year, 1, 1))


@pytest.mark.long
def test_a_withdrawn_file_counts_no_more_and_is_named(weeks, place):
    (number,) = rows(
        place / "output",
        "SELECT DISTINCT number FROM file JOIN receipt USING (sha256) WHERE name LIKE '%baik%'",
    )
    line = replace_line(str(number[0]).lower().replace("-", " "))
    put(place, REGISTER_NAME, write_register_template(line))
    result = run(place, W42)
    assert [
        review.received.name for review in result.reviews if "baik" in review.received.name
    ] == []
    (loss,) = result.losses
    assert f"berkas {number[0]} ditarik oleh Kepala Biro" in loss.reason
    book = books_at(result.report)
    fates = {row[1]: row[3] for row in book["Berkas Diterima"].iter_rows(values_only=True)}
    assert fates["Biro/baik.xlsx"] == "Ditarik"
    assert rebuild_report(place / "output", "2026-W42", 2).same


def replace_line(number: str):
    from sopbatch.model import Withdrawal

    return replace(REGISTER, withdrawals=(Withdrawal(number, W41, "Kepala Biro", "salah kirim"),))


def test_swapped_folders_are_refused(place):
    with pytest.raises(SopbatchError, match="tertukar"):
        run_batch(Order(input=place / "output", output=place / "input", as_of=W42))
    (place / "lain").mkdir()
    shutil.copyfile(place / "input" / REGISTER_NAME, place / "lain" / REGISTER_NAME)
    with pytest.raises(SopbatchError, match="tertukar"):
        run_batch(Order(input=place / "input", output=place / "lain", as_of=W42))


def test_the_history_of_another_plan_is_not_gone_on_with(place):
    plan = (replace(REGISTER.plan[0], code="X-01", title="Pengelolaan Perpustakaan Keliling"),)
    put(place, REGISTER_NAME, write_register_template(replace(REGISTER, plan=plan, decisions=())))
    before = everything(place / "output")
    with pytest.raises(SopbatchError, match="folder hasil yang baru"):
        run(place, W42)
    assert everything(place / "output") == before


MARKED = replace(REGISTER, settings=replace(REGISTER.settings, logo="lambang.png"))


def other_emblem() -> bytes:
    """A picture that nobody takes for the first one."""
    stream = BytesIO()
    Image.new("RGB", (120, 160), "#1f4e5f").save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.long
@pytest.mark.parametrize("elsewhere", [False, True])
def test_undoing_brings_back_exports_and_the_logo_of_the_run_before(tmp_path, elsewhere):
    put(tmp_path, "Biro/baik.xlsx", good_workbook())
    home = tmp_path / ("induk" if elsewhere else "input")
    home.mkdir(exist_ok=True)
    register = home / REGISTER_NAME if elsewhere else None
    (home / REGISTER_NAME).write_bytes(write_register_template(MARKED))
    (home / "lambang.png").write_bytes(emblem())
    run(tmp_path, W40, register=register, exports=("svg", "drawio"))
    before = seen(tmp_path / "output")
    assert {path.suffix for path in (tmp_path / "output/ekspor").rglob("*.*")} == {
        ".svg",
        ".drawio",
    }
    (home / "lambang.png").write_bytes(other_emblem())
    run(tmp_path, W41, register=register)
    assert not [*(tmp_path / "output/ekspor").rglob("*.*")]
    undo_last(tmp_path / "output", tmp_path / "input", 2)
    assert seen(tmp_path / "output") == before
    run(tmp_path, W42, register=register, exports=("svg",))
    undo_last(tmp_path / "output", tmp_path / "input", 2)
    assert seen(tmp_path / "output") == before


def documents(root: Path) -> dict[str, str]:
    """The documents by content; reports also tell what came from the archive."""
    return {
        path: digest
        for path, digest in seen(root / "output").items()
        if path.startswith("dokumen/")
    }


@pytest.mark.long
def test_a_logo_that_came_with_an_undone_run_comes_again(tmp_path):
    """Also when the inbox was emptied meanwhile: what was received is not forgotten."""
    put(tmp_path, "Biro/baik.xlsx", good_workbook())
    put(tmp_path, REGISTER_NAME, write_register_template(MARKED))
    put(tmp_path, "lambang.png", emblem())
    run(tmp_path, W40)
    put(tmp_path, "lambang.png", other_emblem())
    run(tmp_path, W41)
    after = documents(tmp_path)
    undo_last(tmp_path / "output", tmp_path / "input", 2)
    shutil.rmtree(tmp_path / "input")
    (tmp_path / "input").mkdir()
    run(tmp_path, W41)
    assert documents(tmp_path) == after
    run(tmp_path, W42)
    assert (
        there(kept_logo(tmp_path / "output", "lambang.png")).sha256
        == sha256(other_emblem()).hexdigest()
    )


@pytest.mark.long
def test_what_came_with_two_undone_runs_waits_for_the_next(weeks, place):
    for _ in range(2):
        undo_last(place / "output", place / "input", 2)
    shutil.rmtree(place / "input")
    (place / "input").mkdir()
    again = run(place, W41)
    assert len(again.reviews) == 3
    came, once = (everything(root / "output")["file"] for root in (place, weeks[1]))
    assert [file[0] for file in came] == [file[0] for file in once]
