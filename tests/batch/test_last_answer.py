"""A run that would only be done again is not: its answer is the one that doing it again gives."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.batch.output import last_answer
from sopbatch.batch.output.keep_answer import keep_answer
from sopbatch.batch.output.last_answer import answered, answered_words, as_answer, came
from sopbatch.batch.output.tree import ANSWER, ARCHIVE, LEDGER, RESULTS, RUN_LOG
from sopbatch.schema.letters import FOLDER
from tests.batch.runs import AS_OF, command, environment, good_workbook, marks, run

DAY = date.fromisoformat(AS_OF)
NOT_NEEDED = frozenset(
    {
        *("typer", "pydantic", "babel", "pandas", "numpy", "lxml", "fontTools", "weasyprint"),
        *("filelock", "sqlite3", "multiprocessing", "python_calamine", "rapidfuzz", "xlsxwriter"),
    }
)
"""Libraries whose import takes longer than such a run."""


@pytest.fixture
def order(small_batch: Path, small_run: Path, tmp_path: Path) -> Order:
    """A run of the small batch that was done, in folders of its own."""
    shutil.copytree(small_batch, tmp_path / "masuk")
    shutil.copytree(small_run, tmp_path / "keluar")
    done = Order(input=tmp_path / "masuk", output=tmp_path / "keluar", as_of=DAY, workers=1)
    keep_answer(done, run_answer(done), came(done))
    return done


def run_answer(order: Order) -> Any:
    """Some answer."""
    report = order.output / "laporan" / "Laporan.xlsx"
    return as_answer(
        {
            "as_of": order.as_of.isoformat(),
            "week": "minggu ke-47 tahun 2026",
            "report": str(report),
            "figures": [["Berkas baru", "3", "2 lengkap"]],
            "exit_code": 1,
            "aside": [["Tidak diterima", "film.mp4", "terlalu besar"]],
            "failures": [],
            "notes": ["Satu catatan."],
            "losses": ["Evaluasi: Disahkan menjadi tidak terdaftar lagi; berkasnya ditarik"],
            "incidents": 0,
        }
    )


def test_nothing_changed_is_answered_as_before(order: Order):
    assert answered(order) == run_answer(order)
    assert answered(replace(order, workers=4)) == run_answer(order)


def first_of(folder: Path, pattern: str) -> Path:
    return sorted(path for path in folder.rglob(pattern) if path.is_file())[0]


def write(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Yth.")


def spoil(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


CHANGES: dict[str, Callable[[Order], object]] = {
    "a workbook changed": lambda order: spoil(first_of(order.input, "*.xlsx")),
    "a workbook came": lambda order: (order.input / "baru.xlsx").write_bytes(good_workbook()),
    "a workbook is gone": lambda order: first_of(order.input, "baik.xlsx").unlink(),
    "a workbook has another name": lambda order: first_of(order.input, "baik.xlsx").rename(
        order.input / "Biro" / "lain.xlsx"
    ),
    "an empty folder came": lambda order: (order.input / "kosong").mkdir(),
    "a text of letters came": lambda order: write(order.input / FOLDER / "jawaban.txt"),
    "a document changed": lambda order: spoil(first_of(order.output / "dokumen", "*.pdf")),
    "a document is gone": lambda order: first_of(order.output / "dokumen", "*.pdf").unlink(),
    "the report is gone": lambda order: first_of(order.output / "laporan", "*.xlsx").unlink(),
    "the ledger changed": lambda order: spoil(order.output / LEDGER),
    "the ledger is gone": lambda order: (order.output / LEDGER).unlink(),
    "the archive lost a file": lambda order: first_of(order.output / ARCHIVE, "*.xlsx").unlink(),
    "the answer is gone": lambda order: (order.output / ANSWER).unlink(),
    "the answer is no answer": lambda order: (order.output / ANSWER).write_text("[]"),
    "the answer is cut": lambda order: (order.output / ANSWER).write_bytes(
        (order.output / ANSWER).read_bytes()[:-9]
    ),
}


@pytest.mark.long
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_is_run(order: Order, change: Callable[[Order], object]):
    change(order)
    assert answered(order) is None


@pytest.mark.parametrize(
    "asked",
    [
        {"as_of": DAY + timedelta(days=1)},
        {"today": DAY},
        {"until": time(16)},
        {"exports": ("svg",)},
        {"all_copies": True},
        {"reminders": True},
        {"cover_letters": True},
        {"summary_to": "ortala@contoh.example"},
    ],
    ids=lambda asked: next(iter(asked)),
)
def test_what_is_asked_otherwise_is_run(order: Order, asked: dict[str, Any]):
    assert answered(replace(order, **asked)) is None


def test_another_register_outside_is_run(order: Order, tmp_path: Path):
    register = tmp_path / "daftar" / "daftar_induk.xlsx"
    register.parent.mkdir()
    register.write_bytes((order.input / "daftar_induk.xlsx").read_bytes())
    order = replace(order, register=register)
    assert answered(order) is None
    keep_answer(order, run_answer(order), came(order))
    assert answered(order) is not None
    write(register.parent / FOLDER / "jawaban.txt")
    assert answered(order) is None
    keep_answer(order, run_answer(order), came(order))
    spoil(register)
    assert answered(order) is None


def test_places_are_the_same_however_they_are_spelt(
    order: Order, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (tmp_path / "di sini").mkdir()
    monkeypatch.chdir(tmp_path / "di sini")
    for spelt in (Path("../masuk"), Path("../di sini/../masuk"), order.input):
        assert answered(replace(order, input=spelt)) is not None
        keep_answer(replace(order, input=spelt), run_answer(order), came(order))
        monkeypatch.chdir(tmp_path)
        assert answered(order) is not None
        monkeypatch.chdir(tmp_path / "di sini")
    assert answered(replace(order, input=Path("masuk"))) is None


@pytest.mark.skipif(os.name != "posix", reason="links are made by anybody only there")
def test_what_lies_behind_a_link_is_looked_at(order: Order, tmp_path: Path):
    (tmp_path / "tautan").symlink_to(order.input)
    linked = replace(order, input=tmp_path / "tautan")
    keep_answer(linked, run_answer(linked), came(linked))
    assert answered(linked) is not None
    spoil(first_of(order.input, "*.xlsx"))
    assert answered(linked) is None


def test_what_was_written_need_not_be_read_again_and_is_not_believed(order: Order):
    document = first_of(order.output / "dokumen", "*.pdf")
    known = {str(document): sha256(document.read_bytes()).hexdigest()}
    before = document.read_bytes()
    spoil(document)
    keep_answer(order, run_answer(order), came(order), known)
    assert answered(order) is None
    document.write_bytes(before)
    assert answered(order) is not None


def test_another_version_of_the_program_runs_all_anew(
    order: Order, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(last_answer, "program_digest", lambda: "lain")
    assert answered(order) is None


@pytest.mark.parametrize("name", [RESULTS, RUN_LOG, "sopbatch.log"])
def test_what_no_run_depends_on_may_be_removed(order: Order, name: str):
    (order.output / name).unlink(missing_ok=True)
    assert answered(order) is not None


@pytest.mark.parametrize("bad", [{"incidents": 1}, {"failures": ("Menulis dokumen gagal.",)}])
def test_what_went_wrong_is_tried_again(order: Order, bad: dict[str, Any]):
    keep_answer(order, replace(run_answer(order), **bad), came(order))
    assert answered(order) is None


@pytest.mark.long
@pytest.mark.parametrize("change", [*CHANGES.values()][:6], ids=[*CHANGES][:6])
def test_what_changed_while_a_run_read_is_run(order: Order, change: Callable[[Order], object]):
    before = came(order)
    change(order)
    keep_answer(order, run_answer(order), before)
    assert answered(order) is None


def test_an_input_that_cannot_be_told_is_run(order: Order):
    keep_answer(order, run_answer(order), "")
    assert answered(order) is None


@pytest.mark.long
def test_an_answer_is_what_running_again_gives(small_batch: Path, tmp_path: Path):
    shutil.copytree(small_batch, tmp_path / "masuk")
    order = Order(input=tmp_path / "masuk", output=tmp_path / "keluar", as_of=DAY, workers=1)
    assert answered(order) is None
    weeks: tuple[Callable[[], object], ...] = (
        lambda: None,
        lambda: (order.input / "Biro" / "baru.xlsx").write_bytes(good_workbook()),
        lambda: shutil.rmtree(order.input / "Biro"),
    )
    for number, happens in enumerate(weeks):
        happens()
        week = replace(order, as_of=DAY + timedelta(days=7 * number))
        assert answered(week) is None
        first = run_batch(week).answer
        assert answered(week) == first
        before = marks(order.output)
        assert run_batch(week).answer == first
        assert marks(order.output) == before


@pytest.mark.long
def test_the_command_says_the_same_and_reads_nothing(small_batch: Path, tmp_path: Path):
    first = run(small_batch, tmp_path / "keluar")
    log = tmp_path / "keluar" / RUN_LOG
    log.unlink()
    again = run(small_batch, tmp_path / "keluar")
    assert (again.code, again.out) == (first.code, first.out)
    otherwise = command("run", "--paksa", "--per-tanggal", AS_OF, small_batch, tmp_path / "keluar")
    assert (otherwise.code, otherwise.out) == (first.code, first.out)
    assert not log.exists()


SHOW = """
import sys
sys.argv = ["sopbatch", *{words!r}]
from sopbatch.cli import main
try:
    main()
