"""A PDF as `PdfStream` writes it, read back; no other file is understood."""

import re
import zlib

from sopbatch.writing.pdf.stream import ROW

_STREAM = re.compile(rb"\d+ 0 obj\n<< ([^\n]*) /Length (\d+) >>\nstream\n")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_PACKED = re.compile(rb"/N (\d+) /First (\d+) ")
_START = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")


class WrittenPdf:
    """The objects of a file by their numbers; ValueError for a file of another make."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        found = _START.search(data, max(len(data) - 40, 0))
        if found is None:
            raise ValueError("not a PDF of this program")
        about, packed = self._stream_at(int(found[1]))
        root = _ROOT.search(about)
        if root is None:
            raise ValueError("a PDF without a catalog")
        self.root = int(root[1])
        """Number of the catalog."""
        self._values: dict[int, bytes] = {}
        self._places: dict[int, int] = {}
        table = zlib.decompress(packed)
        for number, kind in enumerate(table[::ROW]):
            if kind == 1:
                at = number * ROW
                self._places[number] = int.from_bytes(table[at + 1 : at + 6], "big")
        holders = {table[at + 1 : at + 6] for at in range(0, len(table), ROW) if table[at] == 2}
        for holder in sorted(holders):
            self._unpack(int.from_bytes(holder, "big"))

    @property
    def values(self) -> dict[int, bytes]:
        """All objects that are no streams."""
        return self._values

    def value(self, number: int) -> bytes:
        """An object; of a stream the entries of its dictionary, the length left out."""
        return self._values[number] if number in self._values else self._stream(number)[0]

    def stream(self, number: int) -> bytes | None:
        """What is in a stream, as it is packed; None for other objects."""
        return None if number in self._values else self._stream(number)[1]

    def _unpack(self, holder: int) -> None:
        about, packed = self._stream(holder)
        told = _PACKED.search(about)
        if told is None:
            raise ValueError("objects of another make")
        first = int(told[2])
        whole = zlib.decompress(packed)
        numbers = [*map(int, whole[:first].split())]
        places = [first + place for place in numbers[1::2]]
        for number, begin, end in zip(numbers[::2], places, [*places[1:], len(whole)], strict=True):
            self._values[number] = whole[begin : end - 1]

    def _stream(self, number: int) -> tuple[bytes, bytes]:
        return self._stream_at(self._places[number])

    def _stream_at(self, place: int) -> tuple[bytes, bytes]:
        found = _STREAM.match(self._data, place)
        if found is None:
            raise ValueError("a stream of another make")
        return found[1], self._data[found.end() : found.end() + int(found[2])]
