"""Reviewed workbooks in, SOPs with all their versions out, each at its line of the plan."""

from collections.abc import Iterable, Sequence
from datetime import date

from sopbatch.model import Dossier, PlanLine, PlanMatch, Register, Review, Sop
from sopbatch.rules.plan_match import Match, Plan, near_titles
from sopbatch.rules.wording import title_key


def gather(reviews: tuple[Review, ...], register: Register) -> tuple[Dossier, ...]:
    """All SOPs: those of the plan in its order, then those outside it by unit and title.

    A workbook belongs to a line of the plan by its hidden code, else by its exact title, else by
    the number of a workbook that has come to a line in these ways, else by a title that differs in
    spelling only. (An exact title comes before the number, because a number used for two titles is
    a mistake that must not hide one of them; the number decides when the title says nothing.)
    Refused files belong to no SOP. The order of the reviews does not matter.
    """
    plan = Plan(register)
    newest_first = sorted(filter(_was_read, reviews), key=version_order, reverse=True)
    joined: dict[str, list[tuple[Review, PlanMatch]]] = {}
    outside: list[Review] = []
    for review, (line, match) in zip(newest_first, _lines(newest_first, plan), strict=True):
        if line is None:
            outside.append(review)
        else:
            joined.setdefault(line.code, []).append((review, match))
    planned = (
        _planned(line, joined.get(line.code, []))
        for line in register.plan
        if line.code in joined or not line.withdrawn
    )
    others = (_unplanned(versions, plan) for versions in _unplanned_sops(outside, plan))
    return (*planned, *sorted(others, key=_outside_order))


def version_order(review: Review) -> tuple[int, date, date, str]:
    """Later versions sort higher: revision, its date (else that of making), receipt, content."""
    sop = sop_of(review)
    day = sop.revised.value or sop.created.value or date.min
    return (sop.revision or 0, day, review.received.first_seen, review.received.sha256)


def sop_of(review: Review) -> Sop:
    """The SOP of a workbook that was read."""
    assert review.submission is not None
    return review.submission.sop


def number_key(sop: Sop) -> str:
    """What two numbers are compared by; "" for a number that is missing or cannot be one."""
    return sop.number.norm if sop.number.kind == "number" else ""


def _was_read(review: Review) -> bool:
    return review.submission is not None


def _lines(reviews: Sequence[Review], plan: Plan) -> list[Match]:
    """The line of the plan of each workbook."""
    matches = [_certain(sop_of(review), plan) for review in reviews]
    by_number: dict[tuple[str, str], set[PlanLine]] = {}
    for review, (line, _) in zip(reviews, matches, strict=True):
        if line and (number := number_key(sop_of(review))):
            by_number.setdefault((line.unit_code, number), set()).add(line)
    for place, review in enumerate(reviews):
        if matches[place][0] is None:
            matches[place] = _probable(sop_of(review), plan, by_number)
    return matches


def _certain(sop: Sop, plan: Plan) -> Match:
    if line := plan.by_code(sop):
        return line, "kode"
    line = plan.by_title(sop)
    return line, "judul" if line else ""


def _probable(sop: Sop, plan: Plan, by_number: dict[tuple[str, str], set[PlanLine]]) -> Match:
    lines = by_number.get((plan.unit_of(sop), number_key(sop)), set())
    if len(lines) == 1:
        return next(iter(lines)), "nomor"
    line = plan.by_near_title(sop)
    return line, "judul mirip" if line else ""


def _counted(versions: Iterable[Review]) -> Review | None:
    """The newest version without galat; the newest when all have galat."""
    found = tuple(versions)
    return next((version for version in found if not version.errors), next(iter(found), None))


def _planned(line: PlanLine, found: list[tuple[Review, PlanMatch]]) -> Dossier:
    versions = tuple(review for review, _ in found)
    counted = _counted(versions)
    match: PlanMatch = next((match for review, match in found if review is counted), "")
    return Dossier(line.unit_code, line.section, line.title, line, versions, counted, match)


def _unplanned(versions: Sequence[Review], plan: Plan) -> Dossier:
    counted = _counted(versions)
    sop = sop_of(counted or versions[0])
    return Dossier(
        plan.unit_of(sop), plan.section_of(sop), sop.title, None, tuple(versions), counted
    )


def _unplanned_sops(reviews: Sequence[Review], plan: Plan) -> list[list[Review]]:
    """Workbooks outside the plan by SOP: same unit and number, else same section and title.

    Of two titles under one number only those are one SOP that are alike or of different revisions:
    a number used twice is a mistake, not a version. Versions stay newest first.
    """
    sops: list[list[Review]] = []
    known: dict[tuple[str, ...], list[list[Review]]] = {}
    numbered = [review for review in reviews if number_key(sop_of(review))]
    unnumbered = [review for review in reviews if not number_key(sop_of(review))]
    for review in (*numbered, *unnumbered):
        by_number, by_title = _keys(sop_of(review), plan)
        offered = known.get(by_number or by_title, [])
        home = next((versions for versions in offered if _is_version(review, versions, plan)), None)
        if home is None:
            home = []
            sops.append(home)
            for key in filter(None, (by_number, by_title)):
                known.setdefault(key, []).append(home)
        home.append(review)
    return [sorted(versions, key=version_order, reverse=True) for versions in sops]


def _keys(sop: Sop, plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys by number and by title; () for what was not given."""
    unit, number, title = plan.unit_of(sop), number_key(sop), title_key(sop.title)
    return (
        ("nomor", unit, number) if number else (),
        ("judul", unit, title) if title else (),
    )


def _is_version(review: Review, versions: Sequence[Review], plan: Plan) -> bool:
    """Whether a workbook of the same number, or without one of the same title, is the same SOP."""
    sop, first = sop_of(review), sop_of(versions[0])
    if not number_key(sop):
        return plan.section_of(sop) in ("", plan.section_of(first))
    title, other = title_key(sop.title), title_key(first.title)
    alike = not title or not other or title == other or near_titles(title, other, plan.known)
    return alike or sop.revision != first.revision


def _outside_order(dossier: Dossier) -> tuple[str, str, str, str]:
    newest = dossier.versions[0]
    return (
        dossier.unit_code,
        title_key(dossier.title),
        number_key(sop_of(newest)),
        newest.received.sha256,
    )
