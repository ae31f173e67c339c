"""Formulas of the sheet Prosedur: numbers of steps, what is missing or wrong in each row."""

from dataclasses import dataclass
from itertools import combinations

from sopbatch.model import column_letters
from sopbatch.schema.fields import Field
from sopbatch.schema.places import (
    CHECK_COLUMN,
    FIRST_LANE_COLUMN,
    KIND_ROW,
    LAST_LANE_COLUMN,
    NAME_ROW,
    TARGET_COLUMNS,
    step_column,
)
from sopbatch.schema.sop import (
    LANES,
    MAX_LANES,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    NUMBER_COLUMN,
    YES_COLUMN,
)
from sopbatch.writing.templates.flow_formulas import FlowFormulas
from sopbatch.writing.templates.inserted_formulas import NUMBERS_AT, UNDECIDED_AT, told_above
from sopbatch.writing.templates.nothing import says_nothing_formula
from sopbatch.writing.templates.row_formulas import (
    ends_with_question,
    has_one_branch,
    is_decision,
    misses,
    row_cell,
    row_lanes,
    wants_no_target,
    when,
)
from sopbatch.writing.templates.stage_formulas import is_no_step, steps_down_to
from sopbatch.writing.templates.step_state import (
    AND,
    DONE,
    ITSELF,
    NAMELESS,
    NO_END,
    NO_NEXT,
    NOT_A_DECISION,
    NOT_A_STEP,
    REQUIRED_COLUMNS,
    SAME_BRANCH,
    SAME_WAY,
    SHOWN_BRANCHES,
    START_FIRST,
    START_ONCE,
    SYMBOL_WORD,
    UNDECIDED,
    UNUSED,
)
from sopbatch.writing.templates.step_targets import TARGETS
from sopbatch.writing.templates.symbol_formulas import ORDER_AT, K, M, order_faults
from sopbatch.writing.templates.target_formulas import (
    ENDS_CELL,
    FAULTS_AT,
    FIRST_AT,
    MEANINGS_AT,
    MOVED_AT,
    NO_AT,
    STEPS_CELL,
    YES_AT,
    TargetFormulas,
    answers_lead_away,
    hidden_cell,
    says,
)
from sopbatch.writing.templates.time_advice import CALENDAR, MIXED, WORKING
from sopbatch.writing.templates.time_formulas import DAY_AT, KIND_AT, NO_LENGTH, TIME_AT, UNSURE

BLANKS_AT, ORDER_FAULTS_AT = 17, 38
"""Positions of the hidden columns that tell what a row lacks, and what is wrong with its symbols.
"""

NAMES = (
    f"${column_letters(FIRST_LANE_COLUMN)}${NAME_ROW}:"
    f"${column_letters(LAST_LANE_COLUMN)}${NAME_ROW}"
)


