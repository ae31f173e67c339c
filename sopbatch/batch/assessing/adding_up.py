"""A worker adds up while the run's own process looks at something else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from sopbatch.batch.order import Order
from sopbatch.batch.workshop.crewed import outcomes_of
from sopbatch.batch.workshop.meanwhile import meanwhile
from sopbatch.batch.workshop.sums import totals_of
from sopbatch.tally.counted import Adding, CountedRow, Totals
from sopbatch.workers import Done, StandingCrew

STAGE = "Menilai dan menghitung"
NAME = "Jumlah per perangkat daerah dan bagian"


@contextmanager
def adding_up(order: Order) -> Iterator[Adding]:
    """For as long as sums may be asked for; until then a worker loads what it adds up with."""
    with (
        StandingCrew() as standing,
        meanwhile(replace(order, standing=order.standing or standing)) as workers,
    ):
        workers.ask(STAGE, partial(_added, rows=()))

        def begin(rows: tuple[CountedRow, ...]) -> Callable[[], Totals]:
            return workers.ask(STAGE, partial(_added, rows=rows))

        yield begin


def _added(order: Order, rows: tuple[CountedRow, ...]) -> Totals:
    """What no worker could add up is added up here, where an error is told as any other."""
    ((_, outcome),) = outcomes_of(totals_of, order, STAGE, [rows], [NAME])
    match outcome:
        case Done(Totals() as totals):
            return totals
        case _:
            return totals_of(rows)
