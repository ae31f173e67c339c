"""Rows of governments as Parquet files, and the sums over all of them.

DuckDB is an extra: nothing of this package may be needed for a run.
"""

from sopbatch.nation.engine import is_installed
from sopbatch.nation.lines import write_lines

__all__ = ["is_installed", "write_lines"]
