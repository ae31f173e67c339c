"""A bug costs one file, a missing library the PDFs; both are told, and the rest is done."""

import re
import shutil
from pathlib import Path

import pytest

from sopbatch import __version__
from sopbatch.cli.doctor import PANGO
from tests.batch.runs import Ran, command, run, seen
from tests.cli.sabotage import sabotaged
from tests.cli.typed import english

BROKEN_RULE = """
from dataclasses import replace

def broken(case):
    if case.submission.received.file_name == "baik.xlsx":
        raise RuntimeError("aturan rusak \\x1b[31m")
    return ()

DURATION_RULES = tuple(
    replace(rule, check=broken) if rule.code == "W-01" else rule for rule in DURATION_RULES
)
"""
BROKEN_DOCUMENT = """
whole = write_document

def write_document(sop, *rest, **more):
    if sop.plan_code == "KL-02":
        raise RuntimeError("dokumen rusak")
    return whole(sop, *rest, **more)
"""
BROKEN_PAGE = """
def print_brief(briefs):
    raise RuntimeError("halaman rusak")
"""
NO_PANGO = """
load = FFI.dlopen

def dlopen(self, name, flags=0):
    if name and ("gobject" in name or "pango" in name):
        raise OSError(f"cannot load library {name!r}: cannot open shared object file")
    return load(self, name, flags)

FFI.dlopen = dlopen
"""


@pytest.fixture(scope="module")
def broken(small_batch: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Path]:
    """A run with a bug in a rule that hits one file, and one in the writing of another's PDF."""
    folder = tmp_path_factory.mktemp("rusak")
    env = sabotaged(
        folder,
        sopbatch__rules__times__durations=BROKEN_RULE,
        sopbatch__writing__documents=BROKEN_DOCUMENT,
    )
    return run(small_batch, folder / "keluar", env=env), folder / "keluar"


@pytest.mark.long
def test_a_bug_is_told_in_one_sentence_and_by_the_exit_code(broken: tuple[Ran, Path]):
    ran, target = broken
    assert ran.code == 3
    log = target / "sopbatch.log"
    assert f"Ada 2 kesalahan program; rinciannya di {log}." in ran.out.splitlines()
    assert "Traceback" not in ran.out + ran.err
    assert english(ran.out.replace(str(target), "")) == []


def test_the_log_has_version_file_and_traceback_and_nothing_a_terminal_obeys(
    broken: tuple[Ran, Path],
):
    log = (broken[1] / "sopbatch.log").read_text(encoding="utf-8")
    assert log.count(f"=== sopbatch {__version__}, Python 3.") == 2
    for name, last in (
        ("baik.xlsx", "RuntimeError: aturan rusak ?[31m"),
        ("uji coba.xlsx", "RuntimeError: dokumen rusak"),
    ):
        assert re.search(rf"^(?:Biro/{name}|W-01)", log, re.MULTILINE)
        assert last in log
    assert "\x1b" not in log


def test_a_bug_never_stops_the_batch(broken: tuple[Ran, Path], small_run: Path):
    marked = "dikembalikan/Biro Organisasi/dua mulai.xlsx"
    assert seen(broken[1])[marked] == seen(small_run)[marked]
    (lost,) = seen(small_run).keys() - seen(broken[1]).keys()
    assert "_065-SOP-KL-02-" in lost


@pytest.fixture(scope="module")
def poor(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the library of the PDFs cannot be loaded."""
    return sabotaged(tmp_path_factory.mktemp("pango"), cffi__api=NO_PANGO)


@pytest.mark.long
def test_without_pango_everything_but_books_and_the_page_is_written(
    poor: dict[str, str], small_batch: Path, small_run: Path, tmp_path: Path
):
    ran = run(small_batch, tmp_path / "keluar", "--json", env=poor)
    assert ran.code == 1
    assert ran.err == ""
    missing = (
        "Ringkasan satu halaman dan kumpulan SOP tidak ditulis karena pustaka “libgobject-2.0-0” "
        "belum terpasang; jalankan “sopbatch doctor” untuk petunjuknya."
    )
    assert missing in ran.facts["catatan"]
    typeset = ("Kumpulan SOP", "Ringkasan_")
    usual = {name for name in seen(small_run) if not any(word in name for word in typeset)}
    assert set(seen(tmp_path / "keluar")) == usual
    # Once it is there, running again writes the rest.
    assert run(small_batch, tmp_path / "keluar").code == 1
    assert set(seen(tmp_path / "keluar")) == set(seen(small_run))


@pytest.mark.long
def test_what_of_a_report_cannot_be_built_again_is_told(
    poor: dict[str, str], small_run: Path, tmp_path: Path
):
    target = tmp_path / "keluar"
    shutil.copytree(small_run, target)
    week = ("report", target, "--minggu", "2026-W47")
    ran = command(*week, env=poor)
    told = " ".join(ran.out.split())
    assert "Catatan: Ringkasan satu halaman dan kumpulan SOP tidak ditulis karena" in told
    assert ran.code == 0
    ran = command(*week, env=sabotaged(tmp_path, sopbatch__writing__brief__writing=BROKEN_PAGE))
    told = " ".join(ran.out.split())
    assert "Gagal:" in told
    assert "kesalahan program, lihat log." in told
    assert ran.code == 1
    assert "RuntimeError: halaman rusak" in (target / "sopbatch.log").read_text(encoding="utf-8")


@pytest.mark.long
def test_the_doctor_tells_what_to_install(poor: dict[str, str]):
    ran = command("doctor", env=poor)
    assert (ran.code, ran.err) == (2, "")
    lines = ran.out.splitlines()
    at = lines.index(
        "kurang Penataan PDF (Pango): pustaka libgobject-2.0-0 tidak ada; hanya kumpulan SOP dan "
        "ringkasan tidak ditulis"
    )
    assert lines[at + 1].strip() in {f"→ {remedy}" for remedy in PANGO.values()}
    assert lines[-1] == "1 hal perlu dilengkapi."
    assert english(ran.out) == []
