"""Counting: SOPs with their versions and the register come in, rows and totals go out."""

from sopbatch.tally.count import tally
from sopbatch.tally.service import service_time
from sopbatch.tally.status import final_status
from sopbatch.text.lengths import format_minutes

__all__ = ["final_status", "format_minutes", "service_time", "tally"]
