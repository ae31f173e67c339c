"""SOP documents as PDF, and single flowchart pages as SVG."""

from sopbatch.writing.documents.identity import identity_pages
from sopbatch.writing.documents.one_page import flowchart_pages
from sopbatch.writing.documents.svg import draw_svg
from sopbatch.writing.documents.writing import write_document
from sopbatch.writing.naming import document_name

__all__ = [
    "document_name",
    "draw_svg",
    "flowchart_pages",
    "identity_pages",
    "write_document",
]
