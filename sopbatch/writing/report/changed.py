"""Perubahan: what is not as it was in the last report of an earlier week."""

from sopbatch.report.changes import Change
from sopbatch.report.content import Content
from sopbatch.text.words import long_date
from sopbatch.writing.report.page import Page
from sopbatch.writing.report.table import PRINTED_ROWS, Column, ListExtent, write_table

COLUMNS: tuple[Column[Change], ...] = (
    Column("Perubahan", 18, lambda change: change.kind, "word"),
    Column("Kode", 12, lambda change: change.code or "-", "word"),
    Column("Nama SOP", 52, lambda change: change.title),
    Column("Perangkat daerah", 34, lambda change: change.unit or "-"),
    Column("Sebelumnya", 18, lambda change: change.before or "-", "word"),
    Column("Sekarang", 18, lambda change: change.after or "-", "word"),
    Column("Keterangan", 46, lambda change: change.remark or "-"),
)


def write_changes(page: Page, content: Content) -> ListExtent:
    """One row for each change."""
    before = content.before
    since = f"sejak laporan {long_date(before.as_of)}" if before else "belum ada laporan sebelumnya"
    page.title("Perubahan", f"Satu baris untuk setiap perubahan; {since}.")
    return write_table(
        page,
        COLUMNS,
        content.changes,
        name="Perubahan",
        nothing="Tidak ada perubahan.",
        frozen=3,
        printed=PRINTED_ROWS,
    )
