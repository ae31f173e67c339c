"""Rules between the versions of an SOP (C-05, C-06, C-12), and all rules across workbooks."""

from collections.abc import Iterator
from itertools import pairwise

from sopbatch.matching.naming import named_beside
from sopbatch.matching.versions import came_together, number_key, revision_among, sop_of
from sopbatch.model import Dossier, Place, Problem, Review, Sop
from sopbatch.rules.across.copied import COPIED_FORM_RULES
from sopbatch.rules.across.decisions import DECISION_RULES, revoked_on
from sopbatch.rules.across.moved import MOVED_RULES
from sopbatch.rules.across.plan import PLAN_RULES
from sopbatch.rules.across.twice import TWICE_RULES, is_ratified
from sopbatch.rules.across.units import UNIT_RULES
from sopbatch.rules.basics.procedures import Facts
from sopbatch.rules.rule import ANYWHERE, ERROR, WARNING, Batch, Rule, across_rule, at
from sopbatch.schema.sop import IDENTITY_FIELDS
from sopbatch.schema.statuses import (
    IDENTIFIED,
    IN_FORCE,
    IN_REVISION,
    NEEDS_CORRECTION,
    OFFICER_CHOICES,
    OFFICER_STATUSES,
    RATIFIED,
    SUBMITTED,
    TRANSITIONS,
    SetBy,
    Status,
    may_follow,
    status_of,
)
from sopbatch.text.shortening import quoted

Told = Iterator[tuple[Review, Problem]]

ASIDE = {field.key for field in IDENTITY_FIELDS} - {"title", "effective", "legal_basis"}
"""Fields that say nothing to those who carry the SOP out."""


@across_rule(
    "C-05",
    ERROR,
    title="Dua berkas berbeda dengan revisi yang sama",
    sentence=(
        "Berkas {berkas} juga memuat SOP ini dengan “Revisi ke-” {revisi}, tetapi isinya berbeda."
    ),
    advice=(
        "Naikkan “Revisi ke-” pada naskah yang baru, atau beri tahu Biro Organisasi berkas mana "
        "yang dibatalkan."
    ),
    reason="Dua naskah sah dengan revisi yang sama membuat orang tidak tahu mana yang berlaku.",
    essential=ANYWHERE,
)
def revision_with_two_contents(batch: Batch) -> Told:
    """Two ratified versions without galat, of one number and revision, differ in content.

    A corrected file is normal: nothing is told while one of the two has galat or is not ratified,
    nor when it differs only where the older one was told of something.
    When one came later it takes the other's place and is only warned; when they came together
    nobody can tell which is right, and both are blocked.
    """
    for dossier in batch.dossiers:
        for newer, older in pairwise(_once_together(dossier)):
            if not _contradict(newer, older):
                continue
            together = came_together(newer, older)
            told = ((newer, older), (older, newer)) if together else ((newer, older),)
            for review, other in told:
                facts: Facts = {
                    "berkas": named_beside(other.received, review.received),
                    "revisi": sop_of(review).revision or 0,
                }
                severity = None if together else WARNING
                yield review, Problem(at("revision"), facts, severity=severity)


def _once_together(dossier: Dossier) -> Iterator[Review]:
    """Versions, but of those that came together and say the same one only.

    A file that was saved again may not stand between two that contradict each other.
    """
    told: set[tuple[object, ...]] = set()
    for review in dossier.versions:
        says = (review.received.came, review.errors, _content(sop_of(review)))
        if says not in told:
            told.add(says)
            yield review


def _contradict(newer: Review, older: Review) -> bool:
    left, right = sop_of(newer), sop_of(older)
    return (
        left.revision == right.revision
        and not newer.errors
        and not older.errors
        and is_ratified(left)
        and is_ratified(right)
        and number_key(left) == number_key(right)
        and _content(left) != _content(right)
        and not _answers(newer, older)
    )


def _answers(newer: Review, older: Review) -> bool:
    """Whether a later file differs only in fields of which something was told."""
    if newer.received.came == older.received.came:
        return False
    assert newer.submission is not None
    assert older.submission is not None
    told = {finding.place for finding in older.findings}
    new, old = newer.submission.values, older.submission.values
    changed = [
        place
        for place in {*new, *old}
        if place.key not in ASIDE and new.get(place, "") != old.get(place, "")
    ]
    return bool(changed) and all(
        not told.isdisjoint((place, Place(place.key, place.row, place.part), Place(place.key)))
        for place in changed
    )


def _content(sop: Sop) -> tuple[object, ...]:
    """What an SOP says to those who carry it out."""
    return (sop.title, sop.effective.value, sop.legal_basis, sop.procedures)


@across_rule(
    "C-06",
    WARNING,
    title="Revisi lebih rendah daripada yang sudah diterima",
    sentence="Revisi {revisi} lebih rendah daripada revisi {lama} yang sudah diterima sebelumnya.",
    advice="Periksa “Revisi ke-”; naskah yang baru harus memakai angka yang lebih tinggi.",
    reason=(
        "Yang dihitung adalah revisi tertinggi yang tidak perlu diperbaiki, sehingga berkas ini "
        "tidak dipakai."
    ),
)
def revision_goes_down(batch: Batch) -> Told:
    """A version received later than another has a lower revision."""
    for dossier in batch.dossiers:
        for review in dossier.versions:
            mine = sop_of(review).revision
            earlier = [
                revision_among(other, dossier.versions)
                for other in dossier.versions
                if other.received.came < review.received.came_last
            ]
            if mine is not None and earlier and mine < max(earlier):
                yield review, Problem(at("revision"), {"revisi": mine, "lama": max(earlier)})


