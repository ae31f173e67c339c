"""What goes back: to whom it belongs, and once."""

from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.batch.result import RunResult
from sopbatch.model import Place
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import OFFICE, faulty_workbook, good_workbook
from tests.sample_batch.making import filled, planned, step
from tests.sample_batch.register import REGISTER

W40, LATER, W41, W42 = date(2026, 10, 2), date(2026, 10, 3), date(2026, 10, 9), date(2026, 10, 16)
UNIT = "Biro Organisasi"


def run(root: Path, day: date, *, all_copies: bool = False) -> RunResult:
    return run_batch(
        Order(input=root / "a", output=root / "b", as_of=day, workers=2, all_copies=all_copies)
    )


def put(root: Path, name: str, data: bytes) -> None:
    path = root / "a" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def returned(root: Path) -> set[str]:
    folder = root / "b" / "dikembalikan"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.xlsx")}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    put(tmp_path, FILE_NAME, write_register_template(REGISTER))
    put(tmp_path, "surel Andi/SOP saya.xlsx", faulty_workbook())
    put(tmp_path, "baik.xlsx", good_workbook())
    run(tmp_path, W40)
    return tmp_path


@pytest.mark.long
def test_a_copy_lies_in_the_folder_of_its_agency_whatever_folder_it_came_in(place: Path):
    assert returned(place) == {f"{UNIT}/SOP saya.xlsx"}


@pytest.mark.long
def test_a_copy_goes_back_once_and_again_when_it_tells_something_else(place: Path):
    told = f"{UNIT}/SOP saya.xlsx"
    run(place, LATER)
    assert returned(place) == {told}, "in the same week it is still to be returned"
    again = run(place, W41)
    assert returned(place) == set()
    assert [note for note in again.notes if "1 berkas sudah dikembalikan" in note]
    run(place, W41, all_copies=True)
    assert returned(place) == {told}, "the operator may have it again"
    put(place, "surel Budi/SOP baru.xlsx", faulty_workbook("Selesai"))
    run(place, W42)
    assert returned(place) == {f"{UNIT}/SOP baru.xlsx"}, "the newer version alone is to be mended"
    run(place, W42, all_copies=True)
    assert returned(place) >= {f"{UNIT}/SOP baru.xlsx", told}, "the older one may be had as well"


@pytest.mark.long
def test_files_of_one_name_from_two_senders_both_go_back(place: Path):
    other = filled(planned("AK-07"), {step("nodes", 2, 1): "Mulai"})(OFFICE)
    put(place, "surel Citra/SOP saya.xlsx", other)
    run(place, LATER)
    assert returned(place) == {f"{UNIT}/SOP saya.xlsx", f"{UNIT}/SOP saya (2).xlsx"}


@pytest.mark.long
def test_agencies_that_gave_one_unknown_code_have_folders_of_their_own(place: Path):
    for name in ("Dinas Contoh", "Badan Contoh"):
        fields = {Place("plan_code"): None, Place("unit_code"): "99.9", Place("unit_name"): name}
        stray = fields | {Place("title"): f"Penerbitan Izin {name}", step("nodes", 2, 1): "Mulai"}
        put(place, f"{name}.xlsx", filled(planned("AK-07"), stray)(OFFICE))
    run(place, LATER)
    assert returned(place) == {
        f"{UNIT}/SOP saya.xlsx",
        "Dinas Contoh (kode tidak dikenal)/Dinas Contoh.xlsx",
        "Badan Contoh (kode tidak dikenal)/Badan Contoh.xlsx",
    }


@pytest.mark.long
def test_what_nobody_knows_the_agency_of_has_a_folder_too(place: Path):
    nobody = {Place("plan_code"): None, Place("unit_code"): None, Place("unit_name"): None}
    stray = nobody | {Place("title"): "Penerbitan Izin Apotek", step("nodes", 2, 1): "Mulai"}
    put(place, "asing.xlsx", filled(planned("AK-07"), stray)(OFFICE))
    run(place, LATER)
    assert returned(place) == {f"{UNIT}/SOP saya.xlsx", "(kode unit kosong)/asing.xlsx"}
