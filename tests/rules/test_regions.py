"""Regions are recognised in texts by their kind and name, short names included."""

import pytest

from sopbatch.model import Settings
from sopbatch.rules.basics.regions import foreign_regions, province_of, same_region
from sopbatch.rules.texts.copied import COPIED_RULES
from sopbatch.text.regions import REGIONS
from tests import builders
from tests.rules.drawing import findings

KALTIM = "Kalimantan Timur"


def test_the_catalogue_has_all_provinces_regencies_and_cities():
    members = [name for names in REGIONS.values() for name in names]
    assert len(REGIONS) == 38
    assert len(members) == 514
    assert sum(name.startswith("Kota ") for name in members) == 98
    assert len(set(members)) == 514


@pytest.mark.parametrize(
    ("text", "own", "found"),
    [
        ("rencana Kota Mataram", KALTIM, ["Kota Mataram"]),
        ("Kab. Malang dan KOTA MALANG", KALTIM, ["Kab. Malang", "KOTA MALANG"]),
        ("Provinsi Bali, Pemprov Jawa Timur", KALTIM, ["Provinsi Bali", "Jawa Timur"]),
        ("Provinsi  Kaltim dan Kota Samarinda", KALTIM, []),
        ("kabupaten/kota, kota besar, batu bara, malang", KALTIM, []),
        ("Kabupaten Malang, Jawa Timur", "Kabupaten Malang", []),
        ("Kota Malang", "Kabupaten Malang", ["Kota Malang"]),
        ("Kalimantan Timur", "Kabupaten Malang", ["Kalimantan Timur"]),
        ("", KALTIM, []),
    ],
)
def test_foreign_regions_are_named_as_written(text: str, own: str, found: list[str]):
    assert list(foreign_regions(text, own)) == found


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Kaltim", "Provinsi Kalimantan Timur", True),
        ("Malang", "Kota Malang", True),
        ("Kabupaten Malang", "Kota Malang", False),
        ("Kab. Kukar", "KUTAI KARTANEGARA", True),
        ("Jawa Timur", "Jawa Tengah", False),
    ],
)
def test_two_names_of_one_region_are_the_same(left: str, right: str, same: bool):
    assert same_region(left, right) is same
    assert same_region(right, left) is same


@pytest.mark.parametrize(
    ("region", "province"),
    [
        ("Kota Samarinda", "kalimantan timur"),
        ("Kabupaten Sleman", "daerah istimewa yogyakarta"),
        ("Kaltim", ""),
        ("Atlantis", ""),
    ],
)
def test_a_regency_knows_its_province(region: str, province: str):
    assert province_of(region) == province


def test_another_region_in_the_head_is_told_once():
    subject = builders.sop(government="PEMERINTAH KABUPATEN MALANG")
    register = builders.register(
        settings=Settings(region=KALTIM, government="PEMERINTAH PROVINSI KALIMANTAN TIMUR")
    )
    (told,) = findings(subject, COPIED_RULES, register=register)
    assert told.suggestion == "PEMERINTAH PROVINSI KALIMANTAN TIMUR"
