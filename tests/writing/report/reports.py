"""Reports for tests: written from builders, read back with openpyxl."""

import warnings
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from sopbatch.model import Dossier, OtherFiles, Register, Review, Tally, WeekTotals
from sopbatch.report.content import NO_OTHERS, Content, arranged
from sopbatch.tally import tally
from sopbatch.writing.report import write_annex, write_report
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
) -> tuple[Tally, tuple[bytes, bytes]]:
    """The tally of a batch, its report and the annex, with a PDF for whatever is complete."""
    content = told(known, dossiers, others, history, beside)
    return content.tally, (write_report(content), write_annex(content))


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
    return arranged(
        Content(
            tally=counted,
            reviews=reviews,
            register=known,
            as_of=AS_OF,
            documents=documents,
            returned=returned,
            history=history,
            others=beside,
            digest="ab" * 32,
        )
    )


class Books:
    """The sheets of several workbooks, as if they were one."""

    def __init__(self, *books: Workbook) -> None:
        self.sheets = {sheet.title: sheet for book in books for sheet in book}

    def __getitem__(self, name: str) -> Worksheet:
        return self.sheets[name]

    def __iter__(self) -> Iterator[Worksheet]:
        return iter(self.sheets.values())


def books_at(report: Path) -> Books:
    """The report at a path with its annex."""
    annex = report.with_name(report.name.replace("Laporan", "Lampiran"))
    return both((report.read_bytes(), annex.read_bytes()))


def both(books: tuple[bytes, bytes], *, formulas: bool = False) -> Books:
    """The report and its annex."""
    return Books(*(opened(book, formulas=formulas) for book in books))


def opened(report: bytes, *, formulas: bool = False) -> Workbook:
    """The workbook; with what was calculated, or with its formulas."""
    with warnings.catch_warnings():
        # NOTE: openpyxl tells that it does not know data bars
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(BytesIO(report), data_only=not formulas)


def quickly(*reports: bytes) -> dict[str, list[list[Any]]]:
    """All cells of every sheet as a second reader sees them, rows from the first one on."""
    return {name: cells for report in reports for name, cells in _quickly(report).items()}


def _quickly(report: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(report))
    sheets = (book.get_sheet_by_name(name) for name in book.sheet_names)
    return {sheet.name: sheet.to_python(skip_empty_area=False) for sheet in sheets}


def tiles_of(book: Workbook | Books) -> dict[str, dict[str, Any]]:
    """The eight figures of Ringkasan by their label: number, note, change, word and their cell."""
    sheet = book["Ringkasan"]
    (head,) = [row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == "Direncanakan"]
    parts = ("number", "note", "change", "word")
    return {
        str(sheet.cell(head, column).value): {
            "cell": sheet.cell(head + 1, column),
            **{part: sheet.cell(head + at, column).value for at, part in enumerate(parts, start=1)},
        }
        for column in range(1, 25, 3)
    }


def rows(book: Workbook | Books, sheet: str) -> Iterator[dict[str, Any]]:
    """The rows of a list by head, without the total and what is remarked below it."""
    cells = book[sheet].iter_rows(min_row=HEAD_ROW, values_only=True)
    heads = [str(head) for head in next(cells)]
    for row in cells:
        if not any(row[:2]):
            return
        record = dict(zip(heads, row, strict=True))
        if not any(str(value).startswith("Jumlah") for value in row[:2]):
            yield record


def total(book: Workbook | Books, sheet: str) -> dict[str, Any]:
    """The row under a list, its total."""
    cells = list(book[sheet].iter_rows(min_row=HEAD_ROW, values_only=True))
    last = next((at for at, row in enumerate(cells) if not any(row[:2])), len(cells)) - 1
    return dict(zip(map(str, cells[0]), cells[last], strict=True))
