"""Pekan ini: the week's figures on top, below them one short list for each thing to do."""

from collections.abc import Iterator, Sequence

from sopbatch.report.content import Content
from sopbatch.report.week import Week
from sopbatch.text.words import count, long_date
from sopbatch.writing.report.page import Link, Page, Value
from sopbatch.writing.report.table import Row, write_row
from sopbatch.writing.report.week_lists import WIDTHS, WeekList, blocks_of

THIS_WEEK = "Pekan ini"
"""Name of the sheet."""
FIGURES_ROW = 4
NOTHING = "Tidak ada."


def write_this_week(page: Page, content: Content) -> None:
    """All lists in the order of the figures above them."""
    week = content.week
    _write_title(page, content)
    for place, width in enumerate(WIDTHS):
        page.sheet.set_column(place, place, width)
    at = FIGURES_ROW + len(week.figures) + 1
    starts: list[int] = []
    for block in blocks_of(week):
        starts.append(at)
        at = _write_block(page, at, block) + 1
    _write_figures(page, week, starts)
    page.sheet.print_area(0, 0, at - 2, len(WIDTHS) - 1)
    page.sheet.set_zoom(85)
    page.sheet.activate()


def _write_title(page: Page, content: Content) -> None:
    before = content.before
    since = f"sejak laporan {long_date(before.as_of)}" if before else "laporan yang pertama"
    page.title(THIS_WEEK, f"Yang masuk dan yang harus dikerjakan, {since}.")
    page.way_back()


def _write_figures(page: Page, week: Week, starts: Sequence[int]) -> None:
    """One line for each figure, leading to its list."""
    styles = page.styles
    number = styles.cell("body", "count", align="center", bold=True, font_size=11)
    nothing = styles.cell("detail", "count", align="center", font_size=11)
    words = styles.cell("body", "line", font_size=10, valign="vcenter")
    link = styles.cell("body", "path", font_size=10, valign="vcenter")
    for at, (figure, start) in enumerate(
        zip(week.figures, _lists_of(starts), strict=False), start=FIGURES_ROW
    ):
        page.sheet.set_row(at, 16)
        page.put(at, 0, figure.number, number if figure.number else nothing)
        target = "" if start is None else f"internal:'{THIS_WEEK}'!A{start + 1}"
        name: Value = Link(figure.name, target) if target else figure.name
        page.put(at, 1, name, link if target else words)
        for column in range(2, len(WIDTHS)):
            page.put(at, column, figure.words if column == 2 else None, words)


def _lists_of(starts: Sequence[int]) -> Iterator[int | None]:
    """Where the list of each figure begins: both figures of due dates have one, the last none."""
    new, back, due, *rest = starts
    yield from (new, back, due, due, *rest, None)


def _write_block(page: Page, at: int, block: WeekList[Row]) -> int:
    """A heading, the heads and the rows; gives the next free row."""
    styles = page.styles
    heading = styles.cell("heading", "line", font_size=12)
    number = len(block.rows) + block.more
    page.sheet.set_row(at, 22)
    for column in range(len(WIDTHS)):
        page.put(at, column, None, heading)
    page.put(at, 0, f"{block.title} ({count(number)})", heading)
    page.sheet.set_row(at + 1, 14)
    if not number:
        page.put(at + 1, 0, NOTHING, styles.cell("note"))
        return at + 2
    page.put(at + 1, 0, block.told, styles.cell("note"))
    at += 2
    page.sheet.set_row(at, 17)
    for place, one in enumerate(block.columns):
        align = "left" if one.kind in ("text", "path") else "center"
        page.put(at, place, one.title, styles.cell("head", align=align))
    for row in block.rows:
        at += 1
        write_row(page, at, block.columns, row)
    if block.more:
        at += 1
        page.put(at, 0, block.rest, styles.cell("note"))
    return at + 1
