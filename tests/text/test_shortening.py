"""What is made short keeps its beginning, and stays within what it was given."""

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.shortening import (
    one_line,
    quoted,
    shortened,
    shortened_by_words,
    shortened_in_units,
)

LIMITS = st.integers(2, 40)
TEXTS = st.text(st.sampled_from("ab é\n𝄞🙂"), max_size=60)


@given(TEXTS, LIMITS)
def test_a_text_that_fits_is_left_and_another_one_is_cut(text, limit):
    for cut in (shortened, shortened_by_words, one_line, quoted):
        told = cut(text, limit)
        assert len(told) <= limit
        whole = " ".join(text.split()) if cut in (one_line, quoted) else text
        if len(whole) <= limit:
            assert told == whole
        else:
            assert told.endswith("…")
            assert whole.startswith(told[:-1])


@given(TEXTS, LIMITS)
def test_excel_counts_a_letter_beyond_the_first_plane_twice(text, limit):
    told = shortened_in_units(text, limit)
    assert len(told.encode("utf-16-le")) <= 2 * limit
    fits = len(text.encode("utf-16-le")) <= 2 * limit
    assert told == text if fits else text.startswith(told.removesuffix("…"))


def test_a_text_is_cut_between_words_where_it_is_asked_for():
    assert shortened_by_words("Penanganan Surat Masuk", 18) == "Penanganan Surat…"
    assert shortened("Penanganan Surat Masuk", 18) == "Penanganan Surat…"
    assert shortened("Penanganan Surat Masuk", 20) == "Penanganan Surat Ma…"
