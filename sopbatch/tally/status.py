"""The final status of an SOP: what the officer, the bureau and the machine say become one word."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sopbatch.matching.known_then import changed_since, known_on
from sopbatch.model import Decision, Dossier, Register, Sop, counted_of
from sopbatch.model.watched import NOTHING_SEEN, Watched
from sopbatch.schema.evaluation import REVISE
from sopbatch.schema.statuses import (
    DECIDABLE,
    DRAFT,
    IDENTIFIED,
    IN_FORCE,
    IN_REVISION,
    IN_VERIFICATION,
    NEEDS_CORRECTION,
    RATIFIED,
    REVOKED,
    SUBMITTED,
    VERIFIED,
    CountsAs,
    SetBy,
    Status,
    status_of,
)
from sopbatch.text.words import long_date

CLAIMS_READ_AS = {
    IDENTIFIED: DRAFT,
    IN_VERIFICATION: SUBMITTED,
    NEEDS_CORRECTION: SUBMITTED,
    VERIFIED: SUBMITTED,
    IN_FORCE: RATIFIED,
}
"""Statuses that an officer cannot give, and what such a claim in a workbook counts as."""

MACHINE = frozenset({NEEDS_CORRECTION, IN_FORCE})
"""Statuses that the machine sets by itself."""


CHANGED = "berubah setelah verifikasi"
EVALUATED = "hasil evaluasi"
"""Who set a status that follows from an evaluation."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with what a reader of the report should know about it."""

    status: Status
    notes: tuple[str, ...] = ()
    origin: str = ""
    """Who set it: perangkat daerah, Biro Organisasi, mesin, inventaris, hasil evaluasi."""
    by_decision: bool = False
    since: date | None = None
    """Day of the decision, of coming into force, or of receipt; None when nothing tells it."""


def standing(
    dossier: Dossier, register: Register, as_of: date, watched: Watched = NOTHING_SEEN
) -> Standing:
    """The final status with who set it and since when the SOP has it, however often it was sent."""
    found = _standing_on(dossier, register, as_of)
    if found.status == IN_FORCE and (revised := _to_revise(dossier, watched)):
        return revised
    since = found.since
    for day in sorted(_events(dossier, register, as_of), reverse=True):
        earlier = _standing_on(_as_known_on(dossier, day), register, day)
        if earlier.status != found.status:
            break
        since = min(filter(None, (since, earlier.since)), default=None)
    return replace(found, since=since)


def _standing_on(dossier: Dossier, register: Register, as_of: date) -> Standing:
    """The status with who set it; since when as far as the last file or decision tells."""
    found = final_status(dossier, register, as_of)
    decision = _decision(dossier, register, as_of)
    if found.by_decision and decision:
        return replace(found, origin=SetBy.BUREAU, since=decision.decided)
    counted = dossier.counted
    if counted is None or counted.submission is None:
        return replace(found, origin=found.status.set_by)
    since = counted.received.arrived
    if found.status == IN_FORCE:
        since = counted.submission.sop.effective.by or since
    origin = found.status.set_by if found.status in MACHINE else SetBy.AGENCY
    return replace(found, origin=origin, since=since)


def _to_revise(dossier: Dossier, watched: Watched) -> Standing | None:
    """An SOP in force that its last evaluation wants revised, until a newer one takes effect."""
    counted, day = dossier.counted, watched.evaluated
    sop = counted.submission.sop if counted and counted.submission else Sop()
    begun = sop.effective.by
    if watched.conclusion != REVISE or day is None or (begun and begun > day):
        return None
    note = f"evaluasi {long_date(day)}: {REVISE}"
    return Standing(IN_REVISION, (note,), EVALUATED, since=day)


def _events(dossier: Dossier, register: Register, as_of: date) -> set[date]:
    """Days on which the status may have become another one."""
    files = [version.received for version in dossier.versions]
    received = {day for file in files for day in (file.first_seen, *file.sent_again)}
    code = dossier.plan.code if dossier.plan else None
    decided = {one.decided for one in register.decisions if one.plan_code == code}
    return {day for day in (*received, *decided) if day is not None and day <= as_of}


def _as_known_on(dossier: Dossier, day: date) -> Dossier:
    """The SOP with the versions that had come by a day."""
    come = known_on(dossier, day)
    return replace(dossier, versions=come, counted=counted_of(come), undecided=())


def final_status(dossier: Dossier, register: Register, as_of: date) -> Standing:
    """The status that counts on the report date.

    A galat holds back whatever is Diajukan or later; a decision of Biro Organisasi lifts what is
    Diajukan and no more; a revocation always holds; an effective date brings Disahkan into force.
    """
    decision = _decision(dossier, register, as_of)
    decided = status_of(decision.status) if decision else None
    if decided == REVOKED:
        return Standing(REVOKED, by_decision=True)
    if dossier.counted is None or dossier.counted.submission is None:
        return Standing(IDENTIFIED)
    sop = dossier.counted.submission.sop
    own = claimed_status(sop)
    if own.counts_as is CountsAs.ARCHIVED:
        return Standing(own)
    if own == DRAFT or dossier.counted.errors:
        status = DRAFT if own == DRAFT else NEEDS_CORRECTION
        return Standing(status, tuple(_ignored(decided, status)))
    if own == SUBMITTED and decision and decided and not _answered(dossier, decision):
        if decided == VERIFIED and _changed(dossier, register, as_of):
            return Standing(own, (CHANGED,))
        return Standing(decided, by_decision=True)
    notes = (CHANGED,) if _changed(dossier, register, as_of) else ()
    final = _in_force(sop, as_of) if own == RATIFIED else Standing(own)
    return replace(final, notes=(*final.notes, *notes))


def _changed(dossier: Dossier, register: Register, as_of: date) -> bool:
    """Whether the SOP says something else than when it was verified."""
    code = dossier.plan.code if dossier.plan else ""
    verified = register.decision_on(code, frozenset({VERIFIED.label}), as_of)
    return bool(verified and verified.decided and changed_since(dossier, verified.decided))


def claimed_status(sop: Sop) -> Status:
    """What the workbook says of itself; one that cannot be read counts as Diajukan."""
    claim = status_of(sop.status) or SUBMITTED
    return CLAIMS_READ_AS.get(claim, claim)


def _decision(dossier: Dossier, register: Register, as_of: date) -> Decision | None:
    """The last row about this plan code that the bureau may set and that is not in the future."""
    if dossier.plan is None:
        return None
    return register.decision_on(dossier.plan.code, DECIDABLE, as_of)


def _ignored(decided: Status | None, status: Status) -> Iterator[str]:
    if decided in (IN_VERIFICATION, VERIFIED):
        because = "berkas masih Draf" if status == DRAFT else "berkas masih harus diperbaiki"
        yield f"keputusan “{decided.label}” belum diterapkan: {because}"


def _answered(dossier: Dossier, decision: Decision) -> bool:
    """Whether a new version came after the one that was sent back for correction."""
    if status_of(decision.status) != NEEDS_CORRECTION or decision.decided is None:
        return False
    seen = [version.received.first_seen for version in dossier.versions]
    counted = dossier.counted
    return (
        counted is not None
        and counted.received.first_seen > decision.decided
        and any(day <= decision.decided for day in seen)
    )


def _in_force(sop: Sop, as_of: date) -> Standing:
    effective = sop.effective.by
    if effective is None:
        return Standing(RATIFIED, ("disahkan, tanggal efektif belum terbaca",))
    if effective > as_of:
        return Standing(RATIFIED, ("disahkan, belum berlaku",))
    return Standing(IN_FORCE)
