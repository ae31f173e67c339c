"""A sheet of fields: a row for each, with its state and what to write; more rows for a list."""

from collections.abc import Iterator, Mapping

from sopbatch.model import CellValue, Place, column_letters
from sopbatch.schema.fields import (
    COMPLETE,
    LEFT_TO_CHECK,
    Field,
    FieldGroup,
    OpenState,
    WrongState,
)
from sopbatch.schema.kinds import FORM_HEADS, FieldSheet, part_name
from sopbatch.schema.places import INPUT_COLUMN, LABEL_COLUMN, PROMPT_COLUMN, STATE_COLUMN
from sopbatch.writing.templates.book import TemplateBook, TemplateSheet
from sopbatch.writing.templates.field_sheet import (
    COUNTER_ROW,
    FIRST_ROW,
    HEADER_ROW,
    LABEL,
    LEAST_HEIGHT,
    OPENER_COLUMN,
    PROMPT,
    PROTECTION,
    STATE,
    WIDTHS,
    colour_states,
    lay_out,
    page_starts,
)
from sopbatch.writing.templates.heights import fitting_height
from sopbatch.writing.templates.inputs import input_look, input_rule, input_value, prompt
from sopbatch.writing.templates.kind_states import DUE, NOT_RIGHT, LevelCell, state, state_formula
from sopbatch.writing.templates.looks import (
    COUNTER,
    GROUP,
    HEAD,
    SUBTITLE,
    TITLE,
    row_opener,
)

GROUP_POINTS, GAP_POINTS = 24, 15
"""Of the heading of a group, and of the row between two groups."""


def field_rows(sheet: FieldSheet) -> Iterator[tuple[int, FieldGroup | Field]]:
    """Headings and fields with their 1-based first rows."""
    row = FIRST_ROW
    for group in sheet.groups:
        yield row, group
        row += 1
        for field in group.fields:
            yield row, field
            row += field.rows
        row += 1


def write_field_sheet(
    book: TemplateBook,
    sheet: FieldSheet,
    part: int,
    values: Mapping[Place, CellValue],
    choices: Mapping[str, str],
    level: LevelCell | None,
) -> None:
    """Writes the sheet of a 1-based part; `choices`: names of drop-down lists by key."""
    page = book.sheet(sheet.sheet_name(part))
    page.columns(WIDTHS)
    _head(page, sheet, part)
    states: list[tuple[int, str]] = []
    blocks: list[tuple[int, float]] = []
    heading = 0
    for row, item in field_rows(sheet):
        if isinstance(item, FieldGroup):
            page.row(row, GROUP_POINTS)
            page.put(row, LABEL_COLUMN, item.heading, GROUP | {"indent": 1})
            for column in range(INPUT_COLUMN, PROMPT_COLUMN + 1):
                page.put(row, column, "", GROUP)
            heading = row
            continue
        height = _field(page, row, item, part, values)
        above = GROUP_POINTS + GAP_POINTS if heading else 0
        blocks.append((heading or row, above + height))
        heading = 0
        at = level.result if level else None
        states.append((row, state(item, values, part, at)))
        first, last = (f"${column_letters(INPUT_COLUMN)}${r}" for r in (row, row + item.rows - 1))
        edges = {"top": 1, "bottom": int(item.rows == 1)}
        formula = state_formula(item, first, last, level)
        page.formula(row, STATE_COLUMN, formula, STATE | edges, states[-1][1])
        cell = f"{column_letters(INPUT_COLUMN)}{row}"
        rule = input_rule(item, cell, choices.get(item.key, ""))
        page.validate(row, INPUT_COLUMN, row + item.rows - 1, INPUT_COLUMN, rule)
    end = max(row + item.rows - 1 for row, item in field_rows(sheet) if isinstance(item, Field))
    _counter(page, end, [word for _, word in states])
    colour_states(page, end, DUE, NOT_RIGHT)
    lay_out(page, sheet.title, end, page_starts(blocks))
    typed = any(place.part == part and value != "" for place, value in values.items())
    if part > 1 and not typed:
        page.sheet.hide()
    page.sheet.protect(options=PROTECTION)


