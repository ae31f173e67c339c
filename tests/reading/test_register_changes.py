"""The sheet of agencies that changed: optional, and each row must lead somewhere."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.model import Register, UnitChange
from sopbatch.reading import RegisterReading, read_grid, read_register
from sopbatch.schema.register import CHANGES
from sopbatch.writing.templates import write_register_template
from tests.sample_batch.register import BUREAU, HEALTH, REGISTER

CHANGE = UnitChange(
    since=date(2026, 1, 1), unit_code="9.99", unit_name="Dinas Lama", successors=(HEALTH,), row=5
)


def reading(register: Register) -> RegisterReading:
    return read_register(read_grid(write_register_template(register)))


def told(register: Register) -> list[str]:
    return [f"{one.cell} {one.sentence}" for one in reading(register).findings if one.blocks]


def test_a_register_of_before_without_the_sheet_is_read_as_it_was():
    grid = read_grid(write_register_template(REGISTER))
    older = replace(grid, sheets=tuple(one for one in grid.sheets if one.name != CHANGES.sheet))
    assert len(older.sheets) == len(grid.sheets) - 1
    assert read_register(older) == read_register(grid)


def test_changes_are_read_as_they_were_written():
    assert reading(replace(REGISTER, changes=(CHANGE,))).register.changes == (CHANGE,)


def test_lines_may_keep_an_old_code():
    plan = (replace(REGISTER.plan[0], unit_code="9.99", section=""), *REGISTER.plan[1:])
    assert told(replace(REGISTER, plan=plan, changes=(CHANGE,))) == []
    assert told(replace(REGISTER, plan=plan)) != []


@pytest.mark.parametrize(
    ("change", "column", "what"),
    [
        (replace(CHANGE, successors=("8.88",)), "E5", "“8.88” tidak ada"),
        (replace(CHANGE, new_sections=("AKIP",)), "F5", "padahal “Bagian lama” kosong"),
        (
            replace(CHANGE, unit_code=BUREAU, successors=(BUREAU,), section="Kinerja",
                    new_sections=("Keuangan",)),
            "F5",
            "“Keuangan” tidak ada",
        ),
    ],
)  # fmt: skip
def test_a_change_that_leads_nowhere_is_told_at_its_cell(
    change: UnitChange, column: str, what: str
):
    (sentence,) = told(replace(REGISTER, changes=(change,)))
    assert f"!{column} " in sentence
    assert what in sentence
