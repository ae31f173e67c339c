"""A document as plain data: an SOP and its laid out flowcharts in, what each page prints out."""

from dataclasses import dataclass

from sopbatch.model import PAPERS, Flowchart, FlowPage, PaperSize, Settings, Sop, Watermark
from sopbatch.model.shared_pages import PlacedPage, shared_pages
from sopbatch.text.printable import printable
from sopbatch.writing.documents.flow_table import FlowTable, flow_table
from sopbatch.writing.documents.flow_words import PlacedWords, flow_words
from sopbatch.writing.documents.identity import CONTINUED, IdentityPage, lay_out_identity
from sopbatch.writing.documents.one_page import lowered, on_one_page

IDENTITY_PART = "Bagian Identitas"
FLOWCHART_PART = "Bagian Flowchart"
ELECTRONIC = "elektronik"
SIGNED_ELECTRONICALLY = (
    "Disahkan dengan tanda tangan elektronik. Yang berlaku adalah berkas yang ditandatangani; "
    "keasliannya diperiksa pada berkas itu, bukan pada cetakan ini."
)
TITLE_LONGEST = 400
"""Characters of title, number and author in the file's own description."""
HEADING_RISE = 5.5
"""From the top of a heading down to its grid, mm."""


@dataclass(frozen=True, slots=True)
class FlowchartPage:
    """A page of the procedure table with its flow."""

    chart: Flowchart
    page: FlowPage
    table: FlowTable
    words: tuple[PlacedWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePart:
    """What a page shows of one part; either `identity` or `flowchart` is there."""

    bookmark: str = ""
    """Begins a part of this name."""
    bookmark_top: float = 0.0
    heading: str = ""
    """Printed above the grid."""
    heading_top: float = -HEADING_RISE
    identity: IdentityPage | None = None
    flowchart: FlowchartPage | None = None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One printed page, its parts from above."""

    paper: PaperSize
    width: float
    """Of the content box, mm."""
    height: float
    parts: tuple[PagePart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnDocument:
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
    *,
    watermark: Watermark,
) -> DrawnDocument:
    """The document of an SOP: Bagian Identitas, then the pages of its procedures."""
    paper = charts[0].paper if charts else PAPERS.get(settings.paper, PAPERS["F4"])
    low = on_one_page(sop, charts, settings)
    pages: tuple[DocumentPage, ...]
    if low:
        identity = PagePart(bookmark=IDENTITY_PART, heading=IDENTITY_PART, identity=low)
        (placed,) = shared_pages(charts, low.height)
        pages = (_page(paper, identity, *_flowchart_parts(charts, placed)),)
    else:
        pages = (
            *_identity_part(lay_out_identity(sop, settings, paper), paper),
            *(
                _page(charts[placed[0].chart].paper, *_flowchart_parts(charts, placed))
                for placed in shared_pages(charts)
            ),
        )
    electronic = ELECTRONIC in sop.approval_method.casefold() and not watermark
    return DrawnDocument(
        title=printable(sop.title, TITLE_LONGEST) or "SOP",
        number=printable(sop.number.raw, TITLE_LONGEST),
        author=printable(sop.unit_name or sop.government or settings.government, TITLE_LONGEST),
        watermark=watermark,
        signature_note=SIGNED_ELECTRONICALLY if electronic else "",
        pages=pages,
    )


def _page(paper: PaperSize, *parts: PagePart) -> DocumentPage:
    width, height = paper.width - 2 * paper.margin, paper.height - 2 * paper.margin
    return DocumentPage(paper, width, height, parts)


def _identity_part(pages: tuple[IdentityPage, ...], paper: PaperSize) -> tuple[DocumentPage, ...]:
    first, *further = pages
    return (
        _page(paper, PagePart(bookmark=IDENTITY_PART, identity=first)),
        *(
            _page(paper, PagePart(heading=f"{IDENTITY_PART}{CONTINUED}", identity=page))
            for page in further
        ),
    )


def _flowchart_parts(
    charts: tuple[Flowchart, ...], placed: tuple[PlacedPage, ...]
) -> tuple[PagePart, ...]:
    """What a page shows of its procedures; a heading tells parts apart when there are several."""
    return tuple(_flowchart_part(charts, one) for one in placed)


def _flowchart_part(charts: tuple[Flowchart, ...], placed: PlacedPage) -> PagePart:
    chart, begins = charts[placed.chart], placed.page.number == 1
    name = FLOWCHART_PART
    if len(charts) > 1:
        name += f": Prosedur {placed.chart + 1} dari {len(charts)}"
    page = lowered(placed.page, placed.by) if placed.by else placed.page
    drawn = FlowchartPage(chart, page, flow_table(chart, page), flow_words(chart, page))
    is_told = len(charts) > 1 or placed.by > 0
    top = drawn.table.top - HEADING_RISE
    return PagePart(
        bookmark=name if begins else "",
        bookmark_top=top if placed.by else 0.0,
        heading=(name if begins else f"{name}{CONTINUED}") if is_told else "",
        heading_top=top,
        flowchart=drawn,
    )
