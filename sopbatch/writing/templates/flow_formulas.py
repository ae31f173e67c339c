"""Which rows no way comes to and which never come to Selesai, as formulas (`flow_state`).

Ranges begin in the row above the steps, and ways are told by numbers: a run of rows that follow one
another is told by its first number, so that rows that are put in, copied, sorted or taken out break
nothing. Of rows that were put in, which have no hidden columns, only plain ones are followed, and
a Keputusan with a single Tidak ke as if the row below led there: who comes to one comes to both.
"""

from dataclasses import dataclass

from sopbatch.model import Symbol, column_letters
from sopbatch.schema.places import (
    FIRST_LANE_COLUMN,
    KIND_ROW,
    LAST_LANE_COLUMN,
    TARGET_COLUMNS,
    step_column,
)
from sopbatch.schema.sop import MAX_LANES, NUMBER_COLUMN
from sopbatch.writing.templates.flow_above import FOLLOWED, LED_ABOVE_AT, WAY_AT
from sopbatch.writing.templates.flow_state import (
    DEAD_END,
    END,
    HALF,
    IN_DOUBT,
    OPEN,
    START,
    TOO_MANY,
)
from sopbatch.writing.templates.inserted_formulas import ADDED_AT, GAP_AT
from sopbatch.writing.templates.inserted_symbols import is_plain_process
from sopbatch.writing.templates.nothing import says_nothing_formula
from sopbatch.writing.templates.row_formulas import (
    decides_last,
    ends_with_question,
    has_branches,
    has_one_branch,
    is_decision,
    misses,
    row_cell,
    wants_no_target,
    when,
)
from sopbatch.writing.templates.stage_formulas import steps_down_to
from sopbatch.writing.templates.step_state import (
    NOT_REACHED,
    SHOWN_BRANCHES,
    WITHOUT_END,
)
from sopbatch.writing.templates.step_targets import TARGETS
from sopbatch.writing.templates.symbol_formulas import ORDER_AT, UNKNOWN_SIGN, S, goes_beyond
from sopbatch.writing.templates.target_formulas import (
    DOUBTS_CELL,
    ENDS_CELL,
    FIRST_AT,
    NO_AT,
    WORDS_AT,
    YES_AT,
    answers_lead_away,
    hidden_cell,
    says,
)

RUN_AT, FIRST_FROM_AT, THEN_FROM_AT, FIRST_ON_AT, THEN_ON_AT, KNOWN_AT = range(
    WAY_AT + 1, WAY_AT + 7
)
"""Positions among the hidden columns, as `flow_state.Flow.columns` tells them."""
PLACED_AT = 39
"""Position of the one that tells whether rows above and below are still where they were."""
NUMBER = step_column(NUMBER_COLUMN.key)
Rows = tuple[str, str]
"""First and last row of a range."""


