"""The cover of a book, as a PDF still to be put together."""

from sopbatch.text.printable import printable
from sopbatch.writing.book.values import Compilation
from sopbatch.writing.typeset import style_text, typeset, write_pdf

PACKAGE = "sopbatch.writing.book"
NAME_LONGEST = 200


def write_cover(book: Compilation) -> bytes:
    """One page of PDF/A-3, whose metadata are those of the book."""
    pages = typeset(
        PACKAGE,
        "cover.html",
        style_text(PACKAGE, "cover.css"),
        logo=book.logo,
        book=book,
        name=printable(book.name, NAME_LONGEST),
        unit=printable(book.unit, NAME_LONGEST),
        government=printable(book.government, NAME_LONGEST),
        address=printable(book.address, NAME_LONGEST),
        dated=book.dated.isoformat(),
    )
    return write_pdf(pages)
