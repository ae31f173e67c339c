"""What stands before the sheets of an xls workbook: names, links, formats."""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sopbatch.model import NamedRange, Outside, OutsideKind
from sopbatch.reading import limits
from sopbatch.reading.package.records import referred
from sopbatch.reading.package.spelling import XLS, Known, sheet_prefix
from sopbatch.reading.refusals import Refusal, Refused

_RECORD = struct.Struct("<HH")
_ROW = struct.Struct("<H")
_START, _END, _PASSWORD, _SHEET = 0x0809, 0x0A, 0x2F, 0x85
_NEW_BOOK = 0x0600
"""Version of the workbook from which on texts are Unicode."""
_EPOCH, _FORMAT, _STYLE, _NAME = 0x22, 0x041E, 0xE0, 0x18
_BOOKS, _SHEET_LINKS, _FOREIGN_NAME = 0x01AE, 0x17, 0x23
_OWN_BOOK, _OTHER_BOOK = 0x0401, 0
_PARTS_TOPIC, _PATH = "\x03", "\x01"
"""Parts a program from what it is asked for; in a path, which begins with a mark, its folders."""
_BUILT_IN, _WIDE = 0x20, 0x1


@dataclass(slots=True, kw_only=True)
class Globals:
    """What stands before the sheets."""

    is_new: bool = True
    sheets: list[tuple[str, int]] = field(default_factory=list)
    """(name, place in the stream) in order."""
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    books: list[int] = field(default_factory=list)
    """What each group of links leads to: this workbook, functions added to Excel, or another."""
    foreign_names: list[list[str]] = field(default_factory=list)
    """Names that each group of links knows there, such as functions added to Excel."""
    outside: list[Outside] = field(default_factory=list)
    """Other workbooks and programs."""
    links: list[tuple[int, int, int]] = field(default_factory=list)
    names: list[tuple[int, str, bytes]] = field(default_factory=list)
    """(sheet that alone knows it or 0, name or "" for one of Excel's own, tokens)."""
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

    def known(self) -> Known | None:
        """What tokens of formulas stand for; before Unicode they were others."""
        names = tuple(name for _, name, _ in self.names)
        return Known(XLS, names, self._sheet, self._foreign_name) if self.is_new else None

    def _sheet(self, link: int) -> str:
        book, first, last = self.links[link]
        if self.books[book] != _OWN_BOOK:
            return f"[{book}]!"
        return sheet_prefix(self.sheets[first][0], self.sheets[last][0])

    def _foreign_name(self, link: int, number: int) -> str:
        book = self.links[link][0]
        if self.books[book] == _OWN_BOOK:
            return self.names[number - 1][1]
        return self.foreign_names[book][number - 1]


def records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
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
    return any(kind == _PASSWORD for kind, _ in records(stream, 0))


def read_globals(stream: bytes) -> Globals:
    """What the records before the sheets tell; refuses a workbook with a password."""
    book = Globals()
    for kind, data in records(stream, 0):
        if kind == _PASSWORD:
            raise Refused(Refusal.PASSWORD)
        if (read := _GLOBALS.get(kind)) is not None:
            try:
                read(book, data)
            except (struct.error, IndexError):
                # The parser judges what is damaged; a record cut short tells nothing here.
                continue
    return book


def _note_version(book: Globals, data: bytes) -> None:
    book.is_new = struct.unpack_from("<H", data)[0] >= _NEW_BOOK


def _note_sheet(book: Globals, data: bytes) -> None:
    (place,) = struct.unpack_from("<I", data)
    book.sheets.append((_text(data[6:], wide_length=False, is_new=book.is_new), place))
    if len(book.sheets) > limits.SHEETS:
        raise Refused(Refusal.TOO_MANY_SHEETS, {"limit": limits.SHEETS})


def _note_format(book: Globals, data: bytes) -> None:
    (number,) = struct.unpack_from("<H", data)
    book.formats[number] = _text(data[2:], wide_length=book.is_new, is_new=book.is_new)


def _note_style(book: Globals, data: bytes) -> None:
    book.styles.append(struct.unpack_from("<H", data, 2)[0])


def _note_epoch(book: Globals, data: bytes) -> None:
    book.date_1904 = data[0] == 1


def _note_book(book: Globals, data: bytes) -> None:
    book.foreign_names.append([])
    if len(data) == 4:
        book.books.append(struct.unpack_from("<H", data, 2)[0])
        return
    book.books.append(_OTHER_BOOK)
    # Marks between the letters stand for the parts of a path.
    target = _text(data[2:], wide_length=book.is_new, is_new=book.is_new)
    letters = "".join(letter if letter.isprintable() else "/" for letter in target)
    asks = _PARTS_TOPIC in target and not target.startswith(_PATH)
    kind: OutsideKind = OutsideKind.PROGRAM if asks else OutsideKind.WORKBOOK
    book.outside.append(Outside(kind, letters.strip("/")))


def _note_links(book: Globals, data: bytes) -> None:
    if book.is_new:
        book.links += struct.iter_unpack("<HHH", data[2 : 2 + (len(data) - 2) // 6 * 6])


def _note_name(book: Globals, data: bytes) -> None:
    flags, _, length, size, _, sheet = struct.unpack_from("<HBBHHH", data)
    if not book.is_new:
        return
    wide = data[14] & _WIDE
    end = 15 + length * (1 + wide)
    name = data[15:end].decode("utf-16-le" if wide else "latin-1", "replace")
    book.names.append((sheet, "" if flags & _BUILT_IN else name, data[end : end + size]))
    if len(book.names) > limits.NAMES:
        raise Refused(Refusal.TOO_MANY_NAMES, {"limit": limits.NAMES})


def _note_foreign_name(book: Globals, data: bytes) -> None:
    if book.is_new and book.foreign_names:
        names = book.foreign_names[-1]
        names.append(_text(data[6:], wide_length=False, is_new=True))
        if len(names) > limits.NAMES:
            raise Refused(Refusal.TOO_MANY_NAMES, {"limit": limits.NAMES})


_GLOBALS: Mapping[int, Callable[[Globals, bytes], None]] = MappingProxyType(
    {
        _START: _note_version,
        _SHEET: _note_sheet,
        _FORMAT: _note_format,
        _STYLE: _note_style,
        _EPOCH: _note_epoch,
        _BOOKS: _note_book,
        _SHEET_LINKS: _note_links,
        _FOREIGN_NAME: _note_foreign_name,
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
