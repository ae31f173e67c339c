"""A unit's sheet of evidence, typeset in a worker process."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopbatch.writing.letterhead import Letterhead
    from sopbatch.writing.standards.evidence_values import EvidenceSheet


@dataclass(frozen=True, slots=True)
class EvidenceTask:
    """Print a sheet of evidence."""

    sheet: "EvidenceSheet"
    letterhead: "Letterhead"


def print_sheet(task: EvidenceTask) -> bytes:
    """The sheet as PDF."""
    from sopbatch.writing.standards.printing import print_evidence

    return print_evidence(task.sheet, task.letterhead)
