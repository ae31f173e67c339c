"""Counted groups added up: units and sections, governments, and all there are."""

from collections.abc import Iterable

from sopbatch.model import Completion, GroupCount, Tally, Unit
from sopbatch.schema.statuses import STATUSES


def together(name: str, groups: Iterable[GroupCount]) -> GroupCount:
    """Groups added up under a name."""
    every = tuple(groups)
    return GroupCount(
        unit=Unit(code="", name=name),
        section="",
        completion=sum((one.completion for one in every), Completion()),
        by_status={
            status.label: sum(one.by_status.get(status.label, 0) for one in every)
            for status in STATUSES
        },
        last_received=max((one.last_received for one in every if one.last_received), default=None),
        late_since=min((one.late_since for one in every if one.late_since), default=None),
        due_soon=sum(one.due_soon for one in every),
    )


def whole(tally: Tally) -> GroupCount:
    """The grand total as a group."""
    return together("Jumlah seluruhnya", tally.units)
