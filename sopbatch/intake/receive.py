"""Files of the input folder become Received values; their bytes go to the archive unchanged."""

import errno
import os
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import IO

from sopbatch.files import is_full
from sopbatch.intake.archive import PIECE, Archive, UnsteadyError
from sopbatch.intake.copies import by_main_name
from sopbatch.intake.walk import Untaken, find_files, reading_reason, safe_text, shown_name
from sopbatch.model import Letter, Passed, Received, SopbatchError

_IN_MEMORY = 32 << 20
"""Bytes of a file held in memory; longer ones are read twice."""
FAR_TOO_LARGE = 100 << 20
"""Bytes of a file that is named and hashed and left where it is: four times the largest read."""
OVERSIZED = "ukurannya {size} MB, jauh di atas batas; tidak disalin ke arsip, kode isinya {sha256}"
UNSTEADY = "isinya berubah saat dibaca"
NO_ROOM = "ukurannya {size} MB dan ruang penyimpanan tidak cukup untuk menyalinnya ke arsip"
NOTHING_MET: Mapping[str, str] = MappingProxyType({})
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
# A file may be exchanged for a link or a pipe after the walk: neither is followed or waited for.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that lay in the input folder, each file exactly once."""

    received: tuple[Received, ...]
    """Sorted by name; files with the same bytes are one Received with copies."""
    untaken: tuple[Untaken, ...]
    """What could not be taken in, sorted by name."""
    passed: tuple[tuple[str, Passed], ...] = ()
    """What is no SOP though nothing is wrong with it: containers, letters and pictures in them."""
    letters: tuple[tuple[str, Letter], ...] = ()
    """Names of these that came within another file, with that file."""

    @property
    def told_passed(self) -> tuple[tuple[str, Passed], ...]:
        """Those whom somebody may have taken for an SOP."""
        opened = (Passed.OPENED, Passed.SAME_PARCEL)
        return tuple(item for item in self.passed if item[1] not in opened)


def receive(
    folder: Path,
    archive: Path,
    first_seen: Callable[[str], date],
    met: Mapping[str, str] = NOTHING_MET,
) -> Intake:
    """Read every file below the folder once and keep its bytes in the archive.

    `first_seen` tells the date of the run that saw a content (hex sha256) first. `met` has the
    digests of files that this run has just read, by where they lie: which the archive holds
    already is not read once more, so that what was met is what is received.
    """
    found = find_files(folder)
    untaken = list(found.untaken)
    received: dict[str, Received] = {}
    store, root = Archive(archive), str(folder.resolve())
    with store.at_once():
        for path in found.files:
            name = shown_name(path, folder)
            digest = met.get(f"{root}{str(path).removeprefix(str(folder))}", "")
            known = _known(digest, name, path, store, first_seen) if digest else None
            taken = known or _opened(name, path, store, first_seen)
            if isinstance(taken, Untaken):
                untaken.append(taken)
            elif taken.sha256 in received:
                first = received[taken.sha256]
                received[taken.sha256] = replace(first, copies=(*first.copies, name))
            else:
                received[taken.sha256] = taken
    named = map(by_main_name, received.values())
    return Intake(tuple(sorted(named, key=lambda item: item.name)), tuple(sorted(untaken)))


def receive_one(path: Path, archive: Path, first_seen: date) -> Received:
    """Take in a single file named by the operator.

    Raises:
        SopbatchError: the file cannot be read.
    """
    name = safe_text(path.name)
    try:
        with _open(path) as source:
            taken = _take(source, name, path, Archive(archive), lambda _: first_seen)
    except OSError as error:
        raise SopbatchError(
            f"Berkas “{name}” tidak dapat dibuka: {reading_reason(error)}."
        ) from error
    if isinstance(taken, Untaken):
        raise SopbatchError(f"Berkas “{name}” tidak dapat dibuka: {taken.reason}.")
    return taken


def archive_suffix(name: str) -> str:
    """The end of a name, when it is one that the archive may bear."""
    suffix = PurePath(name).suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def _open(path: Path) -> IO[bytes]:
    source = os.fdopen(os.open(path, os.O_RDONLY | _FLAGS), "rb")
    if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
        source.close()
        raise FileNotFoundError(errno.ENOENT, "exchanged for something else")
    return source


def _known(
    sha256: str, name: str, path: Path, store: Archive, first_seen: Callable[[str], date]
) -> Received | None:
    """A content that the archive holds; None for any other."""
    kept = store.place(sha256, archive_suffix(path.name))
    size = store.size_of(kept, sha256)
    if size is None:
        return None
    return Received(name=name, path=kept, sha256=sha256, size=size, first_seen=first_seen(sha256))


def _opened(
    name: str, path: Path, store: Archive, first_seen: Callable[[str], date]
) -> Received | Untaken:
    try:
        source = _open(path)
    except OSError as error:
        return Untaken(name, reading_reason(error))
    with source:
        return _take(source, name, path, store, first_seen)


def _take(
    source: IO[bytes], name: str, path: Path, store: Archive, first_seen: Callable[[str], date]
) -> Received | Untaken:
    try:
        content, size, sha256 = _measured(source)
        if size > FAR_TOO_LARGE:
            return Untaken(name, OVERSIZED.format(size=size >> 20, sha256=sha256[:16]))
        kept = store.keep(content, sha256, size, archive_suffix(path.name))
    except OSError as error:
        return Untaken(name, reading_reason(error))
    except UnsteadyError:
        return Untaken(name, UNSTEADY)
    except SopbatchError as error:
        # A large file must not end the run of all others; room for a form there must be.
        if size > _IN_MEMORY and isinstance(error.__cause__, OSError) and is_full(error.__cause__):
            return Untaken(name, NO_ROOM.format(size=size >> 20))
        raise
    return Received(name=name, path=kept, sha256=sha256, size=size, first_seen=first_seen(sha256))


def _measured(source: IO[bytes]) -> tuple[IO[bytes], int, str]:
    """The content from its begin, its size and digest; long ones are not held."""
    first = source.read(_IN_MEMORY + 1)
    digest, size = sha256(first), len(first)
    if size <= _IN_MEMORY:
        return BytesIO(first), size, digest.hexdigest()
    del first
    while piece := source.read(PIECE):
        digest.update(piece)
        size += len(piece)
    source.seek(0)
    return source, size, digest.hexdigest()
