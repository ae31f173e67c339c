"""The sheet Perbaikan and the notes say what to mend, where, and in which order."""

from dataclasses import replace

import pytest

from sopbatch.model import CellRef, Place, Repair, Severity
from sopbatch.writing.returned import mark_copy, plain_list
from sopbatch.writing.returned.words import addresses
from tests.there import there
from tests.writing.returned.books import found, opened, parts_of, review_of, rich_book, saved

SENT = rich_book()
FIRST_ROW = 7


def listed(review, sent=SENT):
    """Texts of the list's rows, from the first band on."""
    sheet = opened(mark_copy(sent, review))["Perbaikan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW, min_col=2)]
    return [[value for value in row if value not in (None, "")] for row in rows]


def test_what_blocks_comes_first_then_warnings_then_advice():
    rows = listed(
        review_of(
            found("A1", Severity.INFO, code="L-14"),
            found("A2", Severity.WARNING, code="W-05"),
            found("A3", code="D-01"),
            replace(found("A4", code="D-02"), trial=True),
        )
    )
    assert [row[0] for row in rows if len(row) == 1] == [
        "Harus diperbaiki: SOP lengkap setelah semua butir ini selesai",
        "Sebaiknya diperbaiki",
        "Saran",
    ]
    assert [(row[0], row[-1]) for row in rows if len(row) > 1] == [
        (1, "D-01"), (2, "W-05"), (3, "D-02"), (4, "L-14"),
    ]  # fmt: skip


def test_a_line_names_sheet_cell_fault_remedy_reason_and_rule():
    _, row = listed(review_of(found("C3", suggestion="Penyusunan")))
    assert row == [
        1, "Isian", "C3", "Nama SOP belum diisi.",
        "Isi nama SOP.", "Penyusunan", "PermenPAN-RB 35/2012.", "I-06",
    ]  # fmt: skip


def test_a_suggestion_stands_alone_in_its_cell_as_a_text_that_stays_open_when_copied():
    cell = opened(mark_copy(SENT, review_of(found("C3", suggestion="0650101"))))["Perbaikan"]["G8"]
    assert (cell.value, cell.data_type, cell.number_format) == ("0650101", "s", "@")
    assert not cell.protection.locked


def test_a_suggestion_for_one_item_keeps_the_other_items_of_its_cell():
    items = ("UU No. 25 Tahun 2009", "PP 28 ttg Arsip", "Perda 3 ttg Arsip")
    places = [Place("legal_basis", row) for row in range(1, 4)]
    about = [
        replace(found("C3", suggestion=text.replace("ttg", "tentang")), place=place)
        for place, text in zip(places[1:], items[1:], strict=True)
    ]
    sent = review_of(*about)
    assert sent.submission
    cells = dict.fromkeys(places, CellRef("Isian", 3, 3))
    submission = replace(sent.submission, cells=cells, values=dict(zip(places, items, strict=True)))
    (row,) = listed(replace(sent, submission=submission))[1:]
    assert row[5] == "UU No. 25 Tahun 2009\nPP 28 tentang Arsip\nPerda 3 tentang Arsip"


def test_equal_findings_are_one_line_with_all_cells():
    cells = ("C5", "C6", "C7", "C2", "D2")
    rows = listed(review_of(*(found(cell, sentence="Waktu kosong.") for cell in cells)))
    assert rows[1][1:4] == ["Isian", "C2, C5–C7, D2", "Waktu kosong."]


def test_findings_of_one_rule_are_one_line_with_a_sentence_each():
    rows = listed(
        review_of(*(found(f"C{row}", sentence=f"Langkah {row} kosong.") for row in range(1, 9)))
    )
    assert len(rows) == 2
    assert rows[1][3].split("\n") == [
        *(f"• Langkah {row} kosong." for row in range(1, 6)),
        "• … dan 3 lagi: lihat catatan di selnya",
    ]


def test_many_addresses_stand_below_the_sentence():
    cells = [f"C{row}" for row in range(1, 30, 2)]
    row = listed(review_of(*(found(cell) for cell in cells)))[1]
    assert row[2] == "C1, C3, C5, C7, …"
    assert row[3].endswith(f"\nSel: {', '.join(cells)}")


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ((), ""),
        (((12, 3),), "C12"),
        (((12, 3), (15, 3), (16, 3), (17, 3), (18, 3), (19, 3)), "C12, C15–C19"),
        (((1, 27), (1, 28), (2, 27)), "AA1–AA2, AB1"),
        (((2, 1), (2, 1)), "A2"),
    ],
)
def test_addresses_are_told_in_words(cells, text):
    assert addresses(CellRef("Isian", *cell) for cell in cells) == text


def test_a_finding_about_the_file_has_a_line_without_a_link():
    sheet = opened(mark_copy(SENT, review_of(found(""))))["Perbaikan"]
    assert [cell.value for cell in sheet[8]][1:5] == [
        1,
        "Seluruh berkas",
        "",
        "Nama SOP belum diisi.",
    ]
    assert sheet["D8"].hyperlink is None


@pytest.mark.parametrize("name", ["Isian", "Data 2026", "Tutik's", "A!B"])
def test_links_lead_to_the_cells(name):
    book = opened(SENT)
    book["Isian"].title = name
    marked = opened(
        mark_copy(saved(book), review_of(found("C3", sheet=name), found("B9", sheet=name)))
    )
    link = marked["Perbaikan"]["D8"].hyperlink.location
    sheet, _, cell = link.rpartition("!")
    assert sheet[1:-1].replace("''", "'") in marked.sheetnames
    assert cell == "B9"


