"""Every paper an office may have: all samples fit, are drawn without a fault, nothing is cut."""

import pytest

from sopbatch.layout import lay_out
from sopbatch.model import PAPERS, Flowchart, FlowPage, Sop
from sopbatch.writing.documents.flow_words import flow_words
from tests.samples import sample_sops
from tests.writing.documents.prints import MM, printed_words, reader, write

LONGEST = max(sample_sops(), key=lambda sop: len(sop.steps))
SLACK = 0.5
"""Letters may reach beyond their advance width by as much, pt."""


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
    for _, (left, top, right, bottom), text in printed_words(pdf):
        assert margin <= left < right <= paper.width * MM - margin, text
        assert margin <= top < bottom <= paper.height * MM, text
    shown = {text for _, _, text in printed_words(pdf)}
    wanted = " ".join(step.activity for step in LONGEST.steps).replace("&", "&amp;")
    assert {word for word in wanted.split() if word.isalpha()} <= shown
