"""Forms of any declared kind: what is typed is read or told, whoever saved the workbook."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import CellRef, CellValue, FormReading, Grid, Place, Sheet
from sopbatch.reading import read_grid
from sopbatch.reading.forms import kind_by_labels, read_form
from sopbatch.writing.templates.kinds import kind_cells, write_kind
from tests.builders import received
from tests.office import Office
from tests.reading.forms.typed import typed_texts
from tests.reading.forms.visits import VISITS, visits
from tests.reading.typed_in import is_accounted, with_typed

FILLED: dict[Place, CellValue] = {
    Place("status"): "Diajukan",
    Place("unit_code"): "1.01",
    Place("day"): date(2026, 3, 2),
    Place("visitors"): 12,
    Place("name", 0, 1): "Ani Wijaya",
    Place("wishes", 1, 1): "buku baru",
    Place("wishes", 2, 1): "kursi empuk",
    Place("name", 0, 2): "Budi Santoso",
    Place("wishes", 1, 2): "kopi",
    Place("book", 1): "Sitti Nurbaya",
    Place("read", 1): "Ya",
    Place("book", 2): "Layar Terkembang",
    Place("read", 2): "Tidak",
    Place("since", 2): date(2025, 12, 31),
}


def read(grid: Grid) -> FormReading:
    return read_form(grid, received("a.xlsx"), VISITS, visits)


@cache
def form() -> Grid:
    grid = read_grid(write_kind(VISITS, FILLED))
    return replace(
        grid, sheets=(*grid.sheets, Sheet(name="Catatan rapat"), Sheet(name="Lama", visible=False))
    )


def test_an_empty_form_says_nothing_and_nothing_is_wrong_with_it():
    reading = read(read_grid(write_kind(VISITS)))
    assert reading.problems == ()
    assert reading.repairs == ()
    assert not any(text.strip() for text in reading.values.values())


def test_a_filled_form_is_read_as_it_was_filled():
    reading = read(form())
    assert reading.problems == ()
    assert reading.version == VISITS.version
    assert visits_of(reading) == (
        (
            ("Ani Wijaya", ("buku baru", "kursi empuk"), ""),
            ("Budi Santoso", ("kopi",), ""),
        ),
        (("Sitti Nurbaya", True), ("Layar Terkembang", False)),
    )


def visits_of(reading: FormReading) -> tuple[object, object]:
    return reading.record.readers, reading.record.books  # type: ignore[attr-defined]


def test_every_value_stands_where_the_writer_says():
    cells = kind_cells(VISITS, FILLED)
    reading = read(form())
    assert {place: reading.cells[place] for place in FILLED if FILLED[place]} == {
        place: cells[place] for place in FILLED
    }


@pytest.mark.long
@settings(max_examples=60)
@given(st.deferred(lambda: typed_texts(form().sheets)))
def test_whatever_is_typed_is_read_or_told(typed: dict[CellRef, str]):
    reading = read(with_typed(form(), typed))
    lost = [f"{cell} {text}" for cell, text in typed.items()
            if not is_accounted(reading, cell, text)]  # fmt: skip
    assert lost == []


WRONG = (
    (Place("day"), "kemarin sore", "K-03"),
    (Place("visitors"), "banyak", "K-04"),
    (Place("status"), "Diajukn", "K-02"),
    (Place("read", 1), "mungkin", "K-02"),
    (Place("since", 1), "31 Februari 2025", "K-03"),
)


@pytest.mark.parametrize(("place", "text", "code"), WRONG)
def test_what_is_not_what_its_field_asks_for_is_told_at_its_cell(
    place: Place, text: str, code: str
):
    reading = read(read_grid(write_kind(VISITS, FILLED | {place: text})))
    assert [(one.code, one.place) for one in reading.problems] == [(code, place)]


def test_a_choice_that_was_misspelt_is_offered():
    reading = read(read_grid(write_kind(VISITS, FILLED | {Place("status"): "Diajukn"})))
    assert [one.suggestion for one in reading.problems] == ["Diajukan"]


def test_labels_tell_the_kind_where_no_form_of_ours_was_used():
    bare = Sheet(
        name="Sheet1",
        cells={
            (2, 1): "Nama Pembaca", (2, 2): "Ani", (3, 1): "Keinginan pembaca", (3, 2): "kursi",
            (4, 1): "Catatan Petugas", (4, 2): "datang pagi",
        },
    )  # fmt: skip
    grid = replace(form(), sheets=(bare,), names={}, properties={})
    assert kind_by_labels(grid, (VISITS,)) is VISITS
    reading = read(grid)
    assert visits_of(reading)[0] == (("Ani", ("kursi",), "datang pagi"),)
    assert "K-07" in [one.code for one in reading.problems]


@pytest.mark.long
@pytest.mark.office
@pytest.mark.parametrize("saved_as", ["xlsx", "ods", "xls"])
def test_a_form_that_another_program_filled_and_saved_reads_the_same(office: Office, saved_as):
    cells = {cell: FILLED[place] for place, cell in kind_cells(VISITS, FILLED).items()
             if place in FILLED}  # fmt: skip
    saved = read(read_grid(office.fill(write_kind(VISITS), cells, saved_as)))
    hidden = "F-10"  # LibreOffice types into the spare sheet and leaves it hidden
    assert [one.code for one in saved.problems if one.code != hidden] == []
    assert visits_of(saved) == visits_of(read(form()))
