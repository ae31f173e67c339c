"""How the sheet Prosedur stands on screen and paper, and what may be changed on it."""

from sopbatch.schema.places import CHECK_COLUMN, FIRST_STEP_ROW, GROUP_ROW, KIND_ROW, step_column
from sopbatch.schema.sop import ACTIVITY_COLUMN
from sopbatch.writing.palette import HOUSE
from sopbatch.writing.templates.book import FOLIO, TemplateSheet
from sopbatch.writing.templates.looks import LINE

PROTECTION = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "insert_hyperlinks": True,
    "sort": True,
}


def lay_out(page: TemplateSheet, last_row: int, *, spare: bool) -> None:
    """Panes, print layout and protection of a table down to that 1-based row.

    The tab of a spare table, which most SOPs leave blank, is quiet.
    """
    page.sheet.freeze_panes(KIND_ROW, step_column(ACTIVITY_COLUMN.key))
    page.sheet.set_landscape()
    page.sheet.set_paper(FOLIO)
    page.sheet.fit_to_pages(1, 0)
    page.sheet.repeat_rows(GROUP_ROW - 1, KIND_ROW - 1)
    page.sheet.print_area(0, 0, last_row - 1, CHECK_COLUMN - 2)
    page.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.sheet.set_footer("&L&8Prosedur SOP&R&8Halaman &P dari &N")
    page.sheet.hide_gridlines(2)
    page.sheet.set_zoom(85)
    page.sheet.set_tab_color(LINE if spare else HOUSE)
    page.tolerate("number_stored_as_text", FIRST_STEP_ROW, 1, last_row, CHECK_COLUMN)
    page.tolerate("formula_unlocked", FIRST_STEP_ROW, 1, last_row, CHECK_COLUMN)
    page.sheet.protect(options=PROTECTION)
