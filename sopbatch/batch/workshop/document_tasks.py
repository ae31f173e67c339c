"""Documents, previews and books as PDF."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopbatch.batch.workshop.contents import whole
from sopbatch.batch.workshop.sop_charts import TOO_INTRICATE, document_charts, document_paper
from sopbatch.model import Register, Settings, Submission, Watermark


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """Lay out and write one SOP document."""

    submission: Submission
    register: Register
    watermark: Watermark
    logo: bytes


@dataclass(frozen=True, slots=True)
class PreviewTask:
    """Lay out and write an SOP that is held back, for its sender to look at."""

    submission: Submission
    register: Register
    logo: bytes


def write_sop_document(task: DocumentTask) -> bytes | str:
    """Identity and flowchart pages of one SOP as PDF; why it cannot be drawn."""
    received = task.submission.received
    # Macros, embedded objects and sources outside never travel in a document: F-15, F-16.
    source = (received.file_name, whole(received)) if task.submission.plain else None
    return _document(task, task.watermark, source)


def write_preview(task: PreviewTask) -> bytes | str:
    """The same without the workbook in it, marked as a preview on every page."""
    return _document(task, Watermark.PREVIEW, None)


def _document(
    task: DocumentTask | PreviewTask, watermark: Watermark, source: tuple[str, bytes] | None
) -> bytes | str:
    from sopbatch.layout import TooIntricateError
    from sopbatch.writing.documents import write_document

    sop, settings = task.submission.sop, task.register.settings
    try:
        charts = document_charts(sop, settings)
    except TooIntricateError:
        return TOO_INTRICATE
    return write_document(
        sop,
        charts,
        settings,
        watermark=watermark,
        as_of=task.submission.received.first_seen,
        source=source,
        logo=task.logo or None,
    )


@dataclass(frozen=True, slots=True)
class BookPart:
    """One document of a book."""

    number: str
    title: str
    draft: bool
    pdf: bytes | Path
    """Freshly made, or where it waits or the last run left it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookTask:
    """Join the documents of a unit."""

    unit: str
    settings: Settings
    year: int
    dated: date
    logo: bytes
    parts: tuple[BookPart, ...]


def write_unit_book(task: BookTask) -> bytes:
    """All documents of a unit in one PDF."""
    from sopbatch.writing.book import BookEntry, Compilation, write_book

    entries = (
        BookEntry(
            part.number,
            part.title,
            part.draft,
            part.pdf,
        )
        for part in task.parts
    )
    return write_book(
        Compilation(
            unit=task.unit,
            government=task.settings.government,
            address=task.settings.address,
            year=task.year,
            paper=document_paper(task.settings),
            dated=task.dated,
            logo=task.logo or None,
            entries=tuple(entries),
        )
    )
