"""What the tests ask of LibreOffice they are told the same way however much they ask at once."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook

from sopbatch.model import CellRef
from tests.office import Office
from tests.there import there

KINDS = ("teks", 7, 2.5, True, date(2026, 1, 2), None, "=1/0", "=NA()", '="a"&"b"', "=1+1", '=""')
COPIES = 6


def test_many_cells_are_read_as_one_by_one(office: Office):
    book, stream = Workbook(), BytesIO()
    sheet = there(book.active)
    for _ in range(COPIES):
        sheet.append(KINDS)
    book.save(stream)
    cells = [
        CellRef(sheet.title, row, column)
        for row in range(2, COPIES + 1)
        for column in range(1, len(KINDS) + 1)
    ]
    with office.opened(stream.getvalue()) as opened:
        alone = {cell: opened.read([cell])[cell] for cell in cells}
        assert opened.read(cells) == alone
    assert [value for value in alone.values() if isinstance(value, dict)]
