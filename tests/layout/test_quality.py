"""The checker sees every kind of fault, drawn into a good chart on purpose."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sopbatch.layout import lay_out, measure
from sopbatch.model import PAPERS, Box, FlowArrow, Flowchart, FlowPage, FlowQuality, PaperSize
from tests.samples import sample_sops

PROCEDURE = sample_sops()[0].procedures[0]
CHART = lay_out(PROCEDURE, PAPERS["F4"])
SPLIT = lay_out(PROCEDURE, PaperSize("low", 330.0, 120.0))


def _changed(chart: Flowchart, change: Callable[[FlowPage], FlowPage]) -> FlowQuality:
    pages = (change(chart.pages[0]), *chart.pages[1:])
    return measure(replace(chart, pages=pages), PROCEDURE)


def _moved(arrow: FlowArrow, x: float, y: float) -> FlowArrow:
    return replace(arrow, points=tuple((a + x, b + y) for a, b in arrow.points))


def test_the_chart_is_good_before_it_is_spoilt():
    assert CHART.quality.faults == 0
    assert len(SPLIT.pages) > 1
    assert SPLIT.quality.faults == 0


def test_a_missing_arrow_is_seen():
    assert _changed(CHART, lambda p: replace(p, arrows=p.arrows[1:])).undrawn_edges == 1


def test_an_arrow_drawn_twice_is_seen():
    assert _changed(CHART, lambda p: replace(p, arrows=(*p.arrows, p.arrows[0]))).undrawn_edges == 1


def test_a_missing_name_is_seen():
    assert _changed(CHART, lambda p: replace(p, labels=p.labels[1:])).undrawn_edges == 1


def test_an_end_beside_its_symbol_is_seen():
    spoilt = _changed(
        CHART, lambda p: replace(p, arrows=(_moved(p.arrows[0], 0.0, 0.5), *p.arrows[1:]))
    )
    assert spoilt.dangling_ends > 0


def test_lines_of_two_flows_on_each_other_are_seen():
    spoilt = _changed(
        CHART, lambda p: replace(p, arrows=(*p.arrows, replace(p.arrows[0], net="other")))
    )
    assert spoilt.overlaps > 0


def test_lines_too_near_each_other_are_seen():
    near = _moved(replace(CHART.pages[0].arrows[0], net="other"), 0.5, 0.5)
    assert _changed(CHART, lambda p: replace(p, arrows=(*p.arrows, near))).tight > 0


def test_a_line_through_a_symbol_is_seen():
    box = CHART.pages[0].symbols[3].box
    through = FlowArrow(
        net="other",
        points=((box.x - 1, box.y + 1), (box.x + box.width + 1, box.y + 1)),
        source=1,
        target=2,
    )
    assert _changed(CHART, lambda p: replace(p, arrows=(*p.arrows, through))).symbols_hit > 0


@pytest.mark.parametrize("place", ["symbol", "line", "other name", "outside"])
def test_a_name_in_a_wrong_place_is_seen(place: str):
    page = CHART.pages[0]
    label, symbol = page.labels[0], page.symbols[0]
    x, y = page.arrows[-1].points[0]
    boxes = {
        "symbol": symbol.box,
        "line": Box(x - 1, y - 1, 5, 2.7),
        "other name": page.labels[1].box,
        "outside": Box(0.0, label.box.y, label.box.width, label.box.height),
    }
    labels = (replace(label, box=boxes[place]), *page.labels[1:])
    assert _changed(CHART, lambda p: replace(p, labels=labels)).label_overlaps > 0


def test_a_connector_without_its_twin_is_seen():
    last = SPLIT.pages[-1]
    kept = tuple(symbol for symbol in last.symbols if not symbol.letter)
    pages = (*SPLIT.pages[:-1], replace(last, symbols=kept))
    assert measure(replace(SPLIT, pages=pages), PROCEDURE).unpaired_connectors > 0


def test_a_row_too_low_for_its_text_is_seen():
    rows = CHART.pages[0].rows
    low = (replace(rows[0], height=1.0), *rows[1:])
    assert _changed(CHART, lambda p: replace(p, rows=low)).overflow > 0


def test_a_page_too_high_for_its_paper_is_seen():
    small = replace(CHART, paper=PaperSize("small", 330.0, 100.0))
    assert measure(small, PROCEDURE).overflow > 0


def test_crossings_and_bends_are_counted():
    page = CHART.pages[0]
    assert CHART.quality.bends == sum(len(arrow.points) - 2 for arrow in page.arrows)
    (x, top), (_, bottom) = page.arrows[0].points[-2:]
    y = (top + bottom) / 2
    across = FlowArrow(net="other", points=((x - 2, y), (x + 2, y)), source=1, target=2)
    spoilt = _changed(CHART, lambda p: replace(p, arrows=(*p.arrows, across)))
    assert spoilt.crossings == CHART.quality.crossings + 1
