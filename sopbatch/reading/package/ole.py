"""An OLE compound file (xls, and what else hides in one): its streams, counts never believed."""

import struct
from dataclasses import dataclass
from typing import NamedTuple

from sopbatch.reading.refusals import Refusal, Refused

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = struct.Struct("<24xHHHHH6xIIIIIIIII")
_HEADER_SIZE = 512
_ENTRY = struct.Struct("<64sHBx48xIII")
_ENTRY_SIZE = 128
_LAST_SECTOR = 0xFFFFFFFA
"""Larger numbers are marks: end of chain, free, part of the table."""
_MINI_SHIFT = 6
_STREAM, _ROOT = 2, 5


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
        self.entries = tuple(self._read_directory())

    def find(self, *names: str) -> Entry | None:
        """The first entry of one of these names, compared without case."""
        wanted = [name.casefold() for name in names]
        return next((entry for entry in self.entries if entry.name.casefold() in wanted), None)

    def stream(self, entry: Entry) -> bytes:
        """Bytes of a stream."""
        if entry.size >= self._header.mini_cutoff:
            return self._chain(entry.start)[: entry.size]
        root = next((entry for entry in self.entries if entry.kind == _ROOT), None)
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
            name, length, kind, start, size, _ = _ENTRY.unpack_from(data, at)
            if kind:
                text = name[: max(length - 2, 0)].decode("utf-16-le", "replace")
                entries.append(Entry(text, kind, start, size))
        return entries


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
