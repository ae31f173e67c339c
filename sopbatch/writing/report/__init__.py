"""The progress report (Laporan Perkembangan SOP) as a workbook."""

from sopbatch.writing.report.cycle import write_cycle
from sopbatch.writing.report.workbook import write_annex, write_report

__all__ = ["write_annex", "write_cycle", "write_report"]
