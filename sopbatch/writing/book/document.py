"""What a book asks of a finished document: pages, tags and bookmarks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sopbatch.writing.book.copying import ELEMENT, PdfCopy, referred
from sopbatch.writing.pdf import Bookmark
from sopbatch.writing.pdf.written import WrittenPdf

_MARK = re.compile(
    rb"<< /Title (\((?:[^\\()]|\\.)*\)|<[0-9a-f]*>) /Dest (\[ [^\]]* \])(?:.*? /Next (\d+) 0 R)?"
)
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_BOX = re.compile(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]")
_MARKED = re.compile(rb"(\d+) (\[ [^\]]*\])")
_DOCUMENT, _PART = b"/S /Document", b"/S /Part"


@dataclass(frozen=True, slots=True)
class FinishedDocument:
    """A document as `writing.pdf` writes it."""

    pdf: WrittenPdf

    @property
    def node(self) -> int:
        """The node of its pages."""
        return self._led_to("Pages", self.pdf.root)

    @property
    def pages(self) -> list[int]:
        """Its pages in order."""
        return [*referred(_found(_KIDS, self.pdf.value(self.node))[1])]

    @property
    def resources(self) -> list[int]:
        """What its pages draw with."""
        return sorted({self._led_to("Resources", page) for page in self.pages})

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in the units of a PDF."""
        box = _found(_BOX, self.pdf.value(page))
        return float(box[1]), float(box[2])

    @property
    def tree(self) -> int:
        """The root of its tags."""
        return self._led_to("StructTreeRoot", self.pdf.root)

    @property
    def element(self) -> int:
        """The element of the whole document."""
        return next(referred(self.pdf.value(self.tree)))

    def elements(self) -> Iterator[tuple[int, bytes]]:
        """All elements; the whole is a part of something larger."""
        whole = self.element
        for number, value in self.pdf.values.items():
            if value.startswith(b"<< " + ELEMENT):
                yield number, value.replace(_DOCUMENT, _PART, 1) if number == whole else value

    def parents(self) -> Iterator[tuple[int, bytes]]:
        """Key of a page, and the elements that its marked content belongs to."""
        told = self.pdf.value(self._led_to("ParentTree", self.tree))
        for found in _MARKED.finditer(told):
            yield int(found[1]), found[2]

    def bookmarks(self, copy: PdfCopy) -> Iterator[Bookmark]:
        """Leading to its pages in the book."""
        at = self._led_to("First", self._led_to("Outlines", self.pdf.root))
        while at:
            found = _found(_MARK, self.pdf.value(at))
            yield Bookmark(found[1], copy.text(found[2]))
            at = int(found[3] or 0)

    def _led_to(self, key: str, at: int) -> int:
        return int(_found(re.compile(rb"/%b (\d+) 0 R" % key.encode()), self.pdf.value(at))[1])


def _found(pattern: re.Pattern[bytes], value: bytes) -> re.Match[bytes]:
    found = pattern.search(value)
    if found is None:
        raise ValueError(f"no {pattern.pattern!r} in a document")
    return found
