"""Texts are compared, guessed and shown back as officers mean them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.rules.basics.wording import shown
from sopbatch.text.blank import blank
from sopbatch.text.names import folded, name_key
from sopbatch.text.words import long_date


@pytest.mark.parametrize(
    "text", ["", " ", "-", "–", "...", "……", "N/A", "Nihil", "Tidak ada", "xxx"]
)
def test_nothing_is_said_in_many_ways(text: str):
    assert blank(text)


@pytest.mark.parametrize("text", ["0", "x", "ada", "Tidak ada kaitan dengan SOP lain", "a-"])
def test_a_single_letter_or_figure_is_something_said(text: str):
    assert not blank(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("SOP Pengelolaan Surat Masuk", "pengelolaan surat-masuk"),
        ("S.O.P. Pengelolaan Surat Masuk", "Pengelolaan Surat Masuk"),
        ("Standar Operasional Prosedur Evaluasi", "Prosedur Evaluasi"),
        ("SOP AP: Reviu Renja Tahun 2024", "Reviu Renja"),
        ("Reviu Renja 2025", "Reviu Renja 2024"),
    ],
)
def test_one_title_written_in_two_ways_has_one_key(left: str, right: str):
    assert name_key(left) == name_key(right)


def test_a_title_about_sops_keeps_the_word():
    assert name_key("Fasilitasi Penyusunan SOP AP") == "fasilitasi penyusunan sop ap"


def test_a_long_text_is_cut_and_a_blank_one_named():
    assert shown("") == "(kosong)"
    assert len(shown("kata " * 40)) <= 60


def test_a_date_is_written_in_indonesian():
    assert long_date(date(2025, 8, 3)) == "3 Agustus 2025"


@given(st.text())
def test_folding_twice_is_folding_once(text: str):
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_any_text_can_be_asked_and_shown(text: str):
    blank(text)
    name_key(text)
    assert shown(text)
