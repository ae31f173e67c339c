"""What came in, unchanged, under the name of its content: `ab/ab12….xlsx`."""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import IO

from sopbatch.model import SopbatchError

_UNFINISHED = ".sebagian"
_REASONS: Mapping[int, str] = {
    errno.EACCES: "izin tulis ditolak",
    errno.EPERM: "izin tulis ditolak",
    errno.EROFS: "hanya dapat dibaca",
    errno.ENOSPC: "ruang penyimpanan habis",
    errno.EDQUOT: "jatah ruang penyimpanan habis",
    errno.EFBIG: "berkas melebihi batas ukuran sistem",
    errno.ENOTDIR: "bukan folder",
    errno.EEXIST: "bukan folder",
}


class Archive:
    """A folder of received files, for one run at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with self.writing():
            folder.mkdir(parents=True, exist_ok=True)
            for unfinished in folder.glob(f"*/*{_UNFINISHED}"):
                unfinished.unlink()

    def keep(self, content: IO[bytes], sha256: str, size: int, suffix: str) -> Path:
        """Store the bytes whole or not at all; returns where they are. Raises SopbatchError."""
        kept = self.folder / sha256[:2] / f"{sha256}{suffix}"
        if not _holds(kept, sha256, size):
            with self.writing():
                kept.parent.mkdir(exist_ok=True)
                _write_whole(content, kept)
        return kept

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Turn a failure to write into the operator's one sentence."""
        try:
            yield
        except OSError as error:
            raise SopbatchError(
                f"Arsip “{self.folder}” tidak dapat ditulisi: {writing_reason(error)}."
            ) from error


def writing_reason(error: OSError) -> str:
    """Why something could not be written, as an Indonesian clause."""
    return _REASONS.get(error.errno or 0, "gagal ditulis")


def _holds(path: Path, sha256: str, size: int) -> bool:
    try:
        with path.open("rb") as file:
            return (
                os.fstat(file.fileno()).st_size == size
                and file_digest(file, "sha256").hexdigest() == sha256
            )
    except OSError:
        return False


def _write_whole(content: IO[bytes], path: Path) -> None:
    unfinished = path.with_name(path.name + _UNFINISHED)
    try:
        with unfinished.open("wb") as file:
            shutil.copyfileobj(content, file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power loss, where folders can be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
