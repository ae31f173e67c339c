"""Procedures of good SOPs get no galat, and hardly a warning."""

from dataclasses import replace

import pytest

from sopbatch.model import Sop
from sopbatch.reading.values.durations import parse_duration
from sopbatch.rules.actors.executors import ACTOR_RULES
from sopbatch.rules.flow.unusual import FLOW_RULES
from sopbatch.rules.steps.rows import STEP_RULES
from sopbatch.rules.times.durations import DURATION_RULES
from tests.rules.drawing import findings
from tests.samples import sample_sops

RULES = (*ACTOR_RULES, *STEP_RULES, *FLOW_RULES, *DURATION_RULES)
KNOWN = {"PA-04": ["W-05"]}
"""Warnings that a sample is known to earn: "± 1 jam"."""


def _timed(sop: Sop) -> Sop:
    """The sample with its times read."""
    return replace(
        sop,
        procedures=tuple(
            replace(
                procedure,
                steps=tuple(
                    replace(step, duration=parse_duration(step.duration.raw))
                    for step in procedure.steps
                ),
            )
            for procedure in sop.procedures
        ),
    )


@pytest.mark.parametrize("sop", sample_sops(), ids=lambda sop: sop.plan_code)
def test_a_good_procedure_is_only_advised(sop: Sop):
    told = [f.code for f in findings(_timed(sop), RULES) if f.severity.code != "saran"]
    assert told == KNOWN.get(sop.plan_code, [])


@pytest.mark.parametrize("sop", sample_sops(), ids=lambda sop: sop.plan_code)
def test_advice_on_a_good_procedure_stays_rare(sop: Sop):
    told = [f.code for f in findings(_timed(sop), RULES) if f.severity.code == "saran"]
    assert len(told) <= 4
    assert {*told} <= {"A-10", "G-15", "P-14", "W-06", "W-10"}
