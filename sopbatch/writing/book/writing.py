"""A unit's documents in, one book out; equal values give equal bytes."""

from sopbatch.writing.book.assembly import assemble
from sopbatch.writing.book.contents import contents_rows, plan_contents
from sopbatch.writing.book.cover import write_cover
from sopbatch.writing.book.values import Compilation


def write_book(book: Compilation) -> bytes:
    """Tagged PDF/A-3: cover, contents with links, then the SOPs in order of their numbers.

    Pages are counted from the cover on, so that the number printed at the upper right of a page
    is the one a PDF reader shows; the documents keep their own "Halaman x dari y" at the foot.
    """
    entries = tuple(sorted(book.entries, key=lambda entry: entry.place))
    rows = contents_rows(entries, book.paper)
    return assemble(
        write_cover(book),
        plan_contents(rows, book.paper),
        [(row.name, entry.pdf) for row, entry in zip(rows, entries, strict=True)],
        book.name,
        book.paper,
    )
