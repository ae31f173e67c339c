"""Formulas of the sheet Prosedur: numbers of steps, what is missing or wrong in each row."""

from dataclasses import dataclass

from sopbatch.model import Symbol, column_letters
from sopbatch.schema.places_v1 import (
    CHECK_COLUMN,
    FIRST_LANE_COLUMN,
    FIRST_STEP_ROW,
    KIND_ROW,
    LAST_LANE_COLUMN,
    NAME_ROW,
    step_column,
)
from sopbatch.schema.sop_v1 import (
    LANES,
    MAX_LANES,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    NUMBER_COLUMN,
    YES_COLUMN,
)
from sopbatch.writing.templates.step_state import (
    DONE,
    ITSELF,
    MIXED,
    NAMELESS,
    NO_END,
    NOT_A_DECISION,
    NOT_A_STEP,
    REQUIRED_COLUMNS,
    SAME_WAY,
    START_FIRST,
    START_ONCE,
    SYMBOL_WORD,
    TARGETS,
)

MOST_BRANCHES = 6
"""Named branches of one step that the formula looks at."""
BRANCH_ROOM = 200
"""Characters kept for each while they are taken apart."""

START, DECISION, END = Symbol.START.value, Symbol.DECISION.value, Symbol.END.value

NAMES = (
    f"${column_letters(FIRST_LANE_COLUMN)}${NAME_ROW}:"
    f"${column_letters(LAST_LANE_COLUMN)}${NAME_ROW}"
)


