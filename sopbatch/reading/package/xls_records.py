"""The records of an xls workbook: formulas, errors, formats, names and hidden parts."""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sopbatch.model import NamedRange, Outside, OutsideKind
from sopbatch.reading import limits
from sopbatch.reading.package.facts import BookFacts, Extent, SheetFacts
from sopbatch.reading.package.formats import Formats, cell_formats
from sopbatch.reading.package.ooxml_cells import check_spread
from sopbatch.reading.package.records import CellNotes, double, referred, rk_number
from sopbatch.reading.refusals import Refusal, Refused

_RECORD = struct.Struct("<HH")
_CELL = struct.Struct("<HHH")
_ROW = struct.Struct("<H")
_START, _END, _PASSWORD, _SHEET = 0x0809, 0x0A, 0x2F, 0x85
_NEW_BOOK = 0x0600
"""Version of the workbook from which on texts are Unicode."""
_EPOCH, _FORMAT, _STYLE, _NAME = 0x22, 0x041E, 0xE0, 0x18
_BOOKS, _SHEET_LINKS = 0x01AE, 0x17
_OWN_BOOK, _OTHER_BOOK = 0x0401, 0
_PARTS_TOPIC = "\x03"
"""Parts a program from what it is asked for."""
_FORMULA, _NUMBER, _PACKED, _PACKED_ROW = 0x06, 0x0203, 0x027E, 0xBD
_ERROR, _TEXTS = 0x0205, (0xFD, 0x0204, 0xD6)
_ROW_LOOKS, _COLUMN_LOOKS, _OBJECT = 0x0208, 0x7D, 0x5D
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x1
_NO_SHAPES = (0x14, 0x19)
"""Drawn objects that are no drawing: arrows of drop-down lists, notes."""
_JOINS_TEXTS = 0x08
"""The last token of a formula whose result is a text."""
_ANY_RESULT, _RESULT_TEXTS, _RESULT_ERROR = 0xFFFF, (0, 3), 2
_BUILT_IN, _WIDE = 0x20, 0x1
_LAST_COLUMN = 0xFF


@dataclass(slots=True, kw_only=True)
class _Globals:
    """What stands before the sheets."""

    is_new: bool = True
    sheets: list[tuple[str, int]] = field(default_factory=list)
    """(name, place in the stream) in order."""
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    books: list[int] = field(default_factory=list)
    """What each group of links leads to: this workbook, functions added to Excel, or another."""
    outside: list[Outside] = field(default_factory=list)
    """Other workbooks and programs."""
    links: list[tuple[int, int, int]] = field(default_factory=list)
    names: list[tuple[int, str, bytes]] = field(default_factory=list)
    """(sheet that alone knows it or 0, name, tokens)."""
    date_1904: bool = False

    def ranges(self) -> dict[str, NamedRange]:
        """Lower-cased name to range; those of the whole workbook before those of one sheet."""
        sheets = {
            number: self.sheets[first][0]
            for number, (book, first, last) in enumerate(self.links)
            if book < len(self.books) and self.books[book] == _OWN_BOOK
            if first == last and first < len(self.sheets)
        }
        found: dict[str, NamedRange] = {}
        for _, name, tokens in sorted(self.names, key=lambda one: one[0]):
            area = referred(tokens, sheets, _ROW)
            if area is not None and name:
                found.setdefault(name.lower(), area)
        return found


