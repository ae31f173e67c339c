"""What the yearly report of monitoring and evaluation says; plain values for worker processes."""

from dataclasses import dataclass
from datetime import date

from sopbatch.schema.common_fields import NO, YES

ANSWERS = {True: YES, False: NO, None: "-"}


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """An SOP in force, and what was found of it within a year."""

    number: str
    title: str
    answers: tuple[str, ...] = ()
    """Of the seven statements; () when it was not evaluated."""
    conclusion: str = ""
    first: str = ""
    """How it ran in the first half-year, as "Baik" or "Tidak baik"; "" when nobody looked."""
    second: str = ""
    notes: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()

    @property
    def monitored(self) -> bool:
        """Whether it was looked at in either half."""
        return bool(self.first or self.second)

    @property
    def evaluated(self) -> bool:
        """Whether it was evaluated."""
        return bool(self.conclusion)


@dataclass(frozen=True, slots=True)
class UnitYear:
    """The SOPs of a unit."""

    name: str
    rows: tuple[YearRow, ...]

    @property
    def active(self) -> int:
        """SOPs in force."""
        return len(self.rows)

    @property
    def monitored(self) -> int:
        """Those that were looked at."""
        return sum(row.monitored for row in self.rows)

    @property
    def evaluated(self) -> int:
        """Those that were evaluated."""
        return sum(row.evaluated for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchingYear:
    """The report over a year, of one unit or of all."""

    year: int
    as_of: date
    units: tuple[UnitYear, ...]
    position: str
    """Of who signs."""
    name: str = ""
    nip: str = ""
    detailed: bool = True
    """Whether each SOP has a row; there is no paper for thousands of them."""

    @property
    def active(self) -> int:
        """SOPs in force of all units."""
        return sum(unit.active for unit in self.units)

    @property
    def monitored(self) -> int:
        """Those that were looked at."""
        return sum(unit.monitored for unit in self.units)

    @property
    def evaluated(self) -> int:
        """Those that were evaluated."""
        return sum(unit.evaluated for unit in self.units)
