"""Laws of comparing names and titles, over drawn ways in which people write them."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sopbatch.text.names import (
    aliases_of,
    are_different_people,
    name_key,
    person_key,
    stray_years,
)

CASES: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, str.title)
TITLES = (
    "Pengelolaan Surat Masuk",
    "Pelayanan Statistik Terpadu",
    "Survei Sosial Ekonomi Nasional",
    "Penyusunan Standar Operasional Prosedur Unit",
    "Pengolahan Sensus Penduduk 2020",
    "Pembinaan Tata Naskah Dinas",
)
SHORT = {"Pelayanan Statistik Terpadu": "PST", "Survei Sosial Ekonomi Nasional": "Susenas"}
FRONTS = (
    "",
    "SOP ",
    "SOP SOP ",
    "SOP: ",
    "SOP-AP ",
    "S.O.P. ",
    "SOP tentang ",
    "SPO ",
    "Standar Prosedur Operasional (SPO) ",
    "Standar Operasional dan Prosedur ",
    "Protap ",
    "SOP Mikro ",
    "SOP Nomor 12/SOP/2024 tentang ",
    "Judul SOP: ",
    "2. SOP ",
    "Standar Operasional Prosedur ",
    "Standar Operasional Prosedur (SOP) ",
    "STANDAR OPERASIONAL PROSEDUR (SOP) ADMINISTRASI PEMERINTAHAN ",
)
PEOPLE = ("Sabrang Lestari", "Lembuswana", "Awang Long Senopati", "Aji Putri Karang")
BEFORE = ("", "Ir. ", "Dr. ", "Drs. H. ", "Dr.Ir.", "Prof. Dr. Hj. ", "Plt. ")
DEGREES = ("S.Sos.", "S.H", "SE", "M.Si.", "M. Si", "M.E", "M.AP", "S.ST", "Ph.D", "A.Md", "MM")
OFFICES = (
    ("Kepala Bagian Umum", ("Kabag Umum", "Ka. Bag. Umum", "Kabag. Umum")),
    (
        "Kepala Subbagian Tata Usaha",
        ("Kasubbag TU", "Ka. Subbag. TU", "Kepala Sub Bagian Tata Usaha"),
    ),
    (
        "Kepala Badan Pusat Statistik Kabupaten Paser",
        (
            "Kepala BPS Kab. Paser",
            "Ka. BPS Kabupaten Paser",
            "Kepala BPS (Badan Pusat Statistik) Kabupaten Paser",
        ),
    ),
    ("Sekretaris Daerah Provinsi Kalimantan Timur", ("Sekda Prov. Kalimantan Timur",)),
    ("Kepala Biro Organisasi", ("Karo Organisasi", "Ka. Biro Organisasi", "KARO. ORGANISASI")),
)


@st.composite
def scrawled(draw: st.DrawFn, text: str) -> str:
    """The text in another case, with other blanks and marks around its words."""
    case = draw(st.sampled_from(CASES))
    gaps = st.sampled_from((" ", "  ", " \n", "\u00a0"))
    typed = "".join(f"{word}{draw(gaps)}" for word in case(text).split())
    return f"{draw(st.sampled_from(('', ' ')))}{typed}{draw(st.sampled_from(('', '.', ' ;', ',')))}"


@given(st.data(), st.sampled_from(TITLES))
def test_ways_of_writing_a_title_are_equal(data: st.DataObject, title: str):
    short = f" ({SHORT[title]})" if title in SHORT and data.draw(st.booleans()) else ""
    year = data.draw(st.sampled_from(("", " 2025", " Tahun 2025", " tahun anggaran 2026")))
    typed = f"{data.draw(st.sampled_from(FRONTS))}{data.draw(scrawled(title))}"
    typed = f"{typed.rstrip(' .;,')}{short}{year}"
    assert name_key(typed) == name_key(title)
    assert name_key(name_key(title)) == name_key(title)


@pytest.mark.long
@given(st.data(), st.lists(st.sampled_from(TITLES), min_size=2, max_size=2, unique=True))
def test_different_titles_stay_different(data: st.DataObject, titles: list[str]):
    left, right = (
        f"{data.draw(st.sampled_from(FRONTS))}{data.draw(scrawled(title))}" for title in titles
    )
    assert name_key(left) != name_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sensus Penduduk 2020", "Sensus Penduduk 2010"),
        ("Rapat Triwulan I", "Rapat Triwulan II"),
        ("Pengelolaan Surat (Masuk)", "Pengelolaan Surat (Keluar)"),
        ("Pengelolaan Surat Masuk (Elektronik)", "Pengelolaan Surat Masuk"),
        ("Kepala Bagian Umum", "Kepala Bagian Keuangan"),
        ("Permendagri Nomor 35 Tahun 2012", "Permendagri Nomor 35 Tahun 2015"),
        ("Pos Bantuan Hukum", "Bantuan Hukum"),
        ("POS PELAYANAN TERPADU", "PELAYANAN TERPADU"),
    ],
)
def test_what_tells_two_things_apart_is_kept(left: str, right: str):
    assert name_key(left) != name_key(right)


@given(st.data(), st.sampled_from(OFFICES))
def test_abbreviated_offices_are_equal(data: st.DataObject, office: tuple[str, tuple[str, ...]]):
    official, others = office
    typed = data.draw(scrawled(data.draw(st.sampled_from(others))))
    assert name_key(typed) == name_key(official)


@given(st.data(), st.sampled_from(("Biro Ortal", "Ortal", "Biro Organisasi dan Tata Laksana")))
def test_other_names_of_the_register_are_equal_once(data: st.DataObject, other: str):
    aliases = aliases_of((("Biro Organisasi", (other, "Organisasi")),))
    typed = data.draw(scrawled(f"Kepala {other} Setda"))
    assert name_key(typed, aliases) == "kepala biro organisasi sekretariat daerah"
    again = name_key("Kepala Biro Organisasi Setda", aliases)
    assert again == "kepala biro organisasi sekretariat daerah"


@st.composite
def signed(draw: st.DrawFn, person: str) -> str:
    """A name as it stands below a signature, with degrees after commas, or without any comma."""
    degrees = draw(st.lists(st.sampled_from(DEGREES), max_size=3))
    comma = draw(st.sampled_from((", ", " ", ",")))
    case = draw(st.sampled_from(CASES[:2]))
    behind = "".join(
        f"{comma if not place else draw(st.sampled_from((', ', ' ')))}{one}"
        for place, one in enumerate(degrees)
    )
    return f"{draw(st.sampled_from(BEFORE))}{case(person)}{behind}"


@pytest.mark.long
@given(st.data(), st.sampled_from(PEOPLE))
def test_degrees_with_and_without_commas_make_no_other_person(data: st.DataObject, person: str):
    left, right = data.draw(signed(person)), data.draw(signed(person))
    assert person_key(left) == person_key(right) == person.casefold()


@pytest.mark.long
@given(st.data(), st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=2, unique=True))
def test_different_people_are_told_apart(data: st.DataObject, people: list[str]):
    left, right = (person_key(data.draw(signed(person))) for person in people)
    assert are_different_people(left, right)
    assert are_different_people(right, left)


@given(st.sampled_from(PEOPLE), st.data())
def test_a_slip_or_an_initial_makes_no_other_person(person: str, data: st.DataObject):
    said = person.split()
    place = data.draw(st.integers(0, len(said) - 1))
    word = said[place]
    assume(len(word) > 3)
    slipped = data.draw(st.sampled_from((f"{word[0]}.", f"{word[:-2]}{word[-1]}", f"{word}h")))
    other = " ".join((*said[:place], slipped, *said[place + 1 :]))
    assert not are_different_people(person_key(other), person_key(person))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muh. Irfan", "Muhammad Irfan"),
        ("Abd. Rahman, S.E.", "Abdul Rahman"),
        ("Abdurrahman", "Abdul Rahman"),
        ("St. Nur Hayati", "Siti Nurhayati S.Pd.I"),
        ("drg. Ani Lestari MARS", "Ani Lestari, drg."),
        ("dr. Ratna Dewi Sp.PD", "Ratna Dewi"),
        ("(Budi Karya)", "Budi Karya S.Kep., Ners"),
        ("Budi Karya ST M.Eng.Sc", "Budi Karya, S.T., IPM"),
        ("Budi Karya SKM MKM", "Budi Karya"),
        ("Budi Karya ST.MT", "Budi Karya"),
        ("Budi Karya S.Sos.M.Si", "Budi Karya"),
        ("Dr.Hj.Rd. Ani Lestari", "Ani Lestari, S.E."),
    ],
)
def test_short_and_joined_names_make_no_other_person(one: str, other: str):
    assert not are_different_people(person_key(one), person_key(other))


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Penerbitan Surat Perintah Pencairan Dana", "SP2D"),
        ("Penyusunan Laporan Kinerja Instansi Pemerintah", "LKjIP"),
        ("Musyawarah Perencanaan Pembangunan", "Musrenbang"),
        ("Survei Konversi Gabah ke Beras", "SKGB"),
        ("Penyelenggaraan Rapat Koordinasi", "Rakor"),
    ],
)
def test_short_names_in_brackets_say_nothing_more(title: str, short: str):
    assert name_key(f"{title} ({short})") == name_key(title)
    assert name_key(f"{title} (Ulang)") != name_key(title)


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Penyusunan RPJPD Tahun 2025 - 2045", ()),
        ("Penyusunan RPJMD 2025-2029", ()),
        ("Tindak Lanjut PP 94 Tahun 2021", ()),
        ("Pelaksanaan Pilkada Serentak 2024", ()),
        ("Perbaikan Hasil Pembentukan Blok Sensus 2020", ()),
        ("Pengolahan Sensus Penduduk 2020 Tahun 2021", ("Tahun 2021",)),
        ("Sosialisasi Permendagri Nomor 52 Tahun 2011", ()),
        ("Penerapan Standar ISO 9001:2015", ()),
        ("Penyusunan Renja Dinas Tahun 2025", ("Tahun 2025",)),
    ],
)
def test_years_of_proper_names_are_no_stray_ones(title: str, years: tuple[str, ...]):
    assert stray_years(title) == years
