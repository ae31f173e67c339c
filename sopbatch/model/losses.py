"""What counts for less than before, and why."""

from dataclasses import dataclass

ADDED, REMOVED, WITHDRAWN, YES, NO = "ditambahkan", "dihapus", "ditarik", "Ya", "Tidak"
"""What became of a title, and whether it is withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """What became of a line of the plan since the last report of an earlier week."""

    sop: str
    """Its code."""
    title: str
    what: str
    """ADDED, REMOVED, WITHDRAWN, judul, tenggat, …"""
    before: str = ""
    after: str = ""
    unit_code: str = ""
    """Of the agency that has the title; "" where the change is about an agency itself."""

    @property
    def growth(self) -> int:
        """By how many titles it makes the plan longer: 1, 0 or -1."""
        came = self.what == ADDED or (self.what, self.after) == (WITHDRAWN, NO)
        gone = self.what == REMOVED or (self.what, self.after) == (WITHDRAWN, YES)
        return came - gone


@dataclass(frozen=True, slots=True)
class Loss:
    """An SOP that counts for less than in the last report of an earlier week."""

    sop: str
    """Its key, as in the ledger."""
    title: str
    before: str
    """Status then, with "lengkap" where only that was lost."""
    after: str
    """Status now; "" when it is in no list any more."""
    reason: str
    """In Indonesian, one clause."""
