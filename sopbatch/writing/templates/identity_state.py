"""What is still missing on the sheet Identitas: each formula beside the value it comes to."""

from sopbatch.model import column_letters
from sopbatch.schema.fields import (
    DUE,
    FILLED,
    LATER,
    LEVEL_NAME,
    LEVELS,
    OPTIONAL,
    TOO_LONG,
    Field,
    FieldKind,
    OpenState,
    Required,
    WrongState,
)
from sopbatch.schema.places import INPUT_COLUMN, LABEL_COLUMN, STATE_COLUMN
from sopbatch.schema.sop import IDENTITY_FIELDS, IDENTITY_SHEET
from sopbatch.schema.statuses import OFFICER_CHOICES, status_of
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.identity_checks import (
    advice,
    advice_formula,
    fault,
    fault_formula,
)
from sopbatch.writing.templates.nothing import says_nothing, says_nothing_formula
from sopbatch.writing.templates.revision_checks import REVISION_NAME, revision_number

MEASURED = (FieldKind.TEXT, FieldKind.LIST)
"""Kinds of fields whose length the check looks at; codes are read, however long."""
STATUS_LEVELS_NAME = "sopb_tingkat_status"

LABELS = f"${column_letters(LABEL_COLUMN)}$"
INPUTS = f"${column_letters(INPUT_COLUMN)}$"
STATES = f"${column_letters(STATE_COLUMN)}$"


def level_of_status(label: str) -> int:
    """Level from which the fields of that status are required; 1 for no status."""
    status = status_of(label)
    reached = [level for required, level in LEVELS.items() if _rank(required) <= _rank(status)]
    return max([1, *reached])


def _rank(what: object) -> int:
    status = status_of(what) if isinstance(what, str) else what
    return getattr(status, "rank", 0)


STATUS_LEVELS: tuple[tuple[str, int], ...] = tuple(
    (status.label, level_of_status(status.label)) for status in OFFICER_CHOICES
)


def level_formula() -> str:
    """Level of the status that is chosen on the sheet."""
    return f"=IFERROR(VLOOKUP(id_status,{STATUS_LEVELS_NAME},2,FALSE),1)"


def level(form: Form) -> int:
    """What `level_formula` comes to."""
    return level_of_status(form.text("status"))


def state_formula(field: Field, row: int, *, has_sections: bool) -> str:
    """State of a field whose first cell stands in that 1-based row."""
    first = f"{INPUTS}{row}"
    cells = f"{first}:{INPUTS}{row + field.rows - 1}"
    single = field.rows == 1
    silent = says_nothing_formula(first) if single else f"COUNTA({cells})=0"
    done = f'"{FILLED}"'
    if asked := advice_formula(field):
        done = f'IF({asked}="",{done},{asked})'
    if single and (wrong := fault_formula(field, first)) != '""':
        done = f'IF({wrong}="",{done},{wrong})'
    if field.max_length and field.kind in MEASURED:
        length = f"SUMPRODUCT(LEN({cells}))>{field.max_length}"
        done = f'IF({length},"{TOO_LONG}",{done})'
    absent = f'"{_absent(field, has_sections=has_sections)}"'
    if field.need is not None:
        # "-" is an answer where nothing is needed: never revised.
        absent = f'IF(LEN(TRIM({first}))>0,"{FILLED}",{absent})'
    if needed := _needed_formula(field, has_sections=has_sections):
        absent = f'IF({needed},"{field.due}",{absent})'
    return f'=IFERROR(IF({silent},{absent},{done}),"{TOO_LONG}")'


def state(field: Field, form: Form) -> str:
    """What `state_formula` comes to."""
    items = form.items(field)
    if field.rows == 1 and all(map(says_nothing, items)):
        if _needed(field, form):
            return field.due
        typed = bool(items) and field.need is not None
        return FILLED if typed else _absent(field, has_sections=form.has_sections)
    if not items:
        return field.due if _needed(field, form) else _absent(field, has_sections=form.has_sections)
    if field.kind in MEASURED and 0 < field.max_length < sum(len(item) for item in items):
        return TOO_LONG
    wrong = fault(field, form) if field.rows == 1 else ""
    return wrong or advice(field, form) or FILLED


def wrong(form: Form) -> tuple[Field, ...]:
    """Fields that are filled, though not as the check would take them."""
    return tuple(field for field in IDENTITY_FIELDS if state(field, form) in {*WrongState})


def wrong_formula(last_row: int) -> str:
    """Number of states that say what is wrong down to that 1-based row."""
    return _number_of(tuple(WrongState), last_row)


def open_formula(last_row: int) -> str:
    """Number of states that leave it to the check down to that 1-based row."""
    return _number_of(tuple(OpenState), last_row)


def _number_of(words: tuple[str, ...], last_row: int) -> str:
    listed = ";".join(f'"{word}"' for word in words)
    states = f"{IDENTITY_SHEET}!{STATES}1:{STATES}{last_row}"
    return f"=SUMPRODUCT(COUNTIF({states},{{{listed}}}))"


def open_fields(form: Form) -> tuple[Field, ...]:
    """Fields of which the form leaves it to the check whether they are right."""
    return tuple(field for field in IDENTITY_FIELDS if state(field, form) in {*OpenState})


def missing(form: Form) -> tuple[Field, ...]:
    """Fields that are due now and blank."""
    return tuple(field for field in IDENTITY_FIELDS if state(field, form) in DUE)


def required_level(field: Field, *, has_sections: bool) -> int:
    """Level from which a field is required; a unit with sections needs the section at once."""
    if field.key == "section" and has_sections:
        return LEVELS[Required.DRAFT]
    return LEVELS[field.required]


def _absent(field: Field, *, has_sections: bool) -> str:
    later = required_level(field, has_sections=has_sections) > 1 and not field.advised
    return LATER if later else OPTIONAL


def _needed_formula(field: Field, *, has_sections: bool) -> str:
    if wanted := required_level(field, has_sections=has_sections):
        return f"{LEVEL_NAME}>={wanted}"
    need = field.need
    if need is None:
        return ""
    other = next(item.name for item in IDENTITY_FIELDS if item.key == need.key)
    if need.above is not None:
        return f"{REVISION_NAME}>{need.above}"
    return f'{other}="{need.equals}"'


def _needed(field: Field, form: Form) -> bool:
    if wanted := required_level(field, has_sections=form.has_sections):
        return level(form) >= wanted
    need = field.need
    if need is None:
        return False
    text = form.text(need.key).strip()
    if need.above is not None:
        return revision_number(text) > need.above
    return text.casefold() == need.equals.casefold()


def missing_formula(last_row: int) -> str:
    """Number of states that ask for something down to that 1-based row."""
    states = f"{IDENTITY_SHEET}!{STATES}1:{STATES}{last_row}"
    return "=" + "+".join(f'COUNTIF({states},"{word}")' for word in DUE)


def first_missing_expression(last_row: int) -> str:
    """Label of the first field that is missing; an error when none is."""
    labels = f"{IDENTITY_SHEET}!{LABELS}1:{LABELS}{last_row}"
    states = f"{IDENTITY_SHEET}!{STATES}1:{STATES}{last_row}"
    beyond = last_row + 1
    places = ",".join(f'IFERROR(MATCH("{word}",{states},0),{beyond})' for word in DUE)
    return f"INDEX({labels},MIN({places}))"
