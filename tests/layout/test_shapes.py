"""What a reader of the printed table expects of single arrows, symbols and rows."""

import os
import subprocess
import sys
from typing import Any

import pytest

from sopbatch.layout import lay_out
from sopbatch.model import (
    PAPERS,
    Actor,
    Branch,
    FlowArrow,
    Flowchart,
    Node,
    Procedure,
    Step,
    Symbol,
)

LETTERS = {"M": Symbol.START, "P": Symbol.PROCESS, "K": Symbol.DECISION, "S": Symbol.END}


def _drawn(rows: list[str], lanes: int = 4, **texts: Any) -> Flowchart:
    """The chart of rows such as "K 2 Ya>3 Tidak>1": symbol, lanes joined by +, branches."""
    steps = []
    for number, row in enumerate(rows, 1):
        letter, where, *ways = row.split()
        nodes = tuple(
            Node(actor=int(lane) - 1, lane=int(lane), symbol=LETTERS.get(letter))
            for lane in where.split("+")
        )
        branches = tuple(
            Branch(label=label, target=int(target) if target != "?" else None, key="next")
            for label, target in (way.split(">") for way in ways)
        )
        steps.append(Step(row=number, activity="Kegiatan", nodes=nodes, branches=branches, **texts))
    actors = tuple(Actor(f"Pelaksana {lane}") for lane in range(1, lanes + 1))
    return lay_out(Procedure("Prosedur", 1, actors, tuple(steps)), PAPERS["F4"])


def _arrow(chart: Flowchart, source: int, target: int) -> FlowArrow:
    arrows = [arrow for page in chart.pages for arrow in page.arrows]
    return next(a for a in arrows if (a.source, a.target) == (source, target))


def test_the_next_row_in_the_same_lane_is_reached_straight_down():
    (x0, y0), (x1, y1) = _arrow(_drawn(["M 1 >2", "S 1"]), 1, 2).points
    assert x0 == x1
    assert y0 < y1


@pytest.mark.parametrize("lane", [2, 4])
def test_the_next_row_in_another_lane_takes_one_bend(lane: int):
    points = _arrow(_drawn(["M 1 >2", f"S {lane}"]), 1, 2).points
    assert len(points) == 3
    assert points[0][1] == points[1][1]


def test_a_loop_leaves_the_diamond_sideways_and_ya_goes_on():
    chart = _drawn(["M 2 >2", "K 2 Ya>3 Tidak>1", "S 2"])
    ya, tidak = _arrow(chart, 2, 3).points, _arrow(chart, 2, 1).points
    assert len(ya) == 2
    assert tidak[0][1] == tidak[1][1]
    assert len(tidak) == 4


def test_names_stand_beside_the_exit_of_their_diamond():
    chart = _drawn(["M 2 >2", "K 3 Ya>3 Tidak>1", "S 4"])
    (page,) = chart.pages
    box = next(symbol.box for symbol in page.symbols if symbol.kind == "decision")
    for label in page.labels:
        middle = label.box.x + label.box.width / 2
        assert box.x - 7 < middle < box.x + box.width + 7
        assert box.y - 3 < label.box.y < box.y + box.height + 3


def test_loops_back_to_one_step_nest_or_merge_without_crossing():
    chart = _drawn(["M 1 >2", "P 2 >3", "K 2 Ya>4 Tidak>2", "K 2 Ya>5 Tidak>2", "S 2"])
    assert chart.quality.faults == chart.quality.crossings == 0


def test_a_joint_step_is_linked_and_left_from_its_nearest_symbol():
    chart = _drawn(["M 1+3 >2", "S 3"])
    (page,) = chart.pages
    assert [link.step for link in page.links] == [1]
    assert len(_arrow(chart, 1, 2).points) == 2


def test_each_end_is_a_capsule():
    chart = _drawn(["M 1 >2", "K 2 Ya>3 Tidak>4", "S 1", "S 2"])
    assert [s.kind for s in chart.pages[0].symbols] == ["start", "decision", "end", "end"]


def test_four_named_branches_all_find_an_exit():
    rows = ["M 2 >2", "K 2 Teknis>3 Administratif>4 Revisi>1 Ditolak>5", "P 1 >5", "P 3 >5", "S 2"]
    chart = _drawn(rows)
    assert chart.quality.faults == 0
    assert {label.text for label in chart.pages[0].labels} == {
        *("Teknis", "Administratif", "Revisi", "Ditolak")
    }


def test_a_step_without_a_known_symbol_is_still_a_row():
    chart = _drawn(["M 1 >2", "? 2 >3", "S 1"])
    assert [row.step for row in chart.pages[0].rows] == [1, 2, 3]
    assert len(chart.pages[0].symbols) == 2
    assert chart.quality.faults == chart.quality.arrows == 0


def test_an_unknown_executor_gets_no_symbol():
    assert len(_drawn(["M 1 >2", "P 0 >3", "S 1"]).pages[0].symbols) == 2


@pytest.mark.parametrize("target", ["?", "0", "9"])
def test_a_branch_to_nowhere_is_left_out(target: str):
    chart = _drawn(["M 1 >2", f"K 1 Ya>3 Tidak>{target}", "S 1"])
    assert chart.quality.arrows == 2
    assert chart.quality.faults == 0


def test_a_text_longer_than_a_page_goes_on_on_the_next():
    chart = _drawn(["M 1 >2", "S 2"], remark="sangat panjang " * 600)
    assert chart.quality.faults == 0
    assert [row.step for page in chart.pages for row in page.rows if row.step].count(1) > 1
    lines = [
        line
        for page in chart.pages
        for row in page.rows
        for text in row.texts
        if text.key == "remark" and row.step == 1
        for line in text.lines
    ]
    assert " ".join(lines).split() == ["sangat", "panjang"] * 600


@pytest.mark.long
def test_the_same_procedure_gives_the_same_chart_in_every_run():
    code = (
        "from sopbatch.layout import lay_out; from sopbatch.model import PAPERS;"
        "from tests.samples import sample_sops;"
        "print(lay_out(sample_sops()[8].procedures[0], PAPERS['A4']))"
    )
    charts = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(charts) == 1
