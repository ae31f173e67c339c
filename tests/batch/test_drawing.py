"""A flowchart that needs larger paper, or that is drawn with faults, is a finding at its table."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from sopbatch import layout
from sopbatch.batch.jobs import ReadTask, read_file
from sopbatch.model import Actor, Received, Settings
from sopbatch.writing.templates import sop_values, write_sop_template
from tests.sample_batch.making import sample
from tests.sample_batch.register import REGISTER

DAY = date(2026, 10, 2)


def told(folder, lanes=5, paper="F4"):
    """What the lines of a review say that are about the drawing, by code."""
    sop = sample("TL-01", "Diajukan")
    procedure = sop.procedures[0]
    more = tuple(
        Actor(f"Penyelenggara Kesekretariatan {number}", number)
        for number in range(len(procedure.actors) + 1, lanes + 1)
    )
    procedure = replace(procedure, actors=(*procedure.actors, *more))
    data = write_sop_template(sop_values(replace(sop, procedures=(procedure,))))
    path = folder / "a.xlsx"
    path.write_bytes(data)
    received = Received("a.xlsx", path, sha256(data).hexdigest(), len(data), DAY)
    known = replace(REGISTER, settings=Settings(paper=paper))
    answer = read_file(ReadTask(received, known, DAY))
    assert answer.review is not None
    assert answer.review.publishable
    return {
        finding.code: (str(finding.cell), finding.sentence)
        for finding in answer.review.findings
        if finding.code in ("A-14", "G-19")
    }, answer


def test_a_chart_that_fits_its_paper_is_not_spoken_of(tmp_path):
    assert told(tmp_path)[0] == {}


def test_larger_paper_is_told_where_the_lanes_begin(tmp_path):
    assert told(tmp_path, lanes=14, paper="A4")[0] == {
        "A-14": (
            "Prosedur!C7",
            "Diagram alir dicetak pada kertas A3: 14 pelaksana tidak muat di A4.",
        )
    }


@pytest.fixture
def overlapping(monkeypatch):
    """A layout that leaves two lines on each other, which ours is not known to do."""

    def bad(*of, **more):
        chart = good(*of, **more)
        return replace(chart, quality=replace(chart.quality, overlaps=2))

    good = layout.lay_out
    monkeypatch.setattr(layout, "lay_out", bad)


@pytest.mark.usefixtures("overlapping")
def test_faults_are_told_and_never_drawn_in_silence(tmp_path):
    found, _ = told(tmp_path)
    assert found == {
        "G-19": (
            "Prosedur!B9",
            "Diagram alir memuat 2 garis, simbol, atau teks yang belum tergambar rapi.",
        )
    }


def test_a_layout_that_crashes_costs_neither_the_file_nor_its_findings(tmp_path, monkeypatch):
    def crash(*of, **more):
        raise RuntimeError("tata letak")

    monkeypatch.setattr(layout, "lay_out", crash)
    found, answer = told(tmp_path)
    assert found == {}
    assert "RuntimeError: tata letak" in answer.crashes[-1]
