"""The ledger in SQLite: opened, created or refused, read before a run, written once after it."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from sopbatch.ledger.earlier import earlier_findings
from sopbatch.ledger.memory import earlier_weeks, last_register, last_run_of, taken_in
from sopbatch.ledger.records import (
    Output,
    Past,
    Row,
    RunMemory,
    RunRecord,
    digest_of,
    rows_of,
    seen_of,
    seen_text,
)
from sopbatch.model import SopbatchError, ToldBefore

FILE_NAME = "sopbatch.sqlite"
SCRIPTS = ("schema.sql", "schema_2.sql", "schema_3.sql", "schema_4.sql", "schema_5.sql")
"""One for each version of the ledger; an older ledger gets what it lacks."""
VERSION = len(SCRIPTS)
APPLICATION_ID = 0x534F5042
"""The letters SOPB: another program's database is never touched."""

INSERTS = {
    "receipt": "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?)",
    "finding": "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)",
    "standing": "INSERT OR IGNORE INTO standing VALUES (?, ?, ?)",
    "submission": "INSERT OR IGNORE INTO submission VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "total": "INSERT INTO total VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "decision": "INSERT OR IGNORE INTO decision VALUES (?, ?, ?, ?)",
    "change": "INSERT OR IGNORE INTO change VALUES (?, ?, ?, ?, ?, ?)",
    "document": "INSERT OR IGNORE INTO document VALUES (?, ?, ?, ?)",
    "held": "INSERT OR IGNORE INTO held VALUES (?, ?, ?, ?)",
    "untaken": "INSERT INTO untaken VALUES (?, ?, ?)",
}
FAULTS = {
    sqlite3.SQLITE_FULL: "tidak dapat ditulis: ruang penyimpanan habis.",
    sqlite3.SQLITE_IOERR: "tidak dapat ditulis: media penyimpanan gagal atau ruangnya habis.",
    sqlite3.SQLITE_READONLY: "tidak dapat ditulis: hanya dapat dibaca.",
    sqlite3.SQLITE_CANTOPEN: "tidak dapat dibuka; periksa izin folder keluaran.",
    sqlite3.SQLITE_BUSY: "sedang dipakai program lain; tutup program itu, lalu jalankan lagi.",
}
DAMAGED = "rusak; pindahkan berkas itu ke tempat aman, lalu jalankan lagi."


def read_past(folder: Path, as_of: date, before: int | None = None) -> Past:
    """What the ledger in the output folder knows; empty when there is none yet.

    `before` is the id of a run: what came later than it is not looked at.

    Raises:
        SopbatchError: the file is damaged, of another program, or newer than this version.
    """
    if not (folder / FILE_NAME).exists():
        return Past({}, {}, {})
    with _open(folder) as connection:
        (health,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if health != "ok":
            raise sqlite3.DatabaseError(health)
        rows = connection.execute("SELECT sha256, first_seen FROM file")
        seen = {sha256: seen_of(text) for sha256, text in rows}
        weeks = earlier_weeks(connection, as_of, before)
        status = connection.execute(
            "SELECT sop, status FROM standing WHERE run = ?", (weeks[-1].run if weeks else 0,)
        )
        return Past(
            {sha256: day for sha256, (day, _) in seen.items()},
            dict(status.fetchall()),
            _by_path(_outputs(connection)),
            tuple(week.totals for week in weeks if week.totals),
            {sha256: until for sha256, (_, until) in seen.items()},
            taken_in(connection),
            last_register(connection),
        )


def check_writable(folder: Path) -> None:
    """Tell before the work begins that its end could not be stored.

    Raises:
        SopbatchError: as read_past, or the ledger is read-only or in use.
    """
    if (folder / FILE_NAME).exists():
        with _open(folder) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.rollback()


def recall(folder: Path, week: str) -> RunMemory | None:
    """The last run of an ISO week ("2026-W40"); None when the ledger knows none.

    Raises:
        SopbatchError: as read_past.
    """
    if not (folder / FILE_NAME).exists():
        return None
    with _open(folder) as connection:
        return last_run_of(connection, week)


def read_earlier(folder: Path, contents: Mapping[str, str]) -> Mapping[str, tuple[ToldBefore, ...]]:
    """What was found in the version before each content (sha256 to the key of its SOP).

    Raises:
        SopbatchError: as read_past.
    """
    if not (folder / FILE_NAME).exists():
        return {}
    with _open(folder) as connection:
        return earlier_findings(connection, contents)


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
    digest = digest_of(record, rows)
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
    run = connection.execute(
        "INSERT INTO run (as_of, digest, program, build, inputs, register, register_name, report,"
        " until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (record.as_of.isoformat(), digest, *record.facts),
    ).lastrowid
    register = record.others.register
    seen = [review.received for review in record.reviews] + ([register] if register else [])
    first = seen_text(record.as_of, record.until)
    connection.executemany(
        "INSERT OR IGNORE INTO file VALUES (?, ?, ?)",
        [(received.sha256, received.size, first) for received in seen],
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
        _build(connection, version)
    elif application != APPLICATION_ID:
        raise SopbatchError(f"Berkas “{path}” bukan buku besar sopbatch; pindahkan berkas itu.")
    elif version > VERSION:
        raise SopbatchError(
            f"Buku besar “{path}” dibuat oleh sopbatch yang lebih baru; perbarui program ini."
        )
    elif version < VERSION:
        _build(connection, version)


def _build(connection: sqlite3.Connection, version: int) -> None:
    """Bring the tables from a version to ours, whole or not at all."""
    folder = files("sopbatch.ledger")
    scripts = [folder.joinpath(name).read_text(encoding="utf-8") for name in SCRIPTS[version:]]
    connection.executescript(
        f"BEGIN; {' '.join(scripts)} PRAGMA application_id = {APPLICATION_ID}; "
        f"PRAGMA user_version = {VERSION}; COMMIT;"
    )
