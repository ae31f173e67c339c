"""Register template, version 1: the settings Biro Organisasi keeps for the whole province."""

from types import MappingProxyType

from sopbatch.schema.fields import Field, FieldKind, Required

SETTINGS_SHEET = "Pengaturan"
SETTINGS_FIRST_ROW = 5
"""1-based; labels in column 2, values in column 3, explanations in column 4."""
IN_FULL = "Diperiksa penuh"
"""Ratified SOPs are held to the rules like drafts."""
JOINTLY = "Bersama"
"""How equal symbols in one row are read unless the register says otherwise."""
APART, TOGETHER = "Terpisah", "Satu halaman jika muat"
"""Whether Bagian Identitas and Bagian Flowchart may share a page."""
NUMBER_SLOTS = MappingProxyType(
    {
        "seri": r"\d+",
        "nomor": r"\d+",
        "tahun": r"\d{4}",
        "bulan": r"(?:0?[1-9]|1[0-2]|I{1,3}|IV|VI{0,3}|IX|XI{0,2})",
        "kode": r"\d+(?:\.\d+)*",
        "bagian": r"[A-Z]+",
        "unit": r"[^/]+",
    }
)
"""What may stand in a named slot of the number pattern; any other slot is like <unit>."""


def _setting(
    key: str,
    label: str,
    prompt: str,
    kind: FieldKind = FieldKind.TEXT,
    default: str = "",
    choices: tuple[str, ...] = (),
    required: Required = Required.NEVER,
) -> Field:
    return Field(
        key,
        f"set_{key}",
        label,
        prompt,
        kind,
        required=required,
        choices=choices,
        example=(default,) if default else (),
    )


SETTINGS: tuple[Field, ...] = (
    _setting(
        "government",
        "Nama pemerintah daerah",
        "Dicetak di kepala setiap SOP, misalnya PEMERINTAH PROVINSI KALIMANTAN TIMUR.",
        required=Required.DRAFT,
    ),
    _setting(
        "region",
        "Nama daerah",
        "Untuk mengenali teks yang disalin dari daerah lain, misalnya Kalimantan Timur.",
        required=Required.DRAFT,
    ),
    _setting("address", "Alamat", "Dicetak di sampul kumpulan SOP."),
    _setting(
        "organisation_bureau",
        "Nama biro organisasi",
        "Dicetak di laporan.",
        default="Biro Organisasi",
    ),
    _setting(
        "paper",
        "Ukuran kertas",
        "Kertas dokumen SOP, selalu mendatar.",
        FieldKind.CHOICE,
        "F4",
        ("F4", "A4", "Letter", "Legal"),
    ),
    _setting(
        "arrangement",
        "Susunan halaman",
        "Satu halaman jika muat: SOP pendek dicetak dengan identitas di atas diagram alirnya.",
        FieldKind.CHOICE,
        APART,
        (APART, TOGETHER),
    ),
    _setting(
        "same_symbols",
        "Simbol sama dalam satu baris",
        "Bersama: dikerjakan bersama-sama. Berurutan: bergantian dari kiri ke kanan.",
        FieldKind.CHOICE,
        JOINTLY,
        (JOINTLY, "Berurutan"),
    ),
    _setting(
        "ratified",
        "SOP yang sudah disahkan",
        "Diterima: kekurangannya menunggu revisi. Diperiksa penuh: diperiksa seperti rancangan.",
        FieldKind.CHOICE,
        "Diterima",
        ("Diterima", IN_FULL),
    ),
    _setting(
        "number_pattern",
        "Pola Nomor SOP",
        "065/SOP-<bagian>.<seri>/Org/<tahun>: yang di dalam < > berganti. Kosong: tidak diperiksa.",
    ),
    _setting(
        "minutes_per_day", "Menit kerja sehari", "7,5 jam = 450 menit.", FieldKind.INTEGER, "450"
    ),
    _setting("days_per_week", "Hari kerja seminggu", "Biasanya 5.", FieldKind.INTEGER, "5"),
    _setting("days_per_month", "Hari kerja sebulan", "Biasanya 20.", FieldKind.INTEGER, "20"),
    _setting("days_per_year", "Hari kerja setahun", "Biasanya 235.", FieldKind.INTEGER, "235"),
    _setting(
        "round_deadline",
        "Batas pengiriman putaran ini",
        "Berkas yang diterima setelahnya tetap dihitung, dengan catatan melewati batas.",
        FieldKind.DATE,
    ),
    _setting(
        "review_years",
        "Batas umur SOP (tahun)",
        "SOP yang tidak direvisi dan tidak direncanakan peninjauannya selama itu ditegur.",
        FieldKind.INTEGER,
        "5",
    ),
    _setting("logo", "Berkas logo", "Nama berkas PNG atau JPEG di folder daftar induk."),
)
