"""Bookmarks as they are read from documents."""

from collections.abc import Iterator

from sopbatch.writing.book.source import SourcePdf
from sopbatch.writing.pdf import Bookmark


def bookmarks(source: SourcePdf) -> Iterator[Bookmark]:
    """The bookmarks of a document, leading to its pages in the book."""
    outline = source.pdf.Root.get("/Outlines")
    item = outline.get("/First") if outline is not None else None
    yield from _chain(source, item)


def _chain(source: SourcePdf, item: object) -> Iterator[Bookmark]:
    while item is not None:
        below = tuple(_chain(source, item.get("/First")))  # type: ignore[attr-defined]
        title, target = source.text(item.Title), source.text(item.Dest)  # type: ignore[attr-defined]
        yield Bookmark(title, target, below)
        item = item.get("/Next")  # type: ignore[attr-defined]
