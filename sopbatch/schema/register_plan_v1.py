"""Register template, version 1: the planned titles, and what Biro Organisasi decided on them."""

from sopbatch.schema.fields import Field, FieldKind, TableSheet
from sopbatch.schema.register_units_v1 import NEEDED, unit_code
from sopbatch.schema.statuses import REGISTER_STATUSES, WITHDRAWN

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
            NEEDED,
            width=12,
            example=("TL-01",),
        ),
        unit_code("rc_kode_unit"),
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
            required=NEEDED,
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
            "Sebutan lain",
            "Judul lain yang dipakai untuk SOP ini. Pisahkan dengan titik koma.",
            variants=("Judul lain",),
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
            NEEDED,
            free=True,
            width=18,
            choices_from="rc_kode",
            example=("TL-01",),
        ),
        Field(
            "status",
            "kp_status",
            "Status",
            "Pilih status; Ditarik hanya untuk berkas yang keliru dikirim.",
            FieldKind.CHOICE,
            NEEDED,
            choices=(*(status.label for status in REGISTER_STATUSES), WITHDRAWN),
            width=20,
        ),
        Field(
            "decided",
            "kp_tanggal",
            "Tanggal",
            "Tanggal keputusan.",
            FieldKind.DATE,
            NEEDED,
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
