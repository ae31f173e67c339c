"""Riwayat: totals of all weeks come in, a list and a line chart go out."""

from collections.abc import Sequence
from math import ceil

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from sopbatch.model import WeekTotals
from sopbatch.report.content import Content
from sopbatch.writing.palette import BAND, HOUSE, MUTED
from sopbatch.writing.report.charts import COLUMN, WEEKS_ROW
from sopbatch.writing.report.groups import achievement
from sopbatch.writing.report.looks import axis_font, chart_frame, place_chart
from sopbatch.writing.report.page import Page
from sopbatch.writing.report.styles import ACCENT_PALE, ACCENT_SOFT, AMBER_FILL, COUNT_FORMAT, PALE
from sopbatch.writing.report.table import HEAD_ROW, Column, ListExtent, table_pixels, write_table

CHART_POINTS = 210
DAY = "Keadaan per"
"""Head of the days."""
LINES = (
    ("Direncanakan", PALE),
    ("Diterima", AMBER_FILL),
    ("Lengkap", ACCENT_PALE),
    ("Tersusun", ACCENT_SOFT),
    ("Selesai", HOUSE),
)
"""What the chart draws."""
WEEKS_TOLD = "Garis: angka setiap minggu; angkanya pada tabel di bawah grafik."
MARKS = 8
"""Dates that an axis names, about."""
SHOWN = 26
"""Weeks on the first sheet."""
BURN_UP = (("Direncanakan", MUTED), ("Tersusun", ACCENT_SOFT), ("Selesai dari rencana", HOUSE))


def write_weeks(page: Page, content: Content, book: Workbook) -> ListExtent:
    """The last report of each week, this one at the end."""
    weeks = content.weeks
    page.title("Riwayat", "Satu baris untuk setiap minggu: laporan terakhir minggu itu.")
    extent = write_table(
        page,
        COLUMNS,
        weeks,
        name="Riwayat",
        nothing="Belum ada riwayat.",
        head_row=HEAD_ROW + 1,
        charted=True,
    )
    page.sheet.set_row(HEAD_ROW, CHART_POINTS)
    title = "Perkembangan dari minggu ke minggu"
    chart = line_chart(book, extent, LINES, title, _mark_days(weeks))
    place_chart(
        page.sheet, HEAD_ROW, 0, chart, width=table_pixels(COLUMNS), height=272, told=WEEKS_TOLD
    )
    return extent


def burn_up(page: Page, book: Workbook, content: Content) -> Chart:
    """The plan, and what of it is compiled and ratified; its figures stand beside the sheet."""
    lines = BURN_UP if content.planning else LINES[1:]
    weeks = content.weeks[-SHOWN:]
    title = "Menuju rencana, minggu demi minggu"
    figures = {column.title: column for column in COLUMNS}
    titles = (DAY, *(name for name, _ in lines))
    page.put(WEEKS_ROW - 1, COLUMN, f"Angka grafik: {title}", page.styles.cell("heading"))
    for place, head in enumerate(titles, start=COLUMN):
        page.put(WEEKS_ROW, place, head, page.styles.cell("head"))
        for at, week in enumerate(weeks, start=WEEKS_ROW + 1):
            style = page.styles.cell("body", figures[head].kind)
            page.put(at, place, figures[head].value(week), style)
    places = {head: place for place, head in enumerate(titles, start=COLUMN)}
    extent = ListExtent(page.name, WEEKS_ROW + 1, WEEKS_ROW + len(weeks), places)
    return line_chart(book, extent, lines, title, _mark_days(weeks))


def _mark_days(weeks: Sequence[WeekTotals]) -> int:
    """Days between the dates that an axis names: whole weeks, few enough to be read."""
    span = (weeks[-1].as_of - weeks[0].as_of).days
    return 7 * max(1, ceil(span / 7 / MARKS))


def line_chart(
    book: Workbook, extent: ListExtent, lines: Sequence[tuple[str, str]], title: str, days: int
) -> Chart:
    """Columns of the list week after week, each with its colour; a mark each so many days."""
    chart = book.add_chart({"type": "line"})
    day = extent.columns[DAY]
    for name, colour in lines:
        column = extent.columns[name]
        chart.add_series(
            {
                "name": [extent.sheet, extent.first - 1, column],
                "categories": [extent.sheet, extent.first, day, extent.last, day],
                "values": [extent.sheet, extent.first, column, extent.last, column],
                "line": {
                    "color": colour,
                    "width": 2.25 if colour == HOUSE else 1.5,
                    "dash_type": "dash" if name == "Direncanakan" else "solid",
                },
                "marker": {
                    "type": "circle",
                    "size": 5,
                    "fill": {"color": colour},
                    "border": {"none": True},
                },
            }
        )
    chart_frame(chart, title)
    # NOTE: on an axis of dates a week without a report leaves its room
    chart.set_x_axis(
        {
            "date_axis": True,
            "num_format": "d/m/yy",
            "major_unit": days,
            "major_unit_type": "days",
            "num_font": axis_font(),
            "line": {"color": PALE},
        }
    )
    chart.set_y_axis(
        {
            "min": 0,
            "num_format": COUNT_FORMAT,
            "num_font": axis_font(),
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": BAND}},
        }
    )
    return chart


def _figure(title: str, name: str) -> Column[WeekTotals]:
    return Column(title, 12.5, lambda week: int(getattr(week.total, name)), "count")


COLUMNS: tuple[Column[WeekTotals], ...] = (
    Column("Minggu", 12, lambda week: week.week, "word"),
    Column(DAY, 14, lambda week: week.as_of, "date"),
    _figure("Direncanakan", "planned"),
    _figure("Diterima", "received"),
    _figure("Di luar rencana", "outside_plan"),
    _figure("Dicabut dari rencana", "revoked"),
    _figure("Lengkap", "complete"),
    _figure("Tersusun", "compiled"),
    _figure("Selesai", "ratified"),
    _figure("Selesai dari rencana", "planned_ratified"),
    Column("Capaian", 10.5, lambda week: achievement(week.total), "share"),
    _figure("Dalam masa tinjau", "within_review"),
    _figure("Perlu perbaikan", "to_correct"),
    _figure("Terlambat", "late"),
    _figure("Harus diperbaiki", "errors"),
    _figure("Sebaiknya diperbaiki", "warnings"),
)
