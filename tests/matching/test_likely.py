"""Guesses for people: which title of the plan an SOP outside it may have meant."""

import pytest

from sopbatch.rules import likely_lines
from tests.builders import dossier, plan_line, register, review, sop

PLAN = (
    plan_line("A", title="Pengusulan Kenaikan Pangkat Pegawai Negeri Sipil"),
    plan_line("B", title="Pengelolaan Surat Masuk"),
    plan_line("C", title="Pengelolaan Surat Keluar"),
    plan_line("D", title="Penyusunan Laporan Kinerja", withdrawn=True),
    plan_line("E", title="Penerbitan Izin Apotek", unit_code="1.02"),
)
CASES = [
    ("Kenaikan Pangkat PNS", "A"),
    ("Penanganan Surat Masuk Biro", "B"),
    ("Surat Keluar", "C"),
    ("Penyusunan Laporan Kinerja", ""),
    ("Penerbitan Izin Apotek", ""),
    ("Rekrutmen Petugas Kebersihan", ""),
]


@pytest.mark.parametrize(("title", "code"), CASES)
def test_the_likeliest_title_of_the_agency_is_guessed(title, code):
    stray = dossier(review(sop(title)))
    told = [line.code for _, line in likely_lines((stray,), register(plan=PLAN))]
    assert told == ([code] if code else [])


def test_what_is_in_the_plan_is_not_guessed_at():
    planned = dossier(review(sop("Pengelolaan Surat Masuk")), plan=PLAN[1])
    assert list(likely_lines((planned,), register(plan=PLAN))) == []


def test_of_equal_titles_the_one_without_a_file_is_guessed():
    plan = (plan_line("A", title="Surat Masuk Harian"), plan_line("B", title="Surat Masuk Harian"))
    sent = dossier(review(sop("Surat Masuk Harian")), plan=plan[0])
    stray = dossier(review(sop("Surat Masuk"), name="lain.xlsx"))
    told = [line.code for _, line in likely_lines((sent, stray), register(plan=plan))]
    assert told == ["B"]
