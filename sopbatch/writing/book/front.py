"""Cover and contents of a book, as PDF pages still to be put together."""

from dataclasses import dataclass

from sopbatch.text.printable import printable
from sopbatch.writing.book.values import Compilation
from sopbatch.writing.pdf.canvas import text_width
from sopbatch.writing.pictures import image_kind
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
NUMBER_ROOM, OTHER_ROOM = 64.0, 106.0
"""Width of a number in the contents, and of all but a title, mm."""
SIZE, LINE, ROW, HEAD, TITLE, NOTE = 10.0, 4.4, 2.38, 7.3, 12.0, 6.1
"""Of the contents: letters in pt; a line, what a row, a head, the title and the note add, mm."""
DRAFT = " (draf)"
NAME_LONGEST, TITLE_LONGEST, NUMBER_LONGEST = 200, 300, 80


@dataclass(frozen=True, slots=True)
class ContentsLine:
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
    lines: tuple[ContentsLine, ...]
    """As printed."""


def front_pages(book: Compilation, lines: tuple[ContentsLine, ...]) -> FrontMatter:
    """Cover and contents of a book."""
    kind = image_kind(book.logo)
    served = {LOGO: (book.logo, kind)} if book.logo and kind else {}
    printed = tuple(
        ContentsLine(
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


def pages_expected(book: Compilation) -> int:
    """How many pages cover and contents will most likely take, so that they are set only once."""
    number_room, title_room = NUMBER_ROOM, book.paper.width - 2 * book.paper.margin - OTHER_ROOM
    room = book.paper.height - 2 * book.paper.margin - HEAD
    pages, left = 2, room - TITLE
    for entry in book.entries:
        title = printable(entry.title, TITLE_LONGEST) or "SOP"
        lines = max(
            _lines(printable(entry.number, NUMBER_LONGEST) or "-", number_room),
            _lines(title + DRAFT * entry.draft, title_room),
        )
        left -= lines * LINE + ROW
        if left < 0:
            pages, left = pages + 1, room - lines * LINE - ROW
    return pages if left >= NOTE else pages + 1


def _lines(text: str, room: float) -> int:
    """Lines a text takes, roughly: words that are wider than the room count as one line."""
    lines, used = 1, 0.0
    for word in text.split():
        wide = text_width(f"{word} ", SIZE)
        if used + wide > room and used:
            lines, used = lines + 1, 0.0
        used += wide
    return lines
