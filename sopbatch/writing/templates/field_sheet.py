"""What every sheet of fields has: columns and rows, looks, colours of its states, how it prints."""

from collections.abc import Mapping, Sequence

from sopbatch.model import CellValue, Place, column_letters
from sopbatch.schema.fields import DUE, FILLED, NOT_RIGHT, Field, WrongState
from sopbatch.schema.kinds import part_name
from sopbatch.schema.places import INPUT_COLUMN, LABEL_COLUMN, PROMPT_COLUMN, STATE_COLUMN
from sopbatch.writing.palette import HOUSE
from sopbatch.writing.templates.book import FOLIO, TemplateSheet, inches
from sopbatch.writing.templates.heights import fitting_height
from sopbatch.writing.templates.inputs import input_look, input_value, prompt
from sopbatch.writing.templates.looks import (
    BOXED,
    CELL,
    COUNTER,
    GROUP,
    HEAD,
    NOTE,
    SUBTITLE,
    TITLE,
    WANTED,
    WANTED_TEXT,
    WRONG,
    Look,
    row_opener,
)

WIDTHS = (2.0, 36.0, 72.0, 16.0, 66.0)
MARGIN = 0.5
"""Inches at either side of a page."""
A4_WIDTH = 11.69
"""Inches of its long side: many print a sheet of F4 on it."""
SCALE = int(100 * (A4_WIDTH - 2 * MARGIN) / inches(WIDTHS))
"""Percent at which all columns stand on one page of either paper."""
PAGE_POINTS = 0.95 * (8.27 - 0.5 - 0.6) * 72 * 100 / SCALE
"""Of rows on a page of A4, the lower one; programs measure rows differently."""
ABOVE_POINTS = 34 + 15 + 26 + 15
"""Of the rows above the heads, which only the first page has."""
HEAD_POINTS = GROUP_POINTS = 24
"""Of the heads, and of the heading of a group."""
OPENER_COLUMN = 1
COUNTER_ROW, HEADER_ROW, FIRST_ROW = 3, 5, 6
LEAST_HEIGHT = 24.0
LABEL: Look = CELL | {"bold": True, "indent": 1}
STATE: Look = CELL | {"align": "center", "font_size": 9, "font_color": HOUSE}
PROMPT: Look = NOTE | BOXED | {"indent": 1}
PROTECTION = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "insert_hyperlinks": True,
}


def write_head(
    page: TemplateSheet, title: str, subtitle: str, heads: Sequence[str], part: str = ""
) -> None:
    """Columns, title, room for the counter, and heads; `part` names a sheet that is one of many."""
    page.columns(WIDTHS)
    page.row(1, 34)
    page.put(1, LABEL_COLUMN, title, TITLE)
    page.put(2, LABEL_COLUMN, subtitle, SUBTITLE)
    if part:
        page.put(2, PROMPT_COLUMN, part, SUBTITLE)
    page.row(COUNTER_ROW, 26)
    page.merge(COUNTER_ROW, LABEL_COLUMN, COUNTER_ROW, PROMPT_COLUMN, COUNTER)
    page.row(HEADER_ROW, HEAD_POINTS)
    for column, head in enumerate(heads, start=LABEL_COLUMN):
        page.put(HEADER_ROW, column, head, HEAD)
    page.sheet.freeze_panes(HEADER_ROW, 0)


def write_heading(page: TemplateSheet, row: int, heading: str) -> None:
    """The heading of a group over all columns."""
    page.row(row, GROUP_POINTS)
    page.put(row, LABEL_COLUMN, heading, GROUP | {"indent": 1})
    for column in range(INPUT_COLUMN, PROMPT_COLUMN + 1):
        page.put(row, column, "", GROUP)


