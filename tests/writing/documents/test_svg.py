"""A page of the flowchart as a drawing."""

from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from sopbatch.model import PAPERS, Flowchart, FlowPage
from sopbatch.writing.documents import draw_svg
from sopbatch.writing.documents.flow_table import flow_table
from tests.writing.documents.charts import HEADER, ROW, STRIP, drawn_chart

NS = "{http://www.w3.org/2000/svg}"


def texts(svg: Element) -> list[str]:
    return [element.text or "" for element in svg.iter(f"{NS}text")]


def test_a_standalone_page_shows_heads_texts_labels_and_letters() -> None:
    shown = texts(fromstring(draw_svg(drawn_chart(), 1)))
    for text in ("Pelaksana", "Mutu Baku", "Kepala Biro", "Menerima surat", "Tidak", "Ya", "A"):
        assert text in shown
    assert "Menyampaikan hasil" in texts(fromstring(draw_svg(drawn_chart(), 2)))


@pytest.mark.parametrize("name", PAPERS)
def test_a_standalone_page_has_the_size_of_its_paper(name: str) -> None:
    paper = PAPERS[name]
    svg = fromstring(draw_svg(drawn_chart(paper=paper), 1))
    assert svg.get("width") == f"{paper.width:g}mm"
    assert svg.get("viewBox") == f"0 0 {paper.width:g} {paper.height:g}"


def test_a_standalone_page_tells_the_flow_in_words() -> None:
    title = fromstring(draw_svg(drawn_chart(), 1)).find(f"{NS}title")
    assert title is not None
    assert title.text == "Alur kegiatan: 1 ke 2; 2 ke 1 (Tidak); 2 ke 3 (Ya); 3 ke 4."


def test_every_arrow_has_a_head_unless_it_merges() -> None:
    chart = drawn_chart()
    page = chart.pages[0]
    merging = replace(page, arrows=(replace(page.arrows[0], head=False), *page.arrows[1:]))
    heads = [_heads(drawing(chart, drawn)) for drawn in (page, merging)]
    assert heads == [4, 3]


def test_a_dot_shows_where_an_arrow_joins_another() -> None:
    chart = drawn_chart()
    page = chart.pages[0]
    joining = replace(page.arrows[0], head=False)
    merging = replace(page, arrows=(joining, *page.arrows[1:]))
    (dot,) = fromstring(drawing(chart, merging)).iter(f"{NS}circle")
    spot = float(dot.get("cx", "")), float(dot.get("cy", ""))
    assert spot == pytest.approx(joining.points[-1], abs=0.01)
    assert not [*fromstring(drawing(chart, page)).iter(f"{NS}circle")]


def drawing(chart: Flowchart, page: FlowPage) -> str:
    return draw_svg(replace(chart, pages=(page,)), 1)


def _heads(svg: str) -> int:
    paths = fromstring(svg).iter(f"{NS}path")
    return sum(path.get("fill") == "#000" for path in paths)


def test_an_arrow_line_ends_inside_its_head_and_the_head_at_the_outline() -> None:
    chart = drawn_chart()
    tip = chart.pages[0].arrows[2].points[-1]
    paths = [
        path.get("d", "") for path in fromstring(drawing(chart, chart.pages[0])).iter(f"{NS}path")
    ]
    (head,) = (path for path in paths if path.startswith(f"M{tip[0]:g} {tip[1]:g}L"))
    assert f"{tip[0] + 0.75:g} {tip[1] - 1.9:g}" in head
    assert any(path.endswith(f"L{tip[0]:g} {tip[1] - 1.6:g}") for path in paths)


def test_a_strip_of_connectors_has_no_grid_inside() -> None:
    chart = drawn_chart()
    top = HEADER + 3 * ROW
    lines = flow_table(chart, chart.pages[0]).grid
    inside = [line for line in lines if line[0][0] == line[1][0] and line[1][1] > top]
    assert inside == []
    assert ((9.0, 0.0), (9.0, top)) in lines
    last = flow_table(chart, chart.pages[1])
    assert ((9.0, 0.0), (9.0, HEADER)) in last.grid
    assert ((9.0, HEADER + STRIP), (9.0, HEADER + STRIP + ROW)) in last.grid


def test_lanes_are_divided_only_below_their_group_s_head() -> None:
    chart = drawn_chart()
    lines = flow_table(chart, chart.pages[0]).grid
    second_lane = chart.columns[3].x
    assert [line[0][1] for line in lines if line[0][0] == line[1][0] == second_lane] == [5.2]


def test_a_page_without_rows_draws_its_header() -> None:
    chart = replace(drawn_chart(), pages=(FlowPage(number=1, rows=()),))
    assert "Kegiatan" in texts(fromstring(draw_svg(chart, 1)))


def test_texts_never_become_markup() -> None:
    chart = drawn_chart(texts=('<script>x</script> & "y"', "{{ 7*7 }}", "]]>"))
    svg = fromstring(draw_svg(chart, 1))
    assert '<script>x</script> & "y"' in texts(svg)
    assert not [element for element in svg.iter() if element.tag.endswith("script")]


def test_lane_names_may_run_upwards() -> None:
    svg = fromstring(draw_svg(drawn_chart(rotated=True), 1))
    turned = [e for e in svg.iter(f"{NS}text") if "rotate(-90" in e.get("transform", "")]
    assert [e.text for e in turned] == ["Staf", "Kepala Subbagian", "Umum", "Kepala Biro"]
