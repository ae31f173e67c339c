import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.reading.values.numbers import parse_number
from tests.patience import at_once

PARTS = ("prefix", "code", "chapter", "section", "serial", "unit", "month", "year")


def parts(number):
    return {name: value for name in PARTS if (value := getattr(number, name)) not in ("", None)}


@pytest.mark.parametrize(
    ("vector", "typed", "meant"),
    [
        ("N01", "001", {"serial": "001"}),
        (
            "N02",
            "SOP-021/17000/2025",
            {"prefix": "SOP", "serial": "021", "unit": "17000", "year": 2025},
        ),
        ("N04", "060/41/II/2015", {"code": "060", "serial": "41", "month": 2, "year": 2015}),
        (
            "N10",
            "8.3.3/12/SOP/PKM/05/20",
            {"chapter": "8.3.3", "serial": "12", "unit": "PKM", "month": 5, "year": 2020},
        ),
        ("N11", "065/8164/Org", {"code": "065", "serial": "8164", "unit": "Org"}),
        (
            "N13",
            "SOP/001/Org/2025",
            {"prefix": "SOP", "serial": "001", "unit": "Org", "year": 2025},
        ),
        ("N14", "001/SOP/2026", {"serial": "001", "year": 2026}),
        ("N16", "000.8.3/261", {"code": "000.8.3", "serial": "261"}),
        (
            "N17",
            "001/KPA.1-900/I/2017",
            {"serial": "001", "unit": "KPA.1", "code": "900", "month": 1, "year": 2017},
        ),
        (
            "",
            "000.8.3.2/958/436.3.2/2025",
            {"code": "000.8.3.2", "serial": "958", "unit": "436.3.2", "year": 2025},
        ),
        (
            "",
            "065 / SOP-TL.01 / Org / 2025",
            {"code": "065", "section": "TL", "serial": "01", "unit": "Org", "year": 2025},
        ),
        ("", "800/SOP/001/2025", {"code": "800", "serial": "001", "year": 2025}),
        ("", "SOP-107", {"prefix": "SOP", "serial": "107"}),
        ("", "Nomor: 12 Tahun 2020", {"serial": "12", "year": 2020}),
        (
            "",
            "060/41/05/2025",
            {"code": "060", "serial": "41", "month": 5, "year": 2025},
        ),
    ],
)
def test_the_parts_of_a_number_are_known(vector, typed, meant):
    read = parse_number(typed)
    assert (read.kind, parts(read)) == ("number", meant)
    assert read.raw == typed


@pytest.mark.parametrize(
    ("vector", "typed", "kind", "flags"),
    [
        ("N05", "070/ /35.07.25/2017", "incomplete", {"empty_segment"}),
        ("N07", "-", "missing", set()),
        ("N08", "", "missing", set()),
        ("N10", "8.3.3/12/SOP/PKM/05/20", "number", {"two_digit_year"}),
        ("", "No-SOP-TL.01/II/SK/12", "number", {"two_digit_year"}),
        ("", "061/001.1/SOP/Dinkes/2024 (Rev.1)", "number", set()),
        ("", "065/SOP-TL.O1/Org/2025", "number", set()),
        ("N19", "065/SOP-TL.01/Org/2O25", "invalid", {"letter_in_year"}),
        ("N20", "…/…/2025", "placeholder", set()),
        ("", "065/..../Org/2025", "placeholder", set()),
        ("", "065/SOP-…/Org/2025", "placeholder", set()),
        ("", "065/xx/Org/2025", "placeholder", set()),
        ("", "___/SOP/2025", "placeholder", set()),
        ("", "<nomor>/SOP/2025", "placeholder", set()),
        ("", "SK <nomor urut> 2025", "placeholder", set()),
        ("", "001/[bulan I/II]/2025", "placeholder", set()),
        ("", "001/SOP XX/2025", "placeholder", set()),
        ("", "001/SOP--/2025", "placeholder", set()),
        ("", "SOP -- 12", "number", set()),
        ("", "065/12/Org/", "incomplete", {"empty_segment"}),
        ("", "…", "missing", set()),
        ("", "xxx", "missing", set()),
        ("", "belum ada", "invalid", set()),
        ("", "001/SOP/XX/2025", "placeholder", set()),
        ("", "001/SOP/XI/2025", "number", set()),
        ("", "SOP-001-TIK-24", "number", {"two_digit_year"}),
        ("", "SOP-001-TIK-04", "number", set()),
    ],
)
def test_what_is_wrong_with_a_number_is_told(vector, typed, kind, flags):
    read = parse_number(typed)
    assert (read.kind, read.flags) == (kind, flags)


def test_an_empty_slot_leaves_the_other_parts_in_place():
    read = parse_number("070/ /35.07.25/2017")
    assert parts(read) == {"code": "070", "unit": "35.07.25", "year": 2017}


def test_numbers_are_compared_without_blanks_and_case():
    one, other = parse_number("065 / SOP-TL.01/ org /2025"), parse_number("065/SOP-TL.01/Org/2025")
    assert one.norm == other.norm == "065/SOP-TL.01/ORG/2025"


@given(
    st.lists(
        st.sampled_from(["SOP", "-", "/", "065", "8.3", "II", "2O25", "20", " ", "…", "<a>"])
    ).map("".join)
)
def test_any_mixture_of_known_pieces_is_read_without_failing(typed):
    assert parse_number(typed).raw == typed


@pytest.mark.parametrize("piece", ["1/", "SOP-", "/", "1.", "<", "x"])
def test_a_text_of_100_kilobytes_is_refused_at_once(piece):
    with at_once():
        assert parse_number(piece * 50_000).kind in ("invalid", "missing")
