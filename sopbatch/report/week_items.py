"""The lists of the week: facts of a run come in, one entry for each thing to do goes out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sopbatch.model import Passed, Register, Review, SopLine, Tally
from sopbatch.report.decision_rules import BUREAU
from sopbatch.report.decisions import decision_rule, silent_units
from sopbatch.report.files import DOUBTED, FileFate, FileRow
from sopbatch.report.unanswered import Unanswered
from sopbatch.report.week import (
    FAULTY,
    LATER,
    OUTCOMES,
    SOON,
    WHOLE,
    GoesBack,
    Idle,
    NewFile,
    ToDecide,
    UnplannedSop,
    Week,
)
from sopbatch.report.week_facts import IdleDecision, Mistakes, WeekFacts
from sopbatch.schema.evaluation import REVOKE as REVOKED_BY_EVALUATION
from sopbatch.schema.statuses import ARCHIVED
from sopbatch.text.words import enumeration, long_date

NO_NEWS = (FileFate.REGISTER, FileFate.OPENED, FileFate.HELD)
SENDERS_OWN = (Passed.EMPTY_FORM, Passed.WORD, Passed.PDF, Passed.LINK, Passed.OTHER)
"""What is passed over and yet was sent as an SOP."""
VERIFY = "{code}, status Terverifikasi atau Perlu Perbaikan, tanggal, nomor berita acara"
REVOKE = "{code}, status Dicabut, tanggal; atau minta berkas baru"
REVOKE_EVALUATED = "{code}, status Dicabut, tanggal, nomor keputusan; atau minta evaluasi baru"
TO_REVOKE = "pencabutan menurut evaluasi"
CHOOSE = "tanda terima naskah yang keliru, status Ditarik, tanggal, Catatan, Oleh"
ADMIT = "{number}, status Terima sekali atau Tolak, tanggal, Oleh"
TIE = "{code}, status Dikaitkan, tanggal, Tanda terima {number}; jika bukan, judul baru"
ADD = "baris judul baru; atau nama ini pada kolom Sebutan lain dari judul yang dimaksud"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOf:
    """All that the work of a week follows from."""

    facts: WeekFacts
    files: tuple[FileRow, ...]
    tally: Tally
    reviews: tuple[Review, ...]
    register: Register
    returned: Mapping[str, str]
    """sha256 to the path of a marked copy."""
    waiting: tuple[Unanswered, ...]


def week(given: WeekOf) -> Week:
    """The work of the week."""
    by_digest = {review.received.sha256: review for review in given.reviews}
    tally = given.tally
    due = sorted(tally.due, key=lambda item: item.due)
    came = (_new_file(row, by_digest) for row in given.files if _is_news(row))
    return Week(
        came=tuple(sorted(came, key=_rank)),
        back=tuple(sorted(_back(given, by_digest), key=_urgency)),
        soon=tuple(item for item in due if 0 <= item.days <= SOON),
        later=tuple(item for item in due if SOON < item.days <= LATER),
        decide=(
            *_undecided(given.facts),
            *_doubted(given.files),
            *_unverified(tally),
            *_to_revoke(tally),
        ),
        idle=tuple(_idle(one, given) for one in given.facts.idle),
        unanswered=tuple(sorted(given.waiting, key=lambda one: one.since)),
        outside=tuple(_outside(line, given.facts, by_digest) for line in _strangers(tally)),
        planned=tally.total.planned if tally.can_count_plan else None,
        done=tally.total.planned_ratified,
    )


def _is_news(row: FileRow) -> bool:
    if row.fate is FileFate.PASSED:
        return row.new and row.remark in SENDERS_OWN
    return row.new and row.fate not in NO_NEWS


def _new_file(row: FileRow, by_digest: Mapping[str, Review]) -> NewFile:
    if row.came_again and row.first_seen:
        remark = f"{row.remark}; isinya sudah diterima {long_date(row.first_seen)}"
        row = replace(row, remark=remark)
    if row.fate in (FileFate.COUNTED, FileFate.AWAITED, FileFate.FORM):
        return NewFile(row, FAULTY if by_digest[row.sha256].errors else WHOLE)
    return NewFile(row, str(row.fate))


def _rank(one: NewFile) -> int:
    return OUTCOMES.index(one.outcome) if one.outcome in OUTCOMES else len(OUTCOMES)


def _back(given: WeekOf, by_digest: Mapping[str, Review]) -> Iterator[GoesBack]:
    """By agency: what has a marked copy, and what nobody could read."""
    addresses = {unit.name: unit.email for unit in given.register.units}
    wanted = frozenset(given.facts.back)
    for row in given.files:
        refused = row.fate is FileFate.REFUSED and row.new and not row.resent
        if row.fate is FileFate.DUPLICATE or not (row.sha256 in wanted or refused):
            continue
        yield GoesBack(
            by_digest[row.sha256],
            row.unit,
            addresses.get(row.unit) or row.sender,
            given.returned.get(row.sha256, ""),
            given.facts.mistakes.get(row.sha256, Mistakes()),
        )


def _urgency(one: GoesBack) -> tuple[bool, str, bool]:
    """By agency; what is held back before what is only advised."""
    return not one.unit, one.unit, one.review.publishable


def _undecided(facts: WeekFacts) -> Iterator[ToDecide]:
    """SOPs of which two files might hold."""
    for files in facts.undecided:
        if owner := facts.owners.get(files[0].sha256):
            names = enumeration([f"“{one.file_name}” ({one.number})" for one in files])
            since = min(one.first_seen for one in files)
            what = f"naskah yang berlaku: {names}"
            yield ToDecide(
                code=owner.code or "-",
                title=owner.title,
                unit=owner.unit,
                what=what,
                since=since,
                where=CHOOSE,
            )


def _doubted(files: tuple[FileRow, ...]) -> Iterator[ToDecide]:
    """Files that wait because of who sent them."""
    for row in files:
        if row.fate is FileFate.HELD and row.remark.startswith(DOUBTED):
            name = row.name.rpartition("/")[2]
            where = ADMIT.format(number=row.number)
            yield ToDecide(
                code="-",
                title=name,
                unit=row.unit or "-",
                what=row.remark,
                since=row.first_seen,
                where=where,
            )


def _unverified(tally: Tally) -> Iterator[ToDecide]:
    """SOPs of the plan that wait for Biro Organisasi, by the rules of the report's decisions."""
    silent = silent_units(tally)
    for line in tally.lines if tally.can_count_plan else ():
        rule = decision_rule(line, silent)
        if rule and rule.owner == BUREAU and not line.outside_plan:
            where = (REVOKE if line.status in ARCHIVED else VERIFY).format(code=line.plan_code)
            yield ToDecide(
                code=line.plan_code,
                title=line.title,
                unit=line.unit_name,
                what=rule.name,
                since=line.status_day,
                where=where,
            )


