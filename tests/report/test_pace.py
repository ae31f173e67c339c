"""Pace as need: what must be done a week, what was done, never beyond the plan, never negative."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import Completion, WeekTotals
from sopbatch.report.pace import needed_per_week, pace_of, pace_sentence, plan_sentence
from tests.there import there

NOW, WEEK = date(2026, 10, 9), timedelta(weeks=1)
DEADLINE = date(2026, 12, 31)
NEEDED = "Perlu 2,6 SOP per minggu agar selesai 31 Desember 2026"


def week(day, ratified, planned=40, revoked=0):
    return WeekTotals(day, Completion(planned=planned, planned_ratified=ratified, revoked=revoked))


def spoken(history, now, deadline=DEADLINE):
    return pace_sentence(pace_of(history, now), now.total, now.as_of, deadline)


def test_pace_is_measured_over_the_last_four_weeks():
    history = (week(date(2026, 9, 4), 0), week(date(2026, 9, 11), 2), week(date(2026, 10, 2), 9))
    pace = there(pace_of(history, week(NOW, 10)))
    assert (pace.since, pace.days, pace.done, pace.per_week) == (date(2026, 9, 11), 28, 8, 2.0)


def test_without_an_earlier_week_there_is_no_pace():
    assert pace_of((week(NOW, 3),), week(NOW, 3)) is None


def test_a_revocation_cancels_no_progress():
    pace = there(
        pace_of((week(NOW - 2 * WEEK, 3), week(NOW - WEEK, 5)), week(NOW, 4, 39, revoked=1))
    )
    assert (pace.done, pace.revoked, pace.added) == (2, 1, 0)


WAYS = [
    # history, now, deadline, what is said
    ((week(NOW - 4 * WEEK, 2),), week(NOW, 10), DEADLINE, f"{NEEDED}; empat minggu terakhir 2,0."),
    ((week(NOW - WEEK, 12),), week(NOW, 10), DEADLINE, f"{NEEDED}; satu minggu terakhir 0,0."),
    ((week(NOW - 2 * WEEK, 9),), week(NOW, 10), DEADLINE, f"{NEEDED}; dua minggu terakhir 0,5."),
    (
        (week(date(2026, 9, 24), 7),),
        week(NOW, 10),
        DEADLINE,
        f"{NEEDED}; 15 hari terakhir 1,4.",
    ),
    ((), week(NOW, 10), DEADLINE, f"{NEEDED}."),
    (
        (),
        week(NOW, 10),
        date(2026, 9, 30),
        "Tenggat terakhir, 30 September 2026, sudah sampai dan 30 SOP belum selesai.",
    ),
    ((), week(NOW, 10), None, "Rencana belum bertenggat; 30 SOP belum selesai."),
    ((), week(NOW, 40), DEADLINE, "Semua judul yang direncanakan sudah selesai."),
    ((), week(NOW, 0, 0), DEADLINE, ""),
]


@pytest.mark.parametrize(("history", "now", "deadline", "said"), WAYS)
def test_need_is_told_before_pace(history, now, deadline, said):
    assert spoken(history, now, deadline) == said


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (week(NOW - WEEK, 1), week(NOW, 1), ""),
        (
            week(NOW - WEEK, 1),
            week(NOW, 1, 42, revoked=1),
            "Sejak 2 Oktober 2026: 1 judul dicabut dari rencana dan rencana bertambah 3 judul.",
        ),
        (
            week(NOW - WEEK, 1),
            week(NOW, 1, 38),
            "Sejak 2 Oktober 2026: rencana berkurang 2 judul.",
        ),
    ],
)
def test_changes_of_the_plan_are_a_line_of_their_own(before, now, said):
    assert plan_sentence(pace_of((before,), now)) == said


TOTALS = st.builds(
    lambda planned, part, revoked: Completion(
        planned=planned, planned_ratified=planned * part // 10, revoked=revoked
    ),
    st.integers(0, 300),
    st.integers(0, 10),
    st.integers(0, 20),
)


@given(st.lists(TOTALS, min_size=1, max_size=8), st.integers(-400, 400))
def test_no_pace_is_negative_and_the_need_is_enough(totals, days):
    weeks = [WeekTotals(NOW - at * WEEK, total) for at, total in enumerate(totals)]
    now, *history = weeks
    pace, deadline = pace_of(tuple(history), now), NOW + timedelta(days)
    assert pace is None or pace.per_week >= 0
    left = now.total.planned - now.total.planned_ratified
    needed = needed_per_week(now.total, NOW, deadline)
    if needed is not None:
        assert days > 0
        assert needed * days / 7 >= left - 1e-6
        assert (needed - 0.1) * days / 7 < left or needed == 0
    assert "-" not in spoken(tuple(history), now, deadline)
