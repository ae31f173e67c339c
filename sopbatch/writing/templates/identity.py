"""The sheet Identitas: one row for each field, with its state and what to write."""

from collections.abc import Mapping

from sopbatch.model import Place, column_letters
from sopbatch.schema.fields import TOO_LONG, AdvisedState, Field, FieldGroup, WrongState
from sopbatch.schema.places import (
    INPUT_COLUMN,
    LABEL_COLUMN,
    PROMPT_COLUMN,
    STATE_COLUMN,
    identity_rows,
)
from sopbatch.schema.sop import IDENTITY_HEADS, IDENTITY_SHEET
from sopbatch.writing.templates.book import TemplateBook, TemplateSheet
from sopbatch.writing.templates.field_sheet import (
    COUNTER_ROW,
    HEADER_ROW,
    LABEL,
    LEAST_HEIGHT,
    OPENER_COLUMN,
    PROMPT,
    PROTECTION,
    STATE,
    WIDTHS,
    colour_states,
    lay_out,
)
from sopbatch.writing.templates.form import ISSUED_LISTS, Form
from sopbatch.writing.templates.identity_state import DUE, state, state_formula
from sopbatch.writing.templates.inputs import input_look, input_rule, input_value, prompt
from sopbatch.writing.templates.looks import (
    COUNTER,
    GROUP,
    HEAD,
    SUBTITLE,
    TITLE,
    row_opener,
)

ON_NEW_PAGES = (
    "D. Nomor dan tanggal",
    "F. Dasar dan keterkaitan",
    "G. Pelaksana, peralatan, dan pencatatan",
)
"""Groups with which a page begins, so that a long field stands on one page."""
NOT_RIGHT = (*DUE, TOO_LONG, *WrongState)


def last_identity_row() -> int:
    """1-based last row of the last field."""
    return max(row + item.rows - 1 for row, item in identity_rows() if isinstance(item, Field))


def write_identity(
    book: TemplateBook, form: Form, choices: Mapping[str, str], counter: str
) -> None:
    """Writes the sheet; `choices`: drop-down names by key; `counter`: what stands on top."""
    page = book.sheet(IDENTITY_SHEET)
    page.columns(WIDTHS)
    _head(page, counter)
    for row, item in identity_rows():
        if isinstance(item, FieldGroup):
            _heading(page, row, item)
        else:
            _field(page, row, item, form)
            strict = form.issue is not None and item.key in ISSUED_LISTS
            _helps(page, row, item, choices.get(item.key, ""), strict=strict)
    last = last_identity_row()
    colour_states(page, last, DUE, NOT_RIGHT, tuple(AdvisedState))
    rows = {item.heading: row for row, item in identity_rows() if isinstance(item, FieldGroup)}
    lay_out(page, "Identitas SOP", last, [rows[heading] for heading in ON_NEW_PAGES])
    page.sheet.protect(options=PROTECTION)


def _head(page: TemplateSheet, counter: str) -> None:
    page.row(1, 34)
    page.put(1, LABEL_COLUMN, "Identitas SOP", TITLE)
    page.put(2, LABEL_COLUMN, "Bagian Identitas SOP AP menurut PermenPAN-RB 35/2012", SUBTITLE)
    page.row(COUNTER_ROW, 26)
    page.merge(COUNTER_ROW, LABEL_COLUMN, COUNTER_ROW, PROMPT_COLUMN, COUNTER)
    page.formula(COUNTER_ROW, LABEL_COLUMN, "=sopb_keadaan", COUNTER, counter)
    page.row(HEADER_ROW, 24)
    for column, title in enumerate(IDENTITY_HEADS, start=LABEL_COLUMN):
        page.put(HEADER_ROW, column, title, HEAD)
    page.sheet.freeze_panes(HEADER_ROW, 0)


def _heading(page: TemplateSheet, row: int, group: FieldGroup) -> None:
    page.row(row, 24)
    page.put(row, LABEL_COLUMN, group.heading, GROUP | {"indent": 1})
    for column in range(INPUT_COLUMN, PROMPT_COLUMN + 1):
        page.put(row, column, "", GROUP)


def _field(page: TemplateSheet, row: int, field: Field, form: Form) -> None:
    for index in range(field.rows):
        place = Place(field.key, index + 1 if field.rows > 1 else 0)
        value = input_value(field, form.values.get(place, ""))
        texts = [(str(value), WIDTHS[INPUT_COLUMN - 1], 10.0)]
        if not index:
            texts.append((prompt(field), WIDTHS[PROMPT_COLUMN - 1], 9.0))
        page.growing_row(row + index, texts, LEAST_HEIGHT)
        page.put(row + index, OPENER_COLUMN, "", row_opener(LEAST_HEIGHT, locked=True))
        page.put(row + index, INPUT_COLUMN, value, input_look(field) | {"indent": 1})
        _beside(page, row + index, field, index, form)
    last = row + field.rows - 1
    page.book.name(field.name, page.cells(row, INPUT_COLUMN, last, INPUT_COLUMN))


def _beside(page: TemplateSheet, row: int, field: Field, index: int, form: Form) -> None:
    """Label, state and prompt in the first row; a list's other rows continue their boxes."""
    edges = {"top": int(index == 0), "bottom": int(index == field.rows - 1)}
    page.put(row, LABEL_COLUMN, "" if index else field.label, LABEL | edges)
    page.put(row, PROMPT_COLUMN, "" if index else prompt(field), PROMPT | edges)
    if index:
        page.put(row, STATE_COLUMN, "", STATE | edges)
        return
    formula = state_formula(field, row, has_sections=form.has_sections)
    page.formula(row, STATE_COLUMN, formula, STATE | edges, state(field, form))


def _helps(page: TemplateSheet, row: int, field: Field, choices: str, *, strict: bool) -> None:
    cell = f"{column_letters(INPUT_COLUMN)}{row}"
    rule = input_rule(field, cell, choices, strict=strict)
    page.validate(row, INPUT_COLUMN, row + field.rows - 1, INPUT_COLUMN, rule)
