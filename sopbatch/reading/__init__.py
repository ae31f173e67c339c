"""Files become submissions: guarded open, cells, fields wherever they moved, values parsed."""

from sopbatch.reading.grid import read_grid
from sopbatch.reading.guards import unlocked
from sopbatch.reading.passed import is_empty_form, is_issued_only, is_own_document, is_own_report
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.register import RegisterReading, read_register
from sopbatch.reading.submission import read_submission, template_kind

__all__ = [
    "Refusal",
    "Refused",
    "RegisterReading",
    "is_empty_form",
    "is_issued_only",
    "is_own_document",
    "is_own_report",
    "read_grid",
    "read_register",
    "read_submission",
    "template_kind",
    "unlocked",
]
