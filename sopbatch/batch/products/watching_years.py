"""The yearly report of monitoring and evaluation: one for each agency, and one over all of them."""

from collections.abc import Iterator, Mapping

from sopbatch.batch.assessing.assessment import Seen, sop_lines
from sopbatch.batch.order import Order
from sopbatch.batch.output.places import document_place, own_name
from sopbatch.batch.output.publish import recipe
from sopbatch.batch.output.tree import DOCUMENTS
from sopbatch.batch.products.pdf import pdf_problem
from sopbatch.batch.products.signers import signer_of, unit_called
from sopbatch.batch.workshop.print_tasks import WatchingTask
from sopbatch.batch.workshop.production import Job, Products, products_of
from sopbatch.ledger import Past
from sopbatch.matching.watched import YearSeen, seen_by_year
from sopbatch.model import SopLine, Unit
from sopbatch.model.monitoring import Monitored
from sopbatch.schema.statuses import IN_FORCE, IN_REVISION
from sopbatch.text.file_names import distinct
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.tables.year_values import ANSWERS, UnitYear, WatchingYear, YearRow

STAGE = "Menyusun laporan monitoring dan evaluasi"
NAME = "Laporan Monitoring dan Evaluasi SOP AP Tahun {year}.pdf"
ACTIVE = frozenset((IN_FORCE.label, IN_REVISION.label))
MOST_ROWS = 600
"""SOPs that the report over all agencies lists one by one."""
NOTHING = YearSeen()


def watching_years(order: Order, seen: Seen, past: Past, logo: bytes) -> Products:
    """Reports for each year of which any workbook tells."""
    years = seen_by_year(seen.forms, seen.dossiers, seen.register, order.as_of)
    if not years or pdf_problem(order):
        return Products()
    jobs = tuple(
        job for year in sorted(years) for job in _jobs(order, seen, year, years[year], logo)
    )
    return products_of(order, STAGE, jobs, past)


def _jobs(
    order: Order, seen: Seen, year: int, found: Mapping[str, YearSeen], logo: bytes
) -> Iterator[Job[bytes]]:
    settings, register = seen.register.settings, seen.register
    by_unit: dict[str, list[tuple[SopLine, YearSeen]]] = {}
    for key, line in sop_lines(seen.dossiers, seen.counts):
        if key in found or _is_active(line, year):
            by_unit.setdefault(line.unit_name, []).append((line, found.get(key, NOTHING)))
    parts = {
        name: UnitYear(name, tuple(_row(line, one) for line, one in rows))
        for name, rows in by_unit.items()
    }
    called = NAME.format(year=year)
    own = [name for name, rows in by_unit.items() if any(one is not NOTHING for _, one in rows)]
    places = distinct(document_place(order.output, name, called) for name in own)
    for name, place in zip(own, places, strict=True):
        unit = unit_called(register, name)
        yield _job(
            order,
            year,
            (parts[name],),
            unit,
            Letterhead(settings.government, name, "", logo),
            place,
        )
    bureau = unit_called(register, settings.organisation_bureau)
    head = Letterhead(settings.government, settings.organisation_bureau, settings.address, logo)
    place = f"{DOCUMENTS}/{own_name(order.output / DOCUMENTS, called)}"
    yield _job(order, year, tuple(parts.values()), bureau, head, place)


def _job(
    order: Order, year: int, parts: tuple[UnitYear, ...], signer: Unit, head: Letterhead, path: str
) -> Job[bytes]:
    signs = signer_of(signer, head.unit)
    report = WatchingYear(
        year=year,
        as_of=order.as_of,
        units=parts,
        position=signs.position,
        name=signs.name,
        nip=signs.nip,
        detailed=sum(part.active for part in parts) <= MOST_ROWS,
    )
    return Job(head.unit, WatchingTask(report, head), path, recipe("watching", report, head))


def _is_active(line: SopLine, year: int) -> bool:
    """Whether it is in force, and was so within the year."""
    begun = line.effective is None or line.effective.year <= year
    return line.status in ACTIVE and line.ratified and begun


def _row(line: SopLine, found: YearSeen) -> YearRow:
    evaluated = found.evaluated
    halves = [found.halves.get(half) for half in ("I", "II")]
    notes = [one.notes for one in (*halves, evaluated) if one and one.notes]
    return YearRow(
        number=line.number,
        title=line.title,
        answers=tuple(ANSWERS[answer] for answer in evaluated.answers) if evaluated else (),
        conclusion=evaluated.conclusion if evaluated else "",
        first=_ran(halves[0]),
        second=_ran(halves[1]),
        notes=tuple(dict.fromkeys(notes)),
        actions=tuple(dict.fromkeys(one.action for one in halves if one and one.action)),
    )


def _ran(row: Monitored | None) -> str:
    if row is None or row.runs_well is None:
        return ""
    return "Baik" if row.runs_well else "Tidak baik"
