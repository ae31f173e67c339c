"""The needs of SOPs as their form tells them, whoever saved it; nothing typed is lost."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.batch.family.needs import MEMBER, ROWS
from sopbatch.model import CellRef, CellValue, FormReading, Grid, Place
from sopbatch.model.needs import Needs
from sopbatch.reading import read_grid
from sopbatch.reading.forms import kind_by_labels, read_form
from sopbatch.schema.common_fields import NO, YES
from sopbatch.schema.needs import CRITERIA, NEEDS
from sopbatch.writing.templates.kinds import kind_cells, write_kind
from tests.builders import received
from tests.office import Office
from tests.reading.forms.typed import blanks
from tests.reading.typed_in import WORDS, is_accounted, with_typed


def read(grid: Grid) -> FormReading:
    return read_form(grid, received("a.xlsx"), NEEDS, MEMBER.build)


def needs(values: dict[Place, CellValue]) -> Needs:
    record = read(read_grid(write_kind(NEEDS, values))).record
    assert isinstance(record, Needs)
    return record


@cache
def form() -> Grid:
    return read_grid(write_kind(NEEDS, MEMBER.example()))


def test_the_example_is_read_as_it_was_filled():
    record = needs(dict(MEMBER.example()))
    titles = [row[ROWS[0].index("Fasilitasi Penyusunan SOP AP Perangkat Daerah")] for row in ROWS]
    assert [row.title for row in record.rows] == titles
    assert [len(row.failed) for row in record.rows] == [0, 1, 0, 0, 0]
    assert record.keys == ("kebutuhan 2026",)
    assert record.signatory_nip.printed
    assert len(record.functions) == 3


def test_task_and_function_hold_for_the_rows_below_until_another_task_begins():
    written: dict[Place, CellValue] = {Place("unit_code"): "1.01"}
    for number, (task, function) in enumerate(
        (("A", "a"), ("", ""), ("", "b"), ("", ""), ("B", ""), ("", "c")), start=1
    ):
        written |= {
            Place("task", number): task,
            Place("function", number): function,
            Place("activity", number): f"Kegiatan {number}",
        }
    rows = needs(written).rows
    assert [(row.task, row.function) for row in rows] == [
        ("A", "a"), ("A", "a"), ("A", "b"), ("A", "b"), ("B", ""), ("B", "c"),
    ]  # fmt: skip


@pytest.mark.parametrize(("mark", "meant"), [("√", YES), ("v", YES), (True, YES), (False, NO)])
def test_marks_of_criteria_are_answers(mark: CellValue, meant: str):
    record = needs({Place("activity", 1): "Kegiatan", Place(CRITERIA[0].key, 1): mark})
    assert record.rows[0].criteria[CRITERIA[0].key] is (meant == YES)


@st.composite
def typed_texts(draw: st.DrawFn) -> dict[CellRef, str]:
    """One to six texts in blank cells of any sheet."""
    typed = {}
    for n in range(draw(st.integers(1, 6))):
        sheet = draw(st.sampled_from(form().sheets))
        at = draw(st.sampled_from(blanks(sheet)))
        typed[CellRef(sheet.name, *at)] = f"{draw(st.sampled_from(WORDS))} w{n}w"
    return typed


@pytest.mark.long
@settings(max_examples=40)
@given(typed_texts())
def test_whatever_is_typed_is_read_or_told(typed: dict[CellRef, str]):
    reading = read(with_typed(form(), typed))
    lost = [f"{cell} {text}" for cell, text in typed.items()
            if not is_accounted(reading, cell, text)]  # fmt: skip
    assert lost == []


def test_a_list_of_an_agencys_own_is_known_by_its_labels():
    bare = replace(form(), names={}, properties={})
    assert kind_by_labels(bare, (NEEDS,)) is NEEDS


@pytest.mark.long
@pytest.mark.office
@pytest.mark.parametrize("saved_as", ["xlsx", "ods", "xls"])
def test_a_form_that_another_program_filled_and_saved_reads_the_same(office: Office, saved_as):
    filled = MEMBER.example()
    cells = {cell: filled[place] for place, cell in kind_cells(NEEDS, filled).items()
             if place in filled}  # fmt: skip
    saved = read(read_grid(office.fill(write_kind(NEEDS), cells, saved_as)))
    assert saved.problems == ()
    assert saved.record == read(form()).record
