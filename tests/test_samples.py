"""The samples say what their document says."""

import pytest

from sopbatch.model import Sop
from tests.samples import SampleCounts, sample_counts, sample_sops


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
    assert all(1 <= b.target <= counts.steps for s in sop.steps for b in s.branches)
