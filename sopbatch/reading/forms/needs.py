"""A filled form of needs becomes its record."""

from collections.abc import Iterator, Sequence

from sopbatch.model.needs import Need, Needs
from sopbatch.reading.forms.filled import FilledForm, FilledRow, yes_or_no
from sopbatch.schema.needs_v1 import CRITERIA
from sopbatch.text.straight import is_missing


def needs_of(form: FilledForm) -> Needs:
    """The record of a filled form."""
    head = form.sheet("head")
    return Needs(
        unit_code=head.text("unit_code"),
        unit_name=head.text("unit_name"),
        year=head.number("year"),
        functions=head.items("functions"),
        leader=head.text("leader"),
        members=head.items("members"),
        drawn_up=head.date("drawn_up"),
        signatory_position=head.text("signatory_position"),
        signatory_name=head.text("signatory_name"),
        signatory_nip=head.nip("signatory_nip"),
        rows=tuple(_needs(form.rows("needs"))),
    )


def _needs(rows: Sequence[FilledRow]) -> Iterator[Need]:
    """Rows with the task and function that the rows above them have."""
    task = function = ""
    for row in rows:
        own_task, own_function = _said(row, "task"), _said(row, "function")
        if own_task:
            task, function = own_task, own_function
        function = own_function or function
        yield Need(
            row=row.row,
            section=_said(row, "section"),
            task=task,
            function=function,
            activity=row.text("activity"),
            output=row.text("output"),
            criteria={one.key: yes_or_no(row.text(one.key)) for one in CRITERIA},
            urgency=row.number("urgency"),
            title=_said(row, "title"),
            nature=row.text("nature"),
            owner=row.text("owner"),
            target=row.date("target"),
        )


def _said(row: FilledRow, key: str) -> str:
    text = row.text(key)
    return "" if is_missing(text) else text
