"""What a government tells the nation: one row for each SOP and standard, without personal data."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whose rows they are."""

    government: str
    region: str = ""
    province: str = ""
    """Name of the province it is or lies in; "" when unknown."""
    as_of: date
    planning: bool = True
    """False without a register: nothing planned can be counted."""
    program: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NationLine:
    """One SOP or service standard as it counts on the report date."""

    kind: str
    """One of schema.nation_v1.KINDS."""
    code: str
    title: str
    key: str
    """The form in which two titles are equal."""
    unit_code: str
    unit: str
    section: str
    status: str
    """Label of schema.statuses; "" for a standard."""
    status_day: date | None
    deadline: date | None
    review_due: date | None
    first_received: date | None
    last_received: date | None
    planned: bool
    outside_plan: bool
    revoked: bool
    received: bool
    complete: bool
    compiled: bool
    ratified: bool
    """Of a standard: a decree sets it."""
    within_review: bool
    late: bool
    awaiting: bool
    """A newer version waits for correction."""
    errors: int
    warnings: int
    quality: float | None
    """From 0 to 1, rounded to thousandths; None where nothing was read."""
