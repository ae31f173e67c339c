"""Daftar SOP, Temuan and Berkas Bermasalah: rows come in, three filterable lists go out."""

from collections.abc import Mapping

from sopbatch.model import Review, SopLine
from sopbatch.report.content import AWAITED, Content, FindingRow
from sopbatch.report.decisions import what_it_awaits
from sopbatch.report.stages import NOT_RECEIVED, REVOKED, stage_of
from sopbatch.schema.products import annex_name
from sopbatch.text.words import kilobytes
from sopbatch.writing.report.page import Link, Page, Value
from sopbatch.writing.report.styles import SEVERITY_TONES
from sopbatch.writing.report.table import (
    HEAD_ROW,
    PRINTED_ROWS,
    Column,
    ListExtent,
    known,
    write_table,
)

DETAILS = "Rincian SOP"
"""Name of the sheet with all columns."""
PDF, MARKED = "PDF", "Berkas perbaikan"
STAGE_TONES = {"Selesai": "green", NOT_RECEIVED: "grey", REVOKED: "grey"}


def _in_plan(line: SopLine) -> str:
    return REVOKED if line.revoked else "Di luar" if line.outside_plan else "Ya"


def write_lines(page: Page, content: Content) -> ListExtent:
    """Daftar SOP: one row for every planned title and every SOP received."""
    annex = annex_name(content.as_of)
    page.title("Daftar SOP", f"Rinciannya ada pada lembar {DETAILS} dalam {annex}.")
    columns = _main_columns(content, f"external:{annex}#")
    return _write_lines(page, content, columns, "DaftarSOP", PRINTED_ROWS)


def write_details(page: Page, content: Content) -> ListExtent:
    """Rincian SOP: the same rows with all that is known of them."""
    page.title(DETAILS, "Baris yang sama dengan Daftar SOP, dengan semua kolom.")
    columns = (*_main_columns(content, "internal:"), *FURTHER_COLUMNS)
    return _write_lines(page, content, columns, "RincianSOP")


def _write_lines(
    page: Page,
    content: Content,
    columns: tuple[Column[SopLine], ...],
    name: str,
    printed: int | None = None,
) -> ListExtent:
    return write_table(
        page,
        columns,
        content.tally.lines,
        name=name,
        nothing="Belum ada judul dalam rencana dan belum ada SOP yang diterima.",
        frozen=2,
        printed=printed,
    )


def _main_columns(content: Content, findings: str) -> tuple[Column[SopLine], ...]:
    """Columns of both lists; `findings` is where links to the sheet of findings lead."""
    first_finding = {
        row.line.sha256: HEAD_ROW + 2 + place
        for place, row in reversed(tuple(enumerate(content.finding_rows)))
    }

    def to_findings(line: SopLine, number: int) -> Value:
        row = first_finding.get(line.sha256)
        if not line.received:
            return "-"
        return Link(number, f"{findings}'Temuan'!A{row}") if number and row else number

    awaited = what_it_awaits(content.tally)
    return (
        Column("Kode", 10, lambda line: line.plan_code or "-"),
        Column("Nama SOP", 42, lambda line: line.title),
        Column("Perangkat daerah", 24, lambda line: line.unit_name),
        Column("Bagian", 18, lambda line: line.section or "-"),
        Column("Status", 15, lambda line: line.status, "word"),
        Column(
            "Tahap",
            13,
            stage_of,
            "word",
            tone=lambda line: STAGE_TONES.get(stage_of(line), ""),
        ),
        Column("Tenggat", 11.5, lambda line: known(line.deadline), "date"),
        Column(
            "Terlambat",
            10,
            lambda line: "Ya" if line.late else "-",
            "word",
            tone=lambda line: "red" if line.late else "",
        ),
        Column("Menunggu", 12, lambda line: awaited(line) or "-", "word"),
        Column("Tanggal efektif", 11.5, lambda line: known(line.effective), "date"),
        Column("Harus diperbaiki", 10, lambda line: to_findings(line, line.errors), "count link"),
        Column(
            "Sebaiknya diperbaiki",
            10.5,
            lambda line: to_findings(line, line.warnings),
            "count link",
        ),
        Column("Total waktu", 26, lambda line: line.time_text or "-"),
        Column("Dokumen", 9, lambda line: file_link(PDF, content.documents, line.sha256), "link"),
        Column(
            "Dikembalikan",
            16,
            lambda line: file_link(MARKED, content.returned, line.awaiting_sha256 or line.sha256),
            "link",
        ),
        Column("Catatan", 24, lambda line: line.note),
    )


def _drafting(line: SopLine) -> str:
    """ "3 perbaikan": place and name of the last step, in whose order the column is sorted."""
    return f"{line.drafting.place} {line.drafting.step}" if line.drafting.step else "-"


def _runs_well(line: SopLine) -> str:
    return {True: "Ya", False: "Tidak", None: "-"}[line.watched.runs_well]


def _of_steps(line: SopLine, value: float | None) -> Value:
    """A figure of the procedure; "-" where none was read."""
    return known(value if line.steps else None)


