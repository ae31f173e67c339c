"""Lines fit their cell and lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.measuring import text_width
from sopbatch.text.wrapping import breaks_words, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 20, ()),
        ("  ", 20, ()),
        ("Surat permohonan", 60, ("Surat permohonan",)),
        ("Surat permohonan", 18, ("Surat", "permohonan")),
        ("satu\ndua", 60, ("satu", "dua")),
        ("30 menit/berkas", 14, ("30 menit/", "berkas")),
        ("dari 0-20 orang", 11, ("dari", "0-20", "orang")),
        ("lihat SOP-107", 13, ("lihat", "SOP-107")),
        ("anak-anak didik", 9, ("anak-", "anak", "didik")),
        ("iiiiiiiiii", 3.2, ("iiiii", "iiiii")),
    ],
)
def test_text_is_broken_where_a_reader_expects(text: str, width: float, lines: tuple[str, ...]):
    assert wrap(text, width, 8) == lines


@given(text=st.text(alphabet="abc lmW-/\n é", max_size=80), width=st.floats(4, 60))
def test_every_line_fits_and_every_letter_stays(text: str, width: float):
    lines = wrap(text, width, 8)
    assert all(text_width(line, 8) <= width + 1e-9 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.long
@given(
    words=st.lists(st.from_regex(r"[A-Z]{0,3}-?[0-9]{1,3}(-[0-9]{1,3}){1,2}", fullmatch=True)),
    width=st.floats(30, 60),
)
def test_no_line_ends_within_a_number(words: list[str], width: float):
    lines = wrap(" ".join(words), width, 8)
    assert [word for line in lines for word in line.split()] == words


def test_bold_is_wider_and_size_scales():
    assert text_width("Pelaksana", 8, bold=True) > text_width("Pelaksana", 8)
    assert text_width("Pelaksana", 16) == pytest.approx(2 * text_width("Pelaksana", 8))


def test_a_letter_the_font_lacks_has_a_width():
    assert text_width("語", 8) > 0


def test_a_word_wider_than_its_cell_is_known():
    assert breaks_words("Ketatalaksanaan", 10, 8)
    assert not breaks_words("Ketatalaksanaan", 40, 8)
