"""Archives: entries of a zip come out within limits, and none can name a place outside."""

import stat
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sopbatch.intake.opening.parts import (
    DAMAGED,
    LOCKED,
    MEGABYTE,
    RATIO,
    RATIO_FROM,
    UNPACKED,
    ZIP_ENTRIES,
    Part,
    TooMuchError,
    clean_path,
)
from sopbatch.schema.products import OWN_LEDGER

ENCRYPTED, UTF8 = 0x1, 0x800
"""Flags of an entry."""
CENTRAL_ENTRY, LOCAL_ENTRY = b"PK\x01\x02", b"PK\x03\x04"
LOCAL_HEADER = 30
"""Bytes before the name of an entry."""
LINK = "tautan ke berkas lain tidak diikuti"
METHOD = "dikompresi dengan cara yang jarang dipakai; perlu dikirim ulang sebagai ZIP biasa"
FAILURES = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What zipfile raises on damage; NotImplementedError and UnicodeError are among them."""


def is_own_backup(data: bytes) -> bool:
    """Whether an archive is a backup of this program, which begins with its ledger."""
    name = OWN_LEDGER.encode()
    return data.startswith(LOCAL_ENTRY) and data[LOCAL_HEADER : LOCAL_HEADER + len(name)] == name


def read_zip(data: bytes) -> Iterator[Part]:
    """Every file in an archive; folders and what systems keep for themselves are left out.

    Raises:
        TooMuchError: it unpacks to more than is safe.
        ValueError: it is damaged.
    """
    if data.count(CENTRAL_ENTRY) > 10 * ZIP_ENTRIES:
        raise TooMuchError
    try:
        archive = ZipFile(BytesIO(data))
    except FAILURES as error:
        raise ValueError(DAMAGED) from error
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _check(entries, len(data))
    for number, entry in enumerate(entries, start=1):
        name = clean_path(_name(entry), f"tanpa nama {number}")
        if name:
            yield _part(archive, entry, name)


def _check(entries: list[ZipInfo], size: int) -> None:
    declared = sum(entry.file_size for entry in entries)
    if len(entries) > ZIP_ENTRIES or declared > min(UNPACKED, max(RATIO_FROM, RATIO * size)):
        raise TooMuchError
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:  # entries that share bytes are how small bombs are made
            raise TooMuchError
        end = entry.header_offset + LOCAL_HEADER + entry.compress_size


def _name(entry: ZipInfo) -> str:
    """As its writer meant it: some programs write UTF-8 and do not say so."""
    if entry.flag_bits & UTF8:
        return entry.filename
    try:
        return entry.orig_filename.encode("cp437").decode()
    except UnicodeError:
        return entry.filename


def _part(archive: ZipFile, entry: ZipInfo, name: str) -> Part:
    if entry.flag_bits & ENCRYPTED:
        return Part(name, reason=LOCKED)
    if stat.S_ISLNK(entry.external_attr >> 16):
        return Part(name, reason=LINK)
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return Part(name, reason=METHOD)
    # In pieces: a single read would inflate everything before it compares with the declared size.
    try:
        with archive.open(entry) as stream:
            return Part(name, b"".join(iter(lambda: stream.read(MEGABYTE), b"")))
    except FAILURES:
        return Part(name, reason=DAMAGED)
