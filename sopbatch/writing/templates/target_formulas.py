"""Targets of a step in hidden columns: the numbers they name, as `schema.targets` reads them."""

from dataclasses import dataclass

from sopbatch.model import column_letters
from sopbatch.schema.fields import Field
from sopbatch.schema.places import (
    KIND_ROW,
    TARGET_COLUMNS,
    step_column,
)
from sopbatch.schema.sop import ACTIVITY_COLUMN, NEXT_COLUMN, NO_TARGET_COLUMN, YES_COLUMN
from sopbatch.schema.targets import (
    ARROWS,
    BESIDE_WORDS,
    LONGEST_LABEL,
    LONGEST_TARGET,
    NO_WORD,
    TARGET_MARKS,
    TARGET_WORDS,
    YES_WORD,
)
from sopbatch.schema.targets import IN_A_RUN as RUN
from sopbatch.writing.templates.exchanges import DIGITS, put_formula
from sopbatch.writing.templates.nothing import says_nothing_formula
from sopbatch.writing.templates.parted_formulas import (
    divided_formula,
    run_formula,
    told_in,
    with_own_answer_formula,
)
from sopbatch.writing.templates.stage_formulas import steps_down_to
from sopbatch.writing.templates.step_state import (
    AND,
    ARROW,
    NO,
    ONWARD,
    SHOWN_BRANCHES,
    SHOWN_TEXT,
    YES,
    ZEROS,
)
from sopbatch.writing.templates.symbol_formulas import (
    SYMBOLS_AT,
    K,
    order_formula,
    symbols_formula,
)
from sopbatch.writing.templates.typed_signs import straight_lines_formula

COUNTER_ROWS = range(1, 6)
MOST_BRANCHES = 6
"""Branches of one step that the formulas look at."""
YES_AT, NO_AT, WORDS_AT, FAULTS_AT, FIRST_AT = range(5)
MEANINGS_AT = 9
MOVED_AT, ONWARD_AT = 22, 25
"""Positions of the hidden columns; from FIRST_AT on the branches of Lanjut ke.

From MOVED_AT to ONWARD_AT the column that tells both answers, and how its branches are parted.
"""
TYPED_AT = range(48, 51)
"""Positions of Ya ke, Tidak ke and Lanjut ke as they were typed, in plain signs."""
ROOM = LONGEST_TARGET
IN_A_RUN = ((" dan ", " "), (" serta ", " "), *((f"{digit} ", f"{digit};") for digit in DIGITS))
"""What parts branches that nothing divides: "Setuju: 5 Tidak setuju: 7"."""
BRANCHES = "sopb_cabang"
"""Defined name of the row that tells where branches begin that are spread."""
BRANCH_STARTS = tuple(1 + ROOM * index for index in range(MOST_BRANCHES))
BLANK = '" "'


def hidden_cell(position: int, row: int) -> str:
    """Cell of a hidden column in that 1-based row, fixed to its column."""
    return f"${column_letters(TARGET_COLUMNS[position])}{row}"


STEPS_CELL, LACKING_CELL, WRONG_CELL, DOUBTS_CELL, ENDS_CELL = (
    f"${column_letters(TARGET_COLUMNS[0])}${row}" for row in COUNTER_ROWS
)
"""Above a table, hidden: numbers of its steps, blanks, rows that are wrong, rows whose flow is in
doubt, and whether a step has Selesai.
"""


