"""The report on one page, for a leader's phone and the printed folder."""

from sopbatch.writing.brief.writing import write_brief

__all__ = ["write_brief"]
