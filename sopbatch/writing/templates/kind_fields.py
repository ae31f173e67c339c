"""A sheet of fields: a row for each, with its state and what to write; more rows for a list."""

from collections.abc import Iterator, Mapping

from sopbatch.model import CellValue, Place, column_letters
from sopbatch.schema.fields import (
    COMPLETE,
    DUE,
    LEFT_TO_CHECK,
    Field,
    FieldGroup,
    OpenState,
    WrongState,
)
from sopbatch.schema.kinds import FORM_HEADS, FieldSheet
from sopbatch.schema.places import INPUT_COLUMN, LABEL_COLUMN, STATE_COLUMN
from sopbatch.writing.templates.book import TemplateBook, TemplateSheet
from sopbatch.writing.templates.field_sheet import (
    COUNTER_ROW,
    FIRST_ROW,
    GROUP_POINTS,
    PROTECTION,
    colour_states,
    lay_out,
    page_starts,
    write_field,
    write_head,
    write_heading,
    write_state,
)
from sopbatch.writing.templates.inputs import input_rule
from sopbatch.writing.templates.kind_states import LevelCell, state, state_formula
from sopbatch.writing.templates.looks import COUNTER

GAP_POINTS = 15
"""Of the row between two groups."""


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
    named = sheet.sheet_name(part) if sheet.repeats else ""
    write_head(page, sheet.title, sheet.subtitle, FORM_HEADS, named)
    states: list[str] = []
    blocks: list[tuple[int, float]] = []
    heading = 0
    for row, item in field_rows(sheet):
        if isinstance(item, FieldGroup):
            write_heading(page, row, item.heading)
            heading = row
            continue
        height = write_field(page, row, item, values, part)
        above = GROUP_POINTS + GAP_POINTS if heading else 0
        blocks.append((heading or row, above + height))
        heading = 0
        at = level.result if level else None
        states.append(state(item, values, part, at))
        first, last = (f"${column_letters(INPUT_COLUMN)}${r}" for r in (row, row + item.rows - 1))
        formula = state_formula(item, first, last, level)
        write_state(page, row, item, formula, states[-1])
        cell = f"{column_letters(INPUT_COLUMN)}{row}"
        rule = input_rule(item, cell, choices.get(item.key, ""))
        page.validate(row, INPUT_COLUMN, row + item.rows - 1, INPUT_COLUMN, rule)
    end = max(row + item.rows - 1 for row, item in field_rows(sheet) if isinstance(item, Field))
    _counter(page, end, states)
    colour_states(page, end)
    lay_out(page, sheet.title, end, page_starts(blocks))
    typed = any(place.part == part and value != "" for place, value in values.items())
    if part > 1 and not typed:
        page.sheet.hide()
    page.sheet.protect(options=PROTECTION)


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
