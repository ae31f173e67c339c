"""What an evidence sheet tells: what is known of the public services of a unit."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A standard that lacks components."""

    service: str
    lacking: tuple[str, ...]
    """Names of the components, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSheet:
    """What a unit can show when its public service is judged (PermenPAN-RB 29/2022 and others)."""

    unit: str
    as_of: date
    services: int
    """Kinds of service that the unit has."""
    standards: int
    """Services with a standard."""
    complete: int
    """Standards with all 14 components."""
    displayed: int
    """Standards whose six published components are filled and can be read somewhere."""
    decreed: int
    """Standards that are set by a decree."""
    held: tuple[str, ...] = ()
    """Names of services whose standard came and must be mended first."""
    without_standard: tuple[str, ...] = ()
    """Names of services."""
    unfinished: tuple[Unfinished, ...] = ()
    media: tuple[str, ...] = ()
    """Where the standards can be read."""
    address: str = ""
    decrees: tuple[str, ...] = ()
    """Number and date of each."""
    pledged: date | None = None
    """Day of the Maklumat Pelayanan."""
    consulted: date | None = None
    groups: tuple[str, ...] = ()
    """Of the public that were consulted."""
    monitored: date | None = None
    surveyed: date | None = None
    survey_value: str = ""
