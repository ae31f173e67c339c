"""Whatever is typed, wherever it stands, is read into a value or told at its place."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sopbatch.model import CellRef, CellValue, Grid, Reading, Sheet, column_number
from sopbatch.reading import read_grid
from sopbatch.schema.earlier_prompts_v1 import EARLIER_PROMPTS
from sopbatch.schema.fields import Field
from sopbatch.schema.own_texts_v1 import DIGESTS
from sopbatch.schema.places_v1 import PROMPT_COLUMN, identity_rows
from sopbatch.schema.sop_v1 import IDENTITY_SHEET, LISTS_SHEET
from tests.reading.submissions import full_sop, read, stripped, template

Typed = Mapping[CellRef, str]
FOREIGN, HIDDEN = "Catatan rapat", "Arsip lama"
RANGE = re.compile(r"\b([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?\b")
WORDS = ("zirkon", "Qasidah 7", "x9", "lihat lampiran zq", "Wajik; kwetiau", "12 zamrud", "(zz)")


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


def with_typed(grid: Grid, typed: Typed, hidden_rows: frozenset[int] = frozenset()) -> Grid:
    """The workbook with texts typed in and rows hidden."""
    sheets = []
    for sheet in grid.sheets:
        own = {(c.row, c.column): text for c, text in typed.items() if c.sheet == sheet.name}
        sheets.append(
            replace(
                sheet,
                cells={**sheet.cells, **own},
                formulas={at: text for at, text in sheet.formulas.items() if at not in own},
                uncached=sheet.uncached - own.keys(),
                hidden_rows=sheet.hidden_rows | hidden_rows,
            )
        )
    return replace(grid, sheets=tuple(sheets))


def is_accounted(submission: Reading, cell: CellRef, text: str) -> bool:
    """Whether a text became part of a value, or a problem names its cell or a range with it."""
    record = getattr(submission, "sop", None) or getattr(submission, "record", None)
    if text in repr(record) or text in submission.values.values():
        return True
    if any(text in repair.sentence for repair in submission.repairs):
        return True
    return any(_names(submission, problem.code, at, dict(problem.facts), cell)
               for problem in submission.problems
               if (at := submission.cell(problem.place)) is not None)  # fmt: skip


def _names(
    submission: Reading, code: str, at: CellRef, facts: dict[str, str | int], cell: CellRef
) -> bool:
    if at.sheet != cell.sheet:
        return False
    if at == cell:
        return True
    if code == "P-28":
        first, _, last = str(facts["baris"]).partition("–")
        return int(first) <= cell.row <= int(last or first)
    told = str(facts.get("isi", "")) + str(facts.get("daerah", ""))
    return any(
        int(top) <= cell.row <= int(bottom or top)
        and column_number(left) <= cell.column <= column_number(right or left)
        for left, top, right, bottom in RANGE.findall(re.sub("“.*?”", "", told))
    )


@settings(max_examples=40)
@given(typed_texts(), st.frozensets(st.integers(1, 60), max_size=3))
def test_whatever_is_typed_is_read_or_told(typed: Typed, hidden_rows: frozenset[int]):
    submission = read(with_typed(form(), typed, hidden_rows))
    lost = [f"{cell} {text}" for cell, text in typed.items()
            if not is_accounted(submission, cell, text)]  # fmt: skip
    assert lost == []


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


@settings(max_examples=60)
@given(texts_typed_over())
def test_whatever_is_typed_over_the_form_is_read_or_told(typed: Typed):
    submission = read(with_typed(form(), typed))
    lost = [f"{cell} {text}" for cell, text in typed.items()
            if not is_accounted(submission, cell, text)]  # fmt: skip
    assert lost == []


FORMULAS = (
    *("{}+{}", "A{}+1", "ROW()-{}", "TODAY()-{}*{}", "Z{}", "SUM(A1:B{})"),
    *('IF(1=1,"{} w{}w","")', '"{}"&B{}'),
)
Formula = tuple[CellRef, str, CellValue | None]
"""Where it is typed, what it says, and its stored result."""


@st.composite
def formulas_typed_over(draw: st.DrawFn, grid: Grid) -> Formula:
    """A formula over one of the form's own, with a result of any kind or none."""
    columns = sorted({(sheet.name, at[1]) for sheet in grid.sheets for at in sheet.formulas})
    name, column = draw(st.sampled_from(columns))
    sheet = next(one for one in grid.sheets if one.name == name)
    own = sorted(CellRef(name, *at) for at in sheet.formulas if at[1] == column)
    formula = draw(st.sampled_from(FORMULAS)).format(draw(st.integers(2, 99)), 7)
    result = draw(st.sampled_from((None, 3, 7.0, "4", 5.5, "zirkon w1w", "✓", True)))
    return draw(st.sampled_from(own)), formula, result


def with_formula(grid: Grid, typed: Formula) -> Grid:
    """The workbook with a formula typed in."""
    cell, formula, result = typed
    at = (cell.row, cell.column)
    sheets = []
    for sheet in grid.sheets:
        if sheet.name == cell.sheet:
            cells = {place: value for place, value in sheet.cells.items() if place != at}
            cells |= {} if result is None else {at: result}
            uncached = sheet.uncached | {at} if result is None else sheet.uncached - {at}
            formulas = {**sheet.formulas, at: formula}
            sheet = replace(sheet, cells=cells, formulas=formulas, uncached=uncached)
        sheets.append(sheet)
    return replace(grid, sheets=tuple(sheets))


@settings(max_examples=60)
@example((CellRef("Prosedur", 11, 1), "A10+1", 3))
@given(formulas_typed_over(form()))
def test_a_formula_typed_over_one_of_the_form_is_told(typed: Formula):
    """Whatever it comes to, and wherever the form reckons: states, checks, counters, numbers."""
    submission = read(with_formula(form(), typed))
    assert is_accounted(submission, typed[0], f"={typed[1]}"), submission.problems


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
