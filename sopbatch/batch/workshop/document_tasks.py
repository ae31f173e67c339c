"""Documents, previews and books as PDF."""

from dataclasses import dataclass

from sopbatch.batch.workshop.contents import whole
from sopbatch.batch.workshop.sop_charts import TOO_INTRICATE, document_charts
from sopbatch.model import Register, Submission, Watermark
from sopbatch.writing.book.values import Compilation


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
class BookTask:
    """Join the documents of a unit."""

    book: Compilation

    def do(self) -> bytes:
        """All documents of a unit in one PDF."""
        from sopbatch.writing.book.writing import write_book

        return write_book(self.book)
