"""The workbook that proposes lines of the plan, with the columns of Rencana SOP."""

from dataclasses import replace

from sopbatch.schema.fields import Field, TableSheet
from sopbatch.schema.register_plan import PLAN

NOTE = Field("note", "us_catatan", "Catatan", "Yang perlu diketahui; tidak ikut disalin.", width=64)


def _sheet(key: str, name: str, title: str, told: str, *more: Field) -> TableSheet:
    # Names are of one sheet only, and lists of the register are not in this workbook.
    columns = (*PLAN.columns, *more)
    own = tuple(
        replace(field, name=f"{field.name}_{key}", choices_from="", choices=(), free=True)
        for field in columns
    )
    return TableSheet(key=key, sheet=name, title=title, help=told, columns=own, rows=1)


NEW = _sheet(
    "new",
    PLAN.sheet,
    "Judul baru yang diusulkan",
    "Hapus baris yang tidak diterima. Salin sisanya ke lembar Rencana SOP pada daftar induk, atau "
    "jalankan “sopbatch register --terima”.",
)
CHANGED = _sheet(
    "changed",
    "Berubah",
    "Judul rencana yang datanya berubah",
    "Hapus baris yang tidak diterima; sisanya menggantikan baris dengan kode yang sama.",
    NOTE,
)
KNOWN = _sheet(
    "known",
    "Sudah ada",
    "Judul yang sudah ada dalam rencana",
    "Untuk diketahui; baris ini tidak diambil.",
    NOTE,
)
SHEETS = (NEW, CHANGED, KNOWN)
