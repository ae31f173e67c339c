"""What of a text is printed."""

import unicodedata
from datetime import date
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.fonts import covered
from sopbatch.text.plain import seen
from sopbatch.text.printable import CUT, printable, undrawable
from sopbatch.text.words import long_date


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Menerima berkas", "Menerima berkas"),
        ("  dua\n baris\tdan tab \u00a0", "dua baris dan tab"),
        ("a\x00b\x07c\x1bd\x7fe", "abcde"),
        ("kiri\u202ekanan\u200b\ufeff", "kirikanan"),
        ("\ud800 lepas", "□ lepas"),
        ("berkas 😀 lengkap", "berkas □ lengkap"),
        ("👨\u200d👩\u200d👧\ufe0f", "□□□"),
        ("cafe\u0301", "café"),
        ("\uf0b7 butir", "• butir"),
        ("✓ sudah", "√ sudah"),
        ("≥ 3 → 5 – “ya” …", "≥ 3 → 5 – “ya” …"),
        ("Peny" + "u\u0301\u0302" * 2, "Penyú\u0302ú\u0302"),
        ("q" + "\u0301" * 500 + "a", "q\u0301\u0301□a"),
        ("q" + "\u0301\u200d" * 500 + "a", "q\u0301\u0301□a"),
        ("", ""),
    ],
)
def test_only_what_the_bundled_font_draws_is_printed(typed: str, expected: str) -> None:
    assert printable(typed) == expected


def test_a_long_text_is_cut_and_says_so() -> None:
    assert printable("a" * 4000) == "a" * 4000
    assert printable("a" * 4001) == "a" * 4000 + CUT


@given(st.text(st.characters(codec=None), max_size=200))
def test_whatever_comes_in_no_control_goes_out(text: str) -> None:
    shown = printable(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in shown)
    assert printable(shown) == shown


def test_months_have_their_indonesian_names() -> None:
    assert [long_date(date(2025, month, 1)).split()[1] for month in (1, 5, 8, 12)] == [
        *("Januari", "Mei", "Agustus", "Desember"),
    ]


@given(st.text(st.characters(codec=None, exclude_characters="□"), max_size=50))
def test_no_box_is_printed_for_what_is_not_told_as_undrawable(text: str) -> None:
    assert ("□" in printable(text)) == bool(undrawable(text))


def tower(text: str) -> int:
    """Most marks that stand on one letter."""
    runs = groupby(text, key=lambda letter: bool(unicodedata.combining(letter)))
    return max((len(list(run)) for marked, run in runs if marked), default=0)


def test_no_mark_that_the_fonts_draw_towers_above_its_letter() -> None:
    for mark in filter(unicodedata.combining, map(chr, covered())):
        for letter in "q", " ", "Ā":
            typed = letter + mark * 9
            assert max(tower(printable(typed)), tower(seen(typed))) <= 2
            assert undrawable(typed)
