"""What holds of every registered kind, whatever it declares: a new one is held to it at once."""

import pickle
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from inspect import signature
from io import BytesIO
from pathlib import Path
from typing import get_args, get_type_hints

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from sopbatch.batch.family.catalogue import FORM_RULES
from sopbatch.batch.family.member import Member
from sopbatch.batch.family.members import MEMBERS
from sopbatch.model import CellRef, FormReading, Grid, Place, Review, Severity, Sheet
from sopbatch.reading import read_grid
from sopbatch.reading.forms import kind_by_labels, read_form
from sopbatch.reading.forms.records import read_by_type
from sopbatch.rules import FormCase, ReportDay, review_form
from sopbatch.schema.fields import LEFT_TO_CHECK, Field, FieldKind, OpenState, Required
from sopbatch.schema.places import LABEL_COLUMN, STATE_COLUMN
from sopbatch.writing.returned import mark_copy
from sopbatch.writing.returned.reissue_form import reissue_form
from sopbatch.writing.templates.field_sheet import COUNTER_ROW
from sopbatch.writing.templates.kinds import kind_cells, write_kind
from tests.builders import received
from tests.caseroom import REGISTER
from tests.office import Office
from tests.reading.forms.typed import typed_texts
from tests.reading.typed_in import formulas_typed_over, is_accounted, with_formula, with_typed
from tests.there import there
from tests.writing.templates.stored import stored_results

DAY = received("a.xlsx").first_seen
every_kind = pytest.mark.parametrize("member", MEMBERS, ids=lambda one: one.kind.code)


def read(member: Member, grid: Grid) -> FormReading:
    return read_form(grid, received("a.xlsx"), member.kind, member.build)


def judged(member: Member, reading: FormReading) -> Review:
    review, crashes = review_form(
        FormCase(reading, member.kind, REGISTER, ReportDay(DAY)), FORM_RULES
    )
    assert not crashes
    return review


@cache
def example(number: int) -> Grid:
    """The filled example with two sheets that are none of the form."""
    member = MEMBERS[number]
    grid = read_grid(write_kind(member.kind, member.example()))
    more = (Sheet(name="Catatan rapat"), Sheet(name="Lama", visible=False))
    return replace(grid, sheets=(*grid.sheets, *more))


@every_kind
def test_a_kind_is_declared_whole(member: Member):
    kind = member.kind
    keys = [field.key for field in kind.fields()]
    assert len(set(keys)) == len(keys), "keys are unique within a kind"
    names = [field.name for field in kind.fields()]
    assert len(set(names)) == len(names)
    assert all(field.prompt.endswith((".", "?")) and field.label for field in kind.fields())
    assert all(step.endswith(".") for step in kind.steps)
    assert any(field.required is not Required.NEVER for field in kind.fields())


@every_kind
def test_an_empty_form_says_nothing_and_nothing_stands_beside_it(member: Member):
    reading = read(member, read_grid(write_kind(member.kind)))
    assert (reading.problems, reading.repairs) == ((), ())
    assert not any(text.strip() for text in reading.values.values())


@every_kind
def test_the_example_is_read_whole_and_nothing_is_wrong_with_it(member: Member):
    values = member.example()
    reading = read(member, example(MEMBERS.index(member)))
    cells = kind_cells(member.kind, values)
    said = {place for place, value in values.items() if str(value).strip()}
    assert {place: reading.cells[place] for place in said} == {
        place: cells[place] for place in said
    }
    found = judged(member, reading).findings
    assert [str(one.sentence) for one in found if one.severity > Severity.INFO] == []
    record = reading.record
    assert record.heading
    assert record.keys
    assert record.unit_code
    assert pickle.loads(pickle.dumps(reading)) == reading


@pytest.mark.long
@settings(max_examples=30 * len(MEMBERS))
@given(st.data())
def test_whatever_is_typed_is_read_or_told(data: st.DataObject):
    number = data.draw(st.integers(0, len(MEMBERS) - 1))
    typed = data.draw(typed_texts(example(number).sheets))
    reading = read(MEMBERS[number], with_typed(example(number), typed))
    lost = [f"{MEMBERS[number].kind.code} {cell} {text}" for cell, text in typed.items()
            if not is_accounted(reading, cell, text)]  # fmt: skip
    assert lost == []


