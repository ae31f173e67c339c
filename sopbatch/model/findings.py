"""All that can be wrong: a Problem (facts at a field) becomes a Finding (words at a cell)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType

from sopbatch.model.once import Alike
from sopbatch.model.places import CellRef, Place

Fact = str | int
NO_FACTS: Mapping[str, Fact] = MappingProxyType({})


class Severity(IntEnum):
    """How much it matters; higher is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def code(self) -> str:
        """The word by which data files, the ledger and commands know it, for ever."""
        return {1: "saran", 2: "peringatan", 3: "galat"}[self.value]

    @property
    def label(self) -> str:
        """The words that people read: what to do about it."""
        return {1: "saran", 2: "sebaiknya diperbaiki", 3: "harus diperbaiki"}[self.value]


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule or the reader saw: a field and row, and the facts for the sentence."""

    place: Place = Place()
    facts: Mapping[str, Fact] = field(default_factory=lambda: NO_FACTS)
    """Values for the placeholders of the rule's sentence and advice."""
    code: str = ""
    """Set by the reader only; a rule's problems carry the rule's code."""
    severity: Severity | None = None
    """A lower severity under a condition the rule documents; None keeps the rule's own."""
    suggestion: str = ""
    """A right value that could be guessed, offered as "Maksud Anda: …?"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Alike):
    """One thing to mend, told to the officer in their own workbook's terms."""

    code: str
    severity: Severity
    place: Place
    cell: CellRef | None
    """Where it stands; None when it concerns the file as a whole."""
    sentence: str
    """What is wrong, in Indonesian."""
    advice: str
    """What to do, in Indonesian."""
    reason: str = ""
    """Legal or practical reason with its source."""
    suggestion: str = ""
    trial: bool = False
    """The rule is on trial: reported, does not block."""
    waived: str = ""
    """Reason of the waiver; "" when none. A waived finding does not block."""
    later: bool = False
    """For the next revision: the SOP is ratified, and a draft would be held back."""

    @property
    def blocks(self) -> bool:
        """Whether it keeps the SOP from being complete."""
        return self.severity is Severity.ERROR and not self.trial and not self.waived
