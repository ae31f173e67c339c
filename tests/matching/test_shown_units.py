"""Which agency a heading or a signature means, and which of several is meant."""

import pytest

from sopbatch.matching.shown_units import LONGEST, only_unit, units_shown
from sopbatch.model import Settings, Unit
from tests.builders import register

SECRETARIAT = Unit(code="1", name="Sekretariat Daerah", aliases=("Setda",))
BUREAU = Unit(code="1.7", name="Biro Organisasi", parent="1", aliases=("Biro Ortal",))
TEAM = Unit(code="1.7.1", name="Tim Reformasi", parent="1.7")
HEALTH = Unit(code="2", name="Dinas Kesehatan", aliases=("Dinkes",))
CIRCLE = Unit(code="8", name="Unit A", parent="9"), Unit(code="9", name="Unit B", parent="8")
ORPHAN = Unit(code="5.1", name="Badan Baru", parent="5")
KNOWN = register(
    units=(SECRETARIAT, BUREAU, TEAM, HEALTH, *CIRCLE, ORPHAN),
    settings=Settings(government="Provinsi Kaltara"),
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Dinas Kesehatan", [HEALTH]),
        ("KEPALA DINKES", [HEALTH]),
        ("Standar Pelayanan pada Dinas Kesehatan Provinsi Kaltara", [HEALTH]),
        ("Lampiran Keputusan Kepala Biro Ortal", [BUREAU]),
        ("Surat dari Dinas Kesehatan", []),
        ("Dinas Kesehatan dan Biro Organisasi", []),
        ("Kepala", []),
        ("", []),
        ("Dinas Kesehatan" + " daerah" * LONGEST, []),
    ],
)
def test_a_text_shows_the_agency_that_it_names_and_nothing_besides(text, meant):
    assert list(units_shown(text, KNOWN)) == meant


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ([HEALTH], HEALTH),
        ([HEALTH, HEALTH], HEALTH),
        ([SECRETARIAT, BUREAU], BUREAU),
        ([TEAM, SECRETARIAT, BUREAU], TEAM),
        ([SECRETARIAT, TEAM], TEAM),
        ([ORPHAN], ORPHAN),
        ([BUREAU, HEALTH], None),
        ([], None),
        (CIRCLE, None),
    ],
)
def test_of_several_agencies_the_one_below_all_others_is_meant(shown, meant):
    assert only_unit(shown, KNOWN) == meant
