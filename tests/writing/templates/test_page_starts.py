"""Where the pages of a printed form begin."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.family.members import MEMBERS
from sopbatch.schema.kinds import FieldSheet
from sopbatch.writing.templates.field_sheet import ABOVE_POINTS, PAGE_POINTS, page_starts
from sopbatch.writing.templates.kind_fields import field_rows
from sopbatch.writing.templates.kinds import write_kind
from tests.writing.report.reports import opened

heights = st.lists(st.floats(20, 2 * PAGE_POINTS), min_size=1, max_size=30)


@given(heights)
def test_a_block_that_has_room_on_a_page_is_not_torn(points):
    starts = page_starts(list(enumerate(points)))
    pages = [points[a:b] for a, b in pairwise([0, *starts, len(points)])]
    for place, page in enumerate(pages):
        above = ABOVE_POINTS if not place else 0
        torn = sum(page) + above > PAGE_POINTS
        assert not torn or max(page) + above > PAGE_POINTS - 24


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.kind.code)
def test_pages_of_a_form_begin_with_a_field_or_its_group(member):
    book = opened(write_kind(member.kind))
    for sheet in member.kind.sheets:
        if isinstance(sheet, FieldSheet):
            begins = {row for row, _ in field_rows(sheet)}
            breaks = [one.id + 1 for one in book[sheet.sheet_name(1)].row_breaks.brk]
            assert begins.issuperset(breaks)


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.kind.code)
def test_what_is_printed_can_be_read(member):
    for sheet in opened(write_kind(member.kind)):
        if sheet.sheet_state == "visible" and sheet.sheet_properties.pageSetUpPr:
            wide = sum(7 * one.width + 5 for one in _columns(sheet)) / 96
            pages = sheet.page_setup.fitToWidth or 1
            assert pages * 12 / wide > 0.5
            assert pages == 1 or sheet.print_title_cols == "$A:$A"


def _columns(sheet):
    """The columns, each of those that are declared together."""
    for one in sheet.column_dimensions.values():
        yield from [one] * (one.max - one.min + 1)
