"""Products are made in worker processes; what the last run left and still holds is kept."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import Product, product, recipe, staged, still_there
from sopbatch.batch.workshop.crewed import outcomes
from sopbatch.batch.workshop.tasks import WorkerTask
from sopbatch.ledger import Past
from sopbatch.model import Review
from sopbatch.workers import (
    DEFAULT_LIMITS,
    Crashed,
    Died,
    Done,
    Limits,
    Outcome,
    Oversized,
    TimedOut,
)

A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)
DEBUG = logging.getLogger(__name__).debug


@dataclass(frozen=True, slots=True, kw_only=True)
class Products:
    """Files of one kind, and where each workbook's own one stands."""

    products: tuple[Product, ...] = ()
    of: Mapping[str, str] = field(default_factory=dict)
    """sha256 of the workbook to the path of its product."""
    incidents: tuple[str, ...] = ()
    """Tracebacks of bugs."""
    failures: tuple[str, ...] = ()
    """What could not be made, one Indonesian sentence each."""
    notes: tuple[str, ...] = ()
    exported: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Of exports: format to what `of` tells, with the first file where there are several."""


@dataclass(frozen=True, slots=True)
class Job(Generic[A_co]):
    """One product to make."""

    name: str
    """Of what it is made, for the operator."""
    task: WorkerTask[A_co]
    path: str
    """Below the output folder."""
    recipe: str
    """Digest of everything it is made from."""
    workbook: str = ""
    """sha256 of the workbook whose own product it is; "" for what is made of more than one."""


def workbook_job(review: Review, task: WorkerTask[A], path: str, recipe: str) -> Job[A]:
    """What is made of one workbook, named as it was received."""
    return Job(review.received.name, task, path, recipe, review.received.sha256)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a job."""

    product: Product | None = None
    failure: str = ""
    incident: str = ""


def make_all(
    order: Order,
    stage: str,
    jobs: Sequence[Job[bytes | str]],
    past: Past,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[Made, ...]:
    """One answer per job, in order; only what is not there already is made."""
    made: dict[int, Made] = {}
    for index, job in enumerate(jobs):
        if kept := still_there(order.output, job.path, job.recipe, past):
            made[index] = Made(kept)
            DEBUG("%s: still holds", job.path)
    for index, outcome in work_on(order, stage, jobs, frozenset(made), limits):
        made[index] = answered(order, stage, jobs[index], outcome)
        DEBUG("%s: %s", jobs[index].path, type(outcome).__name__)
    return tuple(made[index] for index in range(len(jobs)))


def products_of(
    order: Order,
    stage: str,
    jobs: Sequence[Job[bytes | str]],
    past: Past,
    limits: Limits = DEFAULT_LIMITS,
) -> Products:
    """Everything that comes of jobs; only what is not there already is made."""
    made = make_all(order, stage, jobs, past, limits)
    of = {
        job.workbook: one.product.path
        for job, one in zip(jobs, made, strict=True)
        if job.workbook and one.product
    }
    return replace(gathered(made), of=of)


def work_on(
    order: Order,
    stage: str,
    jobs: Sequence[Job[A]],
    done: frozenset[int],
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[tuple[int, Outcome[A | str]]]:
    """(index of the job, outcome) of all jobs that are not done yet, as they finish."""
    todo = [index for index in range(len(jobs)) if index not in done]
    count = len(done)
    order.progress(stage, count, len(jobs))
    tasks = [jobs[index].task for index in todo]
    names = [jobs[index].name for index in todo]
    for position, outcome in outcomes(order, stage, tasks, names, limits):
        count += 1
        yield todo[position], outcome
        order.progress(stage, count, len(jobs))


def answered(order: Order, stage: str, job: Job[object], outcome: Outcome[object]) -> Made:
    """The product of a job, with what the operator should know of it."""
    match outcome:
        case Done(bytes() as data):
            return Made(staged(order.output, job.path, job.recipe, data))
        case Done(str() as why):
            return Made(failure=f"{stage} “{job.name}” gagal: {why}.")
        case _:
            return failed(stage, job.name, outcome)


def made_alone(
    order: Order, stage: str, task: WorkerTask[bytes | str], path: str, kind: str
) -> Products:
    """A product that every run makes anew; its bytes are its recipe."""
    ((_, outcome),) = outcomes(order, stage, [task], [path])
    match outcome:
        case Done(bytes() as data):
            return Products(products=(product(path, recipe(kind, data), data),))
        case Done(str() as why):
            return Products(failures=(f"{stage} “{path}” gagal: {why}.",))
        case _:
            return gathered([failed(stage, path, outcome)])


def gathered(made: Iterable[Made]) -> Products:
    """All that came of several jobs, in their order."""
    every = tuple(made)
    return Products(
        products=tuple(one.product for one in every if one.product),
        incidents=tuple(one.incident for one in every if one.incident),
        failures=tuple(one.failure for one in every if one.failure),
    )


def failed(stage: str, name: str, outcome: Outcome[object]) -> Made:
    """Why a job gave no product."""
    match outcome:
        case TimedOut(seconds):
            why, trace = f"tidak selesai dalam {round(seconds)} detik", ""
        case Died(reason):
            why, trace = f"prosesnya terhenti ({reason})", ""
        case Oversized(limit):
            why, trace = f"hasilnya lebih dari {limit >> 20} MB", ""
        case Crashed(traceback):
            why, trace = "kesalahan program, lihat log", f"{name}\n{traceback}"
        case _:
            raise TypeError(f"unexpected outcome {outcome!r}")
    return Made(failure=f"{stage} “{name}” gagal: {why}.", incident=trace)
