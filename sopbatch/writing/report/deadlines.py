"""Tenggat: duties come in; how many are near or late, and each with its date, go out."""

from collections import Counter
from collections.abc import Sequence

from sopbatch.model import DueItem, Duty, Urgency
from sopbatch.report.content import Content
from sopbatch.text.words import count, days_left
from sopbatch.writing.report.page import Page
from sopbatch.writing.report.table import PRINTED_ROWS, Column, ListExtent, write_table

TONES = {Urgency.LATE: "red", Urgency.DAYS_30: "amber", Urgency.DAYS_60: "", Urgency.DAYS_90: ""}

WORDS = {one: "terlambat" if one is Urgency.LATE else f"dalam {one}" for one in Urgency}


def write_deadlines(page: Page, content: Content) -> ListExtent:
    """How many there are in each group, and all of them below."""
    items = content.tally.due
    page.title("Tenggat", _told(items))
    return write_table(
        page,
        COLUMNS,
        items,
        name="Tenggat",
        nothing="Tidak ada yang terlambat dan tidak ada yang jatuh tempo dalam 90 hari.",
        frozen=2,
        printed=PRINTED_ROWS,
    )


def _told(items: Sequence[DueItem]) -> str:
    """ "Penyelesaian: 3 terlambat, 12 dalam 0–30 hari. Monitoring: …"."""
    told = []
    for duty in Duty:
        numbers = Counter(item.urgency for item in items if item.duty is duty)
        groups = [f"{count(numbers[one])} {WORDS[one]}" for one in Urgency if numbers[one]]
        if groups:
            told.append(f"{duty}: {', '.join(groups)}.")
    return " ".join(told) or "Tanggal terdekat lebih dahulu."


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
    Column("Nama SOP", 52, lambda item: item.line.title),
    Column("Perangkat daerah", 36, lambda item: item.line.unit_name),
    Column("Bagian", 24, lambda item: item.line.section or "-"),
)
