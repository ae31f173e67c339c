"""What Periksa says of a row for given values."""

from sopbatch.schema.sop import DURATION_COLUMN, NEXT_COLUMN, NO_TARGET_COLUMN
from sopbatch.schema.targets import NO_WORD, YES_WORD, branch_pieces, target_number
from sopbatch.writing.templates.flow_state import Flow, flow_of
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.nothing import says_nothing
from sopbatch.writing.templates.step_state import (
    AND,
    DONE,
    NAMELESS,
    NO_END,
    NO_NEXT,
    NOT_A_DECISION,
    SAME_BRANCH,
    SAME_WAY,
    SHOWN_BRANCHES,
    START_FIRST,
    START_ONCE,
    UNDECIDED,
    UNUSED,
    blanks,
    ends_with_question,
    is_decision,
    meanings_of,
    number,
    order,
    symbol_faults,
    target_faults,
    used_steps,
)
from sopbatch.writing.templates.step_targets import TARGETS, last_number, target_text
from sopbatch.writing.templates.symbol_formulas import K, M, S
from sopbatch.writing.templates.time_advice import CALENDAR, MIXED, WORKING
from sopbatch.writing.templates.time_formulas import NO_LENGTH, UNSURE, told_of_time


def check(form: Form, part: int, step: int, flow: Flow) -> str:
    """Periksa of a step row: everything missing or wrong, a tick, "" for a blank row.

    `flow` is that of the part (`flow_of`).
    """
    own = number(form, part, step)
    if own == "":
        return ""
    names = blanks(form, part, step)
    faults = [f"isi {', '.join(names)}"] if names else []
    time, advice, *_, kind = told_of_time(form.text(DURATION_COLUMN.key, step, part))
    mixed = [MIXED] if kind == CALENDAR and _is_mixed(form, part, step) else []
    faults += _lane_faults(form, part, step) + _parts(time)
    faults += target_faults(form, part, step) + _turn_faults(form, part, step)
    faults += flow.fault(own)
    meanings = AND.join([*_parts(advice), *mixed, *meanings_of(form, part, step)])
    if faults in ([], [UNSURE]):
        undecided = faults or NO_LENGTH in advice
        return f"{UNDECIDED if undecided else DONE} {AND.join([*faults, meanings])}".strip("; ")
    return AND.join([*faults, *([meanings] if meanings else [])])


def _is_mixed(form: Form, part: int, step: int) -> bool:
    """Whether no row above has calendar time, and any row has working time."""
    used = used_steps(form, part)
    kinds = [told_of_time(form.text(DURATION_COLUMN.key, other, part))[-1] for other in used]
    return CALENDAR not in kinds[: used.index(step)] and WORKING in kinds


def wrong_rows(form: Form, part: int) -> int:
    """Number of rows whose Periksa tells what is wrong."""
    return sum(not told.startswith((DONE, UNDECIDED)) for told in _checks(form, part))


def open_rows(form: Form, part: int) -> int:
    """Number of rows of which Periksa leaves something to the check."""
    return sum(told.startswith(UNDECIDED) for told in _checks(form, part))


def _checks(form: Form, part: int) -> list[str]:
    flow = flow_of(form, part)
    return [check(form, part, step, flow) for step in used_steps(form, part)]


def _parts(told: str) -> list[str]:
    return [told.removeprefix(AND)] if told else []


def _lane_faults(form: Form, part: int, step: int) -> list[str]:
    faults = []
    pairs = zip(form.symbols(step, part), form.lanes(part), strict=True)
    if any(not says_nothing(word) and not name for word, name in pairs):
        faults.append(NAMELESS)
    return [*faults, *symbol_faults(form, part, step)]


def _turn_faults(form: Form, part: int, step: int) -> list[str]:
    turns = order(form, part, step)
    own, used = number(form, part, step), used_steps(form, part)
    yes, no_target = (target_text(form, column, part, step) for column in TARGETS[:2])
    decision, has_symbol = K in turns, bool(turns)
    faults = []
    next_row = int(own) + 1 if turns.endswith(K) else -1
    most = form.steps(part)
    answers = ((yes, YES_WORD), (no_target, NO_WORD))
    ways = [to if (to := target_number(*told)) and to <= most else 0 for told in answers]
    way_yes = ways[0] if yes else next_row
    if decision and ways[1] == way_yes > 0:
        faults.append(SAME_WAY)
    if _branches_meet(form, part, step, way_yes):
        faults.append(SAME_BRANCH)
    pieces = branch_pieces(target_text(form, NEXT_COLUMN, part, step))
    if decision and len(pieces) > 1 and (yes or no_target):
        faults.append(UNUSED)
    if has_symbol and not decision and (yes or no_target):
        faults.append(NOT_A_DECISION)
    if own == 1 and has_symbol and M not in turns:
        faults.append(START_FIRST)
    if own != 1 and M in turns:
        faults.append(START_ONCE)
    is_last = own == len(used) and has_symbol
    if is_last and not any(S in order(form, part, other) for other in used):
        faults.append(NO_END)
    if ends_with_question(form, part, step):
        faults.append(NO_NEXT)
    return faults


def _branches_meet(form: Form, part: int, step: int, way_yes: int) -> bool:
    """Whether two branches of Lanjut ke lead to one step, or a single one leads where Ya does."""
    pieces = branch_pieces(target_text(form, NEXT_COLUMN, part, step))[:SHOWN_BRANCHES]
    targets = [last_number(piece) for piece in pieces]
    if len(targets) > 1:
        known = [to for to in targets if to and to <= form.steps(part)]
        return len({*known}) < len(known)
    alone = is_decision(form, part, step) and not target_text(form, NO_TARGET_COLUMN, part, step)
    return bool(targets) and alone and targets == [way_yes]