def test_the_score_counts_findings_and_fields_without_any():
    review = review_of(found("C3"), found("C4"), found("B1", Severity.WARNING))
    line = opened(mark_copy(SENT, review))["Perbaikan"]["B3"].value
    assert line.split("       ") == [
        "2 hal harus diperbaiki", "1 hal sebaiknya diperbaiki", "2 isian tanpa catatan",
    ]  # fmt: skip


def test_waived_findings_are_not_told():
    review = review_of(found("C3"), replace(found("C4", code="D-01"), waived="disepakati"))
    assert [row[-1] for row in listed(review)][1:] == ["I-06"]
    assert opened(mark_copy(SENT, review))["Isian"]["C4"].comment is None


def test_what_the_reader_put_right_is_told_below():
    repair = Repair(Place("title"), CellRef("Isian", 3, 3), "Label dibaca sebagai “Nama SOP”.")
    rows = listed(review_of(found("C3"), repairs=(repair,)))
    assert rows[-1] == [1, "Isian", "C3", "Label dibaca sebagai “Nama SOP”."]


def test_the_list_is_printed_well():
    sheet = opened(mark_copy(SENT, review_of(found("C3"))))["Perbaikan"]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert there(sheet.sheet_properties.pageSetUpPr).fitToPage
    assert sheet.print_title_rows == "$6:$6"
    assert sheet.freeze_panes == "A7"


def test_notes_say_what_is_wrong_and_what_to_do():
    review = review_of(
        found("B4", suggestion="Saran kami"),
        found("B4", Severity.WARNING, code="W-05", sentence="Kira-kira.", advice="Tulis pasti."),
    )
    assert opened(mark_copy(SENT, review))["Isian"]["B4"].comment.text == (
        "Catatan pemeriksaan SOP\n"
        "Harus diperbaiki: Nama SOP belum diisi.\n→ Isi nama SOP.\nMaksud Anda: “Saran kami”?\n\n"
        "Sebaiknya diperbaiki: Kira-kira.\n→ Tulis pasti.\n\n"
        "Catatan ini hilang sendiri pada pemeriksaan berikutnya."
    )


def test_a_mark_in_a_merged_cell_is_seen_in_its_first_cell():
    sheet = opened(mark_copy(SENT, review_of(found("B15"), found("C14", code="D-01"))))["Isian"]
    assert sheet["A14"].comment.text.count("Harus diperbaiki: ") == 1
    ranges = [str(entry.sqref) for entry in sheet.conditional_formatting]
    assert ranges[0] == "A14:C15"


def test_the_worst_finding_colours_the_cell():
    review = review_of(found("B4", Severity.INFO), found("B4"), found("B5", Severity.WARNING))
    sheet = opened(mark_copy(SENT, review))["Isian"]
    fills = {
        str(entry.sqref): entry.rules[0].dxf.fill.bgColor.rgb
        for entry in sheet.conditional_formatting
        if "sopbatch" in str(entry.rules[0].formula)
    }
    assert fills == {"B4": "FFF6C9BF", "B5": "FFFCE3A6"}


HOSTILE = (
    '=HYPERLINK("http://contoh.invalid","klik")',
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "]]></t><f>1+1</f>",
    "&lt;b&gt; &amp;",
    "_x0041_",
    "{{7*7}}",
    "baris\nbaru\ttab",
    "🌿 عربي",
    "&P&N",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_cell_text_stays_text(text):
    review = review_of(
        found("C3", sentence=text, advice=text, suggestion=text),
        name=f"{text}.xlsx",
        repairs=(Repair(Place(), None, text),),
    )
    marked = mark_copy(SENT, review)
    sheet = parts_of(marked)["xl/worksheets/sheetSopb.xml"]
    assert b"<f>" not in sheet
    book = opened(marked)
    assert book["Perbaikan"]["E8"].value.replace("_x005F_", "_") == text
    assert text in book["Isian"]["C3"].comment.text.replace("_x005F_", "_")
    assert mark_copy(marked, review) == marked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x00a\x1bb", "\ufffda\ufffdb"),
        ("\ud800 lepas", "\ufffd lepas"),
        ("\u202egnp", "\ufffdgnp"),
        ("a\r\nb", "a\nb"),
        ("x" * 40_000, "x" * 2000 + " … (dipotong)"),
    ],
)
def test_what_cannot_be_shown_is_replaced_visibly(text, shown):
    marked = opened(mark_copy(SENT, review_of(found("C3", sentence=text), name=f"{text}.xlsx")))
    assert marked["Perbaikan"]["E8"].value == shown
    assert shown in marked["Isian"]["C3"].comment.text


def test_a_thousand_findings_on_one_cell_fit_into_its_note():
    review = review_of(*(found("C3", sentence=f"Salah {n}. " + "x" * 500) for n in range(1000)))
    assert len(opened(mark_copy(SENT, review))["Isian"]["C3"].comment.text) < 32_767


def test_the_plain_list_tells_the_same():
    review = review_of(found("C3"), found("B7", Severity.INFO, code="L-14"))
    text = plain_list(review)
    assert text.decode("utf-8-sig").split("\r\n") == [
        "Perbaikan berkas “a.xlsx”",
        f"Tanda terima {review.received.number}",
        "1 hal harus diperbaiki, 0 hal sebaiknya diperbaiki, 1 saran, 2 isian tanpa catatan",
        "",
        "HARUS DIPERBAIKI: SOP LENGKAP SETELAH SEMUA BUTIR INI SELESAI",
        "1. Isian C3: Nama SOP belum diisi.",
        "   → Isi nama SOP.",
        "",
        "SARAN",
        "2. Isian B7: Nama SOP belum diisi.",
        "   → Isi nama SOP.",
    ]
