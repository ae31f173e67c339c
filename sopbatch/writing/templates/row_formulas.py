"""What single rows of the sheet Prosedur say, as conditions of formulas."""

from sopbatch.model import column_letters
from sopbatch.schema.fields import Field
from sopbatch.schema.places import FIRST_LANE_COLUMN, LAST_LANE_COLUMN, step_column
from sopbatch.schema.sop import NEXT_COLUMN, NUMBER_COLUMN, YES_COLUMN
from sopbatch.writing.templates.step_state import AND
from sopbatch.writing.templates.symbol_formulas import ORDER_AT, K, goes_beyond
from sopbatch.writing.templates.target_formulas import (
    FAULTS_AT,
    FIRST_AT,
    MOVED_AT,
    NO_AT,
    ONWARD_AT,
    STEPS_CELL,
    YES_AT,
    answers_lead_away,
    hidden_cell,
    is_step,
    says,
)


def row_cell(key: str, row: int) -> str:
    """Cell of a step field in that 1-based row, fixed to its column."""
    return f"${column_letters(step_column(key))}{row}"


def row_lanes(row: int) -> str:
    """Lane cells of that 1-based row."""
    left, right = column_letters(FIRST_LANE_COLUMN), column_letters(LAST_LANE_COLUMN)
    return f"${left}{row}:${right}{row}"


def is_decision(row: int) -> str:
    """Whether a lane of the row holds Keputusan, alone, among others or as a question."""
    return f'ISNUMBER(FIND("{K}",{hidden_cell(ORDER_AT, row)}))'


def decides_last(row: int) -> str:
    """Whether the last symbol of the row is Keputusan."""
    return f'RIGHT({hidden_cell(ORDER_AT, row)},1)="{K}"'


def ends_with_question(row: int) -> str:
    """Whether an answer of the last step is to go on to the next one."""
    answered = f"OR({says(YES_AT, row)},{says(FIRST_AT + 1, row)})"
    last = f"{row_cell(NUMBER_COLUMN.key, row)}={STEPS_CELL}"
    return f"AND({last},{decides_last(row)},NOT({answered}))"


def has_branches(row: int) -> str:
    """Whether Lanjut ke names branches."""
    return f"ISNUMBER({hidden_cell(FAULTS_AT, row)})"


def has_one_branch(row: int) -> str:
    """Whether Lanjut ke names a branch for one answer only."""
    return f"AND({has_branches(row)},LEN({hidden_cell(FIRST_AT + 1, row)})=0)"


def wants_no_target(row: int) -> str:
    """Whether a decision has neither Tidak ke nor a named branch, nor goes on within its row."""
    order = hidden_cell(ORDER_AT, row)
    within = f'AND(LEN({order})>1,RIGHT({order},1)<>"{K}",{says(YES_AT, row)})'
    return f"AND({is_decision(row)},NOT({says(NO_AT, row)}),NOT({has_branches(row)}),NOT({within}))"


def misses(column: Field, row: int) -> tuple[str, str]:
    """Whether a target names no step of the table, and whether it names its own."""
    position = {YES_COLUMN.key: YES_AT, NEXT_COLUMN.key: FIRST_AT}.get(column.key, NO_AT)
    typed, faults = says(position, row), "FALSE"
    if column is NEXT_COLUMN:
        typed = f"AND(LEN({hidden_cell(ONWARD_AT, row)})>0,NOT({has_branches(row)}))"
        one = f"AND({hidden_cell(MOVED_AT, row)}>0,NOT({says(FIRST_AT + 1, row)}))"
        faults = f"N({hidden_cell(FAULTS_AT, row)})>0,{one}"
    itself = f"{typed},{hidden_cell(position, row)}={row_cell(NUMBER_COLUMN.key, row)}"
    if column is not NEXT_COLUMN:
        itself = f"{itself},NOT({goes_beyond(row, answers_lead_away(row))})"
    return (
        f"OR(AND({typed},NOT({is_step(position, row)})),{faults})",
        f"AND({itself})",
    )


def when(condition: str, text: str) -> str:
    """A text that is told when a condition holds, behind others."""
    return f'IF({condition},"{AND}{text}","")'
