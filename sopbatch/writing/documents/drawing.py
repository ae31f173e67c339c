"""A document as plain data in, its PDF out: pages, their foot, the mark across them, the source."""

from datetime import date
from itertools import count
from math import atan2, cos, degrees, sin
from pathlib import PurePosixPath

from sopbatch.model import PaperSize, Watermark
from sopbatch.text.measuring import MM_PER_POINT
from sopbatch.text.printable import printable
from sopbatch.text.wrapping import wrap
from sopbatch.writing.documents.flow_drawing import draw_flowchart
from sopbatch.writing.documents.identity_drawing import LOGO, draw_identity
from sopbatch.writing.documents.pages import DocumentPage, DrawnDocument, PagePart
from sopbatch.writing.palette import FRAME_INK
from sopbatch.writing.pdf import (
    Attached,
    Canvas,
    DocumentInfo,
    Image,
    PageMark,
    Tag,
    image,
    write_file,
)
from sopbatch.writing.pdf.canvas import fitted, ink

PROGRAM, LANGUAGE = "sopbatch", "id"
FOOT_SIZE, FOOT_LINE, FOOT_GAP = 7.0, 3.0, 2.4
"""Letters of the foot in pt, their lines and the room above them in mm."""
FOOT_SIDE = 0.26
"""Width of what stands left and right at the foot."""
HEADING_SIZE, HEADING_LINE = 9.0, 4.0
"""Letters of a heading in pt, its line in mm."""
WATERMARK_INK, WATERMARK_SHARE, WATERMARK_RISE = "#eeeeee", 0.36, 0.35
"""Size of letters as a share of the height within margins; half a capital as one of the size."""
WORKBOOK_KINDS = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".xlsb": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    ".xls": "application/vnd.ms-excel",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
}
TABLES_A_PART = 2
"""Numbers that each part of a page has for its tables."""


def draw_document(
    document: DrawnDocument,
    *,
    as_of: date,
    source: tuple[str, bytes] | None,
    logo: bytes | None,
) -> bytes:
    """The PDF/A-3 of a document; the same bytes for the same values."""
    picture = image(logo) if logo else None
    root = Tag("Document")
    letters: dict[bool, set[str]] = {False: set(), True: set()}
    canvases: list[Canvas] = []
    marks: list[PageMark] = []
    tables = count(step=TABLES_A_PART)
    for number, page in enumerate(document.pages):
        paper = page.paper
        canvas = Canvas(
            page=number,
            width=paper.width,
            height=paper.height,
            margin=paper.margin,
            letters=letters,
        )
        if document.watermark:
            _draw_watermark(canvas, paper, document.watermark)
        for part in page.parts:
            _draw_part(canvas, root.add("Sect"), part, picture, next(tables))
            if part.bookmark:
                marks.append(PageMark(part.bookmark, number, part.bookmark_top))
        _write_foot(canvas, document, page)
        canvases.append(canvas)
    return write_file(
        DocumentInfo(
            title=document.title,
            author=document.author,
            subject=document.number,
            program=PROGRAM,
            language=LANGUAGE,
            dated=as_of,
        ),
        canvases,
        root,
        marks,
        {LOGO: picture} if picture else {},
        [_source(*source)] if source else [],
    )


def _draw_part(
    canvas: Canvas, section: Tag, part: PagePart, logo: Image | None, table: int
) -> None:
    if part.heading:
        _write_heading(canvas, section, part)
    if part.identity:
        draw_identity(canvas, section, part.identity, logo, table)
    elif part.flowchart:
        draw_flowchart(canvas, section, part.flowchart, table)


def _write_heading(canvas: Canvas, section: Tag, part: PagePart) -> None:
    with canvas.marked(section.add("H1")):
        canvas.write_lines(
            (part.heading,), 0, part.heading_top, HEADING_LINE, HEADING_SIZE, bold=True
        )


def _draw_watermark(canvas: Canvas, paper: PaperSize, word: Watermark) -> None:
    """The word in light grey from corner to corner of the page."""
    room = paper.height - 2 * paper.margin
    size = room * WATERMARK_SHARE * min(1.0, len(Watermark.DRAFT) / max(len(word), 1))
    angle = atan2(paper.height, paper.width)
    x, y = paper.width / 2 - paper.margin, paper.height / 2 - paper.margin
    across, down = WATERMARK_RISE * size * sin(angle), WATERMARK_RISE * size * cos(angle)
    with canvas.artifact("/Type /Pagination /Subtype /Watermark"):
        canvas.write(
            word,
            x + across,
            y + down,
            size / MM_PER_POINT,
            bold=True,
            align="centre",
            colour=ink(WATERMARK_INK),
            turned=degrees(angle),
        )


def _write_foot(canvas: Canvas, document: DrawnDocument, page: DocumentPage) -> None:
    """Number, title and page; where the signature is checked."""
    side, top = FOOT_SIDE * page.width, page.height + FOOT_GAP
    grey = ink(FRAME_INK)
    number = fitted(document.number, side, FOOT_SIZE)
    title = fitted(document.title, page.width - 2 * side, FOOT_SIZE)
    counter = f"Halaman {canvas.page + 1} dari {len(document.pages)}"
    note = wrap(document.signature_note, page.width, FOOT_SIZE)
    middle = page.width / 2
    with canvas.artifact("/Type /Pagination /Subtype /Footer"):
        canvas.write_lines((number,), 0, top, FOOT_LINE, FOOT_SIZE, colour=grey)
        canvas.write_lines(
            (title, *note), middle, top, FOOT_LINE, FOOT_SIZE, align="centre", colour=grey
        )
        canvas.write_lines(
            (counter,), page.width, top, FOOT_LINE, FOOT_SIZE, align="right", colour=grey
        )


def _source(name: str, content: bytes) -> Attached:
    """The source workbook; its name has no path."""
    file_name = printable(PurePosixPath(name.replace("\\", "/")).name, 200) or "sumber"
    kind = WORKBOOK_KINDS.get(PurePosixPath(file_name).suffix.lower(), "application/octet-stream")
    return Attached(file_name, kind, "Berkas sumber dokumen ini", "Source", content)
