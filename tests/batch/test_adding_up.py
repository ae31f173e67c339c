"""Sums are the same wherever they are done, and what cannot be added up fails as any other."""

from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.assessing.adding_up import STAGE, adding_up
from sopbatch.batch.order import Order
from sopbatch.tally import tally
from sopbatch.tally.counted import CountedRow, counted_rows
from sopbatch.tally.totals import add_up
from tests.builders import province

AS_OF = date(2026, 11, 22)


@pytest.fixture
def order(tmp_path: Path) -> Order:
    return Order(input=tmp_path, output=tmp_path, as_of=AS_OF, register=None)


def test_a_worker_adds_up_as_this_process_does(order: Order):
    known, dossiers = province(40)
    here = tally(dossiers, known, AS_OF)
    with adding_up(order) as adding:
        there = tally(dossiers, known, AS_OF, adding=adding)
        rows = tuple(counted_rows(here.lines, AS_OF))
        assert adding(rows)() == add_up(rows)
    assert there == here
    assert {spent.stage for spent in order.times.slowest} == {STAGE}


def test_what_no_worker_could_add_up_is_told_by_this_process(order: Order):
    odd = CountedRow("1.01", "", "Draf", 0, 0, 0, figures=(1,))
    with adding_up(order) as adding:
        asked = adding((odd,))
        with pytest.raises(ValueError, match="columns"):
            asked()
