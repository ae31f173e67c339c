"""DuckDB as we use it: in memory, one thread, no network, no extensions."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    # The order of rows, and so the bytes, must not hang on the machine.
    "threads": 1,
    "memory_limit": "768MB",
    "max_temp_directory_size": "0GB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}


def is_installed() -> bool:
    """Whether DuckDB is there; it is not loaded for that."""
    return find_spec("duckdb") is not None


@contextmanager
def engine() -> "Iterator[DuckDBPyConnection]":
    """An empty database."""
    import duckdb

    with duckdb.connect(":memory:", config=SETTINGS) as connection:
        yield connection


def quoted(text: str | Path) -> str:
    """A text as SQL."""
    return "'" + str(text).replace("'", "''") + "'"
