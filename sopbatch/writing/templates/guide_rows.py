"""Rows of the sheet Petunjuk that forms and register share."""

from collections.abc import Sequence

from sopbatch.writing.templates.book import TemplateSheet
from sopbatch.writing.templates.heights import fitting_height
from sopbatch.writing.templates.looks import GROUP, Look

FIRST_COLUMN = 2
LEAST_HEIGHT = 24.0
LABEL: Look = GROUP | {"indent": 1}
ABOUT: Look = LABEL | {"bold": False, "text_wrap": True}


def guide_group(
    page: TemplateSheet, row: int, widths: Sequence[float], label: str, about: str
) -> None:
    """A head within the table of all fields: a sheet and what it is for, down to its last word.

    `widths` are those of all columns, in characters; the table begins in the second one.
    """
    page.row(row, fitting_height([(about, sum(widths[FIRST_COLUMN:]), 10.0)], LEAST_HEIGHT))
    page.put(row, FIRST_COLUMN, label, LABEL)
    page.merge(row, FIRST_COLUMN + 1, row, len(widths), ABOUT)
    page.put(row, FIRST_COLUMN + 1, about, ABOUT)
