"""The sheet Petunjuk of a form of any kind: how to fill it in, and every field."""

from datetime import date

from sopbatch.schema.fields import Field, FieldKind, Required
from sopbatch.schema.kinds import FieldSheet, Kind
from sopbatch.schema.sop import GUIDE_SHEET
from sopbatch.text.words import long_date
from sopbatch.writing.templates.book import A4, TemplateBook, TemplateSheet, inches
from sopbatch.writing.templates.guide_rows import guide_group
from sopbatch.writing.templates.heights import fitting_height
from sopbatch.writing.templates.inputs import prompt
from sopbatch.writing.templates.looks import (
    CELL,
    HEAD,
    HEADING,
    SUBTITLE,
    TITLE,
    WRAPPED,
    Look,
)

WIDTHS = (2.0, 34.0, 74.0, 24.0, 44.0)
PAGE_POINTS = (8.27 - 0.5 - 0.6) * 72 * inches(WIDTHS) / (11.69 - 1)
"""Of rows on a page of A4 on its side that has the width of the columns."""
TIGHT = 1.2
"""Pages that are made one: no page holds a few rows alone."""
LABEL: Look = CELL | {"bold": True, "indent": 1}
TEXT: Look = CELL | {"indent": 1}
NEEDED = {
    Required.NEVER: "tidak wajib",
    Required.DRAFT: "wajib",
    Required.SUBMITTED: "wajib saat diajukan",
    Required.READY: "wajib saat ditetapkan",
}
HEADS = ("Isian", "Yang ditulis", "Wajib", "Contoh")


def write_kind_guide(book: TemplateBook, kind: Kind) -> TemplateSheet:
    """Writes the sheet."""
    page = book.sheet(GUIDE_SHEET)
    page.columns(WIDTHS)
    page.row(1, 34)
    page.put(1, 2, kind.title, TITLE)
    page.row(2, fitting_height([(kind.purpose, sum(WIDTHS[1:]), 10.0)], 18))
    page.merge(2, 2, 2, len(WIDTHS), SUBTITLE | {"text_wrap": True})
    page.put(2, 2, kind.purpose, SUBTITLE | {"text_wrap": True})
    page.put(4, 2, "Cara mengisi", HEADING)
    row = 4
    for number, text in enumerate(kind.steps, start=1):
        row += 1
        line = f"{number}.  {text}"
        page.row(row, fitting_height([(line, sum(WIDTHS[1:]), 10.0)], 22))
        page.merge(row, 2, row, len(WIDTHS), WRAPPED)
        page.put(row, 2, line, WRAPPED)
    row += 2
    page.put(row, 2, "Semua isian", HEADING)
    row += 1
    page.row(row, 24)
    page.sheet.repeat_rows(row - 1)
    for column, title in enumerate(HEADS, start=2):
        page.put(row, column, title, HEAD)
    for sheet in kind.sheets:
        row += 1
        about = sheet.subtitle if isinstance(sheet, FieldSheet) else sheet.help
        guide_group(page, row, WIDTHS, f"Lembar {sheet.sheet}", about)
        fields = sheet.fields if isinstance(sheet, FieldSheet) else sheet.columns
        for field in fields:
            row += 1
            _line(page, row, field)
    page.sheet.hide_gridlines(2)
    page.sheet.set_landscape()
    page.sheet.set_paper(A4)
    page.sheet.fit_to_pages(1, 1 if page.points <= TIGHT * PAGE_POINTS else 0)
    page.sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
    page.sheet.set_footer(f"&L&8{kind.title}&R&8Halaman &P dari &N")
    page.sheet.protect(options={"format_columns": True, "format_rows": True})
    return page


def _line(page: TemplateSheet, row: int, field: Field) -> None:
    separator = "\n" if field.rows > 1 or field.kind is FieldKind.LIST else ""
    example = separator.join(field.example[:3]) if separator else "".join(field.example[:1])
    if field.kind is FieldKind.DATE and example:
        example = long_date(date.fromisoformat(example))
    needed = field.condition or ("sebaiknya diisi" if field.advised else NEEDED[field.required])
    texts = (field.label, prompt(field), needed, example)
    # Bold labels find less room.
    widths = (WIDTHS[1] - 4, *WIDTHS[2:])
    heights = [(text, width, 10.0) for text, width in zip(texts, widths, strict=True)]
    page.row(row, fitting_height(heights, 20))
    for column, text in enumerate(texts, start=2):
        page.put(row, column, text, LABEL if column == 2 else TEXT)
