"""Regulations that “dan” joins in one entry are read as two, and one of two names stays one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.parted_laws import marked_laws, parted_laws
from sopbatch.reading.values.regulations import without_law_marker

NAMES = (
    *("UU Nomor {n} Tahun {y}", "PP No. {n}/{y}", "Permendagri {n}/{y}", "Perda No {n} Th {y}"),
    *("Peraturan Menteri PANRB Nomor {n} Tahun {y}", "Peraturan Gubernur Nomor {n} Tahun {y}"),
)
TITLES = (
    *("Pelayanan Publik", "Kearsipan dan Dokumentasi", "Keuangan Pusat dan Pemerintah Daerah"),
    "Pembentukan Produk Hukum dan Peraturan Kepala Daerah",
)
LAWS = st.builds(
    lambda name, title, number, year: f"{name.format(n=number, y=year)} tentang {title}",
    st.sampled_from(NAMES),
    st.sampled_from(TITLES),
    st.integers(1, 200),
    st.integers(1999, 2026),
)


@given(
    st.lists(LAWS, min_size=1, max_size=3),
    st.sampled_from((" dan ", ", dan ", " serta ", ", ", "; ")),
)
def test_joined_laws_are_as_many_as_were_joined(laws, between):
    named = [law for law in laws if "Peraturan Kepala" not in law] or laws[:1]
    assert list(parted_laws(between.join(named))) == named


@given(LAWS)
def test_each_part_says_what_it_said_alone(law):
    other = "UU 14/2008 tentang Keterbukaan Informasi Publik"
    first, *_ = marked_laws(f"{other} dan {law}")
    assert parse_citation(first[0]) == parse_citation(other)


@pytest.mark.parametrize(
    "law",
    [
        "PP 96/2012 tentang Pelaksanaan UU Nomor 25 Tahun 2009 dan UU Nomor 1 Tahun 2010",
        "PP 12/2019 tentang Pencabutan PP Nomor 58 Tahun 2005 dan PP Nomor 8 Tahun 2006",
        "Permendagri 80/2015 tentang Pembentukan Produk Hukum Daerah dan Peraturan Daerah",
        "UU 23/2014 sebagaimana telah diubah, terakhir dengan UU 9/2015 tentang Perubahan Kedua",
        "Kearsipan dan UU 43/2009 tentang Kearsipan",
        "",
    ],
)
def test_others_named_in_a_title_are_part_of_it(law):
    assert parted_laws(law) == (law,)


def test_laws_without_titles_are_parted_at_commas():
    typed = "UU 25/2009, PP 96/2012 dan Permendagri Nomor 52 Tahun 2011"
    assert parted_laws(typed) == ("UU 25/2009", "PP 96/2012", "Permendagri Nomor 52 Tahun 2011")


def test_roman_numbers_in_front_count_laws():
    laws = ("UU 25/2009 tentang Pelayanan Publik", "UU 14/2008 tentang KIP", "PP 61/2010")
    for mark, law in zip(("I. ", "II. ", "XIV) "), laws, strict=True):
        assert without_law_marker(mark + law) == law


@pytest.mark.parametrize(
    ("law", "chain"),
    [
        ("UU 23/2014 dan UU 9/2015 tentang Pemerintahan Daerah", [9]),
        ("UU No. 14 Tahun 2008, UU 25/2009 dan PP 96/2012 tentang Keterbukaan", [25, 96]),
        ("Perda Nomor 4 Tahun 2019 serta Pergub Nomor 5 Tahun 2020 tentang Arsip", [5]),
    ],
)
def test_laws_of_one_title_stay_one_entry_and_are_all_known(law, chain):
    assert parted_laws(law) == (law,)
    read = parse_citation(law)
    assert read.title == law.partition(" tentang ")[2]
    assert [int(one.number.partition("/")[0]) for one in read.chain] == chain