@dataclass(frozen=True, slots=True)
class TargetFormulas:
    """Formulas of a procedure table with its last step in that 1-based row."""

    last_row: int

    @property
    def used(self) -> str:
        """1 for each row that is a step, the row above the first step included."""
        return steps_down_to(f"${self.last_row}")

    @property
    def count(self) -> str:
        """How many steps there are; rows put in without a number count as well."""
        return f"SUMPRODUCT({self.used})-1"

    def hidden(self, row: int) -> tuple[str, ...]:
        """What stands in the hidden columns of a row, from left to right."""
        yes, no_target, _ = (hidden_cell(at, row) for at in TYPED_AT)
        branches = (self._branch(row, index) for index in range(SHOWN_BRANCHES))
        moved, parted = (hidden_cell(at, row) for at in (MOVED_AT, ONWARD_AT))
        return (
            self._number(yes, YES_WORD, f"{moved}=1"),
            self._number(no_target, NO_WORD, f"{moved}=2"),
            self._words(parted),
            self._faults(row, parted),
            *branches,
            symbols_formula(row),
            order_formula(row, answers_lead_away(row)),
            f"={self._meanings(row)}",
        )

    def onward(self, row: int) -> tuple[str, ...]:
        """Which column tells both answers (0: none), and its branches parted as the check does."""
        typed = [hidden_cell(at, row) for at in TYPED_AT]
        moved, text, words = (hidden_cell(at, row) for at in range(MOVED_AT, ONWARD_AT))
        return (
            f"=IF({self._decides(row)},{told_in(*typed)},0)",
            divided_formula(
                f"CHOOSE({moved}+1,{typed[2]},{with_own_answer_formula(typed[0], YES_WORD)},"
                f"{with_own_answer_formula(typed[1], NO_WORD)})"
            ),
            f'=IF({text}="","",{plain(put_formula(text, RUN))})',
            f'=IF({text}="","",{run_formula(text, words)})',
        )

    def straight(self, row: int) -> tuple[str, ...]:
        """Ya ke, Tidak ke and Lanjut ke in plain signs."""
        columns = (YES_COLUMN, NO_TARGET_COLUMN, NEXT_COLUMN)
        return tuple(f"={straight_lines_formula(_cell(column, row))}" for column in columns)

    def _meanings(self, row: int) -> str:
        """Each target with the step it means: "; Tidak → 7 Melakukan peninjauan…"."""
        told = [(YES, YES_AT), (NO, NO_AT)]
        told += [(ONWARD, FIRST_AT + index) for index in range(SHOWN_BRANCHES)]
        return "&".join(
            f'IF({is_step(position, row)},"{AND}{word} {ARROW} "&{self._named(position, row)},"")'
            for word, position in told
        )

    def _named(self, position: int, row: int) -> str:
        """ "7 Melakukan peninjauan…" of a hidden number that is a step's."""
        value = hidden_cell(position, row)
        first = f"$A${KIND_ROW}:$A${self.last_row}"
        rows = f"ROW({first})-ROW($A${KIND_ROW})+1"
        place = f"SUMPRODUCT(SMALL({rows}+9999*(1-{self.used}),{value}+1))"
        letters = column_letters(step_column(ACTIVITY_COLUMN.key))
        texts = f"${letters}${KIND_ROW}:${letters}${self.last_row}"
        text = f'SUBSTITUTE(INDEX({texts},{place}),CHAR(10)," ")'
        return f'{value}&" "&TRIM(LEFT({text},{SHOWN_TEXT}))&"…"'

    def _numbers(self) -> str:
        """0 to the number of rows, down a column."""
        return f"(ROW($A${KIND_ROW}:$A${self.last_row})-ROW($A${KIND_ROW}))"

    def _as_number(self, text: str) -> str:
        """The number that a text is, 0 for any other text.

        Compared, not sought with IFERROR(MATCH(…)): Excel takes a column of numbers apart only
        where SUMPRODUCT itself does so, and no longer within IF, IFERROR and CHOOSE.
        """
        return f'SUMPRODUCT(({self._numbers()}&""={text})*{self._numbers()})'

    def _number(self, cell: str, own: str, moved: str) -> str:
        number = self.number_in(cell, own)
        return f'=IF(OR({says_nothing_formula(cell)},{moved}),"",{number})'

    def number_in(self, text: str, own: str) -> str:
        """The step that a target names, 0 for any other text."""
        return self._as_number(plain(put_formula(text, ARROWS), own))

    def _words(self, cell: str) -> str:
        """Lanjut ke without words that only lead to a number, its branches divided by ";"."""
        lines = f'SUBSTITUTE({cell},CHAR(10),";")'
        beside = cell
        for word in BESIDE_WORDS:
            beside = f'SUBSTITUTE({beside},"{word}",";")'
        named = f'ISNUMBER(FIND(":",SUBSTITUTE(SUBSTITUTE({cell},"=",":"),",",":")))'
        signs = f'SUBSTITUTE({cell},"=",":")'
        several = f'AND(ISERROR(FIND(",",{cell})),LEN({cell})>LEN(SUBSTITUTE({signs},":",""))+1)'
        run = put_formula(cell, IN_A_RUN)
        commas = f'IF({several},{run},SUBSTITUTE({cell},",",";"))'
        commas = f"IF({named},{commas},{beside})"
        commas = f'IF(ISNUMBER(FIND(";",{lines})),{lines},{commas})'
        fork = put_formula(beside, (("\n", ";"), (",", ";"), (";;", ";")))
        left = f"LOWER({fork})"
        for word in TARGET_WORDS:
            left = f'SUBSTITUTE({left},"{word}","")'
        told = f"IF(EXACT(UPPER({left}),{left}),{fork},{commas})"
        divided = f'SUBSTITUTE(SUBSTITUTE({told},"="," "),";"," ; ")'
        return f'=IF({says_nothing_formula(cell)},"",{plain(divided)})'

    def _faults(self, row: int, cell: str) -> str:
        """How many branches lead to no other step; "" when Lanjut ke names none."""
        words = hidden_cell(WORDS_AT, row)
        starts = ",".join(str(1 + ROOM * index) for index in range(MOST_BRANCHES))
        piece = f"TRIM(MID({spread(words)},{{{starts}}},{ROOM}))"
        number = self._numbers()
        known = f'({number}&""={last_word(piece)})'
        known += f"*({number}>0)*({number}<={STEPS_CELL})*({number}<>$A{row})"
        known += f"*(LEN({piece})-LEN({last_word(piece)})<={LONGEST_LABEL + 1})"
        label = f'ISNUMBER(FIND(" ",{piece}))*ISERROR(FIND(LEFT({piece}&"0",1),"0123456789"))'
        said = f"(LEN({piece})>0)"
        labels = f"SUMPRODUCT({said}*{label})"
        bare = f'SUMPRODUCT({said}*ISNUMBER(FIND(" ",{piece})))=0'
        alike = f"OR({labels}=SUMPRODUCT(1*{said}),AND({bare},NOT({self._decides(row)})))"
        faults = f"SUMPRODUCT(1*{said})-SUMPRODUCT({known})+IF({alike},0,1)"
        colon = f'ISNUMBER(FIND(":",SUBSTITUTE({cell},"=",":")))'
        several = f'ISNUMBER(FIND(";",{words}))'
        return f'=IF(OR({colon},{several}),{faults},"")'

    def _decides(self, row: int) -> str:
        return f'ISNUMBER(FIND("{K}",{hidden_cell(SYMBOLS_AT, row)}))'

    def _branch(self, row: int, index: int) -> str:
        """The number in a branch; of a target without a name only when it says nothing else."""
        words, named = hidden_cell(WORDS_AT, row), f"ISNUMBER({hidden_cell(FAULTS_AT, row)})"
        piece = f"TRIM(MID({spread(words)},{1 + ROOM * index},{ROOM}))"
        text = f"IF({named},{last_word(piece)},{piece})"
        return f'=IF(LEN({piece})=0,"",{self._as_number(text)})'


