"""The counter "Kurang N isian": kept on the lists sheet, shown on top of the sheets."""

from collections.abc import Sequence

from sopbatch.schema.fields import COMPLETE
from sopbatch.schema.places_v1 import FIRST_STEP_ROW, procedure_sheet
from sopbatch.schema.sop_v1 import IDENTITY_SHEET
from sopbatch.writing.templates.book import Page
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.identity import last_identity_row
from sopbatch.writing.templates.identity_checks import counters as identity_cells
from sopbatch.writing.templates.identity_state import (
    LEVEL_NAME,
    first_missing_expression,
    level,
    level_formula,
    missing_formula,
    wrong_formula,
)
from sopbatch.writing.templates.identity_state import missing as identity_missing
from sopbatch.writing.templates.identity_state import wrong as identity_wrong
from sopbatch.writing.templates.looks import BASE
from sopbatch.writing.templates.step_formulas import StepFormulas
from sopbatch.writing.templates.step_state import missing as steps_missing
from sopbatch.writing.templates.step_state import used_steps, wrong_rows
from sopbatch.writing.templates.target_formulas import TargetFormulas

FIRST_ROW = 6
"""1-based row of the first counter on the lists sheet, below the template's identity."""
STATE_NAME = "sopb_keadaan"
Counter = tuple[str, str, str | int]
"""Defined name, formula, what it comes to."""


def write_counters(page: Page, form: Form) -> None:
    """Counters down column A, each with its name in column B."""
    for row, (name, formula, result) in enumerate(_counters(form), start=FIRST_ROW):
        page.formula(row, 1, formula, BASE, result)
        page.put(row, 2, name, BASE)
        page.book.name(name, page.cells(row, 1, row, 1))


def form_state(form: Form) -> str:
    """What the counter on top of the sheet Identitas says."""
    lacking = identity_missing(form)
    tables = [steps_missing(form, part) for part in _parts(form)]
    count = len(lacking) + sum(tables)
    if count:
        part = next((part for part in _parts(form) if tables[part - 1]), 1)
        first = lacking[0].label if lacking else _sheet(part)
        return f"Kurang {count} isian. Berikutnya: {first}"
    if unclear := len(identity_wrong(form)):
        return f"Periksa {unclear} isian {IDENTITY_SHEET}: lihat kolom Keadaan"
    wrong = sum(wrong_rows(form, part) for part in _parts(form))
    return f"{COMPLETE}; {_wrong(wrong)}" if wrong else COMPLETE


def table_state(form: Form, part: int) -> str:
    """What the counter on top of a sheet Prosedur says."""
    count, wrong = steps_missing(form, part), wrong_rows(form, part)
    texts = [f"Kurang {count} isian"] if count else []
    texts += [_wrong(wrong)] if wrong else []
    return "; ".join(texts) or COMPLETE


def table_state_name(part: int) -> str:
    """Defined name of the counter of a 1-based part."""
    return f"{STATE_NAME}_prosedur_{part}"


def _counters(form: Form) -> Sequence[Counter]:
    last = last_identity_row()
    counters: list[Counter] = [
        (LEVEL_NAME, level_formula(), level(form)),
        ("sopb_kurang_identitas", missing_formula(last), len(identity_missing(form))),
        ("sopb_keliru_identitas", wrong_formula(last), len(identity_wrong(form))),
    ]
    counters += identity_cells(form)
    for part in _parts(form):
        counters += _table_counters(form, part)
    lacking = "+".join(
        ["sopb_kurang_identitas", *(f"sopb_kurang_prosedur_{part}" for part in _parts(form))]
    )
    wrong = "+".join(f"sopb_keliru_prosedur_{part}" for part in _parts(form))
    sheet = f'"{_sheet(1)}"'
    for part in reversed(_parts(form)):
        sheet = f'IF(sopb_kurang_prosedur_{part}>0,"{_sheet(part)}",{sheet})'
    first = f"IFERROR({first_missing_expression(last)},{sheet})"
    complete = f'IF({wrong}>0,"{COMPLETE}; "&({wrong})&" {WRONG_ROWS}","{COMPLETE}")'
    unclear = f'"Periksa "&sopb_keliru_identitas&" isian {IDENTITY_SHEET}: lihat kolom Keadaan"'
    complete = f"IF(sopb_keliru_identitas>0,{unclear},{complete})"
    formula = f'=IF({lacking}>0,"Kurang "&({lacking})&" isian. Berikutnya: "&{first},{complete})'
    return [*counters, (STATE_NAME, formula, form_state(form))]


WRONG_ROWS = "baris Prosedur perlu diperiksa"


def _table_counters(form: Form, part: int) -> list[Counter]:
    last, sheet = FIRST_STEP_ROW + form.steps(part) - 1, procedure_sheet(part)
    formulas = StepFormulas(last, part, sheet)
    lacking, wrong = f"sopb_kurang_prosedur_{part}", f"sopb_keliru_prosedur_{part}"
    text = (
        f'=IF({lacking}>0,"Kurang "&{lacking}&" isian","")'
        f'&IF(AND({lacking}>0,{wrong}>0),"; ","")'
        f'&IF({wrong}>0,{wrong}&" {WRONG_ROWS}","")'
        f'&IF({lacking}+{wrong}=0,"{COMPLETE}","")'
    )
    steps = TargetFormulas(last, part, sheet).count
    return [
        (formulas.steps, f"={steps}", len(used_steps(form, part))),
        (lacking, f"={_lacking(formulas, part)}", steps_missing(form, part)),
        (wrong, f"={formulas.wrong_rows}", wrong_rows(form, part)),
        (table_state_name(part), text, table_state(form, part)),
    ]


def _lacking(formulas: StepFormulas, part: int) -> str:
    """What a table lacks; a further one lacks nothing before somebody begins it."""
    return formulas.missing if part == 1 else f"IF({formulas.begun},{formulas.missing},0)"


def _parts(form: Form) -> range:
    return form.sheets


def _sheet(part: int) -> str:
    return f"lembar {procedure_sheet(part)}"


def _wrong(count: int) -> str:
    return f"{count} {WRONG_ROWS}"
