"""The cover of a book, as a PDF still to be put together."""

from sopbatch.text.printable import printable
from sopbatch.writing.book.values import Compilation
from sopbatch.writing.pictures import image_kind
from sopbatch.writing.typeset import LOGO, VARIANT, fill, style_text, typeset_html, write_pdf

PACKAGE = "sopbatch.writing.book"
NAME_LONGEST = 200


def write_cover(book: Compilation) -> bytes:
    """One page of PDF/A-3, whose metadata are those of the book."""
    kind = image_kind(book.logo)
    served = {LOGO: (book.logo, kind)} if book.logo and kind else {}
    html = fill(
        PACKAGE,
        "cover.html",
        book=book,
        name=printable(book.name, NAME_LONGEST),
        unit=printable(book.unit, NAME_LONGEST),
        government=printable(book.government, NAME_LONGEST),
        address=printable(book.address, NAME_LONGEST),
        dated=book.dated.isoformat(),
        logo=LOGO if served else "",
    )
    return write_pdf(typeset_html(html, style_text(PACKAGE, "cover.css"), served), VARIANT)
