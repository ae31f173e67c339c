"""What monitoring and evaluation found last of one SOP."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """The last monitoring and the last evaluation of an SOP."""

    monitored: date | None = None
    runs_well: bool | None = None
    evaluated: date | None = None
    agreed: int = 0
    """Statements answered Ya, of seven."""
    denied: int = 0
    conclusion: str = ""
    """Tetap, Direvisi, Dicabut."""


NOTHING_SEEN = Watched()
