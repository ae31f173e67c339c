from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model.grid import CellError
from sopbatch.model.sop import Symbol
from sopbatch.reading.values.fragments import join_fragments
from sopbatch.reading.values.lists import split_items
from sopbatch.reading.values.text import (
    as_text,
    count_number,
    is_column_numbers,
    step_number,
    symbol,
)
from sopbatch.text.straight import clean, fold, is_missing, straighten
from tests.patience import at_once


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("\ufeffKepala\u00a0Biro\u200b ", "Kepala Biro"),
        ("satu\r\ndua\rtiga\u2028empat", "satu\ndua\ntiga\nempat"),
        ("a  \t b \n\n\n\n c", "a b\n\nc"),
        ("1 – 20 “hari”", "1 – 20 “hari”"),
        ("nama\x00\x07 \u202egelap", "nama gelap"),
        ("👩\u200d💻 Dayak Kényah", "👩\u200d💻 Dayak Kényah"),
    ],
)
def test_clean_text_prints_what_was_typed_without_the_invisible(typed, printed):
    assert clean(typed) == printed


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Nomor SOP :", "nomor sop"),
        ("Jum’at", "jum'at"),
        ("1 – 20 Hari", "1 - 20 hari"),
        ("Kelengkapan\nPersyaratan.", "kelengkapan persyaratan"),
        ("1½ jam", "1 1/2 jam"),
        ("ＳＯＰ", "sop"),
    ],
)
def test_folded_text_compares_alike(typed, compared):
    assert fold(typed) == compared


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "\u00a0", "-", "–", "--", "- - -", "...", "……", "____", "xxx", "xxx/xxx"),
        *("N/A", "NA", "nihil", "Nihil.", "tidak ada"),
    ],
)
def test_missing_words_are_missing(typed):
    assert is_missing(typed)


@pytest.mark.parametrize("typed", ["Ada", "0", "1", "x", "XII", "tidak ada waktu", "nasional"])
def test_words_that_say_something_are_not_missing(typed):
    assert not is_missing(typed)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  x ", "  x "),
        (True, "TRUE"),
        (3, "3"),
        (3.0, "3"),
        (0.5, "0,5"),
        (0.1 + 0.2, "0,3"),
        (1.97001011995011e17, "197001011995011000"),
        (float("nan"), ""),
        (float("inf"), ""),
        (date(2009, 4, 28), "28 April 2009"),
        (datetime.fromisoformat("2009-04-28"), "28 April 2009"),
        (datetime.fromisoformat("2009-04-28 08:30"), "28 April 2009 08:30"),
        (time(0, 15), "00:15"),
        (time(1, 30, 15), "01:30:15"),
        (timedelta(hours=26, minutes=5), "26:05"),
        (-timedelta(minutes=5), "-00:05"),
        (CellError("#REF!"), "#REF!"),
    ],
)
def test_cell_values_become_the_text_that_is_seen(value, text):
    assert as_text(value) == text


