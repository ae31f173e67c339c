"""A file sent under another title counts for the planned one when the operator ties it there."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.assessing.ties import with_ties
from sopbatch.model import (
    PlanLine,
    Received,
    RecognisedBy,
    Register,
    Review,
    Sop,
    Submission,
    Tie,
    Unit,
)
from sopbatch.reading import read_grid, read_register
from sopbatch.rules import gather
from sopbatch.writing.templates import write_register_template

AS_OF = date(2026, 11, 22)
PLANNED, OTHER = (
    PlanLine(code="KP-01", unit_code="5.03", section="", title="Pengurusan Pangkat"),
    "Kenaikan Golongan Pegawai",
)
REGISTER = Register(
    units=(
        Unit(code="5.03", name="Badan Kepegawaian", head_position="Kepala"),
        Unit(code="5.04", name="Inspektorat"),
    ),
    plan=(PLANNED, PlanLine(code="IN-01", unit_code="5.04", section="", title="Audit Kinerja")),
)


def sent(title: str, digest: str = "a", unit: str = "5.03", *, read: bool = True) -> Review:
    received = Received(
        name="surat.xlsx",
        path=Path("surat.xlsx"),
        sha256=digest * 64,
        size=1,
        first_seen=date(2026, 11, 20),
    )
    sop = Sop(title=title, unit_code=unit)
    submission = (
        Submission(
            received=received, format="xlsx", version=1, recognised_by=RecognisedBy.NAMES, sop=sop
        )
        if read
        else None
    )
    return Review(received=received, submission=submission)


FILE = sent(OTHER)
TIE = Tie(plan_code="KP-01", number=FILE.received.number, decided=date(2026, 11, 21), row=5)


def tied(*reviews: Review, tie: Tie = TIE) -> tuple[dict[str, int], tuple[str, ...]]:
    """How many versions each planned title has, and what is told."""
    register, notes = with_ties(replace(REGISTER, ties=(tie,)), reviews, AS_OF)
    counted = {
        dossier.plan.code if dossier.plan else "": len(dossier.versions)
        for dossier in gather(reviews, register)
    }
    return counted, notes


def test_without_a_tie_it_is_outside_the_plan():
    assert tied(FILE, tie=replace(TIE, number="TT-261120-000000"))[0][""] == 1


def test_the_file_and_its_corrections_count_for_the_title():
    correction = sent(OTHER.upper(), "b")
    assert tied(FILE, correction) == ({"KP-01": 2, "IN-01": 0}, ())


@pytest.mark.parametrize(
    ("file", "tie", "told"),
    [
        (FILE, replace(TIE, number="TT-261120-000000"), "tidak ada berkas dengan tanda terima"),
        (FILE, replace(TIE, decided=date(2026, 12, 1)), "baru dikaitkan pada 1 Desember 2026."),
        (sent(OTHER, read=False), TIE, "tidak terbaca sebagai SOP, jadi tidak dapat dikaitkan."),
        (sent(OTHER, unit="5.04"), TIE, "bukan dari perangkat daerah rencana KP-01."),
    ],
)
def test_a_tie_without_effect_is_told(file: Review, tie: Tie, told: str):
    counted, (note,) = tied(file, tie=tie)
    assert note.startswith("Lembar Keputusan baris 5: ")
    assert told in note
    assert counted["KP-01"] == 0


def test_ties_are_written_and_read():
    register = replace(REGISTER, ties=(replace(TIE, by="Kepala Bagian", reason="judul lama"),))
    units = tuple(replace(unit, head_position="Kepala") for unit in register.units)
    read = read_register(read_grid(write_register_template(replace(register, units=units))))
    assert (read.findings, read.register.ties) == ((), register.ties)
