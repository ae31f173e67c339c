from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model.grid import CellError
from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.fragments import is_fragment, join_fragments
from sopbatch.reading.values.lists import split_items, strip_marker
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.numbers import parse_number
from sopbatch.reading.values.text import as_text, symbol
from sopbatch.text.roles import role_key
from sopbatch.text.straight import clean, fold, is_missing, straighten
from tests.patience import at_once

OF_CELLS: list[Callable[..., Any]] = [parse_duration, parse_date, parse_nip]
OF_TEXTS: list[Callable[..., Any]] = [parse_citation, parse_number]
TEXT_FUNCTIONS: list[Callable[..., Any]] = [
    *(clean, fold, is_missing, split_items, symbol),
    *(straighten, strip_marker, is_fragment, role_key),
]
CELL_VALUES = st.one_of(
    st.none(),
    st.text(),
    st.text(alphabet="0123456789 .,/-()\n½jamhrikeptg"),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.builds(CellError, st.text()),
)
MONSTERS = [
    "99999999999999999999 days",
    "9" * 4301,
    "9" * 4301 + " hari",
    "1 Januari " + "9" * 4301,
    "UU Nomor " + "9" * 4301 + " Tahun 2014",
    "1e309",
    "1e309 jam",
    "²",
    "٣ jam",
    "١/٢/٢٠٢٠",
    "\x00",
    "\u202e1 jam",
    "=1+1",
]


@pytest.mark.parametrize("parse", OF_CELLS)
@given(value=CELL_VALUES)
def test_every_cell_value_is_read_and_kept(parse, value):
    assert parse(value).raw == as_text(value)


@pytest.mark.parametrize("parse", OF_TEXTS)
@given(text=st.text())
def test_every_text_is_read_and_kept(parse, text):
    assert parse(text).raw == text


@pytest.mark.parametrize("function", TEXT_FUNCTIONS)
@given(text=st.text(max_size=40))
def test_blanks_around_a_text_say_nothing(function, text):
    assert function(f"\t {text}\n ") == function(text)


@pytest.mark.parametrize("monster", MONSTERS)
def test_monsters_are_kept_as_they_are(monster):
    for parse in (*OF_CELLS, *OF_TEXTS):
        assert parse(monster).raw == monster
    _ = parse_citation(monster).identity


def test_monstrous_numbers_are_read():
    for value in (10**5000, -(10**400), 1e308, -1e308, 5e-324, 10**18, -1):
        for parse in OF_CELLS:
            assert parse(value).raw == as_text(value)


@pytest.mark.parametrize("function", TEXT_FUNCTIONS)
@pytest.mark.parametrize("piece", ["a", "1. ", "-\n", "½", "Kasi ", "/"])
def test_texts_of_100_kilobytes_are_taken_at_once(function, piece):
    with at_once():
        function(piece * (100_000 // len(piece)))


@pytest.mark.parametrize("item", ["a", "A dan", "Nomor", "1. a"])
def test_a_column_of_20_thousand_fragments_is_joined_at_once(item):
    with at_once():
        join_fragments(["A", *[item] * 20_000])
