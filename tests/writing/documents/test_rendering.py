"""What WeasyPrint makes of our pages: our lines, our heights, no other address than ours."""

from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest
from weasyprint.formatting_structure import boxes

from sopbatch.layout import lay_out
from sopbatch.layout.wrap import wrap
from sopbatch.model import (
    PAPERS,
    Flowchart,
    LegalCitation,
    Settings,
    Sop,
    Watermark,
)
from sopbatch.writing.documents.pages import Document, document_pages
from sopbatch.writing.documents.rendering import BundledOnly, typeset
from tests.samples import sample_sops
from tests.writing.documents.charts import drawn_chart
from tests.writing.documents.lanes import many_lanes
from tests.writing.documents.prints import AS_OF, SOP, printed, reader, write

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<style>*{display:none}</style>",
    '<link rel=attachment href="file:///etc/passwd">',
    '"><iframe src="http://127.0.0.1:9/">',
    "url(http://127.0.0.1:9/canary.png)",
    "]]></style></title></body>",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "{{ 7*7*1337 }}",
    "{% for x in range(10**9) %}a{% endfor %}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "=cmd|' /C calc'!A0",
    "javascript:alert(1)",
    "<svg onload=alert(1)><text>x</text></svg>",
    "<a href='file:///etc/passwd'>x</a>",
)


def pages_of(sop: Sop, *charts: Flowchart) -> Document:
    told: dict[str, Any] = {"watermark": Watermark.DRAFT, "as_of": AS_OF, "has_logo": False}
    return document_pages(sop, charts, Settings(), wrap, **told)


def lines_made(box: Any) -> int:
    """Lines WeasyPrint broke a page into, foot and margins left out."""
    if isinstance(box, boxes.MarginBox):
        return 0
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.LineBox):
        inner = (lines_made(child) for child in box.children)
        return 1 + sum(inner)
    return sum(lines_made(child) for child in getattr(box, "children", ()))


def lines_given(document: Document) -> list[int]:
    counts = []
    for page in document.pages:
        if identity := page.identity:
            count = 0
            if head := identity.head:
                approval = head.approval
                parts = (*head.letterhead, *head.dates, head.title)
                count += sum(len(part.lines) for part in parts) + len(head.dates) + 2
                count += sum(map(len, (approval.position, approval.name)))
                count += sum(map(len, (approval.rank, approval.nip)))
            for band in identity.bands:
                for panel in (band.left, band.right):
                    numbers = sum(item.number > 0 for item in panel.items)
                    count += (
                        bool(panel.heading) + numbers + sum(len(item.lines) for item in panel.items)
                    )
        elif chart := page.flowchart:
            cells = [cell for row in chart.table.rows for cell in row.cells]
            parts = (*chart.table.groups, *chart.table.heads, *cells, *chart.words)
            count = sum(len(part.lines) for part in parts)
        counts.append(count + bool(page.heading))
    return counts


def tables(box: Any) -> list[Any]:
    box = getattr(box, "_box", box)
    if isinstance(box, boxes.MarginBox):
        return []
    if isinstance(box, boxes.TableBox):
        return [box]
    return [table for child in getattr(box, "children", ()) for table in tables(child)]


def _laid_out(sop: Sop) -> tuple[Sop, Flowchart]:
    return sop, lay_out(sop.procedures[0], PAPERS["F4"])


DOCUMENTS = {
    "plain": (SOP, drawn_chart()),
    "rotated": (SOP, drawn_chart(rotated=True)),
    "long": (replace(SOP, legal_basis=(LegalCitation("Undang-Undang " * 60),) * 30),),
    "word": (replace(SOP, equipment=("x" * 4000,), records=("WAKTU" * 99,)),),
    "first sample": _laid_out(sample_sops()[0]),
    "longest sample": _laid_out(max(sample_sops(), key=lambda sop: len(sop.steps))),
    "many lanes": _laid_out(many_lanes(12)),
    "many steps": _laid_out(many_lanes(3, steps=16)),
    "hostile": (replace(SOP, equipment=HOSTILE, title=HOSTILE[0]), drawn_chart(HOSTILE[:3])),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_lines_and_heights_are_ours(name: str) -> None:
    sop, *charts = DOCUMENTS[name]
    document = pages_of(sop, *charts)
    made = typeset(document).pages
    assert [lines_made(page._page_box) for page in made] == lines_given(document)
    for page, printed_page in zip(document.pages, made, strict=True):
        (*_, table) = tables(printed_page._page_box)
        if page.flowchart:
            assert table.height * 25.4 / 96 == pytest.approx(page.flowchart.table.height, abs=0.02)
        elif page.identity:
            bands = page.identity.height - page.identity.bands_top
            assert table.height * 25.4 / 96 == pytest.approx(bands, abs=0.3)


def hostile_sop(text: str) -> Sop:
    return replace(
        SOP,
        title=text,
        unit_name=text,
        section=text,
        government=text,
        signatory_name=text,
        signatory_position=text,
        number=replace(SOP.number, raw=text),
        created=replace(SOP.created, raw=text, kind="unparsed"),
        legal_basis=(LegalCitation(text), LegalCitation(text)),
        warnings=(text,),
        approval_method="Tanda tangan elektronik",
    )


def test_hostile_texts_in_lists_and_cells_are_printed_as_they_stand() -> None:
    in_cells = (HOSTILE[0], HOSTILE[3], HOSTILE[8])
    sop = replace(SOP, legal_basis=tuple(map(LegalCitation, HOSTILE)), records=HOSTILE)
    pdf = write(sop, (drawn_chart(in_cells),))
    shown = printed(pdf).replace(" ", "")
    for text in HOSTILE:
        assert shown.count(text.replace(" ", "")) >= 2 + (text in in_cells)
    assert "65513" not in shown
    assert reader(pdf).attachments == {}
    assert not any("/Annots" in page for page in reader(pdf).pages)


@pytest.mark.parametrize("text", HOSTILE[:9:3] + HOSTILE[8:10])
def test_hostile_text_in_the_head_is_printed_as_it_stands(text: str) -> None:
    pdf = write(hostile_sop(text), charts=())
    shown = printed(pdf).replace(" ", "")
    assert shown.count(text.replace(" ", "")) >= 5
    assert "65513" not in shown
    told = reader(pdf)
    assert told.attachments == {}
    assert not any("/Annots" in page for page in told.pages)
    assert not {"/OpenAction", "/AA"} & told.root_object.keys()
    assert told.metadata is not None
    assert told.metadata.title == text


@pytest.mark.parametrize(
    "text",
    [
        "😀" * 5000,
        "\x00\x01\x1b[31m" * 500,
        "a\u0301\u0302\u0303" * 3000,
        "漢" * 10000,
        "x" * 10000,
    ],
    ids=["emoji", "control", "accents", "han", "word"],
)
def test_odd_text_in_masses_neither_hangs_nor_changes_the_font(text: str) -> None:
    begin = perf_counter()
    pdf = write(hostile_sop(text), charts=())
    assert perf_counter() - begin < 20
    fonts = reader(pdf).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    assert {f.get_object()["/BaseFont"][8:].partition("-")[0] for f in fonts.values()} == {"SOP"}


@pytest.mark.parametrize("url", ["http://example.com/", "file:///etc/passwd", "data:,x", "x", ""])
def test_every_address_but_ours_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="refused"):
        BundledOnly({"sopbatch:logo": (b"x", "image/png")}).fetch(url)
