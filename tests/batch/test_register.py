"""Which register a run believes, and that no sender's register slips in beside the operator's."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.assessing.read_files import LIMITS
from sopbatch.batch.assessing.reviews import read_register_file
from sopbatch.batch.order import Order
from sopbatch.model import NO_REGISTER, Passed, Received, Review
from sopbatch.schema.register import FILE_NAME
from sopbatch.workers import pickled
from sopbatch.writing.returned import mark_copy
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import PROGRESS, Ran, good_workbook, register_workbook
from tests.cli.typed import typed, typed_run
from tests.sample_batch.register import REGISTER
from tests.writing.returned.books import opened

NOTHING = Review(
    received=Received(
        name=FILE_NAME, path=Path(), sha256="0" * 64, size=0, first_seen=date.min, taken_in=False
    ),
    submission=None,
    is_register=True,
)


def contradictory_register() -> bytes:
    """Decisions without their lines of the plan."""
    return write_register_template(replace(REGISTER, plan=REGISTER.plan[:1]))


@pytest.mark.long
def test_a_faulty_register_of_a_sender_is_passed_over(tmp_path: Path):
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk" / "lampiran.xlsx").write_bytes(contradictory_register())
    (tmp_path / FILE_NAME).write_bytes(register_workbook())
    ran = typed_run(tmp_path / "masuk", tmp_path / "keluar", "--daftar-induk", tmp_path / FILE_NAME)
    assert ran.code == 0
    assert "Dilewati: lampiran.xlsx (daftar induk lain, bukan yang dipakai)" in ran.out


def test_a_faulty_register_in_a_folder_is_named(tmp_path: Path):
    (tmp_path / "masuk" / "Dinas").mkdir(parents=True)
    (tmp_path / "masuk" / "Dinas" / FILE_NAME).write_bytes(contradictory_register())
    ran = typed_run(tmp_path / "masuk", tmp_path / "keluar")
    lines = broken(ran, f"Dinas/{FILE_NAME}")
    assert lines[0].startswith("  Lembar “Keputusan”, sel A5: Kode SOP: “")
    assert lines[-1].endswith(f'sopbatch check "{tmp_path}/masuk/Dinas/{FILE_NAME}"')


def broken(ran: Ran, name: str) -> list[str]:
    """The lines below the sentence that a register cannot be used."""
    assert (ran.code, ran.out) == (2, "")
    said = [line for line in ran.err.splitlines() if not line.startswith(PROGRESS)]
    lines = [line for line in said if line.startswith("  ")]
    assert said == [
        (
            f"Kesalahan: Daftar induk “{name}” belum dapat dipakai: {len(lines) - 1} hal harus "
            "diperbaiki."
        ),
        *lines,
    ]
    return lines


@pytest.mark.long
def test_the_check_tells_the_same_and_marks_a_copy_which_the_run_passes_over(tmp_path: Path):
    inbox = tmp_path / "kiriman dinas"
    inbox.mkdir()
    (inbox / FILE_NAME).write_bytes(contradictory_register())
    (inbox / "baik.xlsx").write_bytes(good_workbook())
    told = broken(typed_run(inbox, tmp_path / "keluar"), FILE_NAME)
    checked = typed("check", inbox / FILE_NAME, "--json")
    assert checked.code == 1
    (facts,) = checked.facts["temuan"]
    assert [f"{one['uraian']} {one['saran']}" for one in facts["temuan"]] == [
        line.partition(": ")[2] for line in told[:-1]
    ]
    copy = inbox / "daftar_induk - diperiksa.xlsx"
    assert checked.facts["berkas_bertanda"] == [str(copy)]
    assert opened(copy.read_bytes()).sheetnames[0] == "Perbaikan"
    (inbox / FILE_NAME).write_bytes(register_workbook())
    ran = typed_run(inbox, tmp_path / "keluar")
    assert ran.code == 0
    assert f"Dilewati: {copy.name} ({Passed.MARKED_REGISTER})" in plain(ran.out)
    (inbox / FILE_NAME).unlink()
    copy.write_bytes(mark_copy(register_workbook(), NOTHING))
    assert typed_run(inbox, tmp_path / "lain").code == 0


@pytest.mark.long
def test_a_blank_register_form_never_stands_in_for_one(tmp_path: Path):
    inbox = tmp_path / "masuk"
    inbox.mkdir()
    (inbox / "Template_Daftar_Induk.xlsx").write_bytes(write_register_template())
    (inbox / "Daftar Induk kosong.xlsx").write_bytes(write_register_template())
    (inbox / FILE_NAME).write_bytes(register_workbook())
    ran = typed_run(inbox, tmp_path / "keluar")
    assert f"Dilewati: Template_Daftar_Induk.xlsx ({Passed.EMPTY_REGISTER})" in plain(ran.out)


def filled_by_halves() -> bytes:
    """A register with the name of the government, and nobody in it."""
    settings = replace(NO_REGISTER.settings, government="PEMERINTAH KOTA CONTOH", region="Contoh")
    return write_register_template(replace(NO_REGISTER, settings=settings))


def test_a_register_without_agencies_is_told_and_can_be_used(tmp_path: Path):
    (tmp_path / FILE_NAME).write_bytes(filled_by_halves())
    ran = typed("check", tmp_path / FILE_NAME)
    assert ran.code == 0
    assert "belum memuat satu pun perangkat daerah" in plain(ran.out)
    assert ran.out.splitlines()[-2].strip() == "Daftar induk ini dapat dipakai."


@pytest.mark.long
def test_marked_copies_of_a_register_without_agencies_keep_no_run_from_going_on(tmp_path: Path):
    inbox = tmp_path / "masuk"
    inbox.mkdir()
    for content in (write_register_template(), filled_by_halves()):
        (inbox / FILE_NAME).write_bytes(content)
        typed("check", inbox / FILE_NAME)
    assert len(list(inbox.iterdir())) == 3
    for _ in range(2):
        assert typed_run(inbox, tmp_path / "keluar").code == 0


def test_a_good_register_is_said_to_be_good_and_gets_no_copy(tmp_path: Path):
    (tmp_path / FILE_NAME).write_bytes(register_workbook())
    ran = typed("check", tmp_path / FILE_NAME)
    assert ran.code == 0
    assert "Daftar induk ini dapat dipakai." in ran.out
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def plain(shown: str) -> str:
    return " ".join(shown.split())


@pytest.mark.long
def test_a_register_from_another_place_is_told(tmp_path: Path):
    (tmp_path / "masuk" / "Dinas").mkdir(parents=True)
    (tmp_path / "masuk" / "Dinas" / FILE_NAME).write_bytes(register_workbook())
    (tmp_path / "masuk" / "baik.xlsx").write_bytes(good_workbook())
    ran = typed_run(tmp_path / "masuk", tmp_path / "keluar")
    assert f"Catatan: Daftar induk dibaca dari “Dinas/{FILE_NAME}”" in ran.out


@pytest.mark.long
def test_a_register_longer_than_any_workbook_may_be_is_read(tmp_path: Path):
    """Its answer is larger than that of a sender's workbook may be: it is the operator's one."""
    line = REGISTER.plan[0]
    long = "Pelaksanaan urusan " * 80
    plan = tuple(
        replace(line, code=f"U-{number:04}", title=f"Pengelolaan Urusan {number}", function=long)
        for number in range(LIMITS.answer_bytes // len(long))
    )
    path = tmp_path / FILE_NAME
    path.write_bytes(write_register_template(replace(REGISTER, plan=plan, decisions=())))
    order = Order(input=tmp_path, output=tmp_path, as_of=date(2026, 11, 22), workers=1)
    read = read_register_file(path, order)
    assert len(pickled(read)) > LIMITS.answer_bytes
    assert [one.code for one in read.plan] == [one.code for one in plan]
    assert [one.title for one in read.plan] == [one.title for one in plan]
