"""What is told of rows that were put in: by the next row that the form prepared.

Such a row has no formulas of its own, so its number and what it lacks stand in Periksa below it.
A row is known as prepared by its cell No, which nobody can type into. Everything is counted over
the rows from the heads down to the row that tells, so that rows may be sorted and taken out.
"""

from collections.abc import Iterable

from sopbatch.model import column_letters
from sopbatch.schema.places import (
    FIRST_LANE_COLUMN,
    KIND_ROW,
    LAST_LANE_COLUMN,
    step_column,
)
from sopbatch.schema.sop import (
    ACTIVITY_COLUMN,
    DURATION_COLUMN,
    LANES,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    YES_COLUMN,
)
from sopbatch.writing.templates.inserted_symbols import decides, is_no_symbol
from sopbatch.writing.templates.inserted_targets import is_no_answer, leads_nowhere, tell_both
from sopbatch.writing.templates.inserted_times import (
    ends_as_none,
    has_unknown_word,
    is_no_time,
)
from sopbatch.writing.templates.looked_up import LANE_ONES, REST_ONES
from sopbatch.writing.templates.nothing import says_nothing_formula
from sopbatch.writing.templates.stage_formulas import REST, RIGHT, steps_down_to
from sopbatch.writing.templates.step_state import (
    AND,
    NOT_A_STEP,
    REQUIRED_COLUMNS,
    SYMBOL_WORD,
)
from sopbatch.writing.templates.step_targets import OWN, TARGETS
from sopbatch.writing.templates.symbol_formulas import UNKNOWN
from sopbatch.writing.templates.target_formulas import hidden_cell

GAP_AT, ADDED_AT, NUMBERS_AT, ABOVE_AT = range(10, 14)
MORE_ABOVE_AT, SYMBOLS_ABOVE_AT, UNDECIDED_AT, YES_ABOVE_AT, NO_ABOVE_AT = 18, *range(34, 38)
"""Positions among the hidden columns: rows without a number right above, how many of them are
steps, the numbers of these, what they lack, and what is wrong with what they say:
Lanjut ke, symbols, how many Keputusan lack an answer, Ya ke, and Tidak ke."""
TIMES_ABOVE_AT, ENDS_ABOVE_AT = 43, 52
"""The same for times, which either begin or end as none does, or hold words or an end of none."""
ABOVE_TOLD = (SYMBOLS_ABOVE_AT, TIMES_ABOVE_AT, ENDS_ABOVE_AT, MORE_ABOVE_AT)
"""What is told behind blanks and answers, in this order."""
NOTHING_ABOVE = (0, 0, "", "")
"""What they come to in a form that is written: every row has its formulas."""
ABOVE, WHOLE = "baris sisipan di atas: langkah ", ", lengkap"
ABOVE_WRONG = "baris sisipan di atas, langkah "
UNREAD_ABOVE = "Waktu belum terbaca"
ROOM = 500
"""Characters of what is told."""


def inserted(row: int) -> tuple[str, str, str, str]:
    """The formulas of a row for the rows right above it that were put in."""
    gap, added = hidden_cell(GAP_AT, row), hidden_cell(ADDED_AT, row)
    numbers = f"$A${KIND_ROW}:$A{row}"
    places = f"(ROW({numbers})-ROW($A${KIND_ROW})+1)"
    prepared = f"MAX(1,SUMPRODUCT(LARGE((1-ISBLANK({numbers}))*{places},2)))"
    above = f"ISBLANK(INDEX({numbers},ROWS({numbers})-1))"
    within = _within(row, gap)
    steps = steps_down_to(str(row))
    last = f"IF(ISNUMBER($A{row}),$A{row}-1,SUMPRODUCT({steps})-1)"
    faults = "&".join(_blanks(row, within, added))
    lacks = f'IF({hidden_cell(UNDECIDED_AT, row)}>0,", {NO_TARGET_COLUMN.label}","")'
    targets = f"{hidden_cell(YES_ABOVE_AT, row)}&{hidden_cell(NO_ABOVE_AT, row)}"
    faults = f"{faults}&{lacks}&{targets}"
    return (
        f"=IF({above},ROWS({numbers})-1-{prepared},0)",
        f"=IF({gap}=0,0,SUMPRODUCT({steps}*{within}))",
        f'=IF({added}=0,"",IF({added}>1,{last}-{added}+1&"–","")&{last})',
        f'=IF({added}=0,"",{faults})',
    )


def wrong_above(row: int, last_row: int) -> str:
    """The formula of a row for Lanjut ke of the rows put in above it."""
    onward = _column(row, step_column(NEXT_COLUMN.key))
    no_step = NOT_A_STEP.format(label=NEXT_COLUMN.label)
    return _told_if_any(row, ((leads_nowhere(onward, last_row), no_step),))


