"""Berkas Diterima: every file that came, from whom, when, and what became of it."""

from sopbatch.report.content import Content
from sopbatch.report.files import FileFate, FileRow
from sopbatch.text.words import as_sentence, kilobytes
from sopbatch.writing.report.page import Page
from sopbatch.writing.report.table import HEAD_ROW, Column, ListExtent, known, write_table

RECEIVED = "Berkas Diterima"
"""Name of the sheet."""
PRINTED_COLUMNS = 9
"""Up to the sender."""
TONES = {
    FileFate.COUNTED: "green",
    FileFate.AWAITED: "amber",
    FileFate.REFUSED: "red",
    FileFate.HELD: "grey",
    FileFate.PASSED: "grey",
    FileFate.UNTAKEN: "red",
}


def write_received(page: Page, content: Content) -> ListExtent:
    """One row for each name under which something came, by agency and day."""
    page.title(
        RECEIVED,
        "Satu baris untuk setiap berkas dari awal sampai sekarang, menurut perangkat daerah lalu "
        "hari diterima; saring kolomnya untuk mencari pengirim, SOP, atau tanda terima.",
    )
    # NOTE: what identifies a file is for searching; on paper it would make the rest too small
    page.sheet.print_area(0, 0, HEAD_ROW + max(1, len(content.files)), PRINTED_COLUMNS - 1)
    return write_table(
        page,
        COLUMNS,
        content.files,
        name="BerkasDiterima",
        nothing="Tidak ada berkas yang diterima.",
        frozen=2,
    )


TITLED = (FileFate.COUNTED, FileFate.AWAITED, FileFate.OLDER, FileFate.FORM)
"""What is told of these begins with a title, as its writer spelt it."""


def title_or_reason(row: FileRow) -> str:
    """What became of a file: the title it tells of, or a reason as a sentence."""
    return row.remark if row.fate in TITLED else as_sentence(row.remark)


COLUMNS: tuple[Column[FileRow], ...] = (
    Column("Perangkat daerah", 28, lambda row: row.unit or "-"),
    Column("Berkas", 42, lambda row: row.name),
    Column("Diterima", 13, lambda row: known(row.first_seen), "date"),
    Column(
        "Hasil pengolahan",
        19,
        lambda row: str(row.fate),
        "word",
        tone=lambda row: TONES.get(row.fate, ""),
    ),
    Column("SOP atau sebab", 48, lambda row: title_or_reason(row) or "-"),
    Column("Kode SOP", 12, lambda row: row.code or "-", "word"),
    Column("Tanda terima", 19, lambda row: row.number or "-", "word"),
    Column("Baru", 7, lambda row: "Ya" if row.new else "-", "word"),
    Column("Pengirim surel", 30, lambda row: row.sender or "-"),
    Column("Tanggal surel", 13, lambda row: known(row.sent), "date"),
    Column("Perihal surel", 34, lambda row: row.subject or "-"),
    Column("Asal", 15, lambda row: row.origin or "-", "word"),
    Column("Salinan sama", 9, lambda row: row.copies, "count"),
    Column("Ukuran (KB)", 10, lambda row: known(row.size and kilobytes(row.size)), "count"),
    Column("Kode isi berkas", 19, lambda row: row.sha256[:16] or "-", "word"),
)
