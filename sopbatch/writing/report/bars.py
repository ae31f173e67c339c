"""Bars behind percentages."""

from sopbatch.writing.report.page import Page
from sopbatch.writing.report.styles import ACCENT_PALE


def data_bar(page: Page, first: int, last: int, column: int) -> None:
    """Always from 0 to 100 %."""
    page.sheet.conditional_format(
        first,
        column,
        last,
        column,
        {
            "type": "data_bar",
            "bar_color": ACCENT_PALE,
            "bar_solid": True,
            "bar_border_color": ACCENT_PALE,
            "min_type": "num",
            "max_type": "num",
            "min_value": 0,
            "max_value": 1,
            "data_bar_2010": True,
        },
    )
