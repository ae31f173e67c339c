from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model.flags import Flag
from sopbatch.model.grid import CellError
from sopbatch.model.register import Settings
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.text import as_text
from sopbatch.text.spelled import in_words
from tests.patience import at_once

EXACT = [
    ("T01", "4 jam", "jam", 240, 240),
    ("T02", "30 menit", "menit", 30, 30),
    ("T04", "2 Jam", "jam", 120, 120),
    ("T05", "1 Hari Kerja", "hari kerja", 450, 450),
    ("T07", "2 hari efektif", "hari kerja", 900, 900),
    ("T08", "14 hari kerja", "hari kerja", 6300, 6300),
    ("T10", "3 bulan", "bulan", 27000, 27000),
    ("T11", "1 semester", "semester", 54000, 54000),
    ("T13", "1 – 20 Hari Kerja", "hari kerja", 450, 9000),
    ("T14", "3 - 5 Jam", "jam", 180, 300),
    ("T16", "30 menit - 3 Jam", "menit|jam", 30, 180),
    ("T19", "15 menit/ berkas", "menit", 15, 15),
    ("T20", "120 Menit", "menit", 120, 120),
    ("T22", "5 minit", "menit", 5, 5),
    ("T23", "1 0 Hari Kerja", "hari kerja", 4500, 4500),
    ("T23", "1\n0 Hari Kerja", "hari kerja", 4500, 4500),
    ("T25", "2 bulan 1 minggu", "bulan+minggu", 20250, 20250),
    ("T43", "+/- 2 jam", "jam", 120, 120),
    ("T44", "kurang lebih 3 hari", "hari", 1350, 1350),
    ("T46", "Paling lama 2 hari", "hari", 0, 900),
    ("T47", "paling lambat 1 minggu", "minggu", 0, 2250),
    ("T49", "3 hr", "hari", 1350, 1350),
    ("T50", "10 mnt", "menit", 10, 10),
    ("T52", "1 thn", "tahun", 105750, 105750),
    ("T53", "2 mgg", "minggu", 4500, 4500),
    ("T56", "1,5 jam", "jam", 90, 90),
    ("T58", "½ jam", "jam", 30, 30),
    ("T59", "1 1/2 jam", "jam", 90, 90),
    ("T61", "satu hari", "hari", 450, 450),
    ("T62", "seminggu", "minggu", 2250, 2250),
    ("T64", "2 jam 30 menit", "jam+menit", 150, 150),
    ("T67", "15'", "menit", 15, 15),
    ("T68", "15menit", "menit", 15, 15),
    ("T70", "1 hari s.d. 3 hari", "hari", 450, 1350),
    ("T71", "1 sampai 2 minggu", "minggu", 2250, 4500),
    ("T73", "00:15", "menit", 15, 15),
    ("T74", "01:30:00", "menit", 90, 90),
    ("", "0,5 jam", "jam", 30, 30),
    ("", "1½ jam", "jam", 90, 90),
    ("", "setengah jam", "jam", 30, 30),
    ("", "satu setengah jam", "jam", 90, 90),
    ("", "1.440 menit", "menit", 1440, 1440),
    ("", "1 (satu) hari kerja", "hari kerja", 450, 450),
    ("", "lima belas (15) menit", "menit", 15, 15),
    ("", "1 HK", "hari kerja", 450, 450),
    ("", "3 hari (kerja)", "hari kerja", 1350, 1350),
    ("", "3 pekan", "minggu", 6750, 6750),
    ("", "1 triwulan", "triwulan", 27000, 27000),
    ("", "1 caturwulan", "caturwulan", 36000, 36000),
    ("", "8 jam kerja", "jam", 480, 480),
    ("", "30 detik", "detik", 0.5, 0.5),
    ("", "6 langkah, 30-60 detik", "detik", 0.5, 1.0),
    ("", "6 langkah (30-60 detik)", "detik", 0.5, 1.0),
    ("", "3 tahap: 2 hari kerja", "hari kerja", 900, 900),
    ("", "min. 2 hari kerja", "hari kerja", 900, None),
    ("", "min 2 hari kerja", "hari kerja", 900, None),
    ("", "10 min", "menit", 10, 10),
    ("", "10 min 30 detik", "menit+detik", 10.5, 10.5),
    ("", "Maks. 3 hari kerja", "hari kerja", 0, 1350),
    ("", "2 jam maksimal", "jam", 0, 120),
    ("", "2 jam (maksimal)", "jam", 0, 120),
    ("", "2s/d3 jam", "jam", 120, 180),
    ("", "1 hari - 3 hari kerja", "hari kerja", 450, 1350),
    ("", "1 jam, 30 menit", "jam+menit", 90, 90),
    ("", "2 x 30 menit", "menit", 60, 60),
    ("", "3 x 8 jam", "jam", 1440, 1440),
    ("", "5-3 jam", "jam", 300, 180),
    ("", "selama 2 jam", "jam", 120, 120),
    ("", "3 hari kerja sejak berkas diterima", "hari kerja", 1350, 1350),
]


