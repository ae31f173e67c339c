"""Memory of all runs: what was seen, found, decided and written."""

from sopbatch.ledger.records import (
    Output,
    Past,
    RunMemory,
    RunRecord,
    Standing,
    inputs_digest,
)
from sopbatch.ledger.store import (
    FILE_NAME,
    announce,
    check_writable,
    read_earlier,
    read_past,
    recall,
    write_run,
)

__all__ = [
    "FILE_NAME",
    "Output",
    "Past",
    "RunMemory",
    "RunRecord",
    "Standing",
    "announce",
    "check_writable",
    "inputs_digest",
    "read_earlier",
    "read_past",
    "recall",
    "write_run",
]
