"""The records of the sheets of an xlsb workbook: formulas, errors, formats and hidden parts."""

import struct
from collections.abc import Callable, Mapping, Set
from types import MappingProxyType

from sopbatch.reading import limits
from sopbatch.reading.package.facts import Extent, Position, SheetFacts
from sopbatch.reading.package.formats import Formats, cell_formats
from sopbatch.reading.package.ooxml_cells import check_spread
from sopbatch.reading.package.records import CellNotes, double, rk_number
from sopbatch.reading.package.xlsb_book import placed_records, records, text_at

_CELL = struct.Struct("<II")
_ROW = struct.Struct("<I")
_ROW_HEAD, _COLUMN_LOOKS = 0, 60
_PACKED, _ERROR, _NUMBER, _TEXT, _SHARED_TEXT = 2, 3, 5, 6, 7
_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_TRUTH, _FORMULA_ERROR = 8, 9, 10, 11
_SHARED_TOKENS: Mapping[int, int] = MappingProxyType({426: 17, 427: 16})
"""Where the length of the tokens stands in a formula that several cells share."""
_STRING, _FORMAT, _STYLE, _STYLES, _STYLES_END = 19, 44, 47, 617, 618
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x1
_STYLE_BITS = 0xFFFFFF
_FLAGS = 2
"""Bytes between a result and the formula."""


def read_formats(data: bytes) -> Formats:
    """Formats of the cell styles of a styles part."""
    own: dict[int, str] = {}
    styles: list[int] = []
    counts = False
    for kind, content in records(data):
        try:
            if kind == _FORMAT:
                own[struct.unpack_from("<H", content)[0]] = text_at(content, 2)[0]
            elif kind in (_STYLES, _STYLES_END):
                counts = kind == _STYLES
            elif kind == _STYLE and counts:
                styles.append(struct.unpack_from("<H", content, 2)[0])
        except struct.error:
            continue
    return cell_formats(styles, own)


def blank_strings(data: bytes) -> frozenset[int]:
    """Numbers of the shared texts that say nothing."""
    items = (content for kind, content in records(data) if kind == _STRING)
    return frozenset(number for number, item in enumerate(items) if _says_nothing(item, 1))


def without_blanks(data: bytes, blank: Set[int]) -> bytes:
    """A worksheet part without cells whose text says nothing: the parser would reckon with them."""
    kept, begin, dropping = bytearray(), 0, False
    for at, kind, content in placed_records(data):
        is_blank = _is_blank(kind, content, blank)
        if is_blank and not dropping:
            kept += data[begin:at]
        elif dropping and not is_blank:
            begin = at
        dropping = is_blank
    return bytes(kept) if dropping else bytes(kept + data[begin:])


def _is_blank(kind: int, content: bytes, blank: Set[int]) -> bool:
    if kind == _SHARED_TEXT:
        return len(content) >= 12 and _ROW.unpack_from(content, 8)[0] in blank
    return kind in (_TEXT, _FORMULA_TEXT) and _says_nothing(content, 8)


def _says_nothing(content: bytes, at: int) -> bool:
    try:
        return not text_at(content, at)[0].strip()
    except struct.error:
        return False


def read_sheet(data: bytes, notes: CellNotes, blank: Set[int] = frozenset()) -> SheetFacts:
    """Facts of a worksheet part; `blank` are numbers of shared texts that say nothing."""
    facts, extent = notes.facts, Extent()
    row = 0
    for kind, content in records(data):
        try:
            if kind == _ROW_HEAD:
                row = _ROW.unpack_from(content)[0] + 1
                if content[11] & _HIDDEN_ROW:
                    facts.hidden_rows.add(row)
            elif kind == _COLUMN_LOOKS:
                _note_columns(facts, content)
            elif (read := _CELLS.get(kind)) is not None:
                column, style = _CELL.unpack_from(content)
                if not _is_blank(kind, content, blank):
                    extent.add(row, column + 1)
                read(notes, (row, column + 1), style & _STYLE_BITS, content)
            elif (place := _SHARED_TOKENS.get(kind)) is not None:
                notes.formulas.shared(*_tokens(content, place))
        except (struct.error, IndexError):
            continue
    notes.formulas.close()
    check_spread(facts.name, extent)
    facts.hidden_columns = {column for column in facts.hidden_columns if column <= extent.right}
    return facts


def _note_columns(facts: SheetFacts, data: bytes) -> None:
    first, last, width, _, flags = struct.unpack_from("<IIIIH", data)
    if flags & _HIDDEN_COLUMN or not width:
        facts.hidden_columns.update(range(first + 1, min(last + 1, limits.LAST_COLUMN) + 1))


def _packed(notes: CellNotes, at: Position, style: int, data: bytes) -> None:
    notes.number(at, style, rk_number(_ROW.unpack_from(data, 8)[0]))


def _number(notes: CellNotes, at: Position, style: int, data: bytes) -> None:
    notes.number(at, style, double(data, 8))


def _error(notes: CellNotes, at: Position, _: int, data: bytes) -> None:
    notes.error(at, data[8])


def _text_cell(notes: CellNotes, at: Position, style: int, _: bytes) -> None:
    notes.text(at, style)


def _truth(_: CellNotes, __: Position, ___: int, ____: bytes) -> None:
    pass


def _calculated(
    read: Callable[[CellNotes, Position, int, bytes], None], size: int
) -> Callable[[CellNotes, Position, int, bytes], None]:
    """A formula before whose tokens a result of so many bytes stands, and of a text its letters."""

    def note(notes: CellNotes, at: Position, style: int, data: bytes) -> None:
        end = _CELL.size + size
        if size == _ROW.size:
            end += 2 * _ROW.unpack_from(data, _CELL.size)[0]
        notes.formulas.cell(at, *_tokens(data, end + _FLAGS))
        read(notes, at, style, data)

    return note


def _tokens(data: bytes, place: int) -> tuple[bytes, bytes]:
    """Tokens of a formula whose length stands there, and the bytes behind them."""
    begin = place + _ROW.size
    end = begin + _ROW.unpack_from(data, place)[0]
    # The bytes behind have their length in front.
    return data[begin:end], data[end + _ROW.size :]


_CELLS: Mapping[int, Callable[[CellNotes, Position, int, bytes], None]] = MappingProxyType(
    {
        _PACKED: _packed,
        _ERROR: _error,
        _NUMBER: _number,
        _TEXT: _text_cell,
        _SHARED_TEXT: _text_cell,
        _FORMULA_TEXT: _calculated(_text_cell, 4),
        _FORMULA_NUMBER: _calculated(_number, 8),
        _FORMULA_TRUTH: _calculated(_truth, 1),
        _FORMULA_ERROR: _calculated(_error, 1),
    }
)