@pytest.mark.parametrize(("vector", "typed", "unit", "low", "high"), EXACT)
def test_an_amount_of_time_has_its_minutes(vector, typed, unit, low, high):
    read = parse_duration(typed)
    assert (read.kind, read.unit, read.low, read.high) == ("duration", unit, low, high)
    assert not read.elapsed


@pytest.mark.parametrize(
    ("vector", "typed", "unit", "minutes"),
    [
        ("T17", "1 x 24 Jam", "jam", 1440),
        ("T55", "7 hari kalender", "hari kalender", 10080),
        ("T65", "3 x 24 jam", "jam", 4320),
        ("", "2x24jam", "jam", 2880),
        ("", "2 × 24 jam", "jam", 2880),
        ("", "3 hari kal.", "hari kalender", 4320),
    ],
)
def test_calendar_time_is_elapsed(vector, typed, unit, minutes):
    read = parse_duration(typed)
    assert (read.kind, read.unit, read.low, read.high) == ("duration", unit, minutes, minutes)
    assert read.elapsed


@pytest.mark.parametrize(
    ("vector", "typed", "kind"),
    [
        ("T26", "2 bulan 1 minggu; 5 hari kerja; 1 hari", "multi"),
        ("", "2 hari (480 menit)", "multi"),
        ("", "1 jam/2 hari", "multi"),
        ("", "per 3 bulan", "frequency"),
        ("", "Tentative", "indefinite"),
        ("", "Kapan saja", "indefinite"),
        ("", "Terjadwal", "indefinite"),
        ("", "1 hari yang sama", "instant"),
        ("T28", "Semesteran", "frequency"),
        ("T29", "Triwulanan", "frequency"),
        ("T31", "Sepanjang tahun", "indefinite"),
        ("T32", "Sesuai jadwal", "indefinite"),
        ("T34", "Sejak Kickoff", "indefinite"),
        ("T35", "Sebelum periode revisi bulan berjalan", "indefinite"),
        ("T37", "-", "missing"),
        ("T38", "", "missing"),
        ("T40", "(9)", "column_index"),
        ("T41", "7", "no_unit"),
        ("T76", "H-3", "offset"),
        ("T77", "Tanggal 1-10", "schedule"),
        ("T79", "setiap bulan", "frequency"),
        ("T80", "saat itu juga", "instant"),
        ("", "hari itu jg", "instant"),
        ("T82", "15", "no_unit"),
        ("T83", "lima belas menit", "unparsed"),
        ("", "Bulanan", "frequency"),
        ("", "Tahunan", "frequency"),
        ("", "2 kali sebulan", "frequency"),
        ("", "2x/minggu", "frequency"),
        ("", "seminggu sekali", "frequency"),
        ("", "Kondisional", "indefinite"),
        ("", "Menyesuaikan", "indefinite"),
        ("", "selama proses", "indefinite"),
        ("", "sampai selesai", "indefinite"),
        ("", "Minggu ke-2", "schedule"),
        ("", "minggu I Nopember", "schedule"),
        ("", "Januari - Maret", "schedule"),
        ("", "Hari Senin", "schedule"),
        ("", "awal bulan", "schedule"),
        ("", "3 hari sebelum rapat", "offset"),
        ("", "H+1", "offset"),
        ("", "08.00-09.00 WIB", "clock"),
        ("", "08:00 s.d. 09:00", "clock"),
        ("", "pukul 08.00", "clock"),
        ("", "seketika", "instant"),
        ("", "1 hari\n2 hari", "multi"),
        ("", "1 hari kerja/2 hari kerja", "multi"),
        ("", "1-2", "no_unit"),
        ("", "½", "no_unit"),
        ("", "xxx", "missing"),
        ("", "3-5 kali sebulan", "frequency"),
        ("", "1 hari itu", "unparsed"),
        ("", "(1) 5 menit", "unparsed"),
        ("", "dua dua jam", "unparsed"),
        ("", "segera segera", "instant"),
        ("", "-2 hari", "unparsed"),
        ("", "1O menit", "unparsed"),
        ("", "1,000 menit", "unparsed"),
        ("", "1/0 jam", "unparsed"),
        ("", "15/30 menit", "unparsed"),
        ("", "2 jma", "unparsed"),
        ("", "1 hari kerja - 7 hari kalender", "unparsed"),
        ("", "1 hari kerja lalu diarsipkan", "unparsed"),
        ("", "99999999999999999999 days", "unparsed"),
    ],
)
def test_what_is_not_an_amount_has_its_own_kind(vector, typed, kind):
    read = parse_duration(typed)
    assert read.kind == kind
    assert (read.low, read.high) == ((0, 0) if kind == "instant" else (None, None))


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        (".5 jam", 30),
        (".25 hari kerja", 112.5),
        ("(2) hari kerja", 900),
        ("(dua) hari kerja", 900),
        ("(2 jam) per berkas", 120),
        ("'4 jam", 240),
        ("2 jam per per berkas", 120),
        ("15 (limabelas) menit", 15),
        ("60 (enam pulu) menit", 60),
        (".5 menit", 5),
        ("5 (menit)", 5),
        ("dlm 1 jam", 60),
        ("24 jam non stop", 1440),
        ("1 jam/60 menit", 60),
        ("480 menit/1 hari", 480),
        ("7 jam / 1 hari kerja", 420),
        ("5 hari kerja/1 minggu", 2250),
        ("60 menit, 1 jam", 60),
        ("1 hari kerja/8 jam", 450),
        ("1 minggu (7 hari)", 2250),
        ("1 hari (8 jam)", 450),
        ("1 bulan (20 hari kerja)", 9000),
        ("Durasi3 hari kerja", 1350),
        ("waktunya3 x 24 jam", 4320),
        ("(= dua) bulan", 18000),
        ("3 kali24 jam", 4320),
        ("1 bulan dan30 menit", 9030),
        ("90 menit.. setelah lengkap", 90),
        ("3 minggu * *", 6750),
        ('"2 jam*"', 120),
        ("Kurang lebih.90 menit", 90),
    ],
)
def test_what_says_one_time_is_one(typed, minutes):
    read = parse_duration(typed)
    assert (read.kind, read.low, read.high) == ("duration", minutes, minutes)


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("2 jam atau lebih", 120, None),
        ("2 jam atau kurang", 0, 120),
        ("paling lama: 2 jam", 0, 120),
        ("maks2 jam", 0, 120),
        ("min2 jam", 120, None),
        ("(maks.) 2 jam", 0, 120),
        ("1 jam -- 2 jam", 60, 120),
        ("1 jam sampai sampai 2 jam", 60, 120),
        ("1 jam s.d .2 jam", 60, 120),
        ("lama minimal 2 jam", 120, None),
        ("waktu maksimum 2 jam", 0, 120),
        ("paling lama (maksimal) 2 jam", 0, 120),
        ("(maksimal) < 2 jam", 0, 120),
    ],
)
def test_a_bound_may_stand_anywhere(typed, low, high):
    read = parse_duration(typed)
    assert (read.low, read.high) == (low, high)


