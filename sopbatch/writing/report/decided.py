"""The table of decisions on Ringkasan: what, who, how many, until when, and what follows if not."""

from collections.abc import Sequence

from sopbatch.report.content import Content
from sopbatch.report.decisions import PendingDecision, addition, nothing_pending
from sopbatch.writing.report.page import Link, Page, Value
from sopbatch.writing.report.text import wrapped_lines

COLUMNS = (
    ("Keputusan yang perlu diambil", 9),
    ("Perangkat daerah dan kepalanya", 6),
    ("SOP", 1),
    ("Paling lambat", 4),
    ("Jika tidak", 4),
)
"""Heads with the columns of the sheet that they take."""
COLUMN_LETTERS = 6.8
"""Of the sheet's narrow columns."""
INDENT = 2
"""Characters that keep the text of a column off the one before."""
LINE_POINTS, EDGE_POINTS = 12, 5
ROOM = sum(width for _, width in COLUMNS)


def write_decisions(page: Page, content: Content, at: int) -> int:
    """The table, heaviest first, and what its numbers add up to; gives the next free row."""
    pending = content.pending
    write_row(page, at, [head for head, _ in COLUMNS], COLUMNS, "head")
    page.sheet.set_row(at, 18)
    at += 1
    if not pending:
        style = page.styles.cell("body", "text", valign="vcenter", font_size=10)
        page.sheet.set_row(at, 20)
        page.merge(at, 0, ROOM - 1, nothing_pending(content.tally), style)
        return at + 1
    for decision in pending:
        write_row(page, at, _cells(decision), COLUMNS, "body")
        at += 1
    total = sum(len(decision.lines) for decision in pending)
    _write_total(page, at, f"Jumlah SOP yang menunggu: {addition(content.tally, pending)}", total)
    return at + 1


def _write_total(page: Page, at: int, told: str, total: int) -> None:
    (_, first), (_, second), *_ = COLUMNS
    text = page.styles.cell("total", "line", valign="vcenter")
    page.merge(at, 0, first + second - 1, told, text)
    page.put(at, first + second, total, page.styles.cell("total", "count", valign="vcenter"))
    page.merge(at, first + second + 1, ROOM - 1, None, text)
    page.sheet.set_row(at, LINE_POINTS + EDGE_POINTS)


def _cells(decision: PendingDecision) -> list[Value]:
    listed = Link(len(decision.lines), "internal:'Daftar SOP'!A1")
    words = (decision.sentence, decision.units_in_words)
    return [*words, listed, decision.until_in_words, decision.otherwise]


def write_row(
    page: Page,
    at: int,
    cells: Sequence[Value],
    columns: Sequence[tuple[str, int]],
    role: str,
    *,
    count_size: float = 9,
) -> None:
    """A row as high as its texts need; its only column of one width is a number.

    `columns` are heads with the columns of the sheet that they take; `count_size` is the size of
    the number's head, pt.
    """
    column, lines = 0, 1
    for cell, (_, width) in zip(cells, columns, strict=True):
        kind = "count" if width == 1 and role != "head" else "text"
        parted = int(bool(column) and kind == "text" and role != "head")
        size = count_size if width == 1 and role == "head" else 9
        style = page.styles.cell(role, kind, valign="vcenter", indent=parted, font_size=size)
        page.merge(at, column, column + width - 1, cell, style)
        column += width
        if isinstance(cell, str):
            lines = max(lines, wrapped_lines(cell, COLUMN_LETTERS * width - INDENT))
    page.sheet.set_row(at, LINE_POINTS * lines + EDGE_POINTS)
