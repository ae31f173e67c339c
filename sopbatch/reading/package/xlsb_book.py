"""The records of an xlsb workbook, and what its workbook part tells: sheets, links, names."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from sopbatch.model import NamedRange
from sopbatch.reading import limits
from sopbatch.reading.package.records import referred
from sopbatch.reading.package.spelling import XLSB, Known, sheet_prefix
from sopbatch.reading.refusals import Refusal, Refused

_ROW = struct.Struct("<I")
_NAME, _BOOK, _SHEET, _OWN_BOOK, _BOOKS, _LINKS = 39, 153, 156, 357, (355, 356, 357, 358, 359), 362
_EPOCH_1904, _BUILT_IN = 0x1, 0x20
_NO_SHEET = 0xFFFFFFFF


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each record."""
    return ((kind, content) for _, kind, content in placed_records(data))


def placed_records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
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


def text_at(data: bytes, at: int) -> tuple[str, int]:
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
    """(known to one sheet alone, name or "" for one of Excel's own, tokens)."""

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

    def known(self) -> Known:
        """What tokens of formulas stand for."""
        names = tuple(name for _, name, _ in self._names)
        return Known(XLSB, names, self._sheet, self._foreign_name)

    def _sheet(self, link: int) -> str:
        book, first, last = self._links[link]
        if not self._books[book]:
            return f"[{book}]!"
        return sheet_prefix(self.sheets[first][0], self.sheets[last][0])

    def _foreign_name(self, link: int, number: int) -> str:
        if not self._books[self._links[link][0]]:
            raise KeyError(number)
        return self._names[number - 1][1]

    def note(self, kind: int, data: bytes) -> None:
        """Take down a record."""
        if kind == _BOOK:
            self.date_1904 = bool(data[0] & _EPOCH_1904)
        elif kind == _SHEET:
            link, at = text_at(data, 8)
            self.sheets.append((text_at(data, at)[0], link))
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
        name, at = text_at(data, 9)
        (size,) = _ROW.unpack_from(data, at)
        own = "" if flags & _BUILT_IN else name
        self._names.append((sheet != _NO_SHEET, own, data[at + 4 : at + 4 + size]))


def read_book(data: bytes) -> BinaryBook:
    """The workbook part."""
    book = BinaryBook()
    for kind, content in records(data):
        try:
            book.note(kind, content)
        except (struct.error, IndexError):
            # The parser judges what is damaged; a record cut short tells nothing here.
            continue
    book.check()
    return book