@pytest.mark.long
@settings(max_examples=15 * len(MEMBERS))
@given(st.data())
def test_a_formula_typed_over_one_of_the_form_is_told(data: st.DataObject):
    number = data.draw(st.integers(0, len(MEMBERS) - 1))
    typed = data.draw(formulas_typed_over(example(number)))
    reading = read(MEMBERS[number], with_formula(example(number), typed))
    assert is_accounted(reading, typed[0], f"={typed[1]}"), reading.problems


@every_kind
def test_labels_alone_tell_the_kind_and_give_the_same_record(member: Member):
    grid = example(MEMBERS.index(member))
    bare = replace(
        grid, names={}, properties={}, sheets=tuple(s for s in grid.sheets if s.name != "_ref")
    )
    assert kind_by_labels(bare, [one.kind for one in MEMBERS]) is member.kind
    reading = read(member, bare)
    assert reading.record == read(member, grid).record
    assert "K-07" in {one.code for one in reading.problems}


@pytest.mark.few(2)
@every_kind
@pytest.mark.office
@pytest.mark.parametrize("saved_as", ["xlsx", "ods", "xls"])
def test_what_libreoffice_fills_and_saves_reads_the_same(office: Office, member: Member, saved_as):
    values = member.example()
    cells = {cell: values[place] for place, cell in kind_cells(member.kind, values).items()
             if place in values and values[place] != ""}  # fmt: skip
    saved = read(member, read_grid(office.fill(write_kind(member.kind), cells, saved_as)))
    assert saved.record == read(member, example(MEMBERS.index(member))).record
    hidden = "F-10"  # what is typed into a spare sheet stays hidden
    assert {one.code for one in saved.problems} <= {hidden}


def blank_field(member: Member) -> Place:
    """Some field of the example that must be filled, on a sheet of fields."""
    for sheet in member.kind.field_sheets:
        for field in sheet.fields:
            if field.required is not Required.NEVER and field.rows == 1 and not field.choices:
                return Place(field.key)
    raise LookupError(member.kind.code)


@every_kind
def test_a_marked_copy_keeps_what_was_typed_and_is_read_again(member: Member):
    place = blank_field(member)
    data = write_kind(member.kind, {**member.example(), place: ""})
    review = judged(member, read(member, read_grid(data)))
    assert place in {one.place for one in review.findings}
    marked = mark_copy(data, review)
    again = read(member, read_grid(marked))
    assert again.record == there(review.form).record
    assert again.values == there(review.form).values
    assert {one.code for one in again.problems} == {one.code for one in there(review.form).problems}
    book = openpyxl.load_workbook(BytesIO(marked))
    assert book.sheetnames[0] == "Perbaikan"


@every_kind
def test_a_format_that_cannot_be_marked_comes_back_as_a_filled_form(member: Member):
    place = blank_field(member)
    data = write_kind(member.kind, {**member.example(), place: ""})
    review = judged(member, read(member, read_grid(data)))
    fresh = reissue_form(review, member.kind, settings=REGISTER.settings)
    again = read(member, read_grid(fresh))
    assert again.record == there(review.form).record
    book = openpyxl.load_workbook(BytesIO(fresh))
    cell = there(there(review.form).cell(place))
    assert book[cell.sheet][cell.a1].comment is not None


@pytest.mark.long
def test_the_judge_of_workbooks_finds_no_error_in_any_form(tmp_path: Path):
    judge = OpenXmlValidator()
    every = [(member, name) for member in MEMBERS for name in ("kosong", "contoh")]
    for member, name in every:
        path = tmp_path / f"{member.kind.code} {name}.xlsx"
        path.write_bytes(write_kind(member.kind, {} if name == "kosong" else member.example()))
        assert judge.validate(path).errors == []


