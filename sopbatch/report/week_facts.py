"""What a run knows of its week besides what it counted: other floors find it, `week` tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sopbatch.model import Parcel, Progress, Received
from sopbatch.report.files import Names, Owner


@dataclass(frozen=True, slots=True)
class Mistakes:
    """What a sender is told first of one file."""

    first: tuple[str, ...] = ()
    more: int = 0
    """How many are told besides."""


@dataclass(frozen=True, slots=True)
class IdleDecision:
    """A line of the sheet Keputusan that changes nothing."""

    row: int
    """1-based, on the sheet."""
    code: str
    """Of the SOP, or the receipt number of a file."""
    status: str
    decided: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class LikelyTitle:
    """The title of the plan that an SOP outside it may have meant."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFacts:
    """All of it; without any, everything that came is new and nothing goes back."""

    known: Names = frozenset()
    """What the last report of an earlier week told of."""
    owners: Mapping[str, Owner] = field(default_factory=dict)
    """sha256 to whose the file is."""
    back: tuple[str, ...] = ()
    """sha256 of what goes back now."""
    mistakes: Mapping[str, Mistakes] = field(default_factory=dict)
    """sha256 of what goes back, or could not be read, to what its sender is told first."""
    idle: tuple[IdleDecision, ...] = ()
    """In the order of the sheet Keputusan."""
    likely: Mapping[str, LikelyTitle] = field(default_factory=dict)
    """sha256 of SOPs outside the plan."""
    undecided: tuple[tuple[Received, ...], ...] = ()
    """Files of one SOP of which nobody can tell which one holds."""
    withdrawn: frozenset[str] = frozenset()
    """sha256 of what the last report of an earlier week told as withdrawn."""
    progress: Mapping[str, Progress] = field(default_factory=dict)
    """sha256 of what has an earlier version, and how far it has come since that."""
    parcels: tuple[Parcel, ...] = ()
    """What contents came in, in every run before."""
    form_successors: Mapping[str, Received] = field(default_factory=dict)
    """sha256 of workbooks of other kinds in whose place others came."""


NO_FACTS = WeekFacts()
