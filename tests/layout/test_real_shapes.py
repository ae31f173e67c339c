"""Charts of the shape of signed SOPs are set as a good designer would set them."""

import pytest

from sopbatch.layout import chart as layout
from sopbatch.layout import lay_out
from sopbatch.layout.turns import Stop, all_turns
from sopbatch.model import (
    PAPERS,
    FlowArrow,
    Flowchart,
    FlowPage,
    FlowRow,
    FlowSymbol,
    Procedure,
    Symbol,
)
from tests.layout.fixed_widths import fixed_table
from tests.layout.real_shapes import real_shapes

F4 = PAPERS["F4"]
COUNT = 60
LOW, FEW_LINES = 13.5, 3
"""Height of a row of one symbol beside so many lines of text, mm."""
LOST = 2


@pytest.fixture(scope="module")
def made() -> list[Procedure]:
    return [*real_shapes(COUNT)]


@pytest.fixture(scope="module")
def charts(made: list[Procedure]) -> list[Flowchart]:
    return [lay_out(procedure, F4) for procedure in made]


def _pages(charts: list[Flowchart]) -> int:
    return sum(len(chart.pages) for chart in charts)


def _steps(page: FlowPage) -> list[FlowRow]:
    return [row for row in page.rows if row.kind == "step"]


def test_no_chart_has_a_fault(charts: list[Flowchart]):
    assert [c.quality for c in charts if c.quality.faults or c.quality.tight] == []


@pytest.mark.long
def test_columns_that_follow_their_texts_save_a_tenth_of_the_pages(
    made: list[Procedure], charts: list[Flowchart], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(layout, "table_for", fixed_table)
    fixed = [lay_out(procedure, F4) for procedure in made]
    assert _pages(charts) <= 0.9 * _pages(fixed)
    longer = [a for a, b in zip(charts, fixed, strict=True) if len(a.pages) > len(b.pages)]
    assert longer == []


def test_no_last_page_holds_one_or_two_lost_rows(charts: list[Flowchart]):
    """The page before could give some: it holds more than it would need to."""
    for chart in charts:
        *_, before, last = (None, *chart.pages)
        if before is not None:
            assert len(_steps(last)) > LOST or len(_steps(before)) <= LOST + 1


def test_a_row_of_few_lines_is_low(made: list[Procedure], charts: list[Flowchart]):
    """Unless a name stands below its diamond, or lines run along its border."""
    heights = []
    for procedure, chart in zip(made, charts, strict=True):
        for page in chart.pages:
            for row in _steps(page):
                step = procedure.steps[row.step - 1]
                words = [node.symbol for nodes in step.turns for node in nodes]
                alone = len(words) == 1 and Symbol.DECISION not in words
                short = all(len(text.lines) <= FEW_LINES for text in row.texts)
                if alone and short and not _has_lines_along(page, row):
                    heights.append(row.height)
    assert len(heights) > COUNT / 6
    assert max(heights) <= LOW


def _has_lines_along(page: FlowPage, row: FlowRow) -> bool:
    """Whether a line turns within the row off its middle."""
    middle = row.y + row.height / 2
    return any(
        row.y - 2 < y < row.y + row.height + 2 and abs(y - middle) > 3.5
        for arrow in page.arrows
        for _, y in arrow.points[1:-1]
    )


def _lane_of(chart: Flowchart, symbol: FlowSymbol) -> int:
    lanes = [column for column in chart.columns if column.key == "lane"]
    middle = symbol.box.x + symbol.box.width / 2
    return next(i for i, lane in enumerate(lanes) if middle <= lane.x + lane.width)


def test_a_pentagon_stands_in_the_lane_of_who_goes_on(
    made: list[Procedure], charts: list[Flowchart]
):
    """Or beside another pentagon of the same strip that has the lane."""
    for procedure, chart in zip(made, charts, strict=True):
        lanes_of = {turn.stop: {node.lane for node in turn.nodes} for turn in all_turns(procedure)}
        for page in chart.pages:
            stood = {(_lane_of(chart, s), s.box.y): s for s in page.symbols if s.letter}
            for (lane, y), symbol in stood.items():
                wanted = lanes_of[Stop(symbol.step, symbol.turn)]
                assert lane in wanted or all((own, y) in stood for own in wanted)


def _enters(arrow: FlowArrow) -> str:
    (_, y1), (_, y2) = arrow.points[-2:]
    if not arrow.head:
        return "joins"
    return "aside" if y1 == y2 else "above" if y1 < y2 else "below"


@pytest.mark.long
def test_where_a_return_competes_the_main_flow_enters_from_above(charts: list[Flowchart]):
    contests = 0
    aside = 0
    for page in (page for chart in charts for page in chart.pages):
        into: dict[tuple[int, int], dict[bool, set[str]]] = {}
        for arrow in page.arrows:
            entered = into.setdefault((arrow.target, arrow.turns[1]), {})
            entered.setdefault(arrow.source < arrow.target, set()).add(_enters(arrow))
        for entered in into.values():
            if len(entered) == 2:
                contests += 1
                aside += "above" not in entered[True]
                assert not ("above" in entered[False] and "above" not in entered[True])
    assert contests > COUNT // 3
    assert aside <= contests // 25
