from datetime import date

import pytest

from sopbatch.model import iso_week


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
