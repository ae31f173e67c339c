"""The small table of Ringkasan: units or sections, the worst first, and the sum of all."""

from sopbatch.model import GroupCount
from sopbatch.report.content import Content
from sopbatch.report.figures import group_name
from sopbatch.report.groups import together, whole
from sopbatch.report.lights import days_late, light_of
from sopbatch.text.words import count
from sopbatch.writing.report.bars import data_bar
from sopbatch.writing.report.first_sheet import (
    FIGURES_COLUMN,
    STATE_COLUMNS,
    write_group_heads,
    write_group_state,
)
from sopbatch.writing.report.page import Page, Value
from sopbatch.writing.report.text import wrapped_lines

LIST_LIMIT = 9
"""Groups in the small table."""
GROUP_POINTS = 18
"""Height of a row of both lists; a finding takes two."""
NAME_LIMIT, NAME_WIDTH = 120, 36.0
"""Letters of a name that are shown, and the width of its column in characters."""
LINE_POINTS = 11
"""What each further line of a name takes."""
FIGURES = (
    "Rencana",
    "Diterima",
    "Lengkap",
    "Tersusun",
    "Selesai",
    "Terlambat",
    "Terlama (hari)",
    "Jatuh tempo 30 hari",
    "Capaian",
)
"""Of a group in the small table."""
ACHIEVED = FIGURES_COLUMN + len(FIGURES) - 1
LEFT = ACHIEVED + STATE_COLUMNS + 1
"""Columns of the small table; then a gap, then the findings."""


def write_groups(page: Page, head: int, content: Content) -> int:
    """The small table; gives the next free row."""
    sheet = "Per Bagian" if content.grouped_by_section else "Per Perangkat Daerah"
    what = "Bagian" if content.grouped_by_section else "Perangkat daerah"
    write_group_heads(page, head, what, FIGURES)
    every = content.groups
    shown = every if len(every) <= LIST_LIMIT else every[: LIST_LIMIT - 1]
    at = head + 1
    for group in shown:
        _write_group(page, at, group, group_name(group, content, NAME_LIMIT), "body", content)
        at += 1
    if others := every[len(shown) :]:
        name = f"{count(len(others))} lainnya (lihat {sheet})"
        _write_group(page, at, together(name, others), name, "body", content)
        at += 1
    _write_group(page, at, whole(content.tally), "Jumlah", "total", content)
    data_bar(page, head + 1, at, ACHIEVED)
    return at + 1


def _write_group(
    page: Page, at: int, group: GroupCount, name: str, role: str, content: Content
) -> None:
    styles = page.styles
    counted = group.completion
    planned: Value = counted.planned if content.tally.can_count_plan else "-"
    more = wrapped_lines(name, NAME_WIDTH) - 1
    page.sheet.set_row(at, GROUP_POINTS + LINE_POINTS * more)
    style = styles.cell(role, "text", valign="vcenter", font_size=8 if more else 9)
    page.merge(at, 0, FIGURES_COLUMN - 1, name, style)
    numbers: tuple[Value, ...] = (
        planned,
        counted.received,
        counted.complete,
        counted.compiled,
        counted.ratified,
        counted.late,
        days_late(group, content.as_of) or "-",
        group.due_soon,
    )
    for column, number in enumerate(numbers, start=FIGURES_COLUMN):
        page.put(at, column, number, styles.cell(role, "count", valign="vcenter"))
    write_group_state(page, at, ACHIEVED, counted, light_of(group, content.as_of), role)