except SystemExit as end:
    assert end.code == {code}, end.code
print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.long
def test_words_typed_again_need_no_parser_and_load_hardly_anything(
    small_batch: Path, tmp_path: Path
):
    words = ("run", str(small_batch), str(tmp_path / "keluar"), "--per-tanggal", AS_OF, "--paksa")
    first = command(*words)
    done = subprocess.run(
        [sys.executable, "-c", SHOW.format(words=words, code=first.code)],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    assert done.stdout == first.out
    modules = set(done.stderr.split())
    assert not {name.partition(".")[0] for name in modules} & NOT_NEEDED
    ours = {name for name in modules if name.startswith("sopbatch")}
    assert not ours & {"sopbatch.model", "sopbatch.files", "sopbatch.ledger", "sopbatch.workers"}


def test_words_typed_again_on_another_day_or_elsewhere_are_run(
    small_batch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    words = ("run", str(small_batch), str(tmp_path / "keluar"), "--reminders")
    order = Order(input=small_batch, output=tmp_path / "keluar", as_of=DAY, today=DAY, words=words)
    order.output.mkdir()
    keep_answer(order, run_answer(order), came(order))
    assert answered_words(words, DAY) == run_answer(order)
    assert answered_words(words, DAY + timedelta(days=1)) is None
    assert answered_words((*words, "--surat"), DAY) is None
    assert answered_words(("run", *words[2:], words[1]), DAY) is None
    monkeypatch.chdir(tmp_path)
    assert answered_words(words, DAY) is None
