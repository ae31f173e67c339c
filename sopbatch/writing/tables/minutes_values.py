"""What the minutes of a verification (berita acara verifikasi) say; plain values for workers."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs for one side; "" where a line is left to be filled."""

    side: str
    position: str
    name: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class CameIn:
    """A file of the SOP that was looked at."""

    number: str
    """Receipt number."""
    day: date
    found: str
    """What had to be mended, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The verification of one SOP."""

    number: str
    """Of the minutes, as the sheet Keputusan has it; "" when it has none."""
    day: date
    unit: str
    title: str
    sop_number: str
    revision: int
    verifier: str
    """Who decided; "" when the sheet does not tell."""
    note: str
    files: tuple[CameIn, ...]
    """Oldest first; () when none had come by then."""
    afterwards: CameIn | None
    """The file that came only later of what was verified by hand."""
    resolved: tuple[str, ...]
    """What earlier files had to mend and the verified one has mended."""
    more: int
    """How many of these are not listed."""
    bureau: str
    signatories: tuple[Signatory, ...]
