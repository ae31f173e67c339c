"""One entry for every file of the sample batch, with what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tests.office import Office

Outcome = Literal["lengkap", "perbaikan", "ditolak", "diabaikan", "logo", "kiriman"]


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A file of the batch."""

    name: str
    """Path below input/."""
    make: Callable[[Office], bytes]
    outcome: Outcome
    codes: tuple[str, ...] = ()
    """Rules that must speak about it."""
    story: str = ""
    """What is odd about it."""
