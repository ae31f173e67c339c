"""The ledger as a whole: held against its digests and the archive's notes, or made anew."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from sopbatch.ledger.journal import came_text, insert_text, run_text, text_digest
from sopbatch.ledger.opening import FILE_NAME, RESTORE, VERSION, reading, writing
from sopbatch.model import SopbatchError

COPY_NAME = "sopbatch.cadangan.sqlite"
"""The ledger as it was before the last run."""
NAME = re.compile(
    r"(?P<run>\d{6})_(?P<day>\d{4}-\d\d-\d\d)_v(?P<version>\d+)-(?P<digest>[0-9a-f]{16})"
)
EMPTY = "tidak ada atau kosong, sedangkan arsip memuat {count} laporan; " + RESTORE
BEHIND = "lebih lama daripada arsip; " + RESTORE
ALTERED = "diubah di luar sopbatch (laporan {day}); " + RESTORE


@dataclass(frozen=True, slots=True)
class RunNote:
    """What the archive keeps of a run, by name."""

    run: int
    day: str
    """Its report date."""
    version: int
    """Of the ledger that told it."""
    digest: str
    """First letters of that of its text."""

    @property
    def name(self) -> str:
        """The stem of its files."""
        return f"{self.run:06}_{self.day}_v{self.version}-{self.digest}"


def note_of(name: str) -> RunNote | None:
    """The note that a file is, by its name; None for any other file."""
    found = NAME.match(name)
    if found is None:
        return None
    return RunNote(int(found["run"]), found["day"], int(found["version"]), found["digest"])


def check_whole(folder: Path, kept: Iterable[RunNote], sound: str = "") -> None:
    """Hold the ledger against its digests and against what the archive noted.

    `sound` is the digest of a ledger's file whose rows were held against their digests before:
    of years of runs that takes longer than all else of a run.

    Raises:
        SopbatchError: it is missing, older than the archive, or was altered; names what helps.
    """
    noted = {note.run: note for note in kept}
    told, path = run_notes(folder), folder / FILE_NAME
    held = frozenset(told) if sound and sound == file_digest_of(folder) else _sound_notes(folder)
    if not told and noted:
        raise SopbatchError(
            f"Berkas riwayat “{path}” {EMPTY.format(count=len(noted), folder=folder)}"
        )
    if max(noted, default=0) > max((note.run for note in told), default=0):
        raise SopbatchError(f"Berkas riwayat “{path}” {BEHIND.format(folder=folder)}")
    for note in told:
        other = noted.get(note.run)
        differs = other is not None and other.version == VERSION and other != note
        if differs or note not in held:
            raise SopbatchError(
                f"Berkas riwayat “{path}” {ALTERED.format(day=note.day, folder=folder)}"
            )


def file_digest_of(folder: Path) -> str:
    """Of the ledger's file; "" without one."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _sound_notes(folder: Path) -> frozenset[RunNote]:
    """Notes of the runs as their rows stand now."""
    if not (folder / FILE_NAME).exists():
        return frozenset()
    with reading(folder) as connection:
        runs = connection.execute("SELECT id, as_of FROM run").fetchall()
        return frozenset(
            RunNote(run, day, VERSION, text_digest(run_text(connection, run))[:16])
            for run, day in runs
        )


def run_notes(folder: Path) -> tuple[RunNote, ...]:
    """What the ledger tells of its runs; nothing when there is none."""
    if not (folder / FILE_NAME).exists():
        return ()
    with reading(folder) as connection:
        rows = connection.execute("SELECT id, as_of, journal FROM run ORDER BY id")
        return tuple(RunNote(run, day, VERSION, digest[:16]) for run, day, digest in rows)


def tells(text: str, note: RunNote) -> bool:
    """Whether a text is the one that was noted."""
    return text_digest((text,))[:16] == note.digest


def what_came(folder: Path, note: RunNote) -> str:
    """What came with a run, for people."""
    with reading(folder) as connection:
        return came_text(connection, note.run, note.day)


def all_rows(folder: Path, note: RunNote) -> Iterator[str]:
    """All rows of a run, for a new ledger, piece by piece."""
    with reading(folder) as connection:
        yield from run_text(connection, note.run)


def copy_ledger(folder: Path, name: str = COPY_NAME, target: Path | None = None) -> None:
    """Keep the ledger as it is now, whole or not at all, beside it or in another folder."""
    target = target or folder
    with reading(folder) as connection:
        unfinished = target / f".{name}.baru"
        unfinished.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(unfinished)) as copy:
                connection.backup(copy)
            unfinished.replace(target / name)
        finally:
            unfinished.unlink(missing_ok=True)


def make_anew(folder: Path, texts: Iterable[str], outputs: Iterable[tuple[str, str, str]]) -> int:
    """Put a ledger made of the texts in the place of the one that is there; how many runs it has.

    `outputs` are path, digest and recipe of the files that stand in the output folder.

    Raises:
        SopbatchError: a text does not tell a run.
    """
    name = f".{FILE_NAME}.baru"
    (folder / name).unlink(missing_ok=True)
    count = 0
    with writing(folder, name) as connection, connection:
        for count, text in enumerate(texts, start=1):  # noqa: B007 - how many there were
            insert_text(connection, text)
        connection.executemany("INSERT OR REPLACE INTO output VALUES (?, ?, ?)", outputs)
    for end in ("-journal", "-wal", "-shm"):
        # What a killed program left of the old ledger would be played into the new one.
        (folder / f"{FILE_NAME}{end}").unlink(missing_ok=True)
    (folder / name).replace(folder / FILE_NAME)
    return count
