import pytest
from hypothesis import given
from hypothesis import strategies as st

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
def test_any_cell_can_hold_it_and_shows_what_was_lost(text, shown):
    assert clean(text) == shown


@given(st.text(st.characters()))
def test_clean_text_stays_clean(text):
    once = clean(text)
    assert clean(once) == once
    once.encode("utf-8")


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
def test_a_row_grows_by_the_lines_that_its_text_needs_up_to_a_limit(text, width, lines):
    assert wrapped_lines(text, width) == lines
