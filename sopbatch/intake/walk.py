"""A folder of whatever people sent becomes the list of files to read, in a fixed order."""

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sopbatch.model import SopbatchError
from sopbatch.schema.letters import FOLDER, NAMES

_JUNK_STARTS = (".", "~$")
"""Hidden files of every system, such as .DS_Store, ._x and .~lock.x#, and Office's owner files."""
_JUNK_NAMES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin"})
_OURS = frozenset(f"{FOLDER}/{name}" for name in NAMES)
"""Texts of letters, which nobody sent."""

_LINK = "tautan ke berkas atau folder lain tidak diikuti"
_SPECIAL = "bukan berkas biasa; tidak dapat dibaca"
_LOOP = "folder ini sudah terbaca lewat jalan lain"
_REASONS: Mapping[int, str] = {
    errno.EACCES: "izin baca ditolak",
    errno.EPERM: "izin baca ditolak",
    errno.ENOENT: "hilang saat dibaca",
    errno.ELOOP: _LINK,
    errno.ENAMETOOLONG: "nama lengkapnya terlalu panjang",
    errno.EIO: "media penyimpanan gagal dibaca",
}


class Untaken(NamedTuple):
    """Something in the folder that could not be taken in."""

    name: str
    """As Received.name."""
    reason: str
    """A short Indonesian clause."""


class Found(NamedTuple):
    """What lies in a folder, both sorted by name."""

    files: tuple[Path, ...]
    untaken: tuple[Untaken, ...]


def find_files(folder: Path) -> Found:
    """Regular files at any depth below the folder, junk passed over, links not followed."""
    if not folder.is_dir():
        raise SopbatchError(f"Folder masukan tidak ditemukan: {safe_text(str(folder))}")
    files: list[Path] = []
    untaken: list[Untaken] = []
    waiting = [folder]
    known = {_identity(folder)}
    while waiting:
        current = waiting.pop()
        try:
            entries = [entry for entry in os.scandir(current) if not is_junk(entry.name)]
        except OSError as error:
            untaken.append(Untaken(shown_name(current, folder), reading_reason(error)))
            continue
        for entry in entries:
            path = Path(entry.path)
            if shown_name(path, folder) in _OURS:
                continue
            reason = _take(entry, files, waiting, known)
            if reason:
                untaken.append(Untaken(shown_name(path, folder), reason))
    files.sort(key=lambda path: shown_name(path, folder))
    return Found(tuple(files), tuple(sorted(untaken)))


def is_junk(name: str) -> bool:
    """Whether a file or folder is made by a system for itself."""
    return name.startswith(_JUNK_STARTS) or name.casefold() in _JUNK_NAMES


def shown_name(path: Path, folder: Path) -> str:
    """Path below the folder with "/" between folders, safe to print; different for each path."""
    parts = path.relative_to(folder).parts
    return "/".join(map(safe_text, parts)) or "."


def safe_text(name: str) -> str:
    r"""A file name with every unprintable character or undecodable byte escaped, as \x1b."""
    return "".join(_escaped(letter) for letter in name)


def reading_reason(error: OSError) -> str:
    """Why something could not be read, as an Indonesian clause."""
    return _REASONS.get(error.errno or 0, "tidak dapat dibaca")


def _escaped(letter: str) -> str:
    if letter == "\\" and os.sep != "\\":
        return "\\\\"
    if letter.isprintable():
        return letter
    # An undecodable byte was smuggled in as a lone surrogate; on Windows real ones occur.
    smuggled = "\udc80" <= letter <= "\udcff"
    encoded = letter.encode("utf-8", "surrogateescape" if smuggled else "surrogatepass")
    return "".join(f"\\x{byte:02x}" for byte in encoded)


def _take(
    entry: "os.DirEntry[str]", files: list[Path], waiting: list[Path], known: set[tuple[int, int]]
) -> str:
    """Put an entry where it belongs; returns why it was not taken, or ""."""
    try:
        if entry.is_symlink():
            return _LINK
        if entry.is_dir(follow_symlinks=False):
            identity = _identity(Path(entry.path))
            if identity in known:
                return _LOOP
            known.add(identity)
            waiting.append(Path(entry.path))
            return ""
        if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            return _SPECIAL
    except OSError as error:
        return reading_reason(error)
    files.append(Path(entry.path))
    return ""


def _identity(folder: Path) -> tuple[int, int]:
    about = folder.stat()
    return about.st_dev, about.st_ino
