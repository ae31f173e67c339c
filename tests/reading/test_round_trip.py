"""What was written into the template is what is read, whichever way the workbook went."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from sopbatch.model import CellRef, CellValue, Grid, Place, Sop
from sopbatch.reading import read_grid
from sopbatch.schema.places import procedure_cells, template_cells
from sopbatch.writing.templates import sop_values, write_sop_template
from tests.office import Office, SaveAs
from tests.reading.strategies import sops
from tests.reading.submissions import (
    as_read,
    full_sop,
    read,
    second_procedure,
    stripped,
    template,
    typed_into,
    wrong_cells,
)
from tests.samples import sample_sops

SOPS = (*sample_sops(), full_sop(), second_procedure(full_sop()))
NAMES = [*(sop.plan_code for sop in sample_sops()), "full", "two procedures"]


@cache
def blank() -> Grid:
    return read_grid(write_sop_template(parts=2))


@pytest.mark.few(4)
@pytest.mark.parametrize("sop", SOPS, ids=NAMES)
def test_a_written_sop_is_read_back_by_names(sop: Sop):
    grid = read_grid(template(sop))
    submission = read(grid)
    assert submission.sop == as_read(sop)
    assert (submission.problems, submission.repairs) == ((), ())
    assert submission.version == 1
    assert wrong_cells(submission, grid) == []


@pytest.mark.few(4)
@pytest.mark.parametrize("sop", SOPS, ids=NAMES)
def test_a_written_sop_is_read_back_by_labels_alone(sop: Sop):
    grid = stripped(read_grid(template(sop)))
    submission = read(grid)
    assert submission.sop == replace(as_read(sop), plan_code="")
    assert [problem.code for problem in submission.problems] == ["F-02"]
    assert submission.repairs == ()
    assert submission.version == 0
    assert wrong_cells(submission, grid) == []


@pytest.mark.long
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sops())
def test_any_sop_typed_into_the_template_is_read_back(sop: Sop):
    grid = typed_into(blank(), sop)
    submission = read(grid)
    assert submission.sop == as_read(sop)
    assert submission.repairs == ()
    assert wrong_cells(submission, grid) == []


@pytest.mark.long
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sops())
def test_any_sop_typed_into_the_template_is_read_back_by_labels_alone(sop: Sop):
    grid = stripped(typed_into(blank(), sop))
    submission = read(grid)
    assert submission.sop == replace(as_read(sop), plan_code="")
    assert wrong_cells(submission, grid) == []


def test_words_of_steps_that_are_labels_of_the_identity_make_no_second_one():
    sop = second_procedure(full_sop())
    first, second = sop.procedures
    words = ("Bagian", "Nama", "Jabatan", "Penyusun", "Judul SOP", "Status")
    steps = tuple(
        replace(step, inputs=word) for step, word in zip(second.steps, words, strict=False)
    )
    assert len(steps) > 4
    sop = replace(sop, procedures=(first, replace(second, steps=steps)))
    submission = read(stripped(typed_into(blank(), sop)))
    assert submission.sop == replace(as_read(sop), plan_code="")


@pytest.mark.long
@pytest.mark.office
@pytest.mark.parametrize("save_as", ["xlsx", "ods", "xls"])
def test_a_sop_typed_into_the_blank_template_is_read_back(office: Office, save_as: SaveAs):
    sop = second_procedure(full_sop())
    blank = write_sop_template({Place("plan_code"): sop.plan_code}, parts=2)
    places = {**template_cells(), **procedure_cells(2)}
    typed: dict[CellRef, CellValue] = {
        places[place]: value for place, value in sop_values(sop).items() if place in places
    }
    data = office.fill(blank, typed, save_as)
    grid = read_grid(data)
    submission = read(grid)
    assert submission.sop == as_read(sop)
    assert (submission.problems, submission.repairs) == ((), ())
    assert submission.version == 1
    assert wrong_cells(submission, grid) == []
