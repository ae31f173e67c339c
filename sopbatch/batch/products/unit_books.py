"""The documents of a run, unit by unit, become books; one that did not change is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sopbatch.batch.order import Order
from sopbatch.batch.output.places import book_place
from sopbatch.batch.output.publish import Product, recipe
from sopbatch.batch.products.pdf import pdf_problem
from sopbatch.batch.products.sop_documents import DRAFTS
from sopbatch.batch.workshop.document_tasks import BookTask
from sopbatch.batch.workshop.production import Job, Products, products_of
from sopbatch.batch.workshop.sop_charts import document_paper
from sopbatch.ledger import Past
from sopbatch.model import Dossier, Register, SopLine, Submission, Tally
from sopbatch.schema.statuses import ARCHIVED
from sopbatch.workers import Limits
from sopbatch.writing.book.values import BookEntry, Compilation

BINDING = "Menyusun kumpulan SOP"
"""Stage."""
LIMITS = Limits(seconds=900, answer_bytes=256 << 20)
"""A book takes as long, and is as large, as all its documents."""


@dataclass(frozen=True, slots=True)
class _Document:
    """A document of this run with what a book says of it."""

    submission: Submission
    line: SopLine
    product: Product


def books(
    order: Order,
    dossiers: Iterable[Dossier],
    register: Register,
    counts: Tally,
    made: Products,
    past: Past,
    logo: bytes,
) -> Products:
    """ "Kumpulan SOP" of every unit with a document, beside its documents.

    Without Pango there is none; the run tells so when it writes the report.
    """
    found = _documents(dossiers, counts, made)
    if not found or pdf_problem(order):
        return Products()
    jobs = [
        _job(order, register, folder, documents, logo)
        for folder, documents in sorted(found.items())
    ]
    return products_of(order, BINDING, jobs, past, LIMITS)


def _documents(
    dossiers: Iterable[Dossier], counts: Tally, made: Products
) -> Mapping[str, list[_Document]]:
    """Documents by their folder, those out of force left out."""
    products = {item.path: item for item in made.products}
    lines = {line.sha256: line for line in counts.lines}
    found: dict[str, list[_Document]] = {}
    for review in (dossier.counted for dossier in dossiers):
        if review is None or review.submission is None:
            continue
        path = made.of.get(review.received.sha256, "")
        line = lines.get(review.received.sha256)
        if path in products and line is not None and line.status not in ARCHIVED:
            document = _Document(review.submission, line, products[path])
            found.setdefault(path.rpartition("/")[0], []).append(document)
    return found


def _where(order: Order, item: Product) -> bytes | Path:
    """A fresh document's bytes or the place where it waits, or where the last run left it."""
    return order.output / item.path if item.data is None else item.data


def _job(
    order: Order, register: Register, folder: str, documents: list[_Document], logo: bytes
) -> Job[bytes]:
    ordered = sorted(documents, key=lambda document: document.product.path)
    line = ordered[0].line
    unit = line.unit_name or line.unit_code or folder.rpartition("/")[2]
    entries = tuple(
        BookEntry(
            document.submission.sop.number.raw,
            document.submission.sop.title,
            document.line.status in DRAFTS,
            _where(order, document.product),
        )
        for document in ordered
    )
    dated = max(document.submission.received.first_seen for document in ordered)
    settings = register.settings
    book = Compilation(
        unit=unit,
        government=settings.government,
        address=settings.address,
        year=order.as_of.year,
        paper=document_paper(settings),
        dated=dated,
        logo=logo or None,
        entries=entries,
    )
    ingredients = recipe(
        "book",
        unit,
        settings,
        order.as_of.year,
        dated,
        logo,
        [(entry.number, entry.title, entry.draft) for entry in entries],
        [document.product.sha256 for document in ordered],
    )
    return Job(unit, BookTask(book), book_place(order.output, folder, unit), ingredients)
