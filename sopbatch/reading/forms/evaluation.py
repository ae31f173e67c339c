"""A filled form of evaluation becomes its record."""

from sopbatch.model.evaluation import Evaluated, Evaluation
from sopbatch.reading.forms.filled import FilledForm, FilledRow
from sopbatch.schema.common_fields import NO, YES
from sopbatch.schema.evaluation_v1 import ASKED


def evaluation_of(form: FilledForm) -> Evaluation:
    """The record of a filled form."""
    head = form.sheet("head")
    return Evaluation(
        unit_code=head.text("unit_code"),
        unit_name=head.text("unit_name"),
        year=head.number("year"),
        assessed=head.date("assessed"),
        assessor=head.text("assessor"),
        assessor_position=head.text("assessor_position"),
        members=head.items("members"),
        rows=tuple(map(_evaluated, form.rows("rows"))),
    )


def _evaluated(row: FilledRow) -> Evaluated:
    return Evaluated(
        row=row.row,
        number=row.text("sop_number"),
        title=row.text("title"),
        answers=tuple({YES: True, NO: False}.get(row.text(key)) for key in ASKED),
        notes=row.text("notes"),
        conclusion=row.text("conclusion"),
    )
