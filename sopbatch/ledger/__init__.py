"""Memory of all runs: what was seen, found, decided and written."""

from sopbatch.ledger.opening import FILE_NAME
from sopbatch.ledger.records import (
    Output,
    Past,
    RunMemory,
    RunRecord,
    Standing,
    findings_told,
    inputs_digest,
)
from sopbatch.ledger.store import (
    announce,
    check_writable,
    keep_outputs,
    read_earlier,
    read_past,
    recall,
    recall_counts,
    recall_last,
    write_run,
)
from sopbatch.ledger.whole import (
    COPY_NAME,
    RunNote,
    check_whole,
    copy_ledger,
    make_anew,
    note_of,
    note_texts,
    run_notes,
    tells,
)

__all__ = [
    "COPY_NAME",
    "FILE_NAME",
    "Output",
    "Past",
    "RunMemory",
    "RunNote",
    "RunRecord",
    "Standing",
    "announce",
    "check_whole",
    "check_writable",
    "copy_ledger",
    "findings_told",
    "inputs_digest",
    "keep_outputs",
    "make_anew",
    "note_of",
    "note_texts",
    "read_earlier",
    "read_past",
    "recall",
    "recall_counts",
    "recall_last",
    "run_notes",
    "tells",
    "write_run",
]
