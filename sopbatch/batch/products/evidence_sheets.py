"""One page for each unit with service standards: what it can show when its service is judged."""

from collections.abc import Iterator

from sopbatch.batch.order import Order
from sopbatch.batch.output.places import document_place
from sopbatch.batch.output.publish import recipe
from sopbatch.batch.products.pdf import pdf_problem
from sopbatch.batch.workshop.print_tasks import EvidenceTask
from sopbatch.batch.workshop.production import Job, Products, products_of
from sopbatch.ledger import Past
from sopbatch.report.cycle import Cycle
from sopbatch.report.services import UnitServices
from sopbatch.text.file_names import distinct
from sopbatch.text.words import long_date
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.standards.evidence_values import EvidenceSheet, Unfinished

STAGE = "Menyusun lembar bukti"
NAME = "Lembar Bukti Pelayanan Publik.pdf"


def evidence_sheets(order: Order, cycle: Cycle, past: Past, logo: bytes) -> Products:
    """A sheet for each unit that sent service standards."""
    if not cycle.units or pdf_problem(order):
        return Products()
    jobs = tuple(_jobs(order, cycle, logo))
    return products_of(order, STAGE, jobs, past)


def _jobs(order: Order, cycle: Cycle, logo: bytes) -> Iterator[Job[bytes]]:
    settings = cycle.register.settings
    places = (document_place(order.output, unit.unit.name, NAME) for unit in cycle.units)
    for unit, path in zip(cycle.units, distinct(places), strict=True):
        sheet = sheet_of(unit)
        head = Letterhead(settings.government, unit.unit.name, "", logo)
        task = EvidenceTask(sheet, head)
        yield Job(unit.unit.name, task, path, recipe("evidence", sheet, head))


def sheet_of(unit: UnitServices) -> EvidenceSheet:
    """What the sheet of a unit says."""
    rows = unit.rows
    within = list(dict.fromkeys(row.within for row in rows))
    surveys = sorted((one.surveyed.value, one.survey_value) for one in within if one.surveyed.value)
    decrees = dict.fromkeys(
        f"{one.decree_number.strip()} tanggal {long_date(one.decree_date.value)}"
        for one in within
        if one.decree_number.strip() and one.decree_date.value
    )
    pledged = [one.pledge_date.value for one in within if one.pledge_date.value]
    return EvidenceSheet(
        unit=unit.unit.name,
        as_of=unit.as_of,
        services=len(rows) + len(unit.held) + len(unit.without_standard),
        standards=len(rows),
        complete=unit.complete,
        displayed=unit.displayed,
        decreed=unit.decreed,
        held=tuple(row.service.name for row in unit.held),
        without_standard=unit.without_standard,
        unfinished=tuple(Unfinished(row.service.name, row.lacking) for row in rows if row.lacking),
        media=tuple(dict.fromkeys(medium for one in within for medium in one.published)),
        address=next((one.published_at for one in within if one.published_at), ""),
        decrees=tuple(decrees),
        pledged=max(pledged, default=None),
        consulted=unit.consulted,
        groups=tuple(dict.fromkeys(group for one in within for group in one.consulted_groups)),
        monitored=unit.monitored,
        surveyed=unit.surveyed,
        survey_value=surveys[-1][1] if surveys else "",
    )
