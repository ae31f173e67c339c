"""Steps of drafting SOPs as their workbook tells them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sopbatch.model.agency_form import AgencyForm
from sopbatch.model.values import DateValue


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step of one SOP; blank when it was not reached."""

    day: DateValue = DateValue()
    by: str = ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """How far one SOP is."""

    row: int
    """1-based among the filled rows."""
    title: str = ""
    steps: Mapping[str, StepDone] = field(default_factory=dict)
    """By the key of the step, in order."""
    number: str = ""
    """SOPs in work have none yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting(AgencyForm):
    """One workbook: an agency's SOPs in work."""

    as_of: DateValue = DateValue()
    reporter: str = ""
    rows: tuple[Drafted, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """One for each unit."""
        return ("penyusunan",)

    @property
    def heading(self) -> str:
        """What people call it."""
        return f"Tahap penyusunan SOP {self.unit_name}".strip()


@dataclass(frozen=True, slots=True)
class Reached:
    """The last step that an SOP has reached."""

    step: str = ""
    """In lower case; "" when nothing tells it."""
    day: date | None = None
    place: int = 0
    """1-based among the steps."""


NOT_TOLD = Reached()
