"""All that a run writes: what was seen comes in, every product of the output folder goes out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from sopbatch.batch.assessing.assessment import Seen
from sopbatch.batch.assessing.going_back import to_return
from sopbatch.batch.assessing.logo import read_logo
from sopbatch.batch.assessing.report_content import content, cycle
from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import Product
from sopbatch.batch.products.answer_drafts import answers
from sopbatch.batch.products.cover_letters import cover_letters
from sopbatch.batch.products.evidence_sheets import evidence_sheets
from sopbatch.batch.products.exports import exports
from sopbatch.batch.products.form_documents import form_documents
from sopbatch.batch.products.mended import progress_by_file
from sopbatch.batch.products.nation_lines import nation_lines
from sopbatch.batch.products.plan_proposals import plan_proposals
from sopbatch.batch.products.previews import previews
from sopbatch.batch.products.reminders import reminders
from sopbatch.batch.products.reports import report_page, reporting
from sopbatch.batch.products.returned_copies import returned_copies
from sopbatch.batch.products.round_summary import round_summary
from sopbatch.batch.products.sop_documents import documents
from sopbatch.batch.products.unit_books import BINDING, books
from sopbatch.batch.products.verifications import verifications
from sopbatch.batch.products.watching_years import watching_years
from sopbatch.batch.workshop.meanwhile import meanwhile
from sopbatch.batch.workshop.production import Products
from sopbatch.ledger import Past
from sopbatch.report.week import Week

REPORTING = "Menulis laporan"
ANSWERING = "Menyusun surat"
"""Stages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Products of all kinds, and what is to be said of them."""

    products: tuple[Product, ...]
    report: Product
    documents: Mapping[str, str]
    """sha256 of a workbook to the path of its PDF."""
    returned: Mapping[str, str]
    """sha256 of a workbook to the path of its marked copy."""
    exported: Mapping[str, Mapping[str, str]]
    """Form to sha256 of a workbook to the first file of that form."""
    incidents: tuple[str, ...]
    failures: tuple[str, ...]
    notes: tuple[str, ...]
    week: Week | None = None
    """What the week asks for."""
    whole: bool = True
    """False when a library of the machine is missing, so that something was not written."""


def outcome_of(order: Order, seen: Seen, past: Past) -> Outcome:
    """Make everything that what was seen calls for."""
    logo = read_logo(order, seen.register, seen.logo)
    made = documents(order, seen.dossiers, seen.register, seen.counts, past, logo.data)
    made = replace(made, notes=(*filter(None, (logo.note,)), *made.notes))
    forms = form_documents(order, seen, past, logo.data)
    years = watching_years(order, seen, past, logo.data)
    verified = verifications(order, seen, past, logo.data)
    drawn = exports(order, seen.dossiers, seen.register, made, past)
    mended = progress_by_file(order.output, seen.dossiers)
    asked = to_return(seen, past)
    wanted = (*asked.now, *(asked.beside if order.all_copies else ()))
    shown = previews(order, wanted, seen.register, past, logo.data)
    marked = returned_copies(order, wanted, seen.register, past, mended, shown.of)
    marked = replace(marked, notes=(*marked.notes, *(() if order.all_copies else asked.notes)))
    links = {**made.of, **forms.of}
    says = content(order, seen, past, asked.now, links, marked.of, mended)
    known = cycle(seen, order.as_of)
    shown_by_units = evidence_sheets(order, known, past, logo.data)
    with (
        order.times.stage(REPORTING),
        reporting(order, says, known) as written_report,
        meanwhile(order) as workers,
    ):
        printed = workers.ask(REPORTING, partial(report_page, content=says))
        counted = workers.ask(REPORTING, partial(nation_lines, seen=seen, cycle=known))
        # Last, since a book keeps all workers busy and one process is enough for what is above.
        binding = workers.ask(
            BINDING,
            lambda alone: books(
                alone, seen.dossiers, seen.register, seen.counts, made, past, logo.data
            ),
        )
        told = written_report()
        page, rows, bound = printed(), counted(), binding()
    now = {one.review.received.sha256 for one in asked.now}
    due = replace(marked, of={sha256: at for sha256, at in marked.of.items() if sha256 in now})
    with order.times.stage(ANSWERING):
        replies = answers(order, seen, past, made, due, shown)
        reminded = reminders(order, seen, past)
        week, report = says.week, told.products[0].path
        covers = cover_letters(order, seen, past, week, logo.data)
        summary = round_summary(order, seen, past, week, (replies, reminded), report)
    written = (made, bound, forms, years, verified, shown_by_units, drawn, shown, marked)
    proposed = plan_proposals(order, seen)
    parts = (*written, told, page, rows, proposed, replies, reminded, summary, covers)
    return _joined(parts, made, marked, drawn, told, page, week)


def report_alone(order: Order, seen: Seen, past: Past) -> Outcome:
    """Make the report only, without links: documents and copies stand as another run left them."""
    says = content(order, seen, past, to_return(seen, past).now, {}, {})
    with (
        order.times.stage(REPORTING),
        reporting(order, says, cycle(seen, order.as_of)) as written_report,
        meanwhile(order) as workers,
    ):
        printed = workers.ask(REPORTING, partial(report_page, content=says))
        told = written_report()
        page = printed()
    none = Products()
    return _joined((told, page), none, none, none, told, page, says.week)


def _joined(
    parts: tuple[Products, ...],
    made: Products,
    marked: Products,
    drawn: Products,
    told: Products,
    page: Products,
    week: Week,
) -> Outcome:
    return Outcome(
        products=tuple(chain(*(part.products for part in parts))),
        report=told.products[0],
        documents=made.of,
        returned=marked.of,
        exported=drawn.exported,
        incidents=tuple(chain(*(part.incidents for part in parts))),
        failures=tuple(chain(*(part.failures for part in parts))),
        notes=tuple(chain(*(part.notes for part in parts))),
        week=week,
        whole=not page.notes,
    )
