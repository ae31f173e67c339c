"""A name as long as a cell holds is looked at in one pass."""

import pytest

from sopbatch.rules.identity.signatory import NIP_BEHIND
from tests.patience import at_once

LONGEST = 32_767


@pytest.mark.few(5)
@pytest.mark.parametrize("piece", ["1", "1 ", "1.", "1 . ", "a", "nip", "nip ", "1a", " "])
def test_a_number_behind_a_name_is_sought_in_one_pass(piece):
    with at_once():
        NIP_BEHIND.sub("", (piece * LONGEST)[:LONGEST] + "x")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Sabrang Mahakam 19700101 199501 1 001", "Sabrang Mahakam "),
        ("Sabrang NIP. 1970", "Sabrang "),
        ("Sabrang 1970.01", "Sabrang "),
        ("Sabrang", "Sabrang"),
    ],
)
def test_a_number_behind_a_name_is_left_out(typed, name):
    assert NIP_BEHIND.sub("", typed) == name
