"""Which data a report gives: its content comes in, tables of the workbook's figures go out."""

from collections.abc import Callable

from sopbatch.model import Completion, DueItem, GroupCount, SopAnalysis, SopLine, WeekTotals, share
from sopbatch.report.changes import Change
from sopbatch.report.decisions import PendingDecision, what_it_awaits
from sopbatch.report.files import FileRow
from sopbatch.report.lights import light_of
from sopbatch.schema.statuses import STATUSES
from sopbatch.schema.transparency import TRANSPARENCY
from sopbatch.writing.data.table import Cell, DataTable, Field, Kind, table
from sopbatch.writing.report.causes import Cause, causes
from sopbatch.writing.report.content import Content, FindingRow
from sopbatch.writing.report.lists import level

FIGURES = (
    ("direncanakan", "planned", "judul dalam rencana"),
    ("diterima", "received", "SOP yang paling sedikit satu berkasnya terbaca"),
    ("di_luar_rencana", "outside_plan", "SOP diterima yang tidak ada dalam rencana"),
    ("dicabut_dari_rencana", "revoked", "judul rencana yang dicabut dengan keputusan"),
    ("lengkap", "complete", "SOP terbaca dan tidak ada yang harus diperbaiki"),
    ("tersusun", "compiled", "SOP lengkap berstatus Terverifikasi sampai Dalam Revisi"),
    ("selesai", "ratified", "SOP lengkap berstatus Disahkan, Berlaku, atau Dalam Revisi"),
    ("lengkap_dari_rencana", "planned_complete", "lengkap di antara yang direncanakan"),
    ("tersusun_dari_rencana", "planned_compiled", "tersusun di antara yang direncanakan"),
    ("selesai_dari_rencana", "planned_ratified", "selesai di antara yang direncanakan"),
    ("dalam_masa_tinjau", "within_review", "selesai dan tanggal peninjauannya belum lewat"),
    ("perlu_perbaikan", "to_correct", "SOP berstatus Perlu Perbaikan"),
    ("terlambat", "late", "direncanakan, lewat tenggat, dan belum selesai"),
    ("galat", "errors", "temuan yang harus diperbaiki"),
    ("peringatan", "warnings", "temuan yang sebaiknya diperbaiki"),
)
"""Name for programs, figure of Completion, meaning."""


def figures_of(total: Completion) -> dict[str, Cell]:
    """All figures of a completion by name, with the two shares."""
    counted: dict[str, Cell] = {name: getattr(total, figure) for name, figure, _ in FIGURES}
    counted["capaian"] = share(total.planned_ratified, total.planned)
    counted["mutu_berkas"] = share(total.complete, total.received)
    return counted


def _figures(completion: Callable[[GroupCount], Completion]) -> tuple[Field[GroupCount], ...]:
    def figure(name: str, meaning: str) -> Field[GroupCount]:
        kind: Kind = "pecahan" if name in ("capaian", "mutu_berkas") else "bilangan"
        return Field(name, meaning, kind, lambda row: figures_of(completion(row))[name])

    return (
        *(figure(name, meaning) for name, _, meaning in FIGURES),
        figure("capaian", "selesai_dari_rencana / direncanakan; kosong tanpa rencana"),
        figure("mutu_berkas", "lengkap / diterima; kosong jika belum ada yang diterima"),
    )


def _status(label: str) -> Field[GroupCount]:
    name = "status_" + label.casefold().replace(" ", "_")
    return Field(name, f"SOP berstatus {label}", "bilangan", lambda group: group.by_status[label])


