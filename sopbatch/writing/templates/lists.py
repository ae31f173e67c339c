"""The very hidden sheet of a template: its identity, drop-down lists and counters."""

from collections.abc import Iterable, Sequence

from sopbatch.schema.own_texts import OWN_TEXTS, formula_digest, text_digest
from sopbatch.schema.sop import LISTS_SHEET
from sopbatch.writing.templates.book import TemplateBook, TemplateSheet
from sopbatch.writing.templates.looks import BASE

OWN_TEXTS_COLUMN = 3
FIRST_LIST_COLUMN = 4


def list_name(field_name: str) -> str:
    """Defined name of the drop-down list of a field."""
    return f"daftar_{field_name}"


def write_lists(
    book: TemplateBook,
    identity: Sequence[tuple[str, str]],
    lists: Sequence[tuple[str, Sequence[tuple[str | int, ...]]]],
) -> TemplateSheet:
    """Identity cells (name, value) down column A, then one list (name, rows) after the other."""
    page = book.sheet(LISTS_SHEET)
    for row, (name, value) in enumerate(identity, start=1):
        page.put(row, 1, value, BASE)
        page.put(row, 2, name, BASE)
        book.name(name, page.cells(row, 1, row, 1))
    column = FIRST_LIST_COLUMN
    for name, rows in lists:
        width = max(len(values) for values in rows)
        page.put(1, column, name, BASE)
        for index, values in enumerate(rows):
            for offset, item in enumerate(values):
                page.put(index + 2, column + offset, item, BASE)
        book.name(name, page.cells(2, column, len(rows) + 1, column + width - 1))
        column += width
    page.sheet.very_hidden()
    page.sheet.protect()
    return page


def write_own_texts(page: TemplateSheet, texts: Iterable[str], formulas: Iterable[str]) -> None:
    """The digests of the form's own texts and formulas down their column."""
    page.put(1, OWN_TEXTS_COLUMN, OWN_TEXTS, BASE)
    digests = {*map(text_digest, texts), *map(formula_digest, formulas)}
    for row, digest in enumerate(sorted(digests), start=2):
        page.put(row, OWN_TEXTS_COLUMN, digest, BASE)
