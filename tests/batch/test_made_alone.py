"""What every run makes anew costs at most itself, and its reason is told."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import bytes_of
from sopbatch.batch.workshop.meanwhile import meanwhile
from sopbatch.batch.workshop.print_tasks import LogoTask
from sopbatch.batch.workshop.production import made_alone
from sopbatch.batch.workshop.sums import RowsTask
from sopbatch.model import SopbatchError
from sopbatch.nation import write_lines
from tests.nation.strategies import ABOUT

STAGE = "Menulis laporan"
PLACE = "laporan/x"


@pytest.fixture
def order(tmp_path: Path) -> Order:
    return Order(input=tmp_path, output=tmp_path, as_of=date(2026, 11, 22), register=None)


def test_a_worker_makes_the_same_bytes_while_something_else_is_written(order: Order):
    with meanwhile(order) as workers:
        asked = workers.ask(
            STAGE, lambda alone: made_alone(alone, STAGE, RowsTask(ABOUT, ()), PLACE, "x")
        )
        here = write_lines(ABOUT, ())
        made = asked()
    assert [(one.path, bytes_of(one)) for one in made.products] == [(PLACE, here)]
    assert (made.failures, made.incidents) == ((), ())
    assert [spent.name for spent in order.times.slowest] == [PLACE]


def test_what_a_task_says_instead_of_bytes_is_told_as_its_failure(order: Order):
    (order.input / "logo.png").write_bytes(b"lain")
    task = LogoTask(order.input / "logo.png", "0" * 64)
    made = made_alone(order, STAGE, task, PLACE, "x")
    why = "di arsip tidak lagi sama dengan yang diterima"
    assert made.failures == (f"{STAGE} “{PLACE}” gagal: {why}.",)
    assert (made.products, made.incidents) == ((), ())


def test_what_was_begun_ends_at_its_next_file_when_nobody_waits_for_it(order: Order):
    begun = Event()
    later: list[Order] = []

    def endless(alone: Order) -> None:
        begun.set()
        while True:
            alone.progress(STAGE, 1, 2)

    def interrupted() -> None:
        with meanwhile(order) as workers:
            workers.ask(STAGE, endless)
            workers.ask(STAGE, later.append)
            assert begun.wait(60)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not later


def test_a_fault_in_what_was_asked_comes_to_who_waits_for_it(order: Order):
    def fault(alone: Order) -> None:
        raise SopbatchError(alone.input.name)

    with meanwhile(order) as workers:
        wait = workers.ask(STAGE, fault)
        with pytest.raises(SopbatchError, match=order.input.name):
            wait()
