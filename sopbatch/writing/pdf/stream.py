"""A PDF written object by object, so that no more than one document is ever held."""

import zlib
from hashlib import sha256
from io import BytesIO

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
TOGETHER = 200
"""Objects that are compressed as one."""
ROW = 8
"""Bytes of a row of the table of objects: kind, five for the place, two for the index."""
UNKNOWN = bytes(ROW)


class PdfStream:
    """Objects come in under their numbers, the bytes of a file go out."""

    def __init__(self) -> None:
        self._out = BytesIO()
        self._out.write(HEAD)
        self._table = bytearray()
        self._waiting: list[tuple[int, bytes]] = []
        self._known: dict[bytes, int] = {}
        self.number()  # 0 heads the list of free objects

    def number(self) -> int:
        """A number for an object that is still to come."""
        self._table += UNKNOWN
        return len(self._table) // ROW - 1

    def add(self, number: int, value: bytes) -> None:
        """An object that is no stream."""
        self._waiting.append((number, value))
        if len(self._waiting) == TOGETHER:
            self._flush()

    def add_stream(self, number: int, about: bytes, data: bytes) -> None:
        """A stream with the entries of its dictionary, the length left out."""
        self._place(number, 1, self._out.tell(), 0)
        self._out.write(b"%d 0 obj\n<< %b /Length %d >>\nstream\n" % (number, about, len(data)))
        self._out.write(data)
        self._out.write(b"\nendstream\nendobj\n")

    def twin(self, about: bytes, data: bytes) -> tuple[int, bool]:
        """The number of an equal stream, and whether there was one before."""
        key = sha256(b"%d " % len(about) + about + data).digest()
        known = key in self._known
        if not known:
            self._known[key] = self.number()
        return self._known[key], known

    def digest(self) -> bytes:
        """Of all objects that came in so far."""
        self._flush()
        return sha256(self._out.getbuffer()).digest()

    def close(self, trailer: bytes) -> bytes:
        """The whole file; `trailer` has the entries of the catalog and of the identity."""
        self._flush()
        number = self.number()
        self._place(number, 1, self._out.tell(), 0)
        start = self._out.tell()
        about = b"/Type /XRef /Size %d /W [ 1 5 2 ] %b /Filter /FlateDecode"
        size = len(self._table) // ROW
        self.add_stream(number, about % (size, trailer), zlib.compress(self._table))
        self._out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._out.getvalue()

    def _place(self, number: int, kind: int, place: int, index: int) -> None:
        row = (kind << 56 | place << 16 | index).to_bytes(ROW, "big")
        self._table[number * ROW : number * ROW + ROW] = row

    def _flush(self) -> None:
        if not self._waiting:
            return
        own = self.number()
        heads, body = bytearray(), bytearray()
        for index, (number, value) in enumerate(self._waiting):
            self._place(number, 2, own, index)
            heads += b"%d %d " % (number, len(body))
            body += value + b"\n"
        about = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode"
        packed = zlib.compress(bytes(heads + body))
        self.add_stream(own, about % (len(self._waiting), len(heads)), packed)
        self._waiting.clear()
