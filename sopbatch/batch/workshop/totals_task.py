"""Sums, done in a worker process: the library that does them is large."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopbatch.tally.counted import CountedRow, Totals


def totals_of(rows: "tuple[CountedRow, ...]") -> "Totals":
    """All sums of a report."""
    from sopbatch.tally.totals import add_up

    return add_up(rows)
