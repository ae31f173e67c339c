"""A workbook of service standards changed as people change workbooks reads as it did."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopbatch.batch.family.standards import MEMBER, example
from sopbatch.model import FormReading, Grid, Sheet
from sopbatch.model.standards import Standards
from sopbatch.reading import read_grid
from sopbatch.reading.forms import kind_by_labels, read_form
from sopbatch.schema.places import INPUT_COLUMN, LABEL_COLUMN
from sopbatch.schema.standards import SERVICE, STANDARDS
from sopbatch.text.words import long_date
from sopbatch.writing.templates.kinds import write_kind
from tests.builders import received
from tests.formroom import label_row
from tests.patience import at_once

Spoil = Callable[[Workbook], None]
WRITTEN = write_kind(STANDARDS, example())


def read(grid: Grid) -> FormReading:
    return read_form(grid, received("a.xlsx"), STANDARDS, MEMBER.build)


def spoilt(spoil: Spoil) -> Grid:
    book = load_workbook(BytesIO(WRITTEN))
    spoil(book)
    buffer = BytesIO()
    book.save(buffer)
    return read_grid(buffer.getvalue())


def standards(grid: Grid) -> tuple[Standards, set[str]]:
    reading = read(grid)
    assert isinstance(reading.record, Standards)
    return reading.record, {problem.code for problem in reading.problems}


UNTOUCHED, _ = standards(read_grid(WRITTEN))


def of_form(book: Workbook) -> list[Worksheet]:
    return [book[name] for name in ("Umum", "Layanan", "Layanan 2")]


def saved_by_another_program(book: Workbook) -> None:
    """Nothing is changed."""


def rows_inserted_above(book: Workbook) -> None:
    for sheet in of_form(book):
        sheet.insert_rows(1, 3)


def a_row_inserted_between_two_fields(book: Workbook) -> None:
    for sheet in of_form(book):
        sheet.insert_rows(8)


def all_names_deleted(book: Workbook) -> None:
    for name in list(book.defined_names):
        if not name.startswith("sopb"):
            del book.defined_names[name]


def sheets_renamed(book: Workbook) -> None:
    all_names_deleted(book)
    for number, sheet in enumerate(of_form(book), start=1):
        sheet.title = f"Sheet{number}"


def labels_in_other_words(book: Workbook) -> None:
    all_names_deleted(book)
    for field in SERVICE.fields:
        for sheet in of_form(book)[1:]:
            cell = sheet.cell(label_row(SERVICE, field.label), LABEL_COLUMN)
            cell.value = field.variants[-1].upper() if field.variants else f"{field.label} :"


def numbers_before_labels(book: Workbook) -> None:
    all_names_deleted(book)
    for number, field in enumerate(SERVICE.fields, start=1):
        for sheet in of_form(book)[1:]:
            sheet.cell(
                label_row(SERVICE, field.label), LABEL_COLUMN
            ).value = f"{number}. {field.label}"


def lists_in_one_cell(book: Workbook) -> None:
    for field in SERVICE.fields:
        for sheet in of_form(book)[1:]:
            first = label_row(SERVICE, field.label)
            cells = [sheet.cell(first + row, INPUT_COLUMN) for row in range(field.rows)]
            texts = [str(cell.value) for cell in cells if cell.value]
            for cell in cells:
                cell.value = None
            cells[0].value = "\n".join(f"{n}. {text}" for n, text in enumerate(texts, start=1))
            if field.rows == 1 or len(texts) < 2:
                cells[0].value = "\n".join(texts)


def dates_as_texts(book: Workbook) -> None:
    for (cell,) in book["Umum"].iter_rows(min_col=INPUT_COLUMN, max_col=INPUT_COLUMN):
        if isinstance(cell.value, date):
            cell.value = long_date(cell.value)


def groups_in_another_order(book: Workbook) -> None:
    all_names_deleted(book)
    for sheet in of_form(book)[1:]:
        cut = label_row(SERVICE, "Dasar hukum")
        rows = [
            [sheet.cell(row, column).value for column in (LABEL_COLUMN, INPUT_COLUMN)]
            for row in range(cut, sheet.max_row + 1)
        ]
        sheet.delete_rows(cut, len(rows))
        sheet.insert_rows(6, len(rows))
        for row, values in enumerate(rows, start=6):
            for column, value in zip((LABEL_COLUMN, INPUT_COLUMN), values, strict=True):
                sheet.cell(row, column).value = value


SPOILT: tuple[tuple[Spoil, frozenset[str]], ...] = (
    (saved_by_another_program, frozenset()),
    (rows_inserted_above, frozenset()),
    (a_row_inserted_between_two_fields, frozenset()),
    (all_names_deleted, frozenset()),
    (sheets_renamed, frozenset()),
    (labels_in_other_words, frozenset()),
    (numbers_before_labels, frozenset()),
    (lists_in_one_cell, frozenset()),
    (dates_as_texts, frozenset()),
    (groups_in_another_order, frozenset()),
)


def without_raw_dates(record: Standards) -> Standards:
    """Dates as days: what was typed for them may differ."""
    keys = ("decree_date", "consulted", "monitored", "surveyed", "pledge_date")
    days = {key: replace(getattr(record, key), raw="", flags=frozenset()) for key in keys}
    return replace(record, **days)


@pytest.mark.parametrize(("spoil", "told"), SPOILT, ids=[one.__name__ for one, _ in SPOILT])
def test_a_changed_workbook_reads_as_it_did(spoil: Spoil, told: frozenset[str]):
    record, codes = standards(spoilt(spoil))
    assert without_raw_dates(record) == without_raw_dates(UNTOUCHED)
    assert codes == told


@pytest.mark.parametrize("name", ["Layanan (2)", "Layanan 3", "Salinan Layanan", "Rekomendasi"])
def test_a_copied_sheet_is_another_service(name: str):
    def copied(book: Workbook) -> None:
        copy = book.copy_worksheet(book["Layanan"])
        copy.title = name
        copy.cell(label_row(SERVICE, "Nama layanan"), INPUT_COLUMN).value = "Layanan ketiga"

    record, _ = standards(spoilt(copied))
    assert [one.name for one in record.services] == [
        *(one.name for one in UNTOUCHED.services),
        "Layanan ketiga",
    ]


@pytest.mark.long
def test_sheets_of_an_sop_are_no_standard():
    from sopbatch.writing.templates import write_sop_template

    grid = replace(read_grid(write_sop_template()), names={}, properties={})
    assert kind_by_labels(grid, (STANDARDS,)) is None


@pytest.mark.long
@pytest.mark.parametrize("times", [1, 60, 600])
def test_a_sheet_of_many_services_is_read_at_once(times: int):
    cells = {
        (1 + number * 16 + row, column): text
        for number in range(times)
        for row, field in enumerate(SERVICE.fields[:14])
        for column, text in ((1, field.label), (2, "1 hari kerja"))
    }
    grid = replace(
        read_grid(WRITTEN), sheets=(Sheet(name="x", cells=cells),), names={}, properties={}
    )
    with at_once():
        assert len(standards(grid)[0].services) == times
