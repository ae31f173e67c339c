"""Earlier runs as the ledger tells them: rows in, weeks and whole runs out."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, time
from itertools import groupby
from pathlib import Path
from typing import Any

from sopbatch.ledger.record_rows import ARCHIVE, DOCUMENT, INBOX, RETURNED
from sopbatch.ledger.records import RunMemory, Seen, seen_of
from sopbatch.model import (
    Completion,
    Letter,
    OtherFiles,
    PlanLine,
    Received,
    WeekTotals,
    iso_week,
)

FIGURES = ", ".join(f"total.{figure.name}" for figure in fields(Completion))
RUNS = "SELECT id, as_of, until, program, build, inputs, register, register_name, report FROM run"
LETTERS = (
    "SELECT sha256, name, container, container_sha256, message_id, sender, sender_name, sent,"
    " subject, thread FROM letter"
)
"""Content, name, then the values of `letter_of`."""
IN_ORDER = " ORDER BY rowid"
Letters = Mapping[str, tuple[tuple[str, Letter], ...]]
Files = Mapping[str, tuple[int, int, Seen]]
"""Content to its size in bytes, the first run that took it in, and when that was."""
FIRST_RUNS = (
    "SELECT sha256, min(run) AS first FROM (SELECT sha256, run FROM receipt"
    " UNION ALL SELECT sha256, run FROM held UNION ALL SELECT sha256, run FROM withdrawn)"
    " GROUP BY sha256"
)
NOWHERE = Path()
"""The ledger does not know where the archive keeps a content."""


@dataclass(frozen=True, slots=True)
class RecordedWeek:
    """The last run of an ISO week."""

    run: int
    totals: WeekTotals | None
    """None for a run of version 1, which kept no totals."""


def completion_of(row: Iterable[int]) -> Completion:
    """Of the columns FIGURES."""
    names = (figure.name for figure in fields(Completion))
    return Completion(**dict(zip(names, row, strict=True)))


def letter_of(row: Iterable[str]) -> Letter:
    """Of the columns LETTERS behind content and name."""
    return Letter(**dict(zip((one.name for one in fields(Letter)), row, strict=True)))


def earlier_weeks(
    connection: sqlite3.Connection, as_of: date, before: int | None
) -> tuple[RecordedWeek, ...]:
    """The last run of every week before that of `as_of`, oldest first.

    Of runs about the same date the one stored last holds; only runs stored before the run with
    the id `before` are looked at.
    """
    rows = connection.execute(
        f"SELECT run.id, run.as_of, total.run, {FIGURES} FROM run"  # noqa: S608 - names of our own
        " LEFT JOIN total ON total.run = run.id WHERE ? IS NULL OR run.id < ?"
        " ORDER BY run.as_of, run.id",
        (before, before),
    )
    weeks: dict[str, RecordedWeek] = {}
    for run, day, counted, *figures in rows:
        told = date.fromisoformat(day)
        totals = None if counted is None else WeekTotals(told, completion_of(figures))
        weeks[iso_week(told)] = RecordedWeek(run, totals)
    return tuple(week for name, week in weeks.items() if name < iso_week(as_of))


def last_run_of(connection: sqlite3.Connection, week: str) -> RunMemory | None:
    """The last run of an ISO week; None when there is none, or it kept too little."""
    rows = connection.execute(f"{RUNS} WHERE report <> '' ORDER BY as_of DESC, id DESC")
    run = next((row for row in rows if iso_week(date.fromisoformat(row[1])) == week), None)
    return None if run is None else _memory(connection, run)


def last_run(connection: sqlite3.Connection) -> RunMemory | None:
    """The run stored last; None when there is none, or it kept too little."""
    run = connection.execute(f"{RUNS} WHERE report <> '' ORDER BY id DESC LIMIT 1").fetchone()
    return None if run is None else _memory(connection, run)


def _memory(connection: sqlite3.Connection, run: tuple[Any, ...]) -> RunMemory:
    number, day, until, program, build, inputs, register, register_name, report = run
    files = _files(connection)
    letters = _letters(connection, number)
    known = files.get(register)
    return RunMemory(
        id=number,
        as_of=date.fromisoformat(day),
        until=time.fromisoformat(until) if until else None,
        program=program,
        build=build,
        inputs=inputs,
        report=report,
        received=_received(connection, "receipt", number, files, letters),
        others=OtherFiles(
            register=_one(register, (register_name,), *known) if known else None,
            held=_received(connection, "held", number, files, letters),
            untaken=tuple(
                (str(name), str(reason))
                for name, reason in connection.execute(
                    "SELECT name, reason FROM untaken WHERE run = ? ORDER BY rowid", (number,)
                )
            ),
            withdrawn=_withdrawn(connection, number, files, letters),
            letters=letters.get("", ()),
        ),
        documents=_paths(connection, number, DOCUMENT),
        returned=_paths(connection, number, RETURNED),
        exports=_exports(connection, number),
    )


def plan_of(connection: sqlite3.Connection, run: int) -> tuple[PlanLine, ...]:
    """The plan as a run saw it, in its order."""
    rows = connection.execute(
        "SELECT sop, unit, section, title, deadline, owner, withdrawn FROM plan WHERE run = ?"
        " ORDER BY rowid",
        (run,),
    )
    return tuple(
        PlanLine(
            code=code,
            unit_code=unit,
            section=section,
            title=title,
            deadline=date.fromisoformat(deadline) if deadline else None,
            owner=owner,
            withdrawn=bool(withdrawn),
        )
        for code, unit, section, title, deadline, owner, withdrawn in rows
    )


def counts_of(connection: sqlite3.Connection, run: int) -> tuple[Completion, Mapping[str, str]]:
    """Totals and statuses after a run."""
    row = connection.execute(
        f"SELECT {FIGURES} FROM total WHERE run = ?",  # noqa: S608 - names of our own
        (run,),
    ).fetchone()
    status = connection.execute("SELECT sop, status FROM standing WHERE run = ?", (run,))
    return completion_of(row) if row else Completion(), dict(status.fetchall())


def taken_in(connection: sqlite3.Connection) -> tuple[Received, ...]:
    """All contents that ever lay in the input, under the names they had there last, by name."""
    last: dict[str, tuple[int, list[str]]] = {}
    for table in ("receipt", "held", "withdrawn"):
        for run, sha256, name in connection.execute(
            f"SELECT run, sha256, name FROM {table} WHERE origin = ?"  # noqa: S608 - as above
            " AND sha256 NOT IN (SELECT register FROM run) ORDER BY run, rowid",
            (INBOX,),
        ):
            known, names = last.get(sha256, (0, []))
            if run > known:
                last[sha256] = run, [name]
            elif run == known and name not in names:
                names.append(name)
    files = _files(connection)
    letters = {
        (run, sha256, name): letter_of(told)
        for run, sha256, name, *told in connection.execute(
            f"SELECT run, {LETTERS.removeprefix('SELECT ')}{IN_ORDER}"
        )
    }
    kept = [
        replace(
            _one(sha256, tuple(names), *files[sha256]),
            letters=tuple(
                (name, letters[run, sha256, name])
                for name in names
                if (run, sha256, name) in letters
            ),
        )
        for sha256, (run, names) in last.items()
    ]
    return tuple(sorted(kept, key=lambda item: (item.name, item.sha256)))


def days_of_registers(connection: sqlite3.Connection) -> dict[str, date]:
    """Content of each register to the date of the last run that used it."""
    rows = connection.execute("SELECT register, as_of FROM run WHERE register <> '' ORDER BY id")
    found: dict[str, date] = {}
    for sha256, day in rows:
        found.pop(sha256, None)  # the one used last comes last
        found[sha256] = date.fromisoformat(day)
    return found


def last_register(connection: sqlite3.Connection) -> Received | None:
    """The register of the last run that had one."""
    row = connection.execute(
        "SELECT register, register_name FROM run WHERE register <> '' ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    sha256, name = row
    size, seen = connection.execute(
        "SELECT size, first_seen FROM file WHERE sha256 = ?", (sha256,)
    ).fetchone()
    return _one(sha256, (name,), size, 0, seen_of(seen))


def _files(connection: sqlite3.Connection) -> Files:
    rows = connection.execute(
        "SELECT file.sha256, size, coalesce(first, 0), first_seen FROM file"  # noqa: S608 - our own
        f" LEFT JOIN ({FIRST_RUNS}) AS taken ON taken.sha256 = file.sha256"
    )
    return {sha256: (size, first, seen_of(seen)) for sha256, size, first, seen in rows}


def _letters(connection: sqlite3.Connection, run: int) -> Letters:
    """What each content came in, under which name; what was not taken under ""."""
    found: dict[str, list[tuple[str, Letter]]] = {}
    for sha256, name, *told in connection.execute(f"{LETTERS} WHERE run = ?{IN_ORDER}", (run,)):
        found.setdefault(sha256, []).append((name, letter_of(told)))
    return {sha256: tuple(pairs) for sha256, pairs in found.items()}


def _received(
    connection: sqlite3.Connection, table: str, run: int, files: Files, letters: Letters
) -> tuple[Received, ...]:
    """Contents in the order they were read, each with all of its names."""
    rows = connection.execute(
        f"SELECT sha256, origin, name FROM {table} WHERE run = ?"  # noqa: S608 - as above
        " ORDER BY rowid",
        (run,),
    )
    return tuple(
        replace(
            _one(sha256, tuple(name for _, _, name in same), *files[sha256]),
            from_archive=origin == ARCHIVE,
            letters=letters.get(sha256, ()),
        )
        for (sha256, origin), same in groupby(rows, lambda row: (str(row[0]), str(row[1])))
    )


def _withdrawn(
    connection: sqlite3.Connection, run: int, files: Files, letters: Letters
) -> tuple[tuple[Received, str], ...]:
    reasons = dict(
        connection.execute("SELECT sha256, reason FROM withdrawn WHERE run = ?", (run,)).fetchall()
    )
    told = _received(connection, "withdrawn", run, files, letters)
    return tuple((received, reasons[received.sha256]) for received in told)


def _one(sha256: str, names: tuple[str, ...], size: int, first_run: int, seen: Seen) -> Received:
    day, until = seen
    return Received(
        name=names[0],
        path=NOWHERE,
        sha256=sha256,
        size=size,
        first_seen=day,
        copies=names[1:],
        first_run=first_run,
        seen_until=until,
    )


def _paths(connection: sqlite3.Connection, run: int, kind: str) -> Mapping[str, str]:
    rows = connection.execute(
        "SELECT sha256, path FROM document WHERE run = ? AND kind = ? ORDER BY rowid", (run, kind)
    )
    return dict(rows.fetchall())


def _exports(connection: sqlite3.Connection, run: int) -> tuple[str, ...]:
    kinds = connection.execute(
        "SELECT DISTINCT kind FROM document WHERE run = ? AND kind NOT IN (?, ?) ORDER BY kind",
        (run, DOCUMENT, RETURNED),
    )
    return tuple(kind for (kind,) in kinds)
