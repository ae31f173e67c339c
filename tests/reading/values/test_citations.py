from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model.values import Citation
from sopbatch.reading.values.citations import RANK, parse_citation
from tests.patience import at_once

TABLE = Path(__file__).with_name("citations.md").read_text(encoding="utf-8")
VECTORS = [[cell.strip() for cell in line.strip("|").split("|")] for line in TABLE.splitlines()[4:]]


@pytest.mark.parametrize(("vector", "typed", "type_", "issuer", "number", "year"), VECTORS)
def test_a_regulation_is_known_by_type_issuer_number_and_year(
    vector, typed, type_, issuer, number, year
):
    read = parse_citation(typed)
    assert (read.type, read.issuer, read.number) == (type_, issuer, number)
    assert read.year == (int(year) if year else None)
    assert read.raw == typed


@pytest.mark.parametrize(
    ("typed", "flags"),
    [
        ("PP N0. 73 TAHUN 2005 TENTANG KELURAHAN", set()),
        ("Perbub. Musi Rawas No. 45 Tahun 2008 tentang Tupoksi", set()),
        ("Undang-Undnag Nomor 16 Tahun 1997 tentang Statistik", set()),
        ("Permenpan PPN Bappenas No.5 Tahun 2019 tentang Renstra", {"issuer_unclear"}),
        ("Peraturan Menteri Nomor 5 Tahun 2019 tentang Renstra", {"issuer_unclear"}),
        ("UU Nomor 16 Tahun 1997 tetntang Statistik", {"misspelt_tentang"}),
        ("UU Nomor 16 Tahun 1997 Statistik", {"without_tentang"}),
        ("Surat Dirjen Perbendaharaan Nomor S-2318/PB.6/2016", {"letter"}),
        ("Statistik Provinsi dan Badan Pusat Statistik Kabupaten/Kota ;", {"fragment"}),
        ("tentang Statistik", {"fragment"}),
        ("Petunjuk Teknis Pembuatan dan Penetapan Angka Kredit", set()),
        ("UU Nomor 16 Tahun 1997 tentang Statistik", set()),
    ],
)
def test_doubts_about_a_citation_are_flagged(typed, flags):
    assert parse_citation(typed).flags == flags


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("1, Undang-Undang Nomor 16 Tahun 1997 Tentang Statistik;", "Statistik"),
        (
            "UU No. 16 Tahun 1997 tentang Statistik (Lembaran Negara Tahun 1997 Nomor 39)",
            "Statistik",
        ),
        ("UU 16/1997 tentang Statistik, Tambahan Lembaran Negara Nomor 3683", "Statistik"),
        ("PP No. 1 Tahun 2000 tentang Isi Lembaran Negara", "Isi Lembaran Negara"),
        ("UU Nomor 16 Tahun 1997 Statistik", "Statistik"),
        ("UU Cipta Kerja No 11 Tahun 2020", "Cipta Kerja"),
        ("Undang-Undang RI Pelayanan Publik Nomor 25 Tahun 2009", "Pelayanan Publik"),
        ("UU Desa 6/2014", "Desa"),
        ("UU Republik Indonesia Nomor 6 Tahun 2014", ""),
        (
            "PP No 27 Tahun 2014 tentang BMN/D, yang telah diubah dengan PP No 28 Tahun 2020",
            "BMN/D",
        ),
    ],
)
def test_the_title_stands_behind_tentang(typed, title):
    assert parse_citation(typed).title == title


def test_an_amending_regulation_names_what_it_amends():
    read = parse_citation(
        "Peraturan Menteri Keuangan Nomor 215/PMK.05/2016 tentang Perubahan Atas Peraturan Menteri"
        " Keuangan Nomor 213/PMK.05/2013 tentang Sistem Akuntansi"
    )
    assert read.amends == (Citation("PERMEN", "KEU", "213/PMK.05/2013", 2013),)
    second = parse_citation("UU No 9 Tahun 2015 tentang Perubahan Kedua atas UU No 23 Tahun 2014")
    assert second.amends == (Citation("UU", "", "23", 2014),)


