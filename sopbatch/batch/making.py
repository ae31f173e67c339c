"""Products are made in worker processes; what the last run left and still holds is kept."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from sopbatch.batch.jobs import PRELOADED, Answer, DocumentAnswer, Task, work
from sopbatch.batch.order import Order
from sopbatch.batch.publish import Product, product, still_there
from sopbatch.ledger import Past
from sopbatch.model import Review
from sopbatch.workers import Crashed, Died, Done, Outcome, TimedOut, run_all


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Job:
    """One product to make, and for which workbook."""

    review: Review
    task: Task
    path: str
    recipe: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a job."""

    product: Product | None = None
    failure: str = ""
    incident: str = ""
    note: str = ""


def make_all(order: Order, stage: str, jobs: Sequence[Job], past: Past) -> tuple[Made, ...]:
    """One answer per job, in order; only what is not there already is made."""
    made: dict[int, Made] = {}
    for index, job in enumerate(jobs):
        if kept := still_there(order.output, job.path, job.recipe, past):
            made[index] = Made(kept)
    todo = [index for index in range(len(jobs)) if index not in made]
    order.progress(stage, len(made), len(jobs))
    tasks = [jobs[index].task for index in todo]
    with closing(run_all(work, tasks, workers=order.workers, preload=PRELOADED)) as outcomes:
        for position, outcome in outcomes:
            index = todo[position]
            made[index] = _made(stage, jobs[index], outcome)
            order.progress(stage, len(made), len(jobs))
    return tuple(made[index] for index in range(len(jobs)))


def _made(stage: str, job: Job, outcome: Outcome[Answer]) -> Made:
    name = job.review.received.name
    match outcome:
        case Done(DocumentAnswer(data, faults)):
            note = (
                f"Bagan alir “{name}” perlu dilihat dengan mata: {faults} garis atau simbol "
                "belum rapi."
            )
            return Made(product(job.path, job.recipe, data), note=note if faults else "")
        case Done(bytes() as data):
            return Made(product(job.path, job.recipe, data))
        case TimedOut(seconds):
            why, trace = f"tidak selesai dalam {round(seconds)} detik", ""
        case Died(reason):
            why, trace = f"prosesnya terhenti ({reason})", ""
        case Crashed(traceback):
            why, trace = "kesalahan program, lihat log", f"{name}\n{traceback}"
        case _:
            raise TypeError(f"unexpected outcome {outcome!r}")
    return Made(failure=f"{stage} “{name}” gagal: {why}.", incident=trace)
