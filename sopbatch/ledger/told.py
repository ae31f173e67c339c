"""What earlier runs told of files: their names, mails and findings, and which were withdrawn."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from sopbatch.ledger.memory import LETTERS, letter_of
from sopbatch.ledger.records import ADVICE, Told
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


def returned_in(connection: sqlite3.Connection, runs: Iterable[int]) -> Mapping[str, Told]:
    """What the marked copies of some runs told, by sha256; what the later ones told holds."""
    told: dict[str, Told] = {}
    for run in runs:
        rows = connection.execute(
            "SELECT document.sha256, code, cell FROM document LEFT JOIN finding"
            " ON finding.run = document.run AND finding.sha256 = document.sha256"
            " AND severity <> ? WHERE document.run = ? AND kind = 'dikembalikan'"
            " ORDER BY document.sha256",
            (ADVICE, run),
        )
        for sha256, same in groupby(rows, lambda row: str(row[0])):
            told[sha256] = frozenset((code, cell) for _, code, cell in same if code)
    return told


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
