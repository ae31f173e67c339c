"""What the formulas of the sheet Prosedur come to for given values."""

from sopbatch.schema.fields import Field, Required
from sopbatch.schema.sop import (
    ACTIVITY_COLUMN,
    DURATION_COLUMN,
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
    branch_number,
    branch_pieces,
    target_number,
    target_words,
)
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.symbol_formulas import K, M, S, faults_of, in_order, typed_symbols
from sopbatch.writing.templates.time_formulas import time_results

ARROW = "→"
SHOWN_TEXT = 32
"""Characters of a step's text beside its number."""
SHOWN_BRANCHES = 3
"""Branches of Lanjut ke whose steps are shown."""
YES, NO, ONWARD = "Ya", "Tidak", "Lanjut"

DONE = "✓"
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
SAME_BRANCH = "dua cabang menuju langkah yang sama"

REQUIRED_COLUMNS = tuple(column for column in STEP_COLUMNS if column.required != Required.NEVER)
TARGETS = (YES_COLUMN, NO_TARGET_COLUMN, NEXT_COLUMN)


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
        and not form.text(NO_TARGET_COLUMN.key, step, part).strip()
        and not branch_pieces(form.text(NEXT_COLUMN.key, step, part))
    ):
        names.append(NO_TARGET_COLUMN.label)
    return tuple(names)


def order(form: Form, part: int, step: int) -> str:
    """A letter for each turn of a step row."""
    return in_order(
        typed_symbols(form.symbols(step, part)), parts=_answers_lead_away(form, part, step)
    )


def is_decision(form: Form, part: int, step: int) -> bool:
    """Whether a lane of that step holds Keputusan."""
    return K in order(form, part, step)


def _answers_lead_away(form: Form, part: int, step: int) -> bool:
    yes, no_target, onward = (form.text(column.key, step, part) for column in TARGETS)
    pieces = branch_pieces(onward)
    return len(pieces) > 1 or bool(yes.strip() and (no_target.strip() or pieces))


def _goes_on_within(form: Form, part: int, step: int) -> bool:
    """Whether Ya leads to another row and Tidak to the next symbol of this one."""
    turns = order(form, part, step)
    going = len(turns) > 1 and not turns.endswith(K)
    return going and bool(form.text(YES_COLUMN.key, step, part).strip())


def missing(form: Form, part: int) -> int:
    """How much is blank that must be filled, over the whole table."""
    used = used_steps(form, part)
    if part > 1 and not used and not any(form.lanes(part)):
        return 0
    count = sum(len(blanks(form, part, step)) for step in used)
    return (count if used else len(REQUIRED_COLUMNS)) + (not any(form.lanes(part)))


def check(form: Form, part: int, step: int) -> str:
    """Periksa of a step row: everything missing or wrong, a tick, "" for a blank row."""
    if number(form, part, step) == "":
        return ""
    names = blanks(form, part, step)
    faults = [f"isi {', '.join(names)}"] if names else []
    time, kind_of_day = time_results(form.text(DURATION_COLUMN.key, step, part))
    faults += _lane_faults(form, part, step) + _parts(time)
    faults += _target_faults(form, part, step) + _flow_faults(form, part, step)
    meanings = AND.join([*_parts(kind_of_day), *_meanings(form, part, step)])
    if not faults:
        return f"{DONE} {meanings}".strip()
    return AND.join([*faults, *([meanings] if meanings else [])])


def wrong_rows(form: Form, part: int) -> int:
    """Number of rows whose Periksa is no tick."""
    return sum(not check(form, part, step).startswith(DONE) for step in used_steps(form, part))


def _parts(told: str) -> list[str]:
    return [told.removeprefix(AND)] if told else []


def _said(form: Form, column: Field, part: int, step: int) -> bool:
    if column is LANES:
        return any(form.symbols(step, part))
    return bool(form.text(column.key, step, part).strip())


def _lane_faults(form: Form, part: int, step: int) -> list[str]:
    words = [word.casefold() for word in form.symbols(step, part)]
    faults = []
    if any(word and not name for word, name in zip(words, form.lanes(part), strict=True)):
        faults.append(NAMELESS)
    typed, parts = typed_symbols(form.symbols(step, part)), _answers_lead_away(form, part, step)
    return [*faults, *faults_of(typed, in_order(typed, parts=parts), parts=parts)]


def _target_faults(form: Form, part: int, step: int) -> list[str]:
    own, most = number(form, part, step), len(used_steps(form, part))
    faults = []
    for column in TARGETS:
        text = form.text(column.key, step, part).strip()
        named = branch_pieces(text) if column is NEXT_COLUMN else ()
        targets = [_last_number(piece) or 0 for piece in named] or [target_number(text) or 0]
        unlike = bool(named) and (own in targets or not _alike(form, part, step))
        if text and (any(not 1 <= to <= most for to in targets) or unlike):
            faults.append(NOT_A_STEP.format(label=column.label))
        if text and not named and own in targets:
            faults.append(ITSELF.format(label=column.label))
    return faults


