"""An OLE compound file (xls, and what else hides in one): its streams, counts never believed."""

import struct
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from typing import NamedTuple

from sopbatch.reading.refusals import Refusal, Refused

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = struct.Struct("<24xHHHHH6xIIIIIIIII")
_HEADER_SIZE = 512
_ENTRY = struct.Struct("<64sHBxIII36xIII")
_ENTRY_SIZE = 128
_LAST_SECTOR = 0xFFFFFFFA
"""Larger numbers are marks: end of chain, free, part of the table."""
_MINI_SHIFT = 6
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_NOBODY = 0xFFFFFFFF
_SECTOR_SHIFT = 12
_END_OF_CHAIN, _TABLE_SECTOR = 0xFFFFFFFE, 0xFFFFFFFD
_TABLES_IN_HEADER = 109


class _Header(NamedTuple):
    minor: int
    major: int
    byte_order: int
    shift: int
    mini_shift: int
    directory_count: int
    table_count: int
    directory: int
    transaction: int
    mini_cutoff: int
    mini_table: int
    mini_table_count: int
    difat: int
    difat_count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A stream or storage of the directory."""

    name: str
    kind: int
    start: int
    size: int
    """Bytes."""
    _: KW_ONLY
    left: int
    right: int
    child: int
    """Numbers of other entries: siblings before and after, and one within."""

    @property
    def is_storage(self) -> bool:
        """Whether it holds other entries, such as an embedded object."""
        return self.kind == _STORAGE


class CompoundFile:
    """Directory and streams of an OLE file; refuses as damaged what does not hold together."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER_SIZE:
            raise Refused(Refusal.DAMAGED)
        self._data = data
        self._header = header = _Header._make(_HEADER.unpack_from(data))
        if header.shift not in (9, 12) or header.mini_shift != _MINI_SHIFT:
            raise Refused(Refusal.DAMAGED)
        # The parser reserves memory for these counts before it reads a single sector.
        most = len(data) >> 9
        counts = header.table_count, header.difat_count
        if max(*counts, header.directory_count, header.mini_table_count) > most:
            raise Refused(Refusal.DAMAGED)
        self._table = self._read_table()
        self._mini_table = _numbers(self._chain(header.mini_table))
        self._directory = tuple(self._read_directory())
        self.entries = tuple(self._read_top())
        """What lies in the file itself, not within an embedded object."""

    def find(self, *names: str) -> Entry | None:
        """The first entry of one of these names, compared without case."""
        known = {entry.name.casefold(): entry for entry in reversed(self.entries)}
        found = (known.get(name.casefold()) for name in names)
        return next((entry for entry in found if entry is not None), None)

    def stream(self, entry: Entry) -> bytes:
        """Bytes of a stream."""
        if entry.size >= self._header.mini_cutoff:
            return self._chain(entry.start)[: entry.size]
        root = next((entry for entry in self._directory if entry.kind == _ROOT), None)
        if root is None:
            raise Refused(Refusal.DAMAGED)
        small = self._chain(root.start)
        places = _follow(self._mini_table, entry.start)
        pieces = (small[place << _MINI_SHIFT : (place + 1) << _MINI_SHIFT] for place in places)
        return b"".join(pieces)[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) << self._header.shift
        sector = self._data[start : start + (1 << self._header.shift)]
        if not sector:
            raise Refused(Refusal.DAMAGED)
        return sector

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _follow(self._table, start)))

    def _read_table(self) -> tuple[int, ...]:
        sectors = list(_numbers(self._data[_HEADER.size : _HEADER_SIZE]))
        place = self._header.difat
        for _ in range(self._header.difat_count):
            if place >= _LAST_SECTOR:
                break
            *more, place = _numbers(self._sector(place))
            sectors.extend(more)
        used = [sector for sector in sectors if sector < _LAST_SECTOR]
        if len(used) > len(self._data) >> 9:
            raise Refused(Refusal.DAMAGED)
        return _numbers(b"".join(map(self._sector, used)))

    def _read_directory(self) -> list[Entry]:
        data = self._chain(self._header.directory)
        entries = []
        for at in range(0, len(data) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
            name, length, kind, *near, start, size, _ = _ENTRY.unpack_from(data, at)
            text = name[: max(length - 2, 0)].decode("utf-16-le", "replace")
            left, right, child = near
            entries.append(Entry(text, kind, start, size, left=left, right=right, child=child))
        return entries

    def _read_top(self) -> Iterator[Entry]:
        """Entries of the root, which form a tree of siblings; one met twice is damage."""
        if not self._directory or self._directory[0].kind != _ROOT:
            raise Refused(Refusal.DAMAGED)
        waiting, seen = [self._directory[0].child], {0}
        while waiting:
            number = waiting.pop()
            if number == _NOBODY:
                continue
            if number >= len(self._directory) or number in seen:
                raise Refused(Refusal.DAMAGED)
            seen.add(number)
            entry = self._directory[number]
            yield entry
            waiting += (entry.left, entry.right)


def written_compound(name: str, stream: bytes) -> bytes:
    """A compound file that holds this one stream."""
    size = 1 << _SECTOR_SHIFT
    stream = stream.ljust(size, b"\0")
    body = -(-len(stream) // size)
    tables = -(-(body + 2) // (size // 4 - 1))
    if tables > _TABLES_IN_HEADER:
        raise Refused(Refusal.BOMB)
    # Directory, then a sector for small streams: there are none, but the parser wants it.
    chain = [*([_TABLE_SECTOR] * tables), _END_OF_CHAIN, _END_OF_CHAIN]
    first = len(chain)
    chain += [*range(first + 1, first + body), _END_OF_CHAIN]
    chain += [_NOBODY] * (tables * size // 4 - len(chain))
    header = SIGNATURE + bytes(16) + struct.pack("<HHHHH6x", 62, 4, 0xFFFE, _SECTOR_SHIFT, 6)
    header += struct.pack("<9I", 1, tables, tables, 0, 4096, _END_OF_CHAIN, 0, _END_OF_CHAIN, 0)
    header += struct.pack("<109I", *range(tables), *[_NOBODY] * (_TABLES_IN_HEADER - tables))
    entries = _written_entry("Root Entry", _ROOT, 1, tables + 1, size)
    entries += _written_entry(name, _STREAM, _NOBODY, first, len(stream))
    table = struct.pack(f"<{len(chain)}I", *chain)
    parts = (header, table, entries, bytes(size), stream)
    return b"".join(part.ljust(-(-len(part) // size) * size, b"\0") for part in parts)


def _written_entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return _ENTRY.pack(text, len(text), kind, _NOBODY, _NOBODY, child, start, size, 0)


def _numbers(data: bytes) -> tuple[int, ...]:
    count = len(data) // 4
    return struct.unpack_from(f"<{count}I", data)


def _follow(table: tuple[int, ...], start: int) -> list[int]:
    """Sector numbers of a chain; a loop or a link out of the table is damage."""
    chain: list[int] = []
    place = start
    while place < _LAST_SECTOR:
        if place >= len(table) or len(chain) > len(table):
            raise Refused(Refusal.DAMAGED)
        chain.append(place)
        place = table[place]
    return chain
