"""Periksa has no tick where the check has a galat, and no sign of a fault where it takes the row.

Generated rows: targets, symbols, times and blanks as officers type them, with slips.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from random import Random

import pytest

from sopbatch.model import (
    NO_REGISTER,
    CellRef,
    CellValue,
    Grid,
    Place,
    Settings,
    Severity,
    Symbol,
)
from sopbatch.reading import read_grid, read_submission
from sopbatch.reading.turns import symbols_in
from sopbatch.rules import RULES, review
from sopbatch.schema.places import CHECK_COLUMN, FIRST_STEP_ROW, template_cells
from sopbatch.schema.symbols import SYMBOL_WORDS
from sopbatch.writing.templates.flow_state import flow_of
from sopbatch.writing.templates.form import NO_MARKS, filled_form
from sopbatch.writing.templates.step_check import check
from sopbatch.writing.templates.step_state import DONE, UNDECIDED
from sopbatch.writing.templates.symbol_formulas import in_order
from sopbatch.writing.templates.symbol_formulas import typed_symbols as symbols_typed
from tests.builders import received
from tests.office import Office, SaveAs
from tests.reading.typed_in import with_typed
from tests.writing.templates.tables import table_of
from tests.writing.templates.typed_targets import (
    typed_answer,
    typed_answers,
    typed_nothing,
    typed_onward,
    typed_symbols,
    typed_target,
)
from tests.writing.templates.typed_values import typed_time
from tests.written import write_sop_template

CELLS = template_cells()
ROWS = 56
"""Rows between Mulai and Selesai."""
KEYS = ("activity", "nodes", "inputs", "duration", "output", "yes", "no_target", "next")
OF_A_ROW = (
    *("P-03", "P-08", "P-10", "P-11", "P-12", "P-24", "P-25", "A-06"),
    *("G-05", "G-06", "G-07", "G-08", "G-09", "G-10", "G-13", "G-14"),
    *("W-01", "W-02", "W-03", "W-04", "W-05", "W-06", "W-07", "W-08", "W-09", "W-11"),
    *("W-14", "W-15"),
)
"""Rules that one row decides, and those of the flow through the rows (`test_flow_agrees`)."""
OF_THE_FLOW = ("G-09", "G-10")
JUDGING = tuple(rule for rule in RULES if rule.code in OF_A_ROW)
Values = Mapping[Place, CellValue]


def targets(chosen: Random) -> Values:
    values = table_of("next", ("",) * ROWS, "Proses")
    for step in range(2, ROWS + 2):
        symbol = chosen.choice(("Proses", "Keputusan", "Keputusan", "Keputusan"))
        values[Place("nodes", step, 1, 1)] = symbol
        for key, typed, often in (
            ("yes", typed_target, 0.35),
            ("no_target", typed_target, 0.7),
            ("next", typed_onward, 0.5),
        ):
            if chosen.random() < often:
                values[Place(key, step)] = typed(chosen, ROWS + 2)
    return values


def answers(chosen: Random) -> Values:
    """Both answers in one of three cells, or each with a name in its own."""
    values = table_of("next", ("",) * ROWS, "Proses")
    for step in range(2, ROWS + 2):
        symbol = chosen.choice(("Keputusan",) * 7 + ("Proses",))
        values[Place("nodes", step, 1, 1)] = symbol
        if chosen.random() < 0.6:
            key = chosen.choice(("yes", "no_target", "next", "next"))
            values[Place(key, step)] = typed_answers(chosen, ROWS + 2)
        else:
            values[Place("no_target", step)] = typed_answer(chosen, ROWS + 2)
            if chosen.random() < 0.5:
                values[Place("yes", step)] = typed_answer(chosen, ROWS + 2)
    return values


def symbols(chosen: Random) -> Values:
    values = table_of("next", ("",) * ROWS, "Proses")
    for step in range(2, ROWS + 2):
        del values[Place("nodes", step, 1, 1)]
        for lane, text in typed_symbols(chosen).items():
            values[Place("nodes", step, 1, lane)] = text
        for key, often in (("yes", 0.2), ("no_target", 0.5)):
            if chosen.random() < often:
                values[Place(key, step)] = "1"
    return values


def times_and_blanks(chosen: Random) -> Values:
    values = table_of("next", ("",) * ROWS, "Proses")
    for step in range(2, ROWS + 2):
        values[Place("duration", step)] = typed_time(chosen)
        for key in ("activity", "inputs", "output", "duration"):
            if chosen.random() < 0.1:
                values[Place(key, step)] = typed_nothing(chosen)
    return values


KINDS = (targets, answers, symbols, times_and_blanks)


def periksa(values: Values) -> list[str]:
    """What Periksa comes to, from the second row on."""
    form = filled_form(values, None, 1, NO_MARKS)
    flow = flow_of(form, 1)
    return [check(form, 1, step, flow) for step in range(2, ROWS + 2)]


@cache
def blank() -> Grid:
    return read_grid(write_sop_template())


def unlike(values: Values) -> list[tuple[dict[str, CellValue], str, list[str]]]:
    """Rows of which form and program say opposite things: cells, Periksa, findings.

    The values are typed into the blank form, as by officers.
    """
    typed = {CELLS[place]: value for place, value in values.items()}
    typed |= {CELLS[Place("no", step)]: step for step in range(1, ROWS + 3)}
    submission = read_submission(with_typed(blank(), typed), received(), Settings())
    found, crashes = review(submission, NO_REGISTER, date(2025, 5, 1), JUDGING)
    assert not crashes
    doubtful = flow_of(filled_form(values, None, 1, NO_MARKS), 1).in_doubt
    unjudged = OF_THE_FLOW if doubtful else ()
    wrong = []
    for step, told in enumerate(periksa(values), start=2):
        of_row = [f for f in found.findings if f.place.row == step and f.place.key in KEYS]
        refused = any(f.severity is Severity.ERROR for f in of_row if f.code not in unjudged)
        ticked = told.startswith(DONE)
        silent = ticked or told.startswith(UNDECIDED)
        if (ticked and refused) or not (silent or of_row):
            cells = {f"{at.key} {at.lane}": v for at, v in values.items() if at.row == step}
            wrong.append((cells, told, [finding.code for finding in of_row]))
    return wrong


@pytest.mark.parametrize("kind", KINDS)
def test_what_periksa_says_is_what_the_check_says(kind):
    values = kind(Random(1))
    assert unlike(values) == []
    ticked = [told.startswith(DONE) for told in periksa(values)]
    assert 5 < sum(ticked) < ROWS - 5


WORDS = tuple(
    (symbol, word) for symbol, words in SYMBOL_WORDS.items() for word in (*words, symbol.value)
)


@pytest.mark.parametrize(("symbol", "word"), WORDS)
def test_the_form_knows_every_word_and_sign_for_a_symbol(symbol: Symbol, word: str):
    letter = SYMBOL_WORDS[symbol][0]
    for typed in (word, word.upper(), f"{word} 2", f"2. {word}", f" {word}\u00a0"):
        (known,) = symbols_in(0, 1, typed)
        assert known.symbol is symbol
        assert in_order(symbols_typed((typed,)), parts=False) == letter


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 12))
@pytest.mark.parametrize("kind", KINDS)
def test_what_periksa_says_of_many_rows_is_what_the_check_says(kind, seed: int):
    assert unlike(kind(Random(seed))) == []


@pytest.mark.few(1)
@pytest.mark.office
@pytest.mark.parametrize("kind", KINDS)
def test_formulas_come_to_the_same(office: Office, kind):
    values = kind(Random(1))
    with office.opened(write_sop_template(values)) as book:
        shown = book.read(CHECKS)
    assert [*shown.values()] == periksa(values)


@pytest.mark.long
@pytest.mark.office
@pytest.mark.parametrize("save_as", ["ods", "xls"])
@pytest.mark.parametrize("kind", KINDS)
def test_formulas_come_to_the_same_in_every_format(office: Office, kind, save_as: SaveAs):
    values = kind(Random(2))
    saved = office.convert(write_sop_template(values), save_as)
    with office.opened(saved, save_as) as book:
        shown = book.read(CHECKS)
    assert [*shown.values()] == periksa(values)


CHECKS = [CellRef("Prosedur", FIRST_STEP_ROW + at, CHECK_COLUMN) for at in range(1, ROWS + 1)]
