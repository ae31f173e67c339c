"""What all charts look like: title, font and frame."""

from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from sopbatch.writing.palette import HOUSE, MUTED
from sopbatch.writing.report.styles import FONT


def axis_font() -> dict[str, Any]:
    """Small and grey: figures of a chart step back."""
    return {"name": FONT, "size": 8, "color": MUTED, "bold": False}


def chart_frame(chart: Chart, title: str, *, legend: bool = True) -> None:
    """Title and legend, without a border."""
    chart.set_title(
        {
            "name": title,
            "name_font": {"name": FONT, "size": 10, "bold": True, "color": HOUSE},
            "overlay": False,
        }
    )
    if legend:
        chart.set_legend({"position": "bottom", "font": axis_font()})
    else:
        chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})


def place_chart(
    sheet: Worksheet, row: int, column: int, chart: Chart, *, width: int, height: int, told: str
) -> None:
    """Put a chart of so many pixels at a cell; it moves with the cells, but keeps its size.

    `told` is for readers who do not see it: what it shows, and where its figures stand.
    """
    chart.set_size({"width": width, "height": height})
    options = {"object_position": 2, "y_offset": 3, "description": told}
    sheet.insert_chart(row, column, chart, options)
