"""What a task may use and how it can end."""

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may use."""

    seconds: float = 60
    memory_bytes: int = 2 << 30


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """The task returned a value."""

    value: R


@dataclass(frozen=True, slots=True)
class Died:
    """The process ended without a result, or ran out of memory."""

    reason: str
    """A short Indonesian clause."""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The process was stopped at the time limit."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Crashed:
    """The function raised: a bug of ours."""

    traceback: str


Outcome: TypeAlias = Done[R] | Died | TimedOut | Crashed
