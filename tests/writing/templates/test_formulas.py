"""Formulas of the forms are what every spreadsheet program knows."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter.worksheet import Worksheet

from sopbatch.writing.templates import template_files
from tests.writing.templates.cut_arrays import cut_arrays


def formulas(data: bytes) -> Iterator[str]:
    """Those of cells, colours and checks."""
    for sheet in load_workbook(BytesIO(data)):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield str(cell.value)
        for colours in sheet.conditional_formatting:
            for rule in colours.rules:
                yield from rule.formula
        for check in sheet.data_validations.dataValidation:
            yield from (text for text in (check.formula1, check.formula2) if text)


TEXT, BRACKET = re.compile('"(?:[^"]|"")*"'), re.compile(r"([A-Za-z0-9_.]*)\(|\)")
MOST_NESTED, LONGEST, LONGEST_TEXT = 64, 8_192, 255
"""Functions within one another, characters, and characters of a text within it that Excel takes of
a formula; a form with more is damaged.
"""


def test_no_formula_is_beyond_what_excel_takes():
    for name, data in template_files().items():
        written = {*formulas(data)}
        assert max(map(len, written)) <= LONGEST, name
        assert max(map(_depth, written)) <= MOST_NESTED, name
        texts = [text[0][1:-1] for formula in written for text in TEXT.finditer(formula)]
        assert max(map(len, texts)) <= LONGEST_TEXT, name


def _depth(formula: str) -> int:
    """How many functions stand within one another."""
    opened: list[bool] = []
    most = 0
    for token in BRACKET.finditer(TEXT.sub("", formula)):
        if token[0] == ")":
            opened.pop()
        else:
            opened.append(bool(token[1]))
            most = max(most, sum(opened))
    return most


@pytest.mark.long
def test_no_formula_needs_a_new_excel():
    """XlsxWriter would mark functions of new versions, as Excel does; there are none to mark."""
    sheet: Any = Worksheet()
    for name, data in template_files().items():
        # Those of other rows name the same functions.
        written = {re.sub(r"\d+", "1", formula): formula for formula in formulas(data)}
        assert written, name
        for formula in written.values():
            assert sheet._prepare_formula(formula, True) == formula.removeprefix("="), name


CUT = [
    ("=LEN(A1:A3)", ["A1:A3"]),
    ("=SUMPRODUCT(LEN(A1:A3))", []),
    ("=SUM((A1:A3=1)*1)", ["A1:A3"]),
    ("=SUM(A1:A3)", []),
    ("=MATCH(1,(A1:A3=1)*1,0)", ["A1:A3"]),
    ("=MATCH(1,INDEX((A1:A3=1)*1,0),0)", []),
    ("=SUMPRODUCT(IF(A1:A3=1,1,0))", ["A1:A3"]),
    ("=SUMPRODUCT(IFERROR(MATCH(1,ROW(A1:A3)-1,0),1))", ["ROW(A1:A3)"]),
    ("=IF(SUMPRODUCT(MATCH(1,ROW(A1:A3)-1,0))>0,1,0)", []),
    ("=ROW(A1:A1)+ROWS(A1:A3)", []),
    ("=LEN(several)+LEN(one)", ["several"]),
    ("=SUMPRODUCT(--ISNUMBER(FIND(several,one)))", []),
    ('=OR(ISNUMBER(FIND({"a";"b"},A1)))', []),
]
"""Formulas with the ranges that Excel cuts to one value."""


@pytest.mark.parametrize(("formula", "cut"), CUT)
def test_what_excel_cuts_is_known(formula: str, cut: list[str]):
    assert cut_arrays(formula, {"several": "_ref!$A$1:$A$3", "one": "_ref!$A$1"}) == cut


@pytest.mark.long
def test_no_formula_of_a_cell_needs_an_array_mark():
    """Formulas of colours and names are worked out as arrays by every program."""
    for name, data in template_files().items():
        book = load_workbook(BytesIO(data))
        names = {name: str(defined.attr_text) for name, defined in book.defined_names.items()}
        written = {
            str(cell.value)
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        }
        cut = {formula: found for formula in written if (found := cut_arrays(formula, names))}
        assert not cut, name
