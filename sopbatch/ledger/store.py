"""The ledger in SQLite: opened, created or refused, read before a run, written once after it."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from sopbatch.ledger.records import Output, Past, Row, RunRecord, digest_of, rows_of
from sopbatch.model import SopbatchError

FILE_NAME = "sopbatch.sqlite"
VERSION = 1
APPLICATION_ID = 0x534F5042
"""The letters SOPB: another program's database is never touched."""

INSERTS = {
    "receipt": "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?)",
    "finding": "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)",
    "standing": "INSERT OR IGNORE INTO standing VALUES (?, ?, ?)",
    "submission": "INSERT OR IGNORE INTO submission VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
}
FAULTS = {
    sqlite3.SQLITE_FULL: "tidak dapat ditulis: ruang penyimpanan habis.",
    sqlite3.SQLITE_IOERR: "tidak dapat ditulis: media penyimpanan gagal atau ruangnya habis.",
    sqlite3.SQLITE_READONLY: "tidak dapat ditulis: hanya dapat dibaca.",
    sqlite3.SQLITE_CANTOPEN: "tidak dapat dibuka; periksa izin folder keluaran.",
    sqlite3.SQLITE_BUSY: "sedang dipakai program lain; tutup program itu, lalu jalankan lagi.",
}
DAMAGED = "rusak; pindahkan berkas itu ke tempat aman, lalu jalankan lagi."


def read_past(folder: Path, as_of: date) -> Past:
    """What the ledger in the output folder knows; empty when there is none yet.

    Raises:
        SopbatchError: the file is damaged, of another program, or newer than this version.
    """
    if not (folder / FILE_NAME).exists():
        return Past({}, {}, {})
    with _open(folder) as connection:
        (health,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if health != "ok":
            raise sqlite3.DatabaseError(health)
        seen = connection.execute("SELECT sha256, first_seen FROM file")
        standing = connection.execute(
            "SELECT sop, status FROM standing WHERE run ="
            " (SELECT id FROM run WHERE as_of < ? ORDER BY as_of DESC, id DESC LIMIT 1)",
            (as_of.isoformat(),),
        )
        return Past(
            {sha256: min(date.fromisoformat(day), as_of) for sha256, day in seen},
            dict(standing.fetchall()),
            _by_path(_outputs(connection)),
        )


def announce(folder: Path, outputs: tuple[Output, ...]) -> None:
    """Remember what is about to be written, so that a run that breaks off leaves no strangers.

    Raises:
        SopbatchError: as read_past.
    """
    with _open(folder) as connection, connection:
        _add_outputs(connection, set(outputs) - _outputs(connection))


def write_run(folder: Path, record: RunRecord) -> None:
    """Store a run and its outputs in one transaction; the same run repeated changes nothing.

    Raises:
        SopbatchError: as read_past.
    """
    rows = rows_of(record)
    digest = digest_of(rows)
    with _open(folder) as connection, connection:
        if _last_digest(connection, record.as_of) != digest:
            _add_run(connection, record, digest, rows)
        known, wanted = _outputs(connection), set(record.outputs)
        connection.executemany(
            "DELETE FROM output WHERE path = ? AND sha256 = ?",
            [(output.path, output.sha256) for output in known - wanted],
        )
        _add_outputs(connection, wanted - known)


def _outputs(connection: sqlite3.Connection) -> set[Output]:
    rows = connection.execute("SELECT path, sha256, recipe FROM output")
    return {Output(*row) for row in rows}


def _by_path(outputs: set[Output]) -> Mapping[str, tuple[Output, ...]]:
    ordered = sorted(outputs, key=lambda output: (output.path, output.sha256))
    return {path: tuple(same) for path, same in groupby(ordered, lambda output: output.path)}


def _add_outputs(connection: sqlite3.Connection, outputs: set[Output]) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO output VALUES (?, ?, ?)",
        sorted((output.path, output.sha256, output.recipe) for output in outputs),
    )


def _last_digest(connection: sqlite3.Connection, as_of: date) -> str:
    last = connection.execute(
        "SELECT digest FROM run WHERE as_of = ? ORDER BY id DESC LIMIT 1", (as_of.isoformat(),)
    ).fetchone()
    return str(last[0]) if last else ""


def _add_run(
    connection: sqlite3.Connection,
    record: RunRecord,
    digest: str,
    rows: Mapping[str, tuple[Row, ...]],
) -> None:
    day = record.as_of.isoformat()
    run = connection.execute(
        "INSERT INTO run (as_of, program, digest) VALUES (?, ?, ?)", (day, record.program, digest)
    ).lastrowid
    connection.executemany(
        "INSERT OR IGNORE INTO file VALUES (?, ?, ?)",
        [(review.received.sha256, review.received.size, day) for review in record.reviews],
    )
    for table, insert in INSERTS.items():
        connection.executemany(insert, [(run, *row) for row in rows[table]])


@contextmanager
def _open(folder: Path) -> Iterator[sqlite3.Connection]:
    path = folder / FILE_NAME
    try:
        with closing(sqlite3.connect(path, timeout=5.0)) as connection:
            _prepare(connection, path)
            yield connection
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        # The low byte of an SQLite result code is its kind.
        kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        raise SopbatchError(f"Buku besar “{path}” {FAULTS.get(kind, DAMAGED)}") from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Create the tables in a new file; refuse what is not ours or newer than we are."""
    connection.execute("PRAGMA foreign_keys = ON")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == version == tables == 0:
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
