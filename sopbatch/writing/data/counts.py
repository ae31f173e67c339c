"""Columns of what is counted of agencies and sections."""

from sopbatch.model import Completion, GroupCount, share
from sopbatch.report.content import Content
from sopbatch.report.lights import light_of
from sopbatch.schema.statuses import STATUSES
from sopbatch.writing.data.table import Cell, DataColumn, Kind

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
    ("galat", "errors", "temuan yang harus diperbaiki pada versi yang dihitung"),
    ("peringatan", "warnings", "temuan yang sebaiknya diperbaiki pada versi yang dihitung"),
)
"""Name for programs, figure of Completion, meaning."""


def figures_of(total: Completion) -> dict[str, Cell]:
    """All figures of a completion by name, with the two shares."""
    counted: dict[str, Cell] = {name: getattr(total, figure) for name, figure, _ in FIGURES}
    counted["capaian"] = share(total.planned_ratified, total.planned)
    counted["mutu_berkas"] = share(total.complete, total.received)
    return counted


def _figure(name: str, meaning: str, kind: Kind = "bilangan") -> DataColumn[GroupCount]:
    return DataColumn(name, meaning, kind, lambda row: figures_of(row.completion)[name])


def _status(label: str) -> DataColumn[GroupCount]:
    name = "status_" + label.casefold().replace(" ", "_")
    return DataColumn(
        name, f"SOP berstatus {label}", "bilangan", lambda group: group.by_status[label]
    )


GROUP_FIGURES: tuple[DataColumn[GroupCount], ...] = (
    *(_figure(name, meaning) for name, _, meaning in FIGURES),
    _figure("capaian", "selesai_dari_rencana / direncanakan; kosong tanpa rencana", "pecahan"),
    _figure("mutu_berkas", "lengkap / diterima; kosong jika belum ada yang diterima", "pecahan"),
    *(_status(status.label) for status in STATUSES),
    DataColumn(
        "berkas_terakhir", "tanggal berkas terakhir", "tanggal", lambda row: row.last_received
    ),
)
UNIT: tuple[DataColumn[GroupCount], ...] = (
    DataColumn("kode_unit", "kode perangkat daerah", "teks", lambda group: group.unit.code),
    DataColumn("perangkat_daerah", "nama perangkat daerah", "teks", lambda group: group.unit.name),
)
SECTION: DataColumn[GroupCount] = DataColumn(
    "bagian", "nama bagian; kosong untuk SOP tanpa bagian", "teks", lambda group: group.section
)


def times(content: Content) -> tuple[DataColumn[GroupCount], ...]:
    """Deadlines of a group, and how it stands."""
    day = content.as_of
    return (
        DataColumn("terlambat_sejak", "tenggat terlama", "tanggal", lambda group: group.late_since),
        DataColumn(
            "jatuh_tempo_30_hari",
            "direncanakan, belum selesai, tenggat dalam 30 hari",
            "bilangan",
            lambda group: group.due_soon,
        ),
        DataColumn("keadaan", "dalam satu kata", "teks", lambda group: light_of(group, day).word),
    )
