"""The draw.io file, parsed back: every branch from the right symbol to the right symbol."""

import re
from collections import Counter
from dataclasses import replace
from html import unescape
from itertools import pairwise
from math import dist
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from sopbatch.layout import lay_out
from sopbatch.model import (
    PAPERS,
    Actor,
    Branch,
    Duration,
    Node,
    PaperSize,
    Procedure,
    Step,
    Symbol,
)
from sopbatch.writing.drawio import DOT, MARGIN, UNITS_PER_MM, canvas, write_drawio
from tests.samples import sample_sops

START, PROCESS, DECISION, END = Symbol.START, Symbol.PROCESS, Symbol.DECISION, Symbol.END
Ways = tuple[tuple[str, int], ...]


def step(row: int, lanes: tuple[int, ...], symbol: Symbol, ways: Ways, text: str = "") -> Step:
    return Step(
        row=row,
        number=row,
        activity=text or f"Kegiatan {row}",
        nodes=tuple(Node(actor=lane, lane=lane + 1, symbol=symbol) for lane in lanes),
        branches=tuple(Branch(label=label, target=target, key="") for label, target in ways),
        duration=Duration(raw="2 jam"),
    )


def procedure(*steps: Step, lanes: int = 4) -> Procedure:
    actors = tuple(Actor(f"Pelaksana {i}", lane=i) for i in range(1, lanes + 1))
    return Procedure("Prosedur", 1, actors, steps)


MIXED = procedure(
    step(1, (0,), START, (("", 2),)),
    step(2, (1,), DECISION, (("Ya", 3), ("Tidak", 1))),
    step(3, (1, 2, 3), PROCESS, (("", 4),)),
    step(4, (2,), DECISION, (("Teknis", 5), ("Administratif", 7), ("Ditolak", 9))),
    step(5, (1,), PROCESS, (("", 6),)),
    step(6, (3,), DECISION, (("Ya", 8), ("Tidak", 2))),
    step(7, (0,), PROCESS, (("", 8),)),
    step(8, (3,), END, ()),
    step(9, (0,), END, ()),
)
SAME_TARGET = procedure(
    step(1, (0,), START, (("", 2),)),
    step(2, (1,), DECISION, (("Lengkap", 3), ("Kurang", 3), ("Salah", 1))),
    step(3, (1,), END, ()),
)
LONG = procedure(
    *(step(row, (row % 3,), PROCESS, (("", row + 1),)) for row in range(1, 30)),
    step(30, (0,), DECISION, (("Ya", 31), ("Tidak", 2))),
    step(31, (1,), END, ()),
    lanes=3,
)


def sheets(drawn: Procedure, paper: PaperSize | None = None) -> list[dict[str, Element]]:
    """Cells of each sheet by id; ids must not repeat."""
    chart = lay_out(drawn, paper or canvas(drawn))
    assert chart.quality.faults == 0
    file = fromstring(write_drawio((drawn,), (chart,)))
    found = []
    for sheet in file.iter("diagram"):
        cells = [*sheet.iter("mxCell")]
        by_id = {cell.attrib["id"]: cell for cell in cells}
        assert len(by_id) == len(cells)
        assert all(cell.get("parent", "0") in by_id for cell in cells)
        found.append(by_id)
    return found


def connectors(cells: dict[str, Element]) -> list[tuple[str, str, str]]:
    """Ids of source and target, and label, of every edge with an arrow head."""
    edges = [cell for cell in cells.values() if cell.get("edge")]
    assert all(edge.attrib["source"] in cells for edge in edges)
    assert all(edge.attrib["target"] in cells for edge in edges)
    return [
        (edge.attrib["source"], edge.attrib["target"], unescape(edge.attrib["value"]))
        for edge in edges
        if "endArrow=block" in edge.attrib["style"]
    ]