@every_kind
def test_a_form_says_what_the_check_will_say_of_blanks(member: Member):
    """The counter on top of each sheet of fields, and the findings about blanks there."""
    grid = read_grid(write_kind(member.kind))
    reading = read(member, grid)
    blanks = [one for one in judged(member, reading).findings if one.code == "K-01"]
    for sheet in member.kind.field_sheets:
        found = grid.sheet(sheet.sheet)
        assert found is not None
        told = re.match(r"Kurang (\d+) isian", str(found.cells[3, 2]))
        here = [one for one in blanks if one.cell and one.cell.sheet == sheet.sheet]
        # A form without a status is at its first level; what is sent without one, at its second.
        assert told is None or int(told[1]) <= len(here)


GIVEN = {"key", "number", "runs_well"}
"""Fields of records that are made of others."""


DATED = [
    (member, field)
    for member in MEMBERS
    for sheet in member.kind.field_sheets
    for group in sheet.groups
    for field in group.fields
    if field.kind is FieldKind.DATE
]


@pytest.mark.office
@pytest.mark.long
@pytest.mark.parametrize(
    ("member", "field"), DATED, ids=lambda one: getattr(one, "key", None) or one.kind.code
)
def test_a_date_typed_as_text_is_left_to_the_check(office: Office, member: Member, field: Field):
    place = Place(field.key)
    values = {**member.example(), place: "3 Maret 2025"}
    content = write_kind(member.kind, values)
    cell = kind_cells(member.kind, values)[place]
    state = CellRef(cell.sheet, cell.row, STATE_COLUMN)
    stored = stored_results(content)
    assert stored[state] == OpenState.LEFT
    top = CellRef(cell.sheet, COUNTER_ROW, LABEL_COLUMN)
    with office.opened(content) as book:
        assert book.read([state, top]) == {one: stored[one] for one in (state, top)}
    assert str(stored[top]).endswith(f"; 1 {LEFT_TO_CHECK}")


def records(made: type) -> Iterator[type]:
    """A record, and those of its rows and parts that its form fills in."""
    yield made
    for kind in get_type_hints(made).values():
        for part in get_args(kind):
            if (
                isinstance(part, type)
                and is_dataclass(part)
                and {"row", "part"} & {one.name for one in fields(part)}
            ):
                yield part


@every_kind
def test_what_is_read_by_its_type_is_a_field_of_the_form(member: Member) -> None:
    declared = {field.key for field in member.kind.fields()}
    made = signature(member.build).return_annotation
    for one in records(made):
        assert {name for name, _ in read_by_type(one)} - GIVEN <= declared, one


@every_kind
def test_a_table_without_a_code_is_of_the_agency_it_names(member: Member) -> None:
    whole = read_grid(write_kind(member.kind, member.example()))
    (home,) = (sheet for sheet in member.kind.field_sheets if sheet.named_by == "unit_code")
    code = next(field.label for field in home.fields if field.key == "unit_code")
    sheets = []
    for sheet in whole.sheets[1:-1]:
        rows = {row for (row, _), value in sheet.cells.items() if value == code}
        cells = {at: value for at, value in sheet.cells.items() if at[0] not in rows}
        sheets.append(Sheet(name=sheet.name, cells=cells))
    bare = replace(whole, sheets=tuple(sheets), names={}, properties={})
    reading = read_form(bare, received("a.xlsx"), member.kind, member.build, REGISTER)
    assert reading.unit_code == read(member, whole).unit_code
    asked = {one.place.key for one in reading.problems if one.code == "K-08"}
    assert asked.isdisjoint(("unit_code", ""))
    unknown = read_form(bare, received("a.xlsx"), member.kind, member.build)
    assert (unknown.unit_code, unknown.repairs) == ("", ())
    asked = {one.place.key for one in unknown.problems if one.code == "K-08"}
    assert not asked.isdisjoint(("unit_code", ""))


@every_kind
def test_the_example_in_a_guide_is_no_agency_of_the_form(member: Member) -> None:
    blank = read_grid(write_kind(member.kind))
    guide = replace(blank, sheets=(blank.sheets[0], *blank.sheets[2:]))
    reading = read_form(guide, received("a.xlsx"), member.kind, member.build, REGISTER)
    assert reading.unit_code == ""
