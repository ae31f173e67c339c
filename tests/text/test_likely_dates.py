"""A date is offered where a text has one meaning, whatever stands round it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.reading.values.dates import parse_date
from sopbatch.text.likely_dates import likely_date, likely_day
from sopbatch.text.months import MONTHS, WEEKDAYS
from sopbatch.text.spelled import day_in_words, in_words
from sopbatch.text.words import long_date

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
FORMS = (
    *("({d} {m} {y})", "[{d} {m} {y}]", "“{d} {m} {y}”", "{d}, {m} {y}", "{d} , {m} , {y}"),
    *("{y} {m} {d}", "{d:02}{n:02}{y}", "{d:02} {n:02} {y}", "{d}|{n}|{y}", "{d} {m} {y}*"),
    *("{d} ({w}) {m} {y}", "{d} {m} {y} ({h})", "{h} ({d} {m} {y})", "tanggal {w} {m} {y}"),
    *("{d} bulan {m} tahun {y}", "{w} {m} {wy}", "{d} {m} {y} (draf)", "{d}_{m}_{y}"),
)


def _written(day: date, form: str) -> str:
    return form.format(
        d=day.day,
        n=day.month,
        m=MONTHS[day.month - 1],
        y=day.year,
        w=in_words(day.day),
        wy=in_words(day.year),
        h=WEEKDAYS[day.weekday()],
    )


@given(DAYS, st.sampled_from(FORMS))
def test_one_meaning_is_offered(day, form):
    assert likely_date(_written(day, form)) == long_date(day)


@given(DAYS)
def test_a_day_in_words_is_offered(day):
    assert likely_day(day_in_words(day)) == day


@given(DAYS, DAYS, st.sampled_from(FORMS), st.sampled_from((" s.d. ", " / ", " atau ", " revisi ")))
def test_two_dates_are_not_one(first, second, form, between):
    assert likely_date(_written(first, form) + between + _written(second, form)) == ""


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_that_differs_offers_nothing(day, weekday):
    offered = likely_date(f"{weekday}, ({long_date(day)})")
    assert (offered == "") == (WEEKDAYS[day.weekday()] != weekday)


@given(st.text(max_size=200))
def test_what_is_offered_for_any_text_is_a_day(text):
    offered = likely_date(text)
    assert offered == "" or parse_date(offered).value
