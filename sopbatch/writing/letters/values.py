"""What a covering letter (surat pengantar) says; it has no number and no signature."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A file that goes back."""

    title: str
    """Of its SOP, else ""."""
    file: str
    number: str
    """Receipt number."""
    weight: str
    """How much must, or should, be mended."""
    mistakes: tuple[str, ...]
    """The first ones."""
    more: int
    """How many there are besides."""
    accepted: bool = False
    """Nothing has to be mended; what is told can wait for the next occasion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLetter:
    """All that the letter says."""

    unit: str
    salutation: str
    files: tuple[Returned, ...]
    as_of: date
    deadline: date | None
    government: str
    bureau: str
    address: str
    position: str
    """Of who signs."""
    name: str
    nip: str
    logo: bytes = b""
