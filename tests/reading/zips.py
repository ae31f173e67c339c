"""Zip files written field by field, so that they can say two things at once."""

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a zip; what is None is said truly."""

    name: str
    content: bytes
    local_name: str | None = None
    local_extra: bytes = b""
    extra: bytes = b""
    local_method: int | None = None
    local_size: int | None = None
    size: int | None = None
    packed: int | None = None
    stored: bool = False


def entries_of(parts: Mapping[str, str | bytes]) -> list[Entry]:
    """Parts as plain entries."""
    return [
        Entry(name, part if isinstance(part, bytes) else part.encode())
        for name, part in parts.items()
    ]


def written(
    entries: Sequence[Entry], *, before_list: bytes = b"", comment: bytes = b"", zip64: bytes = b""
) -> bytes:
    """The zip file; `zip64` stands between the list of entries and its end."""
    body, central = b"", b""
    for entry in entries:
        method = 0 if entry.stored else 8
        packed = entry.content if entry.stored else deflated(entry.content)
        checksum = zlib.crc32(entry.content)
        local_name = (entry.local_name or entry.name).encode()
        local_method = method if entry.local_method is None else entry.local_method
        local_size = len(entry.content) if entry.local_size is None else entry.local_size
        name = entry.name.encode()
        at = len(body)
        body += struct.pack(
            "<4s5H3L2H", b"PK\x03\x04", 20, 0x800, local_method, 0, 0x21, checksum,
            len(packed), local_size, len(local_name), len(entry.local_extra),
        ) + local_name + entry.local_extra + packed  # fmt: skip
        central += struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0x800, method, 0, 0x21, checksum,
            len(packed) if entry.packed is None else entry.packed,
            len(entry.content) if entry.size is None else entry.size,
            len(name), len(entry.extra), 0, 0, 0, 0, at,
        ) + name + entry.extra  # fmt: skip
    start = len(body) + len(before_list)
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, len(entries), len(entries), len(central), start,
        len(comment),
    )  # fmt: skip
    return body + before_list + central + zip64 + end + comment


def field(kind: int, content: bytes) -> bytes:
    """An extra field."""
    return struct.pack("<HH", kind, len(content)) + content


def unicode_path(shown: str, real: str) -> bytes:
    """The field that gives an entry another name."""
    return field(0x7075, b"\x01" + struct.pack("<L", zlib.crc32(real.encode())) + shown.encode())


def deflated(content: bytes) -> bytes:
    """A raw deflate stream."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()
