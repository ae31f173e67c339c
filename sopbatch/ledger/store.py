"""The ledger in SQLite: opened, created or refused, read before a run, written once after it."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

from sopbatch.ledger.earlier import earlier_findings
from sopbatch.ledger.journal import keep_digest
from sopbatch.ledger.memory import (
    FIRST_RUNS,
    counts_of,
    days_of_registers,
    earlier_weeks,
    last_register,
    last_run,
    last_run_of,
    plan_of,
    taken_in,
)
from sopbatch.ledger.opening import FILE_NAME, VERSION, reading, writing
from sopbatch.ledger.record_rows import contents_of, digest_of, rows_of
from sopbatch.ledger.records import Output, Past, Row, RunMemory, RunRecord, seen_of
from sopbatch.ledger.told import names_in, parcels_before, returned_in, withdrawn_in
from sopbatch.ledger.whole import copy_ledger
from sopbatch.model import Completion, Earlier

INSERTS = {
    "receipt": "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?)",
    "finding": "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)",
    "standing": "INSERT OR IGNORE INTO standing VALUES (?, ?, ?, ?, ?, ?)",
    "submission": "INSERT OR IGNORE INTO submission VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "total": "INSERT INTO total VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "decision": "INSERT OR IGNORE INTO decision VALUES (?, ?, ?, ?)",
    "change": "INSERT OR IGNORE INTO change VALUES (?, ?, ?, ?, ?, ?)",
    "document": "INSERT OR IGNORE INTO document VALUES (?, ?, ?, ?)",
    "held": "INSERT OR IGNORE INTO held VALUES (?, ?, ?, ?)",
    "untaken": "INSERT INTO untaken VALUES (?, ?, ?)",
    "withdrawn": "INSERT OR IGNORE INTO withdrawn VALUES (?, ?, ?, ?, ?)",
    "loss": "INSERT OR IGNORE INTO loss VALUES (?, ?, ?, ?, ?, ?)",
    "plan": "INSERT OR IGNORE INTO plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "ruling": "INSERT OR IGNORE INTO ruling VALUES (?, ?, ?, ?, ?, ?, ?)",
    "letter": "INSERT OR IGNORE INTO letter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "resent": "INSERT INTO resent VALUES (?, ?, ?, ?, ?)",
    "form": "INSERT INTO form VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
}


def read_past(folder: Path, as_of: date, before: int | None = None) -> Past:
    """What the ledger in the output folder knows; empty when there is none yet.

    `before` is the id of a run: what came later than it is not looked at.

    Raises:
        SopbatchError: the file is damaged, of another program, or newer than this version.
    """
    if not (folder / FILE_NAME).exists():
        return Past(first_seen={}, status={}, outputs={})
    with reading(folder) as connection:
        (health,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if health != "ok":
            raise sqlite3.DatabaseError(health)
        rows = connection.execute("SELECT sha256, first_seen FROM file")
        seen = {sha256: seen_of(text) for sha256, text in rows}
        weeks = earlier_weeks(connection, as_of, before)
        then = (weeks[-1].run if weeks else 0,)
        standing = connection.execute(
            "SELECT sop, status, title FROM standing WHERE run = ?", then
        ).fetchall()
        counted = connection.execute("SELECT sop, sha256 FROM decision WHERE run = ?", then)
        complete = connection.execute(
            "SELECT sop FROM submission WHERE run = ? AND counted = 1 AND errors = 0", then
        )
        titles = connection.execute(
            "SELECT title FROM plan WHERE run = (SELECT max(run) FROM plan)"
        )
        last = connection.execute("SELECT id, as_of FROM run ORDER BY id DESC LIMIT 1").fetchone()
        return Past(
            first_seen={sha256: day for sha256, (day, _) in seen.items()},
            status={sop: status for sop, status, _ in standing},
            outputs=_by_path(_outputs(connection)),
            first_run=dict(connection.execute(FIRST_RUNS).fetchall()),
            next_run=(last[0] if last else 0) + 1,
            history=tuple(week.totals for week in weeks if week.totals),
            seen_until={sha256: until for sha256, (_, until) in seen.items()},
            received=taken_in(connection),
            register=last_register(connection),
            counted=dict(counted.fetchall()),
            titles={sop: title for sop, _, title in standing},
            planned=plan_of(connection, then[0]),
            last=date.fromisoformat(last[1]) if last else None,
            plan=frozenset(title for (title,) in titles),
            complete=frozenset(sop for (sop,) in complete),
            returned=returned_in(connection, (week.run for week in weeks)),
            known=names_in(connection, then[0]),
            counted_once=_counted_once(connection, before),
            withdrawn=withdrawn_in(connection, then[0]),
            parcels=parcels_before(connection, before),
        )


def _counted_once(connection: sqlite3.Connection, before: int | None) -> frozenset[str]:
    """Contents that runs took in, those from `before` on not asked."""
    rows = connection.execute(
        "SELECT DISTINCT sha256 FROM receipt WHERE ? IS NULL OR run < ?", (before, before)
    )
    return frozenset(sha256 for (sha256,) in rows)


def check_writable(folder: Path) -> None:
    """Tell before the work begins that its end could not be stored.

    Raises:
        SopbatchError: as read_past, or the ledger is read-only or in use.
    """
    if (folder / FILE_NAME).exists():
        with writing(folder) as connection:
            connection.execute("BEGIN IMMEDIATE")
            # NOTE: on a read-only file SQLite begins without a word; only writing tells.
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.rollback()


def recall(folder: Path, week: str) -> RunMemory | None:
    """The last run of an ISO week ("2026-W40"); None when the ledger knows none.

    Raises:
        SopbatchError: as read_past.
    """
    if not (folder / FILE_NAME).exists():
        return None
    with reading(folder) as connection:
        return last_run_of(connection, week)


def recall_counts(folder: Path, run: int) -> tuple[Completion, Mapping[str, str]]:
    """Totals after a run, and the status of each SOP by its key.

    Raises:
        SopbatchError: as read_past.
    """
    with reading(folder) as connection:
        return counts_of(connection, run)


def recall_last(folder: Path) -> RunMemory | None:
    """The run stored last; None when the ledger knows none.

    Raises:
        SopbatchError: as read_past.
    """
    with reading(folder) as connection:
        return last_run(connection)


def register_days(folder: Path) -> Mapping[str, date]:
    """Content of every register to the date of its last report; the one used last comes last.

    Raises:
        SopbatchError: as read_past.
    """
    if not (folder / FILE_NAME).exists():
        return {}
    with reading(folder) as connection:
        return days_of_registers(connection)


def read_earlier(
    folder: Path, contents: Mapping[str, str], before: int | None = None
) -> Mapping[str, Earlier]:
    """What was found in the version before each content (sha256 to the key of its SOP).

    With the id `before` of a run, only runs stored before it are looked at.

    Raises:
        SopbatchError: as read_past.
    """
    if not (folder / FILE_NAME).exists():
        return {}
    with reading(folder) as connection:
        return earlier_findings(connection, contents, before)


def announce(folder: Path, outputs: tuple[Output, ...]) -> None:
    """Remember what is about to be written, so that a run that breaks off leaves no strangers.

    Raises:
        SopbatchError: as read_past.
    """
    with writing(folder) as connection, connection:
        _add_outputs(connection, set(outputs) - _outputs(connection))


def write_run(folder: Path, record: RunRecord) -> None:
    """Store a run and its outputs in one transaction; the same run repeated changes nothing.

    Before a run is added to others, the ledger without it is kept beside.

    Raises:
        SopbatchError: as read_past.
    """
    rows = rows_of(record)
    digest = digest_of(record, rows)
    if (folder / FILE_NAME).exists() and _adds(folder, record.as_of, digest):
        copy_ledger(folder)
    with writing(folder) as connection, connection:
        if _last_digest(connection, record.as_of) != digest:
            _add_run(connection, record, digest, rows)
        _set_outputs(connection, set(record.outputs))


def _adds(folder: Path, as_of: date, digest: str) -> bool:
    """Whether the ledger knows of runs, and its last one of that date is another."""
    with reading(folder) as connection:
        runs = connection.execute("SELECT count(*) FROM run").fetchone()
        return runs != (0,) and _last_digest(connection, as_of) != digest


def keep_outputs(folder: Path, outputs: tuple[Output, ...]) -> None:
    """Remember what stands in the output folder when no run was stored.

    Raises:
        SopbatchError: as read_past.
    """
    with writing(folder) as connection, connection:
        _set_outputs(connection, set(outputs))


def _set_outputs(connection: sqlite3.Connection, wanted: set[Output]) -> None:
    known = _outputs(connection)
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
    rows: Mapping[str, Callable[[], Iterable[Row]]],
) -> None:
    run = connection.execute(
        "INSERT INTO run (as_of, digest, program, build, inputs, register, register_name, report,"
        " until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (record.as_of.isoformat(), digest, *record.facts),
    ).lastrowid
    connection.executemany("INSERT OR IGNORE INTO file VALUES (?, ?, ?, ?)", contents_of(record))
    for table, insert in INSERTS.items():
        connection.executemany(insert, ((run, *row) for row in rows[table]()))
    if run is not None:
        keep_digest(connection, run)
