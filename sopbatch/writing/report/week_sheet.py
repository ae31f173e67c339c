"""Pekan ini: the week's figures on top, below them one short list for each thing to do."""

from collections.abc import Iterator, Sequence

from sopbatch.report.content import Content
from sopbatch.report.week import Week
from sopbatch.text.words import count, long_date
from sopbatch.writing.report.page import Link, Page, Value
from sopbatch.writing.report.paper import Paper
from sopbatch.writing.report.table import Row, row_points, write_row
from sopbatch.writing.report.week_lists import WIDTHS, WeekList, blocks_of

THIS_WEEK = "Pekan ini"
"""Name of the sheet."""
FIGURES_ROW = 4
NOTHING = "Tidak ada."
TITLE_POINTS = 26, 16, 15, 15
FIGURE_POINTS, HEADING_POINTS, TOLD_POINTS, HEADS_POINTS = 16, 22, 14, 17
GAP_POINTS = REST_POINTS = 15
"""Of rows whose height is not told."""


def write_this_week(page: Page, content: Content) -> None:
    """All lists in the order of the figures above them."""
    week = content.week
    _write_title(page, content)
    for place, width in enumerate(WIDTHS):
        page.sheet.set_column(place, place, width)
    paper = Paper(page, WIDTHS)
    paper.take(*TITLE_POINTS, *(FIGURE_POINTS for _ in week.figures), GAP_POINTS)
    at = FIGURES_ROW + len(week.figures) + 1
    starts: list[int] = []
    for block in blocks_of(week):
        starts.append(at)
        at = _write_block(page, paper, at, block) + 1
        paper.take(GAP_POINTS)
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
        page.sheet.set_row(at, FIGURE_POINTS)
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


def _write_block(page: Page, paper: Paper, at: int, block: WeekList[Row]) -> int:
    """A heading, the heads and the rows; gives the next free row."""
    heights = [row_points(block.columns, row) for row in block.rows]
    rest = [REST_POINTS] if block.more else []
    _turn_before(paper, at, [*heights, *rest])
    at = _write_heading(page, paper, at, block)
    if not block.rows:
        return at
    at = _write_block_heads(page, paper, at, block)
    for row, height in zip(block.rows, heights, strict=True):
        if not paper.holds(height):
            paper.turn(at)
            at = _write_block_heads(page, paper, at, block)
        write_row(page, at, block.columns, row)
        paper.take(height)
        at += 1
    if block.more:
        page.put(at, 0, block.rest, page.styles.cell("note"))
        paper.take(REST_POINTS)
        at += 1
    return at


def _turn_before(paper: Paper, at: int, heights: Sequence[float]) -> None:
    """A list that has room on a page is not torn, and no page ends with a heading."""
    above = HEADING_POINTS + TOLD_POINTS + (HEADS_POINTS if heights else 0)
    whole, least = above + sum(heights), above + sum(heights[:1])
    torn = not paper.holds(whole) and paper.is_room_for(whole)
    if torn or not paper.holds(least):
        paper.turn(at)


def _write_heading(page: Page, paper: Paper, at: int, block: WeekList[Row]) -> int:
    """What the list is, and what to do with it; gives the next free row."""
    heading = page.styles.cell("heading", "line", font_size=12)
    page.sheet.set_row(at, HEADING_POINTS)
    for column in range(len(WIDTHS)):
        page.put(at, column, None, heading)
    number = len(block.rows) + block.more
    page.put(at, 0, f"{block.title} ({count(number)})", heading)
    page.sheet.set_row(at + 1, TOLD_POINTS)
    page.put(at + 1, 0, block.told if number else NOTHING, page.styles.cell("note"))
    paper.take(HEADING_POINTS, TOLD_POINTS)
    return at + 2


def _write_block_heads(page: Page, paper: Paper, at: int, block: WeekList[Row]) -> int:
    """The heads of the columns, again on each page; gives the next free row."""
    page.sheet.set_row(at, HEADS_POINTS)
    for place, one in enumerate(block.columns):
        align = "left" if one.kind in ("text", "path") else "center"
        page.put(at, place, one.title, page.styles.cell("head", align=align))
    paper.take(HEADS_POINTS)
    return at + 1
