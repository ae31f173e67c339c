"""A run as text: its rows in the ledger come in, the same text at any time goes out, and back.

The text is kept in the archive too, so that a ledger can be made anew, and held against it.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

TOGETHER = 500
"""Rows that are made text at a time: those of 10,000 files take more memory than the run."""
RUN_TABLES = (
    "receipt",
    "held",
    "untaken",
    "withdrawn",
    "submission",
    "finding",
    "standing",
    "decision",
    "change",
    "loss",
    "document",
    "total",
    "plan",
    "ruling",
    "letter",
    "resent",
    "form",
)
CONTENTS = (
    "SELECT * FROM file WHERE sha256 IN (SELECT sha256 FROM receipt WHERE run = :run"
    " UNION SELECT sha256 FROM held WHERE run = :run"
    " UNION SELECT sha256 FROM withdrawn WHERE run = :run"
    " UNION SELECT register FROM run WHERE id = :run) ORDER BY sha256"
)
CAME = (
    "SELECT file.number, file.first_seen, mine.name, mine.sha256, letter.sender FROM ("
    "SELECT run, sha256, name FROM receipt UNION SELECT run, sha256, name FROM held"
    " UNION SELECT run, sha256, name FROM withdrawn"
    " UNION SELECT id, register, register_name FROM run WHERE register <> '') AS mine"
    " JOIN file ON file.sha256 = mine.sha256 LEFT JOIN letter ON letter.run = mine.run"
    " AND letter.sha256 = mine.sha256 AND letter.name = mine.name"
    " WHERE mine.run = :run AND NOT EXISTS ("
    "SELECT 1 FROM receipt WHERE sha256 = mine.sha256 AND run < :run UNION ALL"
    " SELECT 1 FROM held WHERE sha256 = mine.sha256 AND run < :run UNION ALL"
    " SELECT 1 FROM withdrawn WHERE sha256 = mine.sha256 AND run < :run UNION ALL"
    " SELECT 1 FROM run WHERE register = mine.sha256 AND id < :run)"
    " ORDER BY mine.name, mine.sha256"
)


def run_text(connection: sqlite3.Connection, run: int) -> Iterator[str]:
    """All that the ledger holds of a run, piece by piece: one JSON document."""
    yield '{"run":'
    yield from _table(connection, "SELECT * FROM run WHERE id = :run", run, blank="journal")
    yield ',"file":'
    yield from _table(connection, CONTENTS, run)
    for table in RUN_TABLES:
        yield f",{_json(table)}:"
        # Names of our own; rows in the order in which they were told.
        query = f"SELECT * FROM {table} WHERE run = :run ORDER BY rowid"  # noqa: S608
        yield from _table(connection, query, run)
    yield "}"


def came_text(connection: sqlite3.Connection, run: int, day: str) -> str:
    """What a run saw first, for people: receipt number, day, name, sender, digest."""
    rows = connection.execute(CAME, {"run": run}).fetchall()
    listed = [
        {
            "tanda_terima": number,
            "tanggal": seen,
            "nama": name,
            "pengirim": sender or name.rpartition("/")[0],
            "sha256": digest,
        }
        for number, seen, name, digest, sender in rows
    ]
    told = {"laporan": day, "diterima": listed}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def text_digest(pieces: Iterable[str]) -> str:
    """What the ledger keeps of a run's text."""
    digest = sha256()
    for piece in pieces:
        digest.update(piece.encode())
    return digest.hexdigest()


def keep_digest(connection: sqlite3.Connection, run: int) -> None:
    """Remember what all rows of a run come to: a change by hand shows."""
    digest = text_digest(run_text(connection, run))
    connection.execute("UPDATE run SET journal = ? WHERE id = ?", (digest, run))


def insert_text(connection: sqlite3.Connection, text: str) -> None:
    """Put a run back into a ledger that does not know it."""
    tables: Mapping[str, Any] = json.loads(text)
    for table in ("run", "file", *RUN_TABLES):
        told = tables.get(table)
        if told is None:
            continue  # noted by a version that did not know it
        names = ", ".join(f'"{name}"' for name in told["columns"])
        marks = ", ".join("?" for _ in told["columns"])
        connection.executemany(
            f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})',  # noqa: S608 - as above
            told["rows"],
        )
    (run,) = (row[tables["run"]["columns"].index("id")] for row in tables["run"]["rows"])
    keep_digest(connection, run)


def _table(connection: sqlite3.Connection, query: str, run: int, blank: str = "") -> Iterator[str]:
    """Columns and rows that a query gives; the column `blank` without what it holds."""
    cursor = connection.execute(query, {"run": run})
    columns = [column[0] for column in cursor.description]
    yield f'{{"columns":{_json(columns)},"rows":['
    begun = False
    while rows := cursor.fetchmany(TOGETHER):
        if blank:
            rows = [
                ["" if name == blank else cell for name, cell in zip(columns, row, strict=True)]
                for row in rows
            ]
        yield f"{',' if begun else ''}{_json(rows)[1:-1]}"
        begun = True
    yield "]}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
