"""What a cell shows: a value and its number format become the text that people see."""

from sopbatch.reading.shown.cells import seen

__all__ = ["seen"]
