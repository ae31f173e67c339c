"""The records of an xlsb workbook: formulas, errors, formats, names and hidden parts."""

import struct
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from types import MappingProxyType

from sopbatch.model import NamedRange
from sopbatch.reading import limits
from sopbatch.reading.package.facts import Extent, Position, SheetFacts
from sopbatch.reading.package.formats import Formats, cell_formats
from sopbatch.reading.package.ooxml_cells import check_spread
from sopbatch.reading.package.records import CellNotes, double, referred, rk_number
from sopbatch.reading.refusals import Refusal, Refused

_CELL = struct.Struct("<II")
_ROW = struct.Struct("<I")
_ROW_HEAD, _COLUMN_LOOKS = 0, 60
_PACKED, _ERROR, _NUMBER, _TEXT, _SHARED_TEXT = 2, 3, 5, 6, 7
_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_TRUTH, _FORMULA_ERROR = 8, 9, 10, 11
_STRING, _NAME, _FORMAT, _STYLE, _STYLES, _STYLES_END = 19, 39, 44, 47, 617, 618
_BOOK, _SHEET, _OWN_BOOK, _BOOKS, _LINKS = 153, 156, 357, (355, 356, 357, 358, 359), 362
_EPOCH_1904, _HIDDEN_ROW, _HIDDEN_COLUMN, _BUILT_IN = 0x1, 0x10, 0x1, 0x20
_STYLE_BITS = 0xFFFFFF
_NO_SHEET = 0xFFFFFFFF


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each record."""
    return ((kind, content) for _, kind, content in _placed_records(data))


def _placed_records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Where each record begins, its number and content; number and length take few bytes."""
    at, end = 0, len(data)
    while at < end:
        begin = at
        kind = data[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while at < end and shift < 28:
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield begin, kind, data[at : at + length]
        at += length


def _text(data: bytes, at: int) -> tuple[str, int]:
    """A text with its length in front, and the place behind it."""
    (length,) = _ROW.unpack_from(data, at)
    if length == _NO_SHEET:
        return "", at + 4
    end = at + 4 + 2 * length
    if end > len(data):
        raise struct.error
    return data[at + 4 : end].decode("utf-16-le", "replace"), end


@dataclass(slots=True)
class BinaryBook:
    """What the workbook part tells."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    """(name, relationship id) in order."""
    date_1904: bool = False
    _books: list[bool] = field(default_factory=list)
    """Whether each group of links leads to this workbook itself."""
    _links: list[tuple[int, int, int]] = field(default_factory=list)
    _names: list[tuple[bool, str, bytes]] = field(default_factory=list)
    """(known to one sheet alone, name, tokens)."""

    def ranges(self) -> dict[str, NamedRange]:
        """Lower-cased name to range; those of the whole workbook before those of one sheet."""
        sheets = {
            number: self.sheets[first][0]
            for number, (book, first, last) in enumerate(self._links)
            if book < len(self._books) and self._books[book]
            if first == last and first < len(self.sheets)
        }
        found: dict[str, NamedRange] = {}
        for _, name, tokens in sorted(self._names, key=lambda one: one[0]):
            area = referred(tokens, sheets, _ROW)
            if area is not None and name:
                found.setdefault(name.lower(), area)
        return found

    def note(self, kind: int, data: bytes) -> None:
        """Take down a record."""
        if kind == _BOOK:
            self.date_1904 = bool(data[0] & _EPOCH_1904)
        elif kind == _SHEET:
            link, at = _text(data, 8)
            self.sheets.append((_text(data, at)[0], link))
        elif kind in _BOOKS:
            self._books.append(kind == _OWN_BOOK)
        elif kind == _LINKS:
            body = data[4:]
            self._links += struct.iter_unpack("<III", body[: len(body) // 12 * 12])
        elif kind == _NAME:
            self._note_name(data)

    def check(self) -> None:
        """Refuse too many sheets or names."""
        if len(self.sheets) > limits.SHEETS:
            raise Refused(Refusal.TOO_MANY_SHEETS, {"limit": limits.SHEETS})
        if len(self._names) > limits.NAMES:
            raise Refused(Refusal.TOO_MANY_NAMES, {"limit": limits.NAMES})

    def _note_name(self, data: bytes) -> None:
        flags, _, sheet = struct.unpack_from("<IBI", data)
        name, at = _text(data, 9)
        (size,) = _ROW.unpack_from(data, at)
        if not flags & _BUILT_IN:
            self._names.append((sheet != _NO_SHEET, name, data[at + 4 : at + 4 + size]))


def read_book(data: bytes) -> BinaryBook:
    """The workbook part."""
    book = BinaryBook()
    for kind, content in _records(data):
        try:
            book.note(kind, content)
        except (struct.error, IndexError):
            # The parser judges what is damaged; a record cut short tells nothing here.
            continue
    book.check()
    return book


def read_formats(data: bytes) -> Formats:
    """Formats of the cell styles of a styles part."""
    own: dict[int, str] = {}
    styles: list[int] = []
    counts = False
    for kind, content in _records(data):
        try:
            if kind == _FORMAT:
                own[struct.unpack_from("<H", content)[0]] = _text(content, 2)[0]
            elif kind in (_STYLES, _STYLES_END):
                counts = kind == _STYLES
            elif kind == _STYLE and counts:
                styles.append(struct.unpack_from("<H", content, 2)[0])
        except struct.error:
            continue
    return cell_formats(styles, own)


def blank_strings(data: bytes) -> frozenset[int]:
    """Numbers of the shared texts that say nothing."""
    items = (content for kind, content in _records(data) if kind == _STRING)
    return frozenset(number for number, item in enumerate(items) if _says_nothing(item, 1))


def without_blanks(data: bytes, blank: Set[int]) -> bytes:
    """A worksheet part without cells whose text says nothing: the parser would reckon with them."""
    kept, begin, dropping = bytearray(), 0, False
    for at, kind, content in _placed_records(data):
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
        return not _text(content, at)[0].strip()
    except struct.error:
        return False


def read_sheet(
    data: bytes, name: str, formats: Formats, blank: Set[int] = frozenset()
) -> SheetFacts:
    """Facts of a worksheet part; `blank` are numbers of shared texts that say nothing."""
    facts = SheetFacts(name=name)
    notes = CellNotes(facts, formats)
    extent = Extent()
    row = 0
    for kind, content in _records(data):
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
        except (struct.error, IndexError):
            continue
    check_spread(name, extent)
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


def _nothing(_: CellNotes, __: Position, ___: int, ____: bytes) -> None:
    pass


def _calculated(
    read: Callable[[CellNotes, Position, int, bytes], None],
) -> Callable[[CellNotes, Position, int, bytes], None]:
    def note(notes: CellNotes, at: Position, style: int, data: bytes) -> None:
        notes.formula(at)
        read(notes, at, style, data)

    return note


_CELLS: Mapping[int, Callable[[CellNotes, Position, int, bytes], None]] = MappingProxyType(
    {
        _PACKED: _packed,
        _ERROR: _error,
        _NUMBER: _number,
        _TEXT: _text_cell,
        _SHARED_TEXT: _text_cell,
        _FORMULA_TEXT: _calculated(_text_cell),
        _FORMULA_NUMBER: _calculated(_number),
        _FORMULA_TRUTH: _calculated(_nothing),
        _FORMULA_ERROR: _calculated(_error),
    }
)
