"""Half-yearly monitoring of SOPs (PermenPAN-RB 35/2012) as its workbook tells it."""

from dataclasses import dataclass

from sopbatch.model.agency_form import AssessedForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitored:
    """What was seen of one SOP."""

    row: int
    """1-based among the filled rows."""
    number: str = ""
    title: str = ""
    nature: str = ""
    """Kind of SOP: "Administratif" or "Teknis"; "" when it is not told."""
    method: str = ""
    verdict: str = ""
    """As declared, or what was typed instead."""
    runs_well: bool | None = None
    """None when the verdict is none of the two."""
    notes: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitoring(AssessedForm):
    """One workbook: an agency's SOPs in one half of a year."""

    semester: str = ""
    """"I" or "II"."""
    principles: tuple[tuple[str, str], ...] = ()
    """Name of each principle of carrying out SOPs, and how far it is met; "" when untold."""
    rows: tuple[Monitored, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """One for each half-year."""
        return (f"monitoring {self.year or ''} {self.semester}",)

    @property
    def heading(self) -> str:
        """What people call it."""
        return f"Monitoring SOP semester {self.semester} tahun {self.year or '…'}".replace(
            "  ", " "
        )
