"""Register template (daftar_induk.xlsx), version 1: the tables Biro Organisasi keeps."""

from sopbatch.model.findings import Severity
from sopbatch.schema.fields import Field, FieldKind, Required, TableSheet
from sopbatch.schema.settings_v1 import SETTINGS, SETTINGS_FIRST_ROW, SETTINGS_SHEET
from sopbatch.schema.statuses import REGISTER_STATUSES, WITHDRAWN

__all__ = [
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
_NEEDED = Required.DRAFT
_WEIGHTS = tuple(severity.label for severity in sorted(Severity, reverse=True))


def _unit_code(
    name: str, prompt: str = "Kode dari lembar Perangkat Daerah.", *, free: bool = False
) -> Field:
    return Field(
        "unit_code",
        name,
        "Kode unit",
        prompt,
        FieldKind.CODE,
        _NEEDED,
        free=free,
        width=14,
        choices_from="pd_kode",
    )


UNITS = TableSheet(
    "units",
    "Perangkat Daerah",
    "Daftar perangkat daerah dan biro",
    "Satu baris untuk setiap perangkat daerah; setiap biro ditulis tersendiri.",
    (
        Field(
            "code",
            "pd_kode",
            "Kode",
            "Kode perangkat daerah; setiap perangkat daerah berbeda.",
            FieldKind.CODE,
            _NEEDED,
            width=14,
        ),
        Field("name", "pd_nama", "Nama", "Nama resmi.", required=_NEEDED, width=46),
        Field(
            "parent",
            "pd_induk",
            "Kode induk",
            "Kode induknya, misalnya kode Sekretariat Daerah untuk biro; boleh kosong.",
            FieldKind.CODE,
            width=14,
            choices_from="pd_kode",
        ),
        Field("email", "pd_surel", "Surel", "Alamat untuk balasan.", width=34),
        Field(
            "head_position",
            "pd_jabatan_kepala",
            "Jabatan kepala",
            "Pejabat yang semestinya mengesahkan SOP.",
            required=_NEEDED,
            width=34,
        ),
        Field("head_name", "pd_nama_kepala", "Nama kepala", "Dengan gelar.", width=34),
        Field(
            "head_nip",
            "pd_nip_kepala",
            "NIP kepala",
            "18 angka, sebagai teks.",
            FieldKind.CODE,
            width=24,
        ),
        Field("aliases", "pd_sebutan", "Sebutan lain", "Pisahkan dengan titik koma.", width=34),
        Field(
            "simplified",
            "pd_disederhanakan",
            "Sudah disederhanakan",
            "Ya jika jabatan Kasubbag dan Kasi sudah dihapus.",
            FieldKind.CHOICE,
            choices=("Ya", "Tidak"),
            width=16,
        ),
    ),
    80,
)

SECTIONS = TableSheet(
    "sections",
    "Bagian",
    "Bagian dan bidang",
    "Isi hanya untuk perangkat daerah yang SOP-nya dihitung per bagian.",
    (
        _unit_code("bg_kode_unit"),
        Field(
            "code",
            "bg_kode",
            "Kode bagian",
            "Singkatan, misalnya TL.",
            FieldKind.CODE,
            _NEEDED,
            width=14,
        ),
        Field("name", "bg_nama", "Nama bagian", "Nama resmi.", required=_NEEDED, width=46),
        Field("aliases", "bg_sebutan", "Sebutan lain", "Pisahkan dengan titik koma.", width=46),
    ),
    120,
)

PLAN = TableSheet(
    "plan",
    "Rencana SOP",
    "Daftar inventarisasi judul SOP",
    "Satu baris untuk setiap SOP yang direncanakan. Kode tidak boleh diubah.",
    (
        Field(
            "code",
            "rc_kode",
            "Kode",
            "Kode tetap, misalnya TL-01.",
            FieldKind.CODE,
            _NEEDED,
            width=12,
        ),
        _unit_code("rc_kode_unit"),
        Field(
            "section",
            "rc_bagian",
            "Bagian",
            "Nama atau kode bagian; kosong jika perangkat daerahnya tanpa bagian.",
            width=28,
            free=True,
            choices_from="bg_nama",
        ),
        Field(
            "title",
            "rc_judul",
            "Judul SOP",
            "Tanpa kata “SOP” di depan.",
            required=_NEEDED,
            width=60,
        ),
        Field(
            "deadline",
            "rc_tenggat",
            "Tenggat",
            "Tanggal SOP harus selesai.",
            FieldKind.DATE,
            width=16,
        ),
        Field(
            "nature",
            "rc_sifat",
            "Sifat",
            "Administratif atau Teknis.",
            FieldKind.CHOICE,
            choices=("Administratif", "Teknis"),
            width=16,
        ),
        Field(
            "function", "rc_fungsi", "Tugas/fungsi", "Tugas atau fungsi yang melandasi.", width=44
        ),
        Field(
            "owner",
            "rc_penanggung_jawab",
            "Penanggung jawab",
            "Jabatan, misalnya Kepala Bidang.",
            width=34,
        ),
        Field(
            "withdrawn",
            "rc_ditarik",
            "Ditarik",
            "Ya jika judul dibatalkan dari rencana.",
            FieldKind.CHOICE,
            choices=("Ya", "Tidak"),
            width=10,
        ),
        Field(
            "other_titles",
            "rc_judul_lain",
            "Judul lain",
            "Judul lain yang dipakai untuk SOP ini. Pisahkan dengan titik koma.",
            width=44,
        ),
    ),
    400,
)

DECISIONS = TableSheet(
    "decisions",
    "Keputusan",
    "Keputusan Biro Organisasi",
    "Satu baris setiap kali Biro Organisasi menetapkan status; baris paling bawah yang berlaku.",
    (
        Field(
            "plan_code",
            "kp_kode",
            "Kode SOP",
            "Kode dari lembar Rencana SOP; untuk Ditarik: tanda terima berkas, TT-261002-7K3QF2.",
            FieldKind.CODE,
            _NEEDED,
            free=True,
            width=18,
            choices_from="rc_kode",
        ),
        Field(
            "status",
            "kp_status",
            "Status",
            "Pilih status; Ditarik hanya untuk berkas yang keliru dikirim.",
            FieldKind.CHOICE,
            _NEEDED,
            choices=(*(status.label for status in REGISTER_STATUSES), WITHDRAWN),
            width=20,
        ),
        Field(
            "decided",
            "kp_tanggal",
            "Tanggal",
            "Tanggal keputusan.",
            FieldKind.DATE,
            _NEEDED,
            width=16,
        ),
        Field(
            "document",
            "kp_dokumen",
            "Nomor berita acara",
            "Nomor berita acara verifikasi.",
            FieldKind.CODE,
            width=30,
        ),
        Field("note", "kp_catatan", "Catatan", "Alasan atau keterangan.", width=60),
        Field(
            "decided_by",
            "kp_oleh",
            "Oleh",
            "Siapa yang memutuskan; wajib untuk Ditarik.",
            width=34,
        ),
    ),
    200,
)

WAIVERS = TableSheet(
    "waivers",
    "Pengecualian",
    "Pengecualian aturan",
    "Aturan yang untuk sementara tidak diberlakukan bagi satu perangkat daerah.",
    (
        Field(
            "rule", "pk_aturan", "Kode aturan", "Misalnya I-06.", FieldKind.CODE, _NEEDED, width=14
        ),
        _unit_code("pk_kode_unit", "Tanda * berarti semua perangkat daerah.", free=True),
        Field("reason", "pk_alasan", "Alasan", "Mengapa dikecualikan.", required=_NEEDED, width=60),
        Field(
            "granted_by",
            "pk_oleh",
            "Disetujui oleh",
            "Nama dan jabatan.",
            required=_NEEDED,
            width=34,
        ),
        Field(
            "until",
            "pk_sampai",
            "Sampai tanggal",
            "Setelah tanggal ini aturan berlaku lagi.",
            FieldKind.DATE,
            _NEEDED,
            width=16,
        ),
    ),
    40,
)

RULES = TableSheet(
    "rule_settings",
    "Aturan",
    "Penyesuaian aturan",
    "Ubah bobot temuan suatu aturan, atau beri masa percobaan; kosongkan jika tidak diubah.",
    (
        Field(
            "rule", "at_aturan", "Kode aturan", "Misalnya P-04.", FieldKind.CODE, _NEEDED, width=14
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
        ),
        Field(
            "trial_until",
            "at_uji_coba",
            "Masa percobaan sampai",
            "Sampai tanggal ini temuannya tidak membuat SOP belum lengkap.",
            FieldKind.DATE,
            variants=("Uji coba sampai",),
            width=22,
        ),
    ),
    60,
)

TABLES: tuple[TableSheet, ...] = (UNITS, SECTIONS, PLAN, DECISIONS, WAIVERS, RULES)
TEMPLATE_NAMES = ("sopb_template_id", "sopb_template_version")
