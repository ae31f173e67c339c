"""Whatever is typed, wherever it stands, is read into a value or told at its place."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sopbatch.model import CellRef, Grid, Sheet
from sopbatch.reading import read_grid
from sopbatch.schema.earlier_prompts import EARLIER_PROMPTS
from sopbatch.schema.fields import Field
from sopbatch.schema.own_texts import DIGESTS
from sopbatch.schema.places import PROMPT_COLUMN, identity_rows
from sopbatch.schema.sop import IDENTITY_SHEET, LISTS_SHEET
from tests.reading.submissions import full_sop, read, stripped, template
from tests.reading.typed_in import (
    WORDS,
    Formula,
    Typed,
    formulas_typed_over,
    is_accounted,
    with_formula,
    with_typed,
)

FOREIGN, HIDDEN = "Catatan rapat", "Arsip lama"


@cache
def form() -> Grid:
    """A filled form with further sheets, one of them hidden."""
    grid = read_grid(template(full_sop()))
    return replace(
        grid, sheets=(*grid.sheets, Sheet(name=FOREIGN), Sheet(name=HIDDEN, visible=False))
    )


@cache
def blank_cells(sheet_name: str) -> st.SearchStrategy[CellRef]:
    """Cells beside, between, above and below what the form holds there."""
    sheet = next(one for one in form().sheets if one.name == sheet_name)
    taken = {*sheet.cells, *sheet.formulas, *sheet.uncached}
    covered = {
        (row, column)
        for merge in sheet.merges
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
    }
    places = st.tuples(st.integers(1, sheet.height + 12), st.integers(1, sheet.width + 4))
    return places.filter(lambda at: at not in taken and at not in covered).map(
        lambda at: CellRef(sheet.name, *at)
    )


@st.composite
def typed_texts(draw: st.DrawFn) -> Typed:
    """One to six texts in blank cells of any sheets, each text once."""
    sheets = draw(st.lists(st.sampled_from(form().sheets), min_size=1, max_size=6))
    cells = [draw(blank_cells(sheet.name)) for sheet in sheets]
    return {cell: f"{draw(st.sampled_from(WORDS))} w{n}w" for n, cell in enumerate(cells)}


@pytest.mark.long
@settings(max_examples=40)
@given(typed_texts(), st.frozensets(st.integers(1, 60), max_size=3))
def test_whatever_is_typed_is_read_or_told(typed: Typed, hidden_rows: frozenset[int]):
    submission = read(with_typed(form(), typed, hidden_rows))
    lost = [f"{cell} {text}" for cell, text in typed.items()
            if not is_accounted(submission, cell, text)]  # fmt: skip
    assert lost == []


@pytest.mark.long
@settings(max_examples=20)
@given(typed_texts())
def test_formats_that_keep_cells_alone_lose_nothing_either(typed: Typed):
    kept = {cell: text for cell, text in typed.items() if cell.sheet != LISTS_SHEET}
    submission = read(stripped(with_typed(form(), kept)))
    lost = [f"{cell} {text}" for cell, text in kept.items()
            if not is_accounted(submission, cell, text)]  # fmt: skip
    assert lost == []


@cache
def form_cells(sheet_name: str) -> tuple[CellRef, ...]:
    """Cells that hold the form's own: labels, headings, sentences, states, lists."""
    sheet = next(one for one in form().sheets if one.name == sheet_name)
    inputs = set(read(form()).cells.values())
    cells = (CellRef(sheet_name, *at) for at in sorted({*sheet.cells, *sheet.formulas}))
    return tuple(cell for cell in cells if cell not in inputs)


