"""What counts for less than in the last report of an earlier week, each with its reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sopbatch.ledger import Past
from sopbatch.model import (
    Dossier,
    Loss,
    PlanChange,
    PlanLine,
    Received,
    Register,
    Review,
    Severity,
    SopLine,
)
from sopbatch.model.losses import ADDED, NO, REMOVED, WITHDRAWN, YES
from sopbatch.schema.statuses import REPLACED, REVOKED, CountsAs, SetBy, status_of
from sopbatch.text.words import long_date

LEVELS = (CountsAs.ARCHIVED, CountsAs.PLANNED, CountsAs.IN_WORK, CountsAs.COMPILED, CountsAs.DONE)
"""What statuses count as, the least first."""
COMPLETE = "lengkap"
"""What is level 1: read, and without a galat."""
BY_RULES = "aturan, pengecualian, atau tanggal yang menentukan penilaiannya berubah"


@dataclass(frozen=True, slots=True)
class Now:
    """How things stand after this run."""

    register: Register
    dossiers: tuple[Dossier, ...]
    lines: Mapping[str, SopLine]
    """Key of the SOP to its line."""
    withdrawn: tuple[tuple[Received, str], ...]
    reviews: tuple[Review, ...]


def losses(past: Past, now: Now) -> Iterator[Loss]:
    """Every SOP that counts for less, in the order of its key."""
    dossiers = {dossier.key: dossier for dossier in now.dossiers}
    for sop, before in sorted(past.status.items()):
        line = now.lines.get(sop)
        after = line.status if line else ""
        fell = _level(after) < _level(before)
        if fell or (sop in past.complete and not (line and line.complete)):
            title = line.title if line else past.titles.get(sop, sop)
            if not fell:
                # The status alone would not tell what was lost.
                before, after = f"{before}, {COMPLETE}", f"{after}, tidak {COMPLETE}"
            yield Loss(sop, title, before, after, _reason(sop, dossiers.get(sop), past, now, line))


def plan_changes(past: Past, register: Register) -> Iterator[PlanChange]:
    """What became of the plan, in the order of the codes; nothing where it was not known."""
    if not past.planned or not register.present:
        return
    then = {line.code: line for line in past.planned}
    now = {line.code: line for line in register.plan}
    for code in sorted(then.keys() | now.keys()):
        match then.get(code), now.get(code):
            case None, PlanLine() as line:
                yield _change(line, ADDED)
            case PlanLine() as line, None:
                yield _change(line, REMOVED)
            case PlanLine() as before, PlanLine() as after:
                yield from _changes(before, after)


def _changes(before: PlanLine, after: PlanLine) -> Iterator[PlanChange]:
    pairs = (
        ("judul", before.title, after.title),
        ("tenggat", _day(before.deadline), _day(after.deadline)),
        ("unit", before.unit_code, after.unit_code),
        ("bagian", before.section, after.section),
        (WITHDRAWN, *(YES if line.withdrawn else NO for line in (before, after))),
    )
    for what, old, new in pairs:
        if old != new:
            yield _change(after, what, old or "-", new or "-")


def _change(line: PlanLine, what: str, before: str = "", after: str = "") -> PlanChange:
    return PlanChange(
        sop=line.code,
        title=line.title,
        what=what,
        before=before,
        after=after,
        unit_code=line.unit_code,
    )


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _level(status: str) -> int:
    known = status_of(status)
    return LEVELS.index(known.counts_as) if known else -1


def _reason(sop: str, dossier: Dossier | None, past: Past, now: Now, line: SopLine | None) -> str:
    counted = past.counted.get(sop, "")
    for received, reason in now.withdrawn:
        if received.sha256 == counted:
            return f"berkas {received.number} {reason}"
    if line and line.status in (REVOKED.label, REPLACED.label):
        return f"{line.status.lower()} menurut {line.status_origin or 'berkasnya'}"
    for decision in reversed(now.register.decisions):
        if decision.plan_code == sop and decision.status == REVOKED.label:
            return f"dicabut dengan keputusan Biro Organisasi {decision.document}".rstrip()
    if moved := _home(counted, sop, now):
        return f"berkasnya kini dihitung sebagai “{moved}”"
    planned = {one.code: one for one in now.register.plan}
    then = {one.code for one in past.planned if not one.withdrawn}
    if sop in then and (sop not in planned or planned[sop].withdrawn):
        gone = "judulnya ditarik dari rencana" if sop in planned else "judulnya dihapus"
        return f"rencana diubah: {gone}"
    if line and line.status_origin == SetBy.BUREAU:
        return "keputusan Biro Organisasi"
    return _by_file(dossier.counted if dossier else None, counted)


def _by_file(now: Review | None, counted: str) -> str:
    """What the file that counts now has to do with it."""
    if now and now.received.sha256 != counted:
        return f"digantikan oleh berkas {now.received.number}"
    if now and now.errors:
        return f"berkasnya kini masih harus diperbaiki ({_codes(now)})"
    return BY_RULES


def _codes(review: Review) -> str:
    held = (found.code for found in review.findings if found.severity is Severity.ERROR)
    return ", ".join(sorted(set(held)))


def _home(counted: str, sop: str, now: Now) -> str:
    """Title of another SOP that the file is a version of now."""
    for dossier in now.dossiers:
        if dossier.key != sop:
            for review in dossier.versions:
                if review.received.sha256 == counted:
                    return dossier.title
    return ""
