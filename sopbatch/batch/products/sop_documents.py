"""One document per SOP that nothing holds back."""

from sopbatch.batch.order import Order
from sopbatch.batch.output.places import document_place
from sopbatch.batch.output.publish import recipe
from sopbatch.batch.workshop.document_tasks import DocumentTask
from sopbatch.batch.workshop.production import Products, products_of, workbook_job
from sopbatch.ledger import Past
from sopbatch.model import Dossier, Register, Review, Tally, Watermark
from sopbatch.schema.statuses import READY, STATUSES
from sopbatch.text.file_names import distinct
from sopbatch.writing.naming import document_name

DRAFTS = frozenset(status.label for status in STATUSES if status.rank < READY.rank)
"""Statuses whose documents carry the watermark."""


def documents(
    order: Order,
    dossiers: tuple[Dossier, ...],
    register: Register,
    counts: Tally,
    past: Past,
    logo: bytes,
) -> Products:
    """A PDF for the counted version of every SOP without galat; DRAF below Siap Disahkan."""
    lines = {line.sha256: line for line in counts.lines}
    wanted: list[tuple[Review, str, DocumentTask]] = []
    for review in (dossier.counted for dossier in dossiers):
        if review is None or review.submission is None or not review.publishable:
            continue
        line = lines[review.received.sha256]
        unit = line.unit_name or line.unit_code or "Tanpa unit"
        name = document_name(review.submission.sop)
        mark = Watermark.DRAFT if line.status in DRAFTS else Watermark.NONE
        task = DocumentTask(review.submission, register, mark, logo)
        wanted.append((review, document_place(order.output, unit, name), task))
    paths = distinct(path for _, path, _ in wanted)
    jobs = [
        workbook_job(review, task, path, _document_recipe(review, task))
        for (review, _, task), path in zip(wanted, paths, strict=True)
    ]
    return products_of(order, "Menulis dokumen", jobs, past)


def _document_recipe(review: Review, task: DocumentTask) -> str:
    received = review.received
    return recipe(
        "document",
        received.sha256,
        received.file_name,
        received.first_seen,
        task.register.settings,
        task.watermark,
        task.logo,
    )
