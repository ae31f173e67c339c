"""What is near differs in spelling only; what was meant is found among many, or nothing is."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.likeness import (
    Titles,
    all_meet,
    choice_meant,
    near_titles,
    nearest,
    one_letter_off,
    title_meant,
)
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


CHOICES = ("Draf", "Diajukan", "Uji Coba", "Siap Disahkan", "Disahkan", "Dalam Revisi")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("disahkan", "Disahkan"),
        ("Disahkn", "Disahkan"),
        ("Siap", "Siap Disahkan"),
        ("revisi", "Dalam Revisi"),
        ("ujicoba", "Uji Coba"),
        ("Status: Draf", "Draf"),
        ("Drap", ""),
        ("Belum disahkan", ""),
        ("", ""),
        ("Status", ""),
    ],
)
def test_a_choice_is_meant_by_a_slip_or_by_some_of_its_words(typed: str, meant: str):
    assert choice_meant(typed, CHOICES) == meant


@pytest.mark.parametrize(
    ("typed", "choices", "meant"),
    [
        ("Surat", ("Surat Masuk", "Surat Keluar"), ""),
        ("Mikro", ("Makro", "Mikro"), "Mikro"),
        ("Meikro", ("Makro", "Mikro"), "Mikro"),
        ("Moikro", ("Maikro", "Mikro", "Meikro"), ""),
    ],
)
def test_of_several_choices_that_could_be_meant_none_is(
    typed: str, choices: tuple[str, ...], meant: str
):
    assert choice_meant(typed, choices) == meant


@pytest.mark.parametrize(
    ("left", "right", "off"),
    [
        ("Sekretaris Dinas", "Sekertaris Dinas", True),
        ("Kepala Bagian", "Kepala Bagain", True),
        ("Kepala Bagian", "Kepala Bagian", False),
        ("Kepala Bagian", "Kepla Bagain", False),
        ("Staf", "Staff", False),
        ("Kasub", "Kasubb", False),
        ("Seksi I", "Seksi II", False),
        ("Petugas 100001", "Petugas 100002", False),
        ("Kepala Bagian", "Kepala Bagian Umum", False),
    ],
)
def test_names_are_one_letter_apart_in_one_long_word(left: str, right: str, off: bool):
    assert one_letter_off(left, right) is off
    assert one_letter_off(right, left) is off


SHORT = st.lists(st.sampled_from(("dana", "desa", "kas", "hibah")), max_size=5)


@given(SHORT, SHORT)
def test_each_word_serves_one_of_its_like(said: list[str], others: list[str]):
    assert all_meet(said, others) is (Counter(said) <= Counter(others))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Surat masuk yang dicatat", "Surat masuk dicatat"),
        ("Berita acara", ""),
        ("  ", ""),
        ("", ""),
    ],
)
def test_only_what_is_like_enough_is_nearest(text: str, found: str):
    assert nearest(text, ("Surat masuk dicatat", "Daftar hadir rapat", "")) == found
