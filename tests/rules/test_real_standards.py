"""What is right in real, signed service standards is never held back: at most a warning."""

from datetime import date

import pytest

from sopbatch.batch.family.catalogue import FORM_RULES
from sopbatch.batch.family.standards import MEMBER, example
from sopbatch.model import CellValue, Finding, Place, Severity
from sopbatch.reading import read_grid
from sopbatch.reading.forms import read_form
from sopbatch.rules import FormCase, ReportDay, review_form
from sopbatch.schema.standards import STANDARDS
from sopbatch.writing.templates.kinds import write_kind
from tests.builders import received
from tests.caseroom import REGISTER

DAY = date(2025, 6, 2)


def findings(**typed: str) -> tuple[Finding, ...]:
    """The example as it is submitted, with lists typed into one cell each."""
    values: dict[Place, CellValue] = {
        place: value
        for place, value in example().items()
        if place.key not in typed or place.part > 1
    }
    values |= {Place("status"): "Diajukan"}
    values |= {Place(key, int(key != "name")): text for key, text in typed.items()}
    reading = read_form(
        read_grid(write_kind(STANDARDS, values)), received("a.xlsx"), STANDARDS, MEMBER.build
    )
    case = FormCase(reading=reading, kind=STANDARDS, register=REGISTER, today=ReportDay(DAY))
    review, crashes = review_form(case, FORM_RULES)
    assert not crashes
    return review.findings


REAL: tuple[dict[str, str], ...] = (
    {
        "times": "Administrasi : 15 Menit / Konsultasi : Sesuai materi konsultasi",
        "fees": "Gratis",
        "channels": (
            "Tatap muka\nKotak pengaduan\nWA 0812-0000-1234\nTelepon (0561) 555-0101\n"
            "Email dinas@contoh.example\nwww.lapor.go.id"
        ),
        "answer_times": (
            "ringan 3 jam, normatif 5 hari kerja, tidak berkadar pengawasan 14 hari kerja, "
            "berkadar pengawasan 60 hari kerja"
        ),
    },
    {
        "times": (
            "Senin-Kamis pukul 08:00 Wib s/d 16:15 Wib. Jum'at pukul 08:00 Wib s/d 11.00 Wib / "
            "Proses 1 Minggu"
        ),
        "channels": "1.Kotak Saran 2.Telpon 081200001234 3.WhatsApp 081200001234",
    },
    {
        "times": "1 (satu) hari maksimal 14 (empat belas) hari kerja",
        "fees": "Tidak dipungut biaya (gratis)",
        "channels": (
            "Kotak saran, Website contoh.example, Telepon 0723-000111, Faximile 0723-000112, "
            "contoh@gmail.com, Call Center 0811 222 3333 / 0812 444 5555"
        ),
    },
    {
        "times": "3-5 menit",
        "fees": "Tarif Sesuai dengan Perda Provinsi Kalimantan Timur no 8 tahun 2018",
    },
    {
        "times": "Pasien Baru : 8 menit Pasien Lama : 4 menit",
        "fees": "Retribusi Rp.20.000\nPeserta jaminan: ditanggung penjamin (kecuali obat)",
    },
    {"times": "10 Menit", "fees": "Tidak dipungut biaya", "channels": "kotak aduan, email, LAPOR!"},
    {
        "times": "14 Hari kerja",
        "fees": "per titik 110.000\nper titik 320.000\nper titik 250.000",
        "channels": "Pengaduan dicatat, diperiksa, lalu dijawab",
    },
    {"times": "± 15 Menit (Jaringan Internet Stabil)", "fees": "Gratis/Tidak dipungut biaya"},
    {"times": "22 (dua puluh dua) Menit", "fees": "Tidak ada biaya (Gratis)"},
    {"staff": "5 (lima) orang", "guarantee": "Sesuai dengan ketentuan yang berlaku"},
    {"staff": "1 orang dokter, 2 perawat", "safety": "Jaminan keamanan"},
)


@pytest.mark.parametrize("typed", REAL, ids=lambda typed: next(iter(typed.values()))[:24])
def test_what_is_right_in_real_ones_passes(typed: dict[str, str]):
    held = [one for one in findings(**typed) if one.severity is Severity.ERROR]
    assert held == []


SILENT = (*REAL[:1], REAL[2], REAL[7], REAL[8])


@pytest.mark.parametrize("typed", SILENT, ids=lambda typed: next(iter(typed.values()))[:24])
def test_times_and_fees_of_real_ones_are_understood(typed: dict[str, str]):
    about = {"V-02", "V-03", "V-10", "V-11", "V-13"}
    assert about.isdisjoint(one.code for one in findings(**typed))


def test_when_it_is_set_what_would_hold_a_draft_waits():
    values = {**example(), Place("times", 1): "Senin–Jumat 08.00–15.00"}
    reading = read_form(
        read_grid(write_kind(STANDARDS, values)), received("a.xlsx"), STANDARDS, MEMBER.build
    )
    case = FormCase(reading=reading, kind=STANDARDS, register=REGISTER, today=ReportDay(DAY))
    review, _ = review_form(case, FORM_RULES)
    (finding,) = (one for one in review.findings if one.code == "V-10")
    assert finding.later
    assert review.publishable