GROUP_FIGURES: tuple[Field[GroupCount], ...] = (
    *_figures(lambda group: group.completion),
    *(_status(status.label) for status in STATUSES),
    Field("berkas_terakhir", "tanggal berkas terakhir", "tanggal", lambda row: row.last_received),
)
UNIT: tuple[Field[GroupCount], ...] = (
    Field("kode_unit", "kode perangkat daerah", "teks", lambda group: group.unit.code),
    Field("perangkat_daerah", "nama perangkat daerah", "teks", lambda group: group.unit.name),
)
SECTION: Field[GroupCount] = Field(
    "bagian", "nama bagian; kosong untuk SOP tanpa bagian", "teks", lambda group: group.section
)
LINES: tuple[Field[SopLine], ...] = (
    Field("kode", "kode judul rencana", "teks", lambda line: line.plan_code),
    Field("judul", "Nama SOP", "teks", lambda line: line.title),
    Field("kode_unit", "kode perangkat daerah", "teks", lambda line: line.unit_code),
    Field("perangkat_daerah", "nama perangkat daerah", "teks", lambda line: line.unit_name),
    Field("bagian", "nama bagian", "teks", lambda line: line.section),
    Field("nomor", "Nomor SOP", "teks", lambda line: line.number),
    Field("status", "status pada tanggal laporan", "teks", lambda line: line.status),
    Field("asal_status", "yang menetapkan status", "teks", lambda line: line.status_origin),
    Field("status_sejak", "kosong: tidak diketahui", "tanggal", lambda line: line.status_day),
    Field("status_sebelumnya", "status minggu lalu", "teks", lambda line: line.previous_status),
    Field("tingkat", "tingkat kelengkapan", "teks", level),
    Field(
        "dalam_rencana",
        "ada dalam rencana",
        "ya/tidak",
        lambda line: not (line.outside_plan or line.revoked),
    ),
    Field("tenggat", "tenggat menurut rencana", "tanggal", lambda line: line.deadline),
    Field("terlambat", "lewat tenggat dan belum selesai", "ya/tidak", lambda line: line.late),
    Field("tanggal_efektif", "Tanggal Efektif", "tanggal", lambda line: line.effective),
    Field("tinjau_ulang", "tanggal peninjauan berikutnya", "tanggal", lambda line: line.review_due),
    Field("tahap", "tahap penyusunan terakhir", "teks", lambda line: line.drafting.step),
    Field("tahap_sejak", "tanggal tahap itu", "tanggal", lambda line: line.drafting.day),
    Field("dimonitor", "monitoring terakhir", "tanggal", lambda line: line.watched.monitored),
    Field("dievaluasi", "evaluasi terakhir", "tanggal", lambda line: line.watched.evaluated),
    Field("kesimpulan", "kesimpulan evaluasi itu", "teks", lambda line: line.watched.conclusion),
    Field("galat", "temuan yang harus diperbaiki", "bilangan", lambda line: line.errors),
    Field("peringatan", "temuan yang sebaiknya diperbaiki", "bilangan", lambda line: line.warnings),
    Field("langkah", "jumlah langkah", "bilangan", lambda line: line.steps),
    Field("waktu_terendah_menit", "menit kerja", "pecahan", lambda line: line.time.low),
    Field("waktu_tertinggi_menit", "kosong: tanpa batas", "pecahan", lambda line: line.time.high),
    Field("waktu_kalender_menit", "menit kalender", "pecahan", lambda line: line.time.elapsed),
    Field("versi", "jumlah versi yang diterima", "bilangan", lambda line: line.versions),
    Field("berkas", "berkas yang dihitung", "teks", lambda line: line.file_name),
    Field("sha256", "kode isi berkas yang dihitung", "teks", lambda line: line.sha256),
)
DECISIONS: tuple[Field[PendingDecision], ...] = (
    Field("menunggu", "apa yang ditunggu SOP-nya", "teks", lambda one: one.rule.name),
    Field("keputusan", "apa yang perlu diputuskan", "teks", lambda one: one.sentence),
    Field("pelaku", "siapa yang bertindak", "teks", lambda one: one.owner),
    Field("sop", "jumlah SOP", "bilangan", lambda one: len(one.lines)),
    Field("perangkat_daerah", "terbanyak, dengan kepalanya", "teks", lambda o: o.units_in_words),
    Field("paling_lambat", "tenggat terdekat; kosong: tidak ada", "tanggal", lambda o: o.until),
    Field("terlambat", "jumlah SOP yang lewat tenggat", "bilangan", lambda one: one.late),
    Field("terlambat_sejak", "tenggat terlama", "tanggal", lambda one: one.late_since),
    Field("jika_tidak", "akibat jika tidak diputuskan", "teks", lambda one: one.otherwise),
    Field("bobot", "jumlah bobot SOP-nya", "bilangan", lambda one: one.weight),
)
CHANGES: tuple[Field[Change], ...] = (
    Field("perubahan", "apa yang berubah", "teks", lambda change: change.kind),
    Field("kode", "kode judul rencana", "teks", lambda change: change.code),
    Field("judul", "Nama SOP", "teks", lambda change: change.title),
    Field("perangkat_daerah", "nama perangkat daerah", "teks", lambda change: change.unit),
    Field("sebelumnya", "keadaan sebelumnya", "teks", lambda change: change.before),
    Field("sekarang", "keadaan sekarang", "teks", lambda change: change.after),
    Field("keterangan", "sebab atau lamanya", "teks", lambda change: change.remark),
)
FINDINGS: tuple[Field[FindingRow], ...] = (
    Field("kode", "kode judul rencana", "teks", lambda row: row.line.plan_code),
    Field("judul", "Nama SOP", "teks", lambda row: row.line.title),
    Field("perangkat_daerah", "nama perangkat daerah", "teks", lambda row: row.line.unit_name),
    Field("aturan", "kode aturan", "teks", lambda row: row.finding.code),
    Field(
        "tingkat",
        "“galat”: harus diperbaiki; “peringatan”: sebaiknya diperbaiki; “saran”: saran",
        "teks",
        lambda r: r.finding.severity.code,
    ),
    Field("menahan", "membuat SOP belum lengkap", "ya/tidak", lambda row: row.finding.blocks),
    Field("sel", "letak", "teks", lambda row: str(row.finding.cell) if row.finding.cell else ""),
    Field("uraian", "apa yang salah", "teks", lambda row: row.finding.sentence),
    Field("saran", "apa yang harus dilakukan", "teks", lambda row: row.finding.advice),
    Field("versi", "versi tempat temuan itu", "teks", lambda row: row.version),
    Field("berkas", "nama berkas", "teks", lambda row: row.review.received.name),
)
CAUSES: tuple[Field[Cause], ...] = (
    Field("aturan", "kode aturan", "teks", lambda cause: cause.code),
    Field("tingkat", "tingkat terberat", "teks", lambda cause: cause.severity.code),
    Field("temuan", "jumlah temuan", "bilangan", lambda cause: cause.findings),
    Field("sop", "jumlah SOP", "bilangan", lambda cause: cause.sops),
    Field("perangkat_daerah", "jumlah perangkat daerah", "bilangan", lambda cause: cause.units),
    Field("bagian", "bagian dari semua temuan", "pecahan", lambda cause: cause.part),
    Field("kumulatif", "bagian sampai baris ini", "pecahan", lambda cause: cause.upto),
)
DUE: tuple[Field[DueItem], ...] = (
    Field("kewajiban", "yang harus dilakukan", "teks", lambda item: str(item.duty)),
    Field("jatuh_tempo", "tanggal", "tanggal", lambda item: item.due),
    Field("sisa_hari", "hari tersisa; kosong jika lewat", "bilangan", lambda i: _if(i.days)),
    Field("lewat_hari", "hari setelah tanggal itu", "bilangan", lambda i: _if(-i.days)),
    Field("kelompok", "Terlambat, 0–30, 31–60, 61–90 hari", "teks", lambda i: str(i.urgency)),
    Field("kode", "kode judul rencana", "teks", lambda item: item.line.plan_code),
    Field("judul", "Nama SOP", "teks", lambda item: item.line.title),
    Field("perangkat_daerah", "nama perangkat daerah", "teks", lambda i: i.line.unit_name),
)
WORK: tuple[Field[SopAnalysis], ...] = (
    Field("kode", "kode judul rencana", "teks", lambda sop: sop.plan_code),
    Field("judul", "Nama SOP", "teks", lambda sop: sop.title),
    Field("perangkat_daerah", "nama perangkat daerah", "teks", lambda sop: sop.unit_name),
    Field("langkah", "jumlah langkah", "bilangan", lambda sop: sop.steps),
    Field("pelaksana", "jumlah pelaksana", "bilangan", lambda sop: sop.actors),
    Field("serah_terima", "pada alur utama", "bilangan", lambda sop: sop.handovers),
    Field("keputusan", "langkah Keputusan", "bilangan", lambda sop: sop.decisions),
    Field("putaran_balik", "cabang yang kembali", "bilangan", lambda sop: sop.loops),
    Field("tanpa_output", "langkah tanpa output", "bilangan", lambda sop: sop.without_output),
    Field("waktu_terendah_menit", "menit kerja", "pecahan", lambda sop: sop.time.low),
    Field("waktu_tertinggi_menit", "kosong: tanpa batas", "pecahan", lambda sop: sop.time.high),
    Field("waktu_kalender_menit", "menit kalender", "pecahan", lambda sop: sop.time.elapsed),
    Field("langkah_jalur_utama", "semua Ya", "bilangan", lambda sop: sop.main_steps),
    Field("menit_jalur_utama", "menit kerja", "pecahan", lambda sop: sop.main_time.longest),
    Field("kali_median", "terhadap median unitnya", "pecahan", lambda sop: sop.ratio),
    *(
        Field(
            f"aspek_{place}",
            f"KEP/26/M.PAN/2/2004: {aspect.name}; dikenali dari",
            "teks",
            lambda sop, at=place - 1: sop.aspects[at].evidence,  # type: ignore[misc]
        )
        for place, aspect in enumerate(TRANSPARENCY, start=1)
    ),
)
FILES: tuple[Field[FileRow], ...] = (
    Field("berkas", "nama berkas", "teks", lambda row: row.name),
    Field("nasib", "apa yang terjadi dengan berkas itu", "teks", lambda row: str(row.fate)),
    Field("diterima", "tanggal pertama diolah", "tanggal", lambda row: row.first_seen),
    Field("ukuran", "byte", "bilangan", lambda row: row.size),
    Field("keterangan", "SOP atau sebab", "teks", lambda row: row.remark),
    Field("sha256", "kode isi berkas", "teks", lambda row: row.sha256),
    Field("tanda_terima", "nomor tetap berkas itu", "teks", lambda row: row.number),
    Field("asal", "folder masukan atau arsip", "teks", lambda row: row.origin),
    Field("pengirim", "alamat pada surel pembawanya", "teks", lambda row: row.sender),
    Field("tanggal_surel", "menurut surel itu", "tanggal", lambda row: row.sent),
    Field("perihal", "perihal surel itu", "teks", lambda row: row.subject),
    Field("id_surel", "Message-ID surel itu", "teks", lambda row: row.message_id),
    Field("kiriman", "surel atau arsip pembawanya", "teks", lambda row: row.container),
    Field("perangkat_daerah", "pemilik SOP, atau pengirimnya", "teks", lambda row: row.unit),
    Field("kode", "kode judul rencana", "teks", lambda row: row.code),
    Field("judul", "Nama SOP", "teks", lambda row: row.title),
    Field("baru", "sejak laporan minggu sebelumnya", "ya/tidak", lambda row: row.new),
)
WEEKS: tuple[Field[WeekTotals], ...] = (
    Field("minggu", "minggu ISO", "teks", lambda week: week.week),
    Field("tanggal", "tanggal laporan", "tanggal", lambda week: week.as_of),
    *(
        Field(
            name,
            meaning,
            "bilangan",
            lambda week, at=figure: getattr(week.total, at),  # type: ignore[misc]
        )
        for name, figure, meaning in FIGURES
    ),
)


