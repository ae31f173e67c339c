"""Identity and flowchart on one page: when both fit as they are, and nothing changes otherwise."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfua import Severity, validate

from sopbatch.layout import lay_out
from sopbatch.layout.quality import measure
from sopbatch.model import (
    PAPERS,
    Flowchart,
    FlowPage,
    LegalCitation,
    Procedure,
    Settings,
    Sop,
    Watermark,
)
from sopbatch.model.shared_pages import PART_GAP, shared_pages
from sopbatch.schema.settings import TOGETHER
from sopbatch.writing.documents.flow_table import flow_table
from sopbatch.writing.documents.flow_words import in_words
from sopbatch.writing.documents.identity import IdentityPage, lay_out_identity, lay_out_low
from sopbatch.writing.documents.identity_head import CLOSE, SIGNATURE_HEIGHT, VALUE_SIZE
from sopbatch.writing.documents.measures import leading
from sopbatch.writing.documents.one_page import flowchart_pages, lowered
from sopbatch.writing.documents.pages import DrawnDocument, FlowchartPage, document_pages
from tests.layout.procedures import procedures
from tests.writing.archival import assert_archival
from tests.writing.documents.lanes import many_lanes
from tests.writing.documents.prints import MM, SOP, printed_words, reader, write
from tests.writing.reading_order import assert_in_order

ASKED = Settings(arrangement=TOGETHER)
LAWS = tuple(
    LegalCitation(raw=f"Undang-Undang Nomor {number} Tahun 2023") for number in range(1, 13)
)
SLACK = 0.5
"""Letters may reach beyond their advance width by as much, pt."""
FINE = 0.01
"""Of sums of measures, mm."""
CLAIM = ("UA-28-004", Severity.WARNING.name)
"""The claim to be PDF/UA, which we do not make."""


def short(steps: int = 3) -> Sop:
    """A few steps of a line or two, an entry in most boxes."""
    return replace(
        many_lanes(3, steps),
        title="Pengelolaan Surat Masuk",
        legal_basis=LAWS[:1],
        relations=("SOP Pengelolaan Surat Keluar",),
        warnings=("Surat yang tidak dicatat berisiko hilang.",),
        qualifications=("Memahami tata naskah dinas",),
        equipment=("Komputer", "Buku agenda"),
        records=("Buku agenda",),
    )


def charts_of(sop: Sop, paper: str = "F4") -> tuple[Flowchart, ...]:
    return tuple(lay_out(procedure, PAPERS[paper]) for procedure in sop.procedures)


def pages_of(sop: Sop, chosen: Settings = ASKED) -> DrawnDocument:
    charts = charts_of(sop, chosen.paper)
    return document_pages(sop, charts, chosen, watermark=Watermark.NONE)


def parts(document: DrawnDocument) -> tuple[IdentityPage, FlowchartPage]:
    (page,) = document.pages
    above, below = page.parts
    assert above.identity is not None
    assert below.flowchart is not None
    return above.identity, below.flowchart


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return write(short(), charts_of(short()), settings=ASKED)


@pytest.mark.parametrize(
    ("sop", "paper", "pages"),
    [
        (short(), "F4", 1),
        (short(), "A4", 1),
        (short(), "Letter", 1),
        (short(), "Legal", 1),
        (short(4), "F4", 1),
        (short(9), "F4", 2),
        (many_lanes(3, steps=24), "F4", 3),
        (replace(short(), legal_basis=LAWS), "F4", 2),
        (replace(short(), warnings=("Surat hilang. " * 150,)), "F4", 2),
        (replace(short(2), procedures=short(2).procedures * 2), "F4", 2),
        (replace(short(), procedures=()), "F4", 1),
    ],
)
def test_both_share_a_page_only_when_both_fit(sop: Sop, paper: str, pages: int) -> None:
    chosen = replace(ASKED, paper=paper)
    document = pages_of(sop, chosen)
    assert len(document.pages) == pages
    if pages > 1:
        assert document == pages_of(sop, Settings(paper=paper))


def test_unasked_each_part_has_pages_of_its_own() -> None:
    assert len(pages_of(short(), Settings()).pages) == 2


def test_what_does_not_fit_is_printed_as_ever() -> None:
    long, charts = short(9), charts_of(short(9))
    assert write(long, charts, settings=ASKED) == write(long, charts)


@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(
    procedures(most_lanes=6, most_steps=5),
    st.lists(st.integers(0, 5), min_size=6, max_size=6),
    st.sampled_from(("F4", "A4", "Letter", "Legal")),
)
def test_a_shared_page_has_all_of_both_no_smaller_and_apart(
    procedure: Procedure, counts: list[int], paper: str
) -> None:
    lists = [tuple(f"Berkas kelengkapan ke-{n}" for n in range(count)) for count in counts]
    laws, relations, warnings, qualifications, equipment, records = lists
    sop = replace(
        SOP,
        procedures=(procedure,),
        legal_basis=tuple(LegalCitation(raw=text) for text in laws),
        relations=relations,
        warnings=warnings,
        qualifications=qualifications,
        equipment=equipment,
        records=records,
    )
    chosen = replace(ASKED, paper=paper)
    document, usual = pages_of(sop, chosen), pages_of(sop, Settings(paper=paper))
    (chart,) = charts_of(sop, paper)
    room = chart.paper.height - 2 * chart.paper.margin
    if document == usual:
        low = lay_out_low(sop, chosen, chart.paper, CLOSE).height
        used = low + PART_GAP + flow_table(chart, chart.pages[0]).height
        assert len(chart.pages) > 1 or used > room
        return
    identity, flowchart = parts(document)
    _same_identity(identity, lay_out_identity(sop, chosen, chart.paper))
    _same_flowchart(flowchart, usual.pages[-1].parts[0].flowchart)
    assert [number for number, _ in flowchart_pages(sop, (chart,), chosen)] == [1]
    assert identity.height + PART_GAP == pytest.approx(flowchart.table.top)
    assert flowchart.table.top + flowchart.table.height <= room
    corners = [*_corners(flowchart)]
    width = chart.paper.width - 2 * chart.paper.margin
    assert all(flowchart.table.top - FINE <= y <= room + FINE for _, y in corners)
    assert all(-FINE <= x <= width + FINE for x, _ in corners)


def _same_identity(identity: IdentityPage, usual: tuple[IdentityPage, ...]) -> None:
    """Texts, sizes and the room for the signature; each box holds its lines."""
    (alone,) = usual
    assert identity.text_size == alone.text_size
    assert [(b.left, b.right) for b in identity.bands] == [(b.left, b.right) for b in alone.bands]
    for band in identity.bands:
        for panel in (band.left, band.right):
            lines = sum(len(item.lines) for item in panel.items)
            assert lines * identity.line_height + 2 * identity.band_padding <= band.height
    assert identity.head is not None
    assert alone.head is not None
    assert identity.head.letterhead == alone.head.letterhead
    for row, other in zip(
        (*identity.head.dates, identity.head.title),
        (*alone.head.dates, alone.head.title),
        strict=True,
    ):
        assert replace(row, height=0) == replace(other, height=0)
        assert max(1, len(row.lines)) * row.line_height < row.height
    approval = identity.head.approval
    assert replace(approval, height=0) == replace(alone.head.approval, height=0)
    texts = (approval.position, approval.name, approval.rank, approval.nip)
    assert approval.height > SIGNATURE_HEIGHT + leading(VALUE_SIZE) * sum(map(len, texts))


def _same_flowchart(
    flowchart: FlowchartPage, usual: FlowchartPage | None, least: float = FINE
) -> None:
    """The same drawing, further down."""
    assert usual is not None
    by = flowchart.table.top - usual.table.top
    assert by >= least
    assert in_words(flowchart.page) == in_words(usual.page)
    sizes = ("header_size", "text_size", "line_height")
    assert [getattr(flowchart.chart, s) for s in sizes] == [getattr(usual.chart, s) for s in sizes]
    assert [row.cells for row in flowchart.table.rows] == [row.cells for row in usual.table.rows]
    moved = [(x, y + by) for x, y in _corners(usual)]
    for there, wanted in zip(_corners(flowchart), moved, strict=True):
        assert there == pytest.approx(wanted)


def _corners(flowchart: FlowchartPage) -> list[tuple[float, float]]:
    """Of all that is drawn."""
    page, table = flowchart.page, flowchart.table
    boxes = [cell.box for cell in (*table.groups, *table.heads)]
    boxes += [symbol.box for symbol in page.symbols]
    boxes += [symbol.note_box for symbol in page.symbols if symbol.note_box]
    boxes += [words.box for words in flowchart.words]
    found = [point for line in (table.frame, *table.grid) for point in line]
    found += [(x, y) for b in boxes for x, y in ((b.x, b.y), (b.right, b.bottom))]
    found += [point for arrow in page.arrows for point in arrow.points]
    return found + [point for link in page.links for point in link.points]


@pytest.mark.long
@settings(max_examples=40, deadline=None)
@given(
    st.lists(procedures(most_lanes=5, most_steps=4), min_size=2, max_size=3),
    st.sampled_from(("F4", "A4")),
    st.sampled_from((ASKED, Settings())),
)
def test_procedures_share_pages_as_they_are_and_in_their_order(
    drawn: list[Procedure], paper: str, chosen: Settings
) -> None:
    """A short procedure begins a page only when it does not fit below the one before."""
    sop, asked = replace(SOP, procedures=tuple(drawn)), replace(chosen, paper=paper)
    charts = charts_of(sop, paper)
    usual = [flowchart_of(chart, page) for chart in charts for page in chart.pages]
    shown = [
        [part.flowchart for part in page.parts if part.flowchart]
        for page in pages_of(sop, asked).pages
    ]
    pages = [page for page in shown if page]
    printed = [flowchart for page in pages for flowchart in page]
    for flowchart, alone in zip(printed, usual, strict=True):
        _same_flowchart(flowchart, alone, least=0.0)
    room = charts[0].paper.height - 2 * charts[0].paper.margin
    for page in pages:
        for one, below in pairwise(page):
            assert one.table.top + one.table.height + PART_GAP == pytest.approx(below.table.top)
        assert max(y for one in page for _, y in _corners(one)) <= room + FINE
    single = [flowchart_of(c, c.pages[0]).table for c in charts if len(c.pages) == 1]
    for page, after in pairwise(pages):
        last, first = page[-1].table, after[0].table
        if chosen is not ASKED and first in single:
            assert last.top + last.height + PART_GAP + first.height > room
    for placed in (placed for shared in shared_pages(charts) for placed in shared):
        chart, procedure = charts[placed.chart], drawn[placed.chart]
        if len(chart.pages) == 1:
            moved = replace(chart, pages=(lowered(placed.page, placed.by),))
            assert measure(moved, procedure).faults == chart.quality.faults


def flowchart_of(chart: Flowchart, page: FlowPage) -> FlowchartPage:
    """A page of a chart that shares it with nothing."""
    alone = replace(chart, pages=(page,))
    document = document_pages(SOP, (alone,), Settings(), watermark=Watermark.NONE)
    flowchart = document.pages[-1].parts[0].flowchart
    assert flowchart is not None
    return flowchart


def test_the_page_reads_from_the_identity_to_the_last_step(pdf: bytes) -> None:
    told = " ".join(reader(pdf).pages[0].extract_text().split())
    assert_in_order(
        told,
        (
            *("Bagian Identitas", "PEMERINTAH PROVINSI KALIMANTAN TIMUR", "Disahkan oleh"),
            *("Dasar Hukum", "Pencatatan dan Pendataan", "Bagian Flowchart", "Kegiatan", "Output"),
            *("Memeriksa kelengkapan", SOP.number.raw, "Halaman 1 dari 1"),
        ),
    )
    assert "hal." not in told.replace("Halaman", "")


def test_bookmarks_lead_to_both_parts_of_the_page(pdf: bytes) -> None:
    file = reader(pdf)
    outline: list[Any] = file.outline
    marks = [(m.title, file.get_destination_page_number(m), m.top) for m in outline]
    assert [(title, page) for title, page, _ in marks] == [
        ("Bagian Identitas", 0),
        ("Bagian Flowchart", 0),
    ]
    assert marks[1][2] < marks[0][2] - 70 * MM


def test_each_part_is_a_section_that_begins_with_its_heading(pdf: bytes) -> None:
    tree: Any = reader(pdf).root_object["/StructTreeRoot"]
    (document,) = tree["/K"]
    sections = [kid.get_object() for kid in document.get_object()["/K"]]
    kinds = [[kid.get_object()["/S"] for kid in section["/K"]] for section in sections]
    assert [section["/S"] for section in sections] == ["/Sect", "/Sect"]
    assert kinds[0][0] == kinds[1][0] == "/H1"
    assert kinds[0].count("/Table") == 2
    assert kinds[1].count("/Table") == kinds[1].count("/Figure") == 1


@pytest.mark.parametrize("watermark", Watermark)
def test_judges_of_archives_and_of_access_find_nothing(
    watermark: Watermark, tmp_path: Path
) -> None:
    charts, file = charts_of(short()), tmp_path / "a.pdf"
    made = write(short(), charts, settings=ASKED, watermark=watermark, source=("a.xlsx", b"PK"))
    assert_archival(made)
    assert (str(watermark) in reader(made).pages[0].extract_text()) or not watermark
    file.write_bytes(made)
    found = {(f.rule_id, f.severity.name) for o in validate(str(file)).outcomes for f in o.findings}
    assert found <= {CLAIM}


@pytest.mark.parametrize("name", ["F4", "A4", "Letter", "Legal"])
def test_all_words_stand_inside_the_margins_and_lines_apart(name: str) -> None:
    sop, paper = short(), PAPERS[name]
    made = write(sop, charts_of(sop, name), settings=replace(ASKED, paper=name))
    words = printed_words(made)
    assert {page for page, _, _ in words} == {0}
    margin = paper.margin * MM - SLACK
    for _, (left, top, right, bottom), text in words:
        assert margin <= left < right <= paper.width * MM - margin, text
        assert margin - 5.5 * MM <= top < bottom <= paper.height * MM, text
    for (_, one, _), (_, two, _) in pairwise(sorted(words, key=lambda word: word[1][0])):
        across = min(one[2], two[2]) - max(one[0], two[0])
        down = min(one[3], two[3]) - max(one[1], two[1])
        assert min(across, down) <= 1.0
