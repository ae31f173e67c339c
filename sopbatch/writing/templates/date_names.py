"""Names of the cells in which the form takes a date apart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DateNames:
    """Defined names of the cells that hold the `DateParts` of a field."""

    typed: str
    zoned: str
    clock: str
    head: str
    text: str
    zeros: str
    signs: str
    first_year: str
    second_year: str
    second_day: str
    between: str
    moon: str
    civil: str
    before: str
    lead: str
    said: str
    front: str
    left: str
    letters: str
    weekday: str
    rest: str
    shape: str
    word: str
    named: str
    parts: str
    order: str
    day: str
    month: str
    year: str
    unclear: str
    proven: str
