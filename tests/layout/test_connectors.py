"""Flows that leave a page come back by the same letter."""

import pytest

from sopbatch.layout import lay_out
from sopbatch.layout.connectors import Connector, connectors_of, letter, note
from sopbatch.layout.turns import Stop, TurnEdge
from sopbatch.model import PAPERS, Flowchart, FlowSymbol, PaperSize
from tests.samples import sample_sops

LOW = PaperSize("rendah", 330.0, 110.0)


@pytest.mark.parametrize(
    ("number", "text"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_letters_go_on_after_z(number: int, text: str):
    assert letter(number) == text


def test_edges_to_one_target_from_one_side_share_a_connector():
    ways = ((1, 9), (2, 9), (3, 2), (8, 2), (9, 2))
    edges = tuple(TurnEdge(Stop(source), Stop(target)) for source, target in ways)
    first = connectors_of(edges, 1, 3)
    assert [(c.target.step, c.onward, c.leaves, len(c.edges)) for c in first] == [
        (2, False, False, 2),
        (9, True, True, 2),
    ]
    assert all(connector.at_foot for connector in first)
    assert not any(connector.at_foot for connector in connectors_of(edges, 8, 9))


@pytest.mark.parametrize(
    ("leaves", "sources", "text"),
    [
        (True, (1,), "ke hal. 5"),
        (False, (1,), "dari hal. 2"),
        (False, (1, 2), "dari hal. 2, 3"),
        (False, (1, 2, 3), "dari hal. 2–4"),
        (False, (1, 2, 4), "dari hal. 2 dst."),
    ],
)
def test_notes_name_pages_of_the_document(leaves: bool, sources: tuple[int, ...], text: str):
    page_of = {1: 0, 2: 1, 3: 2, 9: 3, 4: 4}
    edges = tuple(TurnEdge(Stop(source), Stop(9)) for source in sources)
    assert note(Connector(Stop(9), True, leaves, edges), page_of, first_page=2) == text


def _pentagons(chart: Flowchart) -> list[tuple[int, FlowSymbol]]:
    return [(page.number, s) for page in chart.pages for s in page.symbols if s.letter]


@pytest.mark.parametrize("sop", sample_sops(), ids=lambda sop: sop.plan_code)
def test_a_pentagon_names_the_page_of_its_twin(sop):
    chart = lay_out(sop.procedures[0], LOW, first_page=4)
    assert chart.quality.faults == 0
    pages_of_step = {row.step: page.number for page in chart.pages for row in page.rows}
    pentagons = _pentagons(chart)
    assert pentagons
    for _, pentagon in pentagons:
        if pentagon.note.startswith("ke"):
            assert pentagon.note == f"ke hal. {pages_of_step[pentagon.step] + 3}"


def test_letters_go_on_from_another_procedure():
    procedure = sample_sops()[0].procedures[0]
    letters = [s.letter for _, s in _pentagons(lay_out(procedure, LOW, first_letter=3))]
    assert min(letters) == "D"


def test_one_page_needs_no_pentagon():
    assert not _pentagons(lay_out(sample_sops()[0].procedures[0], PAPERS["F4"]))