def flow(drawn: Procedure, paper: PaperSize | None = None) -> Counter[tuple[int, int, str]]:
    """Source step, target step and label of all branches; pairs of pentagons are joined."""
    branches: Counter[tuple[int, int, str]] = Counter()
    ends: dict[str, int] = {}
    leaving: list[tuple[int, str, str]] = []
    for cells in sheets(drawn, paper):
        for source, target, label in connectors(cells):
            kind, *_ = source.split("-")
            if kind == "connector":
                ends[source.split("-")[1]] = int(target.split("-")[1])
            elif target.startswith("connector"):
                leaving.append((int(source.split("-")[1]), target.split("-")[1], label))
            else:
                branches[int(source.split("-")[1]), int(target.split("-")[1]), label] += 1
    branches.update((source, ends[letter], label) for source, letter, label in leaving)
    return branches


def wanted(drawn: Procedure) -> Counter[tuple[int, int, str]]:
    return Counter(
        (step.row, branch.target, branch.label)
        for step in drawn.steps
        for branch in step.branches
        if branch.target
    )


@pytest.mark.parametrize("sop", sample_sops(), ids=lambda sop: sop.plan_code)
def test_every_branch_of_a_sample_is_one_connector(sop) -> None:
    assert flow(sop.procedures[0]) == wanted(sop.procedures[0])


@pytest.mark.parametrize("drawn", [MIXED, SAME_TARGET, LONG], ids=["mixed", "same", "long"])
def test_every_branch_is_one_connector(drawn: Procedure) -> None:
    assert flow(drawn) == wanted(drawn)


def test_a_whole_procedure_is_one_sheet_without_off_page_connectors() -> None:
    (cells,) = sheets(LONG)
    assert not any(name.startswith("connector") for name in cells)


def test_pages_become_sheets_joined_by_letters() -> None:
    assert len(sheets(LONG, PAPERS["A4"])) > 1
    assert flow(LONG, PAPERS["A4"]) == wanted(LONG)


def test_lanes_are_containers_of_their_symbols() -> None:
    (cells,) = sheets(MIXED)
    lanes = [cell for cell in cells.values() if cell.get("style", "").startswith("swimlane;")]
    assert [lane.get("value") for lane in lanes] == [actor.name for actor in MIXED.actors]
    homes = [
        (int(name.split("-")[1]), cell.attrib["parent"])
        for name, cell in cells.items()
        if name.startswith("step-")
    ]
    assert homes == [
        (step.row, f"lane-{node.actor}") for step in MIXED.steps for node in step.nodes
    ]


def test_symbols_lie_inside_their_lanes() -> None:
    (cells,) = sheets(MIXED)
    for name, cell in cells.items():
        if name.startswith("step-"):
            x, y, width, height = _box(cell)
            _, _, lane_width, lane_height = _box(cells[cell.attrib["parent"]])
            assert 0 < x < x + width < lane_width
            assert 0 < y < y + height < lane_height


def test_joint_symbols_are_linked_without_an_arrow_head() -> None:
    (cells,) = sheets(MIXED)
    links = [
        (cell.attrib["source"][:8], cell.attrib["target"][:8])
        for cell in cells.values()
        if cell.get("edge") and "endArrow=none" in cell.attrib["style"]
    ]
    assert links == [("step-3-1", "step-3-2"), ("step-3-2", "step-3-3")]


def test_connectors_turn_at_right_angles_between_their_ports() -> None:
    (cells,) = sheets(MIXED)
    for cell in cells.values():
        if cell.get("edge"):
            points = _polyline(cell, cells)
            for (x1, y1), (x2, y2) in pairwise(points):
                assert min(abs(x1 - x2), abs(y1 - y2)) < 0.3


@pytest.mark.parametrize("drawn", [MIXED, SAME_TARGET, LONG], ids=["mixed", "same", "long"])
def test_a_dot_stands_where_a_connector_comes_upon_another(drawn: Procedure) -> None:
    (page,) = lay_out(drawn, canvas(drawn)).pages
    joins = [arrow.points[-1] for arrow in page.arrows if not arrow.head]
    (cells,) = sheets(drawn)
    dots = [(name, cell) for name, cell in cells.items() if name.endswith("-dot")]
    seen = [_along(_polyline(cells[dot.attrib["parent"]], cells), dot) for _, dot in dots]
    shift, unit = MARGIN, UNITS_PER_MM
    for (x, y), (dot_x, dot_y) in zip(joins, seen, strict=True):
        assert dot_x == pytest.approx((x + shift) * unit, abs=0.5)
        assert dot_y == pytest.approx((y + shift) * unit, abs=0.5)


