"""What the formulas of the sheet Prosedur come to for given values."""

from sopbatch.model import Symbol
from sopbatch.schema.fields import Field, Required
from sopbatch.schema.sop_v1 import (
    LANES,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    NUMBER_COLUMN,
    STEP_COLUMNS,
    YES_COLUMN,
)
from sopbatch.writing.templates.form import Form

DONE = "✓"
SYMBOL_WORD = "simbol"
MIXED = "simbol sebaris harus sama"
NAMELESS = "kolom pelaksana belum diberi nama"
NOT_A_STEP = "{label} bukan nomor langkah"
ITSELF = "{label} menunjuk langkah ini sendiri"
SAME_WAY = "Ya dan Tidak menuju langkah yang sama"
NOT_A_DECISION = "Ya ke dan Tidak ke hanya untuk Keputusan"
START_FIRST = "langkah 1 memakai simbol Mulai"
START_ONCE = "Mulai hanya untuk langkah 1"
NO_END = "belum ada simbol Selesai"

REQUIRED_COLUMNS = tuple(column for column in STEP_COLUMNS if column.required != Required.NEVER)
TARGETS = (YES_COLUMN, NO_TARGET_COLUMN, NEXT_COLUMN)
SYMBOLS = frozenset(symbol.value.casefold() for symbol in Symbol)
START, END = Symbol.START.value.casefold(), Symbol.END.value.casefold()


def used_steps(form: Form, part: int) -> tuple[int, ...]:
    """1-based step rows that say something, top to bottom."""
    keys = {column.key for column in STEP_COLUMNS if column is not NUMBER_COLUMN}
    return tuple(sorted({p.row for p in form.values if p.part == part and p.key in keys}))


def number(form: Form, part: int, step: int) -> int | str:
    """No of a step row: its rank among those that say something; "" for a blank row."""
    used = used_steps(form, part)
    return used.index(step) + 1 if step in used else ""


def blanks(form: Form, part: int, step: int) -> tuple[str, ...]:
    """What is blank in a used step row and must be filled, as Periksa calls it."""
    names = [
        SYMBOL_WORD if column is LANES else column.label
        for column in REQUIRED_COLUMNS
        if not _said(form, column, part, step)
    ]
    if (
        form.is_decision(step, part)
        and not form.text(NO_TARGET_COLUMN.key, step, part).strip()
        and not _branches(form, part, step)
    ):
        names.append(NO_TARGET_COLUMN.label)
    return tuple(names)


def missing(form: Form, part: int) -> int:
    """How much is blank that must be filled, over the whole table."""
    used = used_steps(form, part)
    count = sum(len(blanks(form, part, step)) for step in used)
    return (count if used else len(REQUIRED_COLUMNS)) + (not any(form.lanes(part)))


def check(form: Form, part: int, step: int) -> str:
    """Periksa of a step row: everything missing or wrong, a tick, "" for a blank row."""
    if number(form, part, step) == "":
        return ""
    names = blanks(form, part, step)
    faults = [f"isi {', '.join(names)}"] if names else []
    faults += _lane_faults(form, part, step) + _target_faults(form, part, step)
    faults += _flow_faults(form, part, step)
    return "; ".join(faults) or DONE


def wrong_rows(form: Form, part: int) -> int:
    """Number of rows whose Periksa is no tick."""
    return sum(check(form, part, step) != DONE for step in used_steps(form, part))


def _said(form: Form, column: Field, part: int, step: int) -> bool:
    if column is LANES:
        return any(form.symbols(step, part))
    return bool(form.text(column.key, step, part).strip())


def _lane_faults(form: Form, part: int, step: int) -> list[str]:
    words = [word.casefold() for word in form.symbols(step, part)]
    faults = []
    if len(SYMBOLS.intersection(words)) > 1:
        faults.append(MIXED)
    if any(word and not name for word, name in zip(words, form.lanes(part), strict=True)):
        faults.append(NAMELESS)
    return faults


def _target_faults(form: Form, part: int, step: int) -> list[str]:
    own, most = number(form, part, step), len(used_steps(form, part))
    faults = []
    for column in TARGETS:
        named = _branches(form, part, step) if column is NEXT_COLUMN else ()
        text = form.text(column.key, step, part).strip()
        targets = [_number(target) for target in named] or ([_number(text)] if text else [])
        if any(not 1 <= target <= most for target in targets) or (named and own in targets):
            faults.append(NOT_A_STEP.format(label=column.label))
        if not named and own in targets:
            faults.append(ITSELF.format(label=column.label))
    return faults


def _flow_faults(form: Form, part: int, step: int) -> list[str]:
    words = {word.casefold() for word in form.symbols(step, part)}
    own, used = number(form, part, step), used_steps(form, part)
    yes, no_target = (form.text(key, step, part).strip() for key in ("yes", "no_target"))
    decision, has_symbol = form.is_decision(step, part), words != {""}
    faults = []
    if decision and no_target and _number(no_target) == (_number(yes) if yes else int(own) + 1):
        faults.append(SAME_WAY)
    if has_symbol and not decision and (yes or no_target):
        faults.append(NOT_A_DECISION)
    if own == 1 and has_symbol and START not in words:
        faults.append(START_FIRST)
    if own != 1 and START in words:
        faults.append(START_ONCE)
    ended = any(
        word.casefold() == END for other in used for word in form.symbols(other, part) if word
    )
    if own == len(used) and has_symbol and not ended:
        faults.append(NO_END)
    return faults


def _branches(form: Form, part: int, step: int) -> tuple[str, ...]:
    """Targets of the named branches of Lanjut ke; () when it names none."""
    text = form.text(NEXT_COLUMN.key, step, part).replace("=", ":").replace("\n", ";")
    if ":" not in text:
        return ()
    return tuple(part.partition(":")[2].strip() for part in text.split(";") if part.strip())


def _number(text: str) -> int:
    """The number typed; 0 when it is no whole number."""
    try:
        value = float(text)
    except ValueError:
        return 0
    return int(value) if value.is_integer() else 0
