"""What the report of a run is made of: all that was seen comes in, its content goes out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from sopbatch.batch.assessing.assessment import Seen, sop_lines
from sopbatch.batch.assessing.going_back import ToReturn
from sopbatch.batch.assessing.resendings import resendings
from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.batch.order import Order
from sopbatch.batch.output.places import links_from_report
from sopbatch.ledger import Past
from sopbatch.matching.forms import replaced_forms
from sopbatch.matching.plan import Plan, plan_of
from sopbatch.model import Progress, Received, Register, Review
from sopbatch.report.content import Content, arranged
from sopbatch.report.cycle import Cycle, cycle_of
from sopbatch.report.files import Owner
from sopbatch.report.week_facts import LikelyTitle, Mistakes, WeekFacts
from sopbatch.rules import likely_lines
from sopbatch.tally.functions import bare_functions

NO_PROGRESS: Mapping[str, Progress] = MappingProxyType({})


def content(
    order: Order,
    seen: Seen,
    past: Past,
    back: Sequence[ToReturn],
    documents: Mapping[str, str],
    returned: Mapping[str, str],
    progress: Mapping[str, Progress] = NO_PROGRESS,
) -> Content:
    """What the report is made of.

    `back` are the files that go back now; `documents` and `returned` tell paths below the output
    folder.
    """
    return arranged(
        Content(
            tally=seen.counts,
            reviews=seen.every,
            register=seen.register,
            as_of=order.as_of,
            documents=links_from_report(documents),
            returned=links_from_report(returned),
            history=past.history,
            others=seen.others,
            digest=seen.inputs,
            until=order.until,
            losses=seen.losses,
            plan_changes=seen.plan_changes,
            titles={rule.code: rule.title for rule in ALL_RULES},
            facts=_week_facts(seen, past, [one.review for one in back], progress),
        )
    )


def cycle(seen: Seen, as_of: date) -> Cycle:
    """What is known of service standards, of quality, and of functions without an SOP."""
    standings, register = seen.form_standings, seen.register
    told = cycle_of(seen.counts, seen.reviews, standings, register, as_of)
    return replace(told, bare=tuple(bare_functions(standings, seen.counts.lines, register)))


def _week_facts(
    seen: Seen, past: Past, back: Sequence[Review], progress: Mapping[str, Progress]
) -> WeekFacts:
    """What the run knows of its week."""
    unread = [one for one in seen.reviews if one.submission is None]
    return WeekFacts(
        known=past.known,
        owners=dict(_owners(seen)),
        back=tuple(one.received.sha256 for one in back),
        mistakes={one.received.sha256: _mistakes(one) for one in (*back, *unread)},
        idle=seen.idle,
        likely={
            dossier.counted.received.sha256: LikelyTitle(line.code, line.title)
            for dossier, line in likely_lines(seen.dossiers, seen.register)
            if dossier.counted
        }
        | {
            one.received.sha256: LikelyTitle(one.line.code, one.line.title)
            for one in resendings(seen.dossiers)
        },
        undecided=tuple(
            tuple(one.received for one in dossier.undecided)
            for dossier in seen.dossiers
            if dossier.undecided
        ),
        withdrawn=past.withdrawn,
        progress=progress,
        parcels=past.parcels,
        form_successors=_successors(seen),
    )


def _successors(seen: Seen) -> Mapping[str, Received]:
    """sha256 of workbooks of other kinds in whose place others came, with one of these."""
    gone = replaced_forms(seen.forms, seen.form_standings)
    return {
        version.received.sha256: (one.awaiting or one.counted).received
        for one in seen.form_standings
        for version in one.versions
        if version.received.sha256 in gone
    }


def _owners(seen: Seen) -> Iterator[tuple[str, Owner]]:
    """Whose each file is that was read: of the SOP it is a version of, else by its own word."""
    lines = dict(sop_lines(seen.dossiers, seen.counts))
    for dossier in seen.dossiers:
        line = lines.get(dossier.key)
        unit = line.unit_name or line.unit_code if line else dossier.unit_code
        code = dossier.plan.code if dossier.plan else ""
        for version in dossier.versions:
            yield version.received.sha256, Owner(unit, code, dossier.title)
    for form in seen.forms:
        if form.form:
            unit_of_form = seen.register.unit(form.form.unit_code)
            name = unit_of_form.name if unit_of_form else form.form.unit_code
            yield form.received.sha256, Owner(name, "", form.form.record.heading)
    plan = plan_of(seen.register) if seen.gone else None
    for review in seen.gone if plan else ():
        if plan and review.submission:
            yield review.received.sha256, _own_word(review, plan, seen.register)


def _own_word(review: Review, plan: Plan, register: Register) -> Owner:
    assert review.submission is not None
    sop = review.submission.sop
    code = plan.unit_of(sop)
    unit = register.unit(code)
    return Owner(unit.name if unit else code, "", sop.title)


def _mistakes(review: Review) -> Mistakes:
    from sopbatch.writing.answers import first_to_mend

    lines, more = first_to_mend(review)
    return Mistakes(tuple(_in_one_line(at, told) for at, told, _ in lines), more)


def _in_one_line(at: str, told: str) -> str:
    """Where and what; several sentences about one place follow one another."""
    sentences = [line.removeprefix("• ").rstrip(".") for line in told.split("\n")]
    return f"{at}: {'; '.join(sentences)}." if at else told
