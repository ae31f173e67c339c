"""A filled form of evaluation becomes its record."""

from sopbatch.model.evaluation import Evaluated, Evaluation
from sopbatch.reading.forms.filled import FilledForm, FilledRow
from sopbatch.reading.forms.records import record_of
from sopbatch.schema.common_fields import NO, YES
from sopbatch.schema.evaluation import ASKED


def evaluation_of(form: FilledForm) -> Evaluation:
    """The record of a filled form."""
    rows = tuple(map(_evaluated, form.rows("rows")))
    return record_of(Evaluation, form.sheet("head"), rows=rows)


def _evaluated(row: FilledRow) -> Evaluated:
    answers = tuple({YES: True, NO: False}.get(row.text(key)) for key in ASKED)
    return record_of(Evaluated, row, row=row.row, number=row.text("sop_number"), answers=answers)
