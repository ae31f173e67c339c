"""Reviewed workbooks in, SOPs with all their versions out, each at its line of the plan."""

from collections.abc import Iterator, Sequence

from sopbatch.matching.outside_plan import sops_outside
from sopbatch.matching.plan import Match, Plan, plan_of
from sopbatch.matching.same_sop import is_version
from sopbatch.matching.versions import came_together, in_order, number_key, sop_of, version_order
from sopbatch.model import (
    Came,
    Dossier,
    PlanLine,
    PlanMatch,
    Register,
    Review,
    Sop,
    counted_of,
)
from sopbatch.text.alike import alike_in_any_order
from sopbatch.text.names import name_key


def gather(reviews: tuple[Review, ...], register: Register) -> tuple[Dossier, ...]:
    """All SOPs: those of the plan in its order, then those outside it by unit and title.

    A workbook belongs to the line of the plan whose title it bears, else to that of its hidden
    code when the title is spelt nearly as that line's, else to that of a number that has come to
    one line in these ways, else to that of a title that differs in spelling only, else to that of
    its hidden code where no other SOP has it: officers write the next SOP in a copy of the last
    one, code and all, and number too. (An exact title comes before the number, because a number
    used for two titles is a mistake that must not hide one of them.) Refused files belong to no
    SOP. The order of the reviews does not matter.
    """
    plan = plan_of(register)
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
    others = (_unplanned(versions, plan) for versions in sops_outside(outside, plan))
    return (*planned, *sorted(others, key=_outside_order))


def _was_read(review: Review) -> bool:
    return review.submission is not None


def _lines(reviews: Sequence[Review], plan: Plan) -> list[Match]:
    """The line of the plan of each workbook."""
    matches = [_certain(sop_of(review), plan) for review in reviews]
    by_number: dict[tuple[str, str], dict[PlanLine, list[Review]]] = {}
    for review, (line, _) in zip(reviews, matches, strict=True):
        if line and (number := number_key(sop_of(review))):
            lines = by_number.setdefault((line.unit_code, number), {})
            lines.setdefault(line, []).append(review)
    claims: dict[PlanLine, list[int]] = {}
    for place, review in enumerate(reviews):
        if matches[place][0] is None:
            matches[place] = _probable(review, plan, by_number)
            if matches[place][0] is None and (line := plan.by_code(sop_of(review))):
                claims.setdefault(line, []).append(place)
    for line, places in claims.items():
        home = [one for one, (its, _) in zip(reviews, matches, strict=True) if its is line]
        for place in _believed(line, [(place, reviews[place]) for place in places], home, plan):
            matches[place] = line, PlanMatch.CODE
    return matches


def _certain(sop: Sop, plan: Plan) -> Match:
    """By what the title says; a hidden code is believed when the title does not speak against."""
    coded = plan.by_code(sop)
    if titled := plan.by_title(sop):
        return titled, PlanMatch.CODE if coded is titled else PlanMatch.TITLE
    if coded and (not name_key(sop.title) or plan.is_titled(coded, sop)):
        return coded, PlanMatch.CODE
    return None, PlanMatch.NONE


def _probable(
    review: Review, plan: Plan, by_number: dict[tuple[str, str], dict[PlanLine, list[Review]]]
) -> Match:
    sop = sop_of(review)
    lines = by_number.get((plan.unit_of(sop), number_key(sop)), {})
    if len(lines) == 1:
        ((line, versions),) = lines.items()
        if is_version(review, versions, plan):
            return line, PlanMatch.CODE if line is plan.by_code(sop) else PlanMatch.NUMBER
    if near := plan.by_near_title(sop):
        return near, PlanMatch.NEAR_TITLE
    return None, PlanMatch.NONE


def _believed(
    line: PlanLine, claims: Sequence[tuple[int, Review]], home: Sequence[Review], plan: Plan
) -> Iterator[int]:
    """Which of the workbooks with the hidden code of a line, and nothing else of it, are its.

    Those that can be versions of what came to the line, else of the one that was there first:
    a copy of a form, in which another SOP was written, carries the code along.
    """

    def strangeness(review: Review) -> tuple[Came, float, str]:
        sop = sop_of(review)
        like = alike_in_any_order(plan.key(sop.title), plan.key(line.title), 0.0)
        return review.received.came, -like, review.received.sha256

    first = min((review for _, review in claims), key=strangeness)
    titled = sop_of(first).title
    for place, review in claims:
        own = sop_of(review).title
        reworded = not home and (plan.shortens(own, titled) or plan.shortens(titled, own))
        if reworded or is_version(review, home or [first], plan):
            yield place


def _undecided(versions: Sequence[Review], counted: Review | None) -> tuple[Review, ...]:
    """The counted version with those of other content that nothing sure tells from it."""
    if counted is None:
        return ()
    sure, sop = _sure_order(counted), sop_of(counted)
    tied = tuple(
        one
        for one in versions
        if one is counted
        or (_sure_order(one) == sure and came_together(one, counted) and sop_of(one) != sop)
    )
    return tied if len(tied) > 1 else ()


def _sure_order(review: Review) -> tuple[object, ...]:
    """What tells of two versions which is newer, whoever sent them."""
    *sure, _, _ = version_order(review)
    return tuple(sure)


def _planned(line: PlanLine, found: list[tuple[Review, PlanMatch]]) -> Dossier:
    versions = in_order([review for review, _ in found])
    counted = counted_of(versions)
    match: PlanMatch = next((match for review, match in found if review is counted), PlanMatch.NONE)
    return Dossier(
        unit_code=line.unit_code,
        section=line.section,
        title=line.title,
        plan=line,
        versions=versions,
        counted=counted,
        match=match,
        undecided=_undecided(versions, counted),
    )


def _unplanned(found: Sequence[Review], plan: Plan) -> Dossier:
    versions = in_order(found)
    counted = counted_of(versions)
    sop = sop_of(counted or versions[0])
    return Dossier(
        unit_code=plan.unit_of(sop),
        section=plan.section_of(sop),
        title=sop.title,
        plan=None,
        versions=versions,
        counted=counted,
        undecided=_undecided(versions, counted),
    )


def _outside_order(dossier: Dossier) -> tuple[str, str, str, str]:
    newest = dossier.versions[0]
    return (
        dossier.unit_code,
        name_key(dossier.title),
        number_key(sop_of(newest)),
        newest.received.sha256,
    )
