"""PDF documents in, one PDF out: pages, bookmarks, links, tags and page numbers joined.

One document is open at a time, so a book of any length needs no more memory than its own bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import accumulate, count
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from sopbatch.model import PaperSize
from sopbatch.writing.book.contents import ContentsPlan, contents_canvas, draw_contents
from sopbatch.writing.book.outline import bookmarks
from sopbatch.writing.book.source import SourcePdf
from sopbatch.writing.book.stamps import FACES, draw_stamp
from sopbatch.writing.pdf import Bookmark, Canvas, PdfStream, write_outline
from sopbatch.writing.pdf.faces import write_face
from sopbatch.writing.pdf.file import write_page
from sopbatch.writing.pdf.syntax import references, text_string
from sopbatch.writing.pdf.tags import write_tag

MM = 72 / 25.4


def open_pdf(data: bytes | Path) -> Pdf:
    """A document, of which only what is asked for is read."""
    return Pdf.open(BytesIO(data) if isinstance(data, bytes) else data)


def page_count(data: bytes | Path) -> int:
    """How many pages a document has."""
    with open_pdf(data) as pdf:
        return len(pdf.pages)


def assemble(
    cover: bytes,
    contents: ContentsPlan,
    documents: Sequence[tuple[str, bytes | Path, int]],
    title: str,
    paper: PaperSize,
) -> bytes:
    """Cover and contents, then each document (name, PDF, pages) under a bookmark of its name.

    `title` and the page number stand on all pages but the cover. `paper` is that of cover and
    contents, its margin that of all pages. Attached source workbooks stay with the single
    documents.
    """
    out = PdfStream()
    with open_pdf(cover) as pdf:
        opening = len(pdf.pages) + len(contents.pages)
        lengths = [length for _, _, length in documents]
        book = _Book(
            out=out,
            pages=[out.number() for _ in range(opening + sum(lengths))],
            title=title,
            paper=paper,
        )
        source = SourcePdf(pdf, out)
        book.open(source)
        firsts = [*accumulate(lengths, initial=opening)][:-1]
        book.append_contents(contents, len(pdf.pages), firsts)
        for (name, data, _), first in zip(documents, firsts, strict=True):
            with open_pdf(data) as document:
                book.append(name, SourcePdf(document, out, f"{first}-"), first)
        return book.close(source)


@dataclass(slots=True, kw_only=True)
class _Book:
    """What is known of the book while its objects are written."""

    out: PdfStream
    pages: list[int]
    """Numbers of the page objects."""
    title: str
    paper: PaperSize
    kids: list[int] = field(default_factory=list)
    """Nodes of the page tree, one for each document."""
    tags: list[int] = field(default_factory=list)
    """Elements below the book's own."""
    parents: list[tuple[int, int]] = field(default_factory=list)
    """Key of a page's content, and the array of its elements."""
    marks: list[Bookmark] = field(default_factory=list)
    root: int = 0
    whole: int = 0
    saved: int = 0
    faces: tuple[int, int] = (0, 0)
    """Fonts of the page numbers, regular and bold."""
    letters: dict[bool, set[str]] = field(default_factory=lambda: {False: set(), True: set()})

    def open(self, source: SourcePdf) -> None:
        """The cover."""
        self.root, self.whole, self.saved = (self.out.number() for _ in range(3))
        self.faces = self.out.number(), self.out.number()
        self.out.add_stream(self.saved, b"", b"q\n")
        pdf = source.pdf
        (element,) = pdf.Root.StructTreeRoot.K
        source.known(element, self.whole)
        self._take_pages(source, 0)
        for kid in element.K if isinstance(element.K, Array) else [element.K]:
            self.tags.append(self._tag(source, kid))
        self._take_parents(source)
        self.marks += bookmarks(source)
        source.copy_rest()

    def append_contents(self, plan: ContentsPlan, at: int, firsts: Sequence[int]) -> None:
        """Pages from `at` on; each line leads to the first page of its document (0-based)."""
        out, node, resources = self.out, self.out.number(), self.out.number()
        canvases = [
            contents_canvas(page, self.paper, self.letters) for page, _ in enumerate(plan.pages, at)
        ]
        targets = [(first + 1, self._target(first)) for first in firsts]
        section = draw_contents(plan, canvases, targets)
        offset = self._offset()
        keys = count(offset + len(canvases))
        links = [pair for canvas in canvases for pair in canvas.links]
        for link, _ in links:
            link.key, link.number = next(keys), out.number()
        numbers = self.pages[at : at + len(canvases)]
        for key, (canvas, number) in enumerate(zip(canvases, numbers, strict=True), offset):
            draw_stamp(canvas, self.title, canvas.page + 1)
            write_page(out, canvas, number, node, resources, key=key)
        write_tag(out, section, self.whole, self.pages)
        self.tags.append(section.number)
        for key, canvas in enumerate(canvases, offset):
            number = out.number()
            elements = references([tag.number for tag in canvas.marks])
            out.add(number, b"[ %b ]" % elements)
            self.parents.append((key, number))
        self.parents += [(link.key, tag.number) for link, tag in links]
        self._add_pages(node, numbers)
        fonts = b" ".join(
            b"/%b%d %d 0 R" % (FACES.encode(), bold, face) for bold, face in enumerate(self.faces)
        )
        out.add(resources, b"<< /Font << %b >> >>" % fonts)
        self.marks.append(Bookmark(text_string("Daftar Isi"), self._target(at)))

    def append(self, name: str, source: SourcePdf, first: int) -> None:
        """Pages with bookmarks, and the document's tags below the book's own."""
        tree = source.pdf.Root.StructTreeRoot
        source.known(tree, self.whole)
        self._take_pages(source, first)
        for element in tree.K:
            element.S = Name.Part
            self.tags.append(self._tag(source, element))
        self._take_parents(source)
        below = tuple(bookmarks(source))
        self.marks.append(Bookmark(text_string(name), self._target(first), below))
        source.copy_rest()

    def close(self, source: SourcePdf) -> bytes:
        """The trees of pages, tags and bookmarks, and the catalog."""
        out, catalog = self.out, source.pdf.Root
        tags, parents, node = out.number(), out.number(), out.number()
        for bold, number in zip((False, True), self.faces, strict=True):
            write_face(out, number, bold, self.letters[bold])
        out.add(self.root, b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (
            len(self.pages), references(self.kids)
        ))  # fmt: skip
        (element,) = catalog.StructTreeRoot.K
        about = Dictionary({key: element[key] for key in ("/Type", "/S")})
        out.add(self.whole, b"<< %b /P %d 0 R /K [ %b ] >>" % (
            source.text(about)[2:-2], tags, references(self.tags)
        ))  # fmt: skip
        pairs = b" ".join(b"%d %d 0 R" % pair for pair in self.parents)
        out.add(parents, b"<< /Nums [ %b ] >>" % pairs)
        out.add(tags, b"<< /Type /StructTreeRoot /K [ %d 0 R ] /ParentTree %d 0 R >>" % (
            self.whole, parents
        ))  # fmt: skip
        outline = write_outline(out, self.marks)
        kept = Dictionary(
            {
                key: value
                for key, value in catalog.items()
                if key not in ("/Pages", "/StructTreeRoot", "/Outlines")
            }
        )
        trees = b"/Pages %d 0 R /StructTreeRoot %d 0 R /Outlines %d 0 R" % (
            self.root, tags, outline
        )  # fmt: skip
        out.add(node, b"<< %b %b >>" % (source.text(kept)[2:-2], trees))
        info = out.number()
        source.copy(source.pdf.trailer.Info, info)
        told = out.digest()[:16].hex().encode()
        trailer = b"/Root %d 0 R /Info %d 0 R /ID [ <%b> <%b> ]" % (node, info, told, told)
        return out.close(trailer)

    def _take_pages(self, source: SourcePdf, first: int) -> None:
        node = self.out.number()
        source.known(source.pdf.Root.Pages, node)
        numbers = self.pages[first : first + len(source.pdf.pages)]
        offset = self._offset()
        for page, number in zip(source.pdf.pages, numbers, strict=True):
            source.known(page.obj, number)
            if "/StructParents" in page.obj:
                page.obj.StructParents = int(page.obj.StructParents) + offset
        for at, (page, number) in enumerate(zip(source.pdf.pages, numbers, strict=True), first):
            if at:
                self._stamp(source, page.obj, at + 1)
            source.copy(page.obj, number)
        self._add_pages(node, numbers)

    def _add_pages(self, node: int, numbers: Sequence[int]) -> None:
        """A node of the page tree with these pages."""
        self.kids.append(node)
        self.out.add(node, b"<< /Type /Pages /Parent %d 0 R /Count %d /Kids [ %b ] >>" % (
            self.root, len(numbers), references(numbers)
        ))  # fmt: skip

    def _target(self, page: int) -> bytes:
        return b"[ %d 0 R /Fit ]" % self.pages[page]

    def _tag(self, source: SourcePdf, element: Object) -> int:
        number = self.out.number()
        source.copy(element, number)
        return number

    def _offset(self) -> int:
        return 1 + max((key for key, _ in self.parents), default=-1)

    def _take_parents(self, source: SourcePdf) -> None:
        """Which elements the marks of each page's content belong to."""
        offset = self._offset()
        numbers = source.pdf.Root.StructTreeRoot.ParentTree.Nums
        for at in range(0, len(numbers), 2):
            number = self.out.number()
            self.out.add(number, source.text(numbers[at + 1]))
            self.parents.append((int(numbers[at]) + offset, number))
        source.copy_rest()

    def _stamp(self, source: SourcePdf, page: Object, number: int) -> None:
        """Put the page number above the content box, flush right."""
        width, height = (float(page.MediaBox[at]) / MM for at in (2, 3))
        canvas = Canvas(
            page=number - 1,
            width=width,
            height=height,
            margin=self.paper.margin,
            letters=self.letters,
            faces=FACES,
        )
        draw_stamp(canvas, self.title, number)
        resources = Dictionary(dict(page.Resources.items()))
        fonts = Dictionary(dict(resources.get("/Font", Dictionary()).items()))
        for bold, face in enumerate(self.faces):
            fonts[f"/{FACES}{bold}"] = source.stand_in(face)
        resources.Font = fonts
        page.Resources = resources
        inner = page.Contents if isinstance(page.Contents, Array) else [page.Contents]
        put = b"Q\nq\n" + canvas.content() + b"\nQ\n"
        page.Contents = Array([source.stand_in(self.saved), *inner, Stream(source.pdf, put)])
