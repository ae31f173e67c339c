"""The sheet "Yang kami pahami" shows what was made of each input that had to be understood."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.model import Format, Settings
from sopbatch.reading import read_grid, read_submission
from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.numbers import parse_number
from sopbatch.rules import RULES, review
from sopbatch.writing.returned import mark_copy, reissue
from sopbatch.writing.returned.meanings import (
    citation_in_words,
    date_in_words,
    nip_in_words,
    number_in_words,
)
from sopbatch.writing.returned.times import time_in_words
from sopbatch.writing.templates import sop_values
from tests.builders import SEEN, received
from tests.sample_batch.register import REGISTER
from tests.samples import sample_sops
from tests.there import there
from tests.writing.returned.books import found, opened, review_of, rich_book
from tests.written import write_sop_template

SETTINGS = Settings()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("30 menit", "30 menit."),
        ("90 menit", "1 jam 30 menit."),
        ("1 hari kerja", "1 hari kerja = 7 jam 30 menit."),
        ("2 hari", "2 hari kerja = 15 jam; hari dibaca sebagai hari kerja."),
        ("1 minggu", "1 minggu = 5 hari kerja = 37 jam 30 menit."),
        ("1/2 hari kerja", "0,5 hari kerja = 3 jam 45 menit."),
        ("2-3 hari kerja", "2 hari kerja sampai 3 hari kerja = 15 jam sampai 22 jam 30 menit."),
        ("maks. 5 hari kerja", "Paling lama 5 hari kerja = 37 jam 30 menit."),
        (
            "minimal 2 hari kerja",
            "Paling singkat 2 hari kerja = 15 jam, tanpa batas atas.",
        ),
        ("± 1 jam", "1 jam; perkiraan dihitung sebagai waktu pasti."),
        ("15 menit/berkas", "15 menit; untuk setiap berkas, tidak dijumlahkan."),
        (
            "2 x 24 jam",
            "2 hari kalender = 48 jam; waktu kalender tidak dijumlahkan dengan waktu kerja.",
        ),
        ("1 bulan 2 minggu", "30 hari kerja = 225 jam."),
        ("30", "Angka tanpa satuan; tidak dijumlahkan."),
        ("saat itu juga", "Seketika (0 menit)."),
        ("08.00-09.00 WITA", "Jam pelaksanaan, bukan lama pengerjaan; tidak dijumlahkan."),
        ("secukupnya saja", "Tidak dapat kami pahami."),
    ],
)
def test_times_are_told_in_working_hours(typed, told):
    assert time_in_words(parse_duration(typed), SETTINGS) == told


def test_times_follow_the_working_day_of_the_register():
    short = replace(SETTINGS, minutes_per_day=360)
    assert time_in_words(parse_duration("2 hari kerja", short), short) == "2 hari kerja = 12 jam."


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (date(2009, 4, 28), "28 April 2009."),
        ("28 April 09", "28 April 2009 (tahun dua angka kami lengkapi)."),
        ("Juni 2020", "1 Juni 2020 sampai 30 Juni 2020, bukan satu tanggal."),
        ("31 Februari 2024", "Tanggal itu tidak ada di kalender."),
        ("-", "Tidak ada tanggal."),
        ("kapan-kapan", "Tidak dapat kami pahami."),
    ],
)
def test_dates_are_told_in_full(typed, told):
    assert date_in_words(parse_date(typed)) == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "Undang-Undang No. 25 Tahun 2009 tentang Pelayanan Publik",
            "UU Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
        ),
        ("UU 25/2009", "UU Nomor 25 Tahun 2009."),
        ("PermenPAN-RB Nomor 35 Tahun 2012", "Permen PANRB Nomor 35 Tahun 2012."),
        ("Arahan pimpinan", "Tidak kami kenali sebagai peraturan; dicetak seperti yang ditulis."),
        (
            "Permenkes No. 3 Tahun 2020 tentang Rumah Sakit",
            "Permenkes Nomor 3 Tahun 2020 tentang Rumah Sakit.",
        ),
    ],
)
def test_citations_are_told_in_their_parts(typed, told):
    assert citation_in_words(parse_citation(typed)) == told


def test_numbers_are_told_in_their_parts():
    number = parse_number("065/SOP-TL.01/Org/2025")
    assert number_in_words(number) == (
        "Kode 065, bagian TL, nomor urut 01, perangkat daerah Org, tahun 2025."
    )  # fmt: skip
    assert "Belum" in number_in_words(parse_number("065/SOP-.../Org/2025"))
    assert number_in_words(parse_number("-")) == "Belum ada nomor."


def test_a_nip_is_told_with_birth_and_appointment():
    assert nip_in_words(parse_nip("197001011995011999")) == (
        "19700101 199501 1 999: lahir 1 Januari 1970, diangkat Januari 1995 (PNS)."
    )
    assert nip_in_words(parse_nip("1970")) == "Tidak dapat kami pahami sebagai NIP."
    assert nip_in_words(parse_nip("-")) == "Tidak ada NIP."


def read(data):
    return read_submission(read_grid(data), received(), REGISTER.settings)


def lines(data):
    sheet = opened(data)["Yang kami pahami"]
    return [
        row[1:]
        for row in sheet.iter_rows(values_only=True, min_row=6, min_col=2, max_col=6)
        if row[2]
    ]


@pytest.fixture(scope="module")
def form():
    return write_sop_template(sop_values(sample_sops()[0]))


@pytest.fixture(scope="module")
def marked(form):
    return mark_copy(form, review(read(form), REGISTER, SEEN, RULES)[0])


@pytest.mark.long
def test_every_date_list_time_and_branch_has_its_line(form, marked):
    sop = read(form).sop
    told = lines(marked)
    names = [name for _, name, _, _ in told]
    assert len(names) == len(set(names))
    assert {"Nomor SOP", "Tanggal Pembuatan", "NIP", "Peringatan"} <= set(names)
    assert sum(name.startswith("Waktu, ") for name in names) == len(sop.steps)
    assert sum(name.startswith("Alur, ") for name in names) >= len(sop.procedures[0].decisions)
    assert all(meaning.endswith(".") or "butir:" in meaning for *_, meaning in told)


@pytest.mark.long
def test_branches_are_told_by_step_number(marked):
    decision = next(line for line in lines(marked) if line[1].startswith("Alur, "))
    assert decision[2:] == (
        "Ya ke 4; Tidak ke 1",
        (
            "Ya ke langkah 4 “Menyusun jadwal dan bahan fasilitasi”; "
            "Tidak ke langkah 1 “Mengajukan permohonan fasilitasi penyusunan SOP AP”."
        ),
    )


@pytest.mark.long
def test_addresses_lead_to_the_cells(marked):
    sheet = opened(marked)["Yang kami pahami"]
    first = sheet["C7"]
    assert first.hyperlink.location == f"'Identitas'!{first.value}"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "A6"


def test_the_sheet_is_nothing_of_the_sop_when_it_comes_back(form, marked):
    again = read(marked)
    assert again.sop == read(form).sop
    assert again.problems == read(form).problems


@pytest.mark.long
def test_a_fresh_form_tells_where_the_inputs_now_stand(form):
    sent = read(form)
    fresh = reissue(review_of(found("A1"), form=Format.ODS))
    assert opened(fresh).sheetnames[:2] == ["Perbaikan", "Yang kami pahami"]
    moved = replace(
        review_of(found("A1"), form=Format.ODS), submission=replace(sent, format=Format.ODS)
    )
    assert lines(reissue(moved)) == lines(mark_copy(form, moved))


def test_what_the_officer_wrote_stays_text():
    hostile = replace(there(review_of(found("C3")).submission), values={})
    sop = replace(hostile.sop, warnings=('=HYPERLINK("x")', "_x0041_ \x00"))
    sent = replace(review_of(found("C3")), submission=replace(hostile, sop=sop))
    told = lines(mark_copy(rich_book(), sent))
    assert any("=HYPERLINK" in str(line) and "\ufffd" in str(line) for line in told)
