"""Yearly evaluation of SOPs (PermenPAN-RB 35/2012) as its workbook tells it."""

from dataclasses import dataclass

from sopbatch.model.agency_form import AssessedForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated:
    """What was found of one SOP."""

    row: int
    """1-based among the filled rows."""
    number: str = ""
    title: str = ""
    answers: tuple[bool | None, ...] = ()
    """Of the seven statements in order; None where neither Ya nor Tidak was said."""
    notes: str = ""
    conclusion: str = ""
    """As declared, or what was typed instead."""

    @property
    def agreed(self) -> int:
        """How many statements were answered Ya."""
        return sum(answer is True for answer in self.answers)

    @property
    def denied(self) -> int:
        """How many statements were answered Tidak."""
        return sum(answer is False for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(AssessedForm):
    """One workbook: an agency's SOPs in one year."""

    members: tuple[str, ...] = ()
    rows: tuple[Evaluated, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """One for each year."""
        return (f"evaluasi {self.year or ''}",)

    @property
    def heading(self) -> str:
        """What people call it."""
        return f"Evaluasi SOP tahun {self.year or '…'}"
