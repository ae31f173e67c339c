"""Every SOP whose step is told stands at one step of its agency, and the longest rest is named."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model.drafting import NOT_TOLD, Reached
from sopbatch.report.steps import unit_steps
from sopbatch.schema.drafting import STEPS
from tests.nation.strategies import sop_lines

reached = st.one_of(
    st.just(NOT_TOLD),
    st.builds(
        lambda place, day: Reached(STEPS[place - 1].name, day, place),
        st.integers(1, len(STEPS)),
        st.dates(date(2025, 1, 1), date(2026, 11, 28)),
    ),
)
lines = st.lists(
    st.builds(
        lambda line, unit, step, revoked: replace(
            line, unit_name=unit, drafting=step, revoked=revoked
        ),
        sop_lines(),
        st.sampled_from("ABC"),
        reached,
        st.booleans(),
    ),
    max_size=12,
)


@pytest.mark.long
@given(lines)
def test_the_steps_of_an_agency_add_up_and_nobody_rests_longer_than_the_one_named(every):
    counted = [line for line in every if line.drafting.place and not line.revoked]
    rows = list(unit_steps(every))
    assert sum(row.told for row in rows) == len(counted)
    assert {row.unit for row in rows} == {line.unit_name for line in counted}
    for row in rows:
        own = [line for line in counted if line.unit_name == row.unit]
        resting = [line.drafting.day for line in own if line.drafting.place < len(STEPS)]
        assert row.since == min(resting, default=None)
        for place, count in enumerate(row.counts, start=1):
            assert count == sum(line.drafting.place == place for line in own)
    days = [row.since or date.max for row in rows]
    assert days == sorted(days)
