"""An exported drawing in a program of another machine, which has none of our fonts."""

import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring

from sopbatch.layout import lay_out
from sopbatch.model import PAPERS
from sopbatch.text.measuring import text_width
from sopbatch.writing.documents import draw_svg
from tests.lone_font import FAMILY, lone_font
from tests.samples import sample_sops
from tests.writing.documents.prints import MM, printed_words, reader, write

LONGEST = max(sample_sops(), key=lambda sop: len(sop.steps))
CHART = lay_out(LONGEST.procedures[0], PAPERS["F4"])
DRAWN = draw_svg(CHART, 1)
REACH = 1.5 * MM
"""A word may stand so far from where the document has it, pt."""
RENDER = """
import sys
from weasyprint import HTML
style = "<style>@page { size: 330mm 215mm; margin: 0 } body { margin: 0 }</style>"
sys.stdout.buffer.write(HTML(string=style + sys.stdin.read()).write_pdf())
"""


def rendered(drawing: str, environment: Mapping[str, str]) -> bytes:
    """The drawing as a PDF, made in a process of its own: fonts are known to a whole process."""
    done = subprocess.run(
        [sys.executable, "-c", RENDER],
        input=drawing.encode(),
        capture_output=True,
        check=True,
        env={**os.environ, **environment},
    )
    return done.stdout


def astray(drawn: bytes) -> list[str]:
    """Words of the document's page that do not stand at their place in the drawing."""
    placed = {(text, *_middle(box)) for _, box, text in printed_words(drawn)}
    height = CHART.pages[0].rows[-1].y + CHART.pages[0].rows[-1].height + CHART.paper.margin
    return [
        text
        for page, box, text in printed_words(write(LONGEST, (CHART,)))
        if page == 1 and box[3] < height * MM and not _near(text, _middle(box), placed)
    ]


def fonts_of(pdf: bytes) -> set[str]:
    resources: list[Any] = [page["/Resources"] for page in reader(pdf).pages]
    return {str(font["/BaseFont"]) for each in resources for font in each["/Font"].values()}


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return {"FONTCONFIG_FILE": str(lone_font(tmp_path_factory.mktemp("huruf")))}


@pytest.mark.long
def test_an_exported_drawing_reads_the_same_without_any_of_its_fonts(elsewhere) -> None:
    drawn = rendered(DRAWN, elsewhere)
    assert all(FAMILY.replace(" ", "-") in font for font in fonts_of(drawn)), fonts_of(drawn)
    assert len(reader(drawn).pages) == 1
    assert astray(drawn) == []


@pytest.mark.long
def test_an_exported_drawing_reads_the_same_here() -> None:
    assert astray(rendered(DRAWN, {})) == []


def test_every_line_of_an_exported_drawing_tells_its_length() -> None:
    lines = list(fromstring(DRAWN).iter("{http://www.w3.org/2000/svg}text"))
    for line in lines:
        points = float(line.attrib["font-size"]) * 72 / 25.4
        wanted = text_width(line.text, points, bold=line.get("font-weight") == "bold")
        assert float(line.attrib["textLength"]) == pytest.approx(wanted, rel=0.005, abs=0.01)
    assert len(lines) > len(CHART.pages[0].rows)


def _middle(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _near(text: str, spot: tuple[float, float], placed: set[tuple[str, float, float]]) -> bool:
    return any(
        text == other and abs(x - spot[0]) < REACH and abs(y - spot[1]) < REACH
        for other, x, y in placed
    )
