"""Penyebab: rules with their share of all findings and what to train, over their chart."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from sopbatch.model import Severity
from sopbatch.report.causes import Cause, causes
from sopbatch.report.content import Content
from sopbatch.schema.topics import exercise_of, topic_of
from sopbatch.writing.palette import BAND, HOUSE
from sopbatch.writing.report.looks import axis_font, chart_frame, place_chart
from sopbatch.writing.report.page import Page
from sopbatch.writing.report.styles import ACCENT_PALE, FONT, SEVERITY_TONES, SHARE_FORMAT
from sopbatch.writing.report.table import (
    HEAD_ROW,
    Column,
    ListExtent,
    fade_zeros,
    known,
    table_pixels,
    write_table,
    write_total,
)
from sopbatch.writing.report.text import in_one_line

CHART_POINTS = 190
CHART_TOLD = "Batang: temuan menurut aturan; garis: kumulatif. Angkanya pada tabel di bawah."
PARETO_LIMIT = 15
"""Rules on the chart."""
BY_UNIT = "Temuan menurut perangkat daerah"
UNIT_LETTERS = 22
"""Of a unit's name, in two lines over its column."""
VITAL = 0.8
"""Pareto: the few rules behind four fifths of all findings."""
FEW = 3
"""They are few, and worth telling, up to a third of the rules."""


def write_causes(page: Page, content: Content, book: Workbook) -> ListExtent:
    """A Pareto chart over the list of rules."""
    found = causes(content)
    page.title("Penyebab Temuan", _note(found))
    at = HEAD_ROW + 1 if found else HEAD_ROW
    columns = (*COLUMNS, *_unit_columns(content))
    extent = write_table(
        page,
        columns,
        found,
        name="Penyebab",
        nothing="Tidak ada temuan.",
        frozen=1,
        head_row=at,
        charted=True,
    )
    if found:
        _write_total(page, columns, extent, found)
        page.sheet.print_area(0, 0, extent.last + 1, len(COLUMNS) - 1)
        page.sheet.set_row(at - 1, CHART_POINTS)
        chart = _pareto(book, extent)
        place_chart(
            page.sheet, at - 1, 0, chart, width=table_pixels(COLUMNS), height=245, told=CHART_TOLD
        )
    return extent


def _note(found: Sequence[Cause]) -> str:
    if not found:
        return "Temuan yang paling sering muncul."
    vital = 1 + sum(cause.upto is not None and cause.upto < VITAL for cause in found)
    if vital * FEW > len(found):
        return "Jenis temuan, yang paling sering muncul lebih dahulu."
    return (
        f"{min(vital, len(found))} dari {len(found)} jenis temuan mencakup paling sedikit 80% "
        "seluruh temuan; bimbingan teknis sebaiknya dimulai dari jenis itu."
    )


COLUMNS: tuple[Column[Cause], ...] = (
    Column("Aturan", 9, lambda cause: cause.code, "word"),
    Column("Nama aturan", 30, lambda cause: cause.title or "-"),
    Column(
        "Bobot",
        19,
        lambda cause: cause.severity.label,
        "word",
        tone=lambda cause: SEVERITY_TONES[cause.severity],
    ),
    Column("Pokok", 18, lambda cause: topic_of(cause.code).name),
    Column("Contoh uraian", 50, lambda cause: cause.sentence),
    Column("Temuan", 9, lambda cause: cause.findings, "count", summed=True),
    Column("SOP", 8, lambda cause: cause.sops, "count"),
    Column("Perangkat daerah", 10, lambda cause: cause.units, "count"),
    Column("Persentase", 10, lambda cause: known(cause.part), "share"),
    Column("Persentase kumulatif", 10, lambda cause: known(cause.upto), "share"),
    Column("Yang perlu dilatihkan", 40, lambda cause: exercise_of(cause.code)),
)
"""The printed ones."""


def _unit_columns(content: Content) -> Iterator[Column[Cause]]:
    """Right of the printed list, for the planning of trainings: each unit's findings."""
    found = {row.line.unit_code: row.line.unit_name for row in content.finding_rows}
    heads: set[str] = set()
    for code, name in sorted(found.items(), key=lambda unit: (unit[1], unit[0])):

        def findings(cause: Cause, code: str = code) -> int:
            return cause.by_unit.get(code, 0)

        # NOTE: the heads of a table must differ, whatever the units are called
        title = head = in_one_line(name, UNIT_LETTERS) or "-"
        for number in count(2):
            if head.casefold() not in heads:
                break
            head = f"{title} ({number})"
        heads.add(head.casefold())
        yield Column(head, 15, findings, "count", summed=True, band=BY_UNIT)


def _write_total(
    page: Page, columns: Sequence[Column[Cause]], extent: ListExtent, found: Sequence[Cause]
) -> None:
    by_unit = sum((Counter(cause.by_unit) for cause in found), Counter[str]())
    whole = Cause(
        code="",
        severity=Severity.INFO,
        title="",
        sentence="",
        findings=by_unit.total(),
        sops=0,
        by_unit=by_unit,
        part=None,
        upto=None,
    )
    totals = [
        column if column.summed else Column(column.title, column.width, lambda _: None, "word")
        for column in columns
    ]
    write_total(page, totals, extent, whole, "Jumlah", 0)
    fade_zeros(page, columns, extent)


def _pareto(book: Workbook, extent: ListExtent) -> Chart:
    last = min(extent.last, extent.first + PARETO_LIMIT - 1)

    def cells(title: str) -> list[str | int]:
        column = extent.columns[title]
        return [extent.sheet, extent.first, column, last, column]

    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": "Temuan",
            "categories": cells("Aturan"),
            "values": cells("Temuan"),
            "fill": {"color": ACCENT_PALE},
            "border": {"none": True},
            "gap": 40,
            "data_labels": {"value": True, "font": axis_font()},
        }
    )
    line = book.add_chart({"type": "line"})
    line.add_series(
        {
            "name": "Persentase kumulatif",
            "categories": cells("Aturan"),
            "values": cells("Persentase kumulatif"),
            "y2_axis": True,
            "line": {"color": HOUSE, "width": 1.75},
            "marker": {"type": "circle", "size": 4, "fill": {"color": HOUSE}},
        }
    )
    chart.combine(line)
    shown = last - extent.first + 1
    more = f"{shown} aturan terbanyak" if last < extent.last else "Semua aturan"
    chart_frame(chart, f"{more} dan persentase kumulatifnya")
    chart.set_x_axis({"num_font": axis_font(), "line": {"none": True}})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    line.set_y2_axis(
        {
            "min": 0,
            "max": 1,
            "major_unit": 0.2,
            "num_format": SHARE_FORMAT.replace("0.0", "0"),
            "num_font": axis_font(),
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": BAND}},
            "name_font": {"name": FONT},
        }
    )
    return chart
