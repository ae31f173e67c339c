"""Heads of lists that governments keep already, and the register's columns they stand for."""

from dataclasses import replace

from sopbatch.schema.fields import Field
from sopbatch.schema.register_plan import PLAN
from sopbatch.schema.register_units import UNITS

_UNIT_NAMES = (
    "Perangkat Daerah",
    "Nama Perangkat Daerah",
    "Perangkat Daerah/Biro",
    "OPD",
    "Nama OPD",
    "SKPD",
    "Nama SKPD",
    "Unit Kerja",
    "Nama Unit Kerja",
    "Satuan Kerja",
    "Instansi",
    "Nama Instansi",
    "Dinas/Badan",
    "Biro",
    "Nama Biro",
)
_UNIT_CODES = ("Kode OPD", "Kode SKPD", "Kode Unit Kerja", "Kode Perangkat Daerah", "Kode Instansi")
_HEADS: dict[str, tuple[str, ...]] = {
    "head_position": ("Jabatan Pimpinan", "Jabatan Kepala OPD", "Jabatan Pejabat"),
    "head_name": ("Nama Pimpinan", "Nama Kepala OPD", "Kepala OPD", "Nama Pejabat", "Pimpinan"),
    "head_nip": ("NIP", "NIP Pimpinan", "NIP Pejabat"),
    "email": ("Email", "E-mail", "Alamat Surel", "Alamat Email"),
    "aliases": ("Singkatan", "Nama Singkat", "Akronim"),
    "parent": ("Kode Induk",),
    "letter": ("Surat Pengantar", "Nomor Surat Pengantar", "Nomor dan Tanggal Surat"),
    "section": ("Bidang", "Bagian/Bidang", "Bidang/Bagian", "Sub Unit", "Nama Bidang", "Seksi"),
    "title": (
        "Nama SOP",
        "Judul",
        "Nama SOP AP",
        "Judul SOP AP",
        "Daftar SOP",
        "SOP",
        "Nama Prosedur",
        "Nama Dokumen SOP",
    ),
    "deadline": ("Target", "Target Selesai", "Batas Waktu", "Target Penyelesaian", "Jadwal"),
    "nature": ("Jenis", "Jenis SOP", "Sifat SOP"),
    "function": ("Tugas dan Fungsi", "Tugas", "Fungsi", "Tupoksi"),
    "owner": ("PIC", "Penanggung Jawab SOP", "Pelaksana"),
    "other_titles": ("Nama Lain", "Judul Lama"),
}


def _tolerant(field: Field) -> Field:
    return replace(field, variants=(*field.variants, *_HEADS.get(field.key, ())))


NUMBER = Field("number", "", "No", "", variants=("Nomor", "No Urut", "Nomor Urut", "#"))
"""A column that only counts its rows."""
UNIT_NAME = Field("unit_name", "", "Nama Perangkat Daerah", "", variants=_UNIT_NAMES)
UNIT_CODE = Field("unit_code", "", "Kode Unit", "", variants=_UNIT_CODES)
UNIT_HEADS: tuple[Field, ...] = (
    NUMBER,
    UNIT_NAME,
    replace(UNIT_CODE, variants=(*_UNIT_CODES, "Kode")),
    *(_tolerant(field) for field in UNITS.columns if field.key not in ("code", "name")),
    replace(UNIT_NAME, variants=("Nama",)),
)
"""Heads of a list of agencies."""
PLAN_HEADS: tuple[Field, ...] = (
    NUMBER,
    UNIT_NAME,
    UNIT_CODE,
    *(
        _tolerant(field)
        for field in PLAN.columns
        if field.key not in ("code", "unit_code", "withdrawn")
    ),
    replace(PLAN.columns[0], label="Kode SOP", variants=("Kode", "Kode Judul")),
)
"""Heads of a list of titles."""


def other_heads(field: Field, table: str) -> Field:
    """A field of the register's table by the names that its column has elsewhere as well."""
    names = {("units", "code"): _UNIT_CODES, ("units", "name"): _UNIT_NAMES}.get(
        (table, field.key), _UNIT_CODES if field.key == "unit_code" else ()
    )
    return replace(_tolerant(field), variants=(*_tolerant(field).variants, *names))
