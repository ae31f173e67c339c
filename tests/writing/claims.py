"""Pictures that claim to be larger than they are."""

import struct
import zlib


def claimed(data: bytes, width: int, height: int) -> bytes:
    """A PNG whose head tells another size than it has."""
    head = b"IHDR" + struct.pack(">II", width, height) + data[24:29]
    return data[:12] + head + struct.pack(">I", zlib.crc32(head)) + data[33:]
