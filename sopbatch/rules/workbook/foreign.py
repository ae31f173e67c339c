"""Rules about what a workbook would run or fetch when it is opened (F-15, F-16)."""

from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.rules.rule import WARNING, Case, reported, rule


@rule(
    "F-15",
    WARNING,
    title="Berkas memuat makro",
    sentence="Berkas ini memuat makro; karena itu berkasnya tidak dilampirkan pada PDF.",
    advice="Simpan sebagai Buku Kerja Excel (.xlsx) tanpa makro, lalu kirim kembali.",
    reason=(
        "Makro dapat menjalankan perintah di komputer penerima. Di sini makro tidak dijalankan; "
        "dokumen resmi tidak boleh membawanya."
    ),
)
def macros(case: Case) -> Iterator[Problem]:
    """The workbook carries a macro project."""
    return reported(case, "F-15")


@rule(
    "F-16",
    WARNING,
    title="Berkas mengambil isi dari luar",
    sentence=(
        "Berkas ini mengambil isi dari luar ({sumber}); karena itu berkasnya tidak dilampirkan "
        "pada PDF."
    ),
    advice=(
        "Hapus gambar, objek, rumus, atau koneksi itu, atau putuskan melalui Data › Edit Tautan "
        "(Edit Links), lalu simpan dan kirim kembali."
    ),
    reason=(
        "Isi dari luar dapat berubah, hilang, atau menjalankan program ketika berkas dibuka. "
        "Tautan biasa ke halaman web tidak termasuk."
    ),
)
def content_from_elsewhere(case: Case) -> Iterator[Problem]:
    """Something is fetched or started when the workbook is opened, beside plain links."""
    return reported(case, "F-16")
