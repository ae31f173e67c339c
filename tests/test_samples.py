"""The samples say what their document says."""

import pytest

from sopbatch.matching.doubles import nearest_doubles
from sopbatch.model import Sop
from sopbatch.rules.data.superseded import SUPERSEDED
from tests.sample_batch.register import REGISTER
from tests.samples import SampleCounts, further_sops, sample_counts, sample_sops

PATTERN = "TL-06"
"""The steps the sample batch repeats for many matters, not a procedure of its own."""
LETTERS = {"DK-01", "PA-04"}
"""Incoming letters, kept in a health agency almost as in the bureau."""


def test_there_are_fourteen_samples_of_four_sections():
    assert len(sample_sops()) == 14
    assert {sop.section for sop in sample_sops()} == {
        "Ketatalaksanaan",
        "AKIP",
        "Kelembagaan",
        "Pendayagunaan Aparatur",
    }


@pytest.mark.parametrize(
    ("sop", "counts"),
    tuple(zip(sample_sops(), sample_counts(), strict=True)),
    ids=[sop.plan_code for sop in sample_sops()],
)
def test_a_sample_has_the_steps_it_counts(sop: Sop, counts: SampleCounts):
    (procedure,) = sop.procedures
    assert len(procedure.steps) == counts.steps
    assert len(procedure.decisions) == counts.decisions
    assert len(procedure.actors) == counts.actors
    assert all(1 <= (b.target or 0) <= counts.steps for s in sop.steps for b in s.branches)


def test_further_sops_are_planned_and_none_is_a_sample():
    planned = {line.code: line.title for line in REGISTER.plan}
    assert {sop.plan_code: sop.title for sop in further_sops()}.items() <= planned.items()
    assert {sop.plan_code for sop in further_sops()}.isdisjoint(
        sop.plan_code for sop in sample_sops()
    )


@pytest.mark.parametrize("sop", further_sops(), ids=lambda sop: sop.plan_code)
def test_a_further_sop_is_of_usual_size_and_rests_on_law_in_force(sop: Sop):
    (procedure,) = sop.procedures
    assert 7 <= len(procedure.steps) <= 11 or sop.plan_code == PATTERN
    assert 1 <= len(procedure.decisions) <= 3
    assert 3 <= len(procedure.actors) <= 6
    assert all(1 <= (b.target or 0) <= len(procedure.steps) for s in sop.steps for b in s.branches)
    assert all(citation.number and not citation.flags for citation in sop.legal_basis)
    assert not any(citation.identity in SUPERSEDED for citation in sop.legal_basis)


def test_no_sop_repeats_another_but_for_incoming_letters():
    sops = (*sample_sops(), *further_sops())
    assert {sops[place].plan_code for place in nearest_doubles(sops)} == LETTERS
