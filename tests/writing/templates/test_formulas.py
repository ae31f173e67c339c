"""Formulas of the forms are what every spreadsheet program knows."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter.worksheet import Worksheet

from sopbatch.writing.templates import template_files


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


@pytest.mark.long
@pytest.mark.parametrize(("name", "data"), sorted(template_files().items()))
def test_no_formula_needs_a_new_excel(name: str, data: bytes):
    """XlsxWriter would mark functions of new versions, as Excel does; there are none to mark."""
    sheet: Any = Worksheet()
    written = {*formulas(data)}
    assert written
    for formula in written:
        assert sheet._prepare_formula(formula, True) == formula.removeprefix("=")
