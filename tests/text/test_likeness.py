"""Titles are near when spelling alone parts them; one that was meant is found among many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.likeness import Titles, near_titles, title_meant
from sopbatch.text.names import name_key

WORDS = (
    *("pengelolaan", "pengelolan", "surat", "sural", "masuk", "keluar", "arsip", "dan", "SOP"),
    *("pengadaan", "pengaduan", "pelayanan", "2026", "di"),
)
TITLES = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)


@given(TITLES, st.lists(TITLES, max_size=6))
def test_a_title_is_meant_when_it_alone_of_all_says_as_much(typed, titles):
    alone = [title for title in titles if title_meant(typed, [title])]
    found = Titles(titles).meant(typed)
    assert found in {"", *alone[:1]}
    assert bool(found) == (len({name_key(title) for title in alone}) == 1)


def test_it_may_be_asked_again():
    titles = Titles(["Pengelolaan Surat Masuk", "Pengelolaan Surat Keluar", "Penataan Arsip"])
    assert titles.meant("Surat Masuk") == "Pengelolaan Surat Masuk"
    assert titles.meant("Pengelolan Surat Keluar") == "Pengelolaan Surat Keluar"
    assert titles.meant("Pengelolaan Surat") == ""
    assert titles.meant("Arsip") == ""


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ("Pengelolaan Surat Masuk", "Pengelolan Surat Masuk", True),
        ("Pengelolaan Surat Masuk", "Pengelolaan Surat Keluar", False),
        ("Monitoring dan Evaluasi SOP AP", "Monitoring Evaluasi SOP", True),
        ("Laporan Triwulan I", "Laporan Triwulan II", False),
        ("Laporan Bulan 10", "Laporan Bulan 11", False),
        ("Penyusunan Rencana Kerja", "Penyusunan Rencana Kinerja", False),
        ("Evaluasi Jabatan", "Evaluasi Jabatan Pelaksana", False),
        ("Penanganan Pengaduan Warga", "Penanganan Pengadaan Warga", False),
        ("", "", False),
    ],
)
def test_near_titles_differ_in_spelling_only(left: str, right: str, near: bool):
    assert near_titles(name_key(left), name_key(right)) is near
