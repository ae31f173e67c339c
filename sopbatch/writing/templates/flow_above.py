"""Where a Keputusan in a row that was put in leads to, told by the row below it."""

from sopbatch.model import column_letters
from sopbatch.schema.places import FIRST_LANE_COLUMN, KIND_ROW, LAST_LANE_COLUMN, step_column
from sopbatch.schema.targets import NO_WORD
from sopbatch.writing.templates.inserted_formulas import GAP_AT
from sopbatch.writing.templates.inserted_symbols import is_keputusan
from sopbatch.writing.templates.nothing import says_nothing_formula
from sopbatch.writing.templates.step_targets import TARGETS
from sopbatch.writing.templates.target_formulas import STEPS_CELL, TargetFormulas, hidden_cell

LED_ABOVE_AT, FOLLOWED = 44, 3
"""Position of the first hidden column, and how many rows right above are looked at."""
WAY_AT = 26
"""Position of the way of a row, 0 when the next row follows."""


def led_above(row: int, last_row: int) -> tuple[str, ...]:
    """Where rows put in right above lead to when they hold no more than Keputusan, Tidak ke."""
    rows = (f"${KIND_ROW}", str(row))
    lanes = _column(FIRST_LANE_COLUMN, LAST_LANE_COLUMN, rows)
    yes, no_target, onward = (
        _column(step_column(column.key), step_column(column.key), rows) for column in TARGETS
    )
    told = []
    for at in range(1, FOLLOWED + 1):
        symbols = f"INDEX({lanes},ROWS({lanes})-{at},0)"
        number = TargetFormulas(last_row).number_in(
            f"INDEX({no_target},ROWS({no_target})-{at})", NO_WORD
        )
        silent = (
            says_nothing_formula(f"INDEX({cells},ROWS({cells})-{at})") for cells in (yes, onward)
        )
        plain = ",".join(
            (
                f"{hidden_cell(WAY_AT, row)}=0",
                f"COUNTA({symbols})=1",
                f"SUMPRODUCT(--{is_keputusan(symbols)})=1",
                *silent,
            )
        )
        known = f'IF(AND({number}>0,{number}<={STEPS_CELL}),{number},"")'
        near = f"{hidden_cell(GAP_AT, row)}<{at}"
        told.append(f'=IF({near},"",IF(AND({plain}),{known},""))')
    return tuple(told)


def _column(left: int, right: int, rows: tuple[str, str]) -> str:
    first, last = rows
    return f"${column_letters(left)}{first}:${column_letters(right)}{last}"
