"""The whole tally of one report date: everything that the report is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopbatch.model.analysis import UnitAnalysis
from sopbatch.model.counts import Completion, GroupCount, SopLine
from sopbatch.model.due import DueItem
from sopbatch.model.received import Received


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Inventory and completion, from register and submissions."""

    lines: tuple[SopLine, ...] = ()
    units: tuple[GroupCount, ...] = ()
    sections: tuple[GroupCount, ...] = ()
    total: Completion = field(default_factory=Completion)
    by_status: Mapping[str, int] = field(default_factory=dict)
    can_count_plan: bool = True
    """False without a register."""
    work: tuple[UnitAnalysis, ...] = ()
    """The work of the SOPs that count, per unit."""
    replaced: Mapping[str, Received] = field(default_factory=dict)
    """sha256 of a version to the file that took its place."""
    due: tuple[DueItem, ...] = ()
    """Late, or due within 90 days; earliest first."""
