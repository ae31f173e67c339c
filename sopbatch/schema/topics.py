"""What the groups of rules are about, and what to practise with officers who break them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of rules, known by the letter of their codes."""

    letter: str
    name: str
    training: str
    """What to practise, in Indonesian."""


TOPICS: tuple[Topic, ...] = (
    Topic("F", "Berkas", "memakai formulir terbaru dan menyimpannya sebagai .xlsx"),
    Topic("I", "Identitas", "mengisi lembar Identitas: nomor, nama, unit, dan penggolongan SOP"),
    Topic("D", "Tanggal", "menulis tanggal lengkap dan mengurutkan pembuatan, revisi, efektif"),
    Topic("S", "Pejabat pengesah", "menulis jabatan, nama, pangkat, dan NIP pejabat pengesah"),
    Topic("L", "Dasar hukum", "mengutip peraturan lengkap: jenis, nomor, tahun, dan judul"),
    Topic("X", "Isian identitas lain", "merumuskan kualifikasi, peralatan, dan peringatan"),
    Topic("A", "Pelaksana", "menyebut pelaksana dengan jabatan, bukan nama orang"),
    Topic("P", "Langkah", "menulis kegiatan dengan kata kerja dan simbol yang tepat"),
    Topic("G", "Alur", "menyusun alur: Mulai, Keputusan dengan dua jalan, dan Selesai"),
    Topic("W", "Waktu", "menulis waktu setiap langkah dengan satuan yang jelas"),
    Topic("C", "Antarberkas", "menyelaraskan nomor, judul, dan keterkaitan antar-SOP"),
)
OTHER = Topic("", "Lainnya", "membaca uraian temuan dan panduan pengisian")


def topic_of(code: str) -> Topic:
    """The topic of a rule, such as of "W-01"."""
    letter = code.partition("-")[0]
    return next((topic for topic in TOPICS if topic.letter == letter), OTHER)
