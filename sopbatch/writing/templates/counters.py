"""The counter "Kurang N isian": of each table on its own sheet, of all on the lists sheet."""

from collections.abc import Iterator, Sequence

from sopbatch.schema.fields import COMPLETE, LEFT_TO_CHECK, LEVEL_NAME
from sopbatch.schema.places import FIRST_STEP_ROW, TARGET_COLUMNS, procedure_sheet
from sopbatch.schema.sop import IDENTITY_SHEET
from sopbatch.writing.templates.book import TemplateSheet
from sopbatch.writing.templates.flow_formulas import FlowFormulas
from sopbatch.writing.templates.flow_state import flow_of
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.identity import last_identity_row
from sopbatch.writing.templates.identity_checks import counters as identity_cells
from sopbatch.writing.templates.identity_state import (
    first_missing_expression,
    level,
    level_formula,
    missing_formula,
    open_fields,
    open_formula,
    wrong_formula,
)
from sopbatch.writing.templates.identity_state import missing as identity_missing
from sopbatch.writing.templates.identity_state import wrong as identity_wrong
from sopbatch.writing.templates.looks import BASE
from sopbatch.writing.templates.step_check import open_rows, wrong_rows
from sopbatch.writing.templates.step_formulas import StepFormulas
from sopbatch.writing.templates.step_state import missing as steps_missing
from sopbatch.writing.templates.step_state import used_steps
from sopbatch.writing.templates.target_formulas import (
    COUNTER_ROWS,
    DOUBTS_CELL,
    LACKING_CELL,
    STEPS_CELL,
    WRONG_CELL,
    TargetFormulas,
)

FIRST_ROW = 6
"""1-based row of the first counter on the lists sheet, below the template's identity."""
STATE_NAME, OPEN_NAME = "sopb_keadaan", "sopb_nanti_identitas"
SPARE = "Boleh kosong: hanya untuk prosedur kedua"
"""What a further table says that nobody began."""
UNJUDGED = f"{COMPLETE}; alur diperiksa Biro Organisasi"
"""What is said of a complete table when the formulas do not judge where its ways lead."""
Counter = tuple[str, str, str | int]
"""Defined name, formula, what it comes to."""


def write_counters(page: TemplateSheet, form: Form) -> None:
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
    if wrong:
        return f"{COMPLETE}; {_wrong(wrong)}"
    if left := len(open_fields(form)) + sum(open_rows(form, part) for part in _parts(form)):
        return _left(left)
    return UNJUDGED if any(flow_of(form, part).in_doubt for part in _parts(form)) else COMPLETE


def table_state(form: Form, part: int) -> str:
    """What the counter on top of a sheet Prosedur says."""
    count, wrong = steps_missing(form, part), wrong_rows(form, part)
    if part > 1 and not used_steps(form, part) and not count:
        return SPARE
    texts = [f"Kurang {count} isian"] if count else []
    texts += [_wrong(wrong)] if wrong else []
    if not texts and (left := open_rows(form, part)):
        return _left(left)
    return "; ".join(texts) or (UNJUDGED if flow_of(form, part).in_doubt else COMPLETE)


def _counters(form: Form) -> Sequence[Counter]:
    last = last_identity_row()
    counters: list[Counter] = [
        (LEVEL_NAME, level_formula(), level(form)),
        ("sopb_kurang_identitas", missing_formula(last), len(identity_missing(form))),
        ("sopb_keliru_identitas", wrong_formula(last), len(identity_wrong(form))),
        (OPEN_NAME, open_formula(last), len(open_fields(form))),
        *_open_tables(form),
    ]
    counters += identity_cells(form)
    lacking = "+".join(["sopb_kurang_identitas", *(lacking_name(part) for part in _parts(form))])
    wrong = "+".join(wrong_name(part) for part in _parts(form))
    sheet = f'"{_sheet(1)}"'
    for part in reversed(_parts(form)):
        sheet = f'IF({lacking_name(part)}>0,"{_sheet(part)}",{sheet})'
    first = f"IFERROR({first_missing_expression(last)},{sheet})"
    doubts = "+".join(doubts_name(part) for part in _parts(form))
    complete = f'IF({doubts}>0,"{UNJUDGED}","{COMPLETE}")'
    left = "+".join([OPEN_NAME, *(open_name(part) for part in _parts(form))])
    complete = f"IF({left}>0,{_left_formula(left)},{complete})"
    complete = f'IF({wrong}>0,"{COMPLETE}; "&({wrong})&" {WRONG_ROWS}",{complete})'
    unclear = f'"Periksa "&sopb_keliru_identitas&" isian {IDENTITY_SHEET}: lihat kolom Keadaan"'
    complete = f"IF(sopb_keliru_identitas>0,{unclear},{complete})"
    formula = f'=IF({lacking}>0,"Kurang "&({lacking})&" isian. Berikutnya: "&{first},{complete})'
    return [*counters, (STATE_NAME, formula, form_state(form))]


