"""How a tampered workbook's Sop follows from the one that was written."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sopbatch.model import Procedure, Sop, Step
from sopbatch.model.flags import Flag
from sopbatch.reading.values.citations import parse_citation

Change = Callable[[Sop], Sop]


def without_plan_code(sop: Sop) -> Sop:
    """The hidden code is gone with the sheet that held it."""
    return replace(sop, plan_code="")


def step_changed(row: int, **changes: Any) -> Change:
    """The Sop with one step changed."""

    def change(sop: Sop) -> Sop:
        (procedure,) = sop.procedures
        steps = tuple(replace(s, **changes) if s.row == row else s for s in procedure.steps)
        return replace(sop, procedures=(replace(procedure, steps=steps),))

    return change


def on_sheet(name: str) -> Change:
    """The Sop with its procedure on another sheet."""
    return lambda sop: replace(
        sop, procedures=tuple(replace(one, sheet=name) for one in sop.procedures)
    )


def targets_typed_as(form: str) -> Change:
    """Ya ke and Tidak ke as typed."""

    def change(step: Step) -> Step:
        ways = (replace(way, raw=way.raw and form.format(way.raw)) for way in step.branches)
        return replace(
            step,
            yes=step.yes and form.format(step.yes),
            no_target=step.no_target and form.format(step.no_target),
            branches=tuple(ways),
        )

    return each_step(change)


def symbols_typed_as(words: Mapping[str, str]) -> Change:
    """The symbols in other words."""

    def change(step: Step) -> Step:
        nodes = (replace(node, raw=words.get(node.raw, node.raw)) for node in step.nodes)
        return replace(step, nodes=tuple(nodes))

    return each_step(change)


def lane_unnamed(lane: int) -> Change:
    """A lane without a name: its nodes belong to nobody, those to its right move up."""

    def change(procedure: Procedure) -> Procedure:
        actors = tuple(actor for actor in procedure.actors if actor.lane != lane)
        index = {actor.lane: at for at, actor in enumerate(actors)}
        steps = tuple(
            replace(
                step,
                nodes=tuple(replace(n, actor=index.get(n.lane, -1)) for n in step.nodes),
            )
            for step in procedure.steps
        )
        return replace(procedure, actors=actors, steps=steps)

    return lambda sop: replace(sop, procedures=tuple(map(change, sop.procedures)))


def each_step(change: Callable[[Step], Step]) -> Change:
    """Every step changed."""
    return lambda sop: replace(
        sop,
        procedures=tuple(replace(p, steps=tuple(map(change, p.steps))) for p in sop.procedures),
    )


def first_law_joined(sop: Sop) -> Sop:
    """The first legal basis was put together from fragments."""
    first, *rest = sop.legal_basis
    return replace(sop, legal_basis=(replace(first, flags=first.flags | {Flag.FRAGMENT}), *rest))


def more_laws(sop: Sop) -> Sop:
    """Eight legal bases more than the sample's three."""
    more = (f"Peraturan Gubernur Nomor {n} Tahun 2020 tentang Urusan {n}" for n in range(1, 9))
    return replace(sop, legal_basis=(*sop.legal_basis, *map(parse_citation, more)))