@given(st.integers(1, 90), st.sampled_from(("jam", "menit", "hari kerja", "minggu")))
def test_a_length_said_again_in_brackets_changes_nothing_and_another_one_is_told(number, unit):
    typed = f"{number} {unit}"
    read = parse_duration(typed)
    assert (read.low, read.high) == (parse_duration(f"{typed} ({typed})").low, read.high)
    assert parse_duration(f"{typed} ({2 * number} {unit})").kind == "multi"


@pytest.mark.parametrize(
    ("typed", "flags"),
    [
        ("1 jam", set()),
        ("± 2 jam", {"approx"}),
        ("~ 2 jam", {"approx"}),
        ("Maks. 2 jam", {"upper_bound"}),
        ("s.d. 2 jam", {"upper_bound"}),
        ("minimal 2 jam", {"lower_bound"}),
        ("5 minit", {"misspelt_unit"}),
        ("2 buln", {"misspelt_unit"}),
        ("10 minute", {"misspelt_unit"}),
        ("2 hours", {"misspelt_unit"}),
        ("1 hari kerj", {"misspelt_unit"}),
        ("Kasi 5 menit, Kabid 10 menit", {"several"}),
        ("OPD: 3 hari; Biro: 2 hari", {"several"}),
        ("a. 5 menit\nb. 10 menit", {"several"}),
        ("1. 5 menit\n2. 1 hari", {"several"}),
        ("1 0 jam", {"joined_digits"}),
        ("00:15", {"clock_like"}),
        ("2 hari", {"unqualified_day"}),
        ("1 - 3 hari kerja", {"range"}),
        ("0 menit", {"zero"}),
        ("sekitar 1-2 hari", {"approx", "range", "unqualified_day"}),
    ],
)
def test_doubts_are_flagged(typed, flags):
    assert parse_duration(typed).flags == flags


