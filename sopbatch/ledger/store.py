"""The ledger in SQLite: opened, migrated, read before a run and written once after it."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from sopbatch.model import Review, SopbatchError

FILE_NAME = "sopbatch.sqlite"
VERSION = 1
APPLICATION_ID = 0x534F5042
"""The letters SOPB: another program's database is never touched."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file in the output folder that sopbatch wrote and may replace."""

    path: str
    """Below the output folder, with "/"."""
    sha256: str
    recipe: str
    """Digest of everything it was made from."""


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier runs left behind."""

    first_seen: Mapping[str, date]
    """sha256 to the date of the first run that saw it."""
    status: Mapping[str, str]
    """SOP key to its status after the last run before this report date."""
    outputs: Mapping[str, Output]
    """Path to output of the last run."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One SOP after a run."""

    sop: str
    status: str
    counted: str
    """sha256 of the version that counts; "" without one."""
    versions: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class RunRecord:
    """All that a run leaves in the ledger."""

    as_of: date
    program: str
    digest: str
    reviews: tuple[Review, ...]
    standings: tuple[Standing, ...]
    outputs: tuple[Output, ...]


def read_past(folder: Path, as_of: date) -> Past:
    """What the ledger in the output folder knows; empty when there is none yet.

    Raises:
        SopbatchError: the file is damaged, of another program, or newer than this version.
    """
    if not (folder / FILE_NAME).exists():
        return Past({}, {}, {})
    with _open(folder) as connection:
        seen = connection.execute("SELECT sha256, first_seen FROM file")
        standing = connection.execute(
            "SELECT sop, status FROM standing WHERE run ="
            " (SELECT id FROM run WHERE as_of < ? ORDER BY as_of DESC, id DESC LIMIT 1)",
            (as_of.isoformat(),),
        )
        outputs = connection.execute("SELECT path, sha256, recipe FROM output")
        return Past(
            {sha256: min(date.fromisoformat(day), as_of) for sha256, day in seen},
            dict(standing.fetchall()),
            {row[0]: Output(*row) for row in outputs},
        )


def write_run(folder: Path, record: RunRecord) -> None:
    """Store a run in one transaction; the same run again changes nothing but the outputs.

    Raises:
        SopbatchError: as read_past.
    """
    with _open(folder) as connection, connection:
        run = _run_id(connection, record)
        if run is not None:
            _write_files(connection, run, record)
            _write_standings(connection, run, record)
        connection.execute("DELETE FROM output")
        connection.executemany(
            "INSERT INTO output VALUES (?, ?, ?)",
            [(output.path, output.sha256, output.recipe) for output in record.outputs],
        )


def _run_id(connection: sqlite3.Connection, record: RunRecord) -> int | None:
    """Id of the new run; None when exactly this run is stored already."""
    known = connection.execute("SELECT id FROM run WHERE digest = ?", (record.digest,)).fetchone()
    if known is not None:
        return None
    cursor = connection.execute(
        "INSERT INTO run (as_of, program, digest) VALUES (?, ?, ?)",
        (record.as_of.isoformat(), record.program, record.digest),
    )
    return cursor.lastrowid


def _write_files(connection: sqlite3.Connection, run: int, record: RunRecord) -> None:
    for review in record.reviews:
        received = review.received
        connection.execute(
            "INSERT OR IGNORE INTO file VALUES (?, ?, ?)",
            (received.sha256, received.size, record.as_of.isoformat()),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?)",
            [(run, received.sha256, name) for name in (received.name, *received.copies)],
        )
        connection.executemany(
            "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    run,
                    received.sha256,
                    finding.code,
                    finding.severity.label,
                    "" if finding.cell is None else str(finding.cell),
                    finding.sentence,
                )
                for finding in review.findings
            ],
        )


def _write_standings(connection: sqlite3.Connection, run: int, record: RunRecord) -> None:
    for standing in record.standings:
        connection.execute(
            "INSERT OR REPLACE INTO standing VALUES (?, ?, ?)",
            (run, standing.sop, standing.status),
        )
        for review in standing.versions:
            if review.submission is None:
                continue
            sop = review.submission.sop
            connection.execute(
                "INSERT OR REPLACE INTO submission VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    run,
                    review.received.sha256,
                    standing.sop,
                    sop.status,
                    sop.revision,
                    int(review.received.sha256 == standing.counted),
                    review.errors,
                    review.warnings,
                ),
            )


@contextmanager
def _open(folder: Path) -> Iterator[sqlite3.Connection]:
    path = folder / FILE_NAME
    try:
        with closing(sqlite3.connect(path, timeout=5.0)) as connection:
            _prepare(connection, path)
            yield connection
    except sqlite3.DatabaseError as error:
        raise SopbatchError(
            f"Buku besar “{path}” rusak atau tidak dapat dibuka ({error}); pindahkan berkas itu ke "
            "tempat aman, lalu jalankan lagi."
        ) from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Create the tables in a new file; refuse what is not ours or newer than we are."""
    connection.execute("PRAGMA foreign_keys = ON")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if version == 0 and tables == 0:
        script = files("sopbatch.ledger").joinpath("schema.sql").read_text(encoding="utf-8")
        connection.executescript(
            f"BEGIN; {script} PRAGMA application_id = {APPLICATION_ID}; "
            f"PRAGMA user_version = {VERSION}; COMMIT;"
        )
    elif application != APPLICATION_ID:
        raise SopbatchError(f"Berkas “{path}” bukan buku besar sopbatch; pindahkan berkas itu.")
    elif version > VERSION:
        raise SopbatchError(
            f"Buku besar “{path}” dibuat oleh sopbatch yang lebih baru; perbarui program ini."
        )
