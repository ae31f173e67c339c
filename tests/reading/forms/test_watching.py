"""Forms about SOPs of an agency: read the same whoever saved them, and told apart."""

import re
from dataclasses import replace
from functools import cache

import pytest

from sopbatch.batch.family.members import MEMBERS, member_of
from sopbatch.model import FormReading, Grid
from sopbatch.model.drafting import Drafting
from sopbatch.model.evaluation import Evaluation
from sopbatch.model.monitoring import Monitoring
from sopbatch.reading import read_grid
from sopbatch.reading.forms import kind_by_labels, read_form
from sopbatch.writing.templates.kinds import kind_cells, write_kind
from tests.builders import received
from tests.office import Office
from tests.there import there

CODES = ("MONITORING", "EVALUASI", "PENYUSUNAN")
each_kind = pytest.mark.parametrize("code", CODES)


@cache
def example(code: str) -> Grid:
    member = there(member_of(code))
    return read_grid(write_kind(member.kind, member.example()))


def read(code: str, grid: Grid) -> FormReading:
    member = there(member_of(code))
    return read_form(grid, received("a.xlsx"), member.kind, member.build)


def told(reading: FormReading) -> Monitoring | Evaluation | Drafting:
    assert isinstance(reading.record, Monitoring | Evaluation | Drafting)
    return reading.record


def as_typed(record: Monitoring | Evaluation | Drafting) -> str:
    """The record with days as days: programs store them in different ways."""
    return re.sub(r"raw=(?:'[^']*'|[^,]*)", "raw=", repr(record))


@each_kind
def test_the_example_is_read_as_it_was_filled(code):
    reading = read(code, example(code))
    assert (reading.problems, reading.repairs) == ((), ())
    assert len(told(reading).rows) == 2


def test_what_an_evaluation_says_of_each_sop():
    record = read("EVALUASI", example("EVALUASI")).record
    assert isinstance(record, Evaluation)
    kept, revised = record.rows
    assert (kept.agreed, kept.denied, kept.conclusion) == (7, 0, "Tetap")
    assert (revised.agreed, revised.denied, revised.conclusion) == (5, 2, "Direvisi")
    assert revised.answers == (True, True, False, True, False, True, True)


@each_kind
def test_their_tables_are_told_apart_where_no_form_of_ours_was_used(code):
    grid = example(code)
    names = {there(member_of(one)).kind.tables[0].sheet for one in CODES}
    tables = tuple(one for one in grid.sheets if one.name in names)
    bare = replace(grid, sheets=tables, names={}, properties={})
    kinds = tuple(member.kind for member in MEMBERS)
    assert there(kind_by_labels(bare, kinds)).code == code
    assert there(kind_by_labels(bare, kinds[::-1])).code == code


@pytest.mark.long
@pytest.mark.office
@each_kind
@pytest.mark.parametrize("saved_as", ["xlsx", "ods", "xls"])
def test_a_form_that_another_program_filled_and_saved_reads_the_same(
    office: Office, saved_as, code
):
    member = there(member_of(code))
    values = member.example()
    cells = {cell: values[place] for place, cell in kind_cells(member.kind, values).items()
             if place in values}  # fmt: skip
    saved = read(code, read_grid(office.fill(write_kind(member.kind), cells, saved_as)))
    assert saved.problems == ()
    assert as_typed(told(saved)) == as_typed(told(read(code, example(code))))
