"""Decisions without effect: each with its reason, and none that had its time."""

from datetime import date

import pytest

from sopbatch.model import Decision
from sopbatch.tally.idle import idle_decisions
from tests.builders import dossier, findings, plan_line, register, review, sop

AS_OF, MEETING = date(2026, 10, 9), date(2026, 10, 7)
BEFORE, AFTER = date(2026, 10, 2), date(2026, 10, 8)
SENT = {
    "tidak ada": None,
    "diajukan": ("Diajukan", 0, BEFORE),
    "bergalat": ("Diajukan", 1, BEFORE),
    "draf": ("Draf", 0, BEFORE),
    "disahkan": ("Disahkan", 0, BEFORE),
    "disahkan kemudian": ("Disahkan", 0, AFTER),
    "dicabut": ("Dicabut", 0, BEFORE),
}
CASES = [
    ("Terverifikasi", "tidak ada", "berkasnya belum diterima"),
    ("Terverifikasi", "diajukan", ""),
    ("Terverifikasi", "bergalat", "berkasnya masih harus diperbaiki"),
    ("Terverifikasi", "draf", "berkasnya berstatus Draf"),
    ("Terverifikasi", "disahkan", ""),
    ("Terverifikasi", "dicabut", "berkasnya berstatus Dicabut"),
    ("Perlu Perbaikan", "diajukan", ""),
    ("Perlu Perbaikan", "bergalat", ""),
    ("Perlu Perbaikan", "disahkan", "berkasnya berstatus Disahkan"),
    ("Perlu Perbaikan", "disahkan kemudian", ""),
    ("Dicabut", "tidak ada", ""),
    ("Berlaku", "diajukan", "status ini tidak ditetapkan di lembar Keputusan"),
]


def subject(sent):
    plan = plan_line("A", title="Judul A")
    if sent is None:
        return dossier(plan=plan)
    status, errors, seen = sent
    return dossier(review(sop("Judul A", status=status), findings(errors), seen=seen), plan=plan)


def reasons(one, *decisions, as_of=AS_OF):
    told = idle_decisions((one,), register(decisions=decisions), as_of)
    return [(line.row, line.reason) for line in told]


@pytest.mark.parametrize(("status", "sent", "reason"), CASES)
def test_a_decision_without_effect_has_a_reason(status, sent, reason):
    told = reasons(
        subject(SENT[sent]), Decision(plan_code="A", status=status, decided=MEETING, row=5)
    )
    assert told == ([(5, reason)] if reason else [])


def test_one_of_the_future_is_told_and_one_that_was_replaced_is_not():
    file = subject(SENT["draf"])
    earlier = Decision(plan_code="A", status="Terverifikasi", decided=BEFORE, row=5)
    later = Decision(plan_code="A", status="Perlu Perbaikan", decided=date(2026, 11, 2), row=6)
    told = [(5, "berkasnya berstatus Draf"), (6, "baru berlaku 2 November 2026")]
    assert reasons(file, earlier, later) == told
    last = Decision(plan_code="A", status="Dicabut", decided=MEETING, row=7)
    assert reasons(file, earlier, last) == []


def test_a_withdrawn_title_is_told():
    plan = plan_line("A", title="Judul A", withdrawn=True)
    told = reasons(
        dossier(plan=plan), Decision(plan_code="A", status="Terverifikasi", decided=MEETING, row=5)
    )
    assert told == [(5, "judulnya ditarik dari rencana")]
