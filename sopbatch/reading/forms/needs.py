"""A filled form of needs becomes its record."""

from collections.abc import Iterator, Sequence

from sopbatch.model.needs import Need, Needs
from sopbatch.reading.forms.filled import FilledForm, FilledRow
from sopbatch.reading.forms.records import record_of
from sopbatch.schema.needs import CRITERIA


def needs_of(form: FilledForm) -> Needs:
    """The record of a filled form."""
    return record_of(Needs, form.sheet("head"), rows=tuple(_needs(form.rows("needs"))))


def _needs(rows: Sequence[FilledRow]) -> Iterator[Need]:
    """Rows with the task and function that the rows above them have."""
    task = function = ""
    for row in rows:
        if row.text("task"):
            task, function = row.text("task"), ""
        function = row.text("function") or function
        criteria = {one.key: row.says_yes(one.key) for one in CRITERIA}
        yield record_of(Need, row, row=row.row, task=task, function=function, criteria=criteria)
