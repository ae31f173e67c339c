"""Columns fill the paper and give way to many lanes in a fixed order."""

from dataclasses import replace

import pytest

from sopbatch.layout.columns import CELL_PADDING, LANE_MIN, TEXT_SIZE, table_for
from sopbatch.model import PAPERS, Actor, Duration, Procedure, Step
from sopbatch.text.wrapping import wrap


def _procedure(lanes: int, name: str = "Kepala Bidang", remark: str = "") -> Procedure:
    actors = tuple(Actor(name) for _ in range(lanes))
    return Procedure("Prosedur", 1, actors, (Step(row=1, remark=remark),))


@pytest.mark.parametrize("paper", ["F4", "A4", "Letter", "Legal", "A3"])
@pytest.mark.parametrize("lanes", [1, 2, 3, 5, 8, 11, 14, 15])
def test_columns_fill_the_paper_side_by_side(lanes: int, paper: str):
    table = table_for(_procedure(lanes), PAPERS[paper])
    x = 0.0
    for column in table.columns:
        assert column.x == pytest.approx(x)
        x += column.width
    assert x == pytest.approx(table.paper.width - 2 * table.paper.margin)
    assert len(table.lanes) == lanes
    assert table.lane_width >= LANE_MIN


@pytest.mark.parametrize(
    ("lanes", "paper", "chosen"),
    [(8, "F4", "F4"), (14, "F4", "F4"), (15, "F4", "A3"), (12, "A4", "A3"), (15, "A3", "A3")],
)
def test_a3_is_taken_when_lanes_do_not_fit(lanes: int, paper: str, chosen: str):
    assert table_for(_procedure(lanes), PAPERS[paper]).paper.name == chosen


def test_text_columns_give_way_before_lanes_get_narrow():
    few, many = (table_for(_procedure(lanes), PAPERS["F4"]) for lanes in (5, 8))
    assert many.lane_width >= 20
    assert many.width_of("activity") < few.width_of("activity")
    assert many.width_of("remark") < few.width_of("remark")


def test_names_shrink_and_then_run_upwards():
    wide = table_for(_procedure(5), PAPERS["F4"])
    narrow = table_for(_procedure(14, "Sekretariat Kepegawaian"), PAPERS["F4"])
    assert not wide.lanes[0].rotated
    assert narrow.lanes[0].rotated
    assert narrow.header_size >= 6.5
    assert narrow.header_height > wide.header_height


def test_a_column_grows_for_a_long_word():
    plain = table_for(_procedure(6), PAPERS["F4"])
    long = table_for(_procedure(6, remark="dipertanggungjawabkan"), PAPERS["F4"])
    assert long.width_of("remark") > plain.width_of("remark")


@pytest.mark.parametrize("lanes", [1, 4, 8])
@pytest.mark.parametrize("time", ["15 menit", "1 minggu", "2-3 hari kerja", "1,5 jam"])
def test_a_number_stands_beside_its_unit(time: str, lanes: int):
    step = Step(row=1, activity="Menyusun rancangan " * 9, remark="Catatan " * 40)
    step = replace(step, duration=Duration(raw=time))
    table = table_for(replace(_procedure(lanes), steps=(step,)), PAPERS["F4"])
    width = table.width_of("duration") - 2 * CELL_PADDING
    number, unit, *_ = time.split()
    assert wrap(time, width, TEXT_SIZE)[0].startswith(f"{number} {unit}")
