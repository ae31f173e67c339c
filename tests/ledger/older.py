"""Ledgers of older versions of the program."""

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from sopbatch.ledger import FILE_NAME
from sopbatch.ledger.opening import APPLICATION_ID, SCRIPTS


def version_1(folder: Path) -> None:
    """A ledger as version 1 left it, with one run."""
    script = files("sopbatch.ledger").joinpath(SCRIPTS[0]).read_text(encoding="utf-8")
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.executescript(
            f"BEGIN; {script} PRAGMA application_id = {APPLICATION_ID}; "
            "PRAGMA user_version = 1;"
            "INSERT INTO run (as_of, program, digest) VALUES ('2026-09-25', '0.0.9', 'x');"
            "INSERT INTO file VALUES ('ff', 10, '2026-09-25');"
            "INSERT INTO standing VALUES (1, 'TL-01', 'Draf'); COMMIT;"
        )
