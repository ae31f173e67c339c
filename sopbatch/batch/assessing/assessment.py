"""From received files to counted SOPs: everything of a run that no file is written for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sopbatch import __version__
from sopbatch.batch.assessing.across import Looked, look_across
from sopbatch.batch.assessing.adding_up import adding_up
from sopbatch.batch.assessing.lost_counts import Now, losses, plan_changes
from sopbatch.batch.assessing.moved_units import last_week, unit_changes, with_keys_of_today
from sopbatch.batch.assessing.resendings import resendings
from sopbatch.batch.assessing.reviews import ReadAll, read_all
from sopbatch.batch.assessing.sent_again import overtaken
from sopbatch.batch.assessing.that_count import that_count
from sopbatch.batch.order import Order
from sopbatch.ledger import Past, SopRecord, inputs_digest
from sopbatch.matching.forms import standings_of
from sopbatch.matching.history import moved, undecided
from sopbatch.matching.watched import reached_steps, watched_sops
from sopbatch.model import (
    Dossier,
    FormStanding,
    Loss,
    OtherFiles,
    PlanChange,
    Received,
    Register,
    Review,
    SopLine,
    Tally,
)
from sopbatch.report.week_facts import IdleDecision
from sopbatch.rules import remarks
from sopbatch.tally import tally
from sopbatch.tally.counted import Adding
from sopbatch.tally.idle import idle_decisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was read, judged and counted."""

    register: Register
    reviews: tuple[Review, ...]
    """SOPs, and files that could not be read."""
    dossiers: tuple[Dossier, ...]
    counts: Tally
    others: OtherFiles
    inputs: str
    """Digest of what all this was made from."""
    logo: Received | None
    """The received file that is the logo."""
    incidents: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()
    """What counts for less than in the last report of an earlier week."""
    plan_changes: tuple[PlanChange, ...] = ()
    """What became of the plan since then."""
    passed: tuple[tuple[str, str], ...] = ()
    """Names of files that are no SOP though nothing is wrong with them, with what they are."""
    gone: tuple[Review, ...] = ()
    """Files that the register withdraws."""
    idle: tuple[IdleDecision, ...] = ()
    """Lines of the sheet Keputusan without effect."""
    forms: tuple[Review, ...] = ()
    """Workbooks of the other kinds, in order of name."""
    form_standings: tuple[FormStanding, ...] = ()
    """What these tell of, and which of them counts."""

    @property
    def every(self) -> tuple[Review, ...]:
        """Files of all kinds that were judged."""
        return (*self.reviews, *self.forms)


def look(
    order: Order,
    received: tuple[Received, ...],
    beside: OtherFiles,
    past: Past,
    *,
    kept: Received | None = None,
) -> Seen:
    """Read all files, judge them alone and together, and count what came by the report date.

    `beside` is what is known already of the register, of held and of untaken files; `kept` the
    register that holds when no other one is met.

    Raises:
        SopbatchError: two registers, or one with a mistake the operator can mend.
    """
    carried = (pair for item in received for pair in item.letters)
    beside = replace(beside, letters=(*beside.letters, *carried))
    return judge(order, read_all(order, received, beside.register, kept), beside, past)


def judge(order: Order, read: ReadAll, beside: OtherFiles, past: Past) -> Seen:
    """Judge together what was read, and count what came by the report date."""
    with adding_up(order) as adding:
        return _judged(order, read, beside, past, adding)


def _judged(order: Order, read: ReadAll, beside: OtherFiles, past: Past, adding: Adding) -> Seen:
    counting = that_count(order, read, beside, past)
    register, others, as_of = counting.register, counting.others, order.as_of
    past = with_keys_of_today(past, register)
    looked = look_across(counting.reviews, register, as_of, past.status)
    reviews, dossiers, crashes, forms = looked
    watched = watched_sops(forms, dossiers, register, as_of)
    drafting = reached_steps(forms, dossiers, register, as_of)
    counts = tally(dossiers, register, as_of, past.status, watched, drafting, adding)
    lines = dict(sop_lines(dossiers, counts))
    outside = (*others.withdrawn, *others.unsure)
    idle = (*counting.idle, *idle_decisions(dossiers, register, as_of))
    return Seen(
        register=register,
        reviews=reviews,
        dossiers=dossiers,
        counts=counts,
        others=others,
        inputs=inputs_digest(as_of, order.until, __version__, (*reviews, *forms), others),
        logo=read.logo,
        incidents=(*read.incidents, *crashes),
        notes=(*read.notes, *counting.notes, *_notes(looked, register, past, as_of)),
        losses=tuple(losses(past, Now(register, dossiers, lines, outside, reviews))),
        plan_changes=(*unit_changes(past, register, as_of), *plan_changes(past, register)),
        passed=read.told_passed,
        gone=counting.gone,
        idle=tuple(sorted(idle, key=lambda one: one.row)),
        forms=forms,
        form_standings=standings_of(forms, register.home),
    )


def _notes(looked: Looked, register: Register, past: Past, as_of: date) -> Iterator[str]:
    """What the operator should know of files and register seen together."""
    yield from (one.told for one in resendings(looked.dossiers))
    yield from overtaken(looked.dossiers, as_of)
    yield from (one.words for one in moved(register, last_week(past), as_of))
    yield from undecided(register)
    yield from remarks(looked.reviews, looked.dossiers, register)


def standings(seen: Seen) -> Iterator[SopRecord]:
    """Every SOP as the ledger remembers it."""
    lines = dict(sop_lines(seen.dossiers, seen.counts))
    for dossier in seen.dossiers:
        if line := lines.get(dossier.key):
            yield _standing(dossier, line)


def sop_lines(dossiers: tuple[Dossier, ...], counts: Tally) -> Iterator[tuple[str, SopLine]]:
    """Key and line of every SOP that is counted."""
    lines = {line.plan_code or line.sha256: line for line in counts.lines}
    for dossier in dossiers:
        counted = dossier.counted.received.sha256 if dossier.counted else ""
        if line := lines.get(dossier.plan.code if dossier.plan else counted):
            yield dossier.key, line


def _standing(dossier: Dossier, line: SopLine) -> SopRecord:
    return SopRecord(
        dossier.key,
        line.status,
        dossier.counted.received.sha256 if dossier.counted else "",
        dossier.versions,
        reason=_reason(dossier),
        before=line.previous_status,
        origin=line.status_origin,
        since=line.status_day,
        title=line.title,
        unit=line.unit_code,
        unit_name=line.unit_name,
    )


def _reason(dossier: Dossier) -> str:
    """Why the counted version counts."""
    if dossier.counted is None:
        return "belum ada berkas"
    if len(dossier.versions) == 1:
        return "satu-satunya versi"
    if dossier.counted.errors:
        return "versi terbaru; semua versi masih harus diperbaiki"
    if dossier.awaiting_correction:
        return "versi terbaru yang tidak perlu diperbaiki; yang lebih baru menunggu perbaikan"
    return "versi terbaru, tidak perlu diperbaiki"
