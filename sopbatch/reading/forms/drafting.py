"""A filled form of the steps of drafting becomes its record."""

from sopbatch.model.drafting import Drafted, Drafting, StepDone
from sopbatch.reading.forms.filled import FilledForm, FilledRow
from sopbatch.reading.forms.records import record_of
from sopbatch.schema.drafting import STEPS


def drafting_of(form: FilledForm) -> Drafting:
    """The record of a filled form."""
    rows = tuple(map(_drafted, form.rows("rows")))
    return record_of(Drafting, form.sheet("head"), rows=rows)


def _drafted(row: FilledRow) -> Drafted:
    done = {step.key: StepDone(row.date(step.day_key), row.text(step.by_key)) for step in STEPS}
    return Drafted(row.row, row.text("title"), done)
