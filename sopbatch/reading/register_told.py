"""What the reader has to say of a register: every mistake at its cell, none stops the reading."""

from dataclasses import dataclass, field, replace

from sopbatch.model import CellRef, Finding, Place, Severity
from sopbatch.schema.fields import Field
from sopbatch.text.shortening import shortened

QUOTED = 80
"""Characters of a long text that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Told:
    """Findings of a register in the order in which they were met."""

    findings: list[Finding] = field(default_factory=list)

    def wrong(
        self,
        cell: CellRef,
        asked: Field,
        what: str,
        advice: str,
        suggestion: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """A mistake in the cell of a field; `what` goes on after its label."""
        self.say(f"{asked.label}: {what}.", advice, cell, suggestion, severity)

    def say(
        self,
        sentence: str,
        advice: str,
        cell: CellRef | None = None,
        suggestion: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Anything else; without a cell it concerns the register as a whole."""
        self.findings.append(
            Finding(
                code="",
                severity=severity,
                place=Place(),
                cell=cell,
                sentence=sentence,
                advice=advice,
                suggestion=suggestion,
            )
        )

    def offer(self, cell: CellRef, suggestion: str) -> None:
        """Add to what was told of a cell the value that could be meant."""
        for at, finding in enumerate(self.findings):
            if finding.cell == cell and suggestion:
                self.findings[at] = replace(finding, suggestion=suggestion)


def quote(text: str) -> str:
    """A text as a sentence repeats it: on one line, a long one by its beginning."""
    line = " ".join(text.split())
    shown = shortened(line, QUOTED)
    return f"“{shown}”"