def test_a_number_of_five_thousand_digits_becomes_text():
    assert len(as_text(10**5000)) == 5001


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("", ()),
        ("-", ()),
        ("Tidak ada", ("Tidak ada",)),
        ("Komputer\nPrinter", ("Komputer", "Printer")),
        ("1. Komputer\n2) Printer\n3, Meja\n(4) Kursi", ("Komputer", "Printer", "Meja", "Kursi")),
        ("1 Komputer\n2 Printer\n3 Meja", ("Komputer", "Printer", "Meja")),
        ("1 unit komputer\n2 buah printer", ("1 unit komputer", "2 buah printer")),
        ("2 Printer", ("2 Printer",)),
        ("1 Komputer\n1 Printer", ("1 Komputer", "1 Printer")),
        ("a. Komputer\nb) Printer", ("Komputer", "Printer")),
        ("- Komputer\n• Printer\n•Meja", ("Komputer", "Printer", "Meja")),
        ("1. Komputer 2. Printer 3. Kertas", ("Komputer", "Printer", "Kertas")),
        ("Komputer 2. Printer 3. Kertas", ("Komputer", "Printer", "Kertas")),
        ("1. Alat Tulis 3. Printer\n2. Meja 4. Kursi", ("Alat Tulis", "Meja", "Printer", "Kursi")),
        ("Ruang lantai 3. Lemari", ("Ruang lantai 3. Lemari",)),
        ("1. Komputer 4. Printer", ("Komputer 4. Printer",)),
        ("UU Nomor 5 Tahun 2014; PP Nomor 8;", ("UU Nomor 5 Tahun 2014", "PP Nomor 8")),
        ("Jika rusak; maka lapor", ("Jika rusak; maka lapor",)),
        ("1,5 m kabel\n2.5 inci", ("1,5 m kabel", "2.5 inci")),
        ("a.n. Gubernur", ("a.n. Gubernur",)),
    ],
)
def test_a_cell_is_split_into_items(typed, items):
    assert split_items(typed) == items


@pytest.mark.parametrize(
    ("items", "joined"),
    [
        ((), ()),
        (("UU 1", "UU 2"), (("UU 1", (0,)), ("UU 2", (1,)))),
        (("UU Nomor 1 tentang", "Statistik"), (("UU Nomor 1 tentang Statistik", (0, 1)),)),
        (("UU Nomor 1", "tentang Statistik"), (("UU Nomor 1 tentang Statistik", (0, 1)),)),
        (
            ("Peraturan Badan", "Pusat Statistik Nomor 3", "UU 2"),
            (("Peraturan Badan Pusat Statistik Nomor 3", (0, 1)), ("UU 2", (2,))),
        ),
        (
            ("Organisasi Badan Pusat", "Statistik Provinsi dan Badan"),
            (("Organisasi Badan Pusat Statistik Provinsi dan Badan", (0, 1)),),
        ),
        (("Peraturan Menteri", "Nomor 5"), (("Peraturan Menteri Nomor 5", (0, 1)),)),
        (("UU Nomor 1", "No. 2 Tahun 2009"), (("UU Nomor 1", (0,)), ("No. 2 Tahun 2009", (1,)))),
        (("1. Komputer", "2. printer"), (("Komputer", (0,)), ("printer", (1,)))),
        (("komputer", "printer"), (("komputer", (0,)), ("printer", (1,)))),
        (
            ("UU Nomor 1 tentang;", "Statistik"),
            (("UU Nomor 1 tentang;", (0,)), ("Statistik", (1,))),
        ),
        (("UU 1", "", "dan turunannya"), (("UU 1 dan turunannya", (0, 2)),)),
    ],
)
def test_fragments_are_joined_and_keep_their_places(items, joined):
    assert join_fragments(items) == joined


LAW = "Permenkes No. 14 Tahun 2021 tentang Standar"


def test_a_law_with_number_and_title_is_no_title_of_the_one_above():
    above = "SK Kepala Puskesmas Nomor : tentang"
    assert (
        len(join_fragments([above, "Permenkes No. 14 Tahun 2021 tentang Standar"], laws=True)) == 2
    )
    assert len(join_fragments([above, "Peraturan Internal Puskesmas"], laws=True)) == 1


@pytest.mark.parametrize(
    "end", ["Pelaksanaan", "Peraturan Pelaksanaan", "Perubahan Kedua", "Perubahan", "Penetapan"]
)
def test_a_title_that_must_go_on_goes_on_with_the_law_it_is_about(end: str):
    wrapped = [f"PP No. 96 Tahun 2012 tentang {end}", "Undang-Undang Nomor 25 Tahun 2009"]
    assert len(join_fragments(wrapped, laws=True)) == 1
    about = "Peraturan Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan"
    assert len(join_fragments(["PP No. 96 Tahun 2012 tentang", about], laws=True)) == 1


