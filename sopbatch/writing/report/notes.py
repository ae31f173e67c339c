"""Catatan: what the words mean, how it was counted, and proof that the totals equal the rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbatch.schema.statuses import STATUSES
from sopbatch.writing.report.charts import COLUMN as CHART_COLUMN
from sopbatch.writing.report.charts import group_figures, stage_figures, write_figures
from sopbatch.writing.report.content import AWAITED, Content
from sopbatch.writing.report.lights import LIGHTS
from sopbatch.writing.report.page import Formula, Page
from sopbatch.writing.report.table import Extent
from sopbatch.writing.report.text import count

FIRST_ROW = 4
LAST_COLUMN = 3
MATCHES, DIFFERS = "Cocok", "Tidak cocok"


@dataclass(frozen=True, slots=True)
class Extents:
    """Where each list was written."""

    units: Extent
    sections: Extent
    lines: Extent
    findings: Extent
    refused: Extent


@dataclass(frozen=True, slots=True)
class Check:
    """A total of the report against the rows it is made of."""

    title: str
    total: str
    """Cell of the total on Per Perangkat Daerah."""
    sections: str
    """Cell of the total on Per Bagian."""
    rows: str
    """Formula that counts the rows again."""
    result: int


TERMS = (
    ("Direncanakan", "judul SOP dalam daftar induk (sheet Rencana SOP), tanpa yang ditarik"),
    ("Diterima", "SOP yang paling sedikit satu berkasnya terbaca, termasuk di luar rencana"),
    ("Di luar rencana", "SOP yang diterima tetapi judulnya tidak ada dalam rencana"),
    ("Lengkap", "berkas yang dihitung terbaca dan tidak mengandung galat"),
    ("Tersusun", "lengkap dan berstatus Terverifikasi sampai dengan Dalam Revisi"),
    ("Selesai", "lengkap dan berstatus Disahkan, Berlaku, atau Dalam Revisi"),
    ("Terlambat", "direncanakan, tenggatnya sebelum tanggal laporan, dan belum selesai"),
    ("Capaian", "selesai dari rencana dibagi direncanakan; “-” bila tidak ada rencana"),
    ("Mutu berkas", "lengkap dibagi diterima; “-” bila belum ada yang diterima"),
    ("Galat", "temuan yang menahan SOP dan harus diperbaiki"),
    ("Peringatan", "temuan yang perlu diperiksa tetapi tidak menahan SOP"),
    ("Perbaikan ditunggu", "versi baru masih bergalat; versi lama yang baik tetap dihitung"),
    ("Total waktu", "jumlah waktu semua langkah dalam jam dan hari kerja; waktu kalender terpisah"),
)
COUNTING = (
    "Setiap SOP dihitung satu kali, dengan versi terbaru yang tidak mengandung galat.",
    "Status Dalam Verifikasi dan Terverifikasi berasal dari sheet Keputusan pada daftar induk.",
    "Status Perlu Perbaikan dan Berlaku ditetapkan oleh program menurut isi berkas dan tanggal.",
    "Berkas yang diterima sesudah tanggal laporan dihitung pada minggu berikutnya.",
    "0 % dan 100 % hanya ditulis bila benar-benar nol atau seluruhnya.",
    "Temuan pada versi lama yang sudah diganti tidak dihitung.",
)


def write_notes(page: Page, content: Content, extents: Extents) -> None:
    """The whole sheet: checks and terms on the left, figures of the charts on the right."""
    page.title(
        "Catatan", "Arti istilah, cara menghitung, dan bukti bahwa jumlah sama dengan baris."
    )
    for column, width in enumerate((24, 34, 34, 16, 3, 36, 16, 15, 15, 15, 15)):
        page.sheet.set_column(column, column, width)
    at = _write_facts(page, FIRST_ROW, content)
    at = _write_checks(page, at + 1, content, extents)
    at = _write_terms(page, at + 1, "Istilah", TERMS)
    at = _write_terms(page, at + 1, "Status", _statuses())
    at = _write_terms(
        page, at + 1, "Keadaan", tuple((light.word, light.meaning) for light in LIGHTS)
    )
    _write_terms(page, at + 1, "Cara menghitung", tuple(("", text) for text in COUNTING))
    if content.tally.lines:
        write_figures(page, stage_figures(content))
        write_figures(page, group_figures(content))
    page.sheet.print_area(0, 0, at + len(COUNTING) + 2, CHART_COLUMN + 5)
    page.sheet.freeze_panes(3, 0)


def _write_facts(page: Page, at: int, content: Content) -> int:
    settings = content.register.settings
    read = len(content.reviews) - len(content.refused)
    awaited = len(
        {row.review.received.sha256 for row in content.finding_rows if row.version == AWAITED}
    )
    facts = (
        ("Pemerintah daerah", settings.government),
        ("Disusun oleh", settings.organisation_bureau),
        ("Program", page.heading.version),
        ("Berkas diterima", f"{count(len(content.reviews))} berkas"),
        (
            "Terbaca sebagai SOP",
            f"{count(read)} berkas; {count(awaited)} versi baru ditunggu perbaikannya",
        ),
        ("Tidak terbaca", f"{count(len(content.refused))} berkas (sheet Berkas Bermasalah)"),
    )
    return _write_terms(page, at, "Laporan ini", facts)


def _statuses() -> tuple[tuple[str, str], ...]:
    return tuple((s.label, f"{s.meaning}; dihitung sebagai {s.counts_as}") for s in STATUSES)


def _write_terms(page: Page, at: int, title: str, terms: tuple[tuple[str, str], ...]) -> int:
    """Pairs under a heading; gives the next free row."""
    styles = page.styles
    for column in range(LAST_COLUMN + 1):
        page.put(at, column, title if column == 0 else None, styles.cell("heading"))
    for row, (term, meaning) in enumerate(terms, start=at + 1):
        if term:
            page.put(row, 0, term, styles.cell("body", "text", bold=True))
            page.merge(row, 1, LAST_COLUMN, meaning, styles.cell("body", "text"))
        else:
            page.merge(row, 0, LAST_COLUMN, meaning, styles.cell("body", "text"))
    return at + len(terms) + 1


def _write_checks(page: Page, at: int, content: Content, extents: Extents) -> int:
    """Every total against its rows, as formulas that anybody can follow."""
    styles = page.styles
    if not content.tally.lines:
        return at
    heads = ("Pencocokan", "Jumlah di laporan", "Dihitung ulang dari Daftar SOP", "Hasil")
    for column, head in enumerate(heads):
        align = "center" if column else "left"
        page.put(at, column, head, styles.cell("heading", align=align))
    row = at
    for row, check in enumerate(_checks(content, extents), start=at + 1):
        page.put(row, 0, check.title, styles.cell("body", "text", bold=True))
        for column, formula in enumerate((check.total, check.rows), start=1):
            number = styles.cell("body", "count", align="center")
            page.put(row, column, Formula(f"={formula}", check.result), number)
        ours, theirs = f"B{row + 1}={check.sections}", f"B{row + 1}=C{row + 1}"
        formula = f'=IF(AND({ours},{theirs}),"{MATCHES}","{DIFFERS}")'
        page.put(row, LAST_COLUMN, Formula(formula, MATCHES), styles.cell("body", "word", "green"))
    return row + 1


def _checks(content: Content, extents: Extents) -> Iterator[Check]:
    units, sections, lines = extents.units, extents.sections, extents.lines
    total = content.tally.total
    level = lines.body("Tingkat")
    plan = lines.body("Rencana")

    def levels(*words: str) -> str:
        return "+".join(f'COUNTIF({level},"{word}")' for word in words)

    recount = (
        ("Direncanakan", total.planned, f'COUNTIF({plan},"Ya")'),
        ("Di luar rencana", total.outside_plan, f'COUNTIF({plan},"Di luar")'),
        ("Diterima", total.received, levels("Diterima", "Lengkap", "Tersusun", "Selesai")),
        ("Lengkap", total.complete, levels("Lengkap", "Tersusun", "Selesai")),
        ("Tersusun", total.compiled, levels("Tersusun", "Selesai")),
        ("Selesai", total.ratified, levels("Selesai")),
        ("Terlambat", total.late, f'COUNTIF({lines.body("Terlambat")},"Ya")'),
        ("Galat", total.errors, f"SUM({lines.body('Galat')})"),
        ("Peringatan", total.warnings, f"SUM({lines.body('Peringatan')})"),
        *(
            (label, number, f'COUNTIF({lines.body("Status")},"{label}")')
            for label, number in content.tally.by_status.items()
        ),
    )
    for title, result, rows in recount:
        yield Check(title, units.total(title), sections.total(title), rows, result)