WRONG_ROWS = "baris Prosedur perlu diperiksa"


def write_table_counters(page: TemplateSheet, form: Form, part: int) -> None:
    """Steps, blanks and wrong rows of a table in hidden cells above it, with their names."""
    formulas = _steps(form, part)
    steps = f"={TargetFormulas(formulas.last_row).count}"
    flow, of_flow = flow_of(form, part), FlowFormulas(formulas.last_row)
    counters = (
        (steps, len(used_steps(form, part)), ""),
        (f"={_lacking(formulas, part)}", steps_missing(form, part), lacking_name(part)),
        (f"={formulas.wrong_rows}", wrong_rows(form, part), wrong_name(part)),
        (f"={of_flow.doubts}", flow.in_doubt, doubts_name(part)),
        (f"={of_flow.ends}", int(flow.has_end), ""),
    )
    column = TARGET_COLUMNS[0]
    for row, (formula, result, name) in zip(COUNTER_ROWS, counters, strict=True):
        page.formula(row, column, formula, BASE, result)
        if name:
            page.book.name(name, page.cells(row, column, row, column))


def table_state_formula(form: Form, part: int) -> str:
    """What the counter on top of a sheet Prosedur says, as a formula."""
    complete = f'IF({DOUBTS_CELL}>0,"{UNJUDGED}","{COMPLETE}")'
    left = _steps(form, part).open_rows()
    complete = f"IF({left}>0,{_left_formula(left)},{complete})"
    text = (
        f'IF({LACKING_CELL}>0,"Kurang "&{LACKING_CELL}&" isian","")'
        f'&IF(AND({LACKING_CELL}>0,{WRONG_CELL}>0),"; ","")'
        f'&IF({WRONG_CELL}>0,{WRONG_CELL}&" {WRONG_ROWS}","")'
        f'&IF({LACKING_CELL}+{WRONG_CELL}=0,{complete},"")'
    )
    return f"={text}" if part == 1 else f'=IF({STEPS_CELL}+{LACKING_CELL}=0,"{SPARE}",{text})'


def _open_tables(form: Form) -> Iterator[Counter]:
    for part in _parts(form):
        formula = f"={_steps(form, part).open_rows(procedure_sheet(part))}"
        yield open_name(part), formula, open_rows(form, part)


def _steps(form: Form, part: int) -> StepFormulas:
    return StepFormulas(FIRST_STEP_ROW + form.steps(part) - 1)


def lacking_name(part: int) -> str:
    """Defined name of the number of blanks of a 1-based part."""
    return f"sopb_kurang_prosedur_{part}"


def wrong_name(part: int) -> str:
    """Defined name of the number of wrong rows of a 1-based part."""
    return f"sopb_keliru_prosedur_{part}"


def open_name(part: int) -> str:
    """Defined name of the number of rows of a 1-based part that are left to the check."""
    return f"sopb_nanti_prosedur_{part}"


def doubts_name(part: int) -> str:
    """Defined name of the number of rows of a 1-based part whose flow is not judged."""
    return f"sopb_ragu_prosedur_{part}"


def _lacking(formulas: StepFormulas, part: int) -> str:
    """What a table lacks; a further one lacks nothing before somebody begins it."""
    return formulas.missing if part == 1 else f"IF({formulas.begun},{formulas.missing},0)"


def _parts(form: Form) -> range:
    return form.sheets


def _sheet(part: int) -> str:
    return f"lembar {procedure_sheet(part)}"


def _left(count: int) -> str:
    return f"{COMPLETE}; {count} {LEFT_TO_CHECK}"


def _left_formula(count: str) -> str:
    return f'"{COMPLETE}; "&({count})&" {LEFT_TO_CHECK}"'


def _wrong(count: int) -> str:
    return f"{count} {WRONG_ROWS}"
