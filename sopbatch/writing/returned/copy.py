"""The sender's own workbook with marks: nothing lost, marks of an earlier round gone first."""

from collections.abc import Mapping

from lxml.etree import LxmlError

from sopbatch.model import CellRef, Merge, Progress, Review, Settings, Severity
from sopbatch.schema.sop import REVIEW_NAME, UNDERSTOOD_NAME
from sopbatch.writing.returned.areas import merges, shown_at
from sopbatch.writing.returned.book import Tab, WorkbookPart
from sopbatch.writing.returned.colours import colour_cells, remove_colours
from sopbatch.writing.returned.list_sheet import HEADING_ROW, write_list
from sopbatch.writing.returned.markup import Unmarkable
from sopbatch.writing.returned.notes import BLANK_LINE, Notes
from sopbatch.writing.returned.package import Package
from sopbatch.writing.returned.styles import StylesPart
from sopbatch.writing.returned.understood_sheet import HEADING_ROW as UNDERSTOOD_HEADING_ROW
from sopbatch.writing.returned.understood_sheet import write_understood
from sopbatch.writing.returned.words import NoteText, note_texts

DEFAULTS = Settings()


def mark_copy(
    data: bytes,
    review: Review,
    settings: Settings = DEFAULTS,
    progress: Progress | None = None,
    preview: str = "",
) -> bytes:
    """Mark an xlsx or xlsm workbook: coloured cells, notes, two sheets of ours before its own.

    "Perbaikan" lists what to mend, "Yang kami pahami" what was read from the inputs.
    `progress` is told when an earlier version is known, `preview` is the file name of a drawing.

    Raises:
        Unmarkable: the package lacks what marks need, or says it in a way we do not know.
    """
    try:
        return _marked(data, review, settings, (progress, preview))
    except (LookupError, ValueError, LxmlError) as error:
        raise Unmarkable from error


def _marked(
    data: bytes, review: Review, settings: Settings, told: tuple[Progress | None, str]
) -> bytes:
    book = WorkbookPart.of(Package.open(data))
    book.take_out_own()
    tabs = [tab for tab in book.tabs() if tab.part]
    for tab in tabs:
        _clean(book, tab)
    styles = StylesPart(book)
    by_sheet: dict[str, dict[CellRef, NoteText]] = {}
    for cell, note in note_texts(review).items():
        by_sheet.setdefault(cell.sheet.casefold(), {})[cell] = note
    for tab in tabs:
        marks = by_sheet.get(tab.name.casefold(), {})
        if marks and tab.kind == "worksheet":
            _mark(book, styles, tab, marks)
    listed = write_list(book, styles, review, *told)
    read = write_understood(book, styles, review, settings)
    styles.save()
    book.put_own(REVIEW_NAME, listed, position=0, heading_row=HEADING_ROW)
    if read is not None:
        book.put_own(UNDERSTOOD_NAME, read, position=1, heading_row=UNDERSTOOD_HEADING_ROW)
    return book.package.pack()


def _clean(book: WorkbookPart, tab: Tab) -> None:
    """Undo an earlier round on one sheet, and let no sheet stay selected beside ours.

    What is typed on one of several selected sheets goes to all of them.
    """
    sheet = book.package.root(tab.part)
    if tab.kind == "worksheet":
        Notes(book, tab.part, sheet).remove()
        remove_colours(sheet)
    for view in sheet.iter("{*}sheetView"):
        view.attrib.pop("tabSelected", "")
    book.package.put(tab.part, sheet)


def _mark(
    book: WorkbookPart, styles: StylesPart, tab: Tab, marks: Mapping[CellRef, NoteText]
) -> None:
    sheet = book.package.root(tab.part)
    merged = merges(sheet)
    severities: dict[Merge, Severity] = {}
    texts: dict[Merge, list[str]] = {}
    for cell, note in sorted(marks.items()):
        area = shown_at(cell, merged)
        severities[area] = max(note.severity, severities.get(area, note.severity))
        texts.setdefault(area, []).append(note.text)
    colour_cells(sheet, book, styles, severities)
    notes = {area: BLANK_LINE.join(dict.fromkeys(parts)) for area, parts in texts.items()}
    Notes(book, tab.part, sheet).add(notes)
    book.package.put(tab.part, sheet)
