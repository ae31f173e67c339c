"""What an SOP that is held back would look like: a PDF beside its marked copy."""

from dataclasses import replace

from sopbatch.batch.assessing.going_back import ToReturn
from sopbatch.batch.order import Order
from sopbatch.batch.output.places import copy_place
from sopbatch.batch.output.publish import recipe
from sopbatch.batch.workshop.document_tasks import PreviewTask
from sopbatch.batch.workshop.production import Products, products_of, workbook_job
from sopbatch.ledger import Past
from sopbatch.model import Procedure, Register, Review, Sop
from sopbatch.text.file_names import distinct

TOLD = (
    "Berkas perbaikan {count} SOP yang belum dapat diterima disertai pratinjau cetakannya "
    "(… (pratinjau).pdf, bertanda PRATINJAU)."
)


def previews(
    order: Order, asked: tuple[ToReturn, ...], register: Register, past: Past, logo: bytes
) -> Products:
    """A PDF for every SOP that is held back and can be drawn; one that cannot has none."""
    wanted = [
        (one, PreviewTask(review.submission, register, logo))
        for one in asked
        for review in [one.review]
        if review.submission and not review.publishable and is_drawable(review.submission.sop)
    ]
    if not wanted:
        return Products()
    paths = distinct(copy_place(order.output, one.unit, _name(one.review)) for one, _ in wanted)
    jobs = [
        workbook_job(one.review, task, path, _recipe(one.review, task))
        for (one, task), path in zip(wanted, paths, strict=True)
    ]
    made = products_of(order, "Menggambar pratinjau", jobs, past)
    notes = (TOLD.format(count=len(made.products)),) if made.products else ()
    return replace(made, failures=(), notes=notes)


def is_drawable(sop: Sop) -> bool:
    """Whether every procedure has executors and steps, known symbols, and ways that end."""
    return bool(sop.procedures) and all(map(_has_flow, sop.procedures))


def _has_flow(procedure: Procedure) -> bool:
    rows = {step.row for step in procedure.steps}
    nodes = [node for step in procedure.steps for node in step.nodes]
    ways = [way for step in procedure.steps for way in step.branches]
    return (
        bool(procedure.actors and rows)
        and all(step.nodes for step in procedure.steps)
        and all(node.symbol and node.actor >= 0 for node in nodes)
        and all(way.target in rows for way in ways)
    )


def _name(review: Review) -> str:
    name = review.received.file_name
    stem = name.rpartition(".")[0] or name
    return f"{stem} (pratinjau).pdf"


def _recipe(review: Review, task: PreviewTask) -> str:
    received = review.received
    settings = task.register.settings
    return recipe("preview", received.sha256, received.first_seen, settings, task.logo)
