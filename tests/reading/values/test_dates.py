from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.text import as_text
from sopbatch.text.words import long_date
from tests.patience import at_once

VECTORS = [
    ("D01", "28 April 2009", "2009-04-28", ""),
    ("D02", "28 Juni 2009", "2009-06-28", ""),
    ("D04", "02 Juni 2025", "2025-06-02", ""),
    ("D05", "02 June 2025", "2025-06-02", "english_month"),
    ("D07", "26 Mei 2025", "2025-05-26", ""),
    ("D08", "Januari 2014", "2014-01-01..2014-01-31", ""),
    ("D10", "JUNI 2020", "2020-06-01..2020-06-30", ""),
    ("D11", "Oktober 2019", "2019-10-01..2019-10-31", ""),
    ("D13", "", "missing", ""),
    ("D14", "N/A", "missing", ""),
    ("D16", "22 OKTOBER 2014", "2014-10-22", ""),
    ("D17", "05 Desember 2017", "2017-12-05", ""),
    ("D19", "Selasa, tanggal 11 Desember 2012", "2012-12-11", ""),
    ("D20", "Rabu, tanggal 13 Maret 2013", "2013-03-13", ""),
    ("D22", "Jum'at, 7 Maret 2025", "2025-03-07", ""),
    ("D23", "26 s.d. 27 Juli 2012", "2012-07-26..2012-07-27", ""),
    (
        "D25",
        "10 September 2012 sampai dengan tanggal 12 September 2012",
        "2012-09-10..2012-09-12",
        "",
    ),
    ("D26", "minggu I Nopember 2013", "2013-11-01..2013-11-07", "old_spelling"),
    ("D28", "28/04/2009", "2009-04-28", ""),
    ("D29", "03/04/2019", "2019-04-03", "day_month_assumed"),
    ("D31", "04/28/2009", "invalid", ""),
    ("D32", "28-04-2009", "2009-04-28", ""),
    ("D34", "28-Apr-09", "2009-04-28", "two_digit_year"),
    ("D35", "1 Agt 2020", "2020-08-01", ""),
    ("D37", "1 Nop 2013", "2013-11-01", "old_spelling"),
    ("D38", "tgl 15 Mei 2020", "2020-05-15", ""),
    ("D40", "Samarinda, 1 Maret 2021", "2021-03-01", "place"),
    ("D41", "2 Januri 2024", "2024-01-02", "misspelt_month"),
    ("D43", "29 Februari 2023", "invalid", ""),
    ("D44", "29 Februari 2024", "2024-02-29", ""),
    ("D46", "1-3-2021", "2021-03-01", "day_month_assumed"),
    ("D47", "2025", "2025-01-01..2025-12-31", ""),
    ("D49", "10 Juni 2O25", "unparsed", ""),
    ("D50", "1 Muharram 1446 H", "unparsed", ""),
    ("D52", "2 Juni 2025 (revisi ke-1)", "unparsed", ""),
    ("", "2024-02-29", "2024-02-29", ""),
    ("", "2009-04-28 00:00:00", "2009-04-28", ""),
    ("", "28.04.2009", "2009-04-28", ""),
    ("", "20260303", "2026-03-03", ""),
    ("", "20260230", "invalid", ""),
    ("", "20269999", "invalid", ""),
    ("", "30032026", "unparsed", ""),
    ("", "31 September 2026", "invalid", ""),
    ("", "00/00/2026", "invalid", ""),
    ("", "03/03/2025 08:00", "2025-03-03", ""),
    ("", "3 Maret 2025 pukul 08.30 WITA", "2025-03-03", ""),
    ("", "3 Maret 2025, 08:00:15", "2025-03-03", ""),
    ("", "3 Maret 2025 28:00", "unparsed", ""),
    ("", "3 Maret Tahun 2026", "2026-03-03", ""),
    ("", "tertanggal 3 Maret 2026", "2026-03-03", ""),
    ("", "Maret 3, 2026", "2026-03-03", ""),
    ("", "28 / 04 / 2009", "2009-04-28", ""),
    ("", "28/04/75", "1975-04-28", "two_digit_year"),
    ("", "28/04/70", "1970-04-28", "two_digit_year"),
    ("", "28/04/69", "2069-04-28", "two_digit_year"),
    ("", "02/02/2020", "2020-02-02", ""),
    ("", "1 Maret 2021.", "2021-03-01", ""),
    ("", "28 April 2009", "2009-04-28", ""),
    ("", "1 Febuari 2020", "2020-02-01", "misspelt_month"),
    ("", "1 Juri 2020", "unparsed", ""),
    ("", "12 Pebruari 2013", "2013-02-12", "old_spelling"),
    ("", "39931", "2009-04-28", ""),
    ("", "2O25", "unparsed", ""),
    ("", "32 Januari 2024", "invalid", ""),
    ("", "31/04/2020", "invalid", ""),
    ("", "2024-02-30", "invalid", ""),
    ("", "1850", "invalid", ""),
    ("", "28 April 209", "unparsed", ""),
    ("", "1 Juni 20 25", "unparsed", ""),
    ("", "Juni 20", "unparsed", ""),
    ("", "June 2, 2025", "2025-06-02", "english_month"),
    ("", "Samarinda 1 Maret 2021", "2021-03-01", "place"),
    ("", "Samarinda / 1 Maret 2021", "2021-03-01", "place"),
    ("", "Samarinda: Senin, 1 Maret 2021", "2021-03-01", "place"),
    ("", "Tlg: 1 Maret 2021", "2021-03-01", "place"),
    ("", "Tanjung Redeb 1 Maret 2021", "2021-03-01", "place"),
    ("", "Samarinda tanggal 01-03-2021", "2021-03-01", "day_month_assumed place"),
    ("", "sebelum 1 Maret 2021", "unparsed", ""),
    ("", "Paling lambat 1 Maret 2021", "unparsed", ""),
    ("", "Revisi 2 Maret 2021", "unparsed", ""),
    ("", "akhir Maret 2021", "unparsed", ""),
    ("", "3-XIII-2025", "invalid", ""),
    ("", "31-IX-2025", "invalid", ""),
    ("", "3-III-25", "2025-03-03", "two_digit_year"),
    ("", "1 Ramadan 1446 H / 1 Maret 2025 M", "2025-03-01", ""),
    ("", "1 Maret 2025 M / 1 Ramadan 1446 H", "2025-03-01", ""),
    ("", "Jumat, 28 Februari 2025 M/29 Sya'ban 1446 H", "2025-02-28", ""),
    ("", "1 Ramadan 1446", "unparsed", ""),
    ("", "1 Ramadan 1446 H / 31 Februari 2025 M", "invalid", ""),
    ("", "Senin, 3 Maret 2025", "2025-03-03", ""),
    ("", "Selasa, 3 Maret 2025", "2025-03-03", "weekday_mismatch"),
    ("", "Minggu, 2 Maret 2025", "2025-03-02", ""),
    ("", "Samarinda, Senin, 1 Maret 2021", "2021-03-01", "place"),
    ("", "minggu ke-2 Maret 2025", "2025-03-08..2025-03-14", ""),
    ("", "minggu V Januari 2025", "2025-01-29..2025-01-31", ""),
    ("", "minggu V Februari 2025", "invalid", ""),
    ("", "Triwulan I 2025", "2025-01-01..2025-03-31", ""),
    ("", "TW 4 tahun 2025", "2025-10-01..2025-12-31", ""),
    ("", "Semester II Tahun 2025", "2025-07-01..2025-12-31", ""),
    ("", "Triwulan V 2025", "invalid", ""),
    ("", "06/2020", "2020-06-01..2020-06-30", ""),
    ("", "28 Juni - 2 Juli 2012", "2012-06-28..2012-07-02", ""),
    ("", "Januari - Maret 2014", "2014-01-01..2014-03-31", ""),
    ("", "2020-2024", "2020-01-01..2024-12-31", ""),
    ("", "27 s/d 26 Juli 2012", "invalid", ""),
    ("", "1 s.d. 31 Juni 2012", "invalid", ""),
    ("", "belum ada", "unparsed", ""),
    ("", "28\u00a0April\u200b 2009", "2009-04-28", ""),
    ("", "Jum’at, 7 Maret 2025", "2025-03-07", ""),
]


