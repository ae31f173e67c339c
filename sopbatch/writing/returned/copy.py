"""The sender's own workbook with marks: nothing lost, marks of an earlier round gone first."""

from sopbatch.model import CellRef, Review, Severity
from sopbatch.schema.sop_v1 import REVIEW_SHEET
from sopbatch.writing.returned.book import Book
from sopbatch.writing.returned.colours import add_fills, colour_cells, remove_colours
from sopbatch.writing.returned.list_sheet import add_styles, write_list
from sopbatch.writing.returned.notes import add_notes, remove_notes
from sopbatch.writing.returned.package import Element, Package
from sopbatch.writing.returned.words import notes


def mark_copy(data: bytes, review: Review) -> bytes:
    """Mark an xlsx or xlsm workbook: coloured cells, notes, the sheet "Perbaikan" first."""
    package = Package.open(data)
    book = Book.of(package)
    book.take_out_own()
    for part in book.sheets().values():
        if _is_worksheet(package, part):
            _clean(package, book, part)
    sheets = book.sheets()
    fills = add_fills(package, book)
    by_sheet: dict[str, dict[CellRef, tuple[Severity, str]]] = {}
    for cell, note in notes(review).items():
        by_sheet.setdefault(cell.sheet.casefold(), {})[cell] = note
    for name, part in sheets.items():
        marks = by_sheet.get(name.casefold(), {})
        if marks and _is_worksheet(package, part):
            sheet = package.root(part)
            severities = [(cell, severity) for cell, (severity, _) in sorted(marks.items())]
            colour_cells(sheet, book, severities, fills)
            add_notes(package, book, part, sheet, {cell: text for cell, (_, text) in marks.items()})
            package.put(part, sheet)
    first = next(iter(sheets), "")
    book.put_first(REVIEW_SHEET, write_list(book, review, add_styles(package, book), first))
    return package.pack()


def _is_worksheet(package: Package, part: str) -> bool:
    return part in package.parts and "/worksheets/" in f"/{part}"


def _clean(package: Package, book: Book, part: str) -> None:
    """Undo an earlier round on one sheet, and let no sheet stay selected beside ours."""
    remove_notes(package, book, part)
    sheet = package.root(part)
    before = _size(sheet)
    remove_colours(sheet, book)
    selected = [view for view in sheet.iter(book.tag("sheetView")) if view.get("tabSelected")]
    for view in selected:
        del view.attrib["tabSelected"]
    if selected or _size(sheet) != before:
        package.put(part, sheet)


def _size(sheet: Element) -> int:
    return sum(1 for _ in sheet.iter())