FURTHER_COLUMNS: tuple[Column[SopLine], ...] = (
    Column("Nomor SOP", 24, lambda line: line.number or "-"),
    Column("Klasifikasi", 30, lambda line: line.classification or "-"),
    Column("Revisi ke-", 8, lambda line: known(line.revision), "count"),
    Column("Rencana", 10, _in_plan, "word"),
    Column("Langkah", 9, lambda line: _of_steps(line, line.steps), "count"),
    Column("Pelaksana", 10, lambda line: _of_steps(line, line.actors), "count"),
    Column("Keputusan", 10.5, lambda line: _of_steps(line, line.decisions), "count"),
    Column("Waktu terendah (menit)", 11, lambda line: _of_steps(line, line.time.low), "count"),
    Column("Waktu tertinggi (menit)", 11, lambda line: _of_steps(line, line.time.high), "count"),
    Column("Waktu kalender (menit)", 11, lambda line: _of_steps(line, line.time.elapsed), "count"),
    Column(
        "Langkah tidak dihitung", 11, lambda line: _of_steps(line, line.time.uncounted), "count"
    ),
    Column("Status sebelumnya", 16, lambda line: line.previous_status or "-", "word"),
    Column("Status sejak", 11.5, lambda line: known(line.status_day), "date"),
    Column("Asal status", 16, lambda line: line.status_origin or "-", "word"),
    Column("Tahap penyusunan", 18, _drafting, "word"),
    Column("Tahap sejak", 11.5, lambda line: known(line.drafting.day), "date"),
    Column("Monitoring terakhir", 11.5, lambda line: known(line.watched.monitored), "date"),
    Column("Berjalan baik", 9, _runs_well, "word"),
    Column("Evaluasi terakhir", 11.5, lambda line: known(line.watched.evaluated), "date"),
    Column("Kesimpulan evaluasi", 12, lambda line: line.watched.conclusion or "-", "word"),
    Column("Berkas", 44, lambda line: line.file_name or "-"),
    Column("Diterima terakhir", 11.5, lambda line: known(line.last_received), "date"),
    Column("Jumlah versi", 8, lambda line: line.versions, "count"),
    Column("Dicocokkan menurut", 13, lambda line: line.match or "-", "word"),
)
"""Columns of Rincian SOP alone."""


def file_link(shown: str, paths: Mapping[str, str], digest: str) -> Value:
    """A way to the file kept for a digest; "-" without one."""
    path = paths.get(digest, "")
    if not path:
        return "-"
    return Link(shown, file_target(path))


def file_target(path: str) -> str:
    """Where a link to a file leads."""
    escaped = path.replace("%", "%25").replace("#", "%23").replace(" ", "%20")
    return f"external:{escaped}"


def write_findings(page: Page, content: Content) -> ListExtent:
    """Temuan: one row per finding of every version that counts or is waited for."""
    page.title("Temuan", "Satu baris untuk setiap temuan, urut menurut perangkat daerah dan SOP.")
    return write_table(
        page,
        _finding_columns(content),
        content.finding_rows,
        name="Temuan",
        nothing="Tidak ada temuan.",
        frozen=3,
    )


def _finding_columns(content: Content) -> tuple[Column[FindingRow], ...]:
    return (
        Column("Kode SOP", 10, lambda row: row.line.plan_code or "-"),
        Column("Nama SOP", 28, lambda row: row.line.title),
        Column(
            "Bobot",
            19,
            lambda row: row.finding.severity.label,
            "word",
            tone=lambda row: SEVERITY_TONES[row.finding.severity],
        ),
        Column("Aturan", 8, lambda row: row.finding.code, "word"),
        Column("Uraian", 46, lambda row: row.finding.sentence),
        Column("Saran perbaikan", 46, _advice),
        Column("Sel", 16, lambda row: str(row.finding.cell) if row.finding.cell else "-"),
        Column("Perangkat daerah", 24, lambda row: row.line.unit_name),
        Column("Bagian", 18, lambda row: row.line.section or "-"),
        Column("Keterangan", 20, _remark),
        Column(
            "Dikembalikan",
            15,
            lambda row: file_link(MARKED, content.returned, row.review.received.sha256),
            "link",
        ),
        Column("Berkas", 36, lambda row: row.review.received.name),
    )


def _advice(row: FindingRow) -> str:
    suggestion = row.finding.suggestion
    return f"{row.finding.advice} Maksud Anda: {suggestion}?" if suggestion else row.finding.advice


def _remark(row: FindingRow) -> str:
    remarks = []
    if row.version == AWAITED:
        remarks.append("versi baru, perbaikan ditunggu")
    if row.finding.trial:
        remarks.append("aturan dalam masa percobaan")
    if row.finding.waived:
        remarks.append(f"dikecualikan: {row.finding.waived}")
    return "; ".join(remarks) or "-"


def write_refused(page: Page, content: Content) -> ListExtent:
    """Berkas Bermasalah: files that could not be read as an SOP, with reason and advice."""
    page.title("Berkas Bermasalah", "Berkas yang diterima tetapi tidak dapat dibaca sebagai SOP.")
    rows = tuple(enumerate(content.refused, start=1))
    return write_table(
        page,
        REFUSED_COLUMNS,
        rows,
        name="BerkasBermasalah",
        nothing="Tidak ada berkas bermasalah.",
        frozen=2,
    )


def _told(review: Review, attribute: str) -> str:
    return "\n".join(dict.fromkeys(str(getattr(f, attribute)) for f in review.findings)) or "-"


Refused = Column[tuple[int, Review]]
REFUSED_COLUMNS: tuple[Refused, ...] = (
    Column("No", 5, lambda row: row[0], "count"),
    Column("Berkas", 54, lambda row: row[1].received.name),
    Column("Aturan", 9, lambda row: _told(row[1], "code"), "text"),
    Column("Alasan", 56, lambda row: _told(row[1], "sentence")),
    Column("Cara memperbaiki", 56, lambda row: _told(row[1], "advice")),
    Column("Ukuran (KB)", 12, lambda row: kilobytes(row[1].received.size), "count"),
    Column("Diterima", 12, lambda row: row[1].received.first_seen, "date"),
)
