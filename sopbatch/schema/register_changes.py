"""Register template, version 1: agencies and sections that were renamed, merged or split."""

from sopbatch.schema.fields import Field, FieldKind, TableSheet
from sopbatch.schema.register_units import NEEDED

CHANGES = TableSheet(
    key="changes",
    sheet="Perubahan Perangkat Daerah",
    title="Perangkat daerah dan bagian yang berganti nama, digabung, atau dipecah",
    help="Satu baris untuk setiap kode lama. SOP dan rencananya dihitung pada kode baru sejak "
    "tanggal itu; laporan sebelum tanggal itu tetap memakai nama lama.",
    columns=(
        Field(
            "since",
            "ub_sejak",
            "Berlaku sejak",
            "Hari pertama susunan yang baru.",
            FieldKind.DATE,
            required=NEEDED,
            width=19,
            example=("1 Januari 2026",),
        ),
        Field(
            "unit_code",
            "ub_kode_lama",
            "Kode lama",
            "Kode perangkat daerah sebelum perubahan.",
            FieldKind.CODE,
            required=NEEDED,
            width=16,
            example=("1.02",),
        ),
        Field(
            "unit_name",
            "ub_nama_lama",
            "Nama lama",
            "Nama perangkat daerah sebelum perubahan.",
            required=NEEDED,
            width=46,
            example=("Dinas Kesehatan dan Keluarga Berencana",),
        ),
        Field(
            "section",
            "ub_bagian_lama",
            "Bagian lama",
            "Hanya jika yang berubah satu bagian: nama bagian itu sebelum perubahan.",
            width=34,
        ),
        Field(
            "successors",
            "ub_kode_baru",
            "Kode baru",
            "Kode penggantinya; beberapa dipisahkan titik koma jika dipecah, kode yang sama jika "
            "hanya namanya yang berubah.",
            FieldKind.CODE,
            required=NEEDED,
            width=22,
            example=("1.02; 2.08",),
        ),
        Field(
            "new_sections",
            "ub_bagian_baru",
            "Bagian baru",
            "Nama bagian penggantinya; beberapa dipisahkan titik koma jika dipecah.",
            width=34,
        ),
        Field(
            "document",
            "ub_dasar",
            "Dasar",
            "Peraturan yang mengubahnya.",
            width=44,
            example=("Peraturan Daerah Nomor 1 Tahun 2025",),
        ),
    ),
    rows=40,
)
