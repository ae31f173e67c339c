"""Pictures on Ringkasan: groups come in, two native charts with their figures go out."""

from dataclasses import dataclass

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from sopbatch.model import Completion, GroupCount
from sopbatch.writing.report.content import Content
from sopbatch.writing.report.looks import axis_font, chart_frame
from sopbatch.writing.report.page import Page
from sopbatch.writing.report.styles import (
    ACCENT,
    ACCENT_DEEP,
    ACCENT_PALE,
    AMBER_FILL,
    COUNT_FORMAT,
    FONT,
    MUTED,
    WHITE,
)
from sopbatch.writing.report.text import in_one_line

SHEET = "Ringkasan"
"""Where the figures of the charts are printed, for everybody to check."""
COLUMN = 26
"""0-based, beside what is printed; the first column of the charts' figures."""
STAGES_ROW = 100
"""0-based row of the heads of the first chart's figures; rows above are as high as the sheet's."""
GROUPS_ROW, WEEKS_ROW = STAGES_ROW + 9, STAGES_ROW + 21
GROUP_LIMIT = 8
NAME_LIMIT = 34

STAGES = ("Direncanakan", "Diterima", "Lengkap", "Tersusun", "Selesai", "Dalam masa tinjau")
ORIGINS = (("Menurut rencana", ACCENT), ("Di luar rencana", ACCENT_PALE))
PARTS = (
    ("Selesai", ACCENT),
    ("Tersusun", ACCENT_PALE),
    ("Lengkap", ACCENT_DEEP),
    ("Belum lengkap", AMBER_FILL),
    ("Belum diterima", WHITE),
)
"""What is not there is empty; what is to be mended is hatched."""
DARK = frozenset({ACCENT, ACCENT_DEEP})
"""Colours that bear white letters."""
HATCHED, HATCH = frozenset({AMBER_FILL}), "#C99A1E"
OUTLINE, OUTLINE_OF_DARK = MUTED, WHITE
"""Any two of several areas can be neighbours, as those of no SOP are not there: these part them."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A block of figures under heads, as a chart needs it."""

    title: str
    series: tuple[tuple[str, str], ...]
    """Head and colour."""
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    """Category and one number per series."""
    row: int
    """0-based row of the heads."""


def stage_figures(content: Content) -> Figures:
    """From the plan to the ratified: what is planned, and what came besides."""
    total = content.tally.total
    inside = (
        total.planned,
        total.received - total.outside_plan,
        total.planned_complete,
        total.planned_compiled,
        total.planned_ratified,
        total.planned_within_review,
    )
    outside = (
        0,
        total.outside_plan,
        total.complete - total.planned_complete,
        total.compiled - total.planned_compiled,
        total.ratified - total.planned_ratified,
        total.within_review - total.planned_within_review,
    )
    rows = tuple(zip(STAGES, zip(inside, outside, strict=True), strict=True))
    if content.planning:
        return Figures("Dari rencana sampai selesai", ORIGINS, rows, STAGES_ROW)
    received = tuple((stage, (sum(numbers),)) for stage, numbers in rows[1:])
    return Figures("Dari diterima sampai selesai", (("SOP", ACCENT),), received, STAGES_ROW)


def group_figures(content: Content) -> Figures:
    """Where the SOPs of each group stand; of many groups the worst."""
    chosen = content.groups[:GROUP_LIMIT]
    parts = PARTS if content.planning else PARTS[:-1]
    rows = tuple(
        (group_name(group, content), _parts(group.completion, planning=content.planning))
        for group in chosen
    )
    return Figures(_group_title(content), parts, rows, GROUPS_ROW)


def _group_title(content: Content) -> str:
    what = "bagian" if content.grouped_by_section else "perangkat daerah"
    if len(content.groups) > GROUP_LIMIT:
        return f"{GROUP_LIMIT} {what} dengan keadaan terberat"
    return f"Keadaan SOP per {what}"


def group_name(group: GroupCount, content: Content, limit: int = NAME_LIMIT) -> str:
    """Name of a unit or section, short enough for a chart."""
    name = (group.section or "(tanpa bagian)") if content.grouped_by_section else group.unit.name
    return in_one_line(name, limit)


def _parts(completion: Completion, *, planning: bool) -> tuple[int, ...]:
    if not planning:
        return (
            completion.ratified,
            completion.compiled - completion.ratified,
            completion.complete - completion.compiled,
            completion.received - completion.complete,
        )
    inside = completion.received - completion.outside_plan
    return (
        completion.planned_ratified,
        completion.planned_compiled - completion.planned_ratified,
        completion.planned_complete - completion.planned_compiled,
        inside - completion.planned_complete,
        completion.planned - inside,
    )


def write_figures(page: Page, figures: Figures) -> None:
    """The numbers behind a chart, readable by everybody."""
    styles = page.styles
    page.put(figures.row - 1, COLUMN, f"Angka grafik: {figures.title}", styles.cell("heading"))
    for place in range(1, len(figures.series) + 1):
        page.put(figures.row - 1, COLUMN + place, None, styles.cell("heading"))
    page.put(figures.row, COLUMN, "Uraian", styles.cell("head"))
    for place, (head, _) in enumerate(figures.series, start=1):
        page.put(figures.row, COLUMN + place, head, styles.cell("head"))
    for at, (category, numbers) in enumerate(figures.rows, start=figures.row + 1):
        page.put(at, COLUMN, category, styles.cell())
        for place, number in enumerate(numbers, start=1):
            page.put(at, COLUMN + place, number, styles.cell("body", "count"))


def bar_chart(book: Workbook, figures: Figures) -> Chart:
    """A stacked bar chart over a block of figures."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    outlined = len(figures.series) > len(ORIGINS)
    first, last = figures.row + 1, figures.row + len(figures.rows)
    for place, (_, colour) in enumerate(figures.series, start=COLUMN + 1):
        dark = colour in DARK
        line = {"color": OUTLINE_OF_DARK if dark else OUTLINE, "width": 1}
        hatch = {"pattern": "wide_upward_diagonal", "fg_color": HATCH, "bg_color": colour}
        fill = {"pattern": hatch} if colour in HATCHED else {"fill": {"color": colour}}
        chart.add_series(
            {
                "name": [SHEET, figures.row, place],
                "categories": [SHEET, first, COLUMN, last, COLUMN],
                "values": [SHEET, first, place, last, place],
                **fill,
                "border": line if outlined else {"none": True},
                "gap": max(45, 300 // len(figures.rows)),
                "data_labels": {
                    "value": True,
                    "num_format": f"{COUNT_FORMAT};;",
                    "font": {"name": FONT, "size": 8, "color": "#FFFFFF" if dark else "#333333"},
                },
            }
        )
    small = axis_font()
    several = len(figures.series) > 1
    chart_frame(chart, figures.title, legend=several)
    chart.set_y_axis({"reverse": True, "num_font": small, "line": {"none": True}})
    chart.set_x_axis(
        {"visible": False, "major_gridlines": {"visible": False}, "num_font": small, "min": 0}
    )
    return chart
