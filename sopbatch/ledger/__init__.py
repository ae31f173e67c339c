"""Memory of all runs: what was seen, found, decided and written."""

from sopbatch.ledger.store import FILE_NAME, Output, Past, RunRecord, Standing, read_past, write_run

__all__ = ["FILE_NAME", "Output", "Past", "RunRecord", "Standing", "read_past", "write_run"]