@pytest.mark.parametrize(
    ("rest", "joined"),
    [
        ("Kegiatan Usaha", True),
        ("Prosedur Administrasi Pemerintahan", True),
        ("Usaha dan Produk", True),
        ("Usaha", False),
        ("Perda Kota Samarinda", False),
        ("Surat Edaran Gubernur", False),
        ("Keterkaitan: SOP Surat", False),
        ("UU 25 Tahun 2009", False),
        ("dst.", False),
        ("dan seterusnya", False),
        ("SK Kepala Sekolah", False),
        ("Statuta Universitas", False),
        ("Renstra Dinas Kesehatan", False),
        ("Panduan Bulanan Gizi", False),
    ],
)
def test_words_in_capitals_go_on_with_the_title_of_a_law(rest: str, joined: bool):
    assert len(join_fragments([LAW, rest], laws=True)) == 2 - joined
    assert len(join_fragments([LAW, rest])) == 2
    assert len(join_fragments([f"{LAW}.", rest], laws=True)) == 2


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("1", 1),
        ("1.", 1),
        (1.0, 1),
        ("1)", 1),
        ("(12)", 12),
        ("3.0", 3),
        (" 07 ", 7),
        (0, 0),
        ("1a", None),
        (1.5, None),
        (-1, None),
        (True, None),
        ("", None),
        (None, None),
        ("9" * 4301, None),
        (1e309, None),
        (date(2020, 1, 1), None),
    ],
)
def test_step_numbers_are_read_as_typed(value, number):
    assert step_number(value) == number


@pytest.mark.parametrize(
    ("value", "number"),
    [
        *((2, 2), ("(2)", 2), ("0 (nol)", 0), ("11 (Sebelas)", 11), ("20(dua  puluh)", 20)),
        *(("2 (tiga)", None), ("21 (dua puluh satu)", None), ("nol", None), (None, None)),
    ],
)
def test_counts_are_read_with_their_words(value, number):
    assert count_number(value) == number


@pytest.mark.parametrize(
    ("row", "counted"),
    [
        (["(1)", "(2)", "(3)"], True),
        ([1.0, 2, "3", None, "4."], True),
        ([1, "", 3, 7], True),
        ([1, "Menerima surat", 3], False),
        ([1, 4], False),
        ([3, 2, 1], False),
        ([], False),
    ],
)
def test_a_row_of_column_numbers_is_known(row, counted):
    assert is_column_numbers(row) is counted


@pytest.mark.parametrize(
    ("word", "meant"),
    [(word, Symbol.START) for word in ("M", "Mulai", "start")]
    + [(word, Symbol.END) for word in ("S", "Selesai", "END", "akhir")]
    + [(word, Symbol.DECISION) for word in ("K", "Keputusan", "Decision", "d", "◇")]
    + [(word, Symbol.PROCESS) for word in ("P", "Proses", "x", "V", "✓", "✔\ufe0f", "■", "Process")]
    + [(word, None) for word in ("", "Mulia", "Q", "Ya", "Proses Keputusan")],
)
def test_symbol_words_are_known_without_case(word, meant):
    assert symbol(word) is meant


@given(st.text())
def test_straightening_twice_changes_nothing_more(typed):
    assert fold(fold(typed)) == fold(typed)
    assert clean(clean(typed)) == clean(typed)
    assert straighten(straighten(typed)) == straighten(typed)


@given(st.lists(st.text()))
def test_joining_loses_no_item_that_has_text(items):
    traced = [index for _, indices in join_fragments(items) for index in indices]
    assert traced == sorted(set(traced))


def test_normalising_lengthens_a_full_cell_by_little_and_loses_nothing():
    typed = "\ufdfa" * 32_767
    with at_once():
        straight = straighten(typed)
    assert len(straight) < 4 * len(typed)
    assert straight.count("\ufdfa") > 28_000
