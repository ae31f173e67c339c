"""Executors: procedures come in, what each carries and how long each waits go out."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import fsum

from sopbatch.model import Procedure, RoleLoad, Sop, Step
from sopbatch.model.paths import main_path, span_of


def role_loads(sop: Sop) -> tuple[RoleLoad, ...]:
    """Every executor of an SOP in lane order; one in two procedures is one."""
    return _merged(_loads(sop), sops=1)


def added_up(loads: Iterable[RoleLoad]) -> tuple[RoleLoad, ...]:
    """Loads of several SOPs by executor; those who carry most first."""
    merged = _merged(loads, sops=0)
    return tuple(sorted(merged, key=lambda load: (-load.carried, -load.steps, load.role)))


def _loads(sop: Sop) -> Iterator[RoleLoad]:
    for procedure in sop.procedures:
        path = main_path(procedure)
        for index, actor in enumerate(procedure.actors):
            if not actor.name.strip():
                continue
            own = [step for step in procedure.steps if index in step.actors]
            waited = _waited(path, index)
            name = " ".join(actor.name.split())
            norm = actor.norm.strip() or name.casefold()
            yield RoleLoad(
                role=name,
                norm=norm,
                sops=1,
                steps=len(own),
                carried=span_of(own).longest,
                waited=waited,
            )


def _waited(path: tuple[Step, ...], actor: int) -> float:
    """Others' working time between the executor's first and last step of the path."""
    own = [place for place, step in enumerate(path) if actor in step.actors]
    if not own:
        return 0.0
    between = path[own[0] : own[-1]]
    return span_of([step for step in between if actor not in step.actors]).longest


def _merged(loads: Iterable[RoleLoad], *, sops: int) -> tuple[RoleLoad, ...]:
    """One load per executor; `sops` 0 adds them up."""
    places: dict[str, int] = {}
    placed = [(places.setdefault(load.norm, len(places)), load) for load in loads]
    groups = groupby(sorted(placed, key=lambda pair: pair[0]), key=lambda pair: pair[0])
    return tuple(_sum([load for _, load in group], sops) for _, group in groups)


def _sum(loads: list[RoleLoad], sops: int) -> RoleLoad:
    return RoleLoad(
        role=loads[0].role,
        norm=loads[0].norm,
        sops=sops or sum(load.sops for load in loads),
        steps=sum(load.steps for load in loads),
        carried=fsum(load.carried for load in loads),
        waited=fsum(load.waited for load in loads),
    )


def lanes(procedures: Iterable[Procedure]) -> int:
    """Distinct executors: one who appears in two procedures counts once."""
    names = (
        (actor.norm or actor.name).strip().casefold()
        for procedure in procedures
        for actor in procedure.actors
    )
    return len({name for name in names if name})
