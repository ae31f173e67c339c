"""Documents of the workbooks of other kinds that count and that nothing holds back."""

from collections.abc import Iterator
from dataclasses import replace

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.family.member import no_documents
from sopbatch.batch.family.members import member_of
from sopbatch.batch.order import Order
from sopbatch.batch.output.places import form_place, within
from sopbatch.batch.output.publish import recipe
from sopbatch.batch.products.file_sets import SetJob, by_workbook, make_sets
from sopbatch.batch.workshop.form_task import FormTask
from sopbatch.batch.workshop.production import Products, workbook_job
from sopbatch.ledger import Past
from sopbatch.model import FormReading, Review
from sopbatch.text.file_names import distinct
from sopbatch.workers import Limits

STAGE = "Menulis dokumen formulir lain"
LIMITS = Limits(seconds=900)
"""A workbook of thirty services has some seventy documents, of a second or two each."""


def form_documents(order: Order, seen: Seen, past: Past, logo: bytes) -> Products:
    """A folder of documents for each workbook, named after what the workbook is called."""
    jobs = tuple(_jobs(order, seen, logo))
    written = make_sets(
        order,
        STAGE,
        jobs,
        past,
        lambda job, names: distinct(within(order.output, job.path, name) for name in names),
        LIMITS,
    )
    first: dict[str, str] = {}
    for sha256, path in by_workbook(jobs, written.products):
        first.setdefault(sha256, path)
    return replace(written, of=first)


def _jobs(order: Order, seen: Seen, logo: bytes) -> Iterator[SetJob]:
    wanted = tuple(_wanted(seen))
    places = (
        form_place(order.output, _unit_name(seen, form), form.record.heading) for _, form in wanted
    )
    for (review, form), path in zip(wanted, distinct(places), strict=True):
        settings = seen.register.settings
        known = recipe("form documents", path, form.received.sha256, settings, logo)
        yield workbook_job(review, FormTask(form, seen.register, logo), path, known)


def _wanted(seen: Seen) -> Iterator[tuple[Review, FormReading]]:
    """Each workbook that counts for anything, once, in order of name."""
    counted = {one.counted.received.sha256 for one in seen.form_standings}
    for review in seen.forms:
        form = review.form
        if form is None or not review.publishable or review.received.sha256 not in counted:
            continue
        member = member_of(form.kind)
        if member is not None and member.write is not no_documents:
            yield review, form


def _unit_name(seen: Seen, form: FormReading) -> str:
    unit = seen.register.unit(form.unit_code)
    return unit.name if unit else form.unit_code or "Tanpa unit"
