"""A register as operators keep it: merged cells, other heads, columns and sheets of their own."""

from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from sopbatch.model import Severity
from sopbatch.reading import RegisterReading, read_grid, read_register
from sopbatch.writing.templates import write_register_template
from tests.sample_batch.register import REGISTER

WORKBOOK = write_register_template(REGISTER)
PLAN, UNITS = "Rencana SOP", "Perangkat Daerah"
Change = Callable[[Workbook], object]


def reading(*changes: Change) -> RegisterReading:
    """The sample register, read after these changes."""
    book = load_workbook(BytesIO(WORKBOOK))
    for change in changes:
        change(book)
    stream = BytesIO()
    book.save(stream)
    return read_register(read_grid(stream.getvalue()))


PLAIN = reading()


def merged(book: Workbook) -> None:
    """The code of the agency and its section stand once beside their titles."""
    sheet = book[PLAN]
    last = 5
    while sheet.cell(last + 1, 2).value == sheet["B5"].value:
        last += 1
    for column in "BC":
        same = [
            row
            for row in range(5, last + 1)
            if sheet[f"{column}{row}"].value == sheet[f"{column}5"].value
        ]
        sheet.merge_cells(f"{column}5:{column}{max(same) if max(same) - 4 == len(same) else 5}")


def heads_of_other_lists(book: Workbook) -> None:
    units = book[UNITS]
    units["A4"], units["B4"], units["D4"] = "Kode OPD", "Nama OPD", "Email"
    book[PLAN]["B4"], book[PLAN]["E4"] = "Kode SKPD", "Target"


def renamed(book: Workbook) -> None:
    book[PLAN].title, book[UNITS].title = "4. RENCANA SOP 2026", "Daftar Perangkat Daerah"


def numbered(book: Workbook) -> None:
    sheet = book[PLAN]
    sheet.insert_cols(1)
    sheet["A4"] = "No."
    for row in range(5, 10):
        sheet.cell(row, 1).value = row - 4


def hidden(book: Workbook) -> None:
    sheet = book[PLAN]
    sheet.column_dimensions["B"].hidden = sheet.row_dimensions[6].hidden = True
    sheet.auto_filter.ref = "A4:J20"


def heads_of_two_rows(book: Workbook) -> None:
    sheet = book[PLAN]
    sheet.insert_rows(5)
    sheet["D4"], sheet["D5"] = "Rencana", sheet["D4"].value
    sheet["E4"], sheet["E5"] = None, sheet["E4"].value
    sheet.merge_cells("D4:E4")
    for column in "ABC":
        sheet.merge_cells(f"{column}4:{column}5")


@pytest.mark.parametrize(
    "change", [merged, heads_of_two_rows, heads_of_other_lists, renamed, numbered, hidden]
)
def test_a_register_kept_in_another_way_says_the_same(change):
    read = reading(change)
    assert read.findings == PLAIN.findings
    assert read.register == PLAIN.register


def own_column(book: Workbook) -> None:
    book[PLAN]["L4"], book[PLAN]["L6"] = "Ruang rapat", "Lantai 2"


def beside(book: Workbook) -> None:
    book[PLAN]["M7"] = "tanyakan lagi"


def copied(book: Workbook) -> None:
    book.copy_worksheet(book[PLAN]).title = "Salinan Rencana SOP"


def notes(book: Workbook) -> None:
    book.create_sheet("Agenda")["B2"] = "Rapat hari Senin"


def repeated_heads(book: Workbook) -> None:
    sheet = book[PLAN]
    sheet.insert_rows(9)
    for column in range(1, 11):
        sheet.cell(9, column).value = sheet.cell(4, column).value


@pytest.mark.parametrize(
    ("change", "cell", "severity"),
    [
        (repeated_heads, f"{PLAN}!A9", Severity.INFO),
        (own_column, f"{PLAN}!L4", Severity.WARNING),
        (beside, f"{PLAN}!M7", Severity.INFO),
        (copied, "Salinan Rencana SOP!A1", Severity.WARNING),
        (notes, "Agenda!B2", Severity.INFO),
    ],
)
def test_what_is_not_read_is_told_once_where_it_stands(change, cell, severity):
    read = reading(change)
    (told,) = (one for one in read.findings if one not in PLAIN.findings)
    assert (str(told.cell), told.severity) == (cell, severity)
    assert read.register == PLAIN.register


def test_a_missing_column_of_codes_is_told_without_what_follows_of_it():
    def unnamed(book: Workbook) -> None:
        book[UNITS]["A4"] = "Sandi"

    told = [one.sentence for one in reading(unnamed).findings if one not in PLAIN.findings]
    assert told == ["Kolom “Kode” tidak ditemukan."]


def test_a_copied_row_is_told_once():
    def copied_row(book: Workbook) -> None:
        sheet = book[PLAN]
        for column in range(1, 11):
            sheet.cell(200, column).value = sheet.cell(5, column).value

    told = [str(one.cell) for one in reading(copied_row).findings if one not in PLAIN.findings]
    assert told == [f"{PLAN}!A200"]
