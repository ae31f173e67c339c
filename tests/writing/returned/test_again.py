"""A marked file may come back: the marks of the last round go, everything else stays."""

from typing import Any

import pytest

from sopbatch.model import Severity
from sopbatch.writing.returned import mark_copy
from tests.writing.returned.books import (
    OWN,
    REVIEW,
    found,
    opened,
    packed,
    parts_of,
    review_of,
    rich_book,
    saved,
)

OTHER = review_of(found("A2", Severity.WARNING, code="D-01", sentence="Tanggal hanya bulan."))


@pytest.fixture(scope="module")
def sent():
    return rich_book()


def test_marking_twice_is_marking_once(sent):
    once = mark_copy(sent, REVIEW)
    assert mark_copy(once, REVIEW) == once


def test_the_same_input_gives_the_same_bytes(sent):
    assert mark_copy(sent, REVIEW) == mark_copy(sent, REVIEW)


def test_marks_of_another_round_leave_nothing_behind(sent):
    """But the styles of the first round, which nobody uses any more, and the author's name."""
    straight, again = mark_copy(sent, OTHER), mark_copy(mark_copy(sent, REVIEW), OTHER)
    differing = {
        name
        for name in {*parts_of(straight), *parts_of(again)}
        if parts_of(straight).get(name) != parts_of(again).get(name)
    }
    assert differing <= {
        "xl/styles.xml",
        "xl/worksheets/sheetSopb.xml",
        "xl/worksheets/sheetSopb2.xml",
        "xl/worksheets/sheet1.xml",
    }
    assert opened(again)["Isian"]["C3"].comment.text == "Catatan Bu Ani"
    assert opened(again)["Isian"]["B7"].comment is None


def test_a_sheet_without_notes_of_its_own_is_left_as_it_was(sent):
    marked = mark_copy(sent, review_of(found("A1", sheet="Daftar")))
    assert "xl/commentsSopb.xml" in parts_of(marked)
    assert list(parts_of(mark_copy(marked, OTHER))) == list(parts_of(mark_copy(sent, OTHER)))


def test_white_space_between_elements_survives():
    spaced = {
        name: part.replace(b"><", b">\n<") if "sheet1" in name or "workbook" in name else part
        for name, part in parts_of(rich_book()).items()
    }
    sent = packed(spaced)
    once = mark_copy(sent, REVIEW)
    assert mark_copy(once, REVIEW) == once
    assert (
        parts_of(mark_copy(once, OTHER))["xl/workbook.xml"]
        == (parts_of(mark_copy(sent, OTHER))["xl/workbook.xml"])
    )


def test_what_the_officer_writes_below_our_note_stays():
    marked = mark_copy(rich_book(), REVIEW)
    book = opened(marked)
    comment = book["Isian"]["C3"].comment
    comment.text += "\nSudah saya perbaiki."
    again = opened(mark_copy(saved(book), OTHER))
    assert again["Isian"]["C3"].comment.text == "Catatan Bu Ani\nSudah saya perbaiki."


def test_a_sender_may_quote_our_heading():
    book = opened(rich_book())
    book["Isian"]["C3"].comment.text = "Catatan pemeriksaan SOP: lihat map biru"
    marked = mark_copy(mark_copy(saved(book), REVIEW), OTHER)
    assert opened(marked)["Isian"]["C3"].comment.text == "Catatan pemeriksaan SOP: lihat map biru"


def marks(data: bytes) -> tuple[Any, ...]:
    """Sheets, notes, coloured ranges and names of a workbook."""
    book = opened(data)
    notes = {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book.worksheets
        for row in sheet
        for cell in row
        if cell.comment
    }
    colours = sorted(
        f"{sheet.title}!{ranges.sqref}"
        for sheet in book.worksheets
        for ranges, rules in sheet.conditional_formatting._cf_rules.items()  # type: ignore[attr-defined]
        for rule in rules
        if "sopbatch" in "".join(map(str, rule.formula))
    )
    return book.sheetnames, notes, colours, sorted(book.defined_names)


def test_marks_are_known_again_after_a_save_by_openpyxl(sent):
    once = saved(opened(mark_copy(sent, REVIEW)))
    plain = saved(opened(sent))
    assert marks(mark_copy(once, REVIEW)) == marks(mark_copy(plain, REVIEW))


@pytest.mark.long
@pytest.mark.office
def test_marks_are_known_again_after_a_save_by_libreoffice(sent, office):
    once = office.convert(mark_copy(sent, REVIEW), "xlsx")
    plain = office.convert(sent, "xlsx")
    assert marks(once)[0][0] == "Perbaikan"
    assert marks(mark_copy(once, REVIEW)) == marks(mark_copy(plain, REVIEW))
    gone = marks(mark_copy(once, OTHER))
    assert gone[1].keys() == {"Isian!C3", "Isian!C9", "Isian!A2"}
    assert gone[2] == ["Isian!A2"]


def test_corrections_survive(sent):
    book = opened(mark_copy(sent, REVIEW))
    book["Isian"]["C3"] = "Nama yang benar"
    again = opened(mark_copy(saved(book), OTHER))
    assert again["Isian"]["C3"].value == "Nama yang benar"


@pytest.mark.parametrize("change", ["renamed", "moved", "deleted"])
def test_our_sheet_is_known_whatever_became_of_it(sent, change):
    book = opened(mark_copy(sent, REVIEW))
    ours = book["Perbaikan"]
    if change == "renamed":
        ours.title = "Daftar 'lama'"
        book.defined_names["sopb_perbaikan"].attr_text = "'Daftar ''lama'''!$A$1"
    elif change == "moved":
        book.move_sheet(ours, 2)
    elif change == "deleted":
        del book["Perbaikan"]
        book.defined_names["sopb_perbaikan"].attr_text = "#REF!$A$1"
    again = opened(mark_copy(saved(book), REVIEW))
    assert again.sheetnames == [*OWN, "Isian", "Daftar", "Tersembunyi", "Grafik"]
    assert again["Daftar"].defined_names.keys() == {"Setempat"}
    assert again["Isian"].print_title_rows == "$1:$2"
