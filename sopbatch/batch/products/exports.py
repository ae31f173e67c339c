"""Flowcharts for other programs, one set of files for each document of the run."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import Product, recipe, staged, still_there
from sopbatch.batch.output.tree import DOCUMENTS, EXPORTS
from sopbatch.batch.workshop.export_task import ExportAnswer, ExportTask
from sopbatch.batch.workshop.production import Job, Made, Products, answered, work_on
from sopbatch.ledger import Past
from sopbatch.model import Dossier, Register
from sopbatch.workers import Done

STAGE = "Mengekspor diagram alir"


def exports(
    order: Order, dossiers: Iterable[Dossier], register: Register, made: Products, past: Past
) -> Products:
    """The forms the order asks for, named like the documents they belong to."""
    jobs = _jobs(order, dossiers, register, made) if order.exports else []
    products: list[Product] = []
    done: set[int] = set()
    for index, kept in enumerate(_kept(order, jobs, past)):
        products += kept
        done |= {index} if kept else set()
    broken: list[Made] = []
    for index, outcome in work_on(order, STAGE, jobs, frozenset(done)) if jobs else ():
        job = jobs[index]
        match outcome:
            case Done(ExportAnswer(files)):
                products += [
                    staged(order.output, job.path + end, job.recipe, data) for end, data in files
                ]
            case _:
                broken.append(answered(order, STAGE, job, outcome))
    return Products(
        products=tuple(products),
        exported=_by_format(jobs, products),
        incidents=tuple(item.incident for item in broken if item.incident),
        failures=tuple(sorted(item.failure for item in broken)),
    )


def _by_format(jobs: Iterable[Job], products: Iterable[Product]) -> Mapping[str, Mapping[str, str]]:
    of = {job.recipe: job.review.received.sha256 for job in jobs}
    formats: dict[str, dict[str, str]] = {}
    for item in sorted(products, key=lambda item: item.path):
        kind = item.path.rpartition(".")[2]
        formats.setdefault(kind, {}).setdefault(of[item.recipe], item.path)
    return formats


def _jobs(
    order: Order, dossiers: Iterable[Dossier], register: Register, made: Products
) -> list[Job]:
    """A job's path has no ending yet: there is a file for each page and format."""
    jobs = []
    for review in (dossier.counted for dossier in dossiers):
        if review is not None and review.submission and review.received.sha256 in made.of:
            document = made.of[review.received.sha256]
            path = f"{EXPORTS}{document.removeprefix(DOCUMENTS).removesuffix('.pdf')}"
            kinds = tuple(sorted({*order.exports}))
            task = ExportTask(review.submission, register.settings, kinds)
            known = recipe("export", path, review.received.sha256, register.settings, kinds)
            jobs.append(Job(review, task, path, known))
    return jobs


def _kept(order: Order, jobs: list[Job], past: Past) -> list[list[Product]]:
    """Files of the last run for each job; none when one of them is gone or changed."""
    known = defaultdict(list)
    for path, outputs in past.outputs.items():
        for output in outputs:
            known[output.recipe].append(path)
    kept = []
    for job in jobs:
        files = [still_there(order.output, p, job.recipe, past) for p in known[job.recipe]]
        whole = [item for item in files if item is not None]
        kept.append(whole if len(whole) == len(files) else [])
    return kept
