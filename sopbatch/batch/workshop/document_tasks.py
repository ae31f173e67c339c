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

    def do(self) -> bytes | str:
        """Identity and flowchart pages of one SOP as PDF; why it cannot be drawn."""
        received = self.submission.received
        # Macros, embedded objects and sources outside never travel in a document: F-15, F-16.
        source = (received.file_name, whole(received)) if self.submission.plain else None
        return _document(self, self.watermark, source)


@dataclass(frozen=True, slots=True)
class PreviewTask:
    """Lay out and write an SOP that is held back, for its sender to look at."""

    submission: Submission
    register: Register
    logo: bytes

    def do(self) -> bytes | str:
        """Its pages without the workbook in them, marked as a preview; why it cannot be drawn."""
        return _document(self, Watermark.PREVIEW, None)


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

    def do(self) -> bytes:
        """All documents of a unit in one PDF."""
        from sopbatch.writing.book import BookEntry, Compilation, write_book

        entries = (BookEntry(part.number, part.title, part.draft, part.pdf) for part in self.parts)
        return write_book(
            Compilation(
                unit=self.unit,
                government=self.settings.government,
                address=self.settings.address,
                year=self.year,
                paper=document_paper(self.settings),
                dated=self.dated,
                logo=self.logo or None,
                entries=tuple(entries),
            )
        )
