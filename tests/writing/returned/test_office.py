"""A real LibreOffice opens marked copies and shows what they are meant to show."""

import re

import pytest

from sopbatch.model import CellRef
from sopbatch.writing.returned import mark_copy
from tests.there import there
from tests.writing.returned.books import REVIEW, found, opened, review_of, rich_book, with_parts

pytestmark = pytest.mark.office


def test_a_marked_copy_opens_with_its_list_in_front(office):
    with office.opened(mark_copy(rich_book(), REVIEW)) as book:
        title, line = CellRef("Perbaikan", 1, 2), CellRef("Perbaikan", 8, 5)
        total = CellRef("Isian", 1, 4)
        shown = book.read([title, line, total])
        assert shown == {title: "Perbaikan", line: "Nama SOP belum diisi.", total: 99}
        saved = opened(book.saved("xlsx"))
    assert there(saved.active).title == "Perbaikan"
    assert saved["Isian"]["C3"].comment.text.startswith("Catatan Bu Ani\n\nCatatan pemeriksaan")
    assert saved["Isian"]["B7"].comment.text.startswith("Catatan pemeriksaan SOP\nSebaiknya")
    assert saved["Isian"].protection.sheet
    assert len(saved["Isian"]._images) == 1  # type: ignore[attr-defined]
    assert saved["Perbaikan"].print_title_rows == "$6:$6"


def test_marked_cells_have_the_colour_of_their_worst_finding(office):
    """Also where a format of the sender's would colour them."""
    sheet = "xl/worksheets/sheet1.xml"
    unlocked = {sheet: lambda part: re.sub(rb"<sheetProtection[^>]*/>", b"", part)}
    with office.opened(mark_copy(with_parts(rich_book(), unlocked), REVIEW)) as book:
        colours = book.colours()
    assert colours[CellRef("Isian", 3, 3)] == "#F6C9BF"
    assert colours[CellRef("Isian", 7, 2)] == "#FCE3A6"
    assert colours[CellRef("Isian", 1, 4)] == "#D3E5F5"
    assert colours[CellRef("Isian", 5, 1)] == "#C6EFCE"


@pytest.mark.few(1)
@pytest.mark.parametrize("text", ["=1+1", "<b>&amp;", "_x0041_", "\x00\ud800", "🌿\nbaris"])
def test_odd_texts_are_shown_as_they_are(office, text):
    review = review_of(found("C3", sentence=text))
    cell = CellRef("Perbaikan", 8, 5)
    with office.opened(mark_copy(rich_book(), review)) as book:
        assert book.read([cell])[cell] == text.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
