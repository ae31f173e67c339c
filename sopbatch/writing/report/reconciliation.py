"""Rekonsiliasi: every total of the report against the rows it is made of, by formulas."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from sopbatch.model import Duty, GroupCount, Urgency
from sopbatch.report.content import Content
from sopbatch.report.files import READ, FileFate
from sopbatch.writing.report.lists import DETAILS
from sopbatch.writing.report.page import Formula, Page
from sopbatch.writing.report.recount import filled_in, rows_of, sum_of
from sopbatch.writing.report.table import HEAD_ROW, ListExtent

MATCHES, DIFFERS = "Cocok", "Tidak cocok"
RESULT_COLUMN = 3
COLUMNS = (
    ("Pencocokan", 34),
    ("Angka di laporan", 12),
    ("Dihitung ulang", 12),
    ("Hasil", 15),
    ("Cara menghitung ulang", 78),
)
"""Heads with widths in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extents:
    """Where each list was written."""

    lines: ListExtent
    findings: ListExtent
    causes: ListExtent
    refused: ListExtent
    files: ListExtent
    weeks: ListExtent
    work: ListExtent


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A figure of the report against the rows it is made of; formulas without "="."""

    title: str
    ours: str
    rows: str
    result: int
    how: str
    also: str = ""
    """A third formula that must give the same."""


Checks = tuple[tuple[str, tuple[Check, ...]], ...]
"""Groups of checks under their headings."""


def write_reconciliation(page: Page, content: Content, extents: Extents) -> None:
    """The checks, group by group, and whether all of them hold."""
    page.title("Rekonsiliasi", "Setiap angka laporan dihitung ulang dari barisnya dengan rumus.")
    _write_checks(page, _checks(content, extents))


def _write_checks(page: Page, checks: Checks) -> None:
    styles = page.styles
    for column, (head, width) in enumerate(COLUMNS):
        page.sheet.set_column(column, column, width)
        page.put(HEAD_ROW, column, head, styles.cell("head"))
    page.sheet.set_row(HEAD_ROW, 26)
    page.sheet.repeat_rows(HEAD_ROW)
    at = HEAD_ROW + 1
    for heading, group in checks:
        for column in range(len(COLUMNS)):
            text = heading if column == 0 else None
            page.put(at, column, text, styles.cell("subtotal"))
        for row, check in enumerate(group, start=at + 1):
            _write_check(page, row, check)
        at += len(group) + 1
    cells = f"D{HEAD_ROW + 2}:D{at}"
    formula = f'=IF(COUNTIF({cells},"{DIFFERS}")=0,"Semua cocok","Ada yang tidak cocok")'
    style = styles.cell("plain", "word", "green", bold=True)
    page.put(HEAD_ROW - 1, RESULT_COLUMN, Formula(formula, "Semua cocok"), style)


def _write_check(page: Page, at: int, check: Check) -> None:
    styles = page.styles
    page.put(at, 0, check.title, styles.cell("body", "text", indent=1))
    number = styles.cell("body", "count", align="center")
    for column, formula in enumerate((check.ours, check.rows), start=1):
        page.put(at, column, Formula(f"={formula}", check.result), number)
    same = f"B{at + 1}=C{at + 1}"
    if check.also:
        same = f"AND({same},B{at + 1}={check.also})"
    formula = f'=IF({same},"{MATCHES}","{DIFFERS}")'
    style = styles.cell("body", "word", "green")
    page.put(at, RESULT_COLUMN, Formula(formula, MATCHES), style)
    page.sheet.conditional_format(
        at, RESULT_COLUMN, at, RESULT_COLUMN, page.styles.differs(DIFFERS)
    )
    page.put(at, RESULT_COLUMN + 1, check.how, styles.cell("detail"))


def _checks(content: Content, extents: Extents) -> Checks:
    groups = [("Berkas", tuple(_file_checks(content, extents)))]
    if content.tally.lines:
        groups += [
            ("Rencana, tahap, dan temuan", tuple(_level_checks(content, extents))),
            ("Status", tuple(_status_checks(content, extents))),
            ("Lembar lain", tuple(_sheet_checks(content, extents))),
        ]
    return tuple(groups)


def _file_checks(content: Content, extents: Extents) -> Iterator[Check]:
    files, listed = content.files, extents.files

    def fates(*wanted: FileFate) -> str:
        if not files:
            return "0"
        return "+".join(f'COUNTIF({listed.body("Hasil pengolahan")},"{fate}")' for fate in wanted)

    def number(*wanted: FileFate) -> int:
        return sum(row.fate in wanted for row in files)

    whole = f"ROWS({listed.body('Berkas')})" if files else "0"
    yield Check(
        title="Berkas yang diterima",
        ours=whole,
        rows=fates(*FileFate),
        result=len(files),
        how=(
            "semua hasil pengolahan pada Berkas Diterima: terbaca, salinan, ditolak, dan seterusnya"
        ),
    )
    yield Check(
        title="Terbaca sebagai SOP",
        ours=fates(*READ),
        rows=sum_of(extents.lines, "Jumlah versi"),
        result=number(*READ),
        how=f"jumlah versi pada {DETAILS}",
    )
    yield Check(
        title="Dihitung",
        ours=fates(FileFate.COUNTED),
        rows=filled_in(extents.lines, "Berkas"),
        result=number(FileFate.COUNTED),
        how=f"baris {DETAILS} yang mempunyai berkas",
    )
    yield Check(
        title="Ditolak",
        ours=fates(FileFate.REFUSED),
        rows=rows_of(extents.refused, "Berkas"),
        result=number(FileFate.REFUSED),
        how="baris Berkas Bermasalah",
    )


def _level_checks(content: Content, extents: Extents) -> Iterator[Check]:
    lines = extents.lines
    level, plan = lines.body("Tahap"), lines.body("Rencana")

    def levels(*words: str) -> str:
        return "+".join(f'COUNTIF({level},"{word}")' for word in words)

    recount = (
        ("Direncanakan", "planned", f'COUNTIF({plan},"Ya")'),
        ("Di luar rencana", "outside_plan", f'COUNTIF({plan},"Di luar")'),
        ("Dicabut dari rencana", "revoked", f'COUNTIF({plan},"Dicabut")'),
        ("Diterima", "received", levels("Diterima", "Lengkap", "Tersusun", "Selesai")),
        ("Lengkap", "complete", levels("Lengkap", "Tersusun", "Selesai")),
        ("Tersusun", "compiled", levels("Tersusun", "Selesai")),
        ("Selesai", "ratified", levels("Selesai")),
        ("Terlambat", "late", f'COUNTIF({lines.body("Terlambat")},"Ya")'),
        ("Harus diperbaiki", "errors", sum_of(lines, "Harus diperbaiki")),
        ("Sebaiknya diperbaiki", "warnings", sum_of(lines, "Sebaiknya diperbaiki")),
    )
    for title, figure, rows in recount:
        yield _against_groups(title, rows, content, partial(_counted, figure=figure))
    yield Check(
        title="Menunggu keputusan",
        ours=str(sum(len(decision.lines) for decision in content.pending)),
        rows=filled_in(lines, "Menunggu"),
        result=sum(len(decision.lines) for decision in content.pending),
        how=f"keputusan pada Ringkasan terhadap baris {DETAILS}",
    )


def _status_checks(content: Content, extents: Extents) -> Iterator[Check]:
    status = extents.lines.body("Status")
    for label in content.tally.by_status:
        rows = f'COUNTIF({status},"{label}")'
        yield _against_groups(label, rows, content, partial(_standing, label=label))


def _against_groups(
    title: str, rows: str, content: Content, figure: Callable[[GroupCount], int]
) -> Check:
    """What the report says of all units, and of all sections, against the rows."""
    units = sum(figure(unit) for unit in content.tally.units)
    return Check(
        title=title,
        ours=str(units),
        rows=rows,
        result=units,
        how=f"Per Perangkat Daerah dan Per Bagian terhadap baris {DETAILS}",
        also=str(sum(figure(section) for section in content.tally.sections)),
    )


def _standing(group: GroupCount, label: str) -> int:
    return group.by_status[label]


def _counted(group: GroupCount, figure: str) -> int:
    return int(getattr(group.completion, figure))


def _sheet_checks(content: Content, extents: Extents) -> Iterator[Check]:
    tally = content.tally
    found = len(content.finding_rows)
    yield Check(
        title="Temuan menurut penyebab",
        ours=sum_of(extents.causes, "Temuan"),
        rows=rows_of(extents.findings, "Aturan"),
        result=found,
        how="baris Temuan terhadap jumlah pada Penyebab",
    )
    late = sum(one.duty is Duty.RATIFY and one.urgency is Urgency.LATE for one in tally.due)
    yield Check(
        title="Terlambat pada Tenggat",
        ours=str(late),
        rows=f'COUNTIF({extents.lines.body("Terlambat")},"Ya")',
        result=late,
        how=f"Tenggat terhadap baris {DETAILS}",
    )
    steps = sum(sop.steps for unit in tally.work for sop in unit.sops)
    minutes = sum(sop.time.low for unit in tally.work for sop in unit.sops)
    if tally.work:
        yield Check(
            title="Langkah pada Analisis",
            ours=extents.work.total("Langkah"),
            rows=sum_of(extents.lines, "Langkah"),
            result=steps,
            how=f"jumlah langkah pada {DETAILS}",
        )
        yield Check(
            title="Waktu terendah (menit) pada Analisis",
            ours=f"ROUND({extents.work.total('Terendah')}*60,0)",
            rows=f"ROUND({sum_of(extents.lines, 'Waktu terendah (menit)')},0)",
            result=round(minutes),
            how=f"jumlah menit pada {DETAILS}",
        )
    for title, result in (
        ("Diterima", tally.total.received),
        ("Selesai", tally.total.ratified),
        ("Harus diperbaiki", tally.total.errors),
    ):
        yield Check(
            title=f"{title} pada Riwayat",
            ours=extents.weeks.last_cell(title),
            rows=str(result),
            result=result,
            how="baris terakhir Riwayat terhadap Ringkasan",
        )
