"""A filled form of monitoring becomes its record."""

from sopbatch.model.monitoring import Monitored, Monitoring
from sopbatch.reading.forms.filled import FilledForm, FilledRow
from sopbatch.schema.monitoring_v1 import BADLY, PRINCIPLES, WELL


def monitoring_of(form: FilledForm) -> Monitoring:
    """The record of a filled form."""
    head = form.sheet("head")
    return Monitoring(
        unit_code=head.text("unit_code"),
        unit_name=head.text("unit_name"),
        year=head.number("year"),
        semester=head.text("semester"),
        assessed=head.date("assessed"),
        assessor=head.text("assessor"),
        assessor_position=head.text("assessor_position"),
        principles=tuple((name, head.text(key)) for key, name, _ in PRINCIPLES),
        rows=tuple(map(_monitored, form.rows("rows"))),
    )


def _monitored(row: FilledRow) -> Monitored:
    verdict = row.text("verdict")
    return Monitored(
        row=row.row,
        number=row.text("sop_number"),
        title=row.text("title"),
        nature=row.text("nature"),
        method=row.text("method"),
        verdict=verdict,
        runs_well={WELL: True, BADLY: False}.get(verdict),
        notes=row.text("notes"),
        action=row.text("action"),
    )
