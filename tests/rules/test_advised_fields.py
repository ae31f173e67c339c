"""What the form calls compulsory holds an SOP back when it is blank, and nothing else does."""

from datetime import date
from pathlib import Path

import pytest

from sopbatch.model import NO_REGISTER, Received, Settings, Severity
from sopbatch.reading import read_submission
from sopbatch.rules import RULES, review
from sopbatch.schema.fields import Field, Required
from sopbatch.schema.places import INPUT_COLUMN, identity_rows
from sopbatch.schema.sop import IDENTITY_SHEET
from sopbatch.schema.statuses import SUBMITTED
from tests.clean_workbook import clean_workbook

TODAY = date(2026, 3, 3)
FIELDS = {field.key: (row, field) for row, field in identity_rows() if isinstance(field, Field)}
ASKED = [key for key, (_, field) in FIELDS.items() if field.required is not Required.NEVER]


@pytest.mark.parametrize("key", ASKED)
def test_a_blank_field_holds_back_exactly_when_it_is_called_compulsory(key: str):
    row, field = FIELDS[key]
    draft = clean_workbook()
    sheet = draft.sheet(IDENTITY_SHEET)
    ready = field.required is Required.READY
    sheet.cells[FIELDS["status"][0], INPUT_COLUMN] = (
        field.required.value if ready else SUBMITTED.label
    )
    for blank in range(row, row + field.rows):
        sheet.clear((blank, INPUT_COLUMN))
    received = Received(
        name="a.xlsx", path=Path("a.xlsx"), sha256="0" * 64, size=1, first_seen=TODAY
    )
    submission = read_submission(draft.grid(), received, Settings())
    judged, _ = review(submission, NO_REGISTER, TODAY, RULES)
    found = [one.severity for one in judged.findings if one.place.key == key]
    assert (max(found, default=Severity.INFO) is Severity.ERROR) is not field.advised
