"""Names of which some words are told by their first letters."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sopbatch.text.initials import says_by_initials

WORDS = st.lists(st.text("abcdefg", min_size=2, max_size=6), min_size=3, max_size=7)


@given(WORDS, st.data())
def test_a_run_of_words_may_be_told_by_its_initials(words, data):
    start = data.draw(st.integers(1, len(words) - 2))
    run = words[start:]
    initials = "".join(word[0] for word in run)
    assume(initials not in words)
    short = [*words[:start], initials]
    assert says_by_initials(" ".join(short), " ".join(words))


@given(WORDS)
def test_a_name_says_itself_and_no_longer_one(words):
    name = " ".join(words)
    assert says_by_initials(name, name)
    assert not says_by_initials(name, f"{name} lain")


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("pd", "perangkat daerah"),
        ("verifikasi sop", "verifikasi rancangan sop"),
        ("pelayanan k", "pelayanan kesehatan"),
        ("", ""),
    ],
)
def test_other_names_are_not_taken_for_it(short, whole):
    assert not says_by_initials(short, whole)
