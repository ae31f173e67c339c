"""Memory of all runs: what was seen, found, decided and written."""

from sopbatch.ledger.records import Output, Past, RunRecord, Standing
from sopbatch.ledger.store import FILE_NAME, announce, read_past, write_run

__all__ = [
    "FILE_NAME",
    "Output",
    "Past",
    "RunRecord",
    "Standing",
    "announce",
    "read_past",
    "write_run",
]
