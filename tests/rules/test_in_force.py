"""Law in force is taken in: only what cannot be read, drawn or counted holds it back."""

from dataclasses import replace

import pytest

from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.model import Severity
from tests.casebook import Example, examples
from tests.caseroom import run

RULES = {rule.code: rule for rule in ALL_RULES}
EVIDENCE = ("D-02", "I-04", "I-22", "S-01")
"""Rules whose examples take the evidence of ratification away."""
HELD_BACK = tuple(
    example
    for example in examples()
    if example.kind == "bad"
    and example.code not in EVIDENCE
    and all(told.severity == "galat" for told in example.expected)
    and not any(word == "formulir" for book in example.books for word, _ in book.orders)
)


@pytest.mark.parametrize("example", HELD_BACK, ids=lambda example: example.id)
def test_what_would_hold_a_draft_back_waits_for_the_next_revision(example: Example):
    settings = {**example.settings, "ratified": "Diterima"}
    seen = run(replace(example, settings=settings))
    found = [item.finding for item in seen if item.finding.code == example.code]
    assert found
    for finding in found:
        if finding.cell is None and finding.place.key == "":
            continue  # A file that was refused: nothing of it is in force.
        essential = RULES[example.code].is_essential(finding.place)
        assert finding.later is not essential
        assert (finding.severity is Severity.ERROR) is essential


def test_an_sop_without_evidence_is_checked_as_a_draft():
    (example,) = (one for one in examples() if one.id == "D-02 bad: hanya tahun")
    seen = run(replace(example, settings={"ratified": "Diterima"}))
    assert [item.finding.severity for item in seen if item.finding.code == "D-02"] == [
        Severity.ERROR
    ]


def test_a_signed_sop_that_tells_the_month_of_its_effective_date_is_taken_in():
    (example,) = (one for one in examples() if one.id == "D-02 bad: hanya bulan")
    seen = run(replace(example, settings={"ratified": "Diterima"}))
    found = [item.finding for item in seen if item.finding.code == "D-02"]
    assert [(one.severity, one.later) for one in found] == [(Severity.WARNING, True)]


def test_what_cannot_be_read_drawn_or_counted_is_written_down_here():
    """A rule more or less changes which signed SOPs get a document: on purpose only."""
    assert sorted(rule.code for rule in ALL_RULES if rule.essential) == [
        *("A-01", "A-03", "A-06", "C-05", "C-12", "F-01", "F-02", "F-04", "F-05", "F-06", "F-07"),
        *("F-14", "F-24", "G-07", "G-08", "G-20", "I-01", "I-08", "I-22", "K-08", "K-09"),
        *("P-01", "P-08", "P-10", "P-24", "P-25"),
    ]
