"""Tenggat: duties come in; how many are near or late, and each with its date, go out."""

from xlsxwriter.utility import xl_range_abs

from sopbatch.model import DueItem, Duty, Urgency
from sopbatch.report.words import days_left
from sopbatch.writing.report.content import Content
from sopbatch.writing.report.page import Formula, Page
from sopbatch.writing.report.table import PRINTED_ROWS, Column, Extent, write_table

TONES = {Urgency.LATE: "red", Urgency.DAYS_30: "amber", Urgency.DAYS_60: "", Urgency.DAYS_90: ""}
DUTIES, URGENCIES = tuple(Duty), tuple(Urgency)
MATRIX_ROW = 4
"""0-based row of the heads of the small table."""
LIST_ROW = MATRIX_ROW + len(DUTIES) + 3
MEANINGS = {
    Duty.RATIFY: "judul rencana yang belum selesai, menurut tenggatnya",
    Duty.MONITOR: "setiap 6 bulan sejak tanggal efektif, untuk SOP yang Berlaku",
    Duty.EVALUATE: "setiap tahun sejak tanggal efektif, untuk SOP yang Berlaku",
    Duty.REVIEW: "rencana peninjauan, atau habisnya batas umur SOP",
}


def write_deadlines(page: Page, content: Content) -> Extent:
    """A small table of counts over the list of duties."""
    page.title(
        "Tenggat",
        "Yang terlambat dan yang jatuh tempo dalam 90 hari; tanggal terdekat lebih dahulu.",
    )
    items = content.tally.due
    extent = write_table(
        page,
        COLUMNS,
        items,
        name="Tenggat",
        nothing="Tidak ada yang terlambat dan tidak ada yang jatuh tempo dalam 90 hari.",
        head_row=LIST_ROW,
        printed=PRINTED_ROWS,
    )
    _write_matrix(page, content, extent)
    return extent


def _write_matrix(page: Page, content: Content, extent: Extent) -> None:
    """How many of each duty in each group, counted by the sheet itself."""
    styles = page.styles
    last = len(URGENCIES) + 1
    for column, head in enumerate(("Kewajiban", *URGENCIES, "Jumlah")):
        page.put(MATRIX_ROW, column, str(head), styles.cell("head"))
    page.put(MATRIX_ROW, last + 1, "Dihitung untuk", styles.cell("head", align="left"))
    for at, duty in enumerate(DUTIES, start=MATRIX_ROW + 1):
        page.put(at, 0, str(duty), styles.cell("body", "text", bold=True))
        for column, urgency in enumerate(URGENCIES, start=1):
            number = _number(content, duty, urgency)
            formula = _count_formula(extent, duty, urgency)
            tone = TONES[urgency] if number else ""
            page.put(at, column, Formula(formula, number), styles.cell("body", "count", tone))
        cells = xl_range_abs(at, 1, at, last - 1)
        whole = sum(item.duty is duty for item in content.tally.due)
        page.put(at, last, Formula(f"=SUM({cells})", whole), styles.cell("subtotal", "count"))
        page.put(at, last + 1, MEANINGS[duty], styles.cell("detail"))
    at = MATRIX_ROW + len(DUTIES) + 1
    page.put(at, 0, "Jumlah", styles.cell("total"))
    for column in range(1, last + 1):
        cells = xl_range_abs(MATRIX_ROW + 1, column, at - 1, column)
        number = _column_sum(content, column)
        page.put(at, column, Formula(f"=SUM({cells})", number), styles.cell("total", "count"))


def _number(content: Content, duty: Duty, urgency: Urgency) -> int:
    return sum(item.duty is duty and item.urgency is urgency for item in content.tally.due)


def _column_sum(content: Content, column: int) -> int:
    if column > len(URGENCIES):
        return len(content.tally.due)
    return sum(item.urgency is URGENCIES[column - 1] for item in content.tally.due)


def _count_formula(extent: Extent, duty: Duty, urgency: Urgency) -> str:
    if extent.last < extent.first:
        return "=0"
    duties, groups = extent.body("Kewajiban"), extent.body("Kelompok")
    return f'=COUNTIFS({duties},"{duty}",{groups},"{urgency}")'


COLUMNS: tuple[Column[DueItem], ...] = (
    Column("Kewajiban", 18, lambda item: str(item.duty)),
    Column("Jatuh tempo", 13, lambda item: item.due, "date"),
    Column("Sisa waktu", 14, lambda item: days_left(item.days), "word"),
    Column(
        "Kelompok",
        14,
        lambda item: str(item.urgency),
        "word",
        tone=lambda item: TONES[item.urgency],
    ),
    Column("Kode", 12, lambda item: item.line.plan_code or "-", "word"),
    Column("Status", 16, lambda item: item.line.status, "word"),
    Column("Judul SOP", 52, lambda item: item.line.title),
    Column("Perangkat daerah", 36, lambda item: item.line.unit_name),
    Column("Bagian", 24, lambda item: item.line.section or "-"),
)
