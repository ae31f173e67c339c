"""Pictures on Ringkasan: figures come in, native charts beside their numbers go out."""

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from sopbatch.report.figures import ORIGINS, PARTS, Figures
from sopbatch.writing.palette import HOUSE, MUTED, WHITE
from sopbatch.writing.report.looks import axis_font, chart_frame
from sopbatch.writing.report.page import Page
from sopbatch.writing.report.styles import ACCENT_DEEP, ACCENT_PALE, AMBER_FILL, COUNT_FORMAT, FONT

SHEET = "Ringkasan"
"""Where the figures of the charts are printed, for everybody to check."""
COLUMN = 26
"""0-based, beside what is printed; the first column of the charts' figures."""
STAGES_ROW = 100
"""0-based row of the heads of the first chart's figures; rows above are as high as the sheet's."""
GROUPS_ROW, WEEKS_ROW = STAGES_ROW + 9, STAGES_ROW + 21

COLOURS = {
    **dict(zip(ORIGINS, (HOUSE, ACCENT_PALE), strict=True)),
    **dict(zip(PARTS, (HOUSE, ACCENT_PALE, ACCENT_DEEP, AMBER_FILL, WHITE), strict=True)),
}
"""Of series by their heads, `HOUSE` of others: what is not there is empty, what is to be mended is
hatched."""
DARK = frozenset({HOUSE, ACCENT_DEEP})
"""Colours that bear white letters."""
HATCHED, HATCH = frozenset({AMBER_FILL}), "#C99A1E"
OUTLINE, OUTLINE_OF_DARK = MUTED, WHITE
"""Any two of several areas can be neighbours, as those of no SOP are not there: these part them."""


def write_figures(page: Page, figures: Figures, row: int) -> None:
    """The numbers behind a chart, readable by everybody, with their heads in this row."""
    styles = page.styles
    page.put(row - 1, COLUMN, f"Angka grafik: {figures.title}", styles.cell("heading"))
    for place in range(1, len(figures.series) + 1):
        page.put(row - 1, COLUMN + place, None, styles.cell("heading"))
    page.put(row, COLUMN, "Uraian", styles.cell("head"))
    for place, head in enumerate(figures.series, start=1):
        page.put(row, COLUMN + place, head, styles.cell("head"))
    for at, (category, numbers) in enumerate(figures.rows, start=row + 1):
        page.put(at, COLUMN, category, styles.cell())
        for place, number in enumerate(numbers, start=1):
            page.put(at, COLUMN + place, number, styles.cell("body", "count"))


def bar_chart(book: Workbook, figures: Figures, row: int) -> Chart:
    """A stacked bar chart over a block of figures whose heads stand in this row."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    outlined = len(figures.series) > len(ORIGINS)
    first, last = row + 1, row + len(figures.rows)
    for place, head in enumerate(figures.series, start=COLUMN + 1):
        colour = COLOURS.get(head, HOUSE)
        dark = colour in DARK
        line = {"color": OUTLINE_OF_DARK if dark else OUTLINE, "width": 1}
        hatch = {"pattern": "wide_upward_diagonal", "fg_color": HATCH, "bg_color": colour}
        fill = {"pattern": hatch} if colour in HATCHED else {"fill": {"color": colour}}
        chart.add_series(
            {
                "name": [SHEET, row, place],
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
