"""The sheet Identitas: one row for each field, with its state and what to write."""

from collections.abc import Mapping

from sopbatch.model import column_letters
from sopbatch.schema.fields import AdvisedState, Field, FieldGroup
from sopbatch.schema.places import INPUT_COLUMN, LABEL_COLUMN, identity_rows
from sopbatch.schema.sop import IDENTITY_HEADS, IDENTITY_SHEET
from sopbatch.writing.templates.book import TemplateBook, TemplateSheet
from sopbatch.writing.templates.field_sheet import (
    COUNTER_ROW,
    PROTECTION,
    colour_states,
    lay_out,
    write_field,
    write_head,
    write_heading,
    write_state,
)
from sopbatch.writing.templates.form import ISSUED_LISTS, Form
from sopbatch.writing.templates.identity_state import state, state_formula
from sopbatch.writing.templates.inputs import input_rule
from sopbatch.writing.templates.looks import COUNTER

ON_NEW_PAGES = (
    "D. Nomor dan tanggal",
    "F. Dasar dan keterkaitan",
    "G. Pelaksana, peralatan, dan pencatatan",
)
"""Groups with which a page begins, so that a long field stands on one page."""
TITLE, SUBTITLE = "Identitas SOP", "Bagian Identitas SOP AP menurut PermenPAN-RB 35/2012"


def last_identity_row() -> int:
    """1-based last row of the last field."""
    return max(row + item.rows - 1 for row, item in identity_rows() if isinstance(item, Field))


def write_identity(
    book: TemplateBook, form: Form, choices: Mapping[str, str], counter: str
) -> None:
    """Writes the sheet; `choices`: drop-down names by key; `counter`: what stands on top."""
    page = book.sheet(IDENTITY_SHEET)
    write_head(page, TITLE, SUBTITLE, IDENTITY_HEADS)
    page.formula(COUNTER_ROW, LABEL_COLUMN, "=sopb_keadaan", COUNTER, counter)
    for row, item in identity_rows():
        if isinstance(item, FieldGroup):
            write_heading(page, row, item.heading)
        else:
            write_field(page, row, item, form.values)
            formula = state_formula(item, row, has_sections=form.has_sections)
            write_state(page, row, item, formula, state(item, form))
            strict = form.issue is not None and item.key in ISSUED_LISTS
            _helps(page, row, item, choices.get(item.key, ""), strict=strict)
    last = last_identity_row()
    colour_states(page, last, tuple(AdvisedState))
    rows = {item.heading: row for row, item in identity_rows() if isinstance(item, FieldGroup)}
    lay_out(page, TITLE, last, [rows[heading] for heading in ON_NEW_PAGES])
    page.sheet.protect(options=PROTECTION)


def _helps(page: TemplateSheet, row: int, field: Field, choices: str, *, strict: bool) -> None:
    cell = f"{column_letters(INPUT_COLUMN)}{row}"
    rule = input_rule(field, cell, choices, strict=strict)
    page.validate(row, INPUT_COLUMN, row + field.rows - 1, INPUT_COLUMN, rule)