@pytest.mark.parametrize(
    ("typed", "issuer", "title"),
    [
        ("PP Disiplin PNS 94/2021", "", "Disiplin PNS"),
        ("PP RI Disiplin PNS No. 94 Tahun 2021", "", "Disiplin PNS"),
        ("Perpres Pengadaan Barang/Jasa Nomor 16 Tahun 2018", "", "Pengadaan Barang/Jasa"),
        ("Permendagri Tata Naskah Dinas 1/2023", "DAGRI", "Tata Naskah Dinas"),
        ("Peraturan Menteri Kesehatan RI Puskesmas, No. 43 Tahun 2019", "KES", "Puskesmas"),
        ("PMK Standar Biaya Masukan 49/2023", "KEU", "Standar Biaya Masukan"),
        ("Peraturan Kepala BKN Cuti 24/2017", "BKN", "Cuti"),
        ("Perda RTRW No 1 Tahun 2016", "", "RTRW"),
        ("Perda Kota Bontang Retribusi 3/2012", "Kota Bontang", "Retribusi"),
        ("Pergub Kaltim Tata Naskah Dinas 12/2020", "Kalimantan Timur", "Tata Naskah Dinas"),
        ("UU Pemda 23/2014 sebagaimana telah diubah dengan UU 9/2015", "", "Pemda"),
        # More of who issued it is no name of what it is about.
        ("Pergub Kalimantan Timur Nomor 12 Tahun 2020", "Kalimantan Timur", ""),
        ("Perbup Musi Raws 13/2008", "Musi Raws", ""),
        ("Perda Kota Bontan 3/2012", "Kota Bontan", ""),
        ("Permen Desa Pembangunan Daerah Tertinggal 5/2015", "?", ""),
        ("Permen ESDM 12/2020", "ESDM", ""),
        ("Perka Arsip Nasional RI No 2/2014", "ANRI", ""),
    ],
)
def test_a_name_in_front_of_the_number_is_a_title(typed: str, issuer: str, title: str):
    read = parse_citation(typed)
    assert (read.issuer, read.title) == (issuer, title)
    assert read.number
    assert read.year


@pytest.mark.parametrize(
    ("typed", "issuer", "number", "year"),
    [
        ("SKB 3 Menteri tentang Seragam Sekolah", "Tiga Menteri", "", None),
        ("SKB 3 Menteri Nomor 02/KB/2021 tentang Seragam", "Tiga Menteri", "02/KB/2021", 2021),
        ("Staatsblad 1847 Nomor 23 tentang KUHD", "", "23", 1847),
        ("Staatsblad Tahun 1847 No. 23", "", "23", 1847),
        ("Stb. 1926-226", "", "226", 1926),
    ],
)
def test_old_gazettes_and_decrees_of_some_ministers_have_their_own_order(
    typed: str, issuer: str, number: str, year: int | None
):
    read = parse_citation(typed)
    assert (read.issuer, read.number, read.year) == (issuer, number, year)


@pytest.mark.parametrize(
    "words",
    [
        "sebagaimana telah diubah dengan",
        "sebagaimana telah beberapa kali diubah terakhir dengan",
        "(sebagaimana telah diubah beberapa kali, terakhir dengan",
        "yang telah diubah dengan",
    ],
)
def test_an_amended_regulation_names_the_amendment(words):
    read = parse_citation(f"UU No 23 Tahun 2014 tentang Pemda {words} UU Nomor 9 Tahun 2015")
    assert (read.number, read.year, read.title) == ("23", 2014, "Pemda")
    assert read.amended_by == (Citation("UU", "", "9", 2015),)


@pytest.mark.parametrize(
    "title",
    [
        "Perubahan Kedua Peraturan Presiden Nomor 54 Tahun 2010 tentang Pengadaan",
        "Perubahan Perpres Nomor 54 Tahun 2010",
        "perubahan ketiga atas Perpres No. 54 Tahun 2010",
    ],
)
def test_a_change_is_known_without_atas(title):
    read = parse_citation(f"Perpres Nomor 70 Tahun 2012 tentang {title}")
    assert read.amends == (Citation("PERPRES", "", "54", 2010),)


@pytest.mark.parametrize(
    "words",
    [
        "s.t.d.d.",
        "stdd",
        "s.t.d.t.d.",
        "y.s.d.u",
        "yang telah di ubah dengan",
        *("sebagaimana telah diubah dg", "sebagaimana diubah", "diubah beberapa kali, terakhir"),
    ],
)
def test_the_short_words_for_an_amendment_are_known(words):
    read = parse_citation(f"UU No 7 Tahun 1989 tentang Peradilan {words} UU No.3 Tahun 2006")
    assert (read.title, read.amended_by) == ("Peradilan", (Citation("UU", "", "3", 2006),))


def test_every_amendment_of_a_row_of_them_is_kept():
    read = parse_citation("UU 7/1989 tentang Peradilan y.s.d.u UU 3/2006 y.s.d.u UU 50/2009")
    assert [one.year for one in read.amended_by] == [2006, 2009]


@pytest.mark.parametrize(
    "typed",
    [
        "Peraturan BKN 12/2002 tentang Pelaksanaan PP 99/2000 sebagaimana diubah dengan PP 12/02",
        "Pergub 57/2014 tentang Petunjuk Perda 12/2013 sebagaimana diubah dengan Perda 5/2016",
    ],
)
def test_what_amended_the_regulation_that_it_carries_out_is_not_its_own(typed):
    assert parse_citation(typed).amended_by == ()


def test_what_an_amendment_carries_out_amended_nothing():
    read = parse_citation(
        "Pergub 57 Tahun 2014 sebagaimana telah diubah dengan Pergub 7 Tahun 2016 tentang"
        " Pelaksanaan Perda 12 Tahun 2013 tentang Pelayanan"
    )
    assert [one.type for one in read.amended_by] == ["PERGUB"]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("SE Mendagri Nomor 470/32/SJ Perihal Larangan Pungutan", "Larangan Pungutan"),
        ("Himpunan Hukum Adat (Inpres Nomor 2 Tahun 1992)", "Himpunan Hukum Adat"),
        ("Perka BKN Nomor 4 Tahun 2023 tanggal 4 April 2023", ""),
    ],
)
def test_a_title_is_known_by_other_words_and_a_day_is_none(typed, title):
    assert parse_citation(typed).title == title
    assert parse_citation(typed).flags == set()


