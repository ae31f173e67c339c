"""How the work itself runs: chains, hand-overs and loads, for simplifying what takes long."""

from dataclasses import dataclass
from enum import StrEnum

from sopbatch.model.once import Alike, Once


class Distance(StrEnum):
    """How an SOP's time compares with its unit's, as printed."""

    FAR_ABOVE = "jauh di atas"
    FAR_BELOW = "jauh di bawah"
    USUAL = "wajar"
    NONE = ""
    """There is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Span(Once):
    """A total of Waktu in minutes; working and calendar time are never added."""

    low: float = 0.0
    high: float | None = 0.0
    """None when a step has no upper end."""
    elapsed: float = 0.0
    """Calendar time (n x 24 jam, hari kalender)."""

    @property
    def longest(self) -> float:
        """The upper end, or the lower one of a time without an upper end."""
        return self.low if self.high is None else self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLoad(Alike):
    """What one executor carries and how long it waits, in one SOP or in all of a unit."""

    role: str
    """Name as first typed."""
    norm: str
    """What two names are compared by."""
    sops: int
    steps: int
    """A joint step counts for each of its executors."""
    carried: float
    """Working minutes of its own steps, at their upper end."""
    waited: float
    """Working minutes of others' steps between its first and last step of the main path."""


@dataclass(frozen=True, slots=True)
class Aspect(Once):
    """One of the ten aspects of transparent service of KEP/26/M.PAN/2/2004."""

    name: str
    evidence: str
    """By what it was recognised; "" when the SOP does not tell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SopWork(Alike):
    """The work that one SOP describes, told by nothing but what it says."""

    steps: int
    actors: int
    time: Span
    uncounted: int
    """Steps whose time is in no total: per piece, frequency, indefinite, missing."""
    main_steps: int
    """Steps of the way on which every decision is answered Ya."""
    main_time: Span
    main_ends: bool
    """Whether that way reaches Selesai."""
    handovers: int
    """Passages on the main path to a step that shares no executor with the one before."""
    decisions: int
    loops: int
    """Branches that lead back to the same or an earlier step."""
    without_output: int
    """Steps whose Output is blank."""
    roles: tuple[RoleLoad, ...]
    """In the order of the lanes."""
    aspects: tuple[Aspect, ...]

    @property
    def covered(self) -> int:
        """How many of the ten aspects the SOP tells."""
        return sum(bool(aspect.evidence) for aspect in self.aspects)


@dataclass(frozen=True, slots=True, kw_only=True)
class SopAnalysis(SopWork):
    """The same of an SOP that counts, beside the others of its unit."""

    plan_code: str
    unit_code: str
    unit_name: str
    title: str
    sha256: str
    """Of the version that counts."""
    ratio: float | None = None
    """Longest time divided by the unit's median; None when there is nothing to compare."""
    distance: Distance = Distance.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAnalysis:
    """The work of all SOPs of one unit."""

    unit_code: str
    unit_name: str
    sops: tuple[SopAnalysis, ...]
    median_time: float | None
    """Working minutes; None without any SOP whose time is known."""
    roles: tuple[RoleLoad, ...]
    """Those who carry most first."""


def heaviest(roles: tuple[RoleLoad, ...]) -> RoleLoad | None:
    """Who carries the longest time (then most steps); None when nobody carries anything."""
    return max(roles, key=lambda load: (load.carried, load.steps), default=None)


def longest_waiting(roles: tuple[RoleLoad, ...]) -> RoleLoad | None:
    """Who waits longest for others; None when nobody waits."""
    waiting = [load for load in roles if load.waited > 0]
    return max(waiting, key=lambda load: load.waited, default=None)