@dataclass(frozen=True, slots=True)
class FlowFormulas:
    """Formulas of a procedure table with its last step in that 1-based row."""

    last_row: int

    def hidden(self, row: int) -> tuple[str, ...]:
        """What stands in the hidden columns of a row, from left to right."""
        own = row_cell(NUMBER_COLUMN.key, row)
        told = (
            (self._way(row), "0"),
            (self._run(row), '""'),
            (self._first_from(row), "0"),
            (self._then_from(row), "0"),
            (self._first_on(row), "0"),
            (self._then_on(row), "0"),
            (self._known(row), f'IF({hidden_cell(ADDED_AT, row)}>0,"{IN_DOUBT}","")'),
        )
        *plain, (known, blank) = told
        placed = f"{hidden_cell(PLACED_AT, row)}=1"
        return (
            *(f'=IF({own}="",{nothing},{formula})' for formula, nothing in plain[:2]),
            *(f'=IF({own}="",{nothing},IF({placed},{one},0))' for one, nothing in plain[2:]),
            f'=IF({own}="",{blank},IF({placed},{known},"{IN_DOUBT}"))',
        )

    def placed(self, row: int) -> str:
        """1 unless the rows that a row looks at were sorted away: ranges move with their rows."""
        numbers, gaps = NUMBER, TARGET_COLUMNS[GAP_AT]
        own, top = row_cell(NUMBER_COLUMN.key, row), f"ROW($A${KIND_ROW})"
        above = f"ROWS({_cells(numbers, numbers, _above(row))})"
        below = _cells(gaps, gaps, self._below(row))
        between = f"ROW($A${self.last_row + 1})-ROW({own})-ROWS({below})"
        right = f"{above}=ROW({own})-{top}-{hidden_cell(GAP_AT, row)}"
        return f"=IF(AND({right},{between}>=0,N(INDEX({below},1))={between}),1,0)"

    @property
    def doubts(self) -> str:
        """How many rows are in doubt: by what is known, or put in and more than a plain step."""
        known = self._all(KNOWN_AT)
        lanes = self._lanes
        ones = ";".join("1" * MAX_LANES)
        does = f"MMULT(--{is_plain_process(lanes)},{{{ones}}})"
        plain = "*".join(
            (
                f"({does}>0)*({does}=MMULT(1-ISBLANK({lanes}),{{{ones}}}))",
                *(says_nothing_formula(self._column(column.key)) for column in TARGETS),
            )
        )
        numbers = self._column(NUMBER_COLUMN.key)
        steps = f"{steps_down_to(f'${self.last_row}')}*(ROW({numbers})>ROW($A${KIND_ROW}))"
        put_in = f"SUMPRODUCT({steps}*ISBLANK({numbers})*(1-{plain}))"
        followed = f"COUNT({_hidden(LED_ABOVE_AT, self._rows, LED_ABOVE_AT + FOLLOWED - 1)})"
        return f'SUMPRODUCT(--({known}="{IN_DOUBT}"))+{put_in}-{followed}'

    @property
    def ends(self) -> str:
        """1 when a step has the symbol Selesai, in a row that was put in too."""
        typed = f'COUNTIF({self._lanes},"{Symbol.END.value}")'
        told = f'SUMPRODUCT(--ISNUMBER(FIND("{S}",{self._all(ORDER_AT)})))'
        return f"IF({typed}+{told}>0,1,0)"

    def faults(self, row: int) -> list[str]:
        """What Periksa says of a row that is not reached, or from which no way leads to Selesai.

        A run that begins in a row put in right above is told by that row's number.
        """
        own, run, known = (
            row_cell(NUMBER_COLUMN.key, row),
            hidden_cell(RUN_AT, row),
            hidden_cell(KNOWN_AT, row),
        )
        begins = f"{run}>=MAX(2,{own}-{hidden_cell(ADDED_AT, row)})"
        lost = f"{hidden_cell(THEN_FROM_AT, row)}={END}-{run}"
        numbers, dead = self._column(NUMBER_COLUMN.key), f'({self._all(KNOWN_AT)}="{DEAD_END}")'
        behind = f"SUMPRODUCT({dead}*({numbers}={run}-1))>0"
        told = NOT_REACHED.format(number=f'"&{run}&"')
        return [
            f'IF({DOUBTS_CELL}>0,"",'
            + when(f'{known}="{DEAD_END}"', WITHOUT_END)
            + f"&IF(AND({begins},{lost}),"
            + when(f"NOT({behind})", told)
            + ',""))'
        ]

    def _way(self, row: int) -> str:
        turns, words = hidden_cell(ORDER_AT, row), hidden_cell(WORDS_AT, row)
        lost = ",".join(
            (
                f'{turns}=""',
                f'ISNUMBER(FIND("{UNKNOWN_SIGN}",{turns}))',
                wants_no_target(row),
                ends_with_question(row),
                goes_beyond(row, answers_lead_away(row)),
                *(wrong for column in TARGETS for wrong in misses(column, row)),
            )
        )
        many = f'LEN({words})-LEN(SUBSTITUTE({words},";",""))>={SHOWN_BRANCHES}'
        closes, two = decides_last(row), says(FIRST_AT + 1, row)
        away = f"AND({is_decision(row)},{answers_lead_away(row)})"
        within = f"AND({is_decision(row)},{has_branches(row)})"
        typed = f"AND({says(FIRST_AT, row)},NOT({within}))"
        onward = f'OR({away},{typed},ISNUMBER(FIND("{S}",{turns})))'
        breaks = f"IF({closes},OR({says(YES_AT, row)},{two}),{onward})"
        bare = f"AND({closes},NOT({has_branches(row)}))"
        idle = f"AND({is_decision(row)},OR({bare},AND({has_one_branch(row)},{says(NO_AT, row)})))"
        own = row_cell(NUMBER_COLUMN.key, row)
        way = f"IF({breaks},{own},0)+IF({idle},{HALF},0)"
        return f"IF(OR({lost}),{OPEN},IF({many},{TOO_MANY},{way}))"

    def _run(self, row: int) -> str:
        ways = _hidden(WAY_AT, (f"${KIND_ROW}", str(row)))
        before = f"{ways}*({ways}>=1)*({ways}<{row_cell(NUMBER_COLUMN.key, row)})"
        return f"1+INT(SUMPRODUCT(MAX({before})))"

    def _first_from(self, row: int) -> str:
        begins = hidden_cell(RUN_AT, row)
        found = f"SUMPRODUCT(MAX({_led(row, _above(row), FIRST_FROM_AT)}))"
        return f"IF({begins}=1,{START},MAX({END}-{begins},{found}))"

    def _then_from(self, row: int) -> str:
        first, begins = hidden_cell(FIRST_FROM_AT, row), hidden_cell(RUN_AT, row)
        everywhere = f"SUMPRODUCT(MAX({_led(row, self._rows, FIRST_FROM_AT)}))"
        above = f"SUMPRODUCT(MAX({_led(row, _above(row), THEN_FROM_AT)}))"
        return f"IF({first}={START},{START},MAX({END}-{begins},{everywhere},{above}))"

    def _first_on(self, row: int) -> str:
        far = ",".join(
            (
                f"{ENDS_CELL}=0",
                f"{hidden_cell(WAY_AT, row)}={OPEN}",
                f'ISNUMBER(FIND("{S}",{hidden_cell(ORDER_AT, row)}))',
            )
        )
        below = self._below(row)
        found = f"SUMPRODUCT(MAX({_hidden(FIRST_ON_AT, below)}*{_comes(row, below)}))"
        return f"IF(OR({far}),{END},MAX({row_cell(NUMBER_COLUMN.key, row)},{found}))"

    def _then_on(self, row: int) -> str:
        first, below = hidden_cell(FIRST_ON_AT, row), self._below(row)
        everywhere = f"SUMPRODUCT(MAX({self._all(FIRST_ON_AT)}*{_comes(row, self._rows)}))"
        found = f"SUMPRODUCT(MAX({_hidden(THEN_ON_AT, below)}*{_comes(row, below)}))"
        return f"IF({first}={END},{END},MAX({everywhere},{found}))"

    def _known(self, row: int) -> str:
        own, added = row_cell(NUMBER_COLUMN.key, row), hidden_cell(ADDED_AT, row)
        begins, then = hidden_cell(RUN_AT, row), hidden_cell(THEN_FROM_AT, row)
        more = f"SUMPRODUCT(MAX({_led(row, self._rows, THEN_FROM_AT)}))>{then}"
        nearer = f"IF({then}={START},FALSE,{more})"
        way, ahead = hidden_cell(WAY_AT, row), hidden_cell(THEN_ON_AT, row)
        entered_late = f"AND({begins}<{own},{begins}>=MAX(2,{own}-{added}),{then}>{END}-{begins})"
        far, comes = self._all(THEN_ON_AT), _comes(row, self._rows)
        unsettled = f"SUMPRODUCT(MAX({far}*{comes}))>{ahead}"
        closed = f"SUMPRODUCT(({far}>0)*({far}<{own})*{comes})=0"
        dead = f'IF(AND({then}={START},{ahead}={own},{closed}),"{DEAD_END}","")'
        further = f'IF({ahead}={END},"",IF({unsettled},"{IN_DOUBT}",{dead}))'
        return f'IF(OR({way}={TOO_MANY},{nearer},{entered_late}),"{IN_DOUBT}",{further})'

    @property
    def _rows(self) -> Rows:
        return f"${KIND_ROW}", f"${self.last_row}"

    def _below(self, row: int) -> Rows:
        return str(row + 1), f"${self.last_row + 1}"

    def _all(self, position: int) -> str:
        return _hidden(position, self._rows)

    def _column(self, key: str) -> str:
        return _cells(step_column(key), step_column(key), self._rows)

    @property
    def _lanes(self) -> str:
        return _cells(FIRST_LANE_COLUMN, LAST_LANE_COLUMN, self._rows)


