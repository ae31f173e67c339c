"""Headings of stages stand in rows of their own, and the arrows run past them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.layout import lay_out
from sopbatch.model import PAPERS, Procedure
from tests.layout.procedures import procedures
from tests.samples import sample_sops

STAGES = ("", "", "A. Tahap Persiapan", "TAHAP PELAKSANAAN\nB. " + "Penyusunan dan pembahasan " * 4)


def staged(procedure: Procedure, stages: list[str]) -> Procedure:
    steps = zip(procedure.steps, stages, strict=False)
    headed = tuple(replace(step, stage=stage) for step, stage in steps)
    return replace(procedure, steps=(*headed, *procedure.steps[len(headed) :]))


@pytest.mark.long
@settings(max_examples=40)
@given(procedures(6, 12, ("loops",)), st.lists(st.sampled_from(STAGES), max_size=12))
def test_a_procedure_with_stages_is_drawn_without_a_fault(drawn: Procedure, stages: list[str]):
    procedure = staged(drawn, stages)
    chart = lay_out(procedure, PAPERS["F4"])
    rows = [row for page in chart.pages for row in page.rows if row.kind == "stage"]
    assert chart.quality.faults == 0, chart.quality
    assert [row.step for row in rows] == [step.row for step in procedure.steps if step.stage]


def test_the_text_of_a_heading_ends_before_the_lanes():
    (procedure,) = sample_sops()[0].procedures
    chart = lay_out(staged(procedure, [STAGES[3]]), PAPERS["F4"])
    heading, first, *_ = chart.pages[0].rows
    assert (heading.kind, first.kind) == ("stage", "step")
    assert heading.y + heading.height == first.y
    assert len(heading.texts[0].lines) > 2
