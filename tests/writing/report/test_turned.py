"""Turned heads are read to their last letter."""

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.measuring import MM_PER_POINT
from sopbatch.text.wrapping import breaks_words, wrap
from sopbatch.writing.report.text import LINE_POINTS, SIZE
from sopbatch.writing.report.turned import ENDS_POINTS, turned_points

WORDS = ("Berkesinambungan", "Standar", "menunggu", "SOP", "dan", "hukum", "Teridentifikasi")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.floats(4.5, 12))
def test_a_turned_head_stands_whole_in_its_cell(words, width):
    title = " ".join(words)
    along = (turned_points(title, width) - ENDS_POINTS) * MM_PER_POINT
    assert not breaks_words(title, along, SIZE, bold=True)
    lines = len(wrap(title, along, SIZE, bold=True))
    assert lines == 1 or lines * LINE_POINTS <= width * 7 * 0.75
