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
    Topic("C", "Antarberkas", "menyelaraskan nomor, nama, dan keterkaitan antar-SOP"),
)
EXERCISES = {
    "F-05": "menyusun satu SOP dalam satu berkas",
    "F-06": "memeriksa hasil rumus sebelum berkas dikirim",
    "F-07": "menyimpan berkas dengan Excel atau LibreOffice sebelum dikirim",
    "F-08": "menempelkan isi sebagai nilai, tanpa rumus ke berkas lain",
    "F-09": "mengisi tabel tanpa menggabungkan sel",
    "F-10": "menampilkan semua baris, kolom, dan lembar sebelum dikirim",
    "F-11": "memakai kolom simbol, bukan gambar, untuk diagram alir",
    "F-12": "mengirim setiap berkas satu kali",
    "F-13": "memakai formulir perangkat daerah sendiri",
    "F-15": "menyimpan berkas tanpa makro",
    "F-16": "menempelkan isi sebagai nilai, tanpa rumus ke berkas lain",
    "F-21": "menulis hanya di kotak isian",
    "F-22": "menulis hanya di lembar formulir",
    "F-23": "menulis hanya di lembar formulir",
    "X-07": "menyebut cara menyimpan catatan pelaksanaan SOP",
    "X-08": "mengisi keterkaitan menurut nama pada rencana SOP",
    "X-09": "mengisi keterkaitan menurut nama pada rencana SOP",
    "X-10": "mengisi keterkaitan menurut nama pada rencana SOP",
    "X-12": "memberi nomor butir secara berurutan",
    "X-14": "menulis menurut ejaan yang baku",
    "X-15": "menulis dengan huruf Latin biasa",
    "A-02": "membagi langkah kepada pelaksana yang mengerjakannya",
    "A-03": "membatasi jumlah pelaksana dalam satu SOP",
    "A-05": "membagi langkah kepada pelaksana yang mengerjakannya",
    "A-07": "mengurutkan kolom pelaksana menurut urutan langkah",
    "A-14": "membatasi jumlah pelaksana dalam satu SOP",
}
"""Where a rule asks for something else than the others of its letter."""
OTHER = Topic("", "Lainnya", "membaca uraian temuan dan panduan pengisian")


def exercise_of(code: str) -> str:
    """What to practise so that a rule is kept."""
    return EXERCISES.get(code) or topic_of(code).training


def topic_of(code: str) -> Topic:
    """The topic of a rule, such as of "W-01"."""
    letter = code.partition("-")[0]
    return next((topic for topic in TOPICS if topic.letter == letter), OTHER)
