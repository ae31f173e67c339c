"""Formulas over a column of a list, without "="."""

from sopbatch.writing.report.table import ListExtent


def cells_of(extent: ListExtent, title: str) -> str:
    """The cells of a column; "" without rows."""
    return extent.body(title) if extent.last >= extent.first else ""


def sum_of(extent: ListExtent, title: str) -> str:
    """Its numbers added up."""
    cells = cells_of(extent, title)
    return f"SUM({cells})" if cells else "0"


def rows_of(extent: ListExtent, title: str) -> str:
    """How many rows it has."""
    cells = cells_of(extent, title)
    return f"ROWS({cells})" if cells else "0"


def filled_in(extent: ListExtent, title: str) -> str:
    """How many of its rows say something."""
    cells = cells_of(extent, title)
    return f'ROWS({cells})-COUNTIF({cells},"-")' if cells else "0"
