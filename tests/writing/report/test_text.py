from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.words import count, enumeration, long_date, percent
from sopbatch.writing.report.text import clean, header_text, in_one_line, wrapped_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("biasa", "biasa"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x1bc", "a�b�c"),
        ("\ud83d", "�"),
        ("\u202etxt", "�txt"),
        ("x" * 32_767, "x" * 32_767),
        ("x" * 32_768, "x" * 32_766 + "…"),
    ],
)
def test_clean(text, shown):
    assert clean(text) == shown


@given(st.text(st.characters()))
def test_clean_text_stays_clean(text):
    once = clean(text)
    assert clean(once) == once
    once.encode("utf-8")


@pytest.mark.parametrize(
    ("fraction", "shown"),
    [(None, "-"), (0.0, "0,0%"), (0.475, "47,5%"), (1.0, "100,0%"), (0.999, "99,9%")],
)
def test_percent(fraction, shown):
    assert percent(fraction) == shown


def test_indonesian_forms():
    assert count(1234567) == "1.234.567"
    assert long_date(date(2026, 8, 17)) == "17 Agustus 2026"


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A dan B"), (["A", "B", "C"], "A, B, dan C")],
)
def test_enumeration(items, text):
    assert enumeration(items) == text


def test_header_text_holds_no_commands():
    assert header_text("Biro A & B &P") == "Biro A && B &&P"


def test_shortened_text_is_one_line():
    assert in_one_line("satu\ndua  tiga", 40) == "satu dua tiga"
    assert in_one_line("satu dua tiga", 9) == "satu dua…"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("pendek", 20, 1),
        ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", 34, 2),
        ("satu\ndua\ntiga", 20, 3),
        ("kata " * 1000, 20, 12),
    ],
)
def test_wrapped_lines(text, width, lines):
    assert wrapped_lines(text, width) == lines
