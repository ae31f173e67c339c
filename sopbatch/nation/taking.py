"""A file that a government sent comes in, its rows go out as a file of our own, or why not.

Such files are anybody's: they are looked at in a process with limits, and what the sums are made
of is written anew, in our columns and with texts of a length that a cell holds.
"""

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopbatch.files import scratch_folder
from sopbatch.model.nation import About
from sopbatch.nation.engine import engine, quoted
from sopbatch.schema.nation_v1 import (
    COLUMNS,
    DAY,
    FACTS,
    FIRST_DAY,
    FORMAT,
    FORMAT_KEY,
    KINDS,
    LAST_DAY,
    MOST_LETTERS,
    MOST_ROWS,
    OPTIONAL,
    PARQUET,
    SOP,
    TEXT,
)
from sopbatch.schema.statuses import STATUSES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NO_PARQUET = "bukan berkas Parquet"
DAMAGED = "isinya rusak"
OTHER_FORM = "bentuknya bukan baris dari sopbatch, atau dari versi yang lain"
TOO_MANY = f"barisnya lebih dari {MOST_ROWS}"
OTHER_DAY = "tanggal di dalamnya berbeda dari tanggal pada namanya"
CONTRADICTORY = "memuat baris yang tidak mungkin, misalnya status yang tidak dikenal"
MOST_FINDINGS = 1_000_000
"""Of one SOP."""


@dataclass(frozen=True, slots=True)
class CountedFile:
    """A file to be looked at."""

    place: int
    """0-based among those of the nation."""
    day: date
    """The one in its name."""
    data: bytes


@dataclass(frozen=True, slots=True)
class TakenRows:
    """Rows that can be counted."""

    place: int
    about: About
    data: bytes
    """A Parquet file of our own, with `nomor`, its place, as the first column."""


def take_in(parcel: CountedFile) -> TakenRows | str:
    """The rows of a file, or an Indonesian clause that tells why they cannot be counted."""
    if not (parcel.data.startswith(PARQUET) and parcel.data.endswith(PARQUET)):
        return NO_PARQUET
    with scratch_folder() as folder, engine() as sql:
        theirs = folder / "diterima.parquet"
        theirs.write_bytes(parcel.data)
        import duckdb

        try:
            return _taken(sql, theirs, parcel)
        except (duckdb.Error, ValueError, OverflowError):
            return DAMAGED


def _taken(sql: "DuckDBPyConnection", theirs: Path, parcel: CountedFile) -> TakenRows | str:
    (rows,) = _row(sql, "SELECT num_rows FROM parquet_file_metadata(?)", theirs)
    if not 0 <= rows <= MOST_ROWS:
        return TOO_MANY
    told = sql.execute("DESCRIBE SELECT * FROM read_parquet(?)", [str(theirs)]).fetchall()
    if [tuple(one[:2]) for one in told] != [(column.name, column.type) for column in COLUMNS]:
        return OTHER_FORM
    about = _about(sql, theirs)
    if about is None:
        return OTHER_FORM
    if about.as_of != parcel.day:
        return OTHER_DAY
    (bad,) = _row(sql, f"SELECT count(*) FROM read_parquet(?) WHERE {_impossible()}", theirs)
    if bad:
        return CONTRADICTORY
    ours = theirs.with_name("baris.parquet")
    columns = ", ".join(
        f"left({column.name}, {MOST_LETTERS}) AS {column.name}"
        if column.type == TEXT
        else column.name
        for column in COLUMNS
    )
    sql.execute(
        f"COPY (SELECT {parcel.place}::INTEGER AS nomor, {columns} FROM read_parquet(?)) "
        f"TO {quoted(ours)} (FORMAT parquet)",
        [str(theirs)],
    )
    return TakenRows(parcel.place, about, ours.read_bytes())


def _about(sql: "DuckDBPyConnection", path: Path) -> About | None:
    """What a file says of itself; None when no run would say it so."""
    pairs = "SELECT decode(key), decode(value) FROM parquet_kv_metadata(?)"
    facts = dict(sql.execute(pairs, [str(path)]).fetchall())
    if facts.get(FORMAT_KEY) != FORMAT or any(name not in facts for name in FACTS.values()):
        return None
    told: dict[str, Any] = {field: facts[name][:MOST_LETTERS] for field, name in FACTS.items()}
    try:
        told["as_of"] = date.fromisoformat(told["as_of"])
    except ValueError:
        return None
    if not FIRST_DAY <= told["as_of"] <= LAST_DAY:
        return None
    told["planning"] = told["planning"] == str(True)
    assert set(told) == {field.name for field in fields(About)}
    return About(**told)


def _impossible() -> str:
    """What no run writes, as SQL over a row; a comparison with nothing counts as impossible."""
    days = f"BETWEEN DATE '{FIRST_DAY}' AND DATE '{LAST_DAY}'"
    statuses = ", ".join(quoted(status.label) for status in STATUSES)
    kinds = ", ".join(map(quoted, KINDS))
    wanted = [
        f"jenis IN ({kinds})",
        f"(status = '' OR jenis = {quoted(SOP)})",
        f"(jenis <> {quoted(SOP)} OR status IN ({statuses}))",
        *(f"{column.name} IS NOT NULL" for column in COLUMNS if column.type not in OPTIONAL),
        *(f"({c.name} IS NULL OR {c.name} {days})" for c in COLUMNS if c.type == DAY),
        f"galat BETWEEN 0 AND {MOST_FINDINGS}",
        f"peringatan BETWEEN 0 AND {MOST_FINDINGS}",
        "(mutu IS NULL OR mutu BETWEEN 0 AND 1)",
        f"direncanakan::INT + di_luar_rencana::INT + dicabut::INT = (jenis = {quoted(SOP)})::INT",
        "(diterima OR NOT lengkap)",
        "(lengkap OR NOT tersusun)",
        f"(tersusun OR NOT selesai OR jenis <> {quoted(SOP)})",
        "(selesai OR NOT dalam_masa_tinjau)",
        "(NOT terlambat OR (direncanakan AND NOT selesai AND tenggat IS NOT NULL))",
    ]
    return f"NOT coalesce({' AND '.join(wanted)}, false)"


def _row(sql: "DuckDBPyConnection", query: str, path: Path) -> tuple[Any, ...]:
    found = sql.execute(query, [str(path)]).fetchone()
    return tuple(found or (0,))
