from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import Duty, Urgency
from sopbatch.model.watched import Watched
from sopbatch.tally import tally
from sopbatch.tally.due import last_date, months_later, next_date
from tests.builders import day, dossier, plan_line, register, review, sop

AS_OF = date(2026, 10, 9)


def due(*dossiers):
    return [(item.duty, item.due, item.urgency) for item in tally(dossiers, register(), AS_OF).due]


@pytest.mark.parametrize(
    ("deadline", "told"),
    [
        (date(2026, 10, 8), [Urgency.LATE]),
        (date(2026, 10, 9), [Urgency.DAYS_30]),
        (date(2026, 11, 8), [Urgency.DAYS_30]),
        (date(2026, 11, 9), [Urgency.DAYS_60]),
        (date(2026, 12, 9), [Urgency.DAYS_90]),
        (date(2027, 1, 7), [Urgency.DAYS_90]),
        (date(2027, 1, 8), []),
        (None, []),
    ],
)
def test_deadlines_are_told_from_ninety_days_before(deadline, told):
    found = due(dossier(plan=plan_line(deadline=deadline)))
    assert [urgency for _, _, urgency in found] == told


def in_force(effective, **fields):
    subject = sop(status="Disahkan", effective=day(effective), **fields)
    return dossier(review(subject), plan=plan_line(deadline=date(2026, 9, 1)))


def test_sops_in_force_are_monitored_each_half_year_and_evaluated_each_year():
    assert due(in_force(date(2025, 11, 1))) == [
        (Duty.MONITOR, date(2026, 11, 1), Urgency.DAYS_30),
        (Duty.EVALUATE, date(2026, 11, 1), Urgency.DAYS_30),
    ]
    assert due(in_force(date(2026, 5, 1))) == [(Duty.MONITOR, date(2026, 11, 1), Urgency.DAYS_30)]


def test_what_is_not_in_force_yet_needs_no_monitoring():
    assert due(in_force(date(2026, 10, 20))) == []


def test_a_review_that_has_passed_is_late():
    found = due(in_force(date(2026, 8, 1), review_planned=day(date(2026, 10, 1))))
    assert found == [(Duty.REVIEW, date(2026, 10, 1), Urgency.LATE)]


def test_without_a_planned_review_the_years_of_the_register_count():
    (row,) = tally((in_force(date(2020, 2, 29)),), register(), AS_OF).lines
    assert (row.review_due, row.within_review) == (date(2025, 2, 28), False)


def watched_due(*given):
    """Duties of monitoring and evaluation of SOPs in force, each with what was found last."""
    dossiers = [in_force_as(effective, f"TL-{n:02}") for n, (effective, _) in enumerate(given)]
    watched = {one.key: seen for one, (_, seen) in zip(dossiers, given, strict=True)}
    found = tally(tuple(dossiers), register(), AS_OF, {}, watched).due
    return [(item.line.plan_code, item.duty, item.due) for item in found
            if item.duty in (Duty.MONITOR, Duty.EVALUATE)]  # fmt: skip


def in_force_as(effective, code):
    subject = sop(f"Penanganan Surat {code}", status="Disahkan", effective=day(effective))
    return dossier(review(subject, name=f"{code}.xlsx"), plan=plan_line(code, title=subject.title))


def test_what_a_workbook_tells_is_where_the_next_date_counts_from():
    seen = Watched(monitored=date(2026, 6, 1), evaluated=date(2025, 12, 1))
    assert watched_due((date(2025, 1, 1), seen)) == [
        ("TL-00", Duty.MONITOR, date(2026, 12, 1)),
        ("TL-00", Duty.EVALUATE, date(2026, 12, 1)),
    ]


def test_a_duty_is_late_only_where_workbooks_tell_of_it():
    seen, never = Watched(monitored=date(2026, 8, 1)), Watched()
    silent = (date(2025, 3, 1), never)
    assert watched_due(silent) == []
    assert watched_due((date(2025, 3, 1), seen), silent) == [
        ("TL-01", Duty.MONITOR, date(2026, 9, 1)),
    ]


def test_what_was_looked_at_before_a_revision_took_effect_counts_no_more():
    seen = Watched(monitored=date(2026, 4, 1))
    assert watched_due((date(2026, 5, 1), seen)) == [("TL-00", Duty.MONITOR, date(2026, 11, 1))]


DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@settings(deadline=None)
@given(DAYS, st.sampled_from([6, 12]), DAYS)
def test_the_next_date_is_never_past_and_never_a_whole_period_away(start, months, as_of):
    found = next_date(start, months, as_of)
    first = months_later(start, months)
    assert found
    assert first
    assert found >= max(first, as_of)
    if start <= as_of:
        assert (found - as_of).days <= 31 * months


@settings(deadline=None)
@given(DAYS, st.sampled_from([6, 12]), DAYS)
def test_the_last_missed_date_is_past_and_within_a_period(start, months, as_of):
    found = last_date(start, months, as_of)
    first = months_later(start, months)
    assert (found is None) == (as_of <= first)
    if found and first:
        assert first <= found < as_of
        assert (as_of - found).days <= 31 * months
