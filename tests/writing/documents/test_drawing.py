"""What is drawn of our pages: our lines, each once; hostile texts as texts."""

from dataclasses import replace
from functools import cache
from itertools import chain
from time import perf_counter
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from sopbatch.layout import lay_out
from sopbatch.model import (
    PAPERS,
    DateKind,
    Flowchart,
    LegalCitation,
    Settings,
    Sop,
    Watermark,
)
from sopbatch.schema.settings import APART, TOGETHER
from sopbatch.text.fonts import FONT_FILES, FONTS
from sopbatch.writing.documents.identity import IdentityPage
from sopbatch.writing.documents.pages import DrawnDocument, PagePart, document_pages
from tests.samples import sample_sops
from tests.there import there
from tests.writing.documents.charts import drawn_chart
from tests.writing.documents.lanes import many_lanes
from tests.writing.documents.prints import SOP, printed, reader, write

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


def pages_of(sop: Sop, *charts: Flowchart, settings: Settings) -> DrawnDocument:
    return document_pages(sop, charts, settings, watermark=Watermark.NONE)


def lines_drawn(pdf: bytes) -> list[list[str]]:
    """Lines of text in the order each page shows them."""
    return [
        [
            _decoded(operands[0] if operator == b"TJ" else operands)
            for operands, operator in there(page.get_contents()).operations
            if operator in (b"Tj", b"TJ")
        ]
        for page in reader(pdf).pages
    ]


def _decoded(parts: Any) -> str:
    """The letters of glyphs, which have the same numbers in both fonts."""
    codes = b"".join(part.original_bytes for part in parts if hasattr(part, "original_bytes"))
    return "".join(
        _letters()[high << 8 | low] for high, low in zip(codes[::2], codes[1::2], strict=True)
    )


@cache
def _letters() -> dict[int, str]:
    with TTFont(FONTS / FONT_FILES[0]) as font:
        return {font.getGlyphID(name): chr(code) for code, name in font.getBestCmap().items()}


def lines_given(document: DrawnDocument) -> list[list[str]]:
    """All lines of each page, sorted, and those of its foot."""
    pages = []
    for number, page in enumerate(document.pages, start=1):
        lines = [line for part in page.parts for line in _part_lines(part)]
        foot = [document.number, document.title, f"Halaman {number} dari {len(document.pages)}"]
        pages.append(sorted([*lines, *foot]))
    return pages


def _part_lines(part: PagePart) -> list[str]:
    lines = [part.heading] if part.heading else []
    if part.identity:
        lines += _identity_lines(part.identity)
    elif chart := part.flowchart:
        cells = [cell for row in chart.table.rows for cell in row.cells]
        texts = (*chart.table.groups, *chart.table.heads, *cells, *chart.words)
        lines += [line for text in texts for line in text.lines]  # type: ignore[attr-defined]
    return lines


def _identity_lines(identity: IdentityPage) -> list[str]:
    lines: list[str] = []
    if head := identity.head:
        block = head.approval
        lines += [row.label for row in (*head.dates, block, head.title)]  # type: ignore[attr-defined]
        lines += [
            line
            for part in (*head.letterhead, *head.dates, head.title)
            for line in part.lines  # type: ignore[attr-defined]
        ]
        lines += [*block.position, *block.name, *block.rank, *block.nip]
    for panel in chain.from_iterable((band.left, band.right) for band in identity.bands):
        lines += [panel.heading] if panel.heading else []
        lines += [f"{item.number}." for item in panel.items if item.number]
        lines += [line for item in panel.items for line in item.lines]
    return lines


def _laid_out(sop: Sop) -> tuple[Sop, Flowchart]:
    return sop, lay_out(sop.procedures[0], PAPERS["F4"])


DOCUMENTS = {
    "plain": (SOP, drawn_chart()),
    "rotated": (SOP, drawn_chart(rotated=True)),
    "long": (replace(SOP, legal_basis=(LegalCitation(raw="Undang-Undang " * 60),) * 30),),
    "word": (replace(SOP, equipment=("x" * 4000,), records=("WAKTU" * 99,)),),
    "first sample": _laid_out(sample_sops()[0]),
    "longest sample": _laid_out(max(sample_sops(), key=lambda sop: len(sop.steps))),
    "many lanes": _laid_out(many_lanes(12)),
    "few steps": _laid_out(many_lanes(3, steps=2)),
    "many steps": _laid_out(many_lanes(3, steps=16)),
    "hostile": (replace(SOP, equipment=HOSTILE, title=HOSTILE[0]), drawn_chart(HOSTILE[:3])),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("arrangement", [APART, TOGETHER])
def test_every_line_of_the_layout_is_drawn_once(name: str, arrangement: str) -> None:
    settings = Settings(arrangement=arrangement)
    document: tuple[Any, ...] = DOCUMENTS[name]
    sop, *charts = document
    drawn = lines_drawn(write(sop, charts=tuple(charts), settings=settings))
    assert [sorted(lines) for lines in drawn] == lines_given(
        pages_of(sop, *charts, settings=settings)
    )


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
        created=replace(SOP.created, raw=text, kind=DateKind.UNPARSED),
        legal_basis=(LegalCitation(raw=text), LegalCitation(raw=text)),
        warnings=(text,),
        approval_method="Tanda tangan elektronik",
    )


def test_hostile_texts_in_lists_and_cells_are_printed_as_they_stand() -> None:
    in_cells = (HOSTILE[0], HOSTILE[3], HOSTILE[8])
    sop = replace(
        SOP, legal_basis=tuple(LegalCitation(raw=text) for text in HOSTILE), records=HOSTILE
    )
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


@pytest.mark.long
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
    resources: Any = reader(pdf).pages[0]["/Resources"]
    fonts = resources["/Font"]
    assert {f.get_object()["/BaseFont"][8:].partition("-")[0] for f in fonts.values()} == {"SOP"}
