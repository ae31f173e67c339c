"""Keadaan says when a date lies before Tanggal Pembuatan, as D-03 and D-04 do."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import NO_REGISTER, CellRef, CellValue, Place
from sopbatch.reading.values.dates import parse_date
from sopbatch.rules import RULES
from sopbatch.rules.report_day import ReportDay
from sopbatch.rules.rule import Case
from sopbatch.schema.fields import FILLED, WrongState
from sopbatch.schema.places import STATE_COLUMN, template_cells
from sopbatch.schema.sop import IDENTITY_FIELDS
from sopbatch.text.words import long_date
from sopbatch.writing.templates import example_values, write_sop_template
from sopbatch.writing.templates.form import NO_MARKS, filled_form
from sopbatch.writing.templates.identity_state import state
from tests.builders import review, sop
from tests.office import Office

FIELDS = {field.key: field for field in IDENTITY_FIELDS}
FIRST = date(1930, 1, 1)
days = st.one_of(
    st.dates(date(2024, 12, 20), date(2025, 1, 20)), st.dates(FIRST, date(2099, 12, 31))
)
WAYS = (
    lambda day: day,
    lambda day: datetime.combine(day, time(23, 59)),
    lambda day: (day - date(1899, 12, 30)).days,
    lambda day: str((day - date(1899, 12, 30)).days),
    long_date,
    date.isoformat,
    lambda day: f"Samarinda, {long_date(day)}",
    lambda day: f"{day:%Y%m%d}",
)
KEYS = {"effective": "D-03", "revised": "D-04"}


def values_of(created: CellValue, key: str, value: CellValue) -> Mapping[Place, CellValue]:
    values = {**example_values(), Place("revision"): 2}
    return {**values, Place("created"): created, Place(key): value}


def told(created: CellValue, key: str, value: CellValue) -> str:
    """Keadaan of the later date."""
    return state(FIELDS[key], filled_form(values_of(created, key, value), None, 1, NO_MARKS))


def is_found(created: CellValue, key: str, value: CellValue) -> bool:
    """Whether the check finds them in the wrong order."""
    (rule,) = (one for one in RULES if one.code == KEYS[key])
    read: dict[str, Any] = {"created": parse_date(created), key: parse_date(value)}
    submission = review(sop(**read)).submission
    assert submission is not None
    assert rule.check is not None
    return bool([*rule.check(Case(submission, NO_REGISTER, ReportDay(date(2025, 5, 1))))])


@given(days, days, st.sampled_from(WAYS), st.sampled_from(WAYS), st.sampled_from([*KEYS]))
def test_keadaan_tells_what_the_check_tells(first: date, second: date, one, other, key: str):
    created, value = one(first), other(second)
    said = told(created, key, value)
    assert (said == WrongState.EARLY) == is_found(created, key, value)
    assert said in (FILLED, WrongState.EARLY)


@pytest.mark.parametrize(
    ("created", "value", "said"),
    [
        ("3 Maret 2025", "2 Maret 2025", WrongState.EARLY),
        ("3 Maret 2025", "3 Maret 2025", FILLED),
        ("3 Maret 2025", "31 Juni 2024", WrongState.DATE),
        ("3/4/2025", "2 Maret 2025", FILLED),
        ("", "2 Maret 2025", FILLED),
    ],
)
def test_only_two_sure_dates_are_compared(created: str, value: str, said: str):
    assert told(created, "effective", value) == said


@pytest.mark.office
def test_the_cells_say_it(office: Office):
    cells = template_cells()
    typed = {key: cells[Place(key)] for key in ("created", "effective", "revised", "revision")}
    states = [CellRef("Identitas", typed[key].row, STATE_COLUMN) for key in KEYS]
    day = date(2025, 3, 3)
    with office.opened(write_sop_template(values_of(day, "revised", day))) as book:
        for way in (long_date, date.isoformat, lambda one: one):
            book.type({typed["effective"]: way(day), typed["revised"]: way(day)})
            assert {*book.read(states).values()} == {FILLED}
            before = way(day - timedelta(days=1))
            book.type({typed["effective"]: before, typed["revised"]: before})
            assert {*book.read(states).values()} == {WrongState.EARLY}
