"""Names of folders and files hold on Windows, macOS and Linux, whatever people wrote."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.file_names import (
    distinct,
    folder_name,
    safe_name,
    width,
)
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
        ("q" + "\u0301" * 300, "q\u0301\u0301"),
    ],
)
def test_written_names_become_safe_ones(written: str, name: str):
    assert safe_name(written) == name


def test_a_name_that_is_cut_keeps_its_ending_and_a_folder_tells_what_was_cut():
    assert safe_name("Penanganan surat masuk.xlsx", 20) == "Penanganan sur.xlsx"
    assert safe_name(f"{'a' * 200}.pdf") == f"{'a' * 116}.pdf"
    assert safe_name(f"{'a' * 115} {'b' * 84}.pdf") == f"{'a' * 115}.pdf"
    places = [folder_name(f"Dinas Pekerjaan Umum dan Penataan Ruang {end}", 30) for end in "AB"]
    assert [place.rpartition("~")[0] for place in places] == ["Dinas Pekerjaan Umum"] * 2
    assert len(set(places)) == 2


ROOM = st.integers(min_value=30, max_value=180)


@pytest.mark.long
@given(ANY_TEXT, ROOM)
def test_any_text_becomes_a_safe_name(text: str, room: int):
    assert is_safe(safe_name(text))
    cut = safe_name(text, room)
    assert is_safe(cut)
    assert width(cut) <= room
    assert cut == safe_name(text) or width(safe_name(text)) > room


@given(ANY_TEXT.map("Dinas ".__add__), ANY_TEXT, ROOM)
def test_folders_that_are_cut_stay_two(begin: str, end: str, room: int):
    one, other = folder_name(begin, room), folder_name(begin + end, room)
    assert is_safe(one)
    assert width(one) <= room
    whole = (safe_name(begin), safe_name(begin + end))
    assert one == whole[0] or width(whole[0]) > room or len(begin.encode(errors="replace")) >= 100
    assert one != other or whole[0] == whole[1]


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
