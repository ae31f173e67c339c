"""Cover, contents and page numbers of a book, as PDF pages still to be put together."""

from dataclasses import dataclass

from sopbatch.writing.book.values import Book
from sopbatch.writing.pictures import image_kind
from sopbatch.writing.printable import printable
from sopbatch.writing.typeset import (
    LOGO,
    SCHEME,
    VARIANT,
    fill,
    style_text,
    typeset_html,
    write_pdf,
)

PACKAGE = "sopbatch.writing.book"
LINK = f"{SCHEME}page-"
"""Addresses in the contents begin so; the page follows (1-based)."""
STAMP_VARIANT = "pdf/a-3b"
"""Without tags: a page number is no content of its own."""
STAMP_WIDTH, STAMP_HEIGHT = 160.0, 5.0
"""Of the strip with a page number, mm."""
NAME_LONGEST, TITLE_LONGEST, NUMBER_LONGEST = 200, 300, 80


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents."""

    number: str
    title: str
    draft: bool
    page: int
    """1-based, counted from the cover."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Cover and contents as PDF."""

    pdf: bytes
    pages: int
    lines: tuple[Line, ...]
    """As printed."""


def front_pages(book: Book, lines: tuple[Line, ...]) -> FrontMatter:
    """Cover and contents of a book."""
    kind = image_kind(book.logo)
    served = {LOGO: (book.logo, kind)} if book.logo and kind else {}
    printed = tuple(
        Line(
            printable(line.number, NUMBER_LONGEST),
            printable(line.title, TITLE_LONGEST) or "SOP",
            line.draft,
            line.page,
        )
        for line in lines
    )
    html = fill(
        PACKAGE,
        "front.html",
        book=book,
        name=printable(book.name, NAME_LONGEST),
        unit=printable(book.unit, NAME_LONGEST),
        government=printable(book.government, NAME_LONGEST),
        address=printable(book.address, NAME_LONGEST),
        dated=book.dated.isoformat(),
        logo=LOGO if served else "",
        lines=printed,
        drafts=any(line.draft for line in lines),
        link=LINK,
    )
    pages = typeset_html(html, style_text(PACKAGE, "book.css"), served)
    return FrontMatter(write_pdf(pages, VARIANT), len(pages.pages), printed)


def page_stamps(name: str, pages: range) -> bytes:
    """A strip with the book's name and the page number for each of these pages."""
    html = fill(
        PACKAGE,
        "stamps.html",
        name=printable(name, NAME_LONGEST),
        pages=pages,
        width=STAMP_WIDTH,
        height=STAMP_HEIGHT,
    )
    return write_pdf(typeset_html(html, style_text(PACKAGE, "book.css"), {}), STAMP_VARIANT)
