"""Inventory and completion: SOPs and the register come in, the whole tally goes out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from sopbatch.model import Dossier, Register, Review, SopLine, Tally
from sopbatch.model.drafting import NOT_TOLD, Reached
from sopbatch.model.watched import NOTHING_SEEN, Watched
from sopbatch.tally.analysis import analyse
from sopbatch.tally.counted import Adding, CountedRow, Totals, counted_rows
from sopbatch.tally.due import due_items
from sopbatch.tally.groups import group_by_section, group_by_unit
from sopbatch.tally.lines import sop_line
from sopbatch.tally.places import Names, names_of

NOTHING_BEFORE: Mapping[str, str] = MappingProxyType({})
NOTHING_DRAFTED: Mapping[str, Reached] = MappingProxyType({})
NOTHING_WATCHED: Mapping[str, Watched] = MappingProxyType({})


def tally(
    dossiers: tuple[Dossier, ...],
    register: Register,
    as_of: date,
    previous: Mapping[str, str] = NOTHING_BEFORE,
    watched: Mapping[str, Watched] = NOTHING_WATCHED,
    drafting: Mapping[str, Reached] = NOTHING_DRAFTED,
    adding: Adding | None = None,
) -> Tally:
    """Count everything on one date.

    `previous` maps `Dossier.key` to the status of the last run, `watched` to what monitoring and
    evaluation found last, `drafting` to the last step of its drafting. `adding` does the sums;
    without it they are done here.
    """
    present = tuple(dossier for dossier in dossiers if not _is_void(dossier))
    names = names_of(present, register)
    lines = _in_report_order(
        tuple(
            replace(
                sop_line(
                    *(dossier, register, names, as_of, previous),
                    watched.get(dossier.key, NOTHING_SEEN),
                ),
                drafting=drafting.get(dossier.key, NOT_TOLD),
            )
            for dossier in present
        ),
        names,
        register,
    )
    added = (adding or _at_once)(tuple(counted_rows(lines, as_of)))
    work = analyse(lines, _counted(present))
    totals = added()
    return Tally(
        lines=lines,
        units=group_by_unit(lines, names, totals),
        sections=group_by_section(lines, names, register, totals),
        total=totals.total.completion,
        by_status=totals.total.by_status,
        can_count_plan=register.present,
        work=work,
        replaced={
            old.received.sha256: new.received
            for dossier in dossiers
            for old, new in dossier.replaced
        },
        due=due_items(lines, as_of),
    )


def _at_once(rows: tuple[CountedRow, ...]) -> Callable[[], Totals]:
    from sopbatch.tally.totals import add_up  # as large as all else that is loaded

    return lambda: add_up(rows)


def _counted(dossiers: tuple[Dossier, ...]) -> Mapping[str, Review]:
    """The versions that count, by their digest."""
    counted = (dossier.counted for dossier in dossiers)
    return {review.received.sha256: review for review in counted if review is not None}


def _is_void(dossier: Dossier) -> bool:
    """A title withdrawn from the plan before anybody sent it leaves no trace in the counts."""
    withdrawn = dossier.plan is not None and dossier.plan.withdrawn
    return withdrawn and not dossier.versions


def _in_report_order(
    lines: tuple[SopLine, ...], names: Names, register: Register
) -> tuple[SopLine, ...]:
    """By unit, section and plan line as the register has them; the rest after them, by name."""
    units = {code: place for place, code in enumerate(names.units)}
    sections = {(s.unit_code, s.name): place for place, s in enumerate(register.sections)}
    plan = {entry.code: place for place, entry in enumerate(register.plan)}

    def place(line: SopLine) -> tuple[int, int, str, int, str, str, str]:
        return (
            units[line.unit_code.strip()],
            sections.get((line.unit_code, line.section), len(sections)),
            line.section,
            plan.get(line.plan_code, len(plan)),
            line.title,
            line.plan_code,
            line.sha256,
        )

    return tuple(sorted(lines, key=place))
