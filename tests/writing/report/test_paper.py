"""Pekan ini on paper: every page begins with a list or with the heads of one, and has room."""

from dataclasses import replace
from itertools import pairwise

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sopbatch.model import PAPERS
from sopbatch.writing.report import write_annex
from sopbatch.writing.report.page import MARGINS, PAPER_CODES
from sopbatch.writing.report.week_sheet import THIS_WEEK
from tests.builders import province
from tests.there import there
from tests.writing.report.reports import opened, told

DEFAULT_POINTS, POINTS_PER_MM = 15, 72 / 25.4


@pytest.fixture(scope="module", params=[*PAPER_CODES, "A3"])
def printed(request: pytest.FixtureRequest) -> Worksheet:
    known, dossiers = province(80)
    settings = replace(known.settings, paper=request.param)
    content = told(replace(known, settings=settings), dossiers)
    return opened(write_annex(content))[THIS_WEEK]


def pages(sheet: Worksheet) -> list[range]:
    """Rows of each page, 1-based."""
    ends = [0, *(one.id for one in sheet.row_breaks.brk), sheet.max_row]
    return [range(first + 1, last + 1) for first, last in pairwise(ends)]


def test_a_page_begins_with_a_list_or_with_the_heads_of_one(printed: Worksheet):
    assert len(pages(printed)) > 2
    for rows in pages(printed)[1:]:
        first = printed.cell(rows[0], 1)
        assert first.font.b, rows
        assert first.value, rows


def test_a_page_holds_its_rows_and_columns(printed: Worksheet):
    scale = there(printed.page_setup.scale) / 100
    size = next(
        PAPERS[name] for name, code in PAPER_CODES.items() if code == printed.page_setup.paperSize
    )
    left, right, top, bottom = (72 * inches for inches in MARGINS)
    for rows in pages(printed):
        heights = (printed.row_dimensions[row].height or DEFAULT_POINTS for row in rows)
        assert scale * sum(heights) <= size.height * POINTS_PER_MM - top - bottom
    wide = sum(round(printed.column_dimensions[one].width * 7) for one in "ABCDEFG")
    assert scale * wide * 0.75 <= size.width * POINTS_PER_MM - left - right
    assert not there(printed.sheet_properties.pageSetUpPr).fitToPage
