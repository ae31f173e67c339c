"""Whose paper a document is on; apart from what typesets, so that filling it loads little."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Kop surat of an agency; any text may be ""."""

    government: str = ""
    unit: str = ""
    address: str = ""
    logo: bytes = b""
    """PNG or JPEG; anything else is left out."""