def test_several_amendments_are_all_kept():
    read = parse_citation(
        "UU Nomor 23 Tahun 2014 sebagaimana telah diubah dengan UU Nomor 2 Tahun 2015 dan terakhir"
        " dengan Undang-Undang Nomor 9 Tahun 2015"
    )
    assert [(c.number, c.year) for c in read.amended_by] == [("2", 2015), ("9", 2015)]


def test_what_a_law_was_made_of_amended_nothing():
    read = parse_citation(
        "UU Nomor 23 Tahun 2014 tentang Pemda sebagaimana telah diubah terakhir dengan UU Nomor 6"
        " Tahun 2023 tentang Penetapan Perppu Nomor 2 Tahun 2022 menjadi Undang-Undang"
    )
    assert [(c.number, c.year) for c in read.amended_by] == [("6", 2023)]


def test_a_chain_goes_on_behind_commas_and_has_one_title():
    read = parse_citation("UU 23/2014 jis UU 2/2015, UU 9/2015 tentang Pemerintahan Daerah")
    assert [(c.number, c.year) for c in read.chain] == [("2/2015", 2015), ("9/2015", 2015)]
    assert read.title == "Pemerintahan Daerah"


def test_a_chain_keeps_its_later_members():
    read = parse_citation(
        "Perpres No. 16 Tahun 2018 jo. Perpres No. 12 Tahun 2021 jo. No. 46 Tahun 2025;"
    )
    assert read.chain == (
        Citation("PERPRES", "", "12", 2021),
        Citation("PERPRES", "", "46", 2025),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kepmen. PAN No. 26 Tahun 2004", "Keputusan Menteri PAN Nomor KEP/26/M.PAN/2/2004"),
        ("Permenpan No.PER/21/M-PAN/11/2008", "Permen PAN Nomor: PER /21/ M.PAN/11/2008"),
        ("Pergub Kaltim 51/2012", "Peraturan Gubernur Kalimantan Timur Nomor 51 Tahun 2012"),
        (
            "Pergub No 51 Tahun 2012 tentang SOP Provinsi Kalimantan Timur",
            "Peraturan Gubernur Kalimantan Timur Nomor 51 Tahun 2012",
        ),
        ("Perda Kaltim No. 9 Tahun 2016", "Perda Provinsi Kalimantan Timur Nomor 09 Tahun 2016"),
    ],
)
def test_the_same_regulation_is_the_same_however_it_is_written(one, other):
    assert parse_citation(one).identity == parse_citation(other).identity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Perda Kabupaten Malang No 1 Tahun 2007", "Perda Kota Malang No 1 Tahun 2007"),
        ("Kepgub Kaltim 188.44/K.1/2020", "Kepgub Kaltim 188.44/K.2/2020"),
        ("UU No 1 Tahun 2007", "PP No 1 Tahun 2007"),
    ],
)
def test_different_regulations_stay_different(one, other):
    assert parse_citation(one).identity != parse_citation(other).identity


def test_ranks_go_from_the_constitution_down_to_circulars():
    order = ["UUD", "UU", "PP", "PERPRES", "INPRES", "PERMEN", "KEPMEN", "PERDA", "PERGUB"]
    order += ["KEPGUB", "SE"]
    assert all(RANK[higher] < RANK[lower] for higher, lower in pairwise(order))
    assert RANK["UU"] == RANK["PERPPU"]
    assert RANK["PERGUB"] == RANK["PERBUP"] == RANK["PERWALI"]
    assert all(type_ in RANK for _, _, type_, *_ in VECTORS if type_)


PIECES = [
    "UU",
    "Permen",
    " ",
    "PAN",
    "No.",
    "N0",
    "5",
    "/",
    "tahun 2014",
    "tentang",
    "jo.",
    "Perda",
]
PIECES += ["diubah dengan", "Perubahan atas", "(Lembaran Negara", ")", "Kota", "Prov.", "Kaltim"]


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_mixture_of_known_pieces_is_read_without_failing(typed):
    read = parse_citation(typed)
    assert read.raw == typed
    assert isinstance(read.identity, tuple)


@pytest.mark.parametrize(
    "piece",
    [
        "UU ",
        "1",
        ", ",
        "(",
        "jo. ",
        "sebagaimana ",
        "telah diubah ",
        "Perubahan atas UU No 1 ",
        "a",
        "/",
    ],
)
def test_a_text_of_100_kilobytes_is_read_at_once(piece):
    with at_once():
        parse_citation(piece * (100_000 // len(piece)))
        parse_citation("UU Nomor 1 tentang " + piece * (100_000 // len(piece)))