@dataclass(frozen=True, slots=True)
class StepFormulas:
    """Formulas of a procedure table with its last step in that 1-based row."""

    last_row: int

    def column(self, key: str) -> str:
        """The step rows of a column and the one above, absolute: a row put in on top counts."""
        return self._rows(step_column(key), step_column(key))

    def _rows(self, left: int, right: int) -> str:
        first = f"${column_letters(left)}${KIND_ROW}"
        return f"{first}:${column_letters(right)}${self.last_row}"

    def _hidden_rows(self, position: int) -> str:
        return self._rows(TARGET_COLUMNS[position], TARGET_COLUMNS[position])

    @property
    def lanes(self) -> str:
        """All lane cells of all steps, absolute."""
        return self._rows(FIRST_LANE_COLUMN, LAST_LANE_COLUMN)

    def number(self, row: int) -> str:
        """No: how many rows down to this one say something and are no heading of a stage.

        Counted over the rows, so that a row put in later without the formula counts as well.
        """
        return f'=IF({is_no_step(row)},"",SUMPRODUCT({steps_down_to(str(row))})-1)'

    @property
    def missing(self) -> str:
        """How much is blank that must be filled, over the whole table."""
        ones = ";".join("1" * MAX_LANES)
        said = f"({self._targets.used}*(ROW({self.column('no')})>{self._top}))"
        blanks = [
            f"(MMULT(1-{says_nothing_formula(self.lanes)},{{{ones}}})=0)"
            if column is LANES
            else f"(1*{says_nothing_formula(self.column(column.key))})"
            for column in REQUIRED_COLUMNS
        ]
        order = self._hidden_rows(ORDER_AT)
        decisions = f'ISNUMBER(FIND("{K}",{order}))'
        yes = f"(1-{says_nothing_formula(self.column(YES_COLUMN.key))})"
        within = f'{yes}*(LEN({order})>1)*(RIGHT({order},1)<>"{K}")'
        named = f"(ISNUMBER({self._hidden_rows(FAULTS_AT)})+{within}>0)"
        no_target = says_nothing_formula(self.column(NO_TARGET_COLUMN.key))
        blanks.append(f"{decisions}*{no_target}*(1-{named})")
        count = f"SUMPRODUCT({said}*({'+'.join(blanks)}))"
        count += f"+SUM({self._hidden_rows(UNDECIDED_AT)})"
        none = f"IF(SUMPRODUCT({said})=0,{len(REQUIRED_COLUMNS)},{count})"
        return f"IFERROR({none}+IF(COUNTA({NAMES})=0,1,0),0)"

    @property
    def begun(self) -> str:
        """Whether a lane has a name or a row says something."""
        numbers = self.column(NUMBER_COLUMN.key)
        return f"OR(COUNTA({NAMES})>0,MAX({numbers})>0)"

    @property
    def wrong_rows(self) -> str:
        """Number of rows whose Periksa tells what is wrong."""
        checks = self._rows(CHECK_COLUMN, CHECK_COLUMN)
        told = f"(LEN({checks})>0)*(ROW({checks})>{self._top})"
        wrong = "*".join(f'(LEFT({checks},1)<>"{sign}")' for sign in (DONE, UNDECIDED))
        return f"SUMPRODUCT({told}*{wrong})"

    def open_rows(self, sheet: str = "") -> str:
        """Number of rows of which Periksa leaves something to the check, seen from any sheet."""
        checks = self._rows(CHECK_COLUMN, CHECK_COLUMN)
        checks = f"'{sheet}'!{checks}" if sheet else checks
        return f'SUMPRODUCT(--(LEFT({checks},1)="{UNDECIDED}"))'

    def check(self, row: int) -> str:
        """Periksa: everything missing or wrong in the row, or a tick; then where it leads.

        What is told of rows that were put in above stands behind, a fault among the faults.
        """
        number, above = row_cell(NUMBER_COLUMN.key, row), hidden_cell(NUMBERS_AT, row)
        own = "&".join([hidden_cell(BLANKS_AT, row), *self._wrong(row)])
        faults = f'IF({number}="","",{own})'
        advice = f'IF({hidden_cell(TIME_AT, row)}="",{hidden_cell(DAY_AT, row)},"")'
        leads = "&".join((advice, self._mixed(row), hidden_cell(MEANINGS_AT, row)))
        meanings = f'IF({number}="","",{leads})'
        wrong_above, right_above = told_above(row)
        text = f'"|"&{faults}&{wrong_above}&"¦"&{meanings}&{right_above}'
        for found, put in (
            (f"|{AND}{UNSURE}¦", f"{UNDECIDED} {UNSURE}¦"),
            (f"|¦{AND}{NO_LENGTH}", f"{UNDECIDED} {NO_LENGTH}"),
            *((f"|¦{AND}", f"{DONE} "), ("|¦", DONE), (f"|{AND}", ""), ("¦", "")),
        ):
            text = f'SUBSTITUTE({text},"{found}","{put}")'
        none = f'AND({number}="",{above}="")'
        return f'=IF({none},"",IFERROR({text},"{NOT_A_STEP.format(label="Tujuan")}"))'

    def _mixed(self, row: int) -> str:
        """That this is the first calendar time of a table that has working time as well."""
        own, kinds = hidden_cell(KIND_AT, row), self._hidden_rows(KIND_AT)
        first = f"{kinds.partition(':')[0]}:{own}"
        once = f'SUMPRODUCT(--({first}="{CALENDAR}"))=1'
        working = f'SUMPRODUCT(--({kinds}="{WORKING}"))>0'
        return when(f'IF({own}="{CALENDAR}",AND({once},{working}),FALSE)', MIXED)

    def blanks(self, row: int) -> str:
        """What the row lacks, in a hidden column."""
        parts = [
            f'IF({says(ORDER_AT, row)},"",", {SYMBOL_WORD}")'
            if column is LANES
            else f'IF({says_nothing_formula(row_cell(column.key, row))},", {column.label}","")'
            for column in REQUIRED_COLUMNS
        ]
        parts.append(f'IF({wants_no_target(row)},", {NO_TARGET_COLUMN.label}","")')
        told = f'SUBSTITUTE(SUBSTITUTE("#"&{"&".join(parts)},"#, ","; isi "),"#","")'
        return f'=IF({row_cell(NUMBER_COLUMN.key, row)}="","",{told})'

    def order_faults(self, row: int) -> str:
        """What is wrong with the symbols of the row, in a hidden column."""
        faults = order_faults(row, answers_lead_away(row))
        return f"={'&'.join(when(wrong, text) for wrong, text in faults)}"

    def _wrong(self, row: int) -> list[str]:
        lanes, number = row_lanes(row), row_cell(NUMBER_COLUMN.key, row)
        yes, no_target, symbols = (says(at, row) for at in (YES_AT, NO_AT, ORDER_AT))
        order, first = hidden_cell(ORDER_AT, row), hidden_cell(FIRST_AT, row)
        next_row = f'IF(RIGHT({order},1)="{K}",{number}+1,-1)'
        way_yes = f"IF({yes},{hidden_cell(YES_AT, row)},{next_row})"
        way_no = hidden_cell(NO_AT, row)
        starts = f'ISNUMBER(FIND("{M}",{order}))'
        return [
            when(f"SUMPRODUCT((1-{says_nothing_formula(lanes)})*(LEN({NAMES})=0))>0", NAMELESS),
            hidden_cell(ORDER_FAULTS_AT, row),
            hidden_cell(TIME_AT, row),
            *(_target(column, row) for column in TARGETS),
            when(
                f"AND({is_decision(row)},N({way_no})>0,{way_yes}={way_no})",
                SAME_WAY,
            ),
            when(
                f"OR({_alike(row)},AND({is_decision(row)},NOT({no_target}),{has_one_branch(row)},"
                f"N({first})>0,{way_yes}={first}))",
                SAME_BRANCH,
            ),
            when(
                f"AND({is_decision(row)},{says(FIRST_AT + 1, row)},OR({yes},{no_target}))", UNUSED
            ),
            when(
                f"AND({symbols},NOT({is_decision(row)}),OR({yes},{no_target}))",
                NOT_A_DECISION,
            ),
            when(f"AND({number}=1,{symbols},NOT({starts}))", START_FIRST),
            when(f"AND({number}>1,{starts})", START_ONCE),
            when(f"AND({number}={STEPS_CELL},{symbols},{ENDS_CELL}=0)", NO_END),
            when(ends_with_question(row), NO_NEXT),
            *FlowFormulas(self.last_row).faults(row),
        ]

    @property
    def _targets(self) -> TargetFormulas:
        return TargetFormulas(self.last_row)

    @property
    def _top(self) -> str:
        return f"ROW($A${KIND_ROW})"


def _alike(row: int) -> str:
    """Whether two of the branches of Lanjut ke that are looked at lead to one step."""
    cells = [hidden_cell(FIRST_AT + index, row) for index in range(SHOWN_BRANCHES)]
    pairs = ",".join(f"AND(N({a})>0,{a}={b})" for a, b in combinations(cells, 2))
    return f"OR({pairs})"


def _target(column: Field, row: int) -> str:
    no_step, itself = misses(column, row)
    label = column.label
    if column is NEXT_COLUMN:
        # Both answers may be told in another column.
        labels = ",".join(f'"{one.label}"' for one in (NEXT_COLUMN, *TARGETS[:2]))
        label = f'"&CHOOSE({hidden_cell(MOVED_AT, row)}+1,{labels})&"'
    return "&".join(
        [when(no_step, NOT_A_STEP.format(label=label)), when(itself, ITSELF.format(label=label))]
    )
