"""Which register a run believes, and that no sender's register slips in beside the operator's."""

from dataclasses import replace
from pathlib import Path

from sopbatch.schema.register_v1 import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import good_workbook, register_workbook, run
from tests.sample_batch.register import REGISTER


def contradictory_register() -> bytes:
    """Decisions without their lines of the plan."""
    return write_register_template(replace(REGISTER, plan=REGISTER.plan[:1]))


def test_a_faulty_register_of_a_sender_is_passed_over(tmp_path: Path):
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk" / "lampiran.xlsx").write_bytes(contradictory_register())
    (tmp_path / FILE_NAME).write_bytes(register_workbook())
    ran = run(tmp_path / "masuk", tmp_path / "keluar", "--daftar-induk", tmp_path / FILE_NAME)
    assert ran.code == 0
    assert "Dilewati: lampiran.xlsx (daftar induk lain, bukan yang dipakai)" in ran.out


def test_a_faulty_register_in_a_folder_is_named(tmp_path: Path):
    (tmp_path / "masuk" / "Dinas").mkdir(parents=True)
    (tmp_path / "masuk" / "Dinas" / FILE_NAME).write_bytes(contradictory_register())
    mistake = run(tmp_path / "masuk", tmp_path / "keluar").mistake
    assert mistake.startswith(f"Berkas “Dinas/{FILE_NAME}”: Daftar induk, lembar “Keputusan”")


def test_a_register_from_another_place_is_told(tmp_path: Path):
    (tmp_path / "masuk" / "Dinas").mkdir(parents=True)
    (tmp_path / "masuk" / "Dinas" / FILE_NAME).write_bytes(register_workbook())
    (tmp_path / "masuk" / "baik.xlsx").write_bytes(good_workbook())
    ran = run(tmp_path / "masuk", tmp_path / "keluar")
    assert f"Catatan: Daftar induk dibaca dari “Dinas/{FILE_NAME}”" in ran.out
