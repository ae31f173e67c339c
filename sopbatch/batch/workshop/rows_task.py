"""Rows for the nation, made a file in a worker process: the library that does it is large."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopbatch.model.nation import About, NationLine


@dataclass(frozen=True, slots=True)
class RowsTask:
    """Write the rows of one government."""

    about: "About"
    lines: "tuple[NationLine, ...]"


def write_rows(task: RowsTask) -> bytes:
    """The rows as Parquet."""
    from sopbatch.nation import write_lines

    return write_lines(task.about, task.lines)
