"""What the formulas of the sheet Prosedur come to for given values."""

from functools import lru_cache

from sopbatch.schema.fields import Field, Required
from sopbatch.schema.sop import (
    ACTIVITY_COLUMN,
    LANES,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    NUMBER_COLUMN,
    STAGE_MARKS,
    STAGE_WORD,
    STEP_COLUMNS,
    YES_COLUMN,
)
from sopbatch.schema.targets import (
    NO_WORD,
    YES_WORD,
    branch_number,
    branch_pieces,
    target_number,
)
from sopbatch.writing.templates.form import REMEMBERED, Form
from sopbatch.writing.templates.nothing import says_nothing
from sopbatch.writing.templates.step_targets import (
    OWN,
    TARGETS,
    is_long_name,
    last_number,
    target_text,
    told_in,
)
from sopbatch.writing.templates.symbol_formulas import (
    K,
    faults_of,
    in_order,
    is_beyond,
    typed_symbols,
)

ARROW = "→"
SHOWN_TEXT = 32
"""Characters of a step's text beside its number."""
SHOWN_BRANCHES = 3
"""Branches of Lanjut ke whose steps are shown."""
YES, NO, ONWARD = "Ya", "Tidak", "Lanjut"

DONE, UNDECIDED = "✓", "○"
"""Begins what is said of a row that is right, and of one of which the formulas claim neither."""
AND = "; "
SYMBOL_WORD = "simbol"
NAMELESS = "kolom pelaksana belum diberi nama"
NOT_A_STEP = "{label} bukan nomor langkah"
ITSELF = "{label} menunjuk langkah ini sendiri"
SAME_WAY = "Ya dan Tidak menuju langkah yang sama"
NOT_A_DECISION = "Ya ke dan Tidak ke hanya untuk Keputusan"
START_FIRST = "langkah 1 memakai simbol Mulai"
START_ONCE = "Mulai hanya untuk langkah 1"
NO_END = "belum ada simbol Selesai"
NO_NEXT = "satu jawaban tidak menuju langkah mana pun"
NOT_REACHED = "langkah {number} tidak terhubung dengan langkah pertama"
WITHOUT_END = "dari langkah ini alur tidak sampai ke Selesai"
SAME_BRANCH = "dua cabang menuju langkah yang sama"
UNUSED = "kosongkan Ya ke dan Tidak ke: cabangnya di Lanjut ke"

ZEROS = ((" 0 ", " o "), (" 0", " ")) * 2
"""A lone 0 is no number of a step; zeros in front of one count for nothing."""

REQUIRED_COLUMNS = tuple(column for column in STEP_COLUMNS if column.required != Required.NEVER)


@lru_cache(REMEMBERED)
def used_steps(form: Form, part: int) -> tuple[int, ...]:
    """1-based step rows that say something, top to bottom, without headings of stages."""
    keys = {column.key for column in STEP_COLUMNS if column is not NUMBER_COLUMN}
    said: dict[int, set[str]] = {}
    for place in form.values:
        if place.part == part and place.key in keys:
            said.setdefault(place.row, set()).add(place.key)
    bare = {ACTIVITY_COLUMN.key}
    return tuple(
        row
        for row, found in sorted(said.items())
        if found != bare or not is_heading(form.text(ACTIVITY_COLUMN.key, row, part))
    )


def is_heading(text: str) -> bool:
    """Whether a text alone in its row is the heading of a stage to the form."""
    plain = text.strip()
    return plain.lower().startswith(STAGE_WORD.lower()) or plain.partition(".")[0] in STAGE_MARKS


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
        is_decision(form, part, step)
        and not _goes_on_within(form, part, step)
        and not target_text(form, NO_TARGET_COLUMN, part, step)
        and not branch_pieces(target_text(form, NEXT_COLUMN, part, step))
    ):
        names.append(NO_TARGET_COLUMN.label)
    return tuple(names)


@lru_cache(REMEMBERED)
def order(form: Form, part: int, step: int) -> str:
    """A letter for each turn of a step row."""
    return in_order(
        typed_symbols(form.symbols(step, part)), parts=answers_lead_away(form, part, step)
    )


def symbol_faults(form: Form, part: int, step: int) -> list[str]:
    """What is wrong with the symbols of a step row."""
    typed, parts = typed_symbols(form.symbols(step, part)), answers_lead_away(form, part, step)
    return faults_of(typed, in_order(typed, parts=parts), parts=parts)


