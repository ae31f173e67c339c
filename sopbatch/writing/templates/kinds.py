"""A form of any declared kind: guide, sheets of fields, tables, hidden lists; values and marks."""

from collections.abc import Iterator, Mapping

from sopbatch.model import CellRef, CellValue, Place
from sopbatch.schema.fields import Field, TableSheet
from sopbatch.schema.kinds import FORM_HEADS, FieldSheet, Kind
from sopbatch.schema.places import CUSTOM_PROPERTY, TEMPLATE_NAMES
from sopbatch.writing.templates.book import TemplateBook, TemplateSheet
from sopbatch.writing.templates.form import NO_VALUES
from sopbatch.writing.templates.inputs import prompt
from sopbatch.writing.templates.kind_fields import write_field_sheet
from sopbatch.writing.templates.kind_guide import write_kind_guide
from sopbatch.writing.templates.kind_states import LevelCell, level_cell
from sopbatch.writing.templates.lists import list_name, write_lists, write_own_texts
from sopbatch.writing.templates.looks import BASE
from sopbatch.writing.templates.tables import write_table

SPARE_ROWS = 8
"""Empty rows below those of an agency that fill a table, which has room for more."""
LEVEL_ROW = 6
"""1-based row of the level on the lists sheet, below the identity of the template."""


def write_kind(kind: Kind, values: Mapping[Place, CellValue] = NO_VALUES) -> bytes:
    """A workbook (xlsx) of the kind; `values` fill input cells."""
    book = TemplateBook(kind.title, {CUSTOM_PROPERTY: f"{kind.code};{kind.version};{kind.digest}"})
    lists = {field.key: list_name(field.name) for field in kind.fields() if field.choices}
    own = set(write_kind_guide(book, kind).texts) | set(_declared(kind))
    level = level_cell(kind, values)
    for sheet in kind.sheets:
        if isinstance(sheet, FieldSheet):
            for part in _parts(sheet, values):
                write_field_sheet(book, sheet, part, values, lists, level)
        else:
            _write_rows(book, sheet, values, lists)
    rows: list[tuple[str, list[tuple[str | int, ...]]]] = [
        (list_name(field.name), [(choice,) for choice in field.choices])
        for field in kind.fields()
        if field.choices
    ]
    identity = (kind.code, str(kind.version), kind.digest, "")
    page = write_lists(book, tuple(zip(TEMPLATE_NAMES, identity, strict=True)), rows)
    if level is not None:
        _write_level(page, level)
    write_own_texts(page, own | page.texts, book.formulas)
    return book.content()


def kind_cells(kind: Kind, values: Mapping[Place, CellValue]) -> Mapping[Place, CellRef]:
    """Where each value stands in the workbook that `write_kind` writes of these values."""
    cells: dict[Place, CellRef] = {}
    for sheet in kind.sheets:
        if isinstance(sheet, TableSheet):
            for column, field in enumerate(sheet.columns, start=1):
                rows = {place.row for place in values if place.key == field.key}
                for row in rows:
                    cells[Place(field.key, row)] = CellRef(
                        sheet.sheet, sheet.header_row + row, column
                    )
            continue
        for part in _parts(sheet, values):
            cells |= dict(field_cells(sheet, part))
    return cells


def field_cells(sheet: FieldSheet, part: int) -> Iterator[tuple[Place, CellRef]]:
    """Input cells of a sheet of fields."""
    from sopbatch.schema.places import INPUT_COLUMN
    from sopbatch.writing.templates.kind_fields import field_rows

    name = sheet.sheet_name(part)
    for row, item in field_rows(sheet):
        if isinstance(item, Field):
            for index in range(item.rows):
                number = index + 1 if item.rows > 1 else 0
                yield Place(item.key, number, part), CellRef(name, row + index, INPUT_COLUMN)


def _parts(sheet: FieldSheet, values: Mapping[Place, CellValue]) -> range:
    """1-based parts that get a sheet, the spare ones included."""
    keys = {field.key for field in sheet.fields}
    used = max((place.part for place in values if place.key in keys), default=1)
    return range(1, max(used, 1 + sheet.spare) + 1)


def _write_rows(
    book: TemplateBook,
    table: TableSheet,
    values: Mapping[Place, CellValue],
    lists: Mapping[str, str],
) -> None:
    keys = [field.key for field in table.columns]
    last = max((place.row for place in values if place.key in keys), default=0)
    records = [[values.get(Place(key, row), "") for key in keys] for row in range(1, last + 1)]
    named = {field.name: field.choices_from for field in table.columns if field.choices_from}
    named |= {field.name: lists[field.key] for field in table.columns if field.key in lists}
    write_table(book, table, records, named, spare=SPARE_ROWS)


def _write_level(page: TemplateSheet, level: LevelCell) -> None:
    page.formula(LEVEL_ROW, 1, level.formula, BASE, level.result)
    page.put(LEVEL_ROW, 2, level.name, BASE)
    page.book.name(level.name, page.cells(LEVEL_ROW, 1, LEVEL_ROW, 1))


def _declared(kind: Kind) -> Iterator[str]:
    """Every text of the sheets that no officer types."""
    yield from FORM_HEADS
    for sheet in kind.sheets:
        yield sheet.title
        if isinstance(sheet, FieldSheet):
            yield sheet.subtitle
            for part in range(1, 2 + sheet.spare):
                yield sheet.sheet_name(part)
            for group in sheet.groups:
                yield group.heading
            fields = sheet.fields
        else:
            yield sheet.help
            fields = sheet.columns
        for field in fields:
            yield field.label
            yield prompt(field)
