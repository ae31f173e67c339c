"""Targets that mean another step than before are asked about, whatever row was put in or out."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.model import NO_REGISTER, Finding, Procedure, Review
from sopbatch.reading.branches import resolve_branches
from sopbatch.rules import Batch, gather, review_across
from sopbatch.rules.across.moved import MOVED_RULES
from tests import builders
from tests.rules.drawing import table

EARLIER, LATER = date(2026, 9, 1), date(2026, 9, 8)
TEXTS = (
    "Menerima permohonan",
    "Memeriksa kelengkapan berkas",
    "Menyusun konsep surat",
    "Mengoreksi konsep surat",
    "Menandatangani surat",
    "Mengirim surat",
)
DECISION = 4


def procedure(texts: tuple[str, ...], targets: dict[str, str]) -> Procedure:
    """A step a text; `targets`: Tidak ke of a decision by its text."""
    rows = "\n".join(
        f"| {'K' if text in targets else 'P'} | {text} | {targets.get(text, '')} |"
        for text in texts
    )
    drawn = table(f"| Staf | activity | no_target |\n{rows}")
    numbered = tuple(replace(step, number=step.row) for step in drawn.steps)
    return replace(drawn, steps=resolve_branches(numbered))


def asked(
    old: Procedure, new: Procedure, *, days: tuple[date, date] = (EARLIER, LATER)
) -> tuple[Finding, ...]:
    sent: list[Review] = [
        builders.review(builders.sop("Surat", procedures=(one,)), (), name=name, seen=day)
        for one, name, day in ((old, "lama.xlsx", days[0]), (new, "baru.xlsx", days[1]))
    ]
    reviews = tuple(sent)
    batch = Batch(
        reviews=reviews,
        dossiers=gather(reviews, NO_REGISTER),
        register=NO_REGISTER,
        as_of=LATER,
        previous_status={},
    )
    judged, crashes = review_across(batch, MOVED_RULES)
    assert not crashes
    assert not judged[0].findings
    return judged[1].findings


@pytest.mark.parametrize("target", ["1", "2", "3"])
@pytest.mark.parametrize("place", range(len(TEXTS)))
def test_a_row_put_in_above_the_target_is_asked_about(place: int, target: str):
    deciding = {TEXTS[DECISION - 1]: target}
    old = procedure(TEXTS, deciding)
    texts = (*TEXTS[:place], "Mencatat di buku agenda", *TEXTS[place:])
    found = asked(old, procedure(texts, deciding))
    if place >= int(target):
        assert found == ()
        return
    (finding,) = found
    dahulu, sekarang = TEXTS[int(target) - 1], texts[int(target) - 1]
    assert (
        finding.sentence == f"“Tidak ke {target}” dahulu menuju “{dahulu}”, sekarang “{sekarang}”."
    )
    assert finding.suggestion == str(int(target) + 1)
    mended = {TEXTS[DECISION - 1]: finding.suggestion}
    assert asked(old, procedure(texts, mended)) == ()


@pytest.mark.parametrize("gone", range(3))
def test_a_row_taken_out_above_or_at_the_target_is_asked_about(gone: int):
    deciding = {TEXTS[DECISION - 1]: "2"}
    texts = (*TEXTS[:gone], *TEXTS[gone + 1 :])
    found = asked(procedure(TEXTS, deciding), procedure(texts, deciding))
    assert [one.suggestion for one in found] == {0: ["1"], 1: [""], 2: []}[gone]


def test_reworded_steps_are_the_same():
    deciding = {TEXTS[DECISION - 1]: "2"}
    texts = (TEXTS[0], "Meneliki syarat pemohon", *TEXTS[2:])
    assert asked(procedure(TEXTS, deciding), procedure(texts, deciding)) == ()


def test_without_knowing_which_came_first_nothing_is_asked():
    deciding = {TEXTS[DECISION - 1]: "2"}
    texts = ("Mencatat di buku agenda", *TEXTS)
    days = (EARLIER, EARLIER)
    assert asked(procedure(TEXTS, deciding), procedure(texts, deciding), days=days) == ()
