"""The inventory on paper: each activity under its function, sums that add up, no markup."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model.needs import Need, Needs
from sopbatch.schema.needs import CRITERIA
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.tables.inventory import print_inventory
from sopbatch.writing.tables.inventory_values import inventory
from tests.writing.archival import assert_archival
from tests.writing.standards.prints import paper, words

HEAD = Letterhead("Pemerintah Provinsi Contoh", "Biro Organisasi")
MET = {field.key: True for field in CRITERIA}
FUNCTIONS = ("Pembinaan", "pembinaan;", "Pengelolaan", "")


def needs(**fields) -> Needs:
    rows = (
        Need(row=1, task="Tugas A", function="Pembinaan", activity="Membina", criteria=MET,
             output="Pembinaan", title="Pembinaan Pelayanan"),
        Need(row=2, task="Tugas A", function="Pengelolaan", activity="Mengarsip <b>surat</b>"),
    )  # fmt: skip
    return Needs(**{"unit_name": "Biro Organisasi", "year": 2026, "rows": rows, **fields})


@st.composite
def rows(draw: st.DrawFn) -> tuple[Need, ...]:
    count = draw(st.integers(0, 12))
    return tuple(
        Need(
            row=n,
            task=draw(st.sampled_from(("A", "B"))),
            function=draw(st.sampled_from(FUNCTIONS)),
            activity=f"Kegiatan {n}",
            title=draw(st.sampled_from(("", f"Judul {n}"))),
        )
        for n in range(1, count + 1)
    )


@settings(max_examples=80)
@given(rows(), st.sets(st.sampled_from(FUNCTIONS[:3])))
def test_every_activity_stands_once_and_sums_by_function_are_the_whole(given_rows, functions):
    told = inventory(needs(rows=given_rows, functions=tuple(sorted(functions))))
    assert [row.row for part in told.parts for row in part.rows] == [row.row for row in given_rows]
    assert told.activities == len(given_rows)
    assert told.proposed == sum(bool(row.title) for row in given_rows)
    keys = [one.function.rstrip(";").casefold() for one in told.sums]
    assert len(keys) == len(set(keys))


@pytest.mark.long
def test_the_paper_is_archival_and_the_same_each_time():
    pdf = print_inventory(needs(functions=("Kearsipan",)), HEAD)
    assert_archival(pdf)
    assert pdf == print_inventory(needs(functions=("Kearsipan",)), HEAD)
    assert paper(pdf).beyond <= 0


def test_what_was_typed_is_text():
    said = words(print_inventory(needs(), HEAD))
    assert "Mengarsip <b>surat</b>" in said
    assert "2 kegiatan dari 2 fungsi; 1 SOP diusulkan." in said


@pytest.mark.long
def test_an_inventory_of_many_long_rows_stays_on_its_pages():
    long = " ".join(["Penyelenggaraan"] * 20)
    many = tuple(
        Need(row=n, task="T", function=f"Fungsi {n % 9}", activity=long, title=long, criteria=MET)
        for n in range(1, 61)
    )
    assert paper(print_inventory(needs(rows=many), HEAD)).beyond <= 0
