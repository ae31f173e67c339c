"""The sheet "Yang kami pahami": each input that needed reading, beside what was made of it."""

from itertools import groupby

from sopbatch.model import Review, Settings, Severity
from sopbatch.writing.returned.book import WorkbookPart
from sopbatch.writing.returned.colours import FILLS
from sopbatch.writing.returned.list_sheet import (
    ACCENT,
    CALM,
    CODE,
    HEAD,
    LEAD,
    NUMBER,
    SMALL_HEAD,
    SUBTITLE,
    TEXT,
    TITLE,
    WHERE,
    about,
    file_name,
    link_to,
    short_addresses,
    write_band,
)
from sopbatch.writing.returned.own_sheet import Cell, OwnSheet
from sopbatch.writing.returned.styles import Look, StylesPart
from sopbatch.writing.returned.times import span
from sopbatch.writing.returned.understood import Understood, understood
from sopbatch.writing.returned.words import WHOLE_FILE, addresses, clean

WIDTHS = (1.5, 5.0, 15.0, 30.0, 50.0, 70.0)
"""Of the columns, characters."""
HEADINGS = ("No.", "Sel", "Isian", "Yang tertulis", "Yang kami pahami")
FIRST, LAST = 2, len(WIDTHS)
HEADING_ROW = 5
"""1-based."""
UNSURE = Look(lined=True, indent=1, fill=FILLS[Severity.WARNING])
WHAT = (
    "Berikut hasil pembacaan isian Anda. Jika ada yang tidak sesuai dengan maksud Anda, perbaiki "
    "di selnya, bukan di lembar ini. Yang berwarna hanya perkiraan, atau belum terbaca. "
    "Sehari kerja dihitung {day}; seminggu {week}, sebulan {month}, dan setahun {year} hari kerja."
)


def write_understood(
    book: WorkbookPart, styles: StylesPart, review: Review, settings: Settings
) -> bytes | None:
    """The sheet's part; None when there was nothing to understand."""
    told = understood(review.submission, settings) if review.submission else ()
    if not told:
        return None
    sheet = OwnSheet(book, styles, WIDTHS)
    _write_top(sheet, review, settings)
    number = 0
    for name, rows in groupby(told, lambda item: item.cells[0].sheet if item.cells else WHOLE_FILE):
        write_band(sheet, clean(name), CALM, ACCENT)
        for row in rows:
            number += 1
            _write_row(sheet, number, row)
    return sheet.part(frozen_rows=HEADING_ROW, tab=ACCENT, footer=file_name(review), shown=False)


def _write_top(sheet: OwnSheet, review: Review, settings: Settings) -> None:
    words = WHAT.format(
        day=span(settings.minutes_per_day),
        week=settings.days_per_week,
        month=settings.days_per_month,
        year=settings.days_per_year,
    )
    sheet.row(32, [Cell(FIRST, "Yang kami pahami", TITLE)])
    sheet.row(18, [Cell(FIRST, about(review), SUBTITLE)])
    sheet.row(30, [Cell(FIRST, words, LEAD, last=LAST)])
    sheet.row(8)
    heads = (SMALL_HEAD, *[HEAD] * (len(HEADINGS) - 1))
    titles = enumerate(zip(HEADINGS, heads, strict=True), start=FIRST)
    sheet.row(24, [Cell(column, text, look) for column, (text, look) in titles])


def _write_row(sheet: OwnSheet, number: int, row: Understood) -> None:
    link = link_to(row.cells[0]) if row.cells else ""
    sheet.row(22, [
        Cell(FIRST, number, NUMBER),
        Cell(FIRST + 1, short_addresses(addresses(row.cells)), WHERE if link else CODE, link=link),
        Cell(FIRST + 2, clean(row.name), TEXT),
        Cell(FIRST + 3, clean(row.typed) or "(lihat selnya)", TEXT),
        Cell(FIRST + 4, clean(row.meaning), TEXT if row.sure else UNSURE),
    ])  # fmt: skip
