"""The filled example of the SOP template: a procedure whose decisions lead back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
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
        activity="Mengajukan permohonan fasilitasi penyusunan SOP AP",
        lane=1,
        symbol="Mulai",
        inputs="Surat permohonan, daftar inventarisasi judul SOP",
        duration="1 hari kerja",
        output="Surat permohonan",
    ),
    ExampleStep(
        activity="Mendisposisikan surat permohonan",
        lane=2,
        symbol="Proses",
        inputs="Surat permohonan",
        duration="1 jam",
        output="Disposisi",
    ),
    ExampleStep(
        activity="Menelaah kelengkapan permohonan dan daftar judul SOP",
        lane=3,
        symbol="Keputusan",
        inputs="Disposisi, daftar judul SOP",
        duration="1 hari kerja",
        output="Daftar judul yang disetujui",
        remark="Tidak lengkap: dikembalikan kepada pemohon",
        no_target="1",
    ),
    ExampleStep(
        activity="Menyusun jadwal dan bahan fasilitasi",
        lane=4,
        symbol="Proses",
        inputs="Daftar judul yang disetujui",
        duration="2 hari kerja",
        output="Jadwal dan bahan fasilitasi",
    ),
    ExampleStep(
        activity="Menyiapkan undangan, daftar hadir, dan tempat",
        lane=5,
        symbol="Proses",
        inputs="Jadwal fasilitasi",
        duration="1 hari kerja",
        output="Undangan terkirim",
    ),
    ExampleStep(
        activity="Melaksanakan pendampingan penyusunan SOP AP",
        lane=4,
        symbol="Proses",
        inputs="Bahan fasilitasi, format SOP AP",
        duration="3 hari kerja",
        output="Draf SOP AP",
        remark="Dilaksanakan bersama tim penyusun perangkat daerah",
    ),
    ExampleStep(
        activity="Mengoreksi draf hasil pendampingan",
        lane=3,
        symbol="Keputusan",
        inputs="Draf SOP AP",
        duration="2 hari kerja",
        output="Draf SOP AP hasil koreksi",
        remark="Belum sesuai: diperbaiki dalam pendampingan",
        yes="8",
        no_target="6",
    ),
    ExampleStep(
        activity="Menandatangani surat penyampaian hasil fasilitasi",
        lane=2,
        symbol="Proses",
        inputs="Draf surat, draf SOP AP",
        duration="30 menit",
        output="Surat penyampaian",
    ),
    ExampleStep(
        activity="Menerima draf SOP AP hasil fasilitasi untuk disempurnakan",
        lane=1,
        symbol="Selesai",
        inputs="Surat penyampaian",
        duration="15 menit",
        output="Draf SOP AP siap diverifikasi",
        remark="Dilanjutkan dengan SOP Verifikasi Rancangan SOP AP",
    ),
)
