"""Many governments in one call: each gets what a run of its own gives, whatever befalls others."""

from pathlib import Path
from shutil import copytree

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.batch.commands import run, run_governments
from sopbatch.batch.output.governments import governments
from sopbatch.batch.output.tree import LOCK, LOG
from sopbatch.schema.register import FILE_NAME
from tests.batch.runs import (
    AS_OF,
    Ran,
    digests,
    draft_workbook,
    faulty_workbook,
    good_workbook,
    register_workbook,
)
from tests.batch.runs import (
    run as run_alone,
)
from tests.cli.typed import typed
from tests.once import made_once

pytestmark = pytest.mark.long

LONE = {
    "baik": {FILE_NAME: register_workbook, "baik.xlsx": good_workbook},
    "salah": {FILE_NAME: register_workbook, "Biro/dua mulai.xlsx": faulty_workbook},
    "uji coba": {FILE_NAME: register_workbook, "uji coba.xlsx": draft_workbook},
}
"""What governments of each sort send."""
TROUBLES = ("daftar induk rusak", "keluaran terkunci", "tanpa masukan", "keluaran berkas")


def ruled(folder: Path, *words: object) -> Ran:
    return typed("run", "--pemerintah", folder, "--per-tanggal", AS_OF, *words)


def write(folder: Path, sort: str) -> None:
    for name, make in LONE[sort].items():
        path = folder / "input" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make())


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each sort with its input, and the output of a run of it alone."""

    def make(folder: Path) -> None:
        for sort in LONE:
            write(folder / sort, sort)
            run_alone(folder / sort / "input", folder / sort / "output")

    return made_once(tmp_path_factory, "pemerintah sendiri", make)


def trouble(folder: Path, kind: str) -> None:
    """A government that cannot be run."""
    match kind:
        case "daftar induk rusak":
            (folder / "input" / FILE_NAME).write_bytes(b"PK rusak")
        case "tanpa masukan":
            (folder / "input").rename(folder / "lain")
        case "keluaran berkas":
            (folder / "output").write_bytes(b"")
        case _:
            (folder / "output").mkdir()


@settings(max_examples=3)
@given(
    sorts=st.lists(st.sampled_from(sorted(LONE)), min_size=1, max_size=3),
    names=st.permutations(["Kota B", "kabupaten a", "Provinsi [C]*"]),
    kind=st.sampled_from(TROUBLES),
    at=st.sampled_from(["0 awal", "Kota C", "z akhir"]),
)
def test_each_government_has_the_bytes_of_a_run_alone(
    alone: Path,
    tmp_path_factory: pytest.TempPathFactory,
    sorts: list[str],
    names: list[str],
    kind: str,
    at: str,
):
    folder = tmp_path_factory.mktemp("negeri")
    for name, sort in zip(names, sorts, strict=False):
        copytree(alone / sort / "input", folder / name / "input")
    copytree(alone / "baik" / "input", folder / at / "input")
    trouble(folder / at, kind)
    lock = FileLock(folder / at / "output" / LOCK)
    if kind == "keluaran terkunci":
        lock.acquire()
    try:
        ran = ruled(folder)
    finally:
        lock.release()
    assert ran.code == 2
    for name, sort in zip(names, sorts, strict=False):
        assert digests(folder / name / "output") == digests(alone / sort / "output"), name
    assert ran.out.count("Kesalahan:") + ran.out.count("Perintah belum benar:") == 1
    assert f"{len(sorts[: len(names)]) + 1} pemerintah: " in ran.out


@pytest.mark.parametrize(
    ("sorts", "code"), [(["baik"], 0), (["baik", "salah"], 1), (["baik", "salah", ""], 2)]
)
def test_the_exit_code_is_the_worst(alone: Path, tmp_path: Path, sorts: list[str], code: int):
    for name, sort in enumerate(sorts):
        place = tmp_path / str(name)
        copytree(alone / sort, place) if sort else place.mkdir()
    ran = ruled(tmp_path, "--json")
    assert (ran.code, ran.facts["kode_keluar"]) == (code, code)
    codes = [one["kode_keluar"] for one in ran.facts["pemerintah"]]
    assert codes == [0, 1, 2][: len(sorts)]


def test_a_bug_met_with_one_government_is_logged_there_and_stops_no_other(
    alone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in "ab":
        copytree(alone / "baik", tmp_path / name)
    real = run.run_batch

    def run_batch(order):
        if order.output.parent.name == "a":
            raise ZeroDivisionError
        return real(order)

    monkeypatch.setattr(run_governments, "run_batch", run_batch)
    ran = ruled(tmp_path)
    assert ran.code == 3
    assert "2 pemerintah: 1 tidak ada yang perlu diperbaiki, 1 kesalahan program." in ran.out
    assert "ZeroDivisionError" in (tmp_path / "a" / "output" / LOG).read_text("utf-8")
    assert digests(tmp_path / "b" / "output") == digests(alone / "baik" / "output")


def test_governments_lie_in_the_folder_or_in_one_for_each_province(tmp_path: Path):
    for name in ("Kota Y/input", "Provinsi X/Kota B/masuk", "Provinsi X/Kota A/input", "Z", ".git"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "catatan.txt").touch()
    found = [one.name for one in governments(tmp_path, Path("input"), Path("output"))]
    assert found == ["Kota Y", "Provinsi X/Kota A", "Provinsi X/Kota B", "Z"]


def test_input_output_and_register_are_those_of_each_government(alone: Path, tmp_path: Path):
    place = tmp_path / "Kota A"
    copytree(alone / "baik" / "input", place / "masuk")
    (place / "masuk" / FILE_NAME).rename(place / "induk.xlsx")
    words = ("run", "masuk", "keluar", "--pemerintah", tmp_path, "--daftar-induk", "induk.xlsx")
    assert typed(*words, "--per-tanggal", AS_OF).code == 0
    assert (place / "keluar" / "laporan").is_dir()


def test_a_report_date_that_is_hardly_meant_is_refused_for_that_government_only(
    alone: Path, tmp_path: Path
):
    copytree(alone / "baik", tmp_path / "a")
    copytree(alone / "baik" / "input", tmp_path / "b" / "input")
    ran = typed("run", "--pemerintah", tmp_path, "--per-tanggal", "2026-11-15", "--json")
    assert [one["kode_keluar"] for one in ran.facts["pemerintah"]] == [2, 0]
    assert "--paksa" in ran.facts["pemerintah"][0]["kesalahan"]


def test_links_are_told_and_not_followed(alone: Path, tmp_path: Path):
    copytree(alone / "baik" / "input", tmp_path / "lain" / "input")
    (tmp_path / "negeri").mkdir()
    (tmp_path / "negeri" / "Kota A").symlink_to(tmp_path / "lain")
    ran = ruled(tmp_path / "negeri")
    assert ran.code == 2
    assert "tautan" in ran.out
    assert not (tmp_path / "lain" / "output").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("tidak ada",), "tidak ditemukan"),
        (("kosong",), "tidak berisi folder pemerintah"),
        (("berkas",), "bukan folder"),
        (("satu", "/masuk", "keluar"), "tanpa alamat lengkap"),
        (("satu", "masuk", "../keluar"), "tanpa alamat lengkap"),
    ],
)
def test_a_folder_that_holds_none_is_told(tmp_path: Path, words: tuple[str, ...], told: str):
    (tmp_path / "kosong").mkdir()
    (tmp_path / "berkas").touch()
    (tmp_path / "satu" / "Kota A").mkdir(parents=True)
    folder, *inside = words
    assert told in typed("run", *inside, "--pemerintah", tmp_path / folder).mistake
