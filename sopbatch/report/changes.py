"""What changed since the report of an earlier week: rows, losses and plan in, a list out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sopbatch.model import Loss, PlanChange, SopLine, Tally
from sopbatch.report.files import FileFate, FileRow
from sopbatch.report.unanswered import Unanswered
from sopbatch.report.week_facts import WeekFacts
from sopbatch.schema.statuses import ARCHIVED, IDENTIFIED, NEEDS_CORRECTION, STATUSES
from sopbatch.text.words import count

RATIFIED = frozenset(status.label for status in STATUSES if status.ratified)
DONE, MENDED, CAME = "Baru selesai", "Baru diperbaiki", "Baru diterima"
RETURNED, REVOKED, MOVED = "Dikembalikan", "Dicabut", "Berubah status"
SILENT, FELL, PLAN = "Belum dijawab", "Turun", "Rencana"
PROGRESS, WITHDRAWN = "Perkembangan", "Ditarik"
LOST = "Verifikasi gugur"
KINDS = (
    *(DONE, MENDED, CAME, MOVED, PROGRESS, RETURNED, SILENT, LOST, FELL, REVOKED, WITHDRAWN),
    PLAN,
)
"""In the order in which they are listed."""
CHANGED = "berubah setelah verifikasi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was."""

    kind: str
    code: str
    title: str
    unit: str
    before: str
    after: str
    remark: str


def changes(
    tally: Tally,
    losses: Sequence[Loss],
    plan_changes: Sequence[PlanChange],
    waiting: Sequence[Unanswered] = (),
    beside: Sequence[Change] = (),
) -> tuple[Change, ...]:
    """All of them, by kind, then in the order of Daftar SOP; empty columns say nothing is known."""
    reasons = {loss.sop: loss for loss in losses}
    units = {line.unit_code: line.unit_name for line in tally.lines if line.unit_code}
    found = [
        *(change for line in tally.lines for change in _of_line(line, reasons)),
        *map(_waiting, waiting),
        *beside,
        *_losses_beside(
            tally, losses, {one.sop: units.get(one.unit_code, "") for one in plan_changes}
        ),
        *(_of_plan(change, units) for change in plan_changes),
    ]
    return tuple(sorted(found, key=lambda change: KINDS.index(change.kind)))


def withdrawn_files(files: Sequence[FileRow], facts: WeekFacts) -> Iterator[Change]:
    """Files that the register has withdrawn since."""
    for row in files:
        if row.fate is FileFate.WITHDRAWN and row.sha256 not in facts.withdrawn:
            title = row.title or row.name
            yield Change(
                kind=WITHDRAWN,
                code=row.code,
                title=title,
                unit=row.unit,
                before=row.number,
                after=row.fate,
                remark=row.remark,
            )


def progressed(files: Sequence[FileRow], facts: WeekFacts) -> Iterator[Change]:
    """New versions, and what became of the findings of the version before."""
    for row in files:
        told = facts.progress.get(row.sha256)
        if told and row.new and not row.resent and row.fate in (FileFate.COUNTED, FileFate.AWAITED):
            yield Change(
                kind=PROGRESS,
                code=row.code,
                title=row.title,
                unit=row.unit,
                before=f"{count(told.before)} catatan",
                after=f"{count(told.still + told.new)} catatan",
                remark=f"{count(told.fixed)} diperbaiki, {count(told.still)} masih ada, "
                f"{count(told.new)} baru",
            )


def _of_line(line: SopLine, reasons: dict[str, Loss]) -> Iterator[Change]:
    before, after = line.previous_status, line.status
    loss = reasons.get(line.plan_code)
    if before and before != after:
        remark = loss.reason if loss else ""
        yield _change(_kind(line, before), line, before, after, remark)
    elif loss:
        yield _change(FELL, line, loss.before, loss.after, loss.reason)
    if CHANGED in line.note:
        yield _change(LOST, line, "Terverifikasi", after, "isi berubah setelah verifikasi")


def _waiting(one: Unanswered) -> Change:
    line = one.line
    return _change(SILENT, line, line.previous_status, line.status, one.words)


def _kind(line: SopLine, before: str) -> str:
    kinds = (
        (line.revoked or line.status in ARCHIVED, REVOKED),
        (line.ratified and before not in RATIFIED, DONE),
        (line.status == NEEDS_CORRECTION.label, RETURNED),
        (before == NEEDS_CORRECTION.label and line.complete, MENDED),
        (before == IDENTIFIED.label, CAME),
    )
    return next((kind for holds, kind in kinds if holds), MOVED)


def _change(kind: str, line: SopLine, before: str, after: str, remark: str) -> Change:
    return Change(
        kind=kind,
        code=line.plan_code,
        title=line.title,
        unit=line.unit_name,
        before=before,
        after=after,
        remark=remark,
    )


def _losses_beside(
    tally: Tally, losses: Sequence[Loss], planned: Mapping[str, str]
) -> Iterator[Change]:
    """Of what is in the plan no more, or never was; `planned` has the agency of each such code."""
    known = {line.plan_code for line in tally.lines if line.plan_code}
    for loss in losses:
        if loss.sop not in known:
            after = loss.after or "tidak terdaftar"
            yield Change(
                kind=FELL,
                code=loss.sop if loss.sop in planned else "",
                title=loss.title,
                unit=planned.get(loss.sop, ""),
                before=loss.before,
                after=after,
                remark=loss.reason,
            )


def _of_plan(change: PlanChange, units: Mapping[str, str]) -> Change:
    return Change(
        kind=PLAN,
        code=change.sop,
        title=change.title,
        unit=units.get(change.unit_code, ""),
        before=change.before,
        after=change.after,
        remark=change.what,
    )
