"""The table sheets of the register: header, prepared rows, drop-downs from other tables."""

from collections.abc import Sequence

from sopbatch.model import CellValue, column_letters
from sopbatch.schema.fields import EXAMPLE_WORD, Field, FieldKind, Required, TableSheet
from sopbatch.writing.templates.book import FOLIO, TemplateBook, TemplateSheet, inches
from sopbatch.writing.templates.heights import fitting_height
from sopbatch.writing.templates.inputs import input_look, input_rule, input_value
from sopbatch.writing.templates.looks import (
    CELL,
    COUNTED,
    HEAD,
    NOTE,
    QUIET,
    TEXT_FORMAT,
    TITLE,
    UNUSED,
    WANTED,
    WRONG,
    Look,
    row_opener,
)

LEAST_HEIGHT, LEAST_HEAD = 22.0, 32
HEAD_SIZE = 12.0
"""Points of heads as they are measured: they are bold, and cells keep white beside them."""
SPARE_ROWS = 20
"""Empty rows below the records of a register that fills its table."""
OPENER_WIDTH = 1.0
PAGE_WIDTH = 13.0 - 2 * 0.5
"""Inches between the margins of a sheet of F4 that lies on its side."""
SMALLEST = 0.55
"""Part of their size; smaller letters cannot be read."""
REPEATED = {"bg_color": WRONG}
"""A code that stands in the table twice, that leads nowhere, or that a program made a number."""
COUNTER_ROW = 3
EXAMPLE: Look = {"italic": True, "font_color": QUIET, "bg_color": UNUSED}
"""The row of an example, which nobody counts."""


def write_table(
    book: TemplateBook,
    table: TableSheet,
    records: Sequence[Sequence[CellValue]],
    choices: dict[str, str],
    *,
    examples: bool = False,
    spare: int = SPARE_ROWS,
) -> None:
    """Writes one table; `choices` gives the names of drop-down lists by a column's name.

    `spare` is how many empty rows stand below records that fill the table.
    """
    page = book.sheet(table.sheet)
    first = table.header_row + 1 + bool(examples)
    last = first - 1 + max(table.rows, len(records) + spare)
    _head(page, table)
    _counter(page, table, (first, last), len(records))
    if examples:
        _example(page, table, first - 1)
    for row in range(first, last + 1):
        record = records[row - first] if row - first < len(records) else ()
        _record(page, table, row, record)
    for column, field in enumerate(table.columns, start=1):
        book.name(field.name, page.cells(first, column, last, column))
        _helps(page, field, (first, last), column, choices.get(field.name, ""))
    _colours(page, table, first, last)
    _layout(page, table, last)


def _head(page: TemplateSheet, table: TableSheet) -> None:
    page.columns([*(field.width for field in table.columns), OPENER_WIDTH])
    page.row(1, 32)
    page.put(1, _title_column(table), table.title, TITLE)
    page.put(2, _title_column(table), table.help, NOTE | {"text_wrap": False})
    labels = [(field.label, field.width, HEAD_SIZE) for field in table.columns]
    page.row(table.header_row, fitting_height(labels, LEAST_HEAD))
    for column, field in enumerate(table.columns, start=1):
        page.put(table.header_row, column, field.label, HEAD)


def _title_column(table: TableSheet) -> int:
    """The second one where the first is printed on each of two pages: a title is no use there."""
    return 2 if _is_wide(table) else 1


def _is_wide(table: TableSheet) -> bool:
    """Whether its letters would be too small to be read on a page of its width."""
    return SMALLEST * inches(field.width for field in table.columns) > PAGE_WIDTH


def _record(page: TemplateSheet, table: TableSheet, row: int, record: Sequence[CellValue]) -> None:
    texts = [
        (str(value), field.width, 10.0)
        for field, value in zip(table.columns, record, strict=False)
        if field.kind is not FieldKind.DATE
    ]
    page.growing_row(row, texts, LEAST_HEIGHT)
    page.put(row, len(table.columns) + 1, "", row_opener(LEAST_HEIGHT, locked=False))
    for column, field in enumerate(table.columns, start=1):
        value = record[column - 1] if record else ""
        page.put(row, column, input_value(field, value), input_look(field) | {"indent": 1})


