from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model.grid import CellError
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.text import as_text
from sopbatch.schema.nips import labelled

GOOD = "197001011995011001"
PARTED = "19700101 199501 1 001"


@pytest.mark.parametrize(
    ("vector", "typed", "kind", "reason"),
    [
        ("K01", "19700101 199501 1 001", "valid", ""),
        ("K02", GOOD, "valid", ""),
        ("K04", "NIP 19751231 200003 2 004", "valid", ""),
        ("K05", f"'{GOOD}", "valid", ""),
        ("K07", "19700101 199501 3 001", "invalid", "sex"),
        ("K08", "19701301 199501 1 001", "invalid", "birth"),
        ("K10", "19700101 199513 1 001", "invalid", "month"),
        ("K11", "19950101 199501 1 001", "valid", ""),
        ("K13", "1970010119950110O1", "invalid", "letters"),
        ("K14", "1.97001E+17", "damaged", "number_format"),
        ("K16", "010 123 456", "old", "old"),
        ("K17", "-", "missing", ""),
        ("", "NIP. 19700101.199501.1.001", "valid", ""),
        ("", "NIP: -", "missing", ""),
        ("", "NIP : NIP 19700101 199501 1 001", "valid", ""),
        ("", "19700101 199501 1 001 (NIP)", "invalid", "letters"),
        ("", "19700101 199501 1 001 NIPPPK.", "valid", ""),
        ("", "NRP 71020350", "service", ""),
        ("", "Nrp. 7102 0350", "service", ""),
        ("", "NIP/NRP: 71020350", "service", ""),
        ("", "NRP 12345/P", "service", ""),
        ("", "NRP 1198003254037", "service", ""),
        ("", "NRP", "invalid", "letters"),
        ("", "71020350", "invalid", "length"),
        ("", "AKBP NRP 71020350", "invalid", "letters"),
        ("", "Nipah 19700101 199501 1 001", "invalid", "letters"),
        ("", "1,97001E+17", "damaged", "number_format"),
        ("", "19700230 199501 1 001", "invalid", "birth"),
        ("", "1970010119950110", "invalid", "length"),
        ("", GOOD[:-1], "invalid", "length"),
        ("", GOOD + "1", "invalid", "length"),
        ("", "197001011995011000", "damaged", "number_format"),
        ("", "１９７００１０１１９９５０１１００１", "valid", ""),
        ("", "9" * 5000, "invalid", "length"),
        ("", 1.97001011995011e17, "damaged", "number_format"),
        ("", 197001011995011000, "damaged", "number_format"),
        ("", int(197001011995011001.0), "damaged", "number_format"),
        ("", 197001011995011001, "valid", ""),
        ("", 131234567, "old", "old"),
        ("", 10**400, "invalid", "length"),
        ("", True, "invalid", "letters"),
        ("", date(1970, 1, 1), "invalid", "letters"),
        ("", CellError("#N/A"), "missing", ""),
        ("", None, "missing", ""),
    ],
)
def test_a_civil_servant_number_is_valid_or_has_a_reason(vector, typed, kind, reason):
    read = parse_nip(typed)
    assert (read.kind, read.reason) == (kind, reason)
    assert read.raw == as_text(typed)


def test_the_parts_of_a_number_are_read():
    read = parse_nip("NIP. 19751231 200003 2 004")
    assert (read.born, read.appointed, read.sex) == (date(1975, 12, 31), (2000, 3), 2)
    assert (read.serial, read.pppk, read.flags) == ("004", False, frozenset())
    assert read.printed == "19751231 200003 2 004"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("Nrp. 7102 0350", "NRP 71020350"), ("NRP 12345 / p", "NRP 12345/P"), (GOOD, f"NIP {PARTED}")],
)
def test_under_a_signature_a_number_names_itself(typed: str, printed: str):
    assert labelled(parse_nip(typed).printed) == printed


def test_contract_civil_servants_have_21_for_the_month():
    read = parse_nip("199001012023211001")
    assert (read.kind, read.pppk, read.appointed) == ("valid", True, (2023, 21))


@pytest.mark.parametrize(
    ("typed", "flagged"),
    [
        ("19950101 199501 1 001", True),
        ("19700101 199501 1 001", False),
        ("19700101 198801 1 001", False),
        ("19700101 198712 1 001", True),
        ("19500101 197501 1 001", False),
    ],
)
def test_an_age_that_cannot_be_is_flagged(typed, flagged):
    read = parse_nip(typed)
    assert read.kind == "valid"
    assert (read.flags == {"implausible_age"}) is flagged


@given(
    born=st.dates(date(1950, 1, 1), date(1999, 12, 31)),
    years=st.integers(19, 59),
    month=st.sampled_from([*range(1, 13), 21]),
    sex=st.sampled_from([1, 2]),
    serial=st.integers(1, 999),
)
def test_every_well_formed_number_is_valid_and_printed_back(born, years, month, sex, serial):
    typed = f"{born:%Y%m%d} {born.year + years}{month:02} {sex} {serial:03}"
    read = parse_nip(typed.replace(" ", ""))
    assert (read.kind, read.printed, read.flags) == ("valid", typed, frozenset())
