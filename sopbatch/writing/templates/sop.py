"""The SOP template: values, an agency's data and marks become the bytes of a workbook."""

from collections.abc import Mapping, Set

from sopbatch.model import CellRef, CellValue, Place
from sopbatch.schema.places import CUSTOM_PROPERTY, TEMPLATE_NAMES, schema_hash
from sopbatch.schema.sop import IDENTITY_FIELDS, KIND, LANE_KIND, LANES, VERSION
from sopbatch.writing.templates.book import TemplateBook
from sopbatch.writing.templates.counters import form_state, write_counters
from sopbatch.writing.templates.form import (
    NO_MARKS,
    NO_VALUES,
    PLAN_CODE,
    Form,
    Issue,
    Mark,
    filled_form,
)
from sopbatch.writing.templates.guide import write_guide
from sopbatch.writing.templates.identity import write_identity
from sopbatch.writing.templates.identity_checks import TITLE_LISTS
from sopbatch.writing.templates.identity_state import STATUS_LEVELS, STATUS_LEVELS_NAME
from sopbatch.writing.templates.inserted_symbols import INSERTED_LISTS
from sopbatch.writing.templates.inserted_times import INSERTED_TIME_LISTS
from sopbatch.writing.templates.lane_formulas import (
    SHORT_WORDS_NAME,
    SHORT_WORDS_TOLD,
)
from sopbatch.writing.templates.lists import (
    list_name,
    write_lists,
    write_own_texts,
)
from sopbatch.writing.templates.looked_up import LOOKED_UP
from sopbatch.writing.templates.procedure import write_procedure
from sopbatch.writing.templates.symbol_formulas import SYMBOL_LISTS
from sopbatch.writing.templates.target_formulas import BRANCH_STARTS, BRANCHES
from sopbatch.writing.templates.time_advice import ADVICE_LISTS
from sopbatch.writing.templates.time_shape import SHAPE_LISTS
from sopbatch.writing.templates.time_words import TIME_LISTS

TITLE = "Formulir SOP Administrasi Pemerintahan"


def write_sop_template(
    values: Mapping[Place, CellValue] = NO_VALUES,
    *,
    issue: Issue | None = None,
    parts: int = 1,
    marks: Mapping[CellRef, Mark] = NO_MARKS,
) -> bytes:
    """An SOP template (xlsx) with at least `parts` procedures.

    `values` fill input cells and go before the agency's data of `issue`; items beyond the rows
    of a list stand in its last row, lanes beyond those of the table are left out.
    """
    form = filled_form(values, issue, parts, marks)
    book = TemplateBook(TITLE, {CUSTOM_PROPERTY: f"{KIND};{VERSION};{schema_hash()}"}, marks)
    lists = _lists(form)
    choices = {key: list_name(name) for key, name, _ in lists}
    own = write_guide(book).texts
    write_identity(book, form, choices, form_state(form))
    for part in form.sheets:
        write_procedure(book, form, part, choices)
    _write_lists_sheet(book, form, lists, own)
    return book.content()


def _lists(form: Form) -> list[tuple[str, str, tuple[str, ...]]]:
    """Key, defined name and choices of every field with a drop-down."""
    chosen = {field.key: field.choices for field in (*IDENTITY_FIELDS, LANES, LANE_KIND)}
    if form.issue is not None:
        units = form.issue.units or (form.issue.unit,)
        chosen["unit_code"] = tuple(unit.code for unit in units)
        chosen["section"] = tuple(section.name for section in form.issue.sections)
    return [
        (field.key, field.name, chosen[field.key])
        for field in (*IDENTITY_FIELDS, LANES, LANE_KIND)
        if chosen[field.key]
    ]


def _write_lists_sheet(
    book: TemplateBook, form: Form, lists: list[tuple[str, str, tuple[str, ...]]], own: Set[str]
) -> None:
    plan_code = str(form.values.get(PLAN_CODE, ""))
    identity = zip(TEMPLATE_NAMES, (KIND, str(VERSION), schema_hash(), plan_code), strict=True)
    rows: list[tuple[str, list[tuple[str | int, ...]]]] = [
        (list_name(name), [(choice,) for choice in choices]) for _, name, choices in lists
    ]
    rows.append((STATUS_LEVELS_NAME, list(STATUS_LEVELS)))
    rows.append((SHORT_WORDS_NAME, [(SHORT_WORDS_TOLD,)]))
    looked_up = (
        *LOOKED_UP,
        *TIME_LISTS,
        *SHAPE_LISTS,
        *ADVICE_LISTS,
        *SYMBOL_LISTS,
        *INSERTED_LISTS,
        *INSERTED_TIME_LISTS,
        *TITLE_LISTS,
    )
    rows += [(name, [(item,) for item in items]) for name, items in looked_up]
    rows.append((BRANCHES, [BRANCH_STARTS]))
    page = write_lists(book, tuple(identity), rows)
    write_counters(page, form)
    numbers = {str(item) for _, lines in rows for line in lines for item in line}
    write_own_texts(page, own | page.texts - {plan_code} | numbers, book.formulas)
