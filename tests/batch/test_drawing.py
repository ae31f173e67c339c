"""A flowchart that needs larger paper, or that is drawn with faults, is a finding at its table."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch import layout
from sopbatch.batch.workshop.read_task import ReadTask, read_file
from sopbatch.layout import Effort, TooIntricateError, lay_out
from sopbatch.model import (
    PAPERS,
    Actor,
    Node,
    Procedure,
    Received,
    Settings,
    Step,
    Symbol,
)
from sopbatch.reading.branches import resolve_branches
from sopbatch.reading.values.durations import parse_duration
from sopbatch.writing.templates import sop_values, write_sop_template
from tests.sample_batch.making import sample
from tests.sample_batch.register import REGISTER

DAY = date(2026, 10, 2)


def told(folder, lanes=5, paper="F4"):
    """What the lines of a review say that are about the drawing, by code."""
    sop = sample("TL-01", "Diajukan")
    procedure = sop.procedures[0]
    more = tuple(
        Actor(f"Penyelenggara Kesekretariatan {number}", str(number))
        for number in range(len(procedure.actors) + 1, lanes + 1)
    )
    procedure = replace(procedure, actors=(*procedure.actors, *more))
    data = write_sop_template(sop_values(replace(sop, procedures=(procedure,))))
    path = folder / "a.xlsx"
    path.write_bytes(data)
    received = Received(
        name="a.xlsx", path=path, sha256=sha256(data).hexdigest(), size=len(data), first_seen=DAY
    )
    known = replace(REGISTER, settings=Settings(paper=paper))
    answer = read_file(ReadTask(received=received, register=known, as_of=DAY))
    assert answer.review is not None
    assert answer.review.publishable
    return {
        finding.code: (str(finding.cell), finding.sentence)
        for finding in answer.review.findings
        if finding.code in ("A-14", "G-19")
    }, answer


@pytest.mark.long
def test_a_chart_that_fits_its_paper_is_not_spoken_of(tmp_path):
    assert told(tmp_path)[0] == {}


@pytest.mark.long
def test_larger_paper_is_told_where_the_lanes_begin(tmp_path):
    assert told(tmp_path, lanes=14, paper="A4")[0] == {
        "A-14": (
            "Prosedur!C7",
            "Diagram alir dicetak pada kertas A3, karena 14 pelaksana tidak muat di kertas A4.",
        )
    }


def fan(steps, lanes):
    """Every other step is a decision that jumps far: no drawing is worth its work."""
    start, work, choice, end = Symbol.START, Symbol.PROCESS, Symbol.DECISION, Symbol.END
    rows = []
    for number in range(1, steps + 1):
        symbol = start if number == 1 else end if number == steps else (work, choice)[number % 2]
        lane = number * 7 % lanes
        jumps = symbol is choice
        rows.append(
            Step(
                row=number,
                number=number,
                number_raw=str(number),
                activity=f"Menelaah berkas bagian {number}",
                nodes=(Node(actor=lane, lane=lane + 1, symbol=symbol, raw=symbol.value),),
                yes=str(number + 1) if jumps else "",
                no_target=str(number * 37 % steps + 1) if jumps else "",
                inputs=f"Berkas bagian {number}",
                duration=parse_duration("1 hari"),
                output=f"Telaahan bagian {number}",
            )
        )
    actors = tuple(Actor(f"Penyelenggara Kesekretariatan {n}", "", "", n + 1) for n in range(lanes))
    return Procedure("Prosedur", 1, actors, resolve_branches(tuple(rows)))


@given(st.integers(1, 400), st.integers(2, 20), st.integers(2, 6))
@settings(max_examples=15)
def test_a_layout_ends_within_its_effort(most, steps, lanes):
    effort = Effort(most)
    try:
        lay_out(fan(steps, lanes), PAPERS["F4"], effort=effort)
    except TooIntricateError:
        assert effort.left < 0
    else:
        assert effort.left >= 0


def reviewed(folder, procedure, **more):
    sop = replace(sample("TL-01", "Diajukan"), procedures=(procedure,))
    data = write_sop_template(sop_values(sop))
    path = folder / "a.xlsx"
    path.write_bytes(data)
    received = Received(
        name="a.xlsx", path=path, sha256=sha256(data).hexdigest(), size=len(data), first_seen=DAY
    )
    return read_file(ReadTask(received=received, register=REGISTER, as_of=DAY, **more))


@pytest.mark.long
def test_a_flow_beyond_all_drawing_is_reviewed_and_held_with_true_words(tmp_path, monkeypatch):
    monkeypatch.setattr(Effort.__init__, "__defaults__", (2000,))
    answer = reviewed(tmp_path, fan(40, 6))
    assert (answer.refusal[0], answer.crashes) == ("", ())
    (found,) = [item for item in answer.review.findings if item.code == "G-20"]
    assert (str(found.cell), found.severity.code) == ("Prosedur!B9", "galat")
    assert found.sentence.startswith(
        "Diagram alir prosedur ini terlalu rumit untuk digambar: 40 langkah, 6 pelaksana, dan "
    )
    assert not answer.review.publishable
    assert answer == reviewed(tmp_path, fan(40, 6))


@pytest.mark.long
def test_a_file_whose_drawing_took_too_long_is_reviewed_without_it(tmp_path):
    answer = reviewed(tmp_path, fan(40, 6), draws=False)
    assert [item.code for item in answer.review.findings if item.code == "G-20"] == ["G-20"]
    assert answer.crashes == ()


@pytest.fixture
def overlapping(monkeypatch):
    """A layout that leaves two lines on each other, which ours is not known to do."""

    def bad(*of, **more):
        chart = good(*of, **more)
        return replace(chart, quality=replace(chart.quality, overlaps=2))

    good = layout.lay_out
    monkeypatch.setattr(layout, "lay_out", bad)


@pytest.mark.long
@pytest.mark.usefixtures("overlapping")
def test_faults_are_told_and_never_drawn_in_silence(tmp_path):
    found, _ = told(tmp_path)
    assert found == {
        "G-19": (
            "Prosedur!B9",
            "Diagram alir memuat 2 garis, simbol, atau teks yang belum tergambar rapi.",
        )
    }


@pytest.mark.long
def test_a_layout_that_crashes_costs_neither_the_file_nor_its_findings(tmp_path, monkeypatch):
    def crash(*of, **more):
        raise RuntimeError("tata letak")

    monkeypatch.setattr(layout, "lay_out", crash)
    found, answer = told(tmp_path)
    assert found == {}
    assert "RuntimeError: tata letak" in answer.crashes[-1]
