"""Whatever is typed, wherever it stands, is told alike whatever program and format keeps it."""

import datetime as dt
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from random import Random

import openpyxl
import pytest

from sopbatch.model import CellError, CellRef, CellValue, Grid, Sheet, Submission
from sopbatch.reading import read_grid
from tests.office import Office
from tests.reading.binary import BinarySheet, Cell, xlsb_book
from tests.reading.submissions import full_sop, read, second_procedure, template
from tests.reading.typed_in import WORDS, is_accounted

pytestmark = pytest.mark.office

SEEDS = (1, 2, 3)
TYPED = 24
"""Texts in each workbook."""
FORMATS = ("xlsx", "xlsm", "ods", "xls", "xlsb")
NOTES, HIDDEN = "Catatan rapat", "Arsip lama"
DAY_ZERO = dt.date(1899, 12, 30).toordinal()


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


def as_xlsm(workbook: bytes) -> bytes:
    """The package as a workbook that may have macros."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                )
            new.writestr(name, data)
    return stream.getvalue()


def as_xlsb(grid: Grid) -> bytes:
    """The cells in binary parts; no program at hand writes them."""
    sheets = [
        BinarySheet(
            sheet.name,
            list(rows_of(sheet)),
            [row - 1 for row in sheet.hidden_rows],
            [column - 1 for column in sheet.hidden_columns],
            sheet.visible,
        )
        for sheet in grid.sheets
    ]
    return xlsb_book(sheets, names=grid.names)


def rows_of(sheet: Sheet) -> Iterator[list[Cell]]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for row, column in sorted({*sheet.cells, *sheet.uncached}):
        calculated = "formula" if (row, column) in sheet.formulas else ""
        value, code = stored(sheet.cells.get((row, column), ""))
        code = sheet.formats.get((row, column), code)
        rows[row].append((column - 1, value, code, calculated))
    for row in range(1, max(rows, default=0) + 1):
        yield rows[row]


def stored(value: CellValue) -> tuple[object, str]:
    match value:
        case dt.date():
            return float(value.toordinal() - DAY_ZERO), "dd/mm/yyyy"
        case CellError(code):
            return code, "General"
        case _:
            return value, "General"


def told(submission: Submission) -> list[str]:
    """What was told at which cell."""
    return sorted(
        f"{problem.code} {submission.cell(problem.place)} {dict(problem.facts)}"
        for problem in submission.problems
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_the_account_is_the_same_in_every_format(office: Office, seed: int):
    book, typed = typed_book(seed)
    with office.opened(book) as opened:
        saved = {form: opened.saved(form) for form in ("xlsx", "ods", "xls")}
    saved["xlsm"] = as_xlsm(saved["xlsx"])
    saved["xlsb"] = as_xlsb(read_grid(saved["xlsx"]))
    grids = {form: read_grid(saved[form]) for form in FORMATS}
    assert {form: grid.format for form, grid in grids.items()} == {form: form for form in FORMATS}
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


FORMULAS = {
    CellRef("Identitas", 10, 4): '="catatan "&"sendiri"',
    CellRef("Prosedur", 12, 25): '=IF(2>1,"dicek pak Kabag","")',
}
"""What an officer typed over a state of a field and the check of a row."""


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_formulas_typed_over_those_of_the_form_are_told_and_the_forms_own_are_not(
    office: Office, form: str
):
    """Each program writes the form's formulas in its own way; xls keeps no words of them."""
    plain = template(second_procedure(full_sop()))
    book = openpyxl.load_workbook(BytesIO(plain))
    for cell, formula in FORMULAS.items():
        book[cell.sheet].cell(cell.row, cell.column).value = formula
    stream = BytesIO()
    book.save(stream)
    for data, typed in ((plain, 0), (stream.getvalue(), len(FORMULAS))):
        with office.opened(data) as opened:
            submission = read(read_grid(opened.saved(form)))
        ranges = [str(problem.facts) for problem in submission.problems if problem.code == "F-21"]
        assert len(ranges) == typed, submission.problems
    assert all(is_accounted(submission, cell, "never said") for cell in FORMULAS)