def _times(content: Content) -> tuple[Field[GroupCount], ...]:
    day = content.as_of
    return (
        Field("terlambat_sejak", "tenggat terlama", "tanggal", lambda group: group.late_since),
        Field(
            "jatuh_tempo_30_hari",
            "direncanakan, belum selesai, tenggat dalam 30 hari",
            "bilangan",
            lambda group: group.due_soon,
        ),
        Field("keadaan", "dalam satu kata", "teks", lambda group: light_of(group, day).word),
    )


def _if(days: int) -> int | None:
    return days if days >= 0 else None


def tables(content: Content) -> tuple[DataTable, ...]:
    """All data of a report; rows in the order of the workbook's sheets."""
    tally = content.tally
    sops = tuple(sop for unit in tally.work for sop in unit.sops)
    groups = (*GROUP_FIGURES, *_times(content))
    return (
        table("keputusan", "terberat lebih dahulu", DECISIONS, content.pending),
        table(
            "per_perangkat_daerah",
            "satu baris per perangkat daerah",
            (*UNIT, *groups),
            tally.units,
        ),
        table(
            "per_bagian",
            "satu baris per bagian",
            (*UNIT, SECTION, *groups),
            tally.sections,
        ),
        table(
            "daftar_sop",
            "satu baris per judul rencana dan SOP diterima",
            (*LINES, Field("menunggu", "keputusan yang ditunggu", "teks", what_it_awaits(tally))),
            tally.lines,
        ),
        table("perubahan", "sejak laporan minggu sebelumnya", CHANGES, content.changes),
        table("temuan", "satu baris per temuan", FINDINGS, content.finding_rows),
        table("penyebab", "temuan menurut aturan", CAUSES, causes(content.finding_rows)),
        table("tenggat", "terlambat atau jatuh tempo dalam 90 hari", DUE, tally.due),
        table("riwayat", "jumlah setiap minggu", WEEKS, content.weeks),
        table("analisis", "proses kerja setiap SOP", WORK, sops),
        table("berkas", "hasil pengolahan setiap berkas", FILES, content.files),
    )
