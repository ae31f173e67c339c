"""Whatever happens to the inbox while a run reads it, the next run ends as if it came before."""

from pathlib import Path

import pytest

from tests.batch.disturbing import Disturbance, assert_converges
from tests.batch.runs import faulty_workbook

CASES = (
    Disturbance("vanishes", "Biro/baik.xlsx", 3),
    Disturbance("is cut short", "Biro/uji coba.xlsx", 5),
    Disturbance("becomes another", "Biro/dua mulai.xlsx", 7),
)
"""`make kill` has many more, at random moments."""


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.deed)
def test_a_file_that_changes_while_a_run_reads_it(
    small_batch: Path, small_run: Path, tmp_path: Path, one: Disturbance
):
    assert_converges(small_batch, small_run, one, faulty_workbook("Selesai"), tmp_path)
