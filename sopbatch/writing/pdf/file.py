"""Pages in, PDF/A-3 with level A out; the same bytes for the same values."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import md5
from html import escape
from importlib.resources import files

from sopbatch.text.measuring import MM_PER_POINT
from sopbatch.writing.pdf.canvas import FACES, Canvas
from sopbatch.writing.pdf.faces import write_face
from sopbatch.writing.pdf.image import Image, write_image
from sopbatch.writing.pdf.outline import Bookmark, write_outline
from sopbatch.writing.pdf.stream import PdfStream
from sopbatch.writing.pdf.syntax import day, name, references, text_string
from sopbatch.writing.pdf.tags import Tag, write_tags

PROFILE = "sRGB2014.icc"
SRGB = b"(IEC 61966-2-1 Default RGB Colour Space - sRGB)"
BOM = "\ufeff"
XMP = """<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" pdfaid:part="3" pdfaid:conformance="A">
{told}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
IN_LANGUAGES = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
IN_ORDER = "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentInfo:
    """What a file says of itself."""

    title: str
    author: str
    subject: str
    program: str
    language: str
    dated: date


@dataclass(frozen=True, slots=True)
class Attached:
    """A file within the file."""

    file_name: str
    kind: str
    """Media type."""
    about: str
    relationship: str
    """Such as "Source"."""
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PageMark:
    """A bookmark of a place at the left edge of a page."""

    title: str
    page: int
    """0-based."""
    top: float
    """From the top of the content box, mm."""


def write_file(
    about: DocumentInfo,
    canvases: Sequence[Canvas],
    root: Tag,
    marks: Sequence[PageMark],
    pictures: Mapping[str, Image],
    attached: Sequence[Attached] = (),
) -> bytes:
    """The file of these pages.

    Args:
        about: Metadata.
        canvases: Pages in order.
        root: Element of the whole document.
        marks: Bookmarks in order.
        pictures: What the pages place by these names.
        attached: Files within the file.
    """
    out = PdfStream()
    node, resources = out.number(), out.number()
    pages = [out.number() for _ in canvases]
    for canvas, page in zip(canvases, pages, strict=True):
        write_page(out, canvas, page, node, resources, key=canvas.page)
    out.add(node, b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (len(pages), references(pages)))
    _write_resources(out, resources, canvases, pictures)
    tags = write_tags(out, root, pages, [canvas.marks for canvas in canvases])
    outline = write_outline(out, [_bookmark(mark, canvases, pages) for mark in marks])
    catalog, info = out.number(), _write_info(out, about)
    parts = b"/Pages %d 0 R /StructTreeRoot %d 0 R /Outlines %d 0 R /Metadata %d 0 R" % (
        *(node, tags, outline),
        _write_metadata(out, about),
    )
    out.add(
        catalog,
        b"<< /Type /Catalog %b /Lang %b /MarkInfo << /Marked true >> "
        b"/ViewerPreferences << /DisplayDocTitle true >> /OutputIntents [ %b ]%b >>"
        % (
            parts,
            text_string(about.language),
            _intent(out),
            _write_attached(out, attached, about.dated) if attached else b"",
        ),
    )
    identity = out.digest()[:16].hex().encode()
    ends = b"/Root %d 0 R /Info %d 0 R /ID [ <%b> <%b> ]"
    return out.close(ends % (catalog, info, identity, identity))


def write_page(
    out: PdfStream, canvas: Canvas, at: int, parent: int, resources: int, *, key: int
) -> None:
    """A page as object `at`; `key` is that of the elements of its marked content.

    Links that it has must have their keys and numbers.
    """
    content = out.number()
    out.add_stream(content, b"/Filter /FlateDecode", zlib.compress(canvas.content()))
    links = references([link.number for link, _ in canvas.links])
    leading = b" /Annots [ %b ]" % links if links else b""
    for link, _ in canvas.links:
        out.add(
            link.number,
            b"<< /Type /Annot /Subtype /Link /Rect [ %.3f %.3f %.3f %.3f ] /BS << /W 0 >> /F 4 "
            b"/Dest %b /Contents %b /StructParent %d >>"
            % (*link.box, link.target, text_string(link.told), link.key),
        )
    size = canvas.width / MM_PER_POINT, canvas.height / MM_PER_POINT
    out.add(
        at,
        b"<< /Type /Page /Parent %d 0 R /MediaBox [ 0 0 %.4f %.4f ] /Contents %d 0 R "
        b"/Resources %d 0 R /StructParents %d /Tabs /S%b >>"
        % (parent, *size, content, resources, key, leading),
    )