@dataclass(frozen=True, slots=True)
class StepFormulas:
    """Formulas of a procedure table with its last step in that 1-based row."""

    last_row: int
    sheet: str = ""
    """Sheet of the table, when the formulas stand on another one."""

    def column(self, key: str) -> str:
        """The step rows of a column, absolute."""
        return self._rows(step_column(key), step_column(key))

    def _rows(self, left: int, right: int) -> str:
        first = f"${column_letters(left)}${FIRST_STEP_ROW}"
        return self._at(f"{first}:${column_letters(right)}${self.last_row}")

    def _at(self, cells: str) -> str:
        return f"'{self.sheet}'!{cells}" if self.sheet else cells

    @property
    def lanes(self) -> str:
        """All lane cells of all steps, absolute."""
        return self._rows(FIRST_LANE_COLUMN, LAST_LANE_COLUMN)

    def number(self, row: int) -> str:
        """No: how many rows down to this one say something.

        Counted over the rows, so that a row put in later without the formula counts as well.
        """
        left = column_letters(step_column(NUMBER_COLUMN.key) + 1)
        right = column_letters(CHECK_COLUMN - 1)
        ones = ";".join("1" * (CHECK_COLUMN - 1 - step_column(NUMBER_COLUMN.key)))
        above = f"${left}${KIND_ROW}:${right}{row}"
        said = f"SUMPRODUCT(SIGN(MMULT(1-ISBLANK({above}),{{{ones}}})))-1"
        return f'=IF(COUNTA(${left}{row}:${right}{row})=0,"",{said})'

    @property
    def missing(self) -> str:
        """How much is blank that must be filled, over the whole table."""
        said = f'({self.column(NUMBER_COLUMN.key)}<>"")'
        ones = ";".join("1" * MAX_LANES)
        blanks = [
            f"(MMULT(1-ISBLANK({self.lanes}),{{{ones}}})=0)"
            if column is LANES
            else f"(LEN({self.column(column.key)})=0)"
            for column in REQUIRED_COLUMNS
        ]
        decisions = f'(MMULT(--({self.lanes}="{DECISION}"),{{{ones}}})>0)'
        branches = f'ISERROR(FIND(":",SUBSTITUTE({self.column(NEXT_COLUMN.key)},"=",":")))'
        blanks.append(f"{decisions}*(LEN({self.column(NO_TARGET_COLUMN.key)})=0)*{branches}")
        count = f"SUMPRODUCT({said}*({'+'.join(blanks)}))"
        none = f"IF(MAX({self.column(NUMBER_COLUMN.key)})=0,{len(REQUIRED_COLUMNS)},{count})"
        return f"IFERROR({none}+IF(COUNTA({self._at(NAMES)})=0,1,0),0)"

    @property
    def wrong_rows(self) -> str:
        """Number of rows whose Periksa is no tick."""
        checks = self._rows(CHECK_COLUMN, CHECK_COLUMN)
        return f'SUMPRODUCT((LEN({checks})>0)*({checks}<>"{DONE}"))'

    def check(self, row: int) -> str:
        """Periksa: everything missing or wrong in the row, or a tick."""
        number = row_cell(NUMBER_COLUMN.key, row)
        text = "&".join([self._missing(row), *self._wrong(row)])
        bare = f'"|"&SUBSTITUTE({text},"#","")&"|"'
        ticked = f'SUBSTITUTE({bare},"||","{DONE}")'
        plain = f'SUBSTITUTE(SUBSTITUTE({ticked},"|; ",""),"|","")'
        return f'=IF({number}="","",IFERROR({plain},"{NOT_A_STEP.format(label="Tujuan")}"))'

    def _missing(self, row: int) -> str:
        parts = [
            f'IF(COUNTA({row_lanes(row)})=0,", {SYMBOL_WORD}","")'
            if column is LANES
            else f'IF(LEN(TRIM({row_cell(column.key, row)}))=0,", {column.label}","")'
            for column in REQUIRED_COLUMNS
        ]
        parts.append(f'IF({wants_no_target(row)},", {NO_TARGET_COLUMN.label}","")')
        return f'SUBSTITUTE("#"&{"&".join(parts)},"#, ","; isi ")'

    def _wrong(self, row: int) -> list[str]:
        lanes, number = row_lanes(row), row_cell(NUMBER_COLUMN.key, row)
        yes, no_target = row_cell(YES_COLUMN.key, row), row_cell(NO_TARGET_COLUMN.key, row)
        kinds = "+".join(f'(COUNTIF({lanes},"{symbol.value}")>0)' for symbol in Symbol)
        numbers = self.column(NUMBER_COLUMN.key)
        way_yes = f"IF(LEN(TRIM({yes}))=0,{number}+1,{_number_in(yes)})"
        starts = f'COUNTIF({lanes},"{START}")'
        return [
            _when(f"{kinds}>1", MIXED),
            _when(f"SUMPRODUCT((LEN({lanes})>0)*(LEN({NAMES})=0))>0", NAMELESS),
            *(self._target(column.key, column.label, row) for column in TARGETS),
            _when(
                f"AND({is_decision(row)},LEN(TRIM({no_target}))>0,"
                f"{way_yes}={_number_in(no_target)})",
                SAME_WAY,
            ),
            _when(
                f"AND(COUNTA({lanes})>0,NOT({is_decision(row)}),LEN({yes})+LEN({no_target})>0)",
                NOT_A_DECISION,
            ),
            _when(f"AND({number}=1,COUNTA({lanes})>0,{starts}=0)", START_FIRST),
            _when(f"AND({number}>1,{starts}>0)", START_ONCE),
            _when(
                f'AND({number}=MAX({numbers}),COUNTA({lanes})>0,COUNTIF({self.lanes},"{END}")=0)',
                NO_END,
            ),
        ]

    def _target(self, key: str, label: str, row: int) -> str:
        cell, number = row_cell(key, row), row_cell(NUMBER_COLUMN.key, row)
        value, most = _number_in(cell), f"MAX({self.column(NUMBER_COLUMN.key)})"
        no_step = f"OR({value}<1,{value}>{most},{value}<>INT({value}))"
        alone = f"LEN(TRIM({cell}))>0"
        named = '""'
        if key == NEXT_COLUMN.key:
            alone = f"{alone},NOT({has_branches(row)})"
            faults = self._branch_faults(cell, number)
            named = _when(f"AND({has_branches(row)},{faults}>0)", NOT_A_STEP.format(label=label))
        return "&".join(
            [
                _when(f"AND({alone},{no_step})", NOT_A_STEP.format(label=label)),
                _when(f"AND({alone},{value}={number})", ITSELF.format(label=label)),
                *([] if named == '""' else [named]),
            ]
        )

    def _branch_faults(self, cell: str, number: str) -> str:
        """How many of the named branches lead to no other step."""
        starts = ";".join(str(1 + BRANCH_ROOM * index) for index in range(MOST_BRANCHES))
        spread = (
            f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({cell},"=",":"),CHAR(10),";"),";",'
            f'REPT(" ",{BRANCH_ROOM}))'
        )
        branch = f"TRIM(MID({spread},{{{starts}}},{BRANCH_ROOM}))"
        target = f'TRIM(MID({branch},FIND(":",{branch}&":")+1,{BRANCH_ROOM}))'
        known = f'ISNUMBER(MATCH({target},{self.column(NUMBER_COLUMN.key)}&"",0))'
        right = f'{known}*(LEN({target})>0)*({target}<>{number}&"")'
        return f"SUMPRODUCT((LEN({branch})>0)*(1-{right}))"


def row_cell(key: str, row: int) -> str:
    """Cell of a step field in that 1-based row, fixed to its column."""
    return f"${column_letters(step_column(key))}{row}"


def row_lanes(row: int) -> str:
    """Lane cells of that 1-based row."""
    left, right = column_letters(FIRST_LANE_COLUMN), column_letters(LAST_LANE_COLUMN)
    return f"${left}{row}:${right}{row}"


def is_decision(row: int) -> str:
    """Whether a lane of the row holds Keputusan."""
    return f'COUNTIF({row_lanes(row)},"{DECISION}")>0'


def has_branches(row: int) -> str:
    """Whether Lanjut ke names branches."""
    return f'ISNUMBER(FIND(":",SUBSTITUTE({row_cell(NEXT_COLUMN.key, row)},"=",":")))'


def wants_no_target(row: int) -> str:
    """Whether a decision has neither Tidak ke nor named branches."""
    blank = f"LEN(TRIM({row_cell(NO_TARGET_COLUMN.key, row)}))=0"
    return f"AND({is_decision(row)},{blank},NOT({has_branches(row)}))"


def _number_in(cell: str) -> str:
    return f"IFERROR(VALUE(TRIM({cell})),0)"


def _when(condition: str, text: str) -> str:
    return f'IF({condition},"; {text}","")'
