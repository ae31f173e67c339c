"""PDF/A-3 drawn directly: pages, tags, fonts and metadata, for what is laid out in every detail."""

from sopbatch.writing.pdf.canvas import Align, Canvas
from sopbatch.writing.pdf.file import Attached, DocumentInfo, PageMark, write_file
from sopbatch.writing.pdf.image import Image, image
from sopbatch.writing.pdf.outline import Bookmark, write_outline
from sopbatch.writing.pdf.stream import PdfStream
from sopbatch.writing.pdf.tags import Tag

__all__ = [
    "Align",
    "Attached",
    "Bookmark",
    "Canvas",
    "DocumentInfo",
    "Image",
    "PageMark",
    "PdfStream",
    "Tag",
    "image",
    "write_file",
    "write_outline",
]
