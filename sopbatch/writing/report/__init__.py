"""The progress report: a tally and its reviews come in, the bytes of one workbook go out."""

from sopbatch.writing.report.workbook import write_report

__all__ = ["write_report"]
