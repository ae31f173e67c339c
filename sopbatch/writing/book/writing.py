"""A unit's documents in, one book out; equal values give equal bytes."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from sopbatch.writing.book.assembly import assemble, page_count
from sopbatch.writing.book.front import ContentsLine, FrontMatter, front_pages, pages_expected
from sopbatch.writing.book.values import Compilation


def write_book(book: Compilation) -> bytes:
    """Tagged PDF/A-3: cover, contents with links, then the SOPs in order of their numbers.

    Pages are counted from the cover on, so that the number printed at the upper right of a page
    is the one a PDF reader shows; the documents keep their own "Halaman x dari y" at the foot.
    """
    entries = tuple(sorted(book.entries, key=lambda entry: entry.place))
    lengths = [page_count(entry.pdf) for entry in entries]
    ordered = replace(book, entries=entries)
    front = _front(ordered, lengths)
    names = [f"{line.number} {line.title}".strip() for line in front.lines]
    return assemble(
        front.pdf,
        [*zip(names, (entry.pdf for entry in entries), lengths, strict=True)],
        book.name,
        book.paper.margin,
        _identity(front.pdf, *(entry.pdf for entry in entries)),
    )


def _identity(*parts: bytes | Path) -> bytes:
    """Digest of all the book is made of."""
    whole = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.read_bytes()
        whole.update(sha256(data).digest())
    return whole.digest()[:16]


def _front(book: Compilation, lengths: list[int]) -> FrontMatter:
    """Cover and contents; the contents' own length moves the pages they name."""
    front = front_pages(book, _lines(book, lengths, expected := pages_expected(book)))
    if front.pages != expected:
        front = front_pages(book, _lines(book, lengths, front.pages))
    return front


def _lines(book: Compilation, lengths: list[int], before: int) -> tuple[ContentsLine, ...]:
    """One line of the contents for each entry, with its first page (1-based)."""
    lines = []
    page = before + 1
    for entry, length in zip(book.entries, lengths, strict=True):
        lines.append(ContentsLine(entry.number, entry.title, entry.draft, page))
        page += length
    return tuple(lines)
