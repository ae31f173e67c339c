"""Register template (daftar_induk.xlsx), version 1: the tables Biro Organisasi keeps."""

from sopbatch.model.findings import Severity
from sopbatch.schema.fields import Field, FieldKind, TableSheet
from sopbatch.schema.register_changes import CHANGES
from sopbatch.schema.register_plan import DECISIONS, PLAN
from sopbatch.schema.register_units import NEEDED, SECTIONS, UNITS, unit_code
from sopbatch.schema.settings import SETTINGS, SETTINGS_FIRST_ROW, SETTINGS_SHEET

__all__ = [
    "CHANGES",
    "DECISIONS",
    "FILE_NAME",
    "GUIDE_SHEET",
    "KIND",
    "OFF",
    "PLAN",
    "RULES",
    "SECTIONS",
    "SETTINGS",
    "SETTINGS_FIRST_ROW",
    "SETTINGS_SHEET",
    "TABLES",
    "TEMPLATE_NAMES",
    "UNITS",
    "VERSION",
    "WAIVERS",
]

KIND = "DAFTAR-INDUK"
VERSION = 1
FILE_NAME = "daftar_induk.xlsx"

GUIDE_SHEET = "Petunjuk"

OFF = "tidak diperiksa"
"""The weight of a rule that is not asked at all."""
_WEIGHTS = tuple(severity.label for severity in sorted(Severity, reverse=True))

WAIVERS = TableSheet(
    key="waivers",
    sheet="Pengecualian",
    title="Pengecualian aturan",
    help="Aturan yang untuk sementara tidak diberlakukan bagi satu perangkat daerah.",
    columns=(
        Field(
            "rule",
            "pk_aturan",
            "Kode aturan",
            "Misalnya I-06.",
            FieldKind.CODE,
            required=NEEDED,
            width=14,
            example=("I-06",),
        ),
        unit_code("pk_kode_unit", "Tanda * berarti semua perangkat daerah.", free=True),
        Field(
            "reason",
            "pk_alasan",
            "Alasan",
            "Mengapa dikecualikan.",
            required=NEEDED,
            width=60,
            example=("Menunggu tata naskah dinas yang baru",),
        ),
        Field(
            "granted_by",
            "pk_oleh",
            "Disetujui oleh",
            "Nama dan jabatan.",
            required=NEEDED,
            width=34,
            example=("Kepala Biro Organisasi",),
        ),
        Field(
            "until",
            "pk_sampai",
            "Sampai tanggal",
            "Setelah tanggal ini aturan berlaku lagi.",
            FieldKind.DATE,
            required=NEEDED,
            width=19,
            example=("31 Desember 2026",),
        ),
    ),
    rows=40,
)

RULES = TableSheet(
    key="rule_settings",
    sheet="Aturan",
    title="Penyesuaian aturan",
    help="Ubah bobot temuan suatu aturan, atau beri masa percobaan; kosongkan jika tidak diubah.",
    columns=(
        Field(
            "rule",
            "at_aturan",
            "Kode aturan",
            "Misalnya P-04.",
            FieldKind.CODE,
            required=NEEDED,
            width=14,
            example=("P-04",),
        ),
        Field(
            "severity",
            "at_tingkat",
            "Bobot",
            "Seberapa berat temuan aturan ini; kosong berarti tidak diubah.",
            FieldKind.CHOICE,
            variants=("Tingkat",),
            choices=(*_WEIGHTS, OFF),
            former={severity.code: severity.label for severity in Severity},
            width=24,
            example=("saran",),
        ),
        Field(
            "trial_until",
            "at_uji_coba",
            "Masa percobaan sampai",
            "Sampai tanggal ini temuannya tidak membuat SOP belum lengkap.",
            FieldKind.DATE,
            variants=("Uji coba sampai",),
            width=22,
            example=("31 Desember 2026",),
        ),
    ),
    rows=60,
)

TABLES: tuple[TableSheet, ...] = (UNITS, SECTIONS, PLAN, DECISIONS, WAIVERS, RULES, CHANGES)
TEMPLATE_NAMES = ("sopb_template_id", "sopb_template_version")
