"""Numbers, days and amounts are written out without doubt."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.text.spelled import day_in_words, in_words, roman, rupiah


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (17, "tujuh belas"),
        (31, "tiga puluh satu"),
        (100, "seratus"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2026, "dua ribu dua puluh enam"),
    ],
)
def test_a_number_is_told_as_it_is_spoken(number: int, told: str):
    assert in_words(number) == told


def test_no_two_numbers_are_told_alike():
    assert len({in_words(number) for number in range(10_000)}) == 10_000


@given(st.dates())
def test_every_day_can_be_told(day: date):
    assert day_in_words(day).endswith(f"tahun {in_words(day.year)}")


def test_annexes_are_numbered_as_romans_did():
    assert [roman(n) for n in (1, 4, 9, 14, 40, 49)] == ["I", "IV", "IX", "XIV", "XL", "XLIX"]
    assert all(one != other for one, other in pairwise(map(roman, range(1, 200))))


@given(st.integers(0, 10**12))
def test_an_amount_keeps_its_digits(amount: int):
    assert rupiah(amount).removeprefix("Rp").replace(".", "") == str(amount)