def _above(row: int) -> Rows:
    return f"${KIND_ROW}", str(row - 1)


def _cells(left: int, right: int, rows: Rows) -> str:
    first, last = rows
    return f"${column_letters(left)}{first}:${column_letters(right)}{last}"


def _hidden(position: int, rows: Rows, last: int = 0) -> str:
    """Cells of hidden columns from a position on to the last one, or of the position only."""
    return _cells(TARGET_COLUMNS[position], TARGET_COLUMNS[max(position, last)], rows)


def _led(row: int, rows: Rows, position: int) -> str:
    """Of those rows that lead into the run of a row, down to it, what stands at a position."""
    own, begins = row_cell(NUMBER_COLUMN.key, row), hidden_cell(RUN_AT, row)
    values, ways = _hidden(position, rows), _hidden(WAY_AT, rows)
    answers = _hidden(YES_AT, rows, NO_AT)
    onward = _hidden(FIRST_AT, rows, FIRST_AT + SHOWN_BRANCHES - 1)
    above = _hidden(LED_ABOVE_AT, rows, LED_ABOVE_AT + FOLLOWED - 1)
    return ",".join(
        (
            f"{values}*({above}>={begins})*({above}<={own})",
            f"{values}*({ways}={OPEN})",
            f"{values}*({answers}>={begins})*({answers}<={own})",
            f"{values}*({ways}=INT({ways}))*({onward}>={begins})*({onward}<={own})",
        )
    )


def _comes(row: int, rows: Rows) -> str:
    """Whether one comes from a row to each of those, by a target or as rows follow one another."""
    own, way = row_cell(NUMBER_COLUMN.key, row), hidden_cell(WAY_AT, row)
    begins, numbers = _hidden(RUN_AT, rows), _cells(NUMBER, NUMBER, rows)
    above = (hidden_cell(LED_ABOVE_AT + at, row) for at in range(FOLLOWED))
    sure = (own, hidden_cell(YES_AT, row), hidden_cell(NO_AT, row), *above)
    onward = (hidden_cell(FIRST_AT + index, row) for index in range(SHOWN_BRANCHES))
    by_target, by_onward = (
        "+".join(f"({begins}<={to})*({numbers}>={to})" for to in targets)
        for targets in (sure, onward)
    )
    return f"SIGN({by_target}+({way}=INT({way}))*({by_onward}))"
