"""A short, fixed part of what `make fuzz` does for as long as one likes."""

import pytest

from benchmarks.fuzz import MUTATORS, fuzz, mutants
from tests.batch.runs import draft_workbook

pytestmark = pytest.mark.long


def test_damaged_workbooks_are_refused_marked_or_unmarkable():
    found = fuzz([draft_workbook()], 300, seed=7, most=24)
    assert sum(found.values()) == 24
    assert found.keys() >= {"refused", "marked"}


def test_a_seed_makes_the_same_mutants():
    one, other = (next(mutants([draft_workbook()], 11)) for _ in range(2))
    assert one == other
    assert one[1] != draft_workbook()
    assert len(MUTATORS) > 3
