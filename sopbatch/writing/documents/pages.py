"""A document as plain data: an SOP and its laid out flowcharts in, what each page prints out."""

from dataclasses import dataclass, replace

from sopbatch.model import PAPERS, Flowchart, FlowPage, PaperSize, Settings, Sop, Watermark
from sopbatch.writing.documents.flow_table import FlowTable, flow_table, header_line_height
from sopbatch.writing.documents.flow_words import PlacedWords, flow_words
from sopbatch.writing.documents.identity import CONTINUED, IdentityPage, lay_out_identity
from sopbatch.writing.documents.measures import Wrap
from sopbatch.writing.printable import printable

IDENTITY_PART = "Bagian Identitas"
FLOWCHART_PART = "Bagian Flowchart"
ELECTRONIC = "elektronik"
SIGNED_ELECTRONICALLY = (
    "Disahkan dengan tanda tangan elektronik. Yang berlaku adalah berkas yang ditandatangani; "
    "keasliannya diperiksa pada berkas itu, bukan pada cetakan ini."
)
TITLE_LONGEST = 400
HEADING_RISE = 5.5
"""From the top of a heading down to its grid, mm."""


@dataclass(frozen=True, slots=True)
class FlowchartPage:
    """A page of the procedure table with its flow."""

    table: FlowTable
    page: FlowPage
    words: tuple[PlacedWords, ...]
    header_size: float
    header_line_height: float
    text_size: float
    line_height: float


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One printed page; either `identity` or `flowchart` is there."""

    paper: PaperSize
    width: float
    """Of the content box, mm."""
    height: float
    bookmark: str = ""
    """Begins a part of this name."""
    heading: str = ""
    """Printed above the grid."""
    heading_top: float = -HEADING_RISE
    identity: IdentityPage | None = None
    flowchart: FlowchartPage | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """All that is drawn."""

    title: str
    number: str
    author: str
    watermark: Watermark
    signature_note: str
    pages: tuple[DocumentPage, ...]


def document_pages(
    sop: Sop,
    charts: tuple[Flowchart, ...],
    settings: Settings,
    wrap: Wrap,
    *,
    watermark: Watermark,
) -> Document:
    """The document of an SOP: Bagian Identitas, then the pages of each procedure."""
    paper = charts[0].paper if charts else PAPERS.get(settings.paper, PAPERS["F4"])
    identity = lay_out_identity(sop, settings, paper, wrap)
    pages = (*_identity_part(identity, paper), *_flowchart_part(charts))
    electronic = ELECTRONIC in sop.approval_method.casefold() and not watermark
    return Document(
        title=printable(sop.title, TITLE_LONGEST) or "SOP",
        number=printable(sop.number.raw, TITLE_LONGEST),
        author=printable(sop.unit_name or sop.government or settings.government, TITLE_LONGEST),
        watermark=watermark,
        signature_note=SIGNED_ELECTRONICALLY if electronic else "",
        pages=pages,
    )


def _page(paper: PaperSize) -> DocumentPage:
    return DocumentPage(paper, paper.width - 2 * paper.margin, paper.height - 2 * paper.margin)


def _identity_part(pages: tuple[IdentityPage, ...], paper: PaperSize) -> tuple[DocumentPage, ...]:
    first, *further = (replace(_page(paper), identity=page) for page in pages)
    return (
        replace(first, bookmark=IDENTITY_PART),
        *(replace(page, heading=f"{IDENTITY_PART}{CONTINUED}") for page in further),
    )


def _flowchart_part(charts: tuple[Flowchart, ...]) -> tuple[DocumentPage, ...]:
    return tuple(
        _flowchart_page(chart, page, _part_name(number, len(charts)))
        for number, chart in enumerate(charts, start=1)
        for page in chart.pages
    )


def _part_name(number: int, of: int) -> str:
    return FLOWCHART_PART if of == 1 else f"{FLOWCHART_PART}: Prosedur {number} dari {of}"


def _flowchart_page(chart: Flowchart, page: FlowPage, part: str) -> DocumentPage:
    """A page of a procedure; a heading tells procedures apart when there are several."""
    begins = page is chart.pages[0]
    heading = part if begins else f"{part}{CONTINUED}"
    table = flow_table(chart, page)
    drawn = FlowchartPage(
        table,
        page,
        flow_words(chart, page),
        chart.header_size,
        header_line_height(chart),
        chart.text_size,
        chart.line_height,
    )
    return replace(
        _page(chart.paper),
        bookmark=part if begins else "",
        heading="" if part == FLOWCHART_PART else heading,
        heading_top=table.top - HEADING_RISE,
        flowchart=drawn,
    )
