"""Reports for tests: written from builders, read back with openpyxl."""

import warnings
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from sopbatch.model import Dossier, OtherFiles, Register, Review, Tally, WeekTotals
from sopbatch.tally import tally
from sopbatch.writing.report import Content, content_of, write_report
from sopbatch.writing.report.content import NO_OTHERS
from tests.builders import files_of

AS_OF = date(2026, 10, 9)
HEAD_ROW = 5
"""1-based row of the heads of every list."""


def written(
    known: Register,
    dossiers: tuple[Dossier, ...],
    others: tuple[Review, ...] = (),
    history: tuple[WeekTotals, ...] = (),
    beside: OtherFiles = NO_OTHERS,
) -> tuple[Tally, bytes]:
    """The tally of a batch and its report, with a PDF for whatever is complete."""
    content = told(known, dossiers, others, history, beside)
    return content.tally, write_report(content)


def told(
    known: Register,
    dossiers: tuple[Dossier, ...],
    others: tuple[Review, ...] = (),
    history: tuple[WeekTotals, ...] = (),
    beside: OtherFiles = NO_OTHERS,
) -> Content:
    """What a report of that batch is made of."""
    counted = tally(dossiers, known, AS_OF)
    reviews = (*files_of(dossiers), *others)
    documents = {
        line.sha256: f"../dokumen/SOP {place}.pdf"
        for place, line in enumerate(counted.lines)
        if line.complete
    }
    returned = {
        review.received.sha256: f"../dikembalikan/{review.received.sha256[:8]}.xlsx"
        for review in reviews
        if review.errors
    }
    return content_of(
        counted, reviews, known, AS_OF, documents, returned, history, beside, "ab" * 32
    )


def opened(report: bytes, *, formulas: bool = False) -> Workbook:
    """The workbook; with what was calculated, or with its formulas."""
    with warnings.catch_warnings():
        # NOTE: openpyxl tells that it does not know data bars
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(BytesIO(report), data_only=not formulas)


def quickly(report: bytes) -> dict[str, list[list[Any]]]:
    """All cells of every sheet as a second reader sees them, rows from the first one on."""
    book = CalamineWorkbook.from_filelike(BytesIO(report))
    sheets = (book.get_sheet_by_name(name) for name in book.sheet_names)
    return {sheet.name: sheet.to_python(skip_empty_area=False) for sheet in sheets}


def tiles_of(book: Workbook) -> dict[str, dict[str, Any]]:
    """The eight figures of Ringkasan by their label: number, note, change, word and their cell."""
    sheet = book["Ringkasan"]
    (head,) = [row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == "Direncanakan"]
    parts = ("number", "note", "change", "word")
    return {
        sheet.cell(head, column).value: {
            "cell": sheet.cell(head + 1, column),
            **{part: sheet.cell(head + at, column).value for at, part in enumerate(parts, start=1)},
        }
        for column in range(1, 25, 3)
    }


def rows(book: Workbook, sheet: str) -> Iterator[dict[str, Any]]:
    """The rows of a list by head, without the total."""
    cells = book[sheet].iter_rows(min_row=HEAD_ROW, values_only=True)
    heads = next(cells)
    for row in cells:
        record = dict(zip(heads, row, strict=True))
        if not any(str(value).startswith("Jumlah") for value in row[:2]):
            yield record


def total(book: Workbook, sheet: str) -> dict[str, Any]:
    """The last row of a list, its total."""
    cells = list(book[sheet].iter_rows(min_row=HEAD_ROW, values_only=True))
    return dict(zip(cells[0], cells[-1], strict=True))
