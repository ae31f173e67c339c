"""Pages that are typeset, whether they can be, and the logo on them."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopbatch.writing.brief.page import Brief
    from sopbatch.writing.letterhead import Letterhead
    from sopbatch.writing.letters.values import CoverLetter
    from sopbatch.writing.standards.evidence_values import EvidenceSheet
    from sopbatch.writing.tables.minutes_values import Minutes
    from sopbatch.writing.tables.year_values import WatchingYear


@dataclass(frozen=True, slots=True)
class BriefTask:
    """Print the report on one page: the first of these that fits."""

    briefs: "tuple[Brief, ...]"

    def do(self) -> bytes:
        """The page as PDF."""
        from sopbatch.writing.brief.writing import print_brief

        return print_brief(self.briefs)


@dataclass(frozen=True, slots=True)
class LetterTask:
    """Print a covering letter."""

    letter: "CoverLetter"

    def do(self) -> bytes:
        """The letter as PDF."""
        from sopbatch.writing.letters.writing import print_cover_letter

        return print_cover_letter(self.letter)


@dataclass(frozen=True, slots=True)
class EvidenceTask:
    """Print a unit's sheet of evidence."""

    sheet: "EvidenceSheet"
    letterhead: "Letterhead"

    def do(self) -> bytes:
        """The sheet as PDF."""
        from sopbatch.writing.standards.printing import print_evidence

        return print_evidence(self.sheet, self.letterhead)


@dataclass(frozen=True, slots=True)
class WatchingTask:
    """Print the report of monitoring and evaluation over a year."""

    report: "WatchingYear"
    letterhead: "Letterhead"

    def do(self) -> bytes:
        """The report as PDF."""
        from sopbatch.writing.tables.watching import print_year

        return print_year(self.report, self.letterhead)


@dataclass(frozen=True, slots=True)
class MinutesTask:
    """Print the minutes of a verification."""

    minutes: "Minutes"
    letterhead: "Letterhead"

    def do(self) -> bytes:
        """The minutes as PDF."""
        from sopbatch.writing.tables.minutes import print_verification

        return print_verification(self.minutes, self.letterhead)


@dataclass(frozen=True, slots=True)
class LogoTask:
    """Decode the logo, of which little is known yet."""

    path: Path
    sha256: str
    """"" when the file was not received."""

    def do(self) -> bytes | str:
        """The picture to print; why it cannot be used."""
        from sopbatch.writing.pictures import UnusableError, prepared

        data = self.path.read_bytes()
        if self.sha256 not in ("", sha256(data).hexdigest()):
            return "di arsip tidak lagi sama dengan yang diterima"
        try:
            return prepared(data)
        except UnusableError as error:
            return str(error)


@dataclass(frozen=True, slots=True)
class PdfCheck:
    """Ask whether pages can be typeset here, without loading what does it into the main process."""

    def do(self) -> str:
        """Name of the library that is missing; "" when pages can be typeset."""
        from sopbatch.writing.pango import pango_problem

        return pango_problem()
