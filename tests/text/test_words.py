"""Words for people: numbers, days, lists and sentences as Indonesian writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.words import as_sentence, begun, count, enumeration, long_date, percent


@pytest.mark.parametrize(
    ("fraction", "shown"),
    [(None, "-"), (0.0, "0,0%"), (0.475, "47,5%"), (1.0, "100,0%"), (0.999, "99,9%")],
)
def test_a_share_has_one_decimal_behind_a_comma(fraction, shown):
    assert percent(fraction) == shown


def test_thousands_have_a_point_and_months_their_names():
    assert count(1234567) == "1.234.567"
    assert long_date(date(2026, 8, 17)) == "17 Agustus 2026"


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A dan B"), (["A", "B", "C"], "A, B, dan C")],
)
def test_the_last_of_a_list_is_joined_by_dan(items, text):
    assert enumeration(items) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("isinya sama dengan “a.xlsx”", "Isinya sama dengan “a.xlsx”"),
        ("ditahan: pengirimnya belum dikenal", "Ditahan: pengirimnya belum dikenal"),
        ("tl-01, status Dicabut", "tl-01, status Dicabut"),
        ("“a.xlsx” dan “b.xlsx”", "“a.xlsx” dan “b.xlsx”"),
        ("Berkas rusak.", "Berkas rusak."),
        ("-", "-"),
        ("", ""),
    ],
)
def test_a_text_begins_large_unless_it_begins_with_a_code_or_a_sign(text, shown):
    assert begun(text) == shown


@given(st.text(st.characters(codec="ascii")))
def test_nothing_but_the_first_letter_changes(text):
    assert begun(text)[1:] == text[1:]
    assert begun(text).lower() == text.lower()
    assert begun(begun(text)) == begun(text)


@given(st.text())
def test_a_reason_is_ended_once(text):
    told = as_sentence(text)
    assert as_sentence(told) == told
    assert not any(map(str.isalnum, told)) or told.rstrip("”)")[-1] in ".?!…"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("berkasnya belum diterima", "Berkasnya belum diterima."),
        ("Berkas rusak.", "Berkas rusak."),
        ("pilih salah satu (“a.xlsx”)", "Pilih salah satu (“a.xlsx”)."),
        ("isi “Tidak ada.”", "Isi “Tidak ada.”"),
        ("-", "-"),
    ],
)
def test_a_reason_ends_as_a_sentence(text, shown):
    assert as_sentence(text) == shown
