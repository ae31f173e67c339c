"""The work itself: SOPs that count come in, figures for simplifying their chains go out."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from itertools import groupby
from statistics import median

from sopbatch.model import Distance, Review, Sop, SopAnalysis, SopLine, SopWork, UnitAnalysis
from sopbatch.model.paths import main_path, span_of
from sopbatch.tally.aspects import aspects_of
from sopbatch.tally.paths import handovers, loops
from sopbatch.tally.roles import added_up, lanes, role_loads
from sopbatch.tally.service import service_time

COMPARABLE = 3
"""SOPs with a known time that a unit needs before one can be called far from the others."""
FAR = 2.0
"""Twice the median, or half of it."""
WORK = tuple(one.name for one in fields(SopWork))


def analyse(lines: Sequence[SopLine], counted: Mapping[str, Review]) -> tuple[UnitAnalysis, ...]:
    """Units in the order of the lines, each with its SOPs that have at least one step.

    `counted` maps the sha256 of the version that counts to it.
    """
    rows = [
        _analysis(line, work)
        for line in lines
        if (review := counted.get(line.sha256)) and (work := _work(review)) and work.steps
    ]
    groups = groupby(rows, key=lambda row: row.unit_code)
    return tuple(_unit(list(group)) for _, group in groups)


def work_of(sop: Sop) -> SopWork:
    """What one SOP describes."""
    paths = [main_path(procedure) for procedure in sop.procedures]
    return SopWork(
        steps=len(sop.steps),
        actors=lanes(sop.procedures),
        time=span_of(sop.steps),
        uncounted=service_time(sop).uncounted,
        main_steps=sum(map(len, paths)),
        main_time=span_of([step for path in paths for step in path]),
        main_ends=all(any(step.ends for step in path) for path in paths),
        handovers=sum(map(handovers, paths)),
        decisions=sum(len(procedure.decisions) for procedure in sop.procedures),
        loops=sum(map(loops, sop.procedures)),
        without_output=sum(not step.output.strip() for step in sop.steps),
        roles=role_loads(sop),
        aspects=aspects_of(sop),
    )


def _work(review: Review) -> SopWork | None:
    """As it was told where the workbook was read, or told now."""
    if review.work is None and review.submission is not None:
        return work_of(review.submission.sop)
    return review.work


def _analysis(line: SopLine, work: SopWork) -> SopAnalysis:
    return SopAnalysis(
        **{name: getattr(work, name) for name in WORK},
        plan_code=line.plan_code,
        unit_code=line.unit_code,
        unit_name=line.unit_name,
        title=line.title,
        sha256=line.sha256,
    )


def _unit(rows: list[SopAnalysis]) -> UnitAnalysis:
    times = [row.time.longest for row in rows if row.time.longest > 0]
    usual = median(times) if times else None
    enough = len(times) >= COMPARABLE
    return UnitAnalysis(
        unit_code=rows[0].unit_code,
        unit_name=rows[0].unit_name,
        sops=tuple(_compared(row, usual if enough else None) for row in rows),
        median_time=usual,
        roles=added_up(load for row in rows for load in row.roles),
    )


def _compared(row: SopAnalysis, usual: float | None) -> SopAnalysis:
    if usual is None or row.time.longest <= 0:
        return row
    ratio = row.time.longest / usual
    return replace(row, ratio=ratio, distance=_distance(ratio))


def _distance(ratio: float) -> Distance:
    if ratio >= FAR:
        return Distance.FAR_ABOVE
    return Distance.FAR_BELOW if ratio <= 1 / FAR else Distance.USUAL
