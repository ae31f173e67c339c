"""Rows of governments as Parquet files, and the sums over all of them.

DuckDB is an extra: nothing of this package may be needed for a run.
"""

from sopbatch.nation.engine import is_installed
from sopbatch.nation.lines import write_lines
from sopbatch.nation.taking import CountedFile, TakenRows, take_in
from sopbatch.nation.totals import totals

__all__ = [
    "CountedFile",
    "TakenRows",
    "is_installed",
    "take_in",
    "totals",
    "write_lines",
]