def survey_records(stream: bytes, *, parsed: bytes, has_macros: bool) -> BookFacts:
    """The facts of a workbook stream; refuses one with a password or too many parts."""
    book = _read_globals(stream)
    formats = cell_formats(book.styles, book.formats)
    sheets = {name: _read_sheet(stream, at, name, formats) for name, at in book.sheets}
    return BookFacts(
        format="xls",
        parsed=parsed,
        sheets=sheets,
        names=book.ranges(),
        has_macros=has_macros,
        outside=tuple(dict.fromkeys(book.outside)),
        date_1904=book.date_1904,
    )


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Records from a place to the end of what begins there; charts within are passed over."""
    depth = 0
    while at + _RECORD.size <= len(stream):
        kind, length = _RECORD.unpack_from(stream, at)
        at += _RECORD.size
        depth += (kind == _START) - (kind == _END)
        if depth <= 0 and kind == _END:
            return
        if depth <= 1:
            yield kind, stream[at : at + length]
        at += length


def is_locked(stream: bytes) -> bool:
    """Whether the stream is encrypted."""
    return any(kind == _PASSWORD for kind, _ in _records(stream, 0))


def _read_globals(stream: bytes) -> _Globals:
    book = _Globals()
    for kind, data in _records(stream, 0):
        if kind == _PASSWORD:
            raise Refused(Refusal.PASSWORD)
        if (read := _GLOBALS.get(kind)) is not None:
            try:
                read(book, data)
            except (struct.error, IndexError):
                # The parser judges what is damaged; a record cut short tells nothing here.
                continue
    return book


def _note_version(book: _Globals, data: bytes) -> None:
    book.is_new = struct.unpack_from("<H", data)[0] >= _NEW_BOOK


def _note_sheet(book: _Globals, data: bytes) -> None:
    (place,) = struct.unpack_from("<I", data)
    book.sheets.append((_text(data[6:], wide_length=False, is_new=book.is_new), place))
    if len(book.sheets) > limits.SHEETS:
        raise Refused(Refusal.TOO_MANY_SHEETS, {"limit": limits.SHEETS})


def _note_format(book: _Globals, data: bytes) -> None:
    (number,) = struct.unpack_from("<H", data)
    book.formats[number] = _text(data[2:], wide_length=book.is_new, is_new=book.is_new)


def _note_style(book: _Globals, data: bytes) -> None:
    book.styles.append(struct.unpack_from("<H", data, 2)[0])


def _note_epoch(book: _Globals, data: bytes) -> None:
    book.date_1904 = data[0] == 1


def _note_book(book: _Globals, data: bytes) -> None:
    if len(data) == 4:
        book.books.append(struct.unpack_from("<H", data, 2)[0])
        return
    book.books.append(_OTHER_BOOK)
    # Marks between the letters stand for the parts of a path.
    target = _text(data[2:], wide_length=book.is_new, is_new=book.is_new)
    letters = "".join(letter if letter.isprintable() else "/" for letter in target)
    kind: OutsideKind = "program" if _PARTS_TOPIC in target else "workbook"
    book.outside.append(Outside(kind, letters.strip("/")))


def _note_links(book: _Globals, data: bytes) -> None:
    if book.is_new:
        book.links += struct.iter_unpack("<HHH", data[2 : 2 + (len(data) - 2) // 6 * 6])


def _note_name(book: _Globals, data: bytes) -> None:
    flags, _, length, size, _, sheet = struct.unpack_from("<HBBHHH", data)
    if not book.is_new or flags & _BUILT_IN:
        return
    wide = data[14] & _WIDE
    end = 15 + length * (1 + wide)
    name = data[15:end].decode("utf-16-le" if wide else "latin-1", "replace")
    book.names.append((sheet, name, data[end : end + size]))
    if len(book.names) > limits.NAMES:
        raise Refused(Refusal.TOO_MANY_NAMES, {"limit": limits.NAMES})


_GLOBALS: Mapping[int, Callable[[_Globals, bytes], None]] = MappingProxyType(
    {
        _START: _note_version,
        _SHEET: _note_sheet,
        _FORMAT: _note_format,
        _STYLE: _note_style,
        _EPOCH: _note_epoch,
        _BOOKS: _note_book,
        _SHEET_LINKS: _note_links,
        _NAME: _note_name,
    }
)


def _text(data: bytes, *, wide_length: bool, is_new: bool) -> str:
    """A text with its length in front; before Unicode one byte a letter."""
    at = 2 if wide_length else 1
    length = int.from_bytes(data[:at], "little")
    if not is_new:
        return data[at : at + length].decode("cp1252", "replace")
    wide = data[at] & _WIDE
    letters = data[at + 1 : at + 1 + length * (1 + wide)]
    return letters.decode("utf-16-le" if wide else "latin-1", "replace")


def _read_sheet(stream: bytes, at: int, name: str, formats: Formats) -> SheetFacts:
    facts = SheetFacts(name=name)
    notes = CellNotes(facts, formats)
    extent = Extent()
    for kind, data in _records(stream, at):
        try:
            if (read := _CELLS.get(kind)) is not None:
                row, column, style = _CELL.unpack_from(data)
                extent.add(row + 1, column + 1)
                read(notes, (row + 1, column + 1), style, data)
            elif kind in _LOOKS:
                _LOOKS[kind](facts, data)
        except (struct.error, IndexError):
            continue
    # Padding to the end of the sheet is often hidden too; only rows with content count.
    check_spread(name, extent)
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


def _cell_formula(notes: CellNotes, at: tuple[int, int], style: int, data: bytes) -> None:
    notes.formula(at)
    if struct.unpack_from("<H", data, 12)[0] != _ANY_RESULT:
        notes.number(at, style, double(data, 6))
        # A program that did not calculate stored 0, where the formula joins texts.
        if data[21 + data[20]] == _JOINS_TEXTS and not double(data, 6):
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