@across_rule(
    "C-12",
    ERROR,
    title="Perubahan status melompat",
    sentence="Status tidak dapat langsung berubah dari {lama} menjadi {baru}.",
    advice="Pilih status {pilihan}. {berikut}",
    reason="Urutan status menjamin setiap SOP diverifikasi sebelum disahkan.",
    essential=ANYWHERE,
)
def status_jumps(batch: Batch) -> Told:
    """The newest version's status may not follow that of the last run (or a decision since).

    The first time an SOP is seen any status is accepted, also when it was planned before. A file
    sent again with the status of the version before it changes nothing, and neither does mending
    what was held back for galat. A title revoked since is told by C-16, and only when it is sent
    again. Only a warning when the stages passed over are the agency's own, such as Siap Disahkan.
    """
    for dossier in batch.dossiers:
        before = status_of(batch.previous_status.get(dossier.key, ""))
        after = _claim(dossier)
        if before is None or before == IDENTIFIED or after is None or revoked_on(batch, dossier):
            continue
        starts = set(_starts(dossier, before, batch))
        if after not in starts and not any(may_follow(start, after) for start in starts):
            facts: Facts = {
                "lama": before.label,
                "baru": _typed_status(dossier.versions[0]) or after.label,
                "pilihan": _choices(before),
                "berikut": _way_on(before),
            }
            severity = WARNING if after in _by_own_stages(starts) else None
            yield dossier.versions[0], Problem(at("status"), facts, severity=severity)


def _typed_status(review: Review) -> str:
    """As the officer wrote it: “Berlaku” is read as Disahkan, which leads there by itself."""
    assert review.submission is not None
    return quoted(review.submission.values.get(at("status"), "").strip())


def _way_on(before: Status) -> str:
    """What an agency may do from a status; verification is recorded by Biro Organisasi."""
    if not TRANSITIONS[before.label]:
        return f"SOP yang sudah {before.label} tidak aktif lagi; ajukan sebagai SOP baru."
    if before not in OFFICER_CHOICES:
        return f"Status {before.label} dicatat Biro Organisasi."
    if before == RATIFIED:
        return "SOP menjadi Berlaku pada Tanggal Efektif."
    choices = _own_next(before)
    if not choices:
        return "Status berikutnya ditetapkan Biro Organisasi."
    return f"Setelah {before.label} pilih {choices}; verifikasi dicatat Biro Organisasi."


def _choices(before: Status) -> str:
    """What the form offers to set a jump right: the status before, or what may follow it."""
    return before.label if before in OFFICER_CHOICES else _own_next(before) or SUBMITTED.label


def _own_next(before: Status) -> str:
    own = [status.label for status in TRANSITIONS[before.label] if status in OFFICER_STATUSES]
    return " atau ".join(own)


def _claim(dossier: Dossier) -> Status | None:
    """The status the newest version gives itself."""
    return status_of(sop_of(dossier.versions[0]).status) if dossier.versions else None


def _claims(dossier: Dossier) -> set[Status | None]:
    """The statuses that any version gives itself."""
    return {status_of(sop_of(review).status) for review in dossier.versions}


def _starts(dossier: Dossier, before: Status, batch: Batch) -> Iterator[Status]:
    """Statuses from which the newest version may have gone on."""
    yield before
    by_evaluation = before is IN_REVISION and IN_REVISION not in _claims(dossier)
    if before is IN_FORCE or by_evaluation:
        yield RATIFIED
    if before.set_by is SetBy.BUREAU:
        # Biro Organisasi lifts what is Diajukan; the workbook itself goes on saying so.
        yield SUBMITTED
    held_back = before is NEEDS_CORRECTION and len(dossier.versions) == 1
    for review in dossier.versions[:1] if held_back else dossier.versions[1:2]:
        yield from filter(None, [status_of(sop_of(review).status)])
    for decision in batch.register.decisions:
        decided = status_of(decision.status)
        mine = dossier.plan is not None and decision.plan_code == dossier.plan.code
        if mine and decided and may_follow(before, decided):
            yield decided


def _by_own_stages(starts: set[Status]) -> set[Status]:
    """What comes after, passing over stages that Biro Organisasi does not set."""
    found, waiting = set(starts), list(starts)
    while waiting:
        status = waiting.pop()
        if status in starts or status.set_by in (SetBy.AGENCY, SetBy.PROGRAM):
            waiting.extend(set(TRANSITIONS[status.label]) - found)
            found.update(TRANSITIONS[status.label])
    return found


ACROSS_RULES: tuple[Rule, ...] = (
    *TWICE_RULES,
    revision_with_two_contents,
    revision_goes_down,
    status_jumps,
    *MOVED_RULES,
    *PLAN_RULES,
    *COPIED_FORM_RULES,
    *DECISION_RULES,
    *UNIT_RULES,
)