def _head(page: TemplateSheet, sheet: FieldSheet, part: int) -> None:
    page.row(1, 34)
    page.put(1, LABEL_COLUMN, sheet.title, TITLE)
    page.put(2, LABEL_COLUMN, sheet.subtitle, SUBTITLE)
    if sheet.repeats:
        page.put(2, PROMPT_COLUMN, sheet.sheet_name(part), SUBTITLE)
    page.row(COUNTER_ROW, 26)
    page.merge(COUNTER_ROW, LABEL_COLUMN, COUNTER_ROW, PROMPT_COLUMN, COUNTER)
    page.row(HEADER_ROW, 24)
    for column, title in enumerate(FORM_HEADS, start=LABEL_COLUMN):
        page.put(HEADER_ROW, column, title, HEAD)
    page.sheet.freeze_panes(HEADER_ROW, 0)


def _field(
    page: TemplateSheet, row: int, field: Field, part: int, values: Mapping[Place, CellValue]
) -> float:
    """Writes its rows; gives their points."""
    points = 0.0
    for index in range(field.rows):
        number = index + 1 if field.rows > 1 else 0
        value = input_value(field, values.get(Place(field.key, number, part), ""))
        texts = [(str(value), WIDTHS[INPUT_COLUMN - 1], 10.0)]
        if not index:
            texts.append((prompt(field), WIDTHS[PROMPT_COLUMN - 1], 9.0))
        page.growing_row(row + index, texts, LEAST_HEIGHT)
        points += fitting_height(texts, LEAST_HEIGHT)
        page.put(row + index, OPENER_COLUMN, "", row_opener(LEAST_HEIGHT, locked=True))
        page.put(row + index, INPUT_COLUMN, value, input_look(field) | {"indent": 1})
        edges = {"top": int(index == 0), "bottom": int(index == field.rows - 1)}
        page.put(row + index, LABEL_COLUMN, "" if index else field.label, LABEL | edges)
        page.put(row + index, PROMPT_COLUMN, "" if index else prompt(field), PROMPT | edges)
        if index:
            page.put(row + index, STATE_COLUMN, "", STATE | edges)
    last = row + field.rows - 1
    name = part_name(field.name, part)
    page.book.name(name, page.cells(row, INPUT_COLUMN, last, INPUT_COLUMN))
    return points


def _counter(page: TemplateSheet, end: int, states: list[str]) -> None:
    letters = column_letters(STATE_COLUMN)
    cells = f"${letters}${FIRST_ROW}:${letters}${end}"
    due = "+".join(f'COUNTIF({cells},"{word}")' for word in DUE)
    wrong = "+".join(f'COUNTIF({cells},"{word}")' for word in WrongState)
    count, bad = (
        sum(word in DUE for word in states),
        sum(word in set(WrongState) for word in states),
    )
    left = "+".join(f'COUNTIF({cells},"{word}")' for word in OpenState)
    later = sum(word in set(OpenState) for word in states)
    ask = "lihat kolom Keadaan"
    complete = f'IF({left}>0,"{COMPLETE}; "&({left})&" {LEFT_TO_CHECK}","{COMPLETE}")'
    formula = (
        f'=IF({due}>0,"Kurang "&({due})&" isian",'
        f'IF({wrong}>0,"Periksa "&({wrong})&" isian: {ask}",{complete}))'
    )
    result = f"{COMPLETE}; {later} {LEFT_TO_CHECK}" if later else COMPLETE
    result = f"Periksa {bad} isian: {ask}" if bad else result
    result = f"Kurang {count} isian" if count else result
    page.formula(COUNTER_ROW, LABEL_COLUMN, formula, COUNTER, result)
