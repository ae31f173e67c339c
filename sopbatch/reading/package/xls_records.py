"""The records of the sheets of an xls workbook: formulas, errors, formats and hidden parts."""

import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType

from sopbatch.model import Format
from sopbatch.reading.package.facts import BookFacts, Extent, SheetFacts
from sopbatch.reading.package.formats import cell_formats
from sopbatch.reading.package.formulas import FormulaNotes
from sopbatch.reading.package.ooxml_cells import Budget, check_spread
from sopbatch.reading.package.records import CellNotes, double, rk_number
from sopbatch.reading.package.xls_globals import read_globals, records

_CELL = struct.Struct("<HHH")
_SHORT = struct.Struct("<H")
_FORMULA, _NUMBER, _PACKED, _PACKED_ROW = 0x06, 0x0203, 0x027E, 0xBD
_SHARED, _OF_AREA = 0x04BC, 0x0221
_SHARED_TOKENS: Mapping[int, int] = MappingProxyType({_SHARED: 8, _OF_AREA: 12})
"""Where the length of the tokens stands in a formula that several cells share."""
_CELL_TOKENS = 20
"""The same in a cell's own formula."""
_ERROR, _TEXTS = 0x0205, (0xFD, 0x0204, 0xD6)
_ROW_LOOKS, _COLUMN_LOOKS, _OBJECT = 0x0208, 0x7D, 0x5D
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x1
_NO_SHAPES = (0x14, 0x19)
"""Drawn objects that are no drawing: arrows of drop-down lists, notes."""
_JOINS_TEXTS = b"\x08"
"""The last token of a formula whose result is a text."""
_ANY_RESULT, _RESULT_TEXTS, _RESULT_ERROR = 0xFFFF, (0, 3), 2
_LAST_COLUMN = 0xFF


def survey_records(stream: bytes, *, parsed: bytes, has_macros: bool) -> BookFacts:
    """The facts of a workbook stream; refuses one with a password or too many parts."""
    book = read_globals(stream)
    formats = cell_formats(book.styles, book.formats)
    known, budget = book.known(), Budget()
    sheets = {}
    for name, at in book.sheets:
        facts = SheetFacts(name=name)
        notes = CellNotes(facts, formats, FormulaNotes(facts, known, budget))
        sheets[name] = _read_sheet(stream, at, notes)
    return BookFacts(
        format=Format.XLS,
        parsed=parsed,
        sheets=sheets,
        names=book.ranges(),
        has_macros=has_macros,
        outside=tuple(dict.fromkeys(book.outside)),
        date_1904=book.date_1904,
    )


def _read_sheet(stream: bytes, at: int, notes: CellNotes) -> SheetFacts:
    facts, extent = notes.facts, Extent()
    for kind, data in records(stream, at):
        try:
            if (read := _CELLS.get(kind)) is not None:
                row, column, style = _CELL.unpack_from(data)
                extent.add(row + 1, column + 1)
                read(notes, (row + 1, column + 1), style, data)
            elif (place := _SHARED_TOKENS.get(kind)) is not None:
                notes.formulas.shared(*_tokens(data, place))
            elif kind in _LOOKS:
                _LOOKS[kind](facts, data)
        except (struct.error, IndexError):
            continue
    notes.formulas.close()
    # Padding to the end of the sheet is often hidden too; only rows with content count.
    check_spread(facts.name, extent)
    facts.hidden_rows = {row for row in facts.hidden_rows if row <= extent.bottom}
    facts.hidden_columns = {column for column in facts.hidden_columns if column <= extent.right}
    return facts


def _cell_number(notes: CellNotes, at: tuple[int, int], style: int, data: bytes) -> None:
    notes.number(at, style, double(data, 6))


def _cell_packed(notes: CellNotes, at: tuple[int, int], style: int, data: bytes) -> None:
    notes.number(at, style, rk_number(struct.unpack_from("<I", data, 6)[0]))


def _cells_packed(notes: CellNotes, at: tuple[int, int], _: int, data: bytes) -> None:
    row, first = at
    pairs = struct.iter_unpack("<HI", data[4 : 4 + (len(data) - 6) // 6 * 6])
    for column, (style, packed) in enumerate(pairs, start=first):
        notes.number((row, column), style, rk_number(packed))


def _cell_text(notes: CellNotes, at: tuple[int, int], style: int, _: bytes) -> None:
    notes.text(at, style)


def _cell_error(notes: CellNotes, at: tuple[int, int], _: int, data: bytes) -> None:
    if data[7]:
        notes.error(at, data[6])


def _tokens(data: bytes, place: int) -> tuple[bytes, bytes]:
    """Tokens of a formula whose length stands there, and the bytes behind them."""
    begin = place + _SHORT.size
    end = begin + _SHORT.unpack_from(data, place)[0]
    return data[begin:end], data[end:]


def _cell_formula(notes: CellNotes, at: tuple[int, int], style: int, data: bytes) -> None:
    tokens, extra = _tokens(data, _CELL_TOKENS)
    notes.formulas.cell(at, tokens, extra)
    if struct.unpack_from("<H", data, 12)[0] != _ANY_RESULT:
        notes.number(at, style, double(data, 6))
        # A program that did not calculate stored 0, where the formula joins texts.
        if tokens[-1:] == _JOINS_TEXTS and not double(data, 6):
            notes.facts.uncached.add(at)
    elif data[6] == _RESULT_ERROR:
        notes.error(at, data[8])
    elif data[6] in _RESULT_TEXTS:
        notes.text(at, style)


_CELLS: Mapping[int, Callable[[CellNotes, tuple[int, int], int, bytes], None]] = MappingProxyType(
    {
        _FORMULA: _cell_formula,
        _NUMBER: _cell_number,
        _PACKED: _cell_packed,
        _PACKED_ROW: _cells_packed,
        _ERROR: _cell_error,
        **dict.fromkeys(_TEXTS, _cell_text),
    }
)


def _note_row(facts: SheetFacts, data: bytes) -> None:
    row, *_, flags = struct.unpack_from("<HHHHHHH", data)
    if flags & _HIDDEN_ROW:
        facts.hidden_rows.add(row + 1)


def _note_column(facts: SheetFacts, data: bytes) -> None:
    first, last, width, _, flags = struct.unpack_from("<HHHHH", data)
    if flags & _HIDDEN_COLUMN or not width:
        facts.hidden_columns.update(range(first + 1, min(last, _LAST_COLUMN) + 2))


def _note_object(facts: SheetFacts, data: bytes) -> None:
    facts.shapes += struct.unpack_from("<H", data, 4)[0] not in _NO_SHAPES


_LOOKS: Mapping[int, Callable[[SheetFacts, bytes], None]] = MappingProxyType(
    {_ROW_LOOKS: _note_row, _COLUMN_LOOKS: _note_column, _OBJECT: _note_object}
)
