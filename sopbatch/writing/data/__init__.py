"""The report as data for other programs: JSON, and CSV with a data dictionary."""

from sopbatch.writing.data.forms import write_csv_files, write_json

__all__ = ["write_csv_files", "write_json"]
