"""Texts as glyphs: no line longer than it is measured, every letter drawn and readable again."""

import unicodedata
from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from sopbatch.text.fonts import covered
from sopbatch.text.measuring import text_width as measured
from sopbatch.writing.pdf.canvas import text_width
from sopbatch.writing.pdf.marks import in_order_of_sight, placed_marks
from tests.writing.pdf.one_page import one_page

LETTERS = st.sampled_from(sorted(map(chr, covered())))
PLAIN = [
    c for c in sorted(map(chr, covered())) if not unicodedata.category(c).startswith(("C", "Z"))
]


@pytest.mark.long
@given(st.text(LETTERS, max_size=60), st.booleans())
def test_no_line_is_drawn_longer_than_the_layout_measures_it(text: str, bold: bool) -> None:
    assert text_width(text, 8.0, bold=bold) <= measured(text, 8.0, bold=bold) + 1e-6


@pytest.mark.parametrize("text", ["Nama SOP", "2 hari kerja", "Menelaah berkas – “selesai”"])
def test_a_line_without_pairs_is_as_long_as_measured(text: str) -> None:
    assert text_width(text, 8.0) == pytest.approx(measured(text, 8.0), abs=1e-6)


@pytest.mark.parametrize("pair", ["AV", "To", "P.", "11"])
def test_some_pairs_stand_nearer(pair: str) -> None:
    assert text_width(pair, 8.0) < measured(pair, 8.0) - 0.05


@pytest.mark.long
@given(st.text(st.sampled_from(PLAIN), max_size=30), st.booleans())
def test_every_letter_of_the_fonts_is_drawn_and_can_be_copied(text: str, bold: bool) -> None:
    reader = PdfReader(BytesIO(one_page(text, bold=bold)))
    resources: Any = reader.pages[0]["/Resources"]
    fonts = resources["/Font"]
    inner = fonts[f"/F{int(bold)}"]["/DescendantFonts"][0].get_object()
    program = TTFont(BytesIO(inner["/FontDescriptor"]["/FontFile2"].get_data()))
    unicodes = fonts[f"/F{int(bold)}"]["/ToUnicode"].get_data().decode()
    with_outline = program["glyf"]
    for letter in text:
        code = unicodes.partition(f"> <{letter.encode('utf-16-be').hex()}>")[0][-4:]
        width = program["hmtx"][program.getGlyphName(int(code, 16))][0]
        assert width / 2048 * 8.0 * 25.4 / 72 == pytest.approx(measured(letter, 8.0, bold=bold))
        assert with_outline[program.getGlyphName(int(code, 16))].numberOfContours


def test_documents_with_common_letters_have_the_same_fonts() -> None:
    programs = {_program(one_page(text)) for text in ("Nama SOP", "Dasar Hukum", "2–3 “hari”", "")}
    assert len(programs) == 1
    assert _program(one_page("né")) not in programs


def _program(pdf: bytes) -> bytes:
    resources: Any = PdfReader(BytesIO(pdf)).pages[0]["/Resources"]
    inner = resources["/Font"]["/F0"]["/DescendantFonts"][0].get_object()
    return bytes(inner["/FontDescriptor"]["/FontFile2"].get_data())


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Nama SOP", "Nama SOP"),
        ("שלום", "םולש"),
        ("a שלום עולם b", "a םלוע םולש b"),
        ("a שלום 12 עולם", "a םולש 12 םלוע"),
        ("q\u0323\u0301a", "q\u0323\u0301a"),
    ],
)
def test_words_that_run_left_are_drawn_so(text: str, seen: str) -> None:
    assert in_order_of_sight(text) == seen


def test_marks_stand_over_and_under_their_letters() -> None:
    letter, below, above, other = placed_marks("q\u0323\u0301a", bold=False)
    assert letter is other is None
    assert below is not None
    assert above is not None
    assert below[1] < 0
    assert above != below


def test_a_mark_takes_no_room() -> None:
    assert text_width("q\u0301x", 8.0) == pytest.approx(text_width("qx", 8.0))
