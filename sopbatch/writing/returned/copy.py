"""The sender's own workbook with marks: nothing lost, marks of an earlier round gone first."""

from collections.abc import Mapping

from lxml.etree import LxmlError

from sopbatch.model import CellRef, Merge, Progress, Review, Settings, Severity
from sopbatch.schema.sop import REVIEW_NAME, UNDERSTOOD_NAME
from sopbatch.writing.returned.areas import merges, shown_at
from sopbatch.writing.returned.book import Tab, WorkbookPart
from sopbatch.writing.returned.colours import SIGN, colour_cells, remove_colours
from sopbatch.writing.returned.list_sheet import HEADING_ROW, write_list
from sopbatch.writing.returned.markup import Element, Unmarkable
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
        return _marked(data, review, settings, progress, preview)
    except (LookupError, ValueError, LxmlError) as error:
        raise Unmarkable from error


def _marked(
    data: bytes, review: Review, settings: Settings, progress: Progress | None, preview: str
) -> bytes:
    book = WorkbookPart.of(Package.open(data))
    book.take_out_own()
    by_sheet: dict[str, dict[CellRef, NoteText]] = {}
    for cell, note in note_texts(review).items():
        by_sheet.setdefault(cell.sheet.casefold(), {})[cell] = note
    # All are cleaned first: what was added in an earlier round gives its names free.
    marked: list[tuple[Tab, Element, dict[CellRef, NoteText]]] = []
    for tab in book.tabs():
        marks = by_sheet.get(tab.name.casefold(), {}) if tab.kind == "worksheet" else {}
        if marks and tab.part:
            marked.append((tab, _cleaned(book, tab), marks))
        elif tab.part and _needs_cleaning(book, tab):
            book.package.put(tab.part, _cleaned(book, tab))
    styles = StylesPart(book)
    for tab, sheet, marks in marked:
        _mark(book, styles, sheet, marks, tab.part)
    listed = write_list(book, styles, review, progress, preview)
    read = write_understood(book, styles, review, settings)
    styles.save()
    book.put_own(REVIEW_NAME, listed, position=0, heading_row=HEADING_ROW)
    if read is not None:
        book.put_own(UNDERSTOOD_NAME, read, position=1, heading_row=UNDERSTOOD_HEADING_ROW)
    return book.package.pack()


def _needs_cleaning(book: WorkbookPart, tab: Tab) -> bool:
    """Whether a sheet may be selected or bear marks: most do not, and need not be parsed."""
    data = book.package.parts[tab.part]
    says = any(word in data for word in (SIGN.encode(), b"tabSelected"))
    # In UTF-16 each of these letters has a zero beside it.
    return says or b"\0" in data[:8] or bool(book.package.related(tab.part, "comments"))


def _cleaned(book: WorkbookPart, tab: Tab) -> Element:
    """A sheet without what an earlier round did, and not selected beside ours.

    What is typed on one of several selected sheets goes to all of them.
    """
    sheet = book.package.root(tab.part)
    if tab.kind == "worksheet":
        Notes(book, tab.part, sheet).remove()
        remove_colours(sheet)
    for view in sheet.iter("{*}sheetView"):
        view.attrib.pop("tabSelected", "")
    return sheet


def _mark(
    book: WorkbookPart,
    styles: StylesPart,
    sheet: Element,
    marks: Mapping[CellRef, NoteText],
    part: str,
) -> None:
    merged = merges(sheet)
    severities: dict[Merge, Severity] = {}
    texts: dict[Merge, list[str]] = {}
    for cell, note in sorted(marks.items()):
        area = shown_at(cell, merged)
        severities[area] = max(note.severity, severities.get(area, note.severity))
        texts.setdefault(area, []).append(note.text)
    colour_cells(sheet, book, styles, severities)
    notes = {area: BLANK_LINE.join(dict.fromkeys(parts)) for area, parts in texts.items()}
    Notes(book, part, sheet).add(notes)
    book.package.put(part, sheet, changed=True)