@st.composite
def texts_typed_over(draw: st.DrawFn) -> Typed:
    """One to four texts over the form's own, alone or behind what stood there."""
    sheets = [sheet for sheet in form().sheets if form_cells(sheet.name)]
    typed = {}
    for n, sheet in enumerate(draw(st.lists(st.sampled_from(sheets), min_size=1, max_size=4))):
        cell = draw(st.sampled_from(form_cells(sheet.name)))
        own = sheet.cells.get((cell.row, cell.column), "")
        before = f"{own} " if own and draw(st.booleans()) and isinstance(own, str) else ""
        typed[cell] = f"{before}{draw(st.sampled_from(WORDS))} w{n}w"
    return typed


@pytest.mark.long
@settings(max_examples=60)
@given(texts_typed_over())
def test_whatever_is_typed_over_the_form_is_read_or_told(typed: Typed):
    submission = read(with_typed(form(), typed))
    lost = [f"{cell} {text}" for cell, text in typed.items()
            if not is_accounted(submission, cell, text)]  # fmt: skip
    assert lost == []


@pytest.mark.long
@settings(max_examples=60)
@example((CellRef("Prosedur", 11, 1), "A10+1", 3))
@given(st.deferred(lambda: formulas_typed_over(form())))
def test_a_formula_typed_over_one_of_the_form_is_told(typed: Formula):
    """Whatever it comes to, and wherever the form reckons: states, checks, counters, numbers."""
    submission = read(with_formula(form(), typed))
    assert is_accounted(submission, typed[0], f"={typed[1]}"), submission.problems


@pytest.mark.parametrize("row", [2, 9, 30])
def test_a_digest_typed_over_makes_no_formula_of_the_form_a_typed_one(row: int):
    submission = read(with_typed(form(), {CellRef(LISTS_SHEET, row, 3): "zirkon w1w"}))
    told = {at.sheet for one in submission.problems if (at := submission.cell(one.place))}
    assert told == {LISTS_SHEET}


def test_a_form_as_it_was_issued_tells_nothing():
    for grid in (form(), stripped(form())):
        assert {one.code for one in read(grid).problems} <= {"F-02"}


@pytest.mark.parametrize("scattered", [30, 400])
def test_much_that_is_scattered_is_one_problem_a_sheet(scattered: int):
    typed = {
        CellRef("Prosedur", 3 * n % 97 + 1, 60 + n % 13): f"zq w{n}w" for n in range(scattered)
    }
    submission = read(with_typed(form(), typed))
    assert [one.code for one in submission.problems] == ["F-21"]
    assert all(is_accounted(submission, cell, text) for cell, text in typed.items())


def issued_before(number: int) -> Grid:
    """The form without digests of its own texts, its helps as an earlier one worded them."""
    sheets = []
    for sheet in form().sheets:
        cells = dict(sheet.cells)
        if sheet.name == LISTS_SHEET:
            told = (at for at, text in cells.items() if re.fullmatch(DIGESTS, str(text)))
            cells = {at: cells[at] for at in cells.keys() - {*told}}
        if sheet.name == IDENTITY_SHEET:
            for row, field in identity_rows():
                if isinstance(field, Field) and (worded := EARLIER_PROMPTS.get(field.key)):
                    cells[row, PROMPT_COLUMN] = worded[number % len(worded)]
        sheets.append(replace(sheet, cells=cells))
    return replace(form(), sheets=tuple(sheets))


@pytest.mark.parametrize("number", range(max(map(len, EARLIER_PROMPTS.values()))))
def test_a_form_that_was_issued_before_tells_nothing(number: int):
    """Whatever it said beside its fields: forms are filled in for months."""
    submission = read(issued_before(number))
    assert [problem for problem in submission.problems if problem.code in ("F-21", "F-22")] == []


def test_what_is_wrong_with_a_cell_is_told_once():
    """Also of the status, which decides what else must be filled in."""
    grid = form()
    inputs = {cell for cell in read(grid).cells.values() if cell.sheet == IDENTITY_SHEET}
    submission = read(with_typed(grid, dict.fromkeys(inputs, "panjang sekali " * 500)))
    told = [(one.code, submission.cell(one.place)) for one in submission.problems]
    assert len(told) > 20
    assert len(set(told)) == len(told)
