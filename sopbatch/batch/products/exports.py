"""Flowcharts for other programs, one set of files for each document of the run."""

from collections.abc import Iterable
from dataclasses import replace

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import recipe
from sopbatch.batch.output.tree import DOCUMENTS, EXPORTS
from sopbatch.batch.products.file_sets import SetJob, by_workbook, make_sets
from sopbatch.batch.workshop.export_task import ExportTask
from sopbatch.batch.workshop.production import Products, workbook_job
from sopbatch.ledger import Past
from sopbatch.model import Dossier, Register

STAGE = "Mengekspor diagram alir"


def exports(
    order: Order, dossiers: Iterable[Dossier], register: Register, made: Products, past: Past
) -> Products:
    """The forms the order asks for, named like the documents they belong to."""
    jobs = _jobs(order, dossiers, register, made) if order.exports else []
    written = make_sets(
        order, STAGE, jobs, past, lambda job, ends: [job.path + end for end in ends]
    )
    formats: dict[str, dict[str, str]] = {}
    for sha256, path in by_workbook(jobs, written.products):
        formats.setdefault(path.rpartition(".")[2], {}).setdefault(sha256, path)
    return replace(written, exported=formats)


def _jobs(
    order: Order, dossiers: Iterable[Dossier], register: Register, made: Products
) -> list[SetJob]:
    """A job's path has no ending yet: there is a file for each page and format."""
    jobs: list[SetJob] = []
    for review in (dossier.counted for dossier in dossiers):
        if review is not None and review.submission and review.received.sha256 in made.of:
            document = made.of[review.received.sha256]
            path = f"{EXPORTS}{document.removeprefix(DOCUMENTS).removesuffix('.pdf')}"
            kinds = tuple(sorted({*order.exports}))
            task = ExportTask(review.submission, register.settings, kinds)
            known = recipe("export", path, review.received.sha256, register.settings, kinds)
            jobs.append(workbook_job(review, task, path, known))
    return jobs
