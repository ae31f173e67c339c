"""PDF documents in, one PDF out: pages, bookmarks, links, tags and page numbers joined.

One document is held at a time, so a book of any length needs no more memory than its own bytes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from sopbatch.model import PaperSize
from sopbatch.text.measuring import MM_PER_POINT
from sopbatch.writing.book.contents import ContentsPlan, contents_canvas, draw_contents
from sopbatch.writing.book.copying import PdfCopy
from sopbatch.writing.book.document import FinishedDocument
from sopbatch.writing.book.source import TypesetPdf
from sopbatch.writing.book.stamps import FACES, draw_stamp
from sopbatch.writing.pdf import Bookmark, Canvas, PdfStream, write_outline
from sopbatch.writing.pdf.faces import write_face
from sopbatch.writing.pdf.file import write_page
from sopbatch.writing.pdf.syntax import references, text_string
from sopbatch.writing.pdf.tags import write_tag
from sopbatch.writing.pdf.written import WrittenPdf

COVER, CONTENTS = "Sampul", "Daftar Isi"
_CONTENT = re.compile(rb"/Contents (\d+ 0 R)")
_KEY = re.compile(rb"/StructParents (\d+)")
_FONTS = b"/Font << "


def assemble(
    cover: bytes,
    contents: ContentsPlan,
    documents: Iterable[tuple[str, bytes | Path]],
    title: str,
    paper: PaperSize,
) -> bytes:
    """Cover and contents, then each document (name, PDF) under a bookmark of its name.

    `title` and the page number stand on all pages but the cover. `paper` is that of cover and
    contents, its margin that of all pages. Attached source workbooks stay with the single
    documents, which are as `writing.pdf` writes them.
    """
    source = TypesetPdf(cover)
    with source.pdf:
        book = _Book(title=title, paper=paper)
        front = PdfCopy(source, book.out)
        book.open(source, front)
        opening = len(book.pages)
        book.pages += [book.out.number() for _ in contents.pages]
        firsts = []
        for name, data in documents:
            firsts.append(len(book.pages))
            book.append(name, data if isinstance(data, bytes) else data.read_bytes())
        book.insert_contents(contents, opening, firsts)
        return book.close(source, front)


@dataclass(slots=True, kw_only=True)
class _Book:
    """What is known of the book while its objects are written."""

    title: str
    paper: PaperSize
    out: PdfStream = field(default_factory=PdfStream)
    pages: list[int] = field(default_factory=list)
    """Numbers of the page objects."""
    kids: list[int] = field(default_factory=list)
    """Nodes of the page tree, one for each document."""
    tags: list[int] = field(default_factory=list)
    """Elements below the book's own."""
    parents: list[tuple[int, int]] = field(default_factory=list)
    """Key of a page's content or of a link, and its elements; the keys rise."""
    marks: list[Bookmark] = field(default_factory=list)
    root: int = 0
    whole: int = 0
    saved: int = 0
    faces: bytes = b""
    """Fonts of the page numbers, regular and bold, as pages name them."""
    letters: dict[bool, set[str]] = field(default_factory=lambda: {False: set(), True: set()})

    def open(self, source: TypesetPdf, copy: PdfCopy) -> None:
        """The cover."""
        out = self.out
        self.root, self.whole, self.saved, regular, bold = (out.number() for _ in range(5))
        name = FACES.encode()
        self.faces = b"/%b0 %d 0 R /%b1 %d 0 R" % (name, regular, name, bold)
        out.add_stream(self.saved, b"", b"q\n")
        copy.known(source.element, self.whole)
        numbers = [out.number() for _ in source.pages]
        self._add_pages(copy, source.node, source.pages, numbers)
        for page, number in zip(source.pages, numbers, strict=True):
            out.add(number, copy.text(source.value(page)))
        self.tags += map(copy.number, source.below)
        for key, told in source.parents():
            self._add_parents(key, copy.text(told))
        copy.copy_rest()
        self.marks.append(Bookmark(text_string(COVER), self._target(0)))

    def append(self, name: str, data: bytes) -> None:
        """Pages with bookmarks, and the document's tags below the book's own."""
        first = len(self.pages)
        document = FinishedDocument(WrittenPdf(data))
        copy = PdfCopy(document.pdf, self.out, f"{first}-")
        copy.known(document.tree, self.whole)
        for resources in document.resources:
            told = copy.text(document.pdf.value(resources))
            copy.known(resources, self._once(told.replace(_FONTS, _FONTS + self.faces + b" ", 1)))
        pages = document.pages
        numbers = [self.out.number() for _ in pages]
        self._add_pages(copy, document.node, pages, numbers)
        offset = self._next_key()
        for page, (old, number) in enumerate(zip(pages, numbers, strict=True), first):
            stamp = self._stamped(page, document.size(old))
            told = copy.text(document.pdf.value(old))
            told = _CONTENT.sub(rb"/Contents [ %d 0 R \1 %d 0 R ]" % (self.saved, stamp), told, 1)
            key = _KEY.search(told)
            if key is None:
                raise ValueError("a page without elements")
            told = told.replace(key[0], b"/StructParents %d" % (int(key[1]) + offset))
            self.out.add(number, told)
        copy.copy_elements(document.elements())
        self.tags.append(copy.number(document.element))
        for at, told in document.parents():
            self._add_parents(offset + at, copy.text(told))
        below = tuple(document.bookmarks(copy))
        self.marks.append(Bookmark(text_string(name), self._target(first), below))
        copy.copy_rest()

    def insert_contents(self, plan: ContentsPlan, at: int, firsts: Sequence[int]) -> None:
        """On the pages from `at` on; each line leads to the first page of its document (0-based).

        They come after the cover for readers, but last in the file, when all pages are known.
        """
        out, node, resources = self.out, self.out.number(), self.out.number()
        canvases = [
            contents_canvas(page, self.paper, self.letters) for page, _ in enumerate(plan.pages, at)
        ]
        section = draw_contents(plan, canvases, [(one + 1, self._target(one)) for one in firsts])
        offset = self._next_key()
        keys = count(offset + len(canvases))
        links = [pair for canvas in canvases for pair in canvas.links]
        for link, _ in links:
            link.key, link.number = next(keys), out.number()
        numbers = self.pages[at : at + len(canvases)]
        for key, (canvas, number) in enumerate(zip(canvases, numbers, strict=True), offset):
            draw_stamp(canvas, self.title, canvas.page + 1)
            write_page(out, canvas, number, node, resources, key=key)
        write_tag(out, section, self.whole, self.pages)
        self.tags.insert(1, section.number)
        for key, canvas in enumerate(canvases, offset):
            told = references([tag.number for tag in canvas.marks])
            self._add_parents(key, b"[ %b ]" % told)
        self.parents += [(link.key, tag.number) for link, tag in links]
        self.kids.insert(1, node)
        self._add_node(node, numbers)
        out.add(resources, b"<< /Font << %b >> >>" % self.faces)
        self.marks.insert(1, Bookmark(text_string(CONTENTS), self._target(at)))

    def close(self, source: TypesetPdf, copy: PdfCopy) -> bytes:
        """The trees of pages, tags and bookmarks, and the catalog."""
        out = self.out
        tags, parents, node = out.number(), out.number(), out.number()
        for bold, number in enumerate(map(int, re.findall(rb" (\d+) 0 R", self.faces))):
            write_face(out, number, self.letters[bool(bold)], bold=bool(bold))
        out.add(self.root, b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (
            len(self.pages), references(self.kids)
        ))  # fmt: skip
        out.add(self.whole, b"<< /Type /StructElem /S /Document /P %d 0 R /K [ %b ] >>" % (
            tags, references(self.tags)
        ))  # fmt: skip
        pairs = b" ".join(b"%d %d 0 R" % pair for pair in self.parents)
        out.add(parents, b"<< /Nums [ %b ] >>" % pairs)
        told = b"<< /Type /StructTreeRoot /K [ %d 0 R ] /ParentTree %d 0 R /ParentTreeNextKey %d >>"
        out.add(tags, told % (self.whole, parents, self._next_key()))
        outline = write_outline(out, self.marks)
        trees = b"/Pages %d 0 R /StructTreeRoot %d 0 R /Outlines %d 0 R" % (
            self.root, tags, outline
        )  # fmt: skip
        out.add(node, b"<< %b %b >>" % (copy.text(source.catalog), trees))
        info = copy.number(source.info)
        copy.copy_rest()
        told = out.digest()[:16].hex().encode()
        return out.close(b"/Root %d 0 R /Info %d 0 R /ID [ <%b> <%b> ]" % (node, info, told, told))

    def _add_pages(
        self, copy: PdfCopy, node: int, pages: Sequence[int], numbers: Sequence[int]
    ) -> None:
        """Pages of a document under these numbers."""
        own = self.out.number()
        copy.known(node, own)
        for page, number in zip(pages, numbers, strict=True):
            copy.known(page, number)
        self.pages += numbers
        self.kids.append(own)
        self._add_node(own, numbers)

    def _add_node(self, node: int, numbers: Sequence[int]) -> None:
        self.out.add(node, b"<< /Type /Pages /Parent %d 0 R /Count %d /Kids [ %b ] >>" % (
            self.root, len(numbers), references(numbers)
        ))  # fmt: skip

    def _add_parents(self, key: int, elements: bytes) -> None:
        """Which elements the marks of a page's content belong to."""
        self.parents.append((key, self.out.number()))
        self.out.add(self.parents[-1][1], elements)

    def _next_key(self) -> int:
        return self.parents[-1][0] + 1 if self.parents else 0

    def _target(self, page: int) -> bytes:
        return b"[ %d 0 R /Fit ]" % self.pages[page]

    def _once(self, told: bytes) -> int:
        """The number of an object of which none is needed twice."""
        number, known = self.out.twin(told, b"")
        if not known:
            self.out.add(number, told)
        return number

    def _stamped(self, page: int, size: tuple[float, float]) -> int:
        """The content that puts the page number above the content box, flush right."""
        width, height = (length * MM_PER_POINT for length in size)
        canvas = Canvas(
            page=page,
            width=width,
            height=height,
            margin=self.paper.margin,
            letters=self.letters,
            faces=FACES,
        )
        draw_stamp(canvas, self.title, page + 1)
        number = self.out.number()
        self.out.add_stream(number, b"", b"Q\nq\n" + canvas.content() + b"\nQ\n")
        return number
