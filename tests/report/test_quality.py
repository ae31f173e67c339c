"""Quality by principles of a guideline: explained, between 0 and 1, and never worse for more."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import DateKind, DateValue, Sop
from sopbatch.model.standards import Channel, ServiceStandard, Standards
from sopbatch.report.quality import mean, quality_of, word_of
from sopbatch.report.quality_sop import (
    SOP_INDICATORS,
    SOP_PRINCIPLES,
    JudgedSop,
    sop_quality,
)
from sopbatch.report.quality_standard import (
    STANDARD_INDICATORS,
    STANDARD_PRINCIPLES,
    JudgedService,
    standard_quality,
)
from tests.batch.days import DAY
from tests.reading.strategies import sops
from tests.samples import sample_sops

NOTHING: frozenset[str] = frozenset()


def judged(sop: Sop) -> JudgedSop:
    return JudgedSop(sop, NOTHING, frozenset(), within_review=True)


@pytest.mark.long
@given(sops())
def test_any_sop_has_eight_shares_between_0_and_1(sop: Sop):
    quality = sop_quality(judged(sop))
    assert [one.name for one in quality.principles] == list(SOP_PRINCIPLES)
    assert all(one.share is None or 0 <= one.share <= 1 for one in quality.principles)
    assert quality.share is not None
    assert 0 <= quality.share <= 1


@pytest.mark.parametrize("sop", sample_sops(), ids=lambda one: one.plan_code)
def test_less_in_an_sop_never_raises_its_quality(sop: Sop):
    full = sop_quality(judged(sop)).share or 0.0
    for less in (
        replace(sop, warnings=()),
        replace(sop, relations=()),
        replace(sop, legal_basis=()),
        replace(sop, signatory_name=""),
        replace(sop, qualifications=()),
    ):
        assert (sop_quality(judged(less)).share or 0.0) <= full


def test_what_raises_quality_is_told_while_something_is_open():
    for sop in sample_sops():
        quality = sop_quality(judged(sop))
        assert bool(quality.raised_by) == any(
            one.share is not None and one.share < 1 for one in quality.principles
        )


@pytest.mark.parametrize(
    ("indicators", "principles"),
    [(SOP_INDICATORS, SOP_PRINCIPLES), (STANDARD_INDICATORS, STANDARD_PRINCIPLES)],
)
def test_each_principle_has_an_indicator_and_each_indicator_a_way_up(indicators, principles):
    assert {one.principle for one in indicators} == set(principles)
    assert all(one.raised_by.endswith(".") and one.name for one in indicators)
    assert len({one.name for one in indicators}) == len(indicators)


BARE = ServiceStandard(name="Pendaftaran pasien")
WITHIN = Standards(unit_code="1.02", services=(BARE,))
BETTER = (
    (BARE, replace(WITHIN, consulted=DateValue("1 Juni 2026", DateKind.DATE, DAY, DAY))),
    (BARE, replace(WITHIN, published=("Papan pengumuman",))),
    (replace(BARE, facilities=("Kursi roda",)), WITHIN),
    (replace(BARE, sops=("Pendaftaran",)), WITHIN),
    (replace(BARE, channels=(Channel("WhatsApp", "0812"), Channel("Surel", "a@b.id"))), WITHIN),
)


@pytest.mark.parametrize(("service", "within"), BETTER)
def test_a_standard_gets_better_by_what_is_asked(service: ServiceStandard, within: Standards):
    bare = standard_quality(JudgedService(BARE, WITHIN, DAY))
    better = standard_quality(JudgedService(service, within, DAY))
    assert better.share is not None
    assert bare.share is not None
    assert better.share > bare.share
    assert len(better.raised_by) < len(bare.raised_by) or better.raised_by != bare.raised_by


@given(st.lists(st.one_of(st.none(), st.floats(0, 1))))
def test_what_does_not_apply_counts_for_nothing(shares):
    told = [share for share in shares if share is not None]
    found = mean(shares)
    assert (found is None) == (not told)
    if found is not None:
        assert min(told) - 1e-9 <= found <= max(told) + 1e-9
    assert word_of(found) in ("-", "baik", "cukup", "perlu ditingkatkan")


def test_no_indicator_gives_no_quality():
    quality = quality_of(None, (), ("Sederhana",))
    assert quality.share is None
