"""The minutes of a verification: who, what, what was mended, and room for two signatures."""

from dataclasses import replace
from datetime import date

from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.tables.minutes import print_verification
from sopbatch.writing.tables.minutes_values import CameIn, Minutes, Signatory
from tests.writing.archival import assert_archival
from tests.writing.standards.prints import paper, words

HEAD = Letterhead("Pemerintah Provinsi Contoh", "Biro Organisasi")
MINUTES = Minutes(
    number="065/BA-12/Org/2026",
    day=date(2026, 10, 12),
    unit="Dinas Kesehatan",
    title="Rekomendasi <b>Izin</b>",
    sop_number="440/SOP-2/2026",
    revision=1,
    verifier="Rahmawati Noor",
    note="",
    files=(
        CameIn("T-1", date(2026, 9, 1), "2 catatan harus diperbaiki"),
        CameIn("T-2", date(2026, 10, 5), "lengkap, tanpa catatan"),
    ),
    afterwards=None,
    resolved=("NIP berisi 17 angka, seharusnya 18.",),
    more=3,
    bureau="Biro Organisasi",
    signatories=(
        Signatory("Dinas Kesehatan", "Kepala Dinas Kesehatan", "dr. Rinjani Meratus"),
        Signatory("Biro Organisasi", "Kepala Biro Organisasi"),
    ),
)


def test_the_minutes_are_archival_and_the_same_each_time():
    pdf = print_verification(MINUTES, HEAD)
    assert_archival(pdf)
    assert pdf == print_verification(MINUTES, HEAD)
    assert paper(pdf).beyond <= 0


def test_they_tell_who_verified_what_and_what_was_mended():
    said = words(print_verification(MINUTES, HEAD))
    for text in (
        "Nomor 065/BA-12/Org/2026",
        "Senin, tanggal dua belas bulan Oktober tahun dua ribu dua puluh enam",
        "oleh Rahmawati Noor",
        "Rekomendasi <b>Izin</b>",
        "2 catatan harus diperbaiki",
        "NIP berisi 17 angka, seharusnya 18.",
        "Selain itu, 3 catatan lain telah diperbaiki.",
        "dr. Rinjani Meratus",
    ):
        assert text in said, text


def test_what_came_only_afterwards_is_told_as_that():
    came = CameIn("T-9", date(2026, 11, 22), "lengkap, tanpa catatan")
    bare = replace(MINUTES, files=(), afterwards=came, resolved=(), more=0, number="")
    said = words(print_verification(bare, HEAD))
    assert "diterima 22 November 2026 dengan tanda terima T-9" in said
    assert "Tidak ada catatan dari pemeriksaan naskah sebelumnya" in said
