"""Whether a zip file can be read in one way only.

A zip says many things twice: where its list of entries is, and the name, method and size of each
entry. Where the two differ, one program shows one workbook and another program another.
"""

import struct
from collections.abc import Sequence
from zipfile import ZipInfo

from sopbatch.reading.refusals import Refusal, Refused

_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_LOCAL = struct.Struct("<4s5H3L2H")
_END_MARK, _END64_MARK, _LOCATOR_MARK = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_LONGEST_COMMENT = 0xFFFF
_SIZE_FOLLOWS = 0x8
"""Flag: the local header does not know the sizes yet."""
_ELSEWHERE_16, _ELSEWHERE_32 = 0xFFFF, 0xFFFFFFFF
_ZIP64_FIELD, _UNICODE_PATH = 0x0001, 0x7075


def check_plain(data: bytes, entries: Sequence[ZipInfo]) -> None:
    """Refuse as damaged a zip file that readers may take for two."""
    if not (_ends_once(data, len(entries)) and all(_says_once(data, entry) for entry in entries)):
        raise Refused(Refusal.DAMAGED)


def _ends_once(data: bytes, count: int) -> bool:
    """Whether there is one list of entries, right before the end of the file."""
    at = data.rfind(_END_MARK, max(0, len(data) - _END.size - _LONGEST_COMMENT))
    if at < 0 or at + _END.size > len(data):
        return False
    _, disk, first_disk, here, total, size, start, comment = _END.unpack_from(data, at)
    told = (here, total, size, start)
    where = at
    if data[max(0, at - _LOCATOR.size) : at].startswith(_LOCATOR_MARK):
        _, _, where, _ = _LOCATOR.unpack_from(data, at - _LOCATOR.size)
        if where + _END64.size + _LOCATOR.size != at or data[where : where + 4] != _END64_MARK:
            return False
        *_, disk64, first64, here, total, size, start = _END64.unpack_from(data, where)
        marks = (_ELSEWHERE_16, _ELSEWHERE_16, _ELSEWHERE_32, _ELSEWHERE_32)
        long = (here, total, size, start)
        if (
            disk64
            or first64
            or not all(
                short in (mark, full) for short, full, mark in zip(told, long, marks, strict=True)
            )
        ):
            return False
    return (
        disk == first_disk == 0
        and here == total == count
        and start + size == where
        and at + _END.size + comment == len(data)
        # The list ends where it says, so that no second end can stand within it or before it.
        and _END_MARK not in data[at + 1 :]
    )


def _says_once(data: bytes, entry: ZipInfo) -> bool:
    """Whether the two headers of an entry agree, and nothing gives it another name or size."""
    at = entry.header_offset
    if at + _LOCAL.size > len(data):
        return False
    mark, _, flags, method, _, _, checksum, packed, size, name, extra = _LOCAL.unpack_from(data, at)
    known = bool(flags & _SIZE_FOLLOWS) or (
        checksum == entry.CRC
        and packed in (entry.compress_size, _ELSEWHERE_32)
        and size in (entry.file_size, _ELSEWHERE_32)
    )
    fields = at + _LOCAL.size + name
    return (
        mark == b"PK\x03\x04"
        and flags == entry.flag_bits
        and method == entry.compress_type
        and known
        and _one_spelling(entry)
        and _fields_agree(entry.extra, entry)
        and _fields_agree(data[fields : fields + extra], entry)
    )


def _one_spelling(entry: ZipInfo) -> bool:
    """Whether a name is a path that all programs walk alike; either slash will do, not both."""
    name = entry.orig_filename
    pieces = name.removesuffix("/").replace("\\", "/").split("/")
    return (
        "\0" not in name
        and not ("/" in name and "\\" in name)
        and not ({"", ".", ".."} & set(pieces))
    )


def _fields_agree(extra: bytes, entry: ZipInfo) -> bool:
    """Whether the extra fields say no other name or size than the headers."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        content = extra[at + 4 : at + 4 + length]
        at += 4 + length
        if kind == _UNICODE_PATH and not _same_name(content, entry):
            return False
        if kind == _ZIP64_FIELD:
            numbers = struct.unpack_from(f"<{min(len(content) // 8, 3)}Q", content)
            told = (entry.file_size, entry.compress_size, entry.header_offset)
            # Two zeros stand in a local header that was written before the sizes were known.
            if any(number not in (0, right) for number, right in zip(numbers, told, strict=False)):
                return False
    return at == len(extra) or not any(extra[at:])


def _same_name(content: bytes, entry: ZipInfo) -> bool:
    return content[5:].decode("utf-8", "replace") == entry.orig_filename
