"""What a task may use and how it can end."""

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


WALL = 10
"""A task may wait this many times as long as it may work: other programs need the machine too."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may use."""

    seconds: float = 60
    """Of processor time: what a task may do does not depend on how busy the machine is."""
    memory_bytes: int = 2 << 30
    answer_bytes: int = 64 << 20
    """Of the answer as it is sent to the parent, which holds it in its own memory."""
    tasks: int = 100
    """How many a process does before a new one takes its place."""

    @property
    def wall_seconds(self) -> float:
        """Of the clock, for a task that waits and never works."""
        return WALL * self.seconds


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Done(Generic[R_co]):
    """The task returned a value."""

    value: R_co


@dataclass(frozen=True, slots=True)
class Died:
    """The process ended without a result, or ran out of memory."""

    reason: str
    """A short Indonesian clause."""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The process was stopped at a time limit."""

    seconds: float
    """Of processor time, or of the clock when it hardly worked."""


@dataclass(frozen=True, slots=True)
class Oversized:
    """The answer was larger than one may be."""

    limit: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Crashed:
    """The function raised: a bug of ours."""

    traceback: str


Outcome: TypeAlias = Done[R] | Died | TimedOut | Oversized | Crashed
