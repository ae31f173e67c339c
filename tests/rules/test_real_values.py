"""What officials rightly write is no galat at its cell, whatever form they give it."""

from random import Random

import pytest

from sopbatch.model import Severity, column_letters
from sopbatch.rules.examples import ExampleTable
from tests.casebook import Example
from tests.caseroom import address, reviews_of
from tests.reading.values import real_entries as entries
from tests.reading.values.real import Weighted, drawn
from tests.reading.values.real_laws import LAWS
from tests.reading.values.real_times import TIMES

FIELDS: dict[str, Weighted] = {
    "Prosedur!S12": TIMES,
    "Prosedur!D7": entries.OFFICE_NAMES,
    "Identitas!Dasar Hukum": LAWS,
    "Identitas!Peralatan/Perlengkapan": entries.LISTS,
    "Identitas!Kualifikasi Pelaksana": entries.LISTS,
    "Identitas!Keterkaitan": entries.LISTS,
    "Identitas!Disahkan oleh: Nama": entries.PERSONS,
    "Identitas!Disahkan oleh: Jabatan": entries.OFFICE_NAMES,
    "Identitas!Nomor SOP": entries.NUMBERS,
}
NO_VALUE = (("missing",), ("unfinished",), None)
"""What is rightly told: a blank, a number with a gap, a basis that is no regulation."""


def galat(field: str, values: int) -> list[tuple[str, str]]:
    """Of so many values those that are a galat at their cell, with its sentence."""
    random, cell = Random(field), address(field)
    assert cell
    found = []
    for _ in range(values):
        typed, meant = drawn(random, FIELDS[field])
        if meant in NO_VALUE:
            continue
        example = Example("", "bad", typed)
        place = ((str(cell.row), (typed,)),)
        drawing = ExampleTable(cell.sheet, (column_letters(cell.column),), place)
        example.books[0].tables.append(drawing)
        (entry,) = reviews_of(example)
        wrong = (one for one in entry.findings if one.cell == cell)
        found += [(typed, one.sentence) for one in wrong if one.severity is Severity.ERROR]
    return found


@pytest.mark.parametrize("field", FIELDS)
def test_real_values_are_no_galat(field):
    assert galat(field, 8) == []


@pytest.mark.long
@pytest.mark.parametrize("field", FIELDS)
def test_of_many_real_values_none_is_a_galat(field):
    assert galat(field, 300) == []
