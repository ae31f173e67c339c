"""PDF documents in, one PDF out: pages, bookmarks, links, tags and page numbers joined."""

from collections.abc import Sequence
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from sopbatch.writing.book.front import LINK
from sopbatch.writing.book.tags import dictionary, join_tags

MM = 72 / 25.4
STAMP_ABOVE = 2.0
"""Between the content box and the page number above it, mm."""
VERSION = "%PDF-1.7"


def assemble(
    front: PdfReader,
    documents: Sequence[tuple[str, PdfReader]],
    stamps: PdfReader,
    margin: float,
    identity: bytes,
) -> bytes:
    """The front matter, then each document under a bookmark of its name.

    `stamps` has a page for each page of the book; that of the cover is left out. `margin` is
    that of all pages, mm; `identity` tells this book from every other (16 bytes). Attached source
    workbooks stay with the single documents.
    """
    writer = PdfWriter(clone_from=front)
    writer.pdf_header = VERSION
    for name, document in documents:
        _append(writer, name, document)
    _link_contents(writer, len(front.pages))
    saved = writer._add_object(_content(b"q\n"))
    for number, (page, stamp) in enumerate(zip(writer.pages, stamps.pages, strict=True), start=1):
        if number > 1:
            _stamp(writer, page, stamp, number, saved, margin * MM)
    # NOTE: pypdf's own identifiers are random; the same books must be the same bytes.
    writer._ID = ArrayObject([ByteStringObject(identity)] * 2)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _append(writer: PdfWriter, name: str, document: PdfReader) -> None:
    """Pages with bookmarks, then the document's tags below the book's own."""
    first = len(writer.pages)
    writer.append(document, outline_item=name)
    join_tags(writer, document, first)


def _link_contents(writer: PdfWriter, pages: int) -> None:
    """Addresses of pages become links within the book."""
    for page in writer.pages[:pages]:
        for annotation in page.annotations or ():
            link = annotation.get_object()
            address = str(link.get("/A", {}).get("/URI", ""))
            if address.startswith(LINK):
                target = writer.pages[int(address.removeprefix(LINK)) - 1].indirect_reference
                del link["/A"]
                link[NameObject("/Dest")] = ArrayObject([target, NameObject("/Fit")])


def _stamp(
    writer: PdfWriter,
    page: PageObject,
    stamp: PageObject,
    number: int,
    saved: IndirectObject,
    margin: float,
) -> None:
    """Put a strip with the page number above the content box, flush right."""
    contents = stamp.get_contents()
    assert contents is not None
    form = _content(contents.get_data()).flate_encode()
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(stamp.mediabox),
            NameObject("/Resources"): stamp["/Resources"].clone(writer),
        }
    )
    name = f"/Book{number}"
    resources = dictionary(page["/Resources"])
    resources.setdefault(NameObject("/XObject"), DictionaryObject())
    dictionary(resources["/XObject"])[NameObject(name)] = writer._add_object(form)
    left = float(page.mediabox.width) - margin - float(stamp.mediabox.width)
    bottom = float(page.mediabox.height) - margin + STAMP_ABOVE * MM
    moved = f"1 0 0 1 {left:.3f} {bottom:.3f} cm"
    put = f"Q\n/Artifact <</Type /Pagination>> BDC\nq {moved} {name} Do Q\nEMC\n"
    page[NameObject("/Contents")] = ArrayObject(
        [saved, *_streams(page), writer._add_object(_content(put.encode()))]
    )


def _streams(page: PageObject) -> list[PdfObject]:
    contents = page.raw_get("/Contents")
    inner = contents.get_object()
    return list(inner) if isinstance(inner, ArrayObject) else [contents]


def _content(data: bytes) -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return stream
