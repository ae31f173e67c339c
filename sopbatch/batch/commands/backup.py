"""All that cannot be made again, as one file: what came in, its notes, and the ledger."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import file_digest
from pathlib import Path
from typing import IO

from sopbatch.batch.output.hold import alone_in
from sopbatch.batch.output.publish import writing
from sopbatch.batch.output.run_notes import check_memory
from sopbatch.batch.output.tree import ARCHIVE, LEDGER, LISTED, LOGO, NOTES, POST, TEXTS, WAITING
from sopbatch.files import beside, make_folder, new_file, put, scratch_folder
from sopbatch.ledger import copy_ledger, recall_last
from sopbatch.model import NotFoundError, SopbatchError

NAME = "cadangan_sopbatch_{day}.zip"
MEMBER = re.compile(
    rf"(?:{re.escape(LEDGER)}|{re.escape(POST)})"
    rf"|{ARCHIVE}/[0-9a-f]{{2}}/(?P<digest>[0-9a-f]{{64}})[.\w]{{0,16}}"
    rf"|{ARCHIVE}/{NOTES}/(?:{re.escape(LISTED)}|\d{{6}}_[-\w]{{1,80}}\.json(?:\.gz)?)"
    rf"|{ARCHIVE}/(?:{re.escape(WAITING)}|{re.escape(LOGO)}|{re.escape(TEXTS)})",
    re.ASCII,
)
"""Names that a backup of ours may hold: no other place is ever written to."""
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can tell: the same folder gives the same bytes."""
NO_HISTORY = "Folder “{folder}” belum memuat laporan; tidak ada yang dapat dicadangkan."
INSIDE = (
    "Cadangan tidak dapat ditulis di dalam folder hasil “{folder}”; sebutkan folder lain dengan "
    "--ke, sebaiknya di media lain."
)
OCCUPIED = (
    "Folder “{folder}” sudah memuat riwayat; pulihkan cadangan ke folder yang baru, misalnya "
    "“sopbatch restore hasil_baru --dari {backup}”."
)
NOT_OURS = "Berkas “{backup}” bukan cadangan sopbatch, atau rusak; tidak ada yang dipulihkan."


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was written or taken back."""

    path: Path
    files: int
    """Received files in it."""
    last: date
    """Report date of the last run in it."""


def back_up(folder: Path, target: Path) -> Backup:
    """Write a folder's history as one file into the folder `target`; the same gives the same bytes.

    Raises:
        SopbatchError: there is no history, it is not sound, or the file cannot be written.
    """
    if not (folder / LEDGER).is_file():
        raise SopbatchError(NO_HISTORY.format(folder=folder))
    if folder.resolve() in (target.resolve(), *target.resolve().parents):
        raise SopbatchError(INSIDE.format(folder=folder))
    with alone_in(folder):
        check_memory(folder)
        last = recall_last(folder)
        if last is None:
            raise SopbatchError(NO_HISTORY.format(folder=folder))
        path = target / NAME.format(day=last.as_of.isoformat())
        with writing(target), scratch_folder() as scratch:
            copy_ledger(folder, LEDGER, scratch)
            target.mkdir(parents=True, exist_ok=True)
            members = dict(_members(folder))
            staged = beside(path)
            with new_file(staged) as file:
                _pack(file, {LEDGER: scratch / LEDGER, **members})
            put(staged, path)
    return Backup(path, sum("digest" in _parts(name) for name in members), last.as_of)


def take_back_up(backup: Path, folder: Path) -> Backup:
    """Unpack a backup into a folder without history, whole or not at all.

    Raises:
        SopbatchError: it is no backup of ours, it is damaged, or the folder has a history.
    """
    if not backup.is_file():
        raise NotFoundError("Cadangan", backup)
    if (folder / LEDGER).exists() or (folder / ARCHIVE).exists():
        raise SopbatchError(OCCUPIED.format(folder=folder, backup=backup))
    with alone_in(folder), _damage_told(backup):
        try:
            with zipfile.ZipFile(backup) as package:
                names = package.namelist()
                if LEDGER not in names or not all(map(MEMBER.fullmatch, names)):
                    raise zipfile.BadZipFile
                for name in sorted(names, key=lambda name: name == LEDGER):
                    _unpack(package, name, folder)
            check_memory(folder)
            last = recall_last(folder)
            if last is None:
                raise zipfile.BadZipFile
        except BaseException:
            (folder / LEDGER).unlink(missing_ok=True)
            shutil.rmtree(folder / ARCHIVE, ignore_errors=True)
            raise
    return Backup(backup, sum("digest" in _parts(name) for name in names), last.as_of)


@contextmanager
def _damage_told(backup: Path) -> Iterator[None]:
    try:
        yield
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ) as error:
        raise SopbatchError(NOT_OURS.format(backup=backup)) from error


def _parts(name: str) -> dict[str, str]:
    found = MEMBER.fullmatch(name)
    return {key: part for key, part in found.groupdict().items() if part} if found else {}


def _members(folder: Path) -> Iterator[tuple[str, Path]]:
    """What the archive holds that is ours, by name, and the memory of mail."""
    if (folder / POST).is_file():
        yield POST, folder / POST
    for path in sorted((folder / ARCHIVE).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if MEMBER.fullmatch(name) and path.is_file() and not path.is_symlink():
            yield name, path


def _pack(file: IO[bytes], members: dict[str, Path]) -> None:
    with zipfile.ZipFile(file, "w") as package:
        for name, path in members.items():
            about = zipfile.ZipInfo(name, LONG_AGO)
            # Workbooks and notes are packed already.
            about.compress_type = zipfile.ZIP_DEFLATED if name == LEDGER else zipfile.ZIP_STORED
            about.file_size = path.stat().st_size
            with path.open("rb") as source, package.open(about, "w") as target:
                shutil.copyfileobj(source, target)


def _unpack(package: zipfile.ZipFile, name: str, folder: Path) -> None:
    """Write one member to its place; of a received file the bytes must be those of its name."""
    path = folder / name
    with writing(folder):
        if path.parent != folder:
            make_folder(path.parent, folder)
        with package.open(name) as source, new_file(path) as target:
            shutil.copyfileobj(source, target)
        digest = _parts(name).get("digest")
        with path.open("rb") as file:
            if digest and file_digest(file, "sha256").hexdigest() != digest:
                raise zipfile.BadZipFile
