"""An agency that is reminded."""

from sopbatch.writing.answers import Overdue, Reminder

ONE = Reminder(
    ("dinkes@contoh.go.id", "umum@contoh.go.id"),
    "Dinas Kesehatan, Provinsi",
    "Kepala Dinas Kesehatan",
    "065/120/Dinkes tanggal 2 Maret 2026",
    tuple(Overdue(f"Judul {number} =?utf-8?q?=0A?=", "", "belum dikirim") for number in range(90)),
    True,
    "22 November 2026",
    "2026-W47",
    "",
    "Biro Organisasi",
    "Pemerintah Provinsi Contoh",
    "",
)
