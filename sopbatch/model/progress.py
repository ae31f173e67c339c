"""What became of the findings of an earlier version of a workbook."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """A finding as an earlier report told it."""

    code: str
    severity: str
    """Its label: galat, peringatan, saran."""
    cell: str
    """"Identitas!C23"; "" for the file as a whole."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Findings since the version before: what is mended, what still stands, what is new."""

    fixed: int
    still: int
    new: int

    @property
    def before(self) -> int:
        """Findings of the version before."""
        return self.fixed + self.still
