"""Every paper an office may have: all samples fit, are drawn without a fault, nothing is cut."""

import re
import subprocess

import pytest
from weasyprint import HTML

from sopbatch.layout import lay_out
from sopbatch.model import PAPERS, Flowchart, FlowPage, Sop
from sopbatch.writing.documents import draw_svg
from sopbatch.writing.documents.flow_words import flow_words
from tests.samples import sample_sops
from tests.writing.documents.prints import reader, write

MM = 72 / 25.4
LONGEST = max(sample_sops(), key=lambda sop: len(sop.steps))
SLACK = 0.5
"""Letters may reach beyond their advance width by as much, pt."""


def words(pdf: bytes) -> list[tuple[int, tuple[float, float, float, float], str]]:
    """Page (0-based), left, top, right and bottom in pt, and text of every printed word."""
    told = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    found = []
    for number, page in enumerate(told.split("<page ")[1:]):
        for *box, text in re.findall(
            r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)</word>', page
        ):
            left, top, right, bottom = map(float, box)
            found.append((number, (left, top, right, bottom), text))
    return found


def everything(chart: Flowchart, page: FlowPage) -> list[tuple[float, float]]:
    """Corners of all that is drawn in the lanes."""
    boxes = [symbol.box for symbol in page.symbols]
    boxes += [placed.box for placed in flow_words(chart, page)]
    corners = [(box.x, box.y) for box in boxes]
    corners += [(box.x + box.width, box.y + box.height) for box in boxes]
    return corners + [point for arrow in page.arrows for point in arrow.points]


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("sop", sample_sops(), ids=lambda sop: sop.plan_code)
def test_every_sample_fits_every_paper(sop: Sop, name: str) -> None:
    paper = PAPERS[name]
    chart = lay_out(sop.procedures[0], paper)
    assert chart.paper == paper
    assert chart.quality.faults == 0
    width, height = paper.width - 2 * paper.margin, paper.height - 2 * paper.margin
    for page in chart.pages:
        for x, y in everything(chart, page):
            assert -0.01 <= x <= width + 0.01
            assert -0.01 <= y <= height + 0.01


@pytest.mark.parametrize("name", PAPERS)
def test_a_printed_document_has_all_words_inside_its_paper(name: str) -> None:
    paper = PAPERS[name]
    chart = lay_out(LONGEST.procedures[0], paper)
    pdf = write(LONGEST, (chart,))
    for page in reader(pdf).pages:
        assert float(page.mediabox.width) == pytest.approx(paper.width * MM, abs=0.1)
        assert float(page.mediabox.height) == pytest.approx(paper.height * MM, abs=0.1)
    margin = paper.margin * MM - SLACK
    for _, (left, top, right, bottom), text in words(pdf):
        assert margin <= left < right <= paper.width * MM - margin, text
        assert margin <= top < bottom <= paper.height * MM, text
    shown = {text for _, _, text in words(pdf)}
    wanted = " ".join(step.activity for step in LONGEST.steps).replace("&", "&amp;")
    assert {word for word in wanted.split() if word.isalpha()} <= shown


def test_the_exported_drawing_reads_the_same_in_another_renderer() -> None:
    chart = lay_out(LONGEST.procedures[0], PAPERS["F4"])
    style = "<style>@page { size: 330mm 215mm; margin: 0 } body { margin: 0 }</style>"
    drawn = HTML(string=style + draw_svg(chart, 1)).write_pdf()
    printed = write(LONGEST, (chart,))
    placed = {(text, *_middle(box)) for _, box, text in words(drawn)}
    assert len(reader(drawn).pages) == 1
    height = chart.pages[0].rows[-1].y + chart.pages[0].rows[-1].height + chart.paper.margin
    missing = [
        text
        for page, box, text in words(printed)
        if page == 1 and box[3] < height * MM and not _near(text, _middle(box), placed)
    ]
    assert missing == []


def _middle(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _near(text: str, spot: tuple[float, float], placed: set[tuple[str, float, float]]) -> bool:
    """Whether the word stands within 1.5 mm of the spot."""
    reach = 1.5 * MM
    return any(
        text == other and abs(x - spot[0]) < reach and abs(y - spot[1]) < reach
        for other, x, y in placed
    )
