"""The filled example of the SOP template: a procedure whose decisions lead back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExampleStep:
    """One row of the example; texts as an officer types them."""

    activity: str
    lane: int
    """1-based."""
    symbol: str
    inputs: str
    duration: str
    output: str
    remark: str = ""
    yes: str = ""
    no_target: str = ""
    next: str = ""


EXAMPLE_ACTORS: tuple[tuple[str, str], ...] = (
    ("Perangkat Daerah", "Eksternal"),
    ("Kepala Biro", "Internal"),
    ("Kepala Bagian Ketatalaksanaan", "Internal"),
    ("Analis Tata Laksana", "Internal"),
    ("Pelaksana", "Internal"),
)
"""Executors in lane order with their Jenis."""

EXAMPLE_STEPS: tuple[ExampleStep, ...] = (
    ExampleStep(
        "Mengajukan permohonan fasilitasi penyusunan SOP AP",
        1,
        "Mulai",
        "Surat permohonan, daftar inventarisasi judul SOP",
        "1 hari kerja",
        "Surat permohonan",
    ),
    ExampleStep(
        "Mendisposisikan surat permohonan",
        2,
        "Proses",
        "Surat permohonan",
        "1 jam",
        "Disposisi",
    ),
    ExampleStep(
        "Menelaah kelengkapan permohonan dan daftar judul SOP",
        3,
        "Keputusan",
        "Disposisi, daftar judul SOP",
        "1 hari kerja",
        "Daftar judul yang disetujui",
        "Tidak lengkap: dikembalikan kepada pemohon",
        no_target="1",
    ),
    ExampleStep(
        "Menyusun jadwal dan bahan fasilitasi",
        4,
        "Proses",
        "Daftar judul yang disetujui",
        "2 hari kerja",
        "Jadwal dan bahan fasilitasi",
    ),
    ExampleStep(
        "Menyiapkan undangan, daftar hadir, dan tempat",
        5,
        "Proses",
        "Jadwal fasilitasi",
        "1 hari kerja",
        "Undangan terkirim",
    ),
    ExampleStep(
        "Melaksanakan pendampingan penyusunan SOP AP",
        4,
        "Proses",
        "Bahan fasilitasi, format SOP AP",
        "3 hari kerja",
        "Draf SOP AP",
        "Dilaksanakan bersama tim penyusun perangkat daerah",
    ),
    ExampleStep(
        "Mengoreksi draf hasil pendampingan",
        3,
        "Keputusan",
        "Draf SOP AP",
        "2 hari kerja",
        "Draf SOP AP hasil koreksi",
        "Belum sesuai: diperbaiki dalam pendampingan",
        yes="8",
        no_target="6",
    ),
    ExampleStep(
        "Menandatangani surat penyampaian hasil fasilitasi",
        2,
        "Proses",
        "Draf surat, draf SOP AP",
        "30 menit",
        "Surat penyampaian",
    ),
    ExampleStep(
        "Menerima draf SOP AP hasil fasilitasi untuk disempurnakan",
        1,
        "Selesai",
        "Surat penyampaian",
        "15 menit",
        "Draf SOP AP siap diverifikasi",
        "Dilanjutkan dengan SOP Verifikasi Rancangan SOP AP",
    ),
)