def _alike(form: Form, part: int, step: int) -> bool:
    """Whether all branches of Lanjut ke have a name, or none has and nothing is decided."""
    pieces = branch_pieces(form.text(NEXT_COLUMN.key, step, part))
    named = sum(branch_number(piece) is not None for piece in pieces)
    bare = sum(target_number(piece) is not None for piece in pieces)
    decides = K in typed_symbols(form.symbols(step, part))
    return named == len(pieces) or (bare == len(pieces) and not decides)


def _meanings(form: Form, part: int, step: int) -> list[str]:
    """Each target with the step it means: "Tidak → 7 Melakukan peninjauan…"."""
    texts = {column.key: form.text(column.key, step, part).strip() for column in TARGETS}
    pieces = branch_pieces(texts[NEXT_COLUMN.key])
    onward = [_last_number(piece) for piece in pieces] or [target_number(texts[NEXT_COLUMN.key])]
    ways = [
        (YES, target_number(texts[YES_COLUMN.key])),
        (NO, target_number(texts[NO_TARGET_COLUMN.key])),
        *((ONWARD, to) for to in onward[:SHOWN_BRANCHES]),
    ]
    used = used_steps(form, part)
    told = []
    for word, to in ways:
        if to and 1 <= to <= len(used):
            text = form.text(ACTIVITY_COLUMN.key, used[to - 1], part).replace("\n", " ")
            told.append(f"{word} {ARROW} {to} {' '.join(text[:SHOWN_TEXT].split(' ')).strip()}…")
    return told


def hidden(form: Form, part: int, step: int) -> tuple[int | str, ...]:
    """What the hidden columns come to: numbers of Ya ke, Tidak ke, and of the way on."""
    yes, no_target, onward = (form.text(column.key, step, part) for column in TARGETS)
    most = form.steps(part)

    def known(to: int | None) -> int:
        return to if to and to <= most else 0

    def single(text: str) -> int | str:
        return known(target_number(text)) if text.strip() else ""

    pieces = branch_pieces(onward)
    faults: int | str = ""
    if pieces:
        own, count = number(form, part, step), len(used_steps(form, part))
        right = (_last_number(piece) for piece in pieces)
        faults = sum(not (to and to <= count and to != own) for to in right)
        faults += not _alike(form, part, step)
    words = _words_left(onward)
    ways: list[int | str] = [known(_last_number(piece)) for piece in pieces[:SHOWN_BRANCHES]]
    ways = ways or [single(onward)]
    blanks = [""] * (SHOWN_BRANCHES - len(ways))
    typed = typed_symbols(form.symbols(step, part))
    symbols = (typed, order(form, part, step))
    told = "".join(f"{AND}{meaning}" for meaning in _meanings(form, part, step))
    numbers = (single(yes), single(no_target), words, faults, *ways, *blanks)
    return (*numbers, *symbols, told)


def _words_left(text: str) -> str:
    pieces = branch_pieces(text) or ((text,) if text.strip() else ())
    said = (" ".join(target_words(piece.replace("=", " "))) for piece in pieces)
    return " ; ".join(said)


def _last_number(piece: str) -> int | None:
    *_, last = target_words(piece.replace("=", " ")) or ("",)
    return int(last) if last.isdecimal() else None


def _flow_faults(form: Form, part: int, step: int) -> list[str]:
    turns = order(form, part, step)
    own, used = number(form, part, step), used_steps(form, part)
    yes, no_target = (form.text(key, step, part).strip() for key in ("yes", "no_target"))
    decision, has_symbol = K in turns, any(form.symbols(step, part))
    faults = []
    next_row = int(own) + 1 if turns.endswith(K) else -1
    way_yes = (target_number(yes) or 0) if yes else next_row
    if decision and no_target and (target_number(no_target) or 0) == way_yes:
        faults.append(SAME_WAY)
    if _branches_meet(form, part, step, way_yes):
        faults.append(SAME_BRANCH)
    if has_symbol and not decision and (yes or no_target):
        faults.append(NOT_A_DECISION)
    if own == 1 and has_symbol and M not in turns:
        faults.append(START_FIRST)
    if own != 1 and M in turns:
        faults.append(START_ONCE)
    ended = any(S in order(form, part, other) for other in used)
    if own == len(used) and has_symbol and not ended:
        faults.append(NO_END)
    return faults


def _branches_meet(form: Form, part: int, step: int, way_yes: int) -> bool:
    """Whether two branches of Lanjut ke lead to one step, or a single one leads where Ya does."""
    pieces = branch_pieces(form.text(NEXT_COLUMN.key, step, part))[:SHOWN_BRANCHES]
    targets = [_last_number(piece) for piece in pieces]
    if len(targets) > 1:
        known = [to for to in targets if to and to <= form.steps(part)]
        return len({*known}) < len(known)
    alone = is_decision(form, part, step) and not form.text("no_target", step, part).strip()
    return bool(targets) and alone and targets == [way_yes]
