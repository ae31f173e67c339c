"""Quality by the principles of a guideline: indicators in, shares and what raises them out.

Quality never mixes with completeness: it says how good what is there is, and counts for nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from typing import Generic, TypeVar

Subject = TypeVar("Subject")
GOOD, FAIR = 0.85, 0.6
"""From so much on quality is called baik, and cukup."""


@dataclass(frozen=True, slots=True)
class Indicator(Generic[Subject]):
    """One thing that can be seen in the data."""

    principle: str
    name: str
    """What is looked for, in Indonesian."""
    measure: Callable[[Subject], float | None]
    """From 0 to 1; None where it does not apply."""
    raised_by: str
    """What would raise it, one sentence."""


@dataclass(frozen=True, slots=True)
class Principle:
    """How far one principle is met."""

    name: str
    share: float | None
    """From 0 to 1; None when nothing of it applies."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How good one document is."""

    principles: tuple[Principle, ...]
    raised_by: tuple[str, ...]
    """What would raise it, what weighs most first."""

    @property
    def share(self) -> float | None:
        """The mean of its principles; None when none applies."""
        return mean(one.share for one in self.principles)


def word_of(share: float | None) -> str:
    """Baik, cukup or perlu ditingkatkan; "-" for nothing."""
    if share is None:
        return "-"
    if share >= GOOD:
        return "baik"
    return "cukup" if share >= FAIR else "perlu ditingkatkan"


def mean(shares: Iterable[float | None]) -> float | None:
    """The mean of what applies; None when nothing does."""
    told = [share for share in shares if share is not None]
    return fsum(told) / len(told) if told else None


def quality_of(
    subject: Subject, indicators: Sequence[Indicator[Subject]], principles: Sequence[str]
) -> Quality:
    """The quality of a subject by its indicators, principles in the order of the guideline."""
    measured = [(one, one.measure(subject)) for one in indicators]
    found = tuple(
        _principle(name, mean(share for one, share in measured if one.principle == name))
        for name in principles
    )
    open_ones = [
        (share, at, one.raised_by)
        for at, (one, share) in enumerate(measured)
        if share is not None and share < 1
    ]
    return Quality(found, tuple(text for _, _, text in sorted(open_ones)))


@lru_cache(maxsize=1_000)
def _principle(name: str, share: float | None) -> Principle:
    """One object for all that meet it alike: each SOP has eight."""
    return Principle(name, share)


def part_of(count: int, whole: int) -> float | None:
    """Count of whole as a share; None of nothing."""
    return count / whole if whole else None


def yes(held: object) -> float:
    """1 when something is there."""
    return 1.0 if held else 0.0