@given(number=st.integers(1, 999), spelt=st.integers(0, 999), words_first=st.booleans())
def test_digits_and_words_that_differ_are_flagged(number: int, spelt: int, words_first: bool):
    for other in (spelt, number):
        first, then = (in_words(other), number) if words_first else (number, in_words(other))
        read = parse_duration(f"{first} ({then}) jam")
        assert read.low == number * 60
        assert (Flag.SPELT_OTHERWISE in read.flags) == (other != number)


@pytest.mark.parametrize(
    ("typed", "per", "note"),
    [
        ("15 mnt/surat", "surat", ""),
        ("10 menit per Dokumen", "dokumen", ""),
        ("3 hari/SKPD", "SKPD", ""),
        ("15 menit/5 berkas", "5 berkas", ""),
        ("15 menit / 1 berkas", "berkas", ""),
        ("30 menit setiap orang (bergantian)", "orang", "bergantian"),
        ("1 bulan (tanggal 1- 20)", "", "tanggal 1- 20"),
        ("14 (empat belas) hari", "", ""),
        ("3 hari setelah Surat masuk", "", "setelah Surat masuk"),
    ],
)
def test_the_counted_thing_and_the_note_are_kept(typed, per, note):
    read = parse_duration(typed)
    assert (read.per, read.note) == (per, note)
    assert read.counts is not bool(per)


@pytest.mark.parametrize(
    ("value", "kind", "minutes"),
    [
        (None, "missing", None),
        (time(0, 15), "duration", 15),
        (timedelta(hours=36), "duration", 2160),
        (datetime.fromisoformat("1899-12-31 12:00"), "duration", 2160),
        (-timedelta(minutes=1), "unparsed", None),
        (date(2020, 3, 1), "schedule", None),
        (3, "no_unit", None),
        (3.0, "no_unit", None),
        (0.0104, "no_unit", None),
        (True, "unparsed", None),
        (float("nan"), "missing", None),
        (CellError("#REF!"), "unparsed", None),
    ],
)
def test_cells_that_are_not_text_are_read_by_their_type(value, kind, minutes):
    read = parse_duration(value)
    assert (read.kind, read.low, read.high) == (kind, minutes, minutes)
    assert read.raw == as_text(value)


def test_settings_of_the_province_say_how_long_a_day_is():
    settings = Settings(minutes_per_day=480, days_per_week=6, days_per_month=25, days_per_year=250)
    assert parse_duration("1 hari kerja", settings).low == 480
    assert parse_duration("1 minggu", settings).low == 6 * 480
    assert parse_duration("1 triwulan", settings).low == 75 * 480
    assert parse_duration("1 tahun", settings).low == 250 * 480


NUMBERS = st.sampled_from(["1", "1,5", "½", "1/2", "satu", "10", "1.000", "9" * 30])
UNITS = st.sampled_from(["jam", "hari kerja", "hri", "menit", "x 24 jam", "'", "", "bulan"])
GLUE = st.sampled_from([" ", "-", " s.d. ", "; ", "/", " per ", "(", ")", "maks. ", "± ", "min "])


@given(st.lists(st.tuples(GLUE, NUMBERS, GLUE, UNITS).map("".join)).map("".join))
def test_any_mixture_of_known_pieces_is_read_without_failing(typed):
    read = parse_duration(typed)
    assert read.raw == typed
    assert (read.low is not None) == (read.kind in ("duration", "instant"))


@given(
    low=st.integers(1, 500), more=st.integers(0, 500), unit=st.sampled_from(["jam", "hari kerja"])
)
def test_a_range_is_its_two_ends(low, more, unit):
    read = parse_duration(f"{low} - {low + more} {unit}")
    assert read.low == parse_duration(f"{low} {unit}").low
    assert read.high == parse_duration(f"{low + more} {unit}").high


@pytest.mark.parametrize(
    "piece", ["1 ", "1 jam ", "(", "- ", "s.d. ", "x", "maks ", "1/", ".", "'"]
)
def test_a_text_of_100_kilobytes_is_refused_at_once(piece):
    typed = piece * (100_000 // len(piece))
    with at_once():
        assert parse_duration(typed).kind in ("unparsed", "missing")