def is_decision(form: Form, part: int, step: int) -> bool:
    """Whether a lane of that step holds Keputusan."""
    return K in order(form, part, step)


@lru_cache(REMEMBERED)
def answers_lead_away(form: Form, part: int, step: int) -> bool:
    """Whether all answers of a decision lead to other rows."""
    yes, no_target, onward = (target_text(form, column, part, step) for column in TARGETS)
    pieces = branch_pieces(onward)
    return len(pieces) > 1 or bool(yes and (no_target or pieces))


def ends_with_question(form: Form, part: int, step: int) -> bool:
    """Whether an answer of the last step is to go on to the next one."""
    yes = target_text(form, YES_COLUMN, part, step)
    several = len(branch_pieces(target_text(form, NEXT_COLUMN, part, step))) > 1
    last = step == used_steps(form, part)[-1]
    return last and order(form, part, step).endswith(K) and not (yes or several)


def _goes_on_within(form: Form, part: int, step: int) -> bool:
    """Whether Ya leads to another row and Tidak to the next symbol of this one."""
    turns = order(form, part, step)
    going = len(turns) > 1 and not turns.endswith(K)
    return going and bool(target_text(form, YES_COLUMN, part, step))


def missing(form: Form, part: int) -> int:
    """How much is blank that must be filled, over the whole table."""
    used = used_steps(form, part)
    if part > 1 and not used and not any(form.lanes(part)):
        return 0
    count = sum(len(blanks(form, part, step)) for step in used)
    return (count if used else len(REQUIRED_COLUMNS)) + (not any(form.lanes(part)))


def _said(form: Form, column: Field, part: int, step: int) -> bool:
    if column is LANES:
        return bool(order(form, part, step))
    return not says_nothing(form.text(column.key, step, part))


def target_faults(form: Form, part: int, step: int) -> list[str]:
    """Which columns of targets name no step of the table, or the row itself."""
    own, most = number(form, part, step), len(used_steps(form, part))
    faults, where = [], told_in(form, part, step)
    parts = answers_lead_away(form, part, step)
    beyond = is_beyond(order(form, part, step), parts=parts)
    for column in TARGETS:
        text = target_text(form, column, part, step)
        named = branch_pieces(text) if column is NEXT_COLUMN else ()
        targets = [0 if is_long_name(piece) else last_number(piece) or 0 for piece in named]
        targets = targets or [target_number(text, OWN.get(column.key, "")) or 0]
        label = (where if column is NEXT_COLUMN else column).label
        unlike = bool(named) and (own in targets or not branches_alike(form, part, step))
        unlike = unlike or (column is NEXT_COLUMN and where is not column and len(named) < 2)
        if text and (any(not 1 <= to <= most for to in targets) or unlike):
            faults.append(NOT_A_STEP.format(label=label))
        within = beyond and column is not NEXT_COLUMN
        if text and not named and own in targets and not within:
            faults.append(ITSELF.format(label=label))
    return faults


def branches_alike(form: Form, part: int, step: int) -> bool:
    """Whether all branches of Lanjut ke have a name, or none has and nothing is decided."""
    pieces = branch_pieces(target_text(form, NEXT_COLUMN, part, step))
    named = sum(branch_number(piece) is not None for piece in pieces)
    bare = sum(target_number(piece) is not None for piece in pieces)
    decides = K in typed_symbols(form.symbols(step, part))
    return named == len(pieces) or (bare == len(pieces) and not decides)


def meanings_of(form: Form, part: int, step: int) -> list[str]:
    """Each target with the step it means: "Tidak → 7 Melakukan peninjauan…"."""
    texts = {column.key: target_text(form, column, part, step) for column in TARGETS}
    pieces = branch_pieces(texts[NEXT_COLUMN.key])
    onward = [last_number(piece) for piece in pieces] or [target_number(texts[NEXT_COLUMN.key])]
    ways = [
        (YES, target_number(texts[YES_COLUMN.key], YES_WORD)),
        (NO, target_number(texts[NO_TARGET_COLUMN.key], NO_WORD)),
        *((ONWARD, to) for to in onward[:SHOWN_BRANCHES]),
    ]
    used = used_steps(form, part)
    told = []
    for word, to in ways:
        if to and 1 <= to <= len(used):
            text = form.text(ACTIVITY_COLUMN.key, used[to - 1], part).replace("\n", " ")
            told.append(f"{word} {ARROW} {to} {' '.join(text[:SHOWN_TEXT].split(' ')).strip()}…")
    return told
