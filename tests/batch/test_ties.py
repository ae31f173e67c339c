"""A file sent under another title counts for the planned one when the operator ties it there."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.batch.assessing.ties import with_ties
from sopbatch.model import (
    Review,
    Tie,
)
from sopbatch.reading import read_grid, read_register
from sopbatch.rules import gather
from sopbatch.writing.templates import write_register_template
from tests.batch.renamed import OTHER, REGISTER, sent

AS_OF = date(2026, 11, 22)


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
