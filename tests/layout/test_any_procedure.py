"""Any procedure is drawn without a fault, whatever its shape."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopbatch.layout import lay_out
from sopbatch.model import PAPERS
from tests.layout.procedures import procedures

SHAPES = [
    # lanes, steps, flavour, paper, procedures
    (8, 14, "plain", "F4", 300),
    (8, 14, "loops", "F4", 250),
    (8, 14, "wild", "F4", 60),
    (4, 10, "plain", "A4", 700),
    (4, 10, "loops", "A4", 650),
    (4, 10, "wild", "A4", 60),
    (15, 60, "plain", "F4", 12),
    (15, 60, "loops", "F4", 8),
    (15, 60, "wild", "F4", 4),
    (5, 10, "rows", "F4", 150),
    (4, 8, "rows", "A4", 250),
    (12, 30, "rows", "F4", 8),
]
"""Up to so many lanes and steps; the examples are the same on every run."""
FEWER = 40
"""Of so many, one is drawn in each run of the tests."""
SIZES = [
    pytest.param(*shape, count // size or 1, marks=marks)
    for size, marks in ((FEWER, ()), (1, pytest.mark.long))
    for *shape, count in SHAPES
]


@pytest.mark.parametrize(("lanes", "steps", "flavour", "paper", "count"), SIZES)
def test_any_procedure_is_drawn_without_a_fault(
    lanes: int, steps: int, flavour: str, paper: str, count: int
):
    @settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.data())
    def is_drawn(data: st.DataObject) -> None:
        procedure = data.draw(procedures(lanes, steps, (flavour,)))
        quality = lay_out(procedure, PAPERS[paper]).quality
        assert quality.faults == 0, quality
        assert quality.tight == 0, quality

    is_drawn()
