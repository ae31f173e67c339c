"""What records of several kinds of workbooks tell of themselves."""

from dataclasses import dataclass

from sopbatch.model.values import DateValue


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyForm:
    """A workbook in which an agency reports or proposes."""

    unit_code: str = ""
    unit_name: str = ""

    in_force = False
    """There is no law in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessedForm(AgencyForm):
    """A workbook in which an agency tells how its SOPs are followed."""

    year: int | None = None
    assessed: DateValue = DateValue()
    assessor: str = ""
    """Leader of the team."""
    assessor_position: str = ""
