"""Files are written whole, for the operator alone and never through a link; failures get words."""

import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import IO

from sopbatch.model import SopbatchError

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
"""Outputs hold names and NIPs: whom they are shown to is the operator's to say."""
NEW = sum(getattr(os, name, 0) for name in ("O_CREAT", "O_EXCL", "O_NOFOLLOW", "O_BINARY"))
PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries of a replacement where an antivirus or Excel may hold the file briefly."""
AT_ONCE = 16
"""Files that the disk is asked to keep at the same time."""
WINDOWS = sys.platform == "win32"
_REASONS: Mapping[int, str] = {
    errno.EACCES: "izin tulis ditolak",
    errno.EPERM: "izin tulis ditolak",
    errno.EROFS: "hanya dapat dibaca",
    errno.ENOSPC: "ruang penyimpanan habis",
    errno.EDQUOT: "jatah ruang penyimpanan habis",
    errno.EFBIG: "berkas melebihi batas ukuran sistem",
    errno.ENOTDIR: "bukan folder",
    errno.EEXIST: "bukan folder",
    errno.EISDIR: "di tempat berkas itu ada folder",
    errno.ELOOP: "tautan ke tempat lain tidak diikuti",
    errno.ENAMETOOLONG: "nama lengkapnya terlalu panjang",
}
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def writing_reason(error: OSError) -> str:
    """Why something could not be written, as an Indonesian clause."""
    return _REASONS.get(error.errno or 0, "gagal ditulis")


def is_full(error: OSError) -> bool:
    """Whether room is what lacked."""
    return error.errno in FULL


@contextmanager
def new_file(path: Path, *, lasting: bool = True) -> Iterator[IO[bytes]]:
    """A file that was not there, on the disk when all went well and gone when not.

    One that is not `lasting` yet is made so by `sync_files`.
    """
    handle = os.open(path, os.O_WRONLY | NEW, PRIVATE_FILE)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            if lasting:
                os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def beside(path: Path) -> Path:
    """A name in the same folder that nobody can foresee, of a length that every system takes."""
    return path.with_name(f".{token_hex(8)}{UNFINISHED}")


UNFINISHED = ".sebagian"
"""How files end that a run left unfinished."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    staged = beside(path)
    with new_file(staged) as file:
        file.write(data)
    put(staged, path)
    sync_folder(path.parent)


def put(staged: Path, target: Path) -> None:
    """Move a finished file to its place; it is removed when that fails."""
    try:
        for seconds in PATIENCE if WINDOWS else ():
            try:
                staged.replace(target)
            except PermissionError:
                time.sleep(seconds)
            else:
                return
        staged.replace(target)
    except BaseException:
        with suppress(OSError):
            staged.unlink()
        raise


def make_folder(folder: Path, below: Path) -> None:
    """Make a folder and what is missing between it and the one it lies `below`.

    Raises:
        OSError: ELOOP, when one of them is a link: what is written must stay where it belongs.
    """
    for part in (*reversed(folder.relative_to(below).parents[:-1]), folder.relative_to(below)):
        current = below / part
        with suppress(FileExistsError):
            current.mkdir(PRIVATE_FOLDER)
        about = current.lstat()
        if stat.S_ISLNK(about.st_mode) or _is_junction(about):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(current))
        if not stat.S_ISDIR(about.st_mode):
            raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(current))


def _is_junction(about: os.stat_result) -> bool:
    """Whether something is one of Windows' links to a folder."""
    tag: int = getattr(about, "st_reparse_tag", False)
    return bool(tag)


def is_linked(path: Path, below: Path) -> bool:
    """Whether a path, or a folder between it and the one it lies `below`, is a link."""
    parts = path.relative_to(below)
    return any((below / part).is_symlink() for part in (parts, *parts.parents[:-1]))


def remove_folder(folder: Path) -> None:
    """Remove a folder of ours with all it holds; of a link, the link alone."""
    if folder.is_symlink():
        with suppress(OSError):
            folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for temporary files, removed whatever happens in it.

    Raises:
        SopbatchError: there is no room for one.
    """
    try:
        made = TemporaryDirectory(prefix="sopbatch-", ignore_cleanup_errors=True)
    except OSError as error:
        raise no_scratch(error) from error
    with made as folder:
        yield Path(folder)


def no_scratch(error: OSError) -> SopbatchError:
    """The operator's one sentence about the folder for temporary files."""
    # Python says of a full disk that there is no usable folder.
    why = "ruang penyimpanan habis atau izin tulis ditolak"
    reason = writing_reason(error) if error.errno in _REASONS else why
    return SopbatchError(
        f"Folder sementara sistem tidak dapat dipakai ({reason}); kosongkan ruangnya, atau arahkan "
        "TMPDIR (Windows: TEMP) ke folder lain, lalu jalankan lagi."
    )


def sync_files(paths: Iterable[Path]) -> None:
    """Make files last through a power loss, all at once: a disk does many in the time of a few.

    Raises:
        OSError: one of them cannot be written.
    """
    from concurrent.futures import ThreadPoolExecutor  # most commands write nothing

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(_sync, paths):
            pass


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make new names last through a power loss, where folders can be synced."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
