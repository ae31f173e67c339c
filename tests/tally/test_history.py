from datetime import date

import pytest

from sopbatch.model import Completion, WeekTotals, iso_week, pace_of

NOW = date(2026, 10, 9)


def week(day, ratified, planned=40):
    return WeekTotals(day, Completion(planned=planned, planned_ratified=ratified))


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 1, 1), "2026-W01"),
        (date(2027, 1, 1), "2026-W53"),
        (date(2026, 10, 4), "2026-W40"),
        (date(2026, 10, 5), "2026-W41"),
    ],
)
def test_weeks_are_those_of_the_iso_calendar(day, week):
    assert iso_week(day) == week


def test_pace_is_measured_over_the_last_four_weeks():
    history = (week(date(2026, 9, 4), 0), week(date(2026, 9, 11), 2), week(date(2026, 10, 2), 9))
    pace = pace_of(history, week(NOW, 10))
    assert (pace.per_week, pace.weeks) == (2.0, 4.0)
    assert pace.expected == date(2027, 1, 22)


def test_without_an_earlier_week_there_is_no_pace():
    assert pace_of((week(NOW, 3),), week(NOW, 3)) is None


@pytest.mark.parametrize(("before", "now", "expected"), [(3, 3, None), (4, 3, None), (9, 40, NOW)])
def test_what_does_not_move_has_no_expected_date(before, now, expected):
    assert pace_of((week(date(2026, 10, 2), before),), week(NOW, now)).expected == expected


def test_a_very_slow_pace_leads_beyond_the_calendar():
    history = (week(date(2026, 10, 2), 0, 10_000_000),)
    assert pace_of(history, week(NOW, 1, 10_000_000)).expected is None
