"""Products of several files each: what the last run left whole is kept, the rest is made anew."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import Product, staged, still_there
from sopbatch.batch.workshop.production import Job, Made, Products, answered, gathered, work_on
from sopbatch.batch.workshop.tasks import Files
from sopbatch.ledger import Past
from sopbatch.workers import DEFAULT_LIMITS, Done, Limits

SetJob = Job[Files | str]
Place = Callable[[SetJob, Sequence[str]], Iterable[str]]
"""Paths of the files of a job, by their names."""


def make_sets(
    order: Order,
    stage: str,
    jobs: Sequence[SetJob],
    past: Past,
    place: Place,
    limits: Limits = DEFAULT_LIMITS,
) -> Products:
    """All files of every job; the path of a job is where those of one begin."""
    if not jobs:
        return Products()
    kept = dict(_kept(order, jobs, past))
    products = [item for items in kept.values() for item in items]
    broken: list[Made] = []
    for index, outcome in work_on(order, stage, jobs, frozenset(kept), limits):
        job = jobs[index]
        match outcome:
            case Done(Files(files)):
                paths = place(job, [name for name, _ in files])
                products += [
                    staged(order.output, path, job.recipe, data)
                    for path, (_, data) in zip(paths, files, strict=True)
                ]
            case _:
                broken.append(answered(order, stage, job, outcome))
    told = gathered(broken)
    return replace(told, products=tuple(products), failures=tuple(sorted(told.failures)))


def _kept(order: Order, jobs: Sequence[SetJob], past: Past) -> Iterator[tuple[int, list[Product]]]:
    """Files of the last run for each job whose files are all there still."""
    known = defaultdict(list)
    for path, outputs in past.outputs.items():
        for output in outputs:
            known[output.recipe].append(path)
    for index, job in enumerate(jobs):
        files = [still_there(order.output, at, job.recipe, past) for at in known[job.recipe]]
        whole = [item for item in files if item is not None]
        if whole and len(whole) == len(files):
            yield index, whole


def by_workbook(jobs: Iterable[SetJob], products: Iterable[Product]) -> Iterator[tuple[str, str]]:
    """(sha256 of the workbook, path) of every file, in order of the paths."""
    of = {job.recipe: job.workbook for job in jobs}
    return ((of[item.recipe], item.path) for item in sorted(products, key=lambda one: one.path))
