"""A zip file whose structure and unpacked size were checked while counting, not believed."""

import zlib
from collections.abc import Mapping
from io import BytesIO
from posixpath import normpath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sopbatch.reading import limits
from sopbatch.reading.package.plain import check_plain
from sopbatch.reading.refusals import Refusal, Refused

_ENCRYPTED_FLAG = 0x1
_CENTRAL_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER_SIZE = 30
_METHODS = {9: "Deflate64", 12: "BZIP2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd"}
"""Ways to compress that programs for archives offer and workbooks never use."""
_FAILURES = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What zipfile raises on damage; NotImplementedError and UnicodeError are among them."""


class PackageParts:
    """Parts of a package by name, compared without case; every part is within the limits."""

    def __init__(self, data: bytes) -> None:
        _refuse_crowd(data.count(_CENTRAL_ENTRY), most=10 * limits.ZIP_ENTRIES)
        try:
            self._zip = ZipFile(BytesIO(data))
        except _FAILURES as error:
            raise Refused(Refusal.DAMAGED) from error
        every = self._zip.infolist()
        entries = [entry for entry in every if not entry.filename.endswith("/")]
        _check_structure(entries, len(data))
        self._entries = _by_name(entries)
        self._check_sizes(len(data))
        check_plain(data, every)
        self._unpacked: dict[str, bytes] = {}
        self._room = limits.KEPT_PARTS

    @property
    def names(self) -> tuple[str, ...]:
        """Lower-cased part names, "/" between folders, in the order of the file."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def read(self, name: str) -> bytes:
        """Unpacked bytes of a part; b"" when there is none."""
        key = _key(name)
        entry = self._entries.get(key)
        if entry is None:
            return b""
        known = self._unpacked.get(key)
        if known is None:
            known = self._unpack(entry)
            if len(known) <= self._room:
                self._room -= len(known)
                self._unpacked[key] = known
        return known

    def _check_sizes(self, file_size: int) -> None:
        declared = [entry.file_size for entry in self._entries.values()]
        if sum(declared) > limits.UNPACKED_SIZE or max(declared, default=0) > limits.PART_SIZE:
            raise Refused(Refusal.BOMB)
        if sum(declared) > max(limits.RATIO_FROM, limits.RATIO * file_size):
            raise Refused(Refusal.BOMB)

    def _unpack(self, entry: ZipInfo) -> bytes:
        # In pieces: a single read would inflate everything before it compares with the declared
        # size. That size was checked above, and a lie fails on the checksum.
        try:
            with self._zip.open(entry) as stream:
                return b"".join(iter(lambda: stream.read(limits.MEGABYTE), b""))
        except _FAILURES as error:
            raise Refused(Refusal.DAMAGED) from error


def _key(name: str) -> str:
    return normpath(name.replace("\\", "/")).lstrip("/").casefold()


def _refuse_crowd(count: int, most: int) -> None:
    if count > most:
        facts = {"count": count, "limit": limits.ZIP_ENTRIES}
        raise Refused(Refusal.TOO_MANY_PARTS, facts)


def _by_name(entries: list[ZipInfo]) -> Mapping[str, ZipInfo]:
    by_name: dict[str, ZipInfo] = {}
    for entry in entries:
        key = _key(entry.filename)
        if key in by_name:
            raise Refused(Refusal.DUPLICATE_PARTS, {"part": key})
        by_name[key] = entry
    return by_name


def _unknown_method(method: int) -> Refused:
    known = _METHODS.get(method)
    return Refused(Refusal.COMPRESSION, {"method": known}) if known else Refused(Refusal.DAMAGED)


def _check_structure(entries: list[ZipInfo], file_size: int) -> None:
    _refuse_crowd(len(entries), most=limits.ZIP_ENTRIES)
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise Refused(Refusal.PASSWORD)
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise _unknown_method(entry.compress_type)
    # Parts that share bytes are how small bombs are made, and what a cut transfer looks like.
    if sum(entry.compress_size for entry in entries) > file_size:
        raise Refused(Refusal.DAMAGED)
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise Refused(Refusal.DAMAGED)
        end = entry.header_offset + _LOCAL_HEADER_SIZE + entry.compress_size