def test_arrows_that_come_upon_others_are_among_what_is_drawn() -> None:
    assert any(not arrow.head for arrow in lay_out(MIXED, canvas(MIXED)).pages[0].arrows)


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;b&gt; &amp; ]]>",
    "%label% {{7*7}}",
    "a\x00b\x1b[31mc\ufffe\ud800",
    "baris satu\nbaris dua",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    steps = (
        step(1, (0,), START, (("", 2),), text),
        step(2, (1,), DECISION, ((text, 3), ("Tidak", 1)), text),
        step(3, (1,), END, ()),
    )
    lanes = (Actor(text, lane=1), Actor("Staf", lane=2))
    drawn = replace(procedure(*steps), actors=lanes)
    (cells,) = sheets(drawn)
    labels = [cell.attrib["value"] for cell in cells.values() if "value" in cell.attrib]
    legal = text.translate({0: None, 0x1B: None, 0xFFFE: None, 0xD800: None})
    shown = [unescape(label.replace("<br>", "\n")) for label in labels]
    assert shown.count(legal) == 4
    assert not any("<" in label.replace("<br>", "") for label in labels)


def test_all_letters_name_families_of_equal_widths_on_every_system() -> None:
    (cells,) = sheets(MIXED)
    styles = [cell.attrib["style"] for cell in cells.values() if "style" in cell.attrib]
    families = {found for style in styles for found in re.findall(r"fontFamily=([^;]*);", style)}
    assert families == {"Liberation Sans,Arial,Helvetica,sans-serif"}
    assert all("fontFamily=" in style or style == DOT for style in styles)


def test_the_same_values_give_the_same_bytes() -> None:
    made = [write_drawio((MIXED,), (lay_out(MIXED, canvas(MIXED)),)) for _ in range(2)]
    assert made[0] == made[1]


def test_several_procedures_are_sheets_of_one_file() -> None:
    charts = tuple(lay_out(drawn, canvas(drawn)) for drawn in (MIXED, SAME_TARGET))
    file = fromstring(write_drawio((MIXED, SAME_TARGET), charts))
    assert [sheet.get("name") for sheet in file] == ["Prosedur 1", "Prosedur 2"]


def _box(cell: Element) -> tuple[float, float, float, float]:
    geometry = cell.find("mxGeometry")
    assert geometry is not None
    x, y, width, height = (float(geometry.attrib[key]) for key in ("x", "y", "width", "height"))
    return x, y, width, height


def _along(points: list[tuple[float, float]], dot: Element) -> tuple[float, float]:
    """Where a program draws the middle of a dot: a share of the way along its connector."""
    geometry, offset = dot.find("mxGeometry"), dot.find("mxGeometry/mxPoint")
    assert geometry is not None
    assert offset is not None
    assert float(offset.attrib["x"]) == pytest.approx(-float(geometry.attrib["width"]) / 2)
    rest = (float(geometry.attrib["x"]) + 1) / 2 * sum(dist(a, b) for a, b in pairwise(points))
    for a, b in pairwise(points):
        if rest <= dist(a, b):
            share = rest / dist(a, b)
            return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
        rest -= dist(a, b)
    return points[-1]


def _polyline(edge: Element, cells: dict[str, Element]) -> list[tuple[float, float]]:
    style = dict(part.split("=") for part in edge.attrib["style"].split(";") if "=" in part)
    bends = [
        (float(p.attrib["x"]), float(p.attrib["y"])) for p in edge.iterfind(".//Array/mxPoint")
    ]
    ends = []
    for role, port in (("source", "exit"), ("target", "entry")):
        symbol = cells[edge.attrib[role]]
        x, y, width, height = _box(symbol)
        lane_x, lane_y, _, _ = _box(cells[symbol.attrib["parent"]])
        at = float(style[f"{port}X"]), float(style[f"{port}Y"])
        ends.append((lane_x + x + at[0] * width, lane_y + y + at[1] * height))
    return [ends[0], *bends, ends[1]]
