"""Whatever was done to a good workbook: it is read without loss, or one thing is told clearly."""

from datetime import date
from functools import partial

import pytest

from sopbatch.model import Grid, Review
from sopbatch.rules import RULES, review
from tests.caseroom import REGISTER
from tests.pasting import Paste, faults, pasted
from tests.reading.mutations import MUTATIONS
from tests.reading.submissions import as_read, read, wrong_cells
from tests.reading.tampering import SOP, Mutation

DAY = date(2026, 10, 2)


def test_every_mutation_has_a_name_of_its_own():
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS) >= 70


@pytest.mark.few(12)
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_tampered_workbook_is_read_or_told(mutation: Mutation):
    grid = mutation.grid()
    submission = read(grid)
    told = [repair.sentence for repair in submission.repairs]
    assert tuple(problem.code for problem in submission.problems) == mutation.codes
    assert len(told) == len(mutation.repairs), told
    assert all(any(words in line for line in told) for words in mutation.repairs), told
    assert wrong_cells(submission, grid) == []
    if mutation.sop is not None:
        assert submission.sop == mutation.sop(as_read(SOP))
    assert faults(partial(_checked, grid), _checked(grid)) == []


def _checked(grid: Grid, paste: Paste | None = None) -> tuple[Review, ...]:
    """The tampered workbook after checking it alone, an offered value pasted before."""
    entry, crashes = review(read(pasted(grid, paste[1]) if paste else grid), REGISTER, DAY, RULES)
    assert not crashes, crashes
    return (entry,)
