"""Where time goes: seconds of a clock that the test turns."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.order import Order
from sopbatch.batch.output.run_log import earlier_stages, run_log
from sopbatch.batch.output.tree import RUN_LOG
from sopbatch.cli.progress import Ahead
from sopbatch.times import MOST, Times


class Clock:
    """A clock that stands still until it is turned."""

    def __init__(self):
        self.seconds = 100.0

    def __call__(self):
        return self.seconds


NESTED = st.recursive(
    st.integers(0, 9), lambda inner: st.lists(st.tuples(st.sampled_from("abc"), inner), max_size=4)
)


def spend(times, clock, plan):
    if isinstance(plan, int):
        clock.seconds += plan
        return
    for stage, inner in plan:
        with times.stage(stage):
            clock.seconds += 1
            spend(times, clock, inner)


@pytest.mark.long
@given(NESTED)
def test_every_second_belongs_to_one_stage(plan):
    clock = Clock()
    times = Times(clock)
    with times.stage("semua"):
        spend(times, clock, plan)
    assert sum(one.seconds for one in times.stages) == times.total


@given(st.lists(st.integers(0, 50), max_size=40))
def test_the_slowest_are_remembered_and_no_more(seconds):
    times = Times()
    for number, spent in enumerate(seconds):
        times.task("Membaca", f"{number}.xlsx", spent, "selesai")
    longest = sorted(seconds, reverse=True)[:MOST]
    assert [one.seconds for one in times.slowest] == longest


def test_the_log_is_of_the_last_run_and_tells_each_stage_and_file(tmp_path):
    for _ in range(2):
        order = Order(
            input=tmp_path, output=tmp_path, as_of=date(2026, 11, 27), times=Times(clock := Clock())
        )
        with run_log(order), order.times.stage("Membaca berkas"):
            clock.seconds += 2
            order.times.task("Membaca berkas", "a\n“b”.xlsx", 1.5, "selesai")
    lines = (tmp_path / RUN_LOG).read_text("ascii").splitlines()
    head, *rest = map(json.loads, lines)
    assert head["per_tanggal"] == "2026-11-27"
    assert rest == [
        {"tahap": "Membaca berkas", "berkas": "a\n“b”.xlsx", "detik": 1.5, "akhir": "selesai"},
        {"tahap": "Membaca berkas", "detik": 2.0, "jumlah_berkas": 1},
        {"selesai": True, "detik": 2.0},
    ]
    assert earlier_stages(tmp_path) == {"Membaca berkas": 2.0}


def test_a_log_that_broke_off_or_is_damaged_tells_nothing_of_the_next_run(tmp_path):
    assert earlier_stages(tmp_path) == {}
    for text in (b"", b"\xff", b"[]\n", b'{"tahap": "a", "detik": 3}\n', b'{"selesai": true}\n[]'):
        (tmp_path / RUN_LOG).write_bytes(text)
        assert earlier_stages(tmp_path) == {}


def test_a_log_that_cannot_be_written_costs_no_run(tmp_path):
    (tmp_path / RUN_LOG).mkdir()
    order = Order(input=tmp_path, output=tmp_path, as_of=date(2026, 11, 27))
    with run_log(order):
        order.times.task("Membaca", "a.xlsx", 1, "selesai")
    assert (tmp_path / RUN_LOG).is_dir()


def test_time_left_is_that_of_the_run_before_at_the_speed_of_this_one():
    clock = Clock()
    ahead = Ahead({"Membaca": 10, "Menulis": 30, "Menandai": 10}, clock)
    ahead.note("Membaca", 0, 100)
    assert ahead.left() is None
    clock.seconds += 10
    ahead.note("Membaca", 50, 100)
    assert ahead.left() == 90
    clock.seconds += 10
    ahead.note("Menulis", 0, 60)
    assert ahead.left() == 80
    clock.seconds += 30
    ahead.note("Menulis", 30, 60)
    assert ahead.left() == 50
    ahead.note("Mengekspor", 0, 60)
    assert ahead.left() is None
