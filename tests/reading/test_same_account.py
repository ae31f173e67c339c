"""Whatever is typed, wherever it stands, is told alike whatever program and format keeps it."""

from collections.abc import Iterator
from io import BytesIO
from random import Random

import openpyxl
import pytest

from sopbatch.model import CellRef, Sheet, Submission
from sopbatch.reading import read_grid
from tests.office import Office
from tests.reading.saving import FORMATS, grids_as_saved
from tests.reading.submissions import full_sop, read, second_procedure, template
from tests.reading.typed_in import WORDS, is_accounted

pytestmark = pytest.mark.office

SEEDS = (1, 2, 3)
TYPED = 24
"""Texts in each workbook."""
NOTES, HIDDEN = "Catatan rapat", "Arsip lama"


def typed_book(seed: int) -> tuple[bytes, dict[CellRef, str]]:
    """A form of two procedures with texts typed into blank cells, and over the form's own."""
    form = template(second_procedure(full_sop()))
    draw, grid = Random(seed), read_grid(form)
    inputs = set(read(grid).cells.values())
    book = openpyxl.load_workbook(BytesIO(form))
    book.create_sheet(NOTES)
    book.create_sheet(HIDDEN).sheet_state = "hidden"
    blank = {sheet.name: list(blanks(sheet)) for sheet in grid.sheets}
    own = {
        sheet.name: [at for at in sorted(sheet.cells) if CellRef(sheet.name, *at) not in inputs]
        for sheet in grid.sheets
    }
    anywhere = [(row, column) for row in range(1, 40) for column in range(1, 12)]
    typed: dict[CellRef, str] = {}
    for n in range(TYPED):
        name = draw.choice(book.sheetnames)
        places = own.get(name) if draw.random() < 0.25 else blank.get(name)
        row, column = draw.choice(places or anywhere)
        typed[CellRef(name, row, column)] = f"{draw.choice(WORDS)} w{n}w"
    for cell, text in typed.items():
        book[cell.sheet].cell(cell.row, cell.column).value = text
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue(), typed


def blanks(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Cells beside, between, above and below what a sheet holds, merged ones left out."""
    taken = {*sheet.cells, *sheet.formulas, *sheet.uncached}
    for row in range(1, sheet.height + 13):
        for column in range(1, sheet.width + 5):
            merged = any((row, column) in merge for merge in sheet.merges)
            if (row, column) not in taken and not merged:
                yield row, column


def told(submission: Submission) -> list[str]:
    """What was told at which cell."""
    return sorted(
        f"{problem.code} {submission.cell(problem.place)} {dict(problem.facts)}"
        for problem in submission.problems
    )


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_the_account_is_the_same_in_every_format(office: Office, seed: int):
    book, typed = typed_book(seed)
    grids = grids_as_saved(office, book)
    read_as = {form: read(grid) for form, grid in grids.items()}
    lost = {
        form: [f"{cell} {text}" for cell, text in typed.items()
               if not is_accounted(submission, cell, text)]
        for form, submission in read_as.items()
    }  # fmt: skip
    assert {form: cells for form, cells in lost.items() if cells} == {}
    account = {form: told(submission) for form, submission in read_as.items()}
    assert [form for form in FORMATS if account[form] != account["xlsx"]] == []
    assert {submission.sop for submission in read_as.values()} == {read_as["xlsx"].sop}
