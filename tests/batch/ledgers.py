"""The ledger of an output folder, looked at by SQLite alone."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sopbatch.ledger import FILE_NAME

Row = tuple[Any, ...]


def rows(folder: Path, query: str) -> list[Row]:
    """What a query answers; the ledger is not changed."""
    place = f"{(folder / FILE_NAME).absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(place, uri=True)) as connection:
        return connection.execute(query).fetchall()


def everything(folder: Path) -> dict[str, list[Row]]:
    """All rows of all tables of a ledger in good health, in no order of their own."""
    assert rows(folder, "PRAGMA integrity_check") == [("ok",)]
    assert rows(folder, "PRAGMA foreign_key_check") == []
    tables = rows(folder, "SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {
        str(name): sorted(rows(folder, f"SELECT * FROM {name}"), key=repr) for (name,) in tables
    }
