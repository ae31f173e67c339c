"""Sums of the report and rows for the nation: the libraries that make them are large."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopbatch.model.nation import About, NationLine
    from sopbatch.tally.counted import CountedRow, Totals


def totals_of(rows: "tuple[CountedRow, ...]") -> "Totals":
    """All sums of a report."""
    from sopbatch.tally.totals import add_up

    return add_up(rows)


@dataclass(frozen=True, slots=True)
class RowsTask:
    """Write the rows of one government."""

    about: "About"
    lines: "tuple[NationLine, ...]"

    def do(self) -> bytes:
        """The rows as Parquet."""
        from sopbatch.nation import write_lines

        return write_lines(self.about, self.lines)
