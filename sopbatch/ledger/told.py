"""What earlier runs told of files: under which names, in which mails, and which were withdrawn."""

import sqlite3
from datetime import date

from sopbatch.ledger.memory import LETTERS, letter_of
from sopbatch.model import Parcel


def names_in(connection: sqlite3.Connection, run: int) -> frozenset[tuple[str, str]]:
    """Contents with the names under which a run told of them; "" for what is no file to read."""
    rows = connection.execute(
        "SELECT sha256, name FROM receipt WHERE run = :run UNION"
        " SELECT sha256, name FROM withdrawn WHERE run = :run UNION"
        " SELECT '', name FROM untaken WHERE run = :run",
        {"run": run},
    )
    return frozenset(rows.fetchall())


def parcels_before(connection: sqlite3.Connection, before: int | None) -> tuple[Parcel, ...]:
    """Contents with what they came in, under each name; runs from `before` on are not asked."""
    rows = connection.execute(
        f"{LETTERS.replace('SELECT', 'SELECT min(as_of),')} JOIN run ON run.id = letter.run"
        " WHERE sha256 <> '' AND (? IS NULL OR run.id < ?) GROUP BY sha256, name"
        " ORDER BY sha256, name",
        (before, before),
    )
    return tuple(
        Parcel(date.fromisoformat(day), sha256, name, letter_of(told))
        for day, sha256, name, *told in rows
    )


def withdrawn_in(connection: sqlite3.Connection, run: int) -> frozenset[str]:
    """sha256 of the files that a run told as withdrawn."""
    rows = connection.execute("SELECT sha256 FROM withdrawn WHERE run = ?", (run,))
    return frozenset(sha256 for (sha256,) in rows)