def _helps(
    page: TemplateSheet, field: Field, rows: tuple[int, int], column: int, choices: str
) -> None:
    first, last = rows
    cell = f"{column_letters(column)}{first}"
    page.validate(first, column, last, column, input_rule(field, cell, choices))


def _counter(page: TemplateSheet, table: TableSheet, rows: tuple[int, int], filled: int) -> None:
    """How many rows are filled, and how many cells they still need."""
    used = "+".join(f"LEN({_column(n, rows)})" for n in range(1, len(table.columns) + 1))
    needed = [
        f"SUMPRODUCT(({used}>0)*(LEN({_column(number, rows)})=0))"
        for number, field in enumerate(table.columns, start=1)
        if field.required is not Required.NEVER
    ]
    missing = "+".join(needed)
    told = f'IF({missing}=0,"",{missing}&" isian wajib masih kosong")'
    lead = f'SUMPRODUCT(--({used}>0))&" baris terisi. "'
    at = COUNTER_ROW, _title_column(table)
    page.formula(*at, f"={lead}&{told}", COUNTED, f"{filled} baris terisi. ")


def _column(number: int, rows: tuple[int, int]) -> str:
    letters = column_letters(number)
    return f"${letters}${rows[0]}:${letters}${rows[1]}"


def _example(page: TemplateSheet, table: TableSheet, row: int) -> None:
    first = table.columns[0].example[0]
    texts = [(f"{EXAMPLE_WORD}: {first}", table.columns[0].width, 10.0)]
    texts += [(one.example[0], one.width, 10.0) for one in table.columns[1:] if one.example]
    page.growing_row(row, texts, LEAST_HEIGHT)
    for column, field in enumerate(table.columns, start=1):
        text = field.example[0] if field.example else ""
        shown = f"{EXAMPLE_WORD}: {text}" if column == 1 else text
        page.put(row, column, shown, CELL | EXAMPLE | {"indent": 1, "num_format": TEXT_FORMAT})


def _colours(page: TemplateSheet, table: TableSheet, first: int, last: int) -> None:
    """Cells that a used row needs, codes that stand there twice or lead nowhere.

    Texts are compared letter by letter: COUNTIF takes 1.1 for 1.10.
    """
    right = column_letters(len(table.columns))
    keys = [field.key for field in table.columns]
    for column, field in enumerate(table.columns, start=1):
        cell = f"${column_letters(column)}{first}"
        if field.key == "code":
            same = f"(UPPER({_column(column, (first, last))})=UPPER({cell}))"
            if "unit_code" in keys and table.key == "sections":
                unit = keys.index("unit_code") + 1
                own = f"${column_letters(unit)}{first}"
                same += f"*({_column(unit, (first, last))}={own})"
            twice = f"AND(LEN({cell})>0,SUMPRODUCT(1*{same})>1)"
            page.highlight(first, column, last, column, twice, REPEATED)
        if field.kind is FieldKind.CODE:
            page.highlight(first, column, last, column, f"ISNUMBER({cell})", REPEATED)
        if field.choices_from and not field.free:
            lost = f"AND(LEN({cell})>0,SUMPRODUCT(--({field.choices_from}={cell}))=0)"
            page.highlight(first, column, last, column, lost, REPEATED)
        if field.required is not Required.NEVER:
            wanted = f"AND(COUNTA($A{first}:${right}{first})>0,LEN({cell})=0)"
            page.highlight(first, column, last, column, wanted, {"bg_color": WANTED})


def _layout(page: TemplateSheet, table: TableSheet, last: int) -> None:
    sheet, header = page.sheet, table.header_row
    sheet.freeze_panes(header, 1)
    sheet.autofilter(header - 1, 0, last - 1, len(table.columns) - 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(FOLIO)
    if _is_wide(table):
        sheet.fit_to_pages(2, 0)
        sheet.repeat_columns(0)
        sheet.print_across()
    else:
        sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header - 1)
    sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L&8{table.title}&R&8Halaman &P dari &N")
