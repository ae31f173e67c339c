"""A formula in another cell says what spreadsheets say when they copy it there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from sopbatch.model import column_letters
from sopbatch.text.moving import MovableFormula

DOLLAR = st.sampled_from(("", "$"))
COLUMN = st.integers(1, 800).map(column_letters)
ROW = st.integers(1, 9_000).map(str)
CELL = st.tuples(DOLLAR, COLUMN, DOLLAR, ROW).map("".join)
AREA = st.tuples(CELL, CELL).map(":".join)
SHEET = st.sampled_from(("", "", "", "Identitas!", "'Prosedur 2'!", "'A1'!", "[1]Data!"))
TEXT = st.text("A1$:B2\"'!%{ é", max_size=8).map(lambda text: '"' + text.replace('"', '""') + '"')
NAME = st.sampled_from(("id_judul", "sopb_daftar", "TRUE", "_A1", "A1.B2", "pajak2024"))
NUMBER = st.sampled_from(("1", "2.5", "50%", "1E5"))
OPERAND = st.one_of(st.tuples(SHEET, st.one_of(CELL, AREA)).map("".join), TEXT, NAME, NUMBER)


def _called(parts: tuple[str, list[str]]) -> str:
    return f"{parts[0]}({','.join(parts[1])})"


def _joined(parts: list[str]) -> str:
    return "&".join(parts)


FUNCTION = st.sampled_from(("IF", "SUM", "LOG10", "ATAN2", "IFERROR"))
FORMULA = st.recursive(
    OPERAND,
    lambda inner: st.one_of(
        st.tuples(FUNCTION, st.lists(inner, min_size=1, max_size=3)).map(_called),
        st.lists(inner, min_size=2, max_size=3).map(_joined),
    ),
    max_leaves=8,
)


@pytest.mark.long
@given(FORMULA, st.integers(0, 500), st.integers(0, 50))
def test_it_says_what_another_program_says(formula: str, rows: int, columns: int):
    there = f"{column_letters(1 + columns)}{1 + rows}"
    told = Translator(f"={formula}", "A1").translate_formula(there)
    assert "=" + MovableFormula.of(formula).moved(rows, columns) == told


@given(FORMULA)
def test_where_it_stands_it_stays_as_it_is(formula: str):
    assert MovableFormula.of(formula).moved(0) == formula


@pytest.mark.long
@given(FORMULA, st.integers(0, 500), st.integers(-400, 400))
def test_two_ways_are_one(formula: str, first: int, second: int):
    once = MovableFormula.of(formula).moved(first + second + 500)
    assert MovableFormula.of(MovableFormula.of(formula).moved(first + 500)).moved(second) == once


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("SUM(A:A)+SUM($A:B)", "SUM(B:B)+SUM($A:C)"),
        ("SUM(3:3)+SUM($3:4)", "SUM(5:5)+SUM($3:6)"),
        ('"A1"&A1&"%s"', '"A1"&B3&"%s"'),
        ("A1048576", "B2"),
        ("XFD1", "A3"),
        ("LOG10(A1)%", "LOG10(B3)%"),
        ("Tabel[[#This Row],[A1]]&A1", "Tabel[[#This Row],[A1]]&B3"),
    ],
)
def test_two_rows_down_and_one_column_on(formula: str, moved: str):
    assert MovableFormula.of(formula).moved(2, 1) == moved