def _write_resources(
    out: PdfStream, number: int, canvases: Sequence[Canvas], pictures: Mapping[str, Image]
) -> None:
    """Both fonts and all pictures, for all pages."""
    regular, bold = out.number(), out.number()
    for at, is_bold in ((regular, False), (bold, True)):
        used = set[str]().union(*(canvas.letters[is_bold] for canvas in canvases))
        write_face(out, at, used, bold=is_bold)
    placed = b" ".join(
        b"%b %d 0 R" % (name(key), write_image(out, picture)) for key, picture in pictures.items()
    )
    told = b" /XObject << %b >>" % placed if placed else b""
    fonts = b"/%b0 %d 0 R /%b1 %d 0 R" % (FACES.encode(), regular, FACES.encode(), bold)
    out.add(number, b"<< /Font << %b >>%b >>" % (fonts, told))


def _bookmark(mark: PageMark, canvases: Sequence[Canvas], pages: Sequence[int]) -> Bookmark:
    place = canvases[mark.page].points(0.0, mark.top)
    target = b"[ %d 0 R /XYZ %.3f %.3f 0 ]" % (pages[mark.page], *place)
    return Bookmark(text_string(mark.title), target)


def _write_info(out: PdfStream, about: DocumentInfo) -> int:
    at = out.number()
    texts = {
        b"Title": about.title,
        b"Author": about.author,
        b"Subject": about.subject,
        b"Creator": about.program,
        b"Producer": about.program,
    }
    told = b" ".join(b"/%b %b" % (key, text_string(text)) for key, text in texts.items() if text)
    dated = day(about.dated)
    out.add(at, b"<< %b /CreationDate %b /ModDate %b >>" % (told, dated, dated))
    return at


def _write_metadata(out: PdfStream, about: DocumentInfo) -> int:
    at = out.number()
    dated = about.dated.isoformat()
    values = (
        ("pdf:Producer", "{}", about.program),
        ("dc:title", IN_LANGUAGES, about.title),
        ("dc:creator", IN_ORDER, about.author),
        ("dc:description", IN_LANGUAGES, about.subject),
        ("xmp:CreatorTool", "{}", about.program),
        ("xmp:CreateDate", "{}", dated),
        ("xmp:ModifyDate", "{}", dated),
    )
    told = "\n".join(
        f"<{key}>{form.format(escape(text, quote=False))}</{key}>"
        for key, form, text in values
        if text
    )
    packet = XMP.format(bom=BOM, told=told)
    out.add_stream(at, b"/Type /Metadata /Subtype /XML", packet.encode())
    return at


def _intent(out: PdfStream) -> bytes:
    """The colours are those of sRGB."""
    at = out.number()
    out.add_stream(at, b"/N 3 /Filter /FlateDecode", _profile())
    return (
        b"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier %b /Info %b "
        b"/DestOutputProfile %d 0 R >>" % (SRGB, SRGB, at)
    )


@cache
def _profile() -> bytes:
    return zlib.compress((files("sopbatch.writing.pdf") / PROFILE).read_bytes(), 9)


def _write_attached(out: PdfStream, attached: Sequence[Attached], dated: date) -> bytes:
    """Entries of the catalog for these files."""
    specs = [(one.file_name, _write_one(out, one, day(dated))) for one in attached]
    names = b" ".join(b"%b %d 0 R" % (text_string(key), at) for key, at in sorted(specs))
    return b" /Names << /EmbeddedFiles << /Names [ %b ] >> >> /AF [ %b ]" % (
        names,
        references([at for _, at in specs]),
    )


def _write_one(out: PdfStream, one: Attached, dated: bytes) -> int:
    data, at = out.number(), out.number()
    check = md5(one.data, usedforsecurity=False).hexdigest().encode()
    # Most workbooks are zip files, which are compressed already.
    packed = not one.data.startswith(b"PK")
    filtered = b" /Filter /FlateDecode" if packed else b""
    out.add_stream(
        data,
        b"/Type /EmbeddedFile /Subtype %b /Params << /Size %d /CheckSum <%b> "
        b"/CreationDate %b /ModDate %b >>%b"
        % (name(one.kind), len(one.data), check, dated, dated, filtered),
        zlib.compress(one.data) if packed else one.data,
    )
    told = text_string(one.file_name)
    out.add(
        at,
        b"<< /Type /Filespec /F %b /UF %b /Desc %b /AFRelationship /%b "
        b"/EF << /F %d 0 R /UF %d 0 R >> >>"
        % (told, told, text_string(one.about), one.relationship.encode(), data, data),
    )
    return at
