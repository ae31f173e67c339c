"""Decisions that change nothing: the sheet Keputusan comes in, lines without effect go out."""

from datetime import date

from sopbatch.model import Decision, Dossier, Register
from sopbatch.report.week_facts import IdleDecision
from sopbatch.schema.statuses import (
    DECIDABLE,
    DRAFT,
    NEEDS_CORRECTION,
    REVOKED,
    SUBMITTED,
    VERIFIED,
    CountsAs,
)
from sopbatch.tally.status import claimed_status, final_status
from sopbatch.text.words import long_date

NOT_DECIDABLE = "status ini tidak ditetapkan di lembar Keputusan"


def idle_decisions(
    dossiers: tuple[Dossier, ...], register: Register, as_of: date
) -> tuple[IdleDecision, ...]:
    """In the order of the sheet; one that a later line about the same SOP replaced had its time."""
    by_code = {dossier.plan.code: dossier for dossier in dossiers if dossier.plan}
    last = {
        code: register.decision_on(code, DECIDABLE, as_of)
        for code in {decision.plan_code for decision in register.decisions}
    }

    def why(one: Decision) -> str:
        if one.status not in DECIDABLE:
            return NOT_DECIDABLE
        if one.decided and one.decided > as_of:
            return f"baru berlaku {long_date(one.decided)}"
        counts = one is last[one.plan_code] and one.status != REVOKED.label
        return _without_effect(one, by_code.get(one.plan_code), register, as_of) if counts else ""

    return tuple(
        IdleDecision(one.row, one.plan_code, one.status, one.decided, reason)
        for one in register.decisions
        if (reason := why(one))
    )


def _without_effect(
    decision: Decision, dossier: Dossier | None, register: Register, as_of: date
) -> str:
    counted = dossier.counted if dossier else None
    if dossier is None or counted is None or counted.submission is None:
        withdrawn = dossier is None or (dossier.plan is not None and dossier.plan.withdrawn)
        return "judulnya ditarik dari rencana" if withdrawn else "berkasnya belum diterima"
    own = claimed_status(counted.submission.sop)
    if own == DRAFT or own.counts_as is CountsAs.ARCHIVED:
        return f"berkasnya berstatus {own.label}"
    sent_back = decision.status == NEEDS_CORRECTION.label
    if counted.errors:
        return "" if sent_back else "berkasnya masih harus diperbaiki"
    if own != SUBMITTED:
        # NOTE: an SOP that went on after it was verified needs that decision no more
        return f"berkasnya berstatus {own.label}" if sent_back and _stays(dossier, decision) else ""
    applied = final_status(dossier, register, as_of)
    if decision.status == VERIFIED.label and not applied.by_decision:
        return "isinya berubah setelah diverifikasi; verifikasi lagi"
    return ""


def _stays(dossier: Dossier, decision: Decision) -> bool:
    """Whether nothing came since the decision."""
    seen = [version.received.first_seen for version in dossier.versions]
    return decision.decided is None or max(seen) <= decision.decided
