"""LibreOffice as a judge: it opens the report and calculates every total again."""

import csv

import pytest

from sopbatch.writing.report.workbook import ANNEX, LEADERS
from tests.builders import province, refused
from tests.office import Office
from tests.writing.report.reports import written

RESULTS = ("Cocok", "Tidak cocok")

pytestmark = pytest.mark.office


@pytest.mark.parametrize("size", [0, 40])
def test_libreoffice_agrees_with_every_total(office: Office, size):
    sheets = {}
    for report in written(*province(size), (refused(),))[1]:
        with office.opened(report) as book:
            sheets |= book.as_csv()
    cells = [cell for row in csv.reader(sheets["Rekonsiliasi"].splitlines()) for cell in row]
    results = [cell for cell in cells if cell in RESULTS]
    assert results == ["Cocok"] * (35 if size else 4)
    assert len(sheets) == len(ANNEX) + len(LEADERS)
    for text in sheets.values():
        assert not any(mark in text for mark in ("#REF!", "#NAME?", "#VALUE!", "Err:", "###"))
