"""A filled form of the steps of drafting becomes its record."""

from sopbatch.model.drafting import Drafted, Drafting, StepDone
from sopbatch.reading.forms.filled import FilledForm, FilledRow
from sopbatch.schema.drafting_v1 import STEPS


def drafting_of(form: FilledForm) -> Drafting:
    """The record of a filled form."""
    head = form.sheet("head")
    return Drafting(
        unit_code=head.text("unit_code"),
        unit_name=head.text("unit_name"),
        as_of=head.date("as_of"),
        reporter=head.text("reporter"),
        rows=tuple(map(_drafted, form.rows("rows"))),
    )


def _drafted(row: FilledRow) -> Drafted:
    done = {step.key: StepDone(row.date(step.day_key), row.text(step.by_key)) for step in STEPS}
    return Drafted(row.row, row.text("title"), done)
