"""What rules find on a day is what they find on each later one, until they say it may differ."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import Register, Review, RuleSetting, Sop, Waiver
from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.nips import parse_nip
from sopbatch.rules import RULES, ReportDay
from sopbatch.rules import review as judge
from sopbatch.rules.report_day import years_after
from tests import builders
from tests.there import there

days = st.dates(date(2023, 12, 1), date(2026, 3, 31))
asked = st.dates(date(2023, 12, 1), date(2032, 3, 31))
QUESTIONS: tuple[Callable[[ReportDay, date], object], ...] = (
    ReportDay.is_before,
    ReportDay.is_after,
    lambda today, day: today.exactly() == day,
)


def judged(sop: Sop, register: Register, day: date) -> Review:
    entry, crashes = judge(there(builders.review(sop).submission), register, day, RULES)
    assert not crashes
    return entry


def written(day: date | None) -> Any:
    return parse_date(day and f"{day.day}/{day.month}/{day.year}")


@st.composite
def sops(draw: st.DrawFn) -> Sop:
    one = {key: written(draw(st.none() | days)) for key in ("created", "revised", "effective")}
    born = draw(st.dates(date(1954, 1, 1), date(1957, 12, 31)))
    return builders.sop(
        **one,
        review_planned=written(draw(st.none() | st.just(date(2028, 2, 29)) | asked)),
        status=draw(st.sampled_from(["Diajukan", "Disahkan", "Dicabut"])),
        signatory_nip=parse_nip(f"{born:%Y%m%d} 198003 1 001"),
        legal_basis=(
            parse_citation(f"UU Nomor 1 Tahun {draw(st.integers(1930, 2032))} tentang A"),
        ),
    )


@st.composite
def registers(draw: st.DrawFn) -> Register:
    until = draw(st.none() | asked)
    register = builders.register(
        rule_settings=(RuleSetting("D-04", trial_until=until),),
        waivers=(Waiver("D-07", "*", "Sedang ditata.", "Kepala Biro", until),),
    )
    years = draw(st.integers(0, 6))
    return replace(register, settings=replace(register.settings, review_years=years))


@settings(max_examples=40)
@given(sops(), registers(), asked, st.data())
def test_findings_hold_as_long_as_they_say(sop: Sop, register: Register, day: date, data: Any):
    first = judged(sop, register, day)
    last = min(first.holds_until, day + timedelta(days=4000))
    later = data.draw(st.just(last) | st.dates(day, last))
    assert judged(sop, register, later) == first


@given(st.lists(st.tuples(st.sampled_from(QUESTIONS), asked), max_size=4), asked, st.data())
def test_answers_hold_until_that_day_and_no_longer(questions: Any, day: date, data: Any):
    def answers(today: ReportDay) -> list[object]:
        return [ask(today, about) for ask, about in questions]

    today = ReportDay(day)
    said = answers(today)
    last = today.holds_until
    later = data.draw(st.just(last) | st.dates(day, last))
    assert answers(ReportDay(later)) == said
    exact = any(ask is QUESTIONS[2] for ask, _ in questions)
    if last < date.max and not exact:
        assert answers(ReportDay(last + timedelta(days=1))) != said


def test_an_sop_in_order_is_not_judged_anew_each_week():
    """One whose dates have all come stands until it has grown old."""
    changed, day = date(2025, 3, 3), date(2026, 11, 22)
    sop = builders.sop(created=written(changed), effective=written(changed))
    register = builders.register()
    years = register.settings.review_years
    assert judged(sop, register, day).holds_until == years_after(changed, years)


@pytest.mark.parametrize(
    ("day", "years", "wanted"),
    [
        (date(2024, 3, 1), 1, date(2025, 3, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 2, 29), 1, date(2025, 3, 1)),
        (date(9000, 1, 1), 1000, date.max),
    ],
)
def test_years_after(day: date, years: int, wanted: date):
    assert years_after(day, years) == wanted