def times_above(row: int) -> str:
    """The formula of a row for times of the rows put in above it."""
    times = _column(row, step_column(DURATION_COLUMN.key))
    return _told_if_any(row, ((is_no_time(times), UNREAD_ABOVE),))


def time_ends_above(row: int) -> str:
    """The formula of a row for words and ends of such times, where nothing is told of them yet."""
    times, told = _column(row, step_column(DURATION_COLUMN.key)), hidden_cell(TIMES_ABOVE_AT, row)
    other = f"SIGN({ends_as_none(times)}+{has_unknown_word(times)})"
    wrong = _told_if_any(row, ((other, UNREAD_ABOVE),)).removeprefix("=")
    return f'=IF({told}="",{wrong},"")'


def answers_above(row: int, last_row: int) -> tuple[str, ...]:
    """The formulas of a row for symbols and answers of the rows put in above it."""
    gap, added = hidden_cell(GAP_AT, row), hidden_cell(ADDED_AT, row)
    lanes = _column(row, FIRST_LANE_COLUMN, LAST_LANE_COLUMN)
    yes, no_target, onward = (_column(row, step_column(column.key)) for column in TARGETS)
    deciding = f"(MMULT(--{decides(lanes)},{LANE_ONES})>0)"
    bare = f"{says_nothing_formula(no_target)}*{says_nothing_formula(onward)}"
    undecided = f"SUMPRODUCT({_within(row, gap)}*{deciding}*{bare}*(1-{tell_both(yes)}))"
    answers = ((yes, YES_COLUMN), (no_target, NO_TARGET_COLUMN))
    lost = (is_no_answer(cells, last_row, OWN[column.key]) for cells, column in answers)
    return (
        _told_if_any(row, ((is_no_symbol(lanes), UNKNOWN),)),
        f"=IF({added}=0,0,{undecided})",
        *(
            _told_if_any(row, ((wrong, NOT_A_STEP.format(label=column.label)),))
            for wrong, (_, column) in zip(lost, answers, strict=True)
        ),
    )


def _told_if_any(row: int, told: Iterable[tuple[str, str]]) -> str:
    within = _within(row, hidden_cell(GAP_AT, row))
    faults = "&".join(
        f'IF(SUMPRODUCT({within}*{wrong})>0,"{AND}{text}","")' for wrong, text in told
    )
    return f'=IF({hidden_cell(ADDED_AT, row)}=0,"",{faults})'


def told_above(row: int) -> tuple[str, str]:
    """What Periksa says of such rows: among the faults, and behind a tick."""
    numbers, lacking = hidden_cell(NUMBERS_AT, row), hidden_cell(ABOVE_AT, row)
    more = (hidden_cell(at, row) for at in ABOVE_TOLD)
    faults = f"{lacking}&{'&'.join(more)}"
    text = f'SUBSTITUTE(SUBSTITUTE("#"&{faults},"#, ","{AND}isi "),"#","")'
    wrong = f'"{AND}{ABOVE_WRONG}"&{numbers}&":"&MID({text},2,{ROOM})'
    right = f'"{AND}{ABOVE}"&{numbers}&"{WHOLE}"'
    return (
        f'IF({faults}="","",{wrong})',
        f'IF(AND(LEN({numbers})>0,{faults}=""),{right},"")',
    )


def _within(row: int, gap: str) -> str:
    """1 for each row right above that was put in."""
    numbers = f"$A${KIND_ROW}:$A{row}"
    return f"(ROW({numbers})<ROW($A{row}))*(ROW({numbers})>=ROW($A{row})-{gap})"


def _blanks(row: int, within: str, added: str) -> list[str]:
    """The names of columns in which one of the rows lacks something."""
    lanes = _column(row, FIRST_LANE_COLUMN, LAST_LANE_COLUMN)
    told = []
    for column in REQUIRED_COLUMNS:
        cells = _column(row, step_column(column.key))
        filled = f"SUMPRODUCT({within}*(1-{says_nothing_formula(cells)}))"
        blank = f"{filled}<{added}"
        if column is LANES:
            has = f"(MMULT(1-{says_nothing_formula(lanes)},{LANE_ONES})>0)"
            blank = f"SUMPRODUCT({within}*{has})<{added}"
        elif column is ACTIVITY_COLUMN:
            said = f"(MMULT(1-ISBLANK({REST}${KIND_ROW}:{RIGHT}{row}),{REST_ONES})>0)"
            blank = f"SUMPRODUCT({within}*{said}*{says_nothing_formula(cells)})>0"
        name = SYMBOL_WORD if column is LANES else column.label
        told.append(f'IF({blank},", {name}","")')
    return told


def _column(row: int, left: int, right: int = 0) -> str:
    """Cells of columns from the heads down to a row."""
    return f"${column_letters(left)}${KIND_ROW}:${column_letters(right or left)}{row}"
