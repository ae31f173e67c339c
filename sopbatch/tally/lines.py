"""One SOP with its versions comes in, one row of Daftar SOP goes out."""

from collections.abc import Iterator, Mapping
from datetime import date

from sopbatch.matching.naming import named_apart
from sopbatch.model import (
    Completion,
    Dossier,
    PlanMatch,
    Register,
    ServiceTime,
    Settings,
    Sop,
    SopLine,
)
from sopbatch.model.watched import Watched
from sopbatch.schema.statuses import NEEDS_CORRECTION, REVOKED, CountsAs, Status
from sopbatch.tally.due import months_later
from sopbatch.tally.places import Names
from sopbatch.tally.roles import lanes
from sopbatch.tally.service import format_service_time, service_time
from sopbatch.tally.status import standing

EMPTY = Sop()


def sop_line(
    dossier: Dossier,
    register: Register,
    names: Names,
    as_of: date,
    previous: Mapping[str, str],
    watched: Watched,
) -> SopLine:
    """The row of one SOP."""
    counted = dossier.counted
    sop = counted.submission.sop if counted and counted.submission else EMPTY
    status = standing(dossier, register, as_of, watched)
    revoked = dossier.plan is not None and status.by_decision and status.status == REVOKED
    planned = dossier.plan is not None and not dossier.plan.withdrawn and not revoked
    complete = counted is not None and counted.publishable
    ratified = complete and status.status.ratified
    review_due = _review_due(sop, register.settings)
    time, time_text = _time(sop, register.settings)
    return SopLine(
        plan_code=dossier.plan.code if dossier.plan else "",
        unit_code=names.unit(dossier.unit_code).code,
        unit_name=names.unit(dossier.unit_code).name,
        section=names.section(dossier.unit_code, dossier.section),
        title=dossier.title,
        number=sop.number.raw.strip(),
        classification=classification(sop),
        revision=sop.revision,
        effective=sop.effective.by,
        deadline=dossier.plan.deadline if dossier.plan else None,
        status=status.status.label,
        outside_plan=not (planned or revoked),
        revoked=revoked,
        received=bool(dossier.versions),
        complete=complete,
        compiled=complete and status.status.compiled,
        ratified=ratified,
        late=planned and not ratified and _overdue(dossier, status.status, as_of),
        awaiting_correction=dossier.awaiting_correction and not revoked,
        steps=len(sop.steps),
        actors=lanes(sop.procedures),
        decisions=sum(len(procedure.decisions) for procedure in sop.procedures),
        time=time,
        time_text=time_text,
        errors=counted.errors if counted and not revoked else 0,
        warnings=counted.warnings if counted and not revoked else 0,
        file_name=counted.received.name if counted else "",
        sha256=counted.received.sha256 if counted else "",
        last_received=max((version.received.arrived for version in dossier.versions), default=None),
        versions=len(dossier.versions),
        match=dossier.match,
        note="; ".join((*status.notes, *_notes(dossier))),
        previous_status=previous.get(dossier.key, ""),
        review_due=review_due,
        within_review=ratified and review_due is not None and review_due >= as_of,
        status_origin=status.origin,
        status_day=status.since,
        awaiting_sha256=(
            dossier.versions[0].received.sha256
            if dossier.awaiting_correction and not revoked
            else ""
        ),
        watched=watched,
    )


def completion(line: SopLine) -> Completion:
    """What one row adds to the counts; a revoked title is counted as that and nothing else."""
    if line.revoked:
        return Completion(revoked=1)
    planned = not line.outside_plan
    return Completion(
        planned=int(planned),
        received=int(line.received),
        outside_plan=int(line.outside_plan),
        complete=int(line.complete),
        compiled=int(line.compiled),
        ratified=int(line.ratified),
        planned_complete=int(planned and line.complete),
        planned_compiled=int(planned and line.compiled),
        planned_ratified=int(planned and line.ratified),
        within_review=int(line.within_review),
        planned_within_review=int(planned and line.within_review),
        to_correct=int(line.status == NEEDS_CORRECTION.label),
        late=int(line.late),
        errors=line.errors,
        warnings=line.warnings,
    )


def classification(sop: Sop) -> str:
    """The four axes of PermenPAN-RB 35/2012: "Administratif, Makro, Final, Generik"."""
    axes = (sop.nature, sop.scope, sop.completeness, sop.specificity)
    return ", ".join(axis.strip() for axis in axes if axis.strip())


def _overdue(dossier: Dossier, status: Status, as_of: date) -> bool:
    deadline = dossier.plan.deadline if dossier.plan else None
    return deadline is not None and deadline < as_of and status.counts_as is not CountsAs.ARCHIVED


def _review_due(sop: Sop, settings: Settings) -> date | None:
    """Tanggal Tinjau Ulang as planned, else so many years after the SOP took effect."""
    planned, effective = sop.review_planned.value, sop.effective.by
    if planned or effective is None:
        return planned
    return months_later(effective, 12 * settings.review_years)


def _time(sop: Sop, settings: Settings) -> tuple[ServiceTime, str]:
    time = service_time(sop)
    return time, format_service_time(time, settings)


def _notes(dossier: Dossier) -> Iterator[str]:
    if dossier.awaiting_correction:
        yield "perbaikan ditunggu"
    if dossier.plan and dossier.plan.withdrawn:
        yield "judul sudah ditarik dari rencana"
    if dossier.undecided:
        names = " atau ".join(named_apart([one.received for one in dossier.undecided]))
        yield f"belum pasti naskah mana yang berlaku: {names}"
    if dossier.match is PlanMatch.NEAR_TITLE:
        yield "dicocokkan dengan rencana karena namanya mirip"
