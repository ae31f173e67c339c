"""Which data a report gives: its content comes in, tables of the workbook's figures go out."""

from sopbatch.model import DueItem, SopAnalysis, SopLine, WeekTotals
from sopbatch.report.causes import Cause, causes
from sopbatch.report.changes import Change
from sopbatch.report.content import AWAITED, COUNTED, Content, FindingRow
from sopbatch.report.decisions import PendingDecision, what_it_awaits
from sopbatch.report.files import FileRow
from sopbatch.report.stages import stage_of
from sopbatch.schema.transparency import TRANSPARENCY
from sopbatch.writing.data.counts import FIGURES, GROUP_FIGURES, SECTION, UNIT, times
from sopbatch.writing.data.table import DataColumn, DataTable, table

LINES: tuple[DataColumn[SopLine], ...] = (
    DataColumn("kode", "kode judul rencana", "teks", lambda line: line.plan_code),
    DataColumn("judul", "Nama SOP", "teks", lambda line: line.title),
    DataColumn("kode_unit", "kode perangkat daerah", "teks", lambda line: line.unit_code),
    DataColumn("perangkat_daerah", "nama perangkat daerah", "teks", lambda line: line.unit_name),
    DataColumn("bagian", "nama bagian", "teks", lambda line: line.section),
    DataColumn("nomor", "Nomor SOP", "teks", lambda line: line.number),
    DataColumn("status", "status pada tanggal laporan", "teks", lambda line: line.status),
    DataColumn("asal_status", "yang menetapkan status", "teks", lambda line: line.status_origin),
    DataColumn("status_sejak", "kosong: tidak diketahui", "tanggal", lambda line: line.status_day),
    DataColumn(
        "status_sebelumnya", "status minggu lalu", "teks", lambda line: line.previous_status
    ),
    DataColumn("tingkat", "tingkat kelengkapan", "teks", stage_of),
    DataColumn(
        "dalam_rencana",
        "ada dalam rencana",
        "ya/tidak",
        lambda line: not (line.outside_plan or line.revoked),
    ),
    DataColumn("tenggat", "tenggat menurut rencana", "tanggal", lambda line: line.deadline),
    DataColumn("terlambat", "lewat tenggat dan belum selesai", "ya/tidak", lambda line: line.late),
    DataColumn("tanggal_efektif", "Tanggal Efektif", "tanggal", lambda line: line.effective),
    DataColumn(
        "tinjau_ulang", "tanggal peninjauan berikutnya", "tanggal", lambda line: line.review_due
    ),
    DataColumn("tahap", "tahap penyusunan terakhir", "teks", lambda line: line.drafting.step),
    DataColumn("tahap_sejak", "tanggal tahap itu", "tanggal", lambda line: line.drafting.day),
    DataColumn("dimonitor", "monitoring terakhir", "tanggal", lambda line: line.watched.monitored),
    DataColumn("dievaluasi", "evaluasi terakhir", "tanggal", lambda line: line.watched.evaluated),
    DataColumn(
        "kesimpulan", "kesimpulan evaluasi itu", "teks", lambda line: line.watched.conclusion
    ),
    DataColumn(
        "galat",
        "temuan yang harus diperbaiki pada versi yang dihitung",
        "bilangan",
        lambda line: line.errors,
    ),
    DataColumn(
        "peringatan",
        "temuan yang sebaiknya diperbaiki pada versi yang dihitung",
        "bilangan",
        lambda line: line.warnings,
    ),
    DataColumn("langkah", "jumlah langkah", "bilangan", lambda line: line.steps),
    DataColumn("waktu_terendah_menit", "menit kerja", "pecahan", lambda line: line.time.low),
    DataColumn(
        "waktu_tertinggi_menit", "kosong: tanpa batas", "pecahan", lambda line: line.time.high
    ),
    DataColumn("waktu_kalender_menit", "menit kalender", "pecahan", lambda line: line.time.elapsed),
    DataColumn("versi", "jumlah versi yang diterima", "bilangan", lambda line: line.versions),
    DataColumn("berkas", "berkas yang dihitung", "teks", lambda line: line.file_name),
    DataColumn("sha256", "kode isi berkas yang dihitung", "teks", lambda line: line.sha256),
)
DECISIONS: tuple[DataColumn[PendingDecision], ...] = (
    DataColumn("menunggu", "apa yang ditunggu SOP-nya", "teks", lambda one: one.rule.name),
    DataColumn("keputusan", "apa yang perlu diputuskan", "teks", lambda one: one.sentence),
    DataColumn("pelaku", "siapa yang bertindak", "teks", lambda one: one.owner),
    DataColumn("sop", "jumlah SOP", "bilangan", lambda one: len(one.lines)),
    DataColumn(
        "perangkat_daerah", "terbanyak, dengan kepalanya", "teks", lambda o: o.units_in_words
    ),
    DataColumn(
        "paling_lambat", "tenggat terdekat; kosong: tidak ada", "tanggal", lambda o: o.until
    ),
    DataColumn("terlambat", "jumlah SOP yang lewat tenggat", "bilangan", lambda one: one.late),
    DataColumn("terlambat_sejak", "tenggat terlama", "tanggal", lambda one: one.late_since),
    DataColumn("jika_tidak", "akibat jika tidak diputuskan", "teks", lambda one: one.otherwise),
    DataColumn("bobot", "jumlah bobot SOP-nya", "bilangan", lambda one: one.weight),
)
CHANGES: tuple[DataColumn[Change], ...] = (
    DataColumn("perubahan", "apa yang berubah", "teks", lambda change: change.kind),
    DataColumn("kode", "kode judul rencana", "teks", lambda change: change.code),
    DataColumn("judul", "Nama SOP", "teks", lambda change: change.title),
    DataColumn("perangkat_daerah", "nama perangkat daerah", "teks", lambda change: change.unit),
    DataColumn("sebelumnya", "keadaan sebelumnya", "teks", lambda change: change.before),
    DataColumn("sekarang", "keadaan sekarang", "teks", lambda change: change.after),
    DataColumn("keterangan", "sebab atau lamanya", "teks", lambda change: change.remark),
)
FINDINGS: tuple[DataColumn[FindingRow], ...] = (
    DataColumn("kode", "kode judul rencana", "teks", lambda row: row.line.plan_code),
    DataColumn("judul", "Nama SOP", "teks", lambda row: row.line.title),
    DataColumn("perangkat_daerah", "nama perangkat daerah", "teks", lambda row: row.line.unit_name),
    DataColumn("aturan", "kode aturan", "teks", lambda row: row.finding.code),
    DataColumn(
        "tingkat",
        "“galat”: harus diperbaiki; “peringatan”: sebaiknya diperbaiki; “saran”: saran",
        "teks",
        lambda r: r.finding.severity.code,
    ),
    DataColumn("menahan", "membuat SOP belum lengkap", "ya/tidak", lambda row: row.finding.blocks),
    DataColumn(
        "sel", "letak", "teks", lambda row: str(row.finding.cell) if row.finding.cell else ""
    ),
    DataColumn("uraian", "apa yang salah", "teks", lambda row: row.finding.sentence),
    DataColumn("saran", "apa yang harus dilakukan", "teks", lambda row: row.finding.advice),
    DataColumn(
        "versi",
        f"“{COUNTED}”: temuan pada versi yang dihitung; "
        f"“{AWAITED}”: temuan pada versi lebih baru yang belum dapat diterima",
        "teks",
        lambda row: row.version,
    ),
    DataColumn("berkas", "nama berkas", "teks", lambda row: row.review.received.name),
)
CAUSES: tuple[DataColumn[Cause], ...] = (
    DataColumn("aturan", "kode aturan", "teks", lambda cause: cause.code),
    DataColumn("tingkat", "tingkat terberat", "teks", lambda cause: cause.severity.code),
    DataColumn("temuan", "jumlah temuan", "bilangan", lambda cause: cause.findings),
    DataColumn("sop", "jumlah SOP", "bilangan", lambda cause: cause.sops),
    DataColumn(
        "perangkat_daerah", "jumlah perangkat daerah", "bilangan", lambda cause: cause.units
    ),
    DataColumn("bagian", "bagian dari semua temuan", "pecahan", lambda cause: cause.part),
    DataColumn("kumulatif", "bagian sampai baris ini", "pecahan", lambda cause: cause.upto),
)
DUE: tuple[DataColumn[DueItem], ...] = (
    DataColumn("kewajiban", "yang harus dilakukan", "teks", lambda item: str(item.duty)),
    DataColumn("jatuh_tempo", "tanggal", "tanggal", lambda item: item.due),
    DataColumn("sisa_hari", "hari tersisa; kosong jika lewat", "bilangan", lambda i: _if(i.days)),
    DataColumn("lewat_hari", "hari setelah tanggal itu", "bilangan", lambda i: _if(-i.days)),
    DataColumn("kelompok", "Terlambat, 0–30, 31–60, 61–90 hari", "teks", lambda i: str(i.urgency)),
    DataColumn("kode", "kode judul rencana", "teks", lambda item: item.line.plan_code),
    DataColumn("judul", "Nama SOP", "teks", lambda item: item.line.title),
    DataColumn("perangkat_daerah", "nama perangkat daerah", "teks", lambda i: i.line.unit_name),
)
WORK: tuple[DataColumn[SopAnalysis], ...] = (
    DataColumn("kode", "kode judul rencana", "teks", lambda sop: sop.plan_code),
    DataColumn("judul", "Nama SOP", "teks", lambda sop: sop.title),
    DataColumn("perangkat_daerah", "nama perangkat daerah", "teks", lambda sop: sop.unit_name),
    DataColumn("langkah", "jumlah langkah", "bilangan", lambda sop: sop.steps),
    DataColumn("pelaksana", "jumlah pelaksana", "bilangan", lambda sop: sop.actors),
    DataColumn("serah_terima", "pada alur utama", "bilangan", lambda sop: sop.handovers),
    DataColumn("keputusan", "langkah Keputusan", "bilangan", lambda sop: sop.decisions),
    DataColumn("putaran_balik", "cabang yang kembali", "bilangan", lambda sop: sop.loops),
    DataColumn("tanpa_output", "langkah tanpa output", "bilangan", lambda sop: sop.without_output),
    DataColumn("waktu_terendah_menit", "menit kerja", "pecahan", lambda sop: sop.time.low),
    DataColumn(
        "waktu_tertinggi_menit", "kosong: tanpa batas", "pecahan", lambda sop: sop.time.high
    ),
    DataColumn("waktu_kalender_menit", "menit kalender", "pecahan", lambda sop: sop.time.elapsed),
    DataColumn("langkah_jalur_utama", "semua Ya", "bilangan", lambda sop: sop.main_steps),
    DataColumn("menit_jalur_utama", "menit kerja", "pecahan", lambda sop: sop.main_time.longest),
    DataColumn("kali_median", "terhadap median unitnya", "pecahan", lambda sop: sop.ratio),
    *(
        DataColumn(
            f"aspek_{place}",
            f"KEP/26/M.PAN/2/2004: {aspect.name}; dikenali dari",
            "teks",
            lambda sop, at=place - 1: sop.aspects[at].evidence,  # type: ignore[misc]
        )
        for place, aspect in enumerate(TRANSPARENCY, start=1)
    ),
)
FILES: tuple[DataColumn[FileRow], ...] = (
    DataColumn("berkas", "nama berkas", "teks", lambda row: row.name),
    DataColumn("nasib", "apa yang terjadi dengan berkas itu", "teks", lambda row: str(row.fate)),
    DataColumn("diterima", "tanggal pertama diolah", "tanggal", lambda row: row.first_seen),
    DataColumn("ukuran", "byte", "bilangan", lambda row: row.size),
    DataColumn("keterangan", "SOP atau sebab", "teks", lambda row: row.remark),
    DataColumn("sha256", "kode isi berkas", "teks", lambda row: row.sha256),
    DataColumn("tanda_terima", "nomor tetap berkas itu", "teks", lambda row: row.number),
    DataColumn("asal", "folder masukan atau arsip", "teks", lambda row: row.origin),
    DataColumn("pengirim", "alamat pada surel pembawanya", "teks", lambda row: row.sender),
    DataColumn("tanggal_surel", "menurut surel itu", "tanggal", lambda row: row.sent),
    DataColumn("perihal", "perihal surel itu", "teks", lambda row: row.subject),
    DataColumn("id_surel", "Message-ID surel itu", "teks", lambda row: row.message_id),
    DataColumn("kiriman", "surel atau arsip pembawanya", "teks", lambda row: row.container),
    DataColumn("perangkat_daerah", "pemilik SOP, atau pengirimnya", "teks", lambda row: row.unit),
    DataColumn("kode", "kode judul rencana", "teks", lambda row: row.code),
    DataColumn("judul", "Nama SOP", "teks", lambda row: row.title),
    DataColumn("baru", "sejak laporan minggu sebelumnya", "ya/tidak", lambda row: row.new),
)
WEEKS: tuple[DataColumn[WeekTotals], ...] = (
    DataColumn("minggu", "minggu ISO", "teks", lambda week: week.week),
    DataColumn("tanggal", "tanggal laporan", "tanggal", lambda week: week.as_of),
    *(
        DataColumn(
            name,
            meaning,
            "bilangan",
            lambda week, at=figure: getattr(week.total, at),  # type: ignore[misc]
        )
        for name, figure, meaning in FIGURES
    ),
)


def _if(days: int) -> int | None:
    return days if days >= 0 else None


def tables(content: Content) -> tuple[DataTable, ...]:
    """All data of a report; rows in the order of the workbook's sheets."""
    tally = content.tally
    sops = tuple(sop for unit in tally.work for sop in unit.sops)
    groups = (*GROUP_FIGURES, *times(content))
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
            (
                *LINES,
                DataColumn("menunggu", "keputusan yang ditunggu", "teks", what_it_awaits(tally)),
            ),
            tally.lines,
        ),
        table("perubahan", "sejak laporan minggu sebelumnya", CHANGES, content.changes),
        table("temuan", "satu baris per temuan", FINDINGS, content.finding_rows),
        table("penyebab", "temuan menurut aturan", CAUSES, causes(content)),
        table("tenggat", "terlambat atau jatuh tempo dalam 90 hari", DUE, tally.due),
        table("riwayat", "jumlah setiap minggu", WEEKS, content.weeks),
        table("analisis", "proses kerja setiap SOP", WORK, sops),
        table("berkas", "hasil pengolahan setiap berkas", FILES, content.files),
    )