def written(read):
    if read.start is None:
        return read.kind
    return f"{read.start}" if read.kind == "date" else f"{read.start}..{read.end}"


@pytest.mark.parametrize(("vector", "typed", "meant", "flags"), VECTORS)
def test_dates_are_read_as_typed(vector, typed, meant, flags):
    read = parse_date(typed)
    assert (written(read), " ".join(sorted(read.flags))) == (meant, flags)
    assert read.raw == typed


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (None, "missing"),
        (date(2009, 4, 28), "2009-04-28"),
        (datetime.fromisoformat("2009-04-28 10:00"), "2009-04-28"),
        (39931, "2009-04-28"),
        (39931.0, "2009-04-28"),
        (45000.75, "2023-03-15"),
        (2025, "2025-01-01..2025-12-31"),
        (2025.0, "2025-01-01..2025-12-31"),
        (12, "unparsed"),
        (1e309, "missing"),
        (True, "unparsed"),
        (time(8, 0), "unparsed"),
        (date(1899, 12, 31), "invalid"),
    ],
)
def test_cells_that_are_not_text_are_dates_too(value, meant):
    read = parse_date(value)
    assert written(read) == meant
    assert read.raw == as_text(value)


def test_a_workbook_of_the_1904_system_counts_from_1904():
    assert parse_date(38469, date_1904=True).value == date(2009, 4, 28)
    assert parse_date("38469", date_1904=True).value == date(2009, 4, 28)


def test_a_range_has_no_single_day():
    assert parse_date("Juni 2020").value is None


@given(st.dates(date(1901, 1, 1), date(2199, 12, 31)))
def test_every_formatted_day_is_read_back(day):
    assert parse_date(long_date(day)).value == day
    assert parse_date(day.isoformat()).value == day
    assert parse_date(day.strftime("%d/%m/%Y")).value == day


@given(
    st.lists(
        st.sampled_from(
            [
                "28",
                "Apr",
                " ",
                "-",
                "/",
                "2009",
                "minggu I",
                "s.d.",
                ",",
                "Senin",
                "tgl",
                "TW 5",
                "0",
            ]
        )
    ).map("".join)
)
def test_any_mixture_of_known_pieces_is_read_without_failing(typed):
    assert parse_date(typed).raw == typed


@pytest.mark.parametrize("piece", ["1 ", "1-", "senin, ", "a,", "s.d. ", "mei "])
def test_a_text_of_100_kilobytes_is_refused_at_once(piece):
    with at_once():
        assert parse_date(piece * 30_000).kind == "unparsed"


@pytest.mark.parametrize(
    ("typed", "by"),
    [
        ("3 Maret 2025", date(2025, 3, 3)),
        ("Oktober 2018", date(2018, 10, 31)),
        ("Februari 2024", date(2024, 2, 29)),
        ("26 s.d. 27 Juli 2012", date(2012, 7, 27)),
        ("2018", None),
        ("Triwulan III 2018", None),
        ("menyusul", None),
    ],
)
def test_a_month_is_over_by_its_last_day(typed: str, by: date | None):
    assert parse_date(typed).by == by
