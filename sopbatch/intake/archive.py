"""What came in, unchanged, under the name of its content: `ab/ab12….xlsx`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import file_digest
from hashlib import sha256 as new_digest
from pathlib import Path
from typing import IO

from sopbatch.files import (
    UNFINISHED,
    beside,
    make_folder,
    new_file,
    put,
    sync_folder,
    writing_reason,
)
from sopbatch.model import SopbatchError

PIECE = 1 << 20


class UnsteadyError(Exception):
    """A file could not be read a second time, or had other bytes then."""


class Archive:
    """A folder of received files, for one run at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with self.writing():
            make_folder(folder, folder.parent)
            for unfinished in folder.glob(f"*/*{UNFINISHED}"):
                with suppress(OSError):
                    unfinished.unlink()

    def keep(self, content: IO[bytes], sha256: str, size: int, suffix: str) -> Path:
        """Store the bytes whole or not at all; returns where they are.

        Raises:
            SopbatchError: they cannot be written.
            UnsteadyError: they are no longer what was hashed.
        """
        kept = self.folder / sha256[:2] / f"{sha256}{suffix}"
        if not _holds(kept, sha256, size):
            with self.writing():
                make_folder(kept.parent, self.folder)
                _copy(content, kept, sha256)
                sync_folder(self.folder)
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


def _holds(path: Path, sha256: str, size: int) -> bool:
    try:
        with path.open("rb") as file:
            return (
                os.fstat(file.fileno()).st_size == size
                and file_digest(file, "sha256").hexdigest() == sha256
            )
    except OSError:
        return False


def _copy(content: IO[bytes], path: Path, sha256: str) -> None:
    unfinished = beside(path)
    digest = new_digest()
    with new_file(unfinished) as file:
        for piece in _pieces(content):
            digest.update(piece)
            file.write(piece)
        if digest.hexdigest() != sha256:
            raise UnsteadyError
    put(unfinished, path)
    sync_folder(path.parent)


def _pieces(content: IO[bytes]) -> Iterator[bytes]:
    try:
        while piece := content.read(PIECE):
            yield piece
    except OSError as error:
        raise UnsteadyError from error
