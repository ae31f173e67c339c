"""What came in, unchanged, under the name of its content: `ab/ab12….xlsx`."""

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
    sync_files,
    sync_folder,
    writing_reason,
)
from sopbatch.model import SopbatchError

PIECE = 1 << 20
"""Bytes read at once."""


class UnsteadyError(Exception):
    """A file could not be read a second time, or had other bytes then."""


class Archive:
    """A folder of received files, for one run at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: dict[Path, Path] = {}
        """Place of each content to where it waits, in `at_once`."""
        self._waits = False
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
        if not self._waits:
            with self.at_once():
                return self.keep(content, sha256, size, suffix)
        kept = self.place(sha256, suffix)
        if kept not in self._waiting and self.size_of(kept, sha256) != size:
            with self.writing():
                make_folder(kept.parent, self.folder)
                self._waiting[kept] = _copied(content, kept, sha256)
        return kept

    def place(self, sha256: str, suffix: str) -> Path:
        """Where a content lies, or would."""
        return self.folder / sha256[:2] / f"{sha256}{suffix}"

    def size_of(self, kept: Path, sha256: str) -> int | None:
        """Bytes of a content that lies whole in its place; None where it does not."""
        try:
            with kept.open("rb") as file:
                whole = file_digest(file, "sha256").hexdigest() == sha256
                return file.tell() if whole else None
        except OSError:
            return None

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """What is kept meanwhile is in its place in the end: disks keep many files at once.

        Raises:
            SopbatchError: they cannot be written.
        """
        self._waits = True
        try:
            yield
            with self.writing():
                self._settle()
        finally:
            self._waits = False
            for unfinished in self._waiting.values():
                with suppress(OSError):
                    unfinished.unlink()
            self._waiting.clear()

    def _settle(self) -> None:
        if not self._waiting:
            return
        sync_files(self._waiting.values())
        for kept, unfinished in self._waiting.items():
            put(unfinished, kept)
        for folder in sorted({kept.parent for kept in self._waiting}):
            sync_folder(folder)
        sync_folder(self.folder)
        self._waiting.clear()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Turn a failure to write into the operator's one sentence."""
        try:
            yield
        except OSError as error:
            raise SopbatchError(
                f"Arsip “{self.folder}” tidak dapat ditulisi: {writing_reason(error)}."
            ) from error


def _copied(content: IO[bytes], path: Path, sha256: str) -> Path:
    unfinished = beside(path)
    digest = new_digest()
    with new_file(unfinished, lasting=False) as file:
        for piece in _pieces(content):
            digest.update(piece)
            file.write(piece)
        if digest.hexdigest() != sha256:
            raise UnsteadyError
    return unfinished


def _pieces(content: IO[bytes]) -> Iterator[bytes]:
    try:
        while piece := content.read(PIECE):
            yield piece
    except OSError as error:
        raise UnsteadyError from error
