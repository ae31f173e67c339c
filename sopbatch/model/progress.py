"""What became of the findings of an earlier version of a workbook."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """A finding as an earlier report told it."""

    code: str
    severity: str
    """Its code: galat, peringatan, saran."""
    cell: str
    """"Identitas!C23"; "" for the file as a whole."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """The version before a workbook, as the ledger knows it."""

    versions: int
    """How many contents of the same SOP came before."""
    told: tuple[ToldBefore, ...]
    """What was found in the last of them."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Findings since the version before: what is mended, what still stands, what is new."""

    fixed: int
    still: int
    new: int
    round: int
    """The second version of an SOP is its second round."""

    @property
    def before(self) -> int:
        """Findings of the version before."""
        return self.fixed + self.still
