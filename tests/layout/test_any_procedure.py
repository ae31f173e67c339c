"""Any procedure is drawn without a fault, whatever its shape."""

from hypothesis import HealthCheck, given, settings

from sopbatch.layout import lay_out
from sopbatch.model import PAPERS, Procedure
from tests.layout.procedures import procedures

QUIET = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _is_drawn(procedure: Procedure, paper: str) -> None:
    quality = lay_out(procedure, PAPERS[paper]).quality
    assert quality.faults == 0, quality
    assert quality.tight == 0, quality


@settings(QUIET, max_examples=150)
@given(procedure=procedures(most_lanes=8, most_steps=14))
def test_a_common_procedure_is_drawn_without_a_fault(procedure: Procedure):
    _is_drawn(procedure, "F4")


@settings(QUIET, max_examples=12)
@given(procedure=procedures())
def test_a_large_procedure_is_drawn_without_a_fault(procedure: Procedure):
    _is_drawn(procedure, "F4")


@settings(QUIET, max_examples=150)
@given(procedure=procedures(most_lanes=4, most_steps=10))
def test_a_smaller_paper_does_as_well(procedure: Procedure):
    _is_drawn(procedure, "A4")
