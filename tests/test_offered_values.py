"""What is offered means what the officer meant: what no machine can judge stands here in full.

Every value is typed into the clean workbook. What is offered, pasted into its cell, mends the
finding and opens no other; nothing is offered where no value is known to be meant.
"""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from sopbatch.batch.family.catalogue import BATCH_RULES, rule_of
from sopbatch.model import Grid, Register, Review, column_letters
from sopbatch.reading import Refused, read_grid, read_register, read_submission
from sopbatch.rules import RULES, Batch, gather, refused, review, review_across
from sopbatch.rules.examples import ExampleTable
from sopbatch.schema.fields import Field
from sopbatch.schema.places import (
    FIRST_STEP_ROW,
    INPUT_COLUMN,
    identity_rows,
    step_column,
)
from sopbatch.schema.register import FILE_NAME
from sopbatch.schema.sop import IDENTITY_SHEET, PROCEDURE_SHEET, STEP_COLUMNS
from tests.builders import received
from tests.casebook import Example
from tests.caseroom import address, reviews_of
from tests.pasting import Paste, faults, offers, pasted

TABLE = Path(__file__).with_suffix(".md")
NOTHING = "(tanpa usul)"


def rows() -> list[tuple[str, str, str]]:
    """Field (“bila” another one holds a text), what was typed, what is to be offered."""
    found: list[tuple[str, str, str]] = []
    field = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            field = line.removeprefix("## ")
        elif line.startswith("| ") and not line.startswith("| Tertulis"):
            typed, meant = (cell.strip() for cell in line.strip("|").split("|"))
            found.append((field, typed, meant))
    return found


@pytest.mark.parametrize(("field", "typed", "meant"), rows())
def test_what_is_offered_is_what_was_meant(field: str, typed: str, meant: str):
    example = Example("", "bad", typed)
    where, _, beside = field.partition(" bila ")
    cell = address(where)
    assert cell
    drawn = ExampleTable(cell.sheet, (column_letters(cell.column),), ((str(cell.row), (typed,)),))
    example.books[0].tables.append(drawn)
    if beside:
        label, _, text = beside.partition(" = ")
        example.books[0].tables.append(ExampleTable(cell.sheet, ("C",), ((label, (text,)),)))
    judged = reviews_of(example)
    offered = {one.suggestion for _, one in offers(judged) if one.cell == cell}
    assert offered == ({meant} if meant != NOTHING else set())
    assert faults(partial(reviews_of, example), judged) == []


DAY = date(2026, 10, 2)


@pytest.mark.long
def test_what_the_samples_are_offered_mends_its_findings_and_opens_no_other():
    source = Path("input")
    register = read_register(read_grid((source / FILE_NAME).read_bytes())).register
    names = sorted(path for path in source.rglob("*") if path.is_file() and path.name != FILE_NAME)
    grids = {str(path): grid for path in names if (grid := _grid(path))}
    alone = tuple(_alone(name, grid, register) for name, grid in grids.items())

    def look(paste: Paste | None = None) -> tuple[Review, ...]:
        reviews = list(alone)
        if paste:
            name, grid = list(grids.items())[paste[0]]
            reviews[paste[0]] = _alone(name, pasted(grid, paste[1]), register)
        batch = Batch(
            reviews=tuple(reviews),
            dossiers=gather(tuple(reviews), register),
            register=register,
            as_of=DAY,
            previous_status={},
        )
        judged, crashes = review_across(batch, BATCH_RULES)
        assert not crashes, crashes
        return judged

    judged = look()
    assert len(list(offers(judged))) >= 8
    assert faults(look, judged) == []


def _grid(path: Path) -> Grid | None:
    try:
        return read_grid(path.read_bytes())
    except Refused:
        return None


def _alone(name: str, grid: Grid, register: Register) -> Review:
    file = received(name)
    try:
        submission = read_submission(grid, file, register.settings)
    except Refused as why:
        return refused(file, rule_of(why.code), why.sentence, why.advice)
    entry, crashes = review(submission, register, DAY, RULES)
    assert not crashes, crashes
    return entry


TYPED = (
    *("diisi nanti", "SOP Pengelolaan Surat 2025", "3 Pebruari 2025", "± 3 hari", "±900 menit"),
    *("Plt. Budi 19700101", "Penyusunan resiko oleh staf", "UU 36/2009 ttg Kesehatan"),
)
PLACES = (
    *(
        (IDENTITY_SHEET, INPUT_COLUMN, row)
        for row, one in identity_rows()
        if isinstance(one, Field)
    ),
    *((PROCEDURE_SHEET, step_column(one.key), FIRST_STEP_ROW + 3) for one in STEP_COLUMNS),
)


@pytest.mark.few(2)
@pytest.mark.parametrize("typed", TYPED)
def test_whatever_is_typed_anywhere_a_place_is_offered_one_value_that_mends(typed: str):
    for sheet, column, row in PLACES:
        example = Example("", "bad", typed)
        drawn = ExampleTable(sheet, (column_letters(column),), ((str(row), (typed,)),))
        example.books[0].tables.append(drawn)
        assert faults(partial(reviews_of, example), reviews_of(example)) == [], (sheet, row, column)
