"""What a book is made of: its cover in words, and the documents it holds."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopbatch.model import PaperSize


@dataclass(frozen=True, slots=True)
class BookEntry:
    """One SOP document of the book."""

    number: str
    """Nomor SOP as printed; "" while there is none."""
    title: str
    draft: bool
    """Not ratified: its pages carry the watermark, the contents say so."""
    pdf: bytes | Path
    """Or where it lies: a book of hundreds holds them one at a time."""

    @property
    def place(self) -> tuple[bool, tuple[tuple[bool, int, str], ...], str]:
        """Sorts by Nomor SOP with its numerals as numbers, SOPs without one last by title."""
        parts = re.findall(r"\d+|\D+", self.number.casefold())
        key = tuple(
            (False, int(part), "") if part.isdecimal() else (True, 0, part) for part in parts
        )
        return (not self.number.strip(), key, self.title.casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class Compilation:
    """Cover of a compilation (PermenPAN-RB 35/2012: logo, title, agency, year, address)."""

    unit: str
    government: str
    address: str
    year: int
    paper: PaperSize
    dated: date
    """Creation date of the file."""
    logo: bytes | None = None
    """PNG or JPEG; anything else leaves the cover without one."""
    entries: tuple[BookEntry, ...] = ()

    @property
    def name(self) -> str:
        """As it stands on the cover, in the contents and on every page."""
        return f"Kumpulan SOP {self.unit}"
