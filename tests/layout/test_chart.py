"""Flowcharts of the samples are drawn without a fault."""

import pytest

from sopbatch.layout import lay_out
from sopbatch.model import PAPERS, Sop
from tests.samples import sample_sops


@pytest.mark.parametrize("sop", sample_sops(), ids=lambda sop: sop.plan_code)
@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_a_sample_is_drawn_without_a_fault(sop: Sop, paper: str):
    chart = lay_out(sop.procedures[0], PAPERS[paper])
    assert chart.quality.faults == 0
    assert chart.quality.tight == 0
    assert chart.quality.arrows == sum(len(step.branches) for step in sop.steps)
