"""Names of folders and files hold on Windows, macOS and Linux, whatever people wrote."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.names import LONGEST, LONGEST_PATH, distinct, safe_name, safe_path
from tests.batch.safe_names import is_safe

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Dinas Kesehatan", "Dinas Kesehatan"),
        ("SOP fix (2).xlsx", "SOP fix (2).xlsx"),
        ("a/b", "a_b"),
        ("..", "berkas"),
        ("", "berkas"),
        ("CON", "_CON"),
        ("con.xlsx", "_con.xlsx"),
        ("LPT1.surat masuk", "_LPT1.surat masuk"),
        ("COM¹.xlsx", "_COM¹.xlsx"),
        ("nama\u00a0dinas.", "nama dinas"),
        ("kanan\u202ekiri", "kanan_kiri"),
        ("tab\tbaris\nbel\x07", "tab_baris_bel_"),
        ("tunggal\ud800", "tunggal_"),
        ("e\u0301", "é"),
    ],
)
def test_written_names_become_safe_ones(written: str, name: str):
    assert safe_name(written) == name


@given(ANY_TEXT)
def test_any_text_becomes_a_safe_name(text: str):
    assert is_safe(safe_name(text))


@given(st.lists(ANY_TEXT, min_size=1, max_size=40).map("/".join))
def test_any_received_name_stays_below_its_folder(name: str):
    path = safe_path(name)
    assert len(path) <= max(LONGEST_PATH, LONGEST + 60)
    assert all(is_safe(part) for part in path.split("/"))


@given(st.lists(st.sampled_from(["a.pdf", "A.pdf", "a (2).pdf", "x/a.pdf", "tanpa"]), max_size=8))
def test_names_are_made_distinct_for_systems_that_ignore_case(names: list[str]):
    made = distinct(names)
    assert len({name.casefold() for name in made}) == len(names)
    assert [name.rpartition("/")[0] for name in made] == [n.rpartition("/")[0] for n in names]


def test_thousands_of_equal_names_are_quick():
    begin = process_time()
    made = distinct(["Biro/sama.xlsx"] * 8000)
    assert process_time() - begin < 2
    assert (made[0], made[-1]) == ("Biro/sama.xlsx", "Biro/sama (8000).xlsx")
