"""Documents of the workbooks of other kinds that count and that nothing holds back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.family.member import no_documents
from sopbatch.batch.family.members import member_of
from sopbatch.batch.order import Order
from sopbatch.batch.output.places import form_place, within
from sopbatch.batch.output.publish import Product, recipe, staged, still_there
from sopbatch.batch.workshop.form_task import FormAnswer, FormTask
from sopbatch.batch.workshop.production import Job, Made, Products, answered, work_on
from sopbatch.ledger import Past
from sopbatch.model import FormReading, Review
from sopbatch.text.file_names import distinct
from sopbatch.workers import Done, Limits

STAGE = "Menulis dokumen formulir lain"
LIMITS = Limits(seconds=900)
"""A workbook of thirty services has some seventy documents, of a second or two each."""


def form_documents(order: Order, seen: Seen, past: Past, logo: bytes) -> Products:
    """A folder of documents for each workbook, named after what the workbook is called."""
    jobs = tuple(_jobs(order, seen, logo))
    if not jobs:
        return Products()
    kept = _kept(order, jobs, past)
    products = [item for items in kept.values() for item in items]
    broken: list[Made] = []
    for index, outcome in work_on(order, STAGE, jobs, frozenset(kept), LIMITS):
        job = jobs[index]
        match outcome:
            case Done(FormAnswer(files)):
                paths = distinct(within(order.output, job.path, name) for name, _ in files)
                products += [
                    staged(order.output, path, job.recipe, data)
                    for path, (_, data) in zip(paths, files, strict=True)
                ]
            case _:
                broken.append(answered(order, STAGE, job, outcome))
    return Products(
        products=tuple(products),
        of=_first_of_each(jobs, products),
        incidents=tuple(item.incident for item in broken if item.incident),
        failures=tuple(sorted(item.failure for item in broken)),
    )


def _jobs(order: Order, seen: Seen, logo: bytes) -> Iterator[Job]:
    wanted = tuple(_wanted(seen))
    places = (
        form_place(order.output, _unit_name(seen, form), form.record.heading) for _, form in wanted
    )
    for (review, form), path in zip(wanted, distinct(places), strict=True):
        settings = seen.register.settings
        known = recipe("form documents", path, form.received.sha256, settings, logo)
        yield Job(review, FormTask(form, seen.register, logo), path, known)


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


def _kept(order: Order, jobs: tuple[Job, ...], past: Past) -> dict[int, list[Product]]:
    """Files of the last run for each job whose files are all there still."""
    known = defaultdict(list)
    for path, outputs in past.outputs.items():
        for output in outputs:
            known[output.recipe].append(path)
    kept: dict[int, list[Product]] = {}
    for index, job in enumerate(jobs):
        files = [still_there(order.output, at, job.recipe, past) for at in known[job.recipe]]
        whole = [item for item in files if item is not None]
        if whole and len(whole) == len(files):
            kept[index] = whole
    return kept


def _first_of_each(jobs: tuple[Job, ...], products: list[Product]) -> Mapping[str, str]:
    of = {job.recipe: job.review.received.sha256 for job in jobs}
    found: dict[str, str] = {}
    for item in sorted(products, key=lambda one: one.path):
        found.setdefault(of[item.recipe], item.path)
    return found
