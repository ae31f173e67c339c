"""Colours of the sheet Prosedur by conditional format: symbols, blanks, what plays no part."""

from sopbatch.model import Symbol, column_letters
from sopbatch.schema.fields import COMPLETE
from sopbatch.schema.places import (
    CHECK_COLUMN,
    FIRST_LANE_COLUMN,
    FIRST_STEP_ROW,
    KIND_ROW,
    LAST_LANE_COLUMN,
    NAME_ROW,
    step_column,
)
from sopbatch.schema.sop import (
    DURATION_COLUMN,
    LANES,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    NUMBER_COLUMN,
    YES_COLUMN,
)
from sopbatch.writing.templates.book import TemplateSheet
from sopbatch.writing.templates.counters import SPARE
from sopbatch.writing.templates.inserted_symbols import decides_plainly, is_no_symbol
from sopbatch.writing.templates.inserted_targets import is_no_target
from sopbatch.writing.templates.inserted_times import ends_unknown, has_unknown_word
from sopbatch.writing.templates.looks import ADDED, SYMBOL_TINTS, UNUSED, WANTED, WANTED_TEXT, WRONG
from sopbatch.writing.templates.nothing import says_nothing_formula
from sopbatch.writing.templates.row_formulas import (
    is_decision,
    row_cell,
    row_lanes,
    wants_no_target,
)
from sopbatch.writing.templates.step_formulas import NAMES, StepFormulas
from sopbatch.writing.templates.step_state import (
    DONE,
    ITSELF,
    NOT_A_DECISION,
    NOT_A_STEP,
    REQUIRED_COLUMNS,
    SAME_WAY,
    UNDECIDED,
)
from sopbatch.writing.templates.step_targets import OWN, TARGETS
from sopbatch.writing.templates.symbol_formulas import ORDER_AT
from sopbatch.writing.templates.target_formulas import says

COUNTER_ROW = 4
WANTED_FILL = {"bg_color": WANTED}
TOP = KIND_ROW
"""Rules begin in the row above the steps: a row put in on top gets them as well."""
BELOW_HEADS = f"ROW($A{TOP})>ROW($A${TOP})"
PUT_IN = f"ISBLANK($A{TOP})"
"""Whether a row was put in, without formulas of its own."""
IN_USE = f'$A${COUNTER_ROW}<>"{SPARE}"'
"""Whether a table is the first one, or somebody began it."""
USED = f"AND({BELOW_HEADS},COUNTA({row_cell('activity', TOP)}:{row_cell(NEXT_COLUMN.key, TOP)})>0)"
DECIDES = f"OR({is_decision(TOP)},AND({PUT_IN},SUMPRODUCT(--{decides_plainly(row_lanes(TOP))})>0))"
"""Whether a row decides; of one that was put in a plain symbol or question is known."""


def colour_steps(page: TemplateSheet, last_row: int) -> None:
    """Rules over the step rows down to that 1-based row, and over the executors' names."""
    _put_in(page, last_row)
    _symbols(page, last_row)
    _wrong(page, last_row)
    _wanted(page, last_row)
    _unused(page, last_row)
    _head(page)
    check = f"{column_letters(CHECK_COLUMN)}{TOP}"
    text = f'AND({BELOW_HEADS},ISERROR(FIND(LEFT({check},1),"{DONE}{UNDECIDED}")))'
    page.highlight(TOP, CHECK_COLUMN, last_row, CHECK_COLUMN, text, {"font_color": WANTED_TEXT})


def _put_in(page: TemplateSheet, last_row: int) -> None:
    """No and Periksa of rows that were put in, which the next row tells of."""
    when = f"AND({PUT_IN},{USED})"
    for column in (step_column(NUMBER_COLUMN.key), CHECK_COLUMN):
        page.highlight(TOP, column, last_row, column, when, {"bg_color": ADDED})


def _symbols(page: TemplateSheet, last_row: int) -> None:
    cell = f"{column_letters(FIRST_LANE_COLUMN)}{TOP}"
    question = f'RIGHT(TRIM({cell}),1)="?"'
    for symbol in (Symbol.DECISION, Symbol.START, Symbol.END, Symbol.PROCESS):
        fill, ink = SYMBOL_TINTS[symbol]
        look = {"bg_color": fill, "font_color": ink}
        when = f'ISNUMBER(SEARCH("{symbol.value}",{cell}))'
        when = f"OR({when},{question})" if symbol is Symbol.DECISION else when
        when = f"AND({BELOW_HEADS},{when})"
        page.highlight(TOP, FIRST_LANE_COLUMN, last_row, LAST_LANE_COLUMN, when, look)


