"""Monitoring and evaluation in runs: listed when issued, read, and what follows for SOPs."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.commands.issue import Issued, issue_templates
from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.family.members import member_of
from sopbatch.batch.order import Order
from sopbatch.model import CellValue, Decision, Place
from sopbatch.model.drafting import Drafting
from sopbatch.model.evaluation import Evaluation
from sopbatch.model.monitoring import Monitoring
from sopbatch.reading import read_grid
from sopbatch.reading.forms import read_form
from sopbatch.schema.evaluation import ASKED
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from sopbatch.writing.templates.kinds import write_kind
from tests.batch.runs import OFFICE, faulty_workbook, good_workbook, register_workbook
from tests.builders import received
from tests.sample_batch.making import filled, planned, sample
from tests.sample_batch.register import BUREAU, REGISTER
from tests.there import there
from tests.writing.standards.prints import words

pytestmark = pytest.mark.long

DAY = date(2026, 11, 23)
LATER = date(2026, 11, 30)
SOP = sample("KL-01")


def evaluation(conclusion: str, notes: str, on: date = date(2026, 11, 20)) -> bytes:
    values: dict[Place, CellValue] = {
        Place("unit_code"): BUREAU,
        Place("unit_name"): "Biro Organisasi",
        Place("year"): 2026,
        Place("assessed"): on,
        Place("assessor"): "Rahmawati Noor, S.Sos.",
        Place("assessor_position"): "Kepala Bagian Ketatalaksanaan",
        Place("title", 1): SOP.title,
        Place("conclusion", 1): conclusion,
        Place("notes", 1): notes,
    }
    values |= {Place(key, 1): "Tidak" for key in ASKED}
    return write_kind(there(member_of("EVALUASI")).kind, values)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    came, out = tmp_path / "masuk", tmp_path / "keluar"
    came.mkdir()
    (came / FILE_NAME).write_bytes(register_workbook())
    (came / "sop.xlsx").write_bytes(good_workbook())
    return came, out


def ran(came: Path, out: Path, day: date = DAY):
    return run_batch(Order(input=came, output=out, as_of=day, workers=1))


def line(result):
    return next(one for one in result.tally.lines if one.plan_code == "KL-01")


def codes(result) -> list[str]:
    return [finding.code for one in (*result.forms,) for finding in one.findings]


def test_an_evaluation_sets_an_sop_in_revision_and_weeks_later_nothing_jumps(folders):
    came, out = folders
    assert line(ran(came, out)).status == "Berlaku"
    (came / "evaluasi.xlsx").write_bytes(evaluation("Direvisi", "Waktu langkah 4 tidak sesuai."))
    for day in (LATER, date(2026, 12, 7)):
        result = ran(came, out, day)
        told = line(result)
        assert codes(result) == []
        assert (told.status, told.status_origin) == ("Dalam Revisi", "hasil evaluasi")
        assert told.watched.evaluated == date(2026, 11, 20)
        assert "C-12" not in [one.code for review in result.reviews for one in review.findings]
    assert result.losses == ()


def test_an_sop_that_an_evaluation_ends_waits_for_a_decision(folders):
    came, out = folders
    (came / "evaluasi.xlsx").write_bytes(evaluation("Dicabut", "Diganti SOP Evaluasi Kelembagaan."))
    result = ran(came, out)
    assert line(result).status == "Berlaku"
    (told,) = (one for one in result.week.decide if one.code == "KL-01")
    assert (told.what, told.since) == ("pencabutan menurut evaluasi", date(2026, 11, 20))


FEW = tuple(one for one in REGISTER.plan if one.code in ("TL-01", "AK-06", "KL-01"))
"""Of one agency; each title costs a form when forms are issued."""


def drafting(given: Issued) -> list[str]:
    """Titles that the issued form of steps of drafting lists."""
    (path,) = (one for one in given.written if one.name.startswith("Tahap Penyusunan"))
    member = there(member_of("PENYUSUNAN"))
    grid = read_grid(path.read_bytes())
    form = read_form(grid, received(path.name), member.kind, member.build)
    return [row.title for row in form.told(Drafting).rows]


def test_forms_are_issued_with_the_sops_in_force(folders, tmp_path: Path):
    came, out = folders
    register = came / FILE_NAME
    register.write_bytes(write_register_template(replace(REGISTER, plan=FEW, decisions=())))
    before = issue_templates(BUREAU, tmp_path / "a", register, DAY, output=out)
    assert not [one for one in before.written if one.name.startswith("Monitoring")]
    assert "belum ada laporan" in before.notes[-1]
    ran(came, out)
    given = issue_templates(BUREAU, tmp_path / "b", register, DAY, output=out)
    assert given.notes == ()
    names = {
        "MONITORING": "Monitoring SOP semester II tahun 2026 Biro Organisasi.xlsx",
        "EVALUASI": "Evaluasi SOP tahun 2026 Biro Organisasi.xlsx",
    }
    for code, name in names.items():
        (path,) = (one for one in given.written if one.name == name)
        member = there(member_of(code))
        grid = read_grid(path.read_bytes())
        record = read_form(grid, received(name), member.kind, member.build).record
        assert isinstance(record, Monitoring | Evaluation)
        assert [row.title for row in record.rows] == [SOP.title]
        assert (record.unit_code, record.year) == (BUREAU, 2026)
        (came / name).write_bytes(path.read_bytes())
    assert drafting(before) == [line.title for line in FEW]
    assert drafting(given) == [one for one in drafting(before) if one != SOP.title]
    name = "Tahap Penyusunan SOP Biro Organisasi.xlsx"
    (came / name).write_bytes((tmp_path / "b/Biro Organisasi" / name).read_bytes())
    passed = dict(ran(came, out).passed)
    assert {*names.values(), name} <= set(passed), "an issued form as it is is an empty form"


def test_what_was_seen_is_on_paper_for_each_agency_and_over_all(folders):
    came, out = folders
    (came / "evaluasi.xlsx").write_bytes(evaluation("Direvisi", "Waktu langkah 4 tidak sesuai."))
    result = ran(came, out)
    year = "Laporan Monitoring dan Evaluasi SOP AP Tahun 2026.pdf"
    wanted = {
        f"dokumen/{year}",
        f"dokumen/Biro Organisasi/{year}",
        "dokumen/Biro Organisasi/Evaluasi SOP tahun 2026/Tabel Evaluasi Penerapan SOP AP.pdf",
    }
    assert wanted <= set(result.outputs)
    first = {path: (out / path).read_bytes() for path in wanted}
    (came / "evaluasi.xlsx").unlink()
    ran(came, out)
    assert {path: (out / path).read_bytes() for path in wanted} == first


def test_a_verified_sop_has_minutes_of_what_was_mended(folders):
    came, out = folders
    decided = Decision(
        plan_code="AK-06",
        status="Terverifikasi",
        decided=LATER,
        document="BA-9/2026",
        decided_by="Dewi",
    )
    register = replace(REGISTER, decisions=(*REGISTER.decisions, decided))
    (came / "sop.xlsx").write_bytes(faulty_workbook())
    ran(came, out)
    (came / FILE_NAME).write_bytes(write_register_template(register))
    (came / "sop.xlsx").write_bytes(filled(planned("AK-06"))(OFFICE))
    result = ran(came, out, LATER)
    name = "dokumen/Biro Organisasi/Berita Acara Verifikasi Asistensi"
    (path,) = (one for one in result.outputs if one.startswith(name))
    said = words((out / path).read_bytes())
    assert "Nomor BA-9/2026" in said
    assert "oleh Dewi" in said
    assert "Tim penyusun AKIP" in said, "the bureau does not sign on both sides"
    assert "catatan harus diperbaiki" in said
    assert "Tidak ada catatan yang harus diperbaiki" not in said
