"""What a run tells the nation: a row for each SOP and service standard, as a small file."""

from collections.abc import Iterator, Mapping
from datetime import date

from sopbatch import __version__
from sopbatch.batch.assessing.assessment import Seen, sop_lines
from sopbatch.batch.order import Order
from sopbatch.batch.output.tree import REPORTS
from sopbatch.batch.products.pdf import STAGE
from sopbatch.batch.workshop.production import Products, made_alone
from sopbatch.batch.workshop.sums import RowsTask
from sopbatch.model import SopLine
from sopbatch.model.nation import About, NationLine
from sopbatch.nation import is_installed
from sopbatch.report.cycle import Cycle
from sopbatch.report.services import ServiceRow
from sopbatch.rules.basics.regions import province_name
from sopbatch.schema.nation_v1 import SOP, STANDARD, lines_name
from sopbatch.text.names import name_key


def nation_lines(order: Order, seen: Seen, cycle: Cycle) -> Products:
    """The file of a run, where its library is installed."""
    if not is_installed():
        return Products()
    task = RowsTask(about(order, seen), tuple(lines_of(seen, cycle)))
    return made_alone(order, STAGE, task, f"{REPORTS}/{lines_name(order.as_of)}", "nation")


def about(order: Order, seen: Seen) -> About:
    """Whose rows they are."""
    settings = seen.register.settings
    return About(
        government=settings.government,
        region=settings.region,
        province=province_name(settings.region),
        as_of=order.as_of,
        planning=seen.counts.can_count_plan,
        program=__version__,
    )


def lines_of(seen: Seen, cycle: Cycle) -> Iterator[NationLine]:
    """SOPs in the order of the report, then service standards."""
    first = _first_days(seen)
    quality = {one.line: one.quality.share for one in cycle.sops}
    for line in seen.counts.lines:
        yield _sop(line, first.get(line), quality.get(line))
    for row in cycle.services:
        yield _standard(row)


def _first_days(seen: Seen) -> Mapping[SopLine, date]:
    lines = dict(sop_lines(seen.dossiers, seen.counts))
    return {
        lines[dossier.key]: min(one.received.first_seen for one in dossier.versions)
        for dossier in seen.dossiers
        if dossier.versions and dossier.key in lines
    }


def _sop(line: SopLine, first: date | None, quality: float | None) -> NationLine:
    return NationLine(
        kind=SOP,
        code=line.plan_code,
        title=line.title,
        key=name_key(line.title),
        unit_code=line.unit_code,
        unit=line.unit_name,
        section=line.section,
        status=line.status,
        status_day=line.status_day,
        deadline=line.deadline,
        review_due=line.review_due,
        first_received=first,
        last_received=line.last_received,
        planned=not (line.outside_plan or line.revoked),
        outside_plan=line.outside_plan and not line.revoked,
        revoked=line.revoked,
        received=line.received,
        complete=line.complete,
        compiled=line.compiled,
        ratified=line.ratified,
        within_review=line.within_review,
        late=line.late,
        awaiting=line.awaiting_correction,
        errors=line.errors,
        warnings=line.warnings,
        quality=_rounded(quality),
    )


def _standard(row: ServiceRow) -> NationLine:
    received = row.review.received.first_seen
    return NationLine(
        kind=STANDARD,
        code="",
        title=row.service.name,
        key=name_key(row.service.name),
        unit_code=row.unit.code,
        unit=row.unit.name,
        section="",
        status="",
        status_day=None,
        deadline=None,
        review_due=None,
        first_received=received,
        last_received=received,
        planned=False,
        outside_plan=False,
        revoked=False,
        received=True,
        complete=not (row.held or row.lacking),
        compiled=False,
        ratified=row.decreed and not row.held,
        within_review=False,
        late=False,
        awaiting=row.held,
        errors=row.review.errors,
        warnings=row.review.warnings,
        quality=_rounded(row.quality.share),
    )


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)