def write_field(
    page: TemplateSheet, row: int, field: Field, values: Mapping[Place, CellValue], part: int = 1
) -> float:
    """Label, inputs and prompt of a field, not its state; gives the points of its rows.

    The further rows of a list continue the boxes of the first.
    """
    points = 0.0
    for index in range(field.rows):
        at, number = row + index, index + 1 if field.rows > 1 else 0
        value = input_value(field, values.get(Place(field.key, number, part), ""))
        texts = [(str(value), WIDTHS[INPUT_COLUMN - 1], 10.0)]
        if not index:
            texts.append((prompt(field), WIDTHS[PROMPT_COLUMN - 1], 9.0))
        page.growing_row(at, texts, LEAST_HEIGHT)
        points += fitting_height(texts, LEAST_HEIGHT)
        page.put(at, OPENER_COLUMN, "", row_opener(LEAST_HEIGHT, locked=True))
        page.put(at, INPUT_COLUMN, value, input_look(field) | {"indent": 1})
        edges = {"top": int(index == 0), "bottom": int(index == field.rows - 1)}
        page.put(at, LABEL_COLUMN, "" if index else field.label, LABEL | edges)
        page.put(at, PROMPT_COLUMN, "" if index else prompt(field), PROMPT | edges)
        if index:
            page.put(at, STATE_COLUMN, "", STATE | edges)
    inputs = page.cells(row, INPUT_COLUMN, row + field.rows - 1, INPUT_COLUMN)
    page.book.name(part_name(field.name, part), inputs)
    return points


def write_state(page: TemplateSheet, row: int, field: Field, formula: str, state: str) -> None:
    """The state of a field beside its first row: the formula, and what it comes to."""
    edges = {"top": 1, "bottom": int(field.rows == 1)}
    page.formula(row, STATE_COLUMN, formula, STATE | edges, state)


def colour_states(page: TemplateSheet, end: int, advised: tuple[str, ...] = ()) -> None:
    """Colours of inputs and states down to the row `end`, and of the counter on top."""
    beside = f"${column_letters(STATE_COLUMN)}{FIRST_ROW}"

    def says(words: tuple[str, ...]) -> str:
        return "OR(" + ",".join(f'{beside}="{word}"' for word in words) + ")"

    area = (FIRST_ROW, INPUT_COLUMN, end, INPUT_COLUMN)
    states = (FIRST_ROW, STATE_COLUMN, end, STATE_COLUMN)
    page.highlight(*area, says(DUE), {"bg_color": WANTED})
    page.highlight(*states, says(NOT_RIGHT), {"bg_color": WANTED, "font_color": WANTED_TEXT})
    if advised:
        page.highlight(*states, says(advised), {"font_color": WANTED_TEXT})
    page.highlight(*states, f'{beside}<>"{FILLED}"', {"font_color": NOTE["font_color"]})
    page.highlight(*area, says(tuple(WrongState)), {"bg_color": WRONG})
    top = f"LEFT(${column_letters(LABEL_COLUMN)}${COUNTER_ROW},6)"
    page.highlight(
        *(COUNTER_ROW, LABEL_COLUMN, COUNTER_ROW, PROMPT_COLUMN),
        f'OR({top}="Kurang",{top}="Periks")',
        {"bg_color": WANTED, "font_color": WANTED_TEXT},
    )


def page_starts(blocks: Sequence[tuple[int, float]]) -> list[int]:
    """Rows with which new pages begin, so that no block is torn that has room on one.

    `blocks` are first rows (1-based) with points, from the top down.
    """
    starts: list[int] = []
    used = float(ABOVE_POINTS + HEAD_POINTS)
    for row, height in blocks:
        if used + height > PAGE_POINTS:
            starts.append(row)
            used = float(HEAD_POINTS)
        used = (used + height) % PAGE_POINTS
    return starts


def lay_out(page: TemplateSheet, title: str, end: int, breaks: Sequence[int] = ()) -> None:
    """How the sheet prints, whose last row is `end`; new pages begin at the rows of `breaks`."""
    page.sheet.set_landscape()
    page.sheet.set_paper(FOLIO)
    if breaks:
        # Excel passes over breaks where a sheet is fitted to its pages.
        page.sheet.set_print_scale(SCALE)
        page.sheet.set_h_pagebreaks([row - 1 for row in breaks])
        page.sheet.center_horizontally()
    else:
        page.sheet.fit_to_pages(1, 0)
    page.sheet.repeat_rows(HEADER_ROW - 1)
    page.sheet.set_margins(left=MARGIN, right=MARGIN, top=0.5, bottom=0.6)
    page.sheet.set_footer(f"&L&8{title}&R&8Halaman &P dari &N")
    page.sheet.hide_gridlines(2)
    page.sheet.set_tab_color(HOUSE)
    page.tolerate("number_stored_as_text", FIRST_ROW, INPUT_COLUMN, end, INPUT_COLUMN)
