"""One SOP in, its PDF document out."""

from datetime import date

from sopbatch.model import Flowchart, Settings, Sop, Watermark
from sopbatch.writing.documents.drawing import draw_document
from sopbatch.writing.documents.pages import document_pages


def write_document(
    sop: Sop,
    charts: tuple[Flowchart, ...],
    settings: Settings,
    *,
    watermark: Watermark,
    as_of: date,
    source: tuple[str, bytes] | None = None,
    logo: bytes | None = None,
) -> bytes:
    """Tagged PDF/A-3 of an SOP; equal values give equal bytes.

    Args:
        sop: Identity and procedures as read.
        charts: Laid out procedures in order; their paper is the document's paper.
        settings: Names and paper where the SOP itself says nothing.
        watermark: Printed across every page of what is not ratified.
        as_of: Date of the run; the document's creation date.
        source: File name and bytes of the workbook, attached to the PDF.
        logo: PNG or JPEG for the letterhead; anything else leaves its place free.
    """
    document = document_pages(sop, charts, settings, watermark=watermark)
    return draw_document(document, as_of=as_of, source=source, logo=logo)