def _wrong(page: TemplateSheet, last_row: int) -> None:
    """Targets that Periksa names; array constants are not allowed in these formulas.

    Of rows that were put in, which have no Periksa, targets that name no step.
    """
    told = f"${column_letters(CHECK_COLUMN)}{TOP}"
    for column in TARGETS:
        texts = [NOT_A_STEP.format(label=column.label), ITSELF.format(label=column.label)]
        if column is not NEXT_COLUMN:
            texts += [SAME_WAY, NOT_A_DECISION]
        found = ",".join(f'ISNUMBER(SEARCH("{text}",{told}))' for text in texts)
        cell, at = row_cell(column.key, TOP), step_column(column.key)
        when = f"AND({BELOW_HEADS},NOT({PUT_IN}),LEN({cell})>0,OR({found}))"
        page.highlight(TOP, at, last_row, at, when, {"bg_color": WRONG})
        if column is not NEXT_COLUMN:
            lost = f"SUMPRODUCT(--{is_no_target(cell, last_row, OWN[column.key])})>0"
            _wrong_if_put_in(page, cell, (at, at, last_row), lost)
    lane, time = column_letters(FIRST_LANE_COLUMN), row_cell(DURATION_COLUMN.key, TOP)
    lanes = (FIRST_LANE_COLUMN, LAST_LANE_COLUMN, last_row)
    _wrong_if_put_in(page, f"{lane}{TOP}", lanes, f"{is_no_symbol(f'{lane}{TOP}')}>0")
    at = step_column(DURATION_COLUMN.key)
    _wrong_if_put_in(page, time, (at, at, last_row), ends_unknown(time))
    within = f"SUMPRODUCT(--{has_unknown_word(time)})>0"
    _wrong_if_put_in(page, time, (at, at, last_row), within)


def _wrong_if_put_in(
    page: TemplateSheet, cell: str, where: tuple[int, int, int], wrong: str
) -> None:
    """Tints what is wrong in rows that were put in; `where`: first and last column, last row."""
    left, right, last_row = where
    when = f"AND({BELOW_HEADS},{PUT_IN},NOT({says_nothing_formula(cell)}),{wrong})"
    page.highlight(TOP, left, last_row, right, when, {"bg_color": WRONG})


def _wanted(page: TemplateSheet, last_row: int) -> None:
    """Blank cells of a used row; in an empty table those of the first row."""
    none_yet = f"AND({IN_USE},MAX({StepFormulas(last_row).column(NUMBER_COLUMN.key)})=0)"
    name = f"LEN({column_letters(FIRST_LANE_COLUMN)}${NAME_ROW})>0"
    no_symbol = f"OR(COUNTA({row_lanes(TOP)})=0,AND(NOT({PUT_IN}),NOT({says(ORDER_AT, TOP)})))"
    first_row = FIRST_STEP_ROW
    for column in REQUIRED_COLUMNS:
        first = step_column(column.key)
        if column is LANES:
            when = f"AND({USED},{no_symbol},{name})"
            page.highlight(TOP, first, last_row, LAST_LANE_COLUMN, when, WANTED_FILL)
            when = f"AND({none_yet},{name})"
            page.highlight(first_row, first, first_row, LAST_LANE_COLUMN, when, WANTED_FILL)
            continue
        blank = says_nothing_formula(row_cell(column.key, TOP))
        page.highlight(TOP, first, last_row, first, f"AND({USED},{blank})", WANTED_FILL)
        page.highlight(first_row, first, first_row, first, none_yet, WANTED_FILL)
    target, onward = row_cell(NO_TARGET_COLUMN.key, TOP), row_cell(NEXT_COLUMN.key, TOP)
    silent = ",".join(map(says_nothing_formula, (target, onward)))
    bare = f"AND({PUT_IN},{DECIDES},{silent})"
    when = f"AND({BELOW_HEADS},OR({wants_no_target(TOP)},{bare}))"
    at = step_column(NO_TARGET_COLUMN.key)
    page.highlight(TOP, at, last_row, at, when, WANTED_FILL)


def _unused(page: TemplateSheet, last_row: int) -> None:
    """Lanes without a name, and Ya ke and Tidak ke outside a decision."""
    name = f"{column_letters(FIRST_LANE_COLUMN)}${NAME_ROW}"
    nameless = f"AND({BELOW_HEADS},COUNTA({NAMES})>0,LEN({name})=0)"
    fill = {"bg_color": UNUSED}
    page.highlight(TOP, FIRST_LANE_COLUMN, last_row, LAST_LANE_COLUMN, nameless, fill)
    left, right = step_column(YES_COLUMN.key), step_column(NO_TARGET_COLUMN.key)
    page.highlight(TOP, left, last_row, right, f"AND({USED},NOT({DECIDES}))", fill)


def _head(page: TemplateSheet) -> None:
    first = f"{column_letters(FIRST_LANE_COLUMN)}{NAME_ROW}"
    page.highlight(
        NAME_ROW,
        FIRST_LANE_COLUMN,
        NAME_ROW,
        FIRST_LANE_COLUMN + 1,
        f"AND({IN_USE},COUNTA({NAMES})=0,LEN({first})=0)",
        WANTED_FILL,
    )
    top = f"$A${COUNTER_ROW}"
    look = {"bg_color": WANTED, "font_color": WANTED_TEXT}
    lacking = f'AND({IN_USE},LEFT({top},{len(COMPLETE)})<>"{COMPLETE}")'
    page.highlight(COUNTER_ROW, 1, COUNTER_ROW, 2, lacking, look)
