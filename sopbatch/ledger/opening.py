"""The ledger's file: opened, made, brought up to this version, or refused in one sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path

from sopbatch.ledger.journal import keep_digest
from sopbatch.model import SopbatchError, receipt_number
from sopbatch.schema.products import OWN_LEDGER

FILE_NAME = OWN_LEDGER
SCRIPTS = ("schema.sql", *(f"schema_{version}.sql" for version in range(2, 9)))
"""One for each version of the ledger; an older ledger gets what it lacks."""
VERSION = len(SCRIPTS)
APPLICATION_ID = 0x534F5042
"""The letters SOPB: another program's database is never touched."""
FAULTS = {
    sqlite3.SQLITE_FULL: "tidak dapat ditulis: ruang penyimpanan habis.",
    sqlite3.SQLITE_IOERR: "tidak dapat ditulis: media penyimpanan gagal atau ruangnya habis.",
    sqlite3.SQLITE_READONLY: "tidak dapat ditulis: hanya dapat dibaca.",
    sqlite3.SQLITE_CANTOPEN: "tidak dapat dibuka; periksa izin folder hasil.",
    sqlite3.SQLITE_BUSY: "sedang dipakai program lain; tutup program itu, lalu jalankan lagi.",
}
RESTORE = "bangun kembali dari arsip dengan “sopbatch restore {folder}”."
DAMAGED = "rusak; " + RESTORE
WAIT = 5.0
"""Seconds until another program that writes is told."""


@contextmanager
def reading(folder: Path) -> Iterator[sqlite3.Connection]:
    """The ledger to be read: one of an older version is brought up in memory, never in its file.

    Raises:
        SopbatchError: the file is damaged, of another program, or newer than this version.
    """
    path = folder / FILE_NAME
    with _faults_told(path), closing(sqlite3.connect(path, timeout=WAIT)) as connection:
        if _version(connection, path) == VERSION:
            yield connection
            return
        with closing(sqlite3.connect(":memory:")) as copy:
            connection.backup(copy)
            _bring_up(copy, path)
            yield copy


@contextmanager
def writing(folder: Path, name: str = FILE_NAME) -> Iterator[sqlite3.Connection]:
    """The ledger to be written to: made when there is none, brought up when it is older.

    Raises:
        SopbatchError: as reading.
    """
    path = folder / name
    with _faults_told(path), closing(sqlite3.connect(path, timeout=WAIT)) as connection:
        if _version(connection, path) != VERSION:
            _bring_up(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


@contextmanager
def _faults_told(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        # The low byte of an SQLite result code is its kind.
        kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        fault = FAULTS.get(kind, DAMAGED.format(folder=path.parent))
        raise SopbatchError(f"Berkas riwayat “{path}” {fault}") from error


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the ledger, 0 for a file without anything in it."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == version == tables == 0:
        return 0
    if application != APPLICATION_ID:
        raise SopbatchError(f"Berkas “{path}” bukan berkas riwayat sopbatch; pindahkan berkas itu.")
    if version > VERSION:
        raise SopbatchError(
            f"Berkas riwayat “{path}” dibuat oleh sopbatch yang lebih baru; perbarui program ini."
        )
    return int(version)


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the tables to our version, whole or not at all, by one program at a time."""
    connection.create_function("receipt_number", 2, _number, deterministic=True)
    connection.execute("BEGIN IMMEDIATE")
    # NOTE: another program may have brought it up while this one waited.
    for name in SCRIPTS[_version(connection, path) :]:
        for statement in _statements(files("sopbatch.ledger").joinpath(name).read_text("utf-8")):
            connection.execute(statement)
    for (run,) in connection.execute("SELECT id FROM run").fetchall():
        keep_digest(connection, run)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.commit()


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: all together would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _number(first_seen: str, sha256: str) -> str:
    return receipt_number(date.fromisoformat(first_seen[:10]), sha256)
