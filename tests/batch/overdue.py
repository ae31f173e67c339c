"""An agency that is reminded."""

from sopbatch.writing.answers import Overdue, Reminder

ONE = Reminder(
    addresses=("dinkes@contoh.go.id", "umum@contoh.go.id"),
    unit="Dinas Kesehatan, Provinsi",
    salutation="Kepala Dinas Kesehatan",
    letter="065/120/Dinkes tanggal 2 Maret 2026",
    titles=tuple(
        Overdue(f"Judul {number} =?utf-8?q?=0A?=", "", "belum dikirim") for number in range(90)
    ),
    silent=True,
    as_of="22 November 2026",
    week="2026-W47",
    deadline="",
    bureau="Biro Organisasi",
    government="Pemerintah Provinsi Contoh",
    contact="",
)
