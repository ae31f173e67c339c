"""A filled form of monitoring becomes its record."""

from sopbatch.model.monitoring import Monitored, Monitoring
from sopbatch.reading.forms.filled import FilledForm, FilledRow
from sopbatch.reading.forms.records import record_of
from sopbatch.schema.monitoring import BADLY, PRINCIPLES, WELL


def monitoring_of(form: FilledForm) -> Monitoring:
    """The record of a filled form."""
    head = form.sheet("head")
    principles = tuple((name, head.text(key)) for key, name, _ in PRINCIPLES)
    rows = tuple(map(_monitored, form.rows("rows")))
    return record_of(Monitoring, head, principles=principles, rows=rows)


def _monitored(row: FilledRow) -> Monitored:
    runs_well = {WELL: True, BADLY: False}.get(row.text("verdict"))
    number = row.text("sop_number")
    return record_of(Monitored, row, row=row.row, number=number, runs_well=runs_well)