def _cell(column: Field, row: int) -> str:
    return f"${column_letters(step_column(column.key))}{row}"


def is_step(position: int, row: int) -> str:
    """Whether a hidden cell holds the number of a step."""
    value = hidden_cell(position, row)
    return f"IF(ISNUMBER({value}),AND({value}>0,{value}<={STEPS_CELL}),FALSE)"


def answers_lead_away(row: int) -> str:
    """Whether all answers of a decision lead to other rows."""
    named = f"ISNUMBER({hidden_cell(FAULTS_AT, row)})"
    two = says(FIRST_AT + 1, row)
    return f"OR({two},AND({says(YES_AT, row)},OR({says(NO_AT, row)},{named})))"


def says(position: int, row: int) -> str:
    """Whether a target was typed of which a hidden cell holds the number."""
    return f"LEN({hidden_cell(position, row)})>0"


def spread(words: str) -> str:
    """Pieces that “;” divides, each with room of its own."""
    return f'SUBSTITUTE({words},";",REPT(" ",{ROOM}))'


def last_word(text: str) -> str:
    """What stands behind the last blank."""
    return f'TRIM(RIGHT(SUBSTITUTE({text}," ",REPT(" ",{ROOM})),{ROOM}))'


def plain(cell: str, own: str = "") -> str:
    """A text as `target_words` leaves it, a number without zeros in front (at most two)."""
    text = f'SUBSTITUTE(LOWER({cell})&" ",".0 "," ")'
    for mark in TARGET_MARKS:
        text = f'SUBSTITUTE({text},"{mark}"," ")'
    text = f'SUBSTITUTE(" "&{text}," ","  ")'
    for word in (*TARGET_WORDS, *([own] if own else [])):
        text = f'SUBSTITUTE({text}," {word} ","")'
    return f"TRIM({put_formula(f'{BLANK}&TRIM({text})&{BLANK}', ZEROS)})"