def _to_revoke(tally: Tally) -> Iterator[ToDecide]:
    """SOPs in force whose evaluation wants them revoked, and of which nothing was decided."""
    for line in tally.lines:
        seen = line.watched
        ends = seen.conclusion == REVOKED_BY_EVALUATION and line.ratified and not line.revoked
        if ends and seen.evaluated and not (line.effective and line.effective > seen.evaluated):
            where = REVOKE_EVALUATED.format(code=line.plan_code or "-")
            yield ToDecide(
                code=line.plan_code or "-",
                title=line.title,
                unit=line.unit_name,
                what=TO_REVOKE,
                since=seen.evaluated,
                where=where,
            )


def _idle(one: IdleDecision, given: WeekOf) -> Idle:
    line = next((line for line in given.tally.lines if line.plan_code == one.code), None)
    if line:
        return Idle(one, line.title, line.unit_name)
    plan = next((entry for entry in given.register.plan if entry.code == one.code), None)
    unit = given.register.unit(plan.unit_code) if plan else None
    return Idle(one, plan.title if plan else "-", unit.name if unit else "-")


def _strangers(tally: Tally) -> Iterator[SopLine]:
    """SOPs that were never planned and wait for a place in the plan."""
    silent = silent_units(tally)
    for line in tally.lines if tally.can_count_plan else ():
        if line.outside_plan and decision_rule(line, silent):
            yield line


def _outside(line: SopLine, facts: WeekFacts, by_digest: Mapping[str, Review]) -> UnplannedSop:
    likely = facts.likely.get(line.sha256)
    number = by_digest[line.sha256].received.number if line.sha256 in by_digest else ""
    if likely is None:
        return UnplannedSop(line, number, None, ADD)
    where = TIE.format(code=likely.code, number=number)
    return UnplannedSop(line, number, likely, where, "Keputusan")
